//! Raising a case: by anybody, or by an officer on somebody's behalf. The same act.
pub mod similar;

use super::{
    case::{Kind, State},
    moment, number,
    store::{self, CODE, CaseId, NAME, PHONE},
};
use crate::{accounts, visits::Audience};
use db::Keys;
use kernel::{
    Actor, EntryId, PersonId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const SUBJECT: &str = "serve.case";
pub const RAISED: &str = "serve.case.raised";

/// Characters of the title that a case without one takes from its text.
const TITLE_FROM_TEXT_CHARS: usize = 24;

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
    #[error(
        "more than {NOTE_CHARS_MAX} characters, or more than {TITLE_CHARS_MAX} in place or name"
    )]
    TooLong,
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
    let digits = check(book, actor, new).await?;
    let tx = book.db().begin().await?;
    let appended = write(&tx, book, keys, actor, new, digits, None).await?;
    tx.commit().await?;
    Ok(appended)
}

/// Whether it can be raised so; gives the digits of the telephone number, if there is one.
pub(crate) async fn check(
    book: &Book,
    actor: &Actor,
    new: &Raising,
) -> Result<Option<String>, RaiseError> {
    let body = new.body.trim();
    if body.is_empty() {
        return Err(RaiseError::Nothing);
    }
    let is_long = |text: &str, max: usize| max < text.trim().chars().count();
    if is_long(body, NOTE_CHARS_MAX)
        || is_long(&new.place, TITLE_CHARS_MAX)
        || is_long(&new.name, TITLE_CHARS_MAX)
    {
        return Err(RaiseError::TooLong);
    }
    let digits = match new.phone.trim() {
        "" => None,
        text => Some(sheets::phone(text).ok_or(RaiseError::Phone)?),
    };
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
        let code = CODE.made(keys, new.entry);
        let row = store::Model {
            id,
            number: number::next(tx, day).await?,
            kind: new.kind.code().to_owned(),
            state: State::Raised.code().to_owned(),
            title: title(new.body.trim()),
            body: new.body.trim().to_owned(),
            place: new.place.trim().to_owned(),
            public_title: String::new(),
            desk: new.desk,
            raised_on: day,
            raised_at: moment::now(book.clock()),
            raised_by: actor.person,
            name: (!name.is_empty()).then(|| keys.seal(NAME, name)),
            phone: digits.as_ref().map(|digits| keys.seal(PHONE, digits)),
            phone_found_by: digits.map(|digits| keys.fingerprint(PHONE, &digits)),
            code_found_by: CODE.found_by(keys, &code),
            limit_code: None,
            measure: None,
            amount: None,
            clock_from: None,
            due_at: None,
            due_on: None,
            is_paused: false,
            accepted_on: None,
            answered_on: None,
            answered_by: None,
            called_back: None,
            called_back_on: None,
            called_back_by: None,
            confirmed_on: None,
            confirmed_by: None,
            closed_on: None,
            closed_by: None,
            was_on_time: None,
            visited: visited.map(|audience| audience.code().to_owned()),
            version: 0,
        };
        store::Entity::insert(row.into_active_model())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(appended)
}

/// The first words of the text, up to its first full stop.
fn title(body: &str) -> String {
    let first = body
        .split(['。', '\n', '！', '？', '；'])
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or(body);
    let mut title: String = first.chars().take(TITLE_FROM_TEXT_CHARS).collect();
    if TITLE_FROM_TEXT_CHARS < first.chars().count() {
        // Latin words are not cut in the middle where that can be helped.
        if let Some((whole, _)) = title.rsplit_once(' ') {
            title.truncate(whole.len());
        }
        title.push('…');
    }
    title
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
