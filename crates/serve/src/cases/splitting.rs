//! Splitting a case that is two things: what is split off gets a number of its own, and whoever asked follows both.
use super::{
    acting,
    born::{Born, Contact, communities},
    case::Kind,
    moment, place,
    raising::SUBJECT,
    store::{CODE, CaseId, Whole},
};
use crate::{accounts, refusal};
use db::Keys;
use kernel::{
    Actor, EntryId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

pub const SPLIT: &str = "serve.case.split";

/// What is split off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splitting {
    pub entry: EntryId,
    pub from: CaseId,
    pub kind: Kind,
    pub body: String,
    pub place: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SplitError {
    #[error("there is no such case")]
    NoSuchCase,
    #[error("another unit keeps the case")]
    NotYours,
    #[error("the case is not open any more")]
    NotOpen,
    #[error("nothing is said")]
    Nothing,
    #[error("{0} is longer than {1} characters")]
    TooLong(&'static str, usize),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SplitError {
    fn from(error: DbErr) -> Self {
        SplitError::Book(error.into())
    }
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Splitting) -> Vec<SplitError> {
    let texts = [
        ("body", new.body.as_str(), NOTE_CHARS_MAX),
        ("place", &new.place, TITLE_CHARS_MAX),
    ];
    let long = refusal::too_long(texts);
    let mut wrong: Vec<SplitError> = long
        .map(|(field, max)| SplitError::TooLong(field, max))
        .collect();
    if new.body.trim().is_empty() {
        wrong.push(SplitError::Nothing);
    }
    wrong
}

/// Splits a case. Sent twice, it is split once; the new case has the id of the entry.
pub async fn split(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Splitting,
) -> Result<Appended, SplitError> {
    refusal::first(wrong(new))?;
    let body = new.body.trim();
    let reader = book.db().reader();
    let tree = book.tree(reader).await?;
    let communities = communities(reader).await?;
    let (today, now) = (book.clock().today(), moment::now(book.clock()));
    let tx = book.db().begin().await?;
    let whole = Whole::load(&tx, new.from).await?;
    let whole = whole.ok_or(SplitError::NoSuchCase)?;
    if !acting::who(&tree, actor, &whole, today).keeps_it {
        return Err(SplitError::NotYours);
    }
    let from = whole.case;
    // Sent again on another day, it is still the act of the first day.
    let before = entry::by_id(&tx, new.entry).await?;
    let day = before.map_or(today, |before| before.happened_on);
    let id = CaseId(new.entry.0);
    let print = Uuid::new_v5(&new.entry.0, body.as_bytes());
    let act = NewEntry::new(new.entry, SPLIT, Subject::new(SUBJECT, id), from.desk, day)
        .with_details(json!({ "from": new.from, "kind": new.kind.code(), "print": print }))
        .post(accounts::case_raised(new.kind.code()), 1);
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        if !from.state().is_open() {
            return Err(SplitError::NotOpen);
        }
        let born = Born {
            id,
            kind: new.kind,
            body,
            place: &new.place,
            place_key: place::key(&new.place, &communities),
            desk: from.desk,
            raised_by: actor.person,
            contact: Contact {
                name: from.name,
                phone: from.phone,
                phone_found_by: from.phone_found_by,
            },
            code_found_by: CODE.found_by(keys, &CODE.made(keys, new.entry)),
            split_from: Some(from.id),
            visited: None,
        };
        born.insert(&tx, day, now).await?;
    }
    tx.commit().await?;
    Ok(appended)
}
