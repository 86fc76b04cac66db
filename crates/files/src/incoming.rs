use crate::{FILE_BYTES_MAX, Refusal};

/// A file on its way in. Collects what arrives and says at once when it is too much.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    pub name: String,
    pub(crate) bytes: Vec<u8>,
    is_too_large: bool,
}

impl Incoming {
    pub fn new(name: impl Into<String>) -> Incoming {
        Incoming {
            name: name.into(),
            ..Incoming::default()
        }
    }

    pub fn with(mut self, bytes: &[u8]) -> Incoming {
        self.push(bytes);
        self
    }

    /// What arrives beyond the limit is not kept; the rest can be read past without holding it.
    pub fn push(&mut self, chunk: &[u8]) {
        if self.is_too_large || FILE_BYTES_MAX < self.bytes.len() + chunk.len() {
            self.is_too_large = true;
            self.bytes = Vec::new();
        } else {
            self.bytes.extend_from_slice(chunk);
        }
    }

    /// A file field that was left empty is sent as a file without name and content.
    pub fn is_nothing(&self) -> bool {
        self.name.is_empty() && self.bytes.is_empty() && !self.is_too_large
    }

    pub(crate) fn checked(self) -> Result<(String, Vec<u8>), Refusal> {
        if self.is_too_large {
            return Err(Refusal::TooLarge);
        }
        if self.bytes.is_empty() {
            return Err(Refusal::Empty);
        }
        Ok((self.name, self.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_limit_nothing_is_held() {
        let mut file = Incoming::new("大.pdf");
        let chunk = vec![7; 1024 * 1024];
        for _ in 0..80 {
            file.push(&chunk);
            assert!(file.bytes.len() <= FILE_BYTES_MAX);
        }
        assert_eq!(file.checked(), Err(Refusal::TooLarge));
    }
}
