use std::collections::HashMap;

/// The addresses that numbers open, each once, in the order in which they first appear.
#[derive(Default)]
pub struct Links {
    urls: Vec<String>,
    ids: HashMap<String, usize>,
}

impl Links {
    /// The relationship id for an address.
    pub fn id(&mut self, url: &str) -> String {
        let index = *self.ids.entry(url.to_owned()).or_insert_with(|| {
            self.urls.push(url.to_owned());
            self.urls.len()
        });
        link_id(index)
    }

    pub fn all(&self) -> impl Iterator<Item = (String, &str)> {
        self.urls
            .iter()
            .enumerate()
            .map(|(index, url)| (link_id(index + 1), url.as_str()))
    }
}

fn link_id(number: usize) -> String {
    format!("rLink{number}")
}
