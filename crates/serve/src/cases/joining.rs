//! "I have the same": one more asker of an open case, with a code of their own. The case counts once.
use super::{
    raising::SUBJECT,
    store::{self, CODE, Case, CaseId, NAME, PHONE, asker},
};
use db::Keys;
use kernel::{Actor, EntryId, limits::TITLE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const JOINED: &str = "serve.case.joined";

/// How to reach somebody who has the same, if they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    pub entry: EntryId,
    pub case: CaseId,
    pub name: String,
    pub phone: String,
}

#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// Not there, not open, or nothing of it is public.
    #[error("no such case that can be joined")]
    NoSuchCase,
    #[error("the name has more than {TITLE_CHARS_MAX} characters")]
    TooLong,
    #[error("no telephone number")]
    Phone,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for JoinError {
    fn from(error: DbErr) -> Self {
        JoinError::Book(error.into())
    }
}

/// The case, if somebody still works on it.
pub(super) async fn open(
    connection: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Option<Case>, DbErr> {
    let case = store::Entity::find_by_id(case).one(connection).await?;
    Ok(case.filter(|case| case.state().is_open()))
}

/// The case, if strangers may know of it and somebody still works on it.
pub(super) async fn open_to_all(
    connection: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Option<Case>, DbErr> {
    let case = open(connection, case).await?;
    Ok(case.filter(|case| !case.public_title.is_empty()))
}

/// Joins a case. Sent twice, it is one asker with one code.
pub async fn join(book: &Book, keys: &Keys, new: &Joining) -> Result<Appended, JoinError> {
    join_by(book, keys, None, new).await
}

/// An officer writes down somebody else who has the same; the case need not be public for them, and may be theirs to see only.
pub async fn join_for(
    book: &Book,
    keys: &Keys,
    officer: &Actor,
    new: &Joining,
) -> Result<Appended, JoinError> {
    join_by(book, keys, Some(officer), new).await
}

async fn join_by(
    book: &Book,
    keys: &Keys,
    officer: Option<&Actor>,
    new: &Joining,
) -> Result<Appended, JoinError> {
    if TITLE_CHARS_MAX < new.name.trim().chars().count() {
        return Err(JoinError::TooLong);
    }
    let digits = match new.phone.trim() {
        "" => None,
        text => Some(sheets::phone(text).ok_or(JoinError::Phone)?),
    };
    let tx = book.db().begin().await?;
    let before = entry::by_id(&tx, new.entry).await?;
    let case = match before {
        // Sent again after the case was closed, it is still the act of then.
        Some(_) => store::Entity::find_by_id(new.case).one(&tx).await?,
        None if officer.is_some() => open(&tx, new.case).await?,
        None => open_to_all(&tx, new.case).await?,
    };
    let case = case.ok_or(JoinError::NoSuchCase)?;
    let today = book.clock().today();
    let day = before.map_or(today, |before| before.happened_on);
    let print = keys.fingerprint(
        "serve.case.print",
        &format!("{}\u{1f}{}", new.name, new.phone),
    );
    let print: String = print
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let act = NewEntry::new(
        new.entry,
        JOINED,
        Subject::new(SUBJECT, case.id),
        case.desk,
        day,
    )
    .with_details(json!({ "print": print }));
    let public = Actor::public(case.desk);
    let appended = ledger::append(&tx, book, officer.unwrap_or(&public), &act).await?;
    if appended.is_new() {
        let name = new.name.trim();
        let row = asker::Model {
            entry: new.entry,
            case_id: case.id,
            joined_on: day,
            name: (!name.is_empty()).then(|| keys.seal(NAME, name)),
            phone: digits.as_ref().map(|digits| keys.seal(PHONE, digits)),
            phone_found_by: digits.map(|digits| keys.fingerprint(PHONE, &digits)),
            code_found_by: CODE.found_by(keys, &CODE.made(keys, new.entry)),
        };
        asker::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}
