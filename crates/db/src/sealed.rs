//! Sealed columns: personal data that the database alone cannot tell.
//!
//! A value is encrypted with XChaCha20-Poly1305 under a key derived for its purpose (`orgs.person.phone`), which is also
//! authenticated, so that a sealed value moved to another column does not open. It is found again by a keyed hash.
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305, XNonce, aead::Generate};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::{io, path::Path};

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The keys of one installation. They live in a file or a setting outside the database.
#[derive(Clone)]
pub struct Keys {
    root: [u8; KEY_BYTES],
}

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("cannot read or make the key file {path}")]
    File { path: String, source: io::Error },
    #[error("the key must be 64 hexadecimal digits")]
    Malformed,
}

#[derive(Debug, thiserror::Error)]
#[error(
    "a sealed value does not open: it was made with another key or for another purpose, or was changed"
)]
pub struct DoesNotOpen;

impl Keys {
    /// Reads the key file, or makes one that only its owner may read.
    pub fn load_or_make(path: &Path) -> Result<Keys, KeyError> {
        let fail = |source| KeyError::File {
            path: path.display().to_string(),
            source,
        };
        match std::fs::read_to_string(path) {
            Ok(text) => Keys::from_hex(text.trim()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let keys = Keys {
                    root: chacha20poly1305::Key::generate().into(),
                };
                write_private(path, &keys.to_hex()).map_err(fail)?;
                Ok(keys)
            }
            Err(error) => Err(fail(error)),
        }
    }

    /// Reads a key file.
    pub fn load(path: &Path) -> Result<Keys, KeyError> {
        let text = std::fs::read_to_string(path).map_err(|source| KeyError::File {
            path: path.display().to_string(),
            source,
        })?;
        Keys::from_hex(text.trim())
    }

    /// Writes a key file that only its owner may read. One that is there is never written over.
    pub fn save(&self, path: &Path) -> Result<(), KeyError> {
        write_private(path, &self.to_hex()).map_err(|source| KeyError::File {
            path: path.display().to_string(),
            source,
        })
    }

    pub fn from_hex(text: &str) -> Result<Keys, KeyError> {
        let mut root = [0; KEY_BYTES];
        if text.len() != KEY_BYTES * 2 || !text.is_ascii() {
            return Err(KeyError::Malformed);
        }
        for (i, byte) in root.iter_mut().enumerate() {
            *byte =
                u8::from_str_radix(&text[i * 2..i * 2 + 2], 16).map_err(|_| KeyError::Malformed)?;
        }
        Ok(Keys { root })
    }

    fn to_hex(&self) -> String {
        self.root.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Encrypts `text` for `purpose`. Sealing the same text twice gives different bytes.
    pub fn seal(&self, purpose: &str, text: &str) -> Vec<u8> {
        let nonce = XNonce::generate();
        let mut sealed = text.as_bytes().to_vec();
        self.cipher(purpose)
            .encrypt_in_place(&nonce, purpose.as_bytes(), &mut sealed)
            .expect("a column's text is far below the cipher's limit of 256 GB");
        [nonce.as_slice(), sealed.as_slice()].concat()
    }

    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<String, DoesNotOpen> {
        let (nonce, text) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(DoesNotOpen)?;
        let mut text = text.to_vec();
        self.cipher(purpose)
            .decrypt_in_place(&XNonce::from(*nonce), purpose.as_bytes(), &mut text)
            .map_err(|_| DoesNotOpen)?;
        String::from_utf8(text).map_err(|_| DoesNotOpen)
    }

    /// A keyed hash by which a sealed value is found. Normalise `text` first.
    pub fn fingerprint(&self, purpose: &str, text: &str) -> Vec<u8> {
        self.derive("find", purpose, text.as_bytes()).to_vec()
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive("seal", purpose, b"").into())
    }

    fn derive(&self, use_: &str, purpose: &str, text: &[u8]) -> [u8; KEY_BYTES] {
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.root)
            .expect("HMAC takes keys of any length");
        for part in [use_.as_bytes(), b"\0", purpose.as_bytes(), b"\0", text] {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?
        .write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(digit: &str) -> Keys {
        Keys::from_hex(&digit.repeat(64)).unwrap()
    }

    #[test]
    fn a_sealed_value_opens_with_its_key_and_purpose_only() {
        let sealed = keys("a").seal("orgs.person.phone", "10012345678");
        assert_eq!(
            keys("a").open("orgs.person.phone", &sealed).unwrap(),
            "10012345678"
        );
        assert!(keys("b").open("orgs.person.phone", &sealed).is_err());
        assert!(keys("a").open("orgs.person.note", &sealed).is_err());
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut sealed = keys("a").seal("orgs.person.phone", "10012345678");
        *sealed.last_mut().unwrap() ^= 1;
        assert!(keys("a").open("orgs.person.phone", &sealed).is_err());
        assert!(keys("a").open("orgs.person.phone", b"short").is_err());
    }

    #[test]
    fn the_same_text_is_sealed_differently_but_found_by_one_fingerprint() {
        let keys = keys("a");
        assert_ne!(keys.seal("p", "x"), keys.seal("p", "x"));
        assert_eq!(keys.fingerprint("p", "x"), keys.fingerprint("p", "x"));
        assert_ne!(keys.fingerprint("p", "x"), keys.fingerprint("q", "x"));
    }

    #[test]
    fn the_key_file_is_made_once_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let sealed = Keys::load_or_make(&path).unwrap().seal("p", "x");
        assert_eq!(
            Keys::load_or_make(&path)
                .unwrap()
                .open("p", &sealed)
                .unwrap(),
            "x"
        );
    }
}
