//! Pairing two, noting that they were in contact, and ending it.
use super::{
    Sort,
    store::{
        self, CONTACT_PHONE, HARDSHIP, HOUSEHOLD, HOUSEHOLD_PHONE, NOTE, Pairing, PairingId,
        contact,
    },
};
use crate::corrections::CorrectionError;
use crate::refusal;
use chrono::NaiveDate;
use db::Keys;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use orgs::unit;
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

pub const SUBJECT: &str = "serve.pairing";
pub const MADE: &str = "serve.pairing.made";
pub const ENDED: &str = "serve.pairing.ended";
pub const CONTACTED: &str = "serve.pairing.contacted";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    pub entry: EntryId,
    pub sort: Sort,
    pub helper: UnitId,
    pub contact: String,
    pub contact_phone: String,
    pub helped: UnitId,
    /// Only of a household; empty otherwise.
    pub household: String,
    pub household_phone: String,
    pub hardship: String,
    pub from_day: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub entry: EntryId,
    pub pairing: PairingId,
    pub day: NaiveDate,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub entry: EntryId,
    pub pairing: PairingId,
    /// The first day on which it stands no more.
    pub day: NaiveDate,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum PairError {
    #[error("there is no such pairing, or it is ended")]
    NoSuchPairing,
    #[error("the right to serve does not reach the unit that helps")]
    NotYours,
    #[error("units of this kind do not help so")]
    Helper,
    #[error("units of this kind are not helped so")]
    Helped,
    #[error("one of the units was not there on that day")]
    UnitNotThen,
    #[error("the name of the contact is missing")]
    Contact,
    #[error("no telephone number: {0}")]
    Phone(&'static str),
    #[error("the household is missing")]
    Household,
    #[error("a text is missing or longer than {NOTE_CHARS_MAX} characters")]
    Text,
    #[error("the day has not come")]
    DayToCome,
    #[error("the day lies before the pairing")]
    BeforePairing,
    #[error("contacts or an end would be left without it")]
    Stands,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for PairError {
    fn from(error: DbErr) -> Self {
        PairError::Book(error.into())
    }
}

/// Pairs two. Safe to repeat with the same entry.
pub async fn make(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Making,
) -> Result<Appended, PairError> {
    check(book, actor, new).await?;
    let seal = |purpose: &str, text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| keys.seal(purpose, text))
    };
    let id = PairingId(new.entry.0);
    let row = Pairing {
        id,
        sort: new.sort.code().to_owned(),
        helper: new.helper,
        contact: new.contact.trim().to_owned(),
        contact_phone: phone(keys, "contact_phone", CONTACT_PHONE, &new.contact_phone)?,
        helped: new.helped,
        household: seal(HOUSEHOLD, &new.household),
        household_phone: phone(
            keys,
            "household_phone",
            HOUSEHOLD_PHONE,
            &new.household_phone,
        )?,
        hardship: seal(HARDSHIP, &new.hardship),
        from_day: new.from_day,
        to_day: None,
        withdrawn: false,
    };
    let act = entry_of(new.entry, MADE, &row);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        store::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What the book says of a pairing: never whom.
pub(super) fn entry_of(id: EntryId, kind: &'static str, pairing: &Pairing) -> NewEntry {
    let subject = Subject::new(SUBJECT, pairing.id);
    NewEntry::new(id, kind, subject, pairing.helper, pairing.from_day)
        .with_details(json!({ "sort": pairing.sort, "helped": pairing.helped }))
        .post(pairing.sort().standing(), 1)
}

/// A telephone number, sealed; none where none is given.
pub(super) fn phone(
    keys: &Keys,
    field: &'static str,
    purpose: &str,
    text: &str,
) -> Result<Option<Vec<u8>>, PairError> {
    match text.trim() {
        "" => Ok(None),
        text => match sheets::phone(text) {
            Some(digits) => Ok(Some(keys.seal(purpose, &digits))),
            None => Err(PairError::Phone(field)),
        },
    }
}

/// Which of the two is typed and is no telephone number.
pub(super) fn wrong_phones(contact: &str, household: &str) -> impl Iterator<Item = PairError> {
    let phones = [("contact_phone", contact), ("household_phone", household)];
    let wrong = phones.map(|(field, typed)| {
        let typed = typed.trim();
        (!typed.is_empty() && sheets::phone(typed).is_none()).then_some(PairError::Phone(field))
    });
    wrong.into_iter().flatten()
}

async fn check(book: &Book, actor: &Actor, new: &Making) -> Result<(), PairError> {
    refusal::first(wrong(book, actor, new).await?)
}

/// All that is wrong with what was typed.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    new: &Making,
) -> Result<Vec<PairError>, DbErr> {
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    let kind = async |unit| -> Result<String, DbErr> {
        let unit = unit::Entity::find_by_id(unit).one(reader).await?;
        Ok(unit.map_or_else(String::new, |unit| unit.kind))
    };
    let fits = |text: &str| {
        let text = text.trim();
        !text.is_empty() && text.chars().count() <= TITLE_CHARS_MAX
    };
    let mut wrong = Vec::new();
    if !tree.reaches(&actor.reach(Right::Serve), new.helper, today) {
        wrong.push(PairError::NotYours);
    } else if !new.sort.may_help(&kind(new.helper).await?) {
        wrong.push(PairError::Helper);
    }
    if !fits(&new.contact) {
        wrong.push(PairError::Contact);
    }
    if kind(new.helped).await? != new.sort.helped() {
        wrong.push(PairError::Helped);
    }
    let is_there = |unit| tree.is_open(unit, new.from_day);
    if today < new.from_day {
        wrong.push(PairError::DayToCome);
    } else if !is_there(new.helper) || !is_there(new.helped) {
        wrong.push(PairError::UnitNotThen);
    }
    wrong.extend(wrong_phones(&new.contact_phone, &new.household_phone));
    let is_household = new.sort == Sort::Household;
    if is_household && !fits(&new.household) {
        wrong.push(PairError::Household);
    }
    let says_more = !(new.household.trim().is_empty() && new.hardship.trim().is_empty());
    if NOTE_CHARS_MAX < new.hardship.chars().count() || (!is_household && says_more) {
        wrong.push(PairError::Text);
    }
    Ok(wrong)
}

