use anyhow::{Context, Result, bail};

/// The words after the command's name. Each command takes what it knows; `finish` refuses the rest.
#[derive(Debug)]
pub struct Args {
    words: Vec<String>,
}

impl Args {
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self {
            words: words.into_iter().collect(),
        }
    }

    pub fn wants_help(&self) -> bool {
        self.words
            .iter()
            .any(|word| word == "--help" || word == "-h")
    }

    /// Takes `--name`; whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE`.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        let joined = format!("{name}=");
        let Some(place) = self
            .words
            .iter()
            .position(|word| word == name || word.starts_with(&joined))
        else {
            return Ok(None);
        };
        let word = self.words.remove(place);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if place == self.words.len() || self.words[place].starts_with('-') {
            bail!("`{name}` wants a value after it");
        }
        Ok(Some(self.words.remove(place)))
    }

    /// Takes `--name NUMBER`.
    pub fn number(&mut self, name: &str) -> Result<Option<u16>> {
        self.option(name)?
            .map(|value| {
                value
                    .parse()
                    .with_context(|| format!("`{name} {value}`: a number up to 65535 is wanted"))
            })
            .transpose()
    }

    /// What is left when the options are taken; an unknown option is an error.
    pub fn rest(self) -> Result<Vec<String>> {
        if let Some(word) = self.words.iter().find(|word| word.starts_with('-')) {
            bail!("`{word}` is not an option here; `--help` lists them");
        }
        Ok(self.words)
    }

    /// Nothing more is expected.
    pub fn finish(self) -> Result<()> {
        match self.rest()?.first() {
            Some(word) => bail!("`{word}` is not expected here; `--help` shows the usage"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_taken_in_both_spellings_and_the_rest_is_left() {
        let mut args = args("--port 8081 visits --lang=en --fresh");
        assert_eq!(args.number("--port").unwrap(), Some(8081));
        assert_eq!(args.option("--lang").unwrap().as_deref(), Some("en"));
        assert!(args.flag("--fresh"));
        assert!(!args.flag("--release"));
        assert_eq!(args.rest().unwrap(), ["visits"]);
    }

    #[test]
    fn a_missing_value_a_wrong_number_and_an_unknown_option_are_refused() {
        assert!(args("--port").number("--port").is_err());
        assert!(args("--port --fresh").number("--port").is_err());
        assert!(args("--port 70000").number("--port").is_err());
        assert!(args("--frehs").rest().is_err());
        assert!(args("extra").finish().is_err());
    }
}
