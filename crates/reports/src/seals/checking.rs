//! Checking a printed seal against the book as it is now.
use ledger::seal::{self, Finding, Printed, Seal, Wanted, book_code};
use sea_orm::{ConnectionTrait, DbErr};

/// What a printed seal proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The seal is the one that was printed, and all that it covers is as it was.
    True(Box<Seal>),
    /// The seal is the one that was printed, and what it covers was changed.
    Changed(Box<Seal>, Vec<Finding>),
    /// The book has another seal under this number: it was written anew since the seal was printed.
    WrittenAnew(Box<Seal>),
    /// The book has no seal with this number.
    NotThere { latest: Option<i64> },
    /// The seal is of another book, or this one was written anew from its first seal.
    OtherBook { ours: Option<String> },
}

impl Proof {
    pub fn is_true(&self) -> bool {
        matches!(self, Proof::True(_))
    }
}

/// Compares; `wanted` says how much below the seal is read again.
pub async fn prove(
    connection: &impl ConnectionTrait,
    printed: &Printed,
    wanted: Wanted,
    progress: impl FnMut(u64, u64) + Send,
) -> Result<Proof, DbErr> {
    let first = seal::first(connection).await?;
    let ours = first.as_ref().map(book_code);
    if ours.as_ref() != Some(&printed.book) {
        return Ok(Proof::OtherBook { ours });
    }
    let Some(found) = seal::find(connection, printed.number).await? else {
        let latest = seal::latest(connection).await?.map(|seal| seal.number);
        return Ok(Proof::NotThere { latest });
    };
    let found = Box::new(found);
    if !printed.is_of(&found) {
        return Ok(Proof::WrittenAnew(found));
    }
    let verified = seal::verify(connection, wanted, progress).await?;
    Ok(match verified.is_true() {
        true => Proof::True(found),
        false => Proof::Changed(found, verified.findings),
    })
}
