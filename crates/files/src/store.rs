//! Where contents are kept. A folder today; whatever keeps bytes under a name can take its place.
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::fmt;

/// The name of a content: its SHA-256 in small hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sha256Hex(String);

impl Sha256Hex {
    pub fn of(bytes: &[u8]) -> Sha256Hex {
        use fmt::Write;
        let hex = Sha256::digest(bytes)
            .iter()
            .fold(String::with_capacity(64), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
        Sha256Hex(hex)
    }

    /// `None` for what is no such name: nothing else ever becomes part of a path.
    pub fn parse(text: &str) -> Option<Sha256Hex> {
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_hex)).then(|| Sha256Hex(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the content {0} is not there")]
    NotThere(Sha256Hex),
    #[error("the store of files")]
    Io(#[from] std::io::Error),
}

/// Keeps contents under their hashes. Putting the same content twice is putting it once.
#[async_trait::async_trait]
pub trait Store: Send + Sync + 'static {
    /// When this returns, the content is on disk. `now` is noted as the time at which it was last wanted.
    async fn put(&self, bytes: Vec<u8>, now: DateTime<Utc>) -> Result<Sha256Hex, StoreError>;

    async fn get(&self, name: &Sha256Hex) -> Result<Vec<u8>, StoreError>;

    /// Contents that were last wanted before `before`.
    async fn idle_since(&self, before: DateTime<Utc>) -> Result<Vec<Sha256Hex>, StoreError>;

    /// Takes a content away unless it was wanted again since `before`. What is not there is away already.
    async fn remove_idle(&self, name: &Sha256Hex, before: DateTime<Utc>) -> Result<(), StoreError>;
}
