use super::Changes;
use db::{Keys, Tx};
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{
    AppendError, Appended, Book, CorrectError, NewEntry,
    entry::{self, Entry},
};
use sea_orm::{ConnectionTrait, DbErr};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    /// The entry that says what is wrong, as the person saw it.
    pub corrects: EntryId,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectionError {
    #[error("there is no such entry")]
    NoSuchEntry,
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
    #[error("nothing differs from what it says")]
    Nothing,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CorrectionError {
    fn from(error: DbErr) -> Self {
        CorrectionError::Book(error.into())
    }
}

impl From<CorrectError> for CorrectionError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectionError::Reason,
            CorrectError::AlreadyCorrected { .. } => CorrectionError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectionError::NoSuchEntry,
            CorrectError::Append(error) => error.into(),
        }
    }
}

/// Whether an entry takes something back. What was taken back is recorded anew, not corrected.
fn takes_back(entry: &Entry) -> bool {
    entry.kind.ends_with(".withdrawn")
}

/// The first entry of the chain to which this one belongs, and this one.
pub(super) async fn chain(
    connection: &impl ConnectionTrait,
    one: EntryId,
) -> Result<Option<(Entry, Entry)>, DbErr> {
    let found = entry::by_id(connection, one).await?;
    let Some(found) = found.filter(|found| !takes_back(found)) else {
        return Ok(None);
    };
    let first = match found.root {
        Some(root) => entry::by_seqs(connection, &[root]).await?.pop(),
        None => Some(found.clone()),
    };
    Ok(first.map(|first| (first, found)))
}

/// The first entry of the chain to which this one belongs: of that kind it must be.
pub(crate) async fn first(
    connection: &impl ConnectionTrait,
    one: EntryId,
    kind: &str,
) -> Result<Entry, CorrectionError> {
    let found = chain(connection, one).await?.map(|(first, _)| first);
    found
        .filter(|first| first.kind == kind)
        .ok_or(CorrectionError::NoSuchEntry)
}

/// Writes a correction into the book, and beside it what it changed. What the record says is for the caller to change, if
/// this says that it is new.
pub(crate) async fn write(
    tx: &Tx,
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    (act, changes): (NewEntry, &Changes),
) -> Result<Appended, CorrectionError> {
    if NOTE_CHARS_MAX < new.reason.chars().count() {
        return Err(CorrectionError::Reason);
    }
    let act = act.because(new.reason.trim());
    let appended = ledger::correct(tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if changes.are_none() {
            return Err(CorrectionError::Nothing);
        }
        changes.write(tx, keys, new.entry).await?;
    }
    Ok(appended)
}
