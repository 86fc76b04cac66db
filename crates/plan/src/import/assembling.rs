//! From drafts of tasks to the tree they stand in.
use super::reading::Draft;
use orgs::folded;
use std::collections::HashMap;

/// An item of the tree that the file asks for; parents stand before their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) parent: Option<usize>,
    pub(super) level: usize,
    pub(super) title: String,
    /// For a task, the place of its draft.
    pub(super) draft: Option<usize>,
    /// What makes it the same item in another list: the folded titles down to it, and the how-manieth of that path it is.
    pub(super) key: (String, usize),
}

pub(super) fn assemble(drafts: &[Draft], innermost: usize) -> Vec<Wanted> {
    let mut items: Vec<Wanted> = Vec::new();
    let mut inner: HashMap<(usize, String), usize> = HashMap::new();
    let mut times: HashMap<String, usize> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let mut parent = None;
        let mut path = String::new();
        for (level, title) in draft.above.iter().enumerate() {
            let Some(title) = title else {
                continue;
            };
            path = down(&path, title);
            parent = Some(*inner.entry((level, path.clone())).or_insert_with(|| {
                items.push(Wanted {
                    parent,
                    level,
                    title: title.clone(),
                    draft: None,
                    key: (path.clone(), 0),
                });
                items.len() - 1
            }));
        }
        path = down(&path, &draft.title);
        let time = times.entry(path.clone()).or_default();
        items.push(Wanted {
            parent,
            level: innermost,
            title: draft.title.clone(),
            draft: Some(at),
            key: (path, *time),
        });
        *time += 1;
    }
    items
}

/// One step further down a path of titles.
pub(super) fn down(path: &str, title: &str) -> String {
    format!("{path}\u{1f}{}", folded(title))
}
