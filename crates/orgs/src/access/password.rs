//! Passwords: what is strong enough, and how they are kept (Argon2id).
use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};

/// Classified protection, level 3: 8 characters and more, with three of four kinds.
const CHARS_MIN: usize = 8;
const CHARS_MAX: usize = 128;
const KINDS_MIN: usize = 3;

/// What is wrong with a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    TooShort {
        min: usize,
    },
    TooLong {
        max: usize,
    },
    /// Fewer than three of: small letters, capitals, digits, other characters.
    TooUniform,
    /// It contains the name of the log-in.
    HoldsName,
}

/// Why `password` is not good enough, if so.
pub fn weakness(password: &str, name: &str) -> Option<Weakness> {
    let chars = password.chars().count();
    if chars < CHARS_MIN {
        return Some(Weakness::TooShort { min: CHARS_MIN });
    }
    if CHARS_MAX < chars {
        return Some(Weakness::TooLong { max: CHARS_MAX });
    }
    let kinds: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    if kinds
        .iter()
        .filter(|kind| password.chars().any(**kind))
        .count()
        < KINDS_MIN
    {
        return Some(Weakness::TooUniform);
    }
    let holds_name = !name.is_empty() && password.to_lowercase().contains(&name.to_lowercase());
    holds_name.then_some(Weakness::HoldsName)
}

/// Letters and digits that nobody mistakes for each other when they read them out.
const READABLE: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A first password, to be changed at the first log-in: three groups of four, drawn from 2^60. `chance` is a random UUID; the
/// beginning is always the same and makes it hold three kinds of characters.
pub fn generated(chance: uuid::Uuid) -> String {
    // The lower half of a random UUID has 62 random bits.
    let (_, mut bits) = chance.as_u64_pair();
    let mut password = String::from("Ld");
    for group in 0..12 {
        if group % 4 == 0 {
            password.push('-');
        }
        password.push(char::from(READABLE[(bits % 32) as usize]));
        bits /= 32;
    }
    password
}

/// Hashes with a salt of its own. Slow on purpose: not on a thread that serves requests.
pub(super) async fn hash(password: String) -> Result<String, argon2::password_hash::Error> {
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    });
    hashed
        .await
        .unwrap_or(Err(argon2::password_hash::Error::Crypto))
}

/// Whether `password` is the one that was hashed. Costs the same whether or not there was anything to compare with, so
/// that nobody learns which log-ins exist.
pub(super) async fn verify(password: String, hash: Option<String>) -> bool {
    const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3Yh0sXXcOFTDmQ4fLyQMcaGbVzgJU4nZVrJ4w0cDfYk";
    let verified = tokio::task::spawn_blocking(move || {
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
        let matches = PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        });
        matches && is_known
    });
    verified.await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_needs_eight_characters_of_three_kinds_and_not_the_name() {
        assert_eq!(weakness("aB3$", ""), Some(Weakness::TooShort { min: 8 }));
        assert_eq!(weakness("abcdefgh1", ""), Some(Weakness::TooUniform));
        assert_eq!(
            weakness("Linxiao-2021", "linxiao"),
            Some(Weakness::HoldsName)
        );
        assert_eq!(weakness("Qiyun-2021", "linxiao"), None);
        assert_eq!(
            weakness(&"aB3$".repeat(40), ""),
            Some(Weakness::TooLong { max: 128 })
        );
    }

    #[test]
    fn a_generated_password_is_strong_enough_and_never_the_same() {
        let first = generated(uuid::Uuid::new_v4());
        assert_eq!(first.len(), "Ld-xxxx-xxxx-xxxx".len());
        assert_eq!(weakness(&first, "linxiao"), None);
        assert_ne!(first, generated(uuid::Uuid::new_v4()));
    }

    #[tokio::test]
    async fn only_the_right_password_opens_and_nobody_opens_what_is_not_there() {
        let kept = hash("Qiyun-2021".into()).await.unwrap();
        assert!(verify("Qiyun-2021".into(), Some(kept.clone())).await);
        assert!(!verify("qiyun-2021".into(), Some(kept)).await);
        assert!(!verify("Qiyun-2021".into(), None).await);
        assert!(!verify("Qiyun-2021".into(), Some("no hash".into())).await);
    }
}
