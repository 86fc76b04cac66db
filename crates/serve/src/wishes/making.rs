//! Making a wish: by anybody without an account, or by a branch on somebody's behalf. The same act.
use super::{
    store::{self, BODY, CODE, NAME, PHONE, WishId},
    wish::State,
};
use crate::accounts;
use crate::refusal;
use db::Keys;
use kernel::{
    Actor, EntryId, PersonId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const SUBJECT: &str = "serve.wish";
pub const MADE: &str = "serve.wish.made";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// Also the wish's id.
    pub entry: EntryId,
    /// The unit that keeps it.
    pub unit: UnitId,
    pub is_child: bool,
    /// What is wished, in their own words.
    pub body: String,
    /// How to call them, if they say.
    pub name: String,
    /// As typed; empty if they do not say.
    pub phone: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error("nothing is wished")]
    Nothing,
    #[error("more than {1} characters: {0}")]
    TooLong(&'static str, usize),
    #[error("no telephone number")]
    Phone,
    #[error("no way to tell them that it is fulfilled")]
    PhoneMissing,
    #[error("there is no such unit, or it is closed")]
    NoSuchUnit,
    #[error("the right to handle wishes does not reach the unit")]
    NotYours,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for MakeError {
    fn from(error: DbErr) -> Self {
        MakeError::Book(error.into())
    }
}

/// Makes a wish. Nobody sees it but those who keep it, until they publish it. Sent twice, it is one wish.
///
/// # Errors
/// One variant for each thing to be put right; nothing is written then.
pub async fn make(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Making,
) -> Result<Appended, MakeError> {
    let (body, name) = (new.body.trim(), new.name.trim());
    let is_public = actor.person == PersonId::PUBLIC;
    refusal::first(wrong(new, is_public))?;
    let phone = sheets::phone(&new.phone);
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    if !tree.is_open(new.unit, today) {
        return Err(MakeError::NoSuchUnit);
    }
    if !is_public && !tree.reaches(&actor.reach(Right::Serve), new.unit, today) {
        return Err(MakeError::NotYours);
    }
    // Sent again on another day, it is still the act of the first day.
    let before = entry::by_id(reader, new.entry).await?;
    let day = before.map_or(today, |before| before.happened_on);
    let id = WishId(new.entry.0);
    let act = NewEntry::new(new.entry, MADE, Subject::new(SUBJECT, id), new.unit, day)
        .with_details(json!({ "print": print(keys, new) }))
        .post(accounts::WISH_MADE, 1);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let seal = |purpose, text: &str| (!text.is_empty()).then(|| keys.seal(purpose, text));
        let row = store::Model {
            id,
            unit: new.unit,
            state: State::Made,
            is_child: new.is_child,
            body: keys.seal(BODY, body),
            name: seal(NAME, name),
            phone: phone.as_deref().and_then(|phone| seal(PHONE, phone)),
            phone_found_by: phone.as_deref().map(|phone| keys.fingerprint(PHONE, phone)),
            code_found_by: CODE.found_by(keys, &CODE.made(keys, new.entry)),
            made_on: day,
            made_by: actor.person,
            wording: String::new(),
            published_on: None,
            refusal: String::new(),
            guardian: None,
            consent_on: None,
            consent_by: None,
            lit_on: None,
            lit_by: None,
            lit_unit: None,
            lit_entry: None,
            lapses_on: None,
            ready_how: String::new(),
            delivered_on: None,
            delivered_how: String::new(),
            thanked_on: None,
            thanks: None,
            version: 0,
        };
        store::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Making, is_public: bool) -> Vec<MakeError> {
    let (body, name, phone) = (new.body.trim(), new.name.trim(), new.phone.trim());
    let mut wrong = Vec::new();
    if body.is_empty() {
        wrong.push(MakeError::Nothing);
    }
    let texts = [
        ("body", body, NOTE_CHARS_MAX),
        ("name", name, TITLE_CHARS_MAX),
    ];
    let long = texts
        .into_iter()
        .filter(|(_, text, max)| *max < text.chars().count());
    wrong.extend(long.map(|(field, _, max)| MakeError::TooLong(field, max)));
    if phone.is_empty() && is_public {
        wrong.push(MakeError::PhoneMissing);
    } else if !phone.is_empty() && sheets::phone(phone).is_none() {
        wrong.push(MakeError::Phone);
    }
    wrong
}

/// Tells two acts apart without telling what they say.
fn print(keys: &Keys, new: &Making) -> String {
    let all = [&new.body, &new.name, &new.phone].map(|text| text.trim());
    let print = keys.fingerprint("serve.wish.print", &all.join("\u{1f}"));
    let print = print.iter().take(16);
    print.map(|byte| format!("{byte:02x}")).collect()
}
