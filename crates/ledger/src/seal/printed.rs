//! A seal as it is printed: short enough to be typed, exact enough to prove all that came before.
//!
//! `LD1-42-20210514-K7QM3ZP2-8Q4T-…-XJ2C`: form, number, day, the book's code, 160 bits of the hash, and a check against
//! slips of the pen. Signs are those of Crockford's base 32, without letters that look like digits.
use super::{Hash, Seal};
use crate::{day, entry};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

const FORM: &str = "LD1";
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of the book's code, of the hash, and of the check.
const BOOK: usize = 8;
const HASH: usize = 32;
const CHECK: usize = 4;

/// What a printed seal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub number: i64,
    pub day: NaiveDate,
    /// Which book it is of.
    pub book: String,
    hash: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPrinted {
    #[error("this is no seal: one begins with {FORM}-, a number and a day")]
    NoSeal,
    #[error("the seal has {0} signs behind its day, and should have {all}", all = BOOK + HASH + CHECK)]
    Length(usize),
    #[error("`{0}` is no sign of a seal")]
    Sign(char),
    #[error("a sign is wrong: its check does not fit")]
    Slip,
}

/// A book's code follows from its first seal.
pub fn book_code(first: &Seal) -> String {
    signs(&first.hash, BOOK)
}

impl Seal {
    /// As it is printed; `first` is the first seal of the book.
    pub fn printed(&self, first: &Seal) -> Printed {
        Printed {
            number: self.number,
            day: self.day,
            book: book_code(first),
            hash: signs(&self.hash, HASH),
        }
    }
}

impl Printed {
    /// Reads what was typed or scanned. Small letters, spaces and line breaks are taken, and letters that look like digits.
    pub fn read(text: &str) -> Result<Printed, NotPrinted> {
        let mut parts = text
            .split(|sign: char| sign == '-' || sign.is_whitespace())
            .filter(|part| !part.is_empty());
        let form = parts.next().ok_or(NotPrinted::NoSeal)?;
        if !form.eq_ignore_ascii_case(FORM) {
            return Err(NotPrinted::NoSeal);
        }
        let mut number = || parts.next()?.parse::<i64>().ok();
        let seal = number().ok_or(NotPrinted::NoSeal)?;
        let day = number().and_then(|day| entry::date(day.try_into().ok()?).ok());
        let day = day.ok_or(NotPrinted::NoSeal)?;
        let mut rest = String::new();
        for sign in parts.flat_map(str::chars) {
            rest.push(match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign if sign.is_ascii() && SIGNS.contains(&(sign as u8)) => sign,
                _ => return Err(NotPrinted::Sign(sign)),
            });
        }
        if rest.len() != BOOK + HASH + CHECK {
            return Err(NotPrinted::Length(rest.len()));
        }
        let printed = Printed {
            number: seal,
            day,
            book: rest[..BOOK].to_owned(),
            hash: rest[BOOK..BOOK + HASH].to_owned(),
        };
        match printed.check() == rest[BOOK + HASH..] {
            true => Ok(printed),
            false => Err(NotPrinted::Slip),
        }
    }

    /// Whether it was printed from this seal as it stands now.
    pub fn is_of(&self, seal: &Seal) -> bool {
        self.number == seal.number && self.day == seal.day && self.hash == signs(&seal.hash, HASH)
    }

    fn check(&self) -> String {
        let said = format!("{} {} {} {}", self.number, self.day, self.book, self.hash);
        signs(&Sha256::digest(said).into(), CHECK)
    }
}

impl std::fmt::Display for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{FORM}-{}-{}-{}",
            self.number,
            day::number(self.day),
            self.book
        )?;
        for four in self.hash.as_bytes().chunks(4) {
            write!(f, "-{}", String::from_utf8_lossy(four))?;
        }
        write!(f, "-{}", self.check())
    }
}

/// The first bits of a hash, five a sign.
fn signs(hash: &Hash, count: usize) -> String {
    let bit = |at: usize| usize::from(hash[at / 8] >> (7 - at % 8) & 1);
    (0..count)
        .map(|sign| {
            let value = (0..5).fold(0, |value, at| value * 2 + bit(sign * 5 + at));
            char::from(SIGNS[value])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed() -> Printed {
        let hash: Hash = Sha256::digest("a seal").into();
        Printed {
            number: 42,
            day: NaiveDate::from_ymd_opt(2021, 5, 14).unwrap(),
            book: signs(&hash, BOOK),
            hash: signs(&hash, HASH),
        }
    }

    #[test]
    fn a_printed_seal_is_read_as_people_type_it() {
        let text = printed().to_string();
        assert_eq!(Printed::read(&text), Ok(printed()));
        let typed = text
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replacen("ld1 42 2o21o514", "ld1-42-20210514\n", 1);
        assert_eq!(Printed::read(&typed), Ok(printed()), "{typed}");
    }

    #[test]
    fn every_slip_of_one_sign_is_noticed() {
        let text = printed().to_string();
        for at in "LD1-42-20210514-".len()..text.len() {
            let was = text.as_bytes()[at];
            if was == b'-' {
                continue;
            }
            for sign in SIGNS.iter().filter(|sign| **sign != was) {
                let mut typed = text.clone().into_bytes();
                typed[at] = *sign;
                let typed = String::from_utf8(typed).unwrap();
                assert_eq!(Printed::read(&typed), Err(NotPrinted::Slip));
            }
        }
        assert_eq!(
            Printed::read(&text.replacen("-42-", "-43-", 1)),
            Err(NotPrinted::Slip)
        );
        assert_eq!(Printed::read("hello"), Err(NotPrinted::NoSeal));
        assert_eq!(
            Printed::read(&text[..text.len() - 5]),
            Err(NotPrinted::Length(40))
        );
        assert_eq!(
            Printed::read(&text.replace("LD1-42-20210514-", "LD1-42-20210514-U")),
            Err(NotPrinted::Sign('U'))
        );
    }
}