/// A pairing of a unit for which the actor serves.
pub(super) async fn served(
    book: &Book,
    actor: &Actor,
    id: PairingId,
) -> Result<Pairing, PairError> {
    let reader = book.db().reader();
    let pairing = store::Entity::find_by_id(id).one(reader).await?;
    let pairing = pairing.filter(|pairing| !pairing.withdrawn);
    let pairing = pairing.ok_or(PairError::NoSuchPairing)?;
    let tree = book.tree(reader).await?;
    match tree.reaches(
        &actor.reach(Right::Serve),
        pairing.helper,
        book.clock().today(),
    ) {
        true => Ok(pairing),
        false => Err(PairError::NotYours),
    }
}

/// Notes that the two were in contact. What was spoken of is sealed.
pub async fn note_contact(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Contact,
) -> Result<Appended, PairError> {
    let pairing = served(book, actor, new.pairing).await?;
    let note = new.note.trim();
    check_contact(book, &pairing, new.day)?;
    check_text(note)?;
    let act = contact_entry(new.entry, CONTACTED, &pairing, new.day);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = contact::Model {
            entry: new.entry,
            pairing: pairing.id,
            day: new.day,
            note: keys.seal(NOTE, note),
        };
        contact::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) fn check_contact(
    book: &Book,
    pairing: &Pairing,
    day: NaiveDate,
) -> Result<(), PairError> {
    match () {
        () if book.clock().today() < day => Err(PairError::DayToCome),
        () if day < pairing.from_day => Err(PairError::BeforePairing),
        () if !pairing.stands(day) => Err(PairError::NoSuchPairing),
        () => Ok(()),
    }
}

pub(super) fn check_end(book: &Book, pairing: &Pairing, day: NaiveDate) -> Result<(), PairError> {
    match () {
        () if book.clock().today() < day => Err(PairError::DayToCome),
        () if day <= pairing.from_day => Err(PairError::BeforePairing),
        () => Ok(()),
    }
}

/// What was spoken of, or why it ends.
pub(super) fn check_text(text: &str) -> Result<(), PairError> {
    match refusal::is_note(text) {
        true => Ok(()),
        false => Err(PairError::Text),
    }
}

pub(super) fn contact_entry(
    id: EntryId,
    kind: &'static str,
    pairing: &Pairing,
    day: NaiveDate,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, pairing.id);
    NewEntry::new(id, kind, subject, pairing.helper, day).post(pairing.sort().contacts(), 1)
}

/// Ends a pairing, with a reason. Safe to repeat with the same entry.
pub async fn end(book: &Book, actor: &Actor, new: &Ending) -> Result<Appended, PairError> {
    let pairing = served(book, actor, new.pairing).await?;
    check_end(book, &pairing, new.day)?;
    let reason = new.reason.trim();
    check_text(reason)?;
    let is_new = entry::by_id(book.db().reader(), new.entry).await?.is_none();
    if is_new && pairing.to_day.is_some() {
        return Err(PairError::NoSuchPairing);
    }
    let subject = Subject::new(SUBJECT, pairing.id);
    let act = NewEntry::new(new.entry, ENDED, subject, pairing.helper, new.day)
        .because(reason)
        .post(pairing.sort().standing(), -1);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        // Read again in the one transaction that writes: two at once end it once.
        let pairing = store::Entity::find_by_id(new.pairing).one(&tx).await?;
        let pairing = pairing.filter(|pairing| pairing.to_day.is_none());
        let mut row = pairing.ok_or(PairError::NoSuchPairing)?.into_active_model();
        row.to_day = Set(Some(new.day));
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(appended)
}
