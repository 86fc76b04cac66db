//! Raising a case: by anybody, or by an officer on somebody's behalf. The same act.
pub mod similar;

use super::{
    born::{Born, Contact, communities},
    case::Kind,
    moment, place,
    store::{CODE, CaseId, NAME, PHONE},
};
use crate::{accounts, refusal, visits::Audience};
use db::Keys;
use files::FileId;
use kernel::{
    Actor, EntryId, PersonId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::DbErr;
use serde_json::json;

pub const SUBJECT: &str = "serve.case";
pub const RAISED: &str = "serve.case.raised";
/// Most pictures of one case.
pub const PICTURES_MAX: usize = 5;

/// What somebody brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raising {
    pub entry: EntryId,
    pub kind: Kind,
    /// What it is about, in their own words.
    pub body: String,
    /// Where, in words.
    pub place: String,
    /// How to call them, if they say.
    pub name: String,
    pub phone: String,
    /// The unit that hears it; it keeps it until another takes it.
    pub desk: UnitId,
}

#[derive(Debug, thiserror::Error)]
pub enum RaiseError {
    #[error("nothing is said")]
    Nothing,
    #[error("more than {1} characters: {0}")]
    TooLong(&'static str, usize),
    #[error("more than {PICTURES_MAX} pictures")]
    TooManyFiles,
    #[error("{0} is no picture")]
    NotAPicture(String),
    #[error("no telephone number")]
    Phone,
    #[error("the right to handle cases does not reach the unit")]
    NotYours,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for RaiseError {
    fn from(error: DbErr) -> Self {
        RaiseError::Book(error.into())
    }
}

/// Raises a case. Sent twice, it is one case.
pub async fn raise(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Raising,
) -> Result<Appended, RaiseError> {
    raise_with(book, keys, actor, new, &[]).await
}

/// Raises a case with pictures that were taken in with its form.
pub async fn raise_with(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Raising,
    pictures: &[FileId],
) -> Result<Appended, RaiseError> {
    let id = CaseId(new.entry.0);
    let (record, sender) = (record_of(id), sender(actor));
    if PICTURES_MAX < pictures.len() {
        return Err(RaiseError::TooManyFiles);
    }
    let sent = files::wanted(book.db().reader(), &record, sender, pictures).await?;
    if let Some(other) = sent.iter().find(|file| !file.kind().is_picture()) {
        return Err(RaiseError::NotAPicture(other.name.clone()));
    }
    let digits = check(book, actor, new).await?;
    let tx = book.db().begin().await?;
    let appended = write(&tx, book, keys, actor, new, digits, None).await?;
    if appended.is_new() {
        files::set(&tx, &record, sender, pictures).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Raising) -> Vec<RaiseError> {
    let (body, phone) = (new.body.trim(), new.phone.trim());
    let mut wrong = Vec::new();
    if body.is_empty() {
        wrong.push(RaiseError::Nothing);
    }
    let texts = [
        ("body", body, NOTE_CHARS_MAX),
        ("place", new.place.trim(), TITLE_CHARS_MAX),
        ("name", new.name.trim(), TITLE_CHARS_MAX),
    ];
    let long = texts
        .into_iter()
        .filter(|(_, text, max)| *max < text.chars().count());
    wrong.extend(long.map(|(field, _, max)| RaiseError::TooLong(field, max)));
    if !phone.is_empty() && sheets::phone(phone).is_none() {
        wrong.push(RaiseError::Phone);
    }
    wrong
}

/// Whether it can be raised so; gives the digits of the telephone number, if there is one.
pub(crate) async fn check(
    book: &Book,
    actor: &Actor,
    new: &Raising,
) -> Result<Option<String>, RaiseError> {
    refusal::first(wrong(new))?;
    let digits = sheets::phone(&new.phone);
    let reader = book.db().reader();
    let tree = book.tree(reader).await?;
    let today = book.clock().today();
    let is_public = actor.person == PersonId::PUBLIC;
    if !is_public && !tree.reaches(&actor.reach(Right::Serve), new.desk, today) {
        return Err(RaiseError::NotYours);
    }
    Ok(digits)
}

/// Writes what was checked, in the transaction of the act that it belongs to. `visited`: it was heard on such a visit.
pub(crate) async fn write(
    tx: &db::Tx,
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Raising,
    digits: Option<String>,
    visited: Option<Audience>,
) -> Result<Appended, RaiseError> {
    // Sent again on another day, it is still the act of the first day.
    let before = entry::by_id(tx, new.entry).await?;
    let day = before.map_or_else(|| book.clock().today(), |before| before.happened_on);
    let id = CaseId(new.entry.0);
    let act = NewEntry::new(new.entry, RAISED, Subject::new(SUBJECT, id), new.desk, day)
        .with_details(json!({ "kind": new.kind.code(), "print": print(keys, new) }))
        .post(accounts::case_raised(new.kind.code()), 1);
    let appended = ledger::append(tx, book, actor, &act).await?;
    if appended.is_new() {
        let name = new.name.trim();
        let born = Born {
            id,
            kind: new.kind,
            body: new.body.trim(),
            place: &new.place,
            place_key: place::key(&new.place, &communities(tx).await?),
            desk: new.desk,
            raised_by: actor.person,
            contact: Contact {
                name: (!name.is_empty()).then(|| keys.seal(NAME, name)),
                phone: digits.as_ref().map(|digits| keys.seal(PHONE, digits)),
                phone_found_by: digits.map(|digits| keys.fingerprint(PHONE, &digits)),
            },
            code_found_by: CODE.found_by(keys, &CODE.made(keys, new.entry)),
            split_from: None,
            visited,
        };
        born.insert(tx, day, moment::now(book.clock())).await?;
    }
    Ok(appended)
}

/// What the files of a case belong to.
pub fn record_of(case: CaseId) -> files::Record {
    files::Record::new(SUBJECT, case)
}

/// Under whom files were taken in: strangers have no account.
pub(super) fn sender(actor: &Actor) -> Option<PersonId> {
    (actor.person != PersonId::PUBLIC).then_some(actor.person)
}

/// Tells two acts apart without telling what they say.
fn print(keys: &Keys, new: &Raising) -> String {
    let all = [&new.body, &new.place, &new.name, &new.phone].map(|text| text.trim());
    let print = keys.fingerprint("serve.case.print", &all.join("\u{1f}"));
    print
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests;
