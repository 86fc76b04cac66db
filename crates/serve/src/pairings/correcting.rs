//! Correcting what was said of a pairing, a contact or the end, or taking one of them back.
//!
//! Whom it joins is not corrected: that is another pairing.
use super::{
    Sort,
    making::{
        CONTACTED, ENDED, MADE, PairError, SUBJECT, check_contact, contact_entry, entry_of, phone,
        served, wrong_phones,
    },
    store::{
        self, CONTACT_PHONE, HARDSHIP, HOUSEHOLD, HOUSEHOLD_PHONE, NOTE, Pairing, PairingId,
        contact,
    },
};
use crate::{
    corrections::{self, Changes, Correcting, Part},
    refusal,
};
use chrono::NaiveDate;
use db::{Keys, Tx};
use kernel::{
    Actor,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{Appended, Book, NewEntry, Subject, entry::Entry};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, ModelTrait, PaginatorTrait,
    QueryFilter, Set,
};

pub const CORRECTED: &str = "serve.pairing.corrected";
pub const WITHDRAWN: &str = "serve.pairing.withdrawn";

/// What is right of a pairing. What is sealed and left empty stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub contact: String,
    pub contact_phone: String,
    pub household: String,
    pub household_phone: String,
    pub hardship: String,
    pub from_day: NaiveDate,
}

/// Corrects what was said when the two were paired; with `None` they never were. Safe to repeat with the same entry.
pub async fn correct_making(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<&Profile>,
) -> Result<Appended, PairError> {
    let (_, pairing) = theirs(book, actor, new, MADE).await?;
    if let Some(right) = right {
        refusal::first(wrong(book, &pairing, right).await?)?;
    }
    let tx = book.db().begin().await?;
    let mut now = find(&tx, pairing.id).await?;
    let contacts = contact::Entity::find().filter(contact::Column::Pairing.eq(now.id));
    let (act, changes) = match right {
        None => (taken_back(book, new, &now), Changes::taking_back(now.id.0)),
        Some(right) => {
            let changes = put(keys, &mut now, right)?;
            (entry_of(new.entry, CORRECTED, &now), changes)
        }
    };
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let early = match right {
            // Each contact and the end count for themselves.
            None => contacts.count(&tx).await? + u64::from(now.to_day.is_some()),
            Some(right) => {
                let early = contacts.filter(contact::Column::Day.lt(right.from_day));
                let ends = now.to_day.is_some_and(|end| end <= right.from_day);
                early.count(&tx).await? + u64::from(ends)
            }
        };
        if 0 < early {
            return Err(PairError::Stands);
        }
        if right.is_none() {
            now.withdrawn = true;
            // So it is cleared in its time like any other.
            now.to_day = Some(book.clock().today());
        }
        now.into_active_model().reset_all().update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// All that is wrong with what is said to be right.
pub(super) async fn wrong(
    book: &Book,
    pairing: &Pairing,
    right: &Profile,
) -> Result<Vec<PairError>, DbErr> {
    let mut wrong = Vec::new();
    let tree = book.tree(book.db().reader()).await?;
    let is_there = |unit| tree.is_open(unit, right.from_day);
    if book.clock().today() < right.from_day {
        wrong.push(PairError::DayToCome);
    } else if !is_there(pairing.helper) || !is_there(pairing.helped) {
        wrong.push(PairError::UnitNotThen);
    }
    let contact = right.contact.trim();
    if contact.is_empty() || TITLE_CHARS_MAX < contact.chars().count() {
        wrong.push(PairError::Contact);
    }
    wrong.extend(wrong_phones(&right.contact_phone, &right.household_phone));
    if TITLE_CHARS_MAX < right.household.trim().chars().count() {
        wrong.push(PairError::Household);
    }
    let is_household = pairing.sort() == Sort::Household;
    let says_more = !(right.household.trim().is_empty() && right.hardship.trim().is_empty());
    if NOTE_CHARS_MAX < right.hardship.chars().count() || (!is_household && says_more) {
        wrong.push(PairError::Text);
    }
    Ok(wrong)
}

/// Puts what is right into the row, and says what differs.
fn put(keys: &Keys, row: &mut Pairing, right: &Profile) -> Result<Changes, PairError> {
    let contact_phone = phone(keys, "contact_phone", CONTACT_PHONE, &right.contact_phone)?;
    let home = &right.household_phone;
    let home = phone(keys, "household_phone", HOUSEHOLD_PHONE, home)?;
    let seal = |purpose: &str, text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| keys.seal(purpose, text))
    };
    let mut changes = Changes::of(row.id.0)
        .part(Part::PairingContact, &row.contact, &right.contact)
        .part(Part::PairingFrom, row.from_day, right.from_day);
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| {
        let opened = sealed.as_deref().map(|sealed| keys.open(purpose, sealed));
        opened.and_then(Result::ok).unwrap_or_default()
    };
    let sealed = [
        (
            Part::PairingContactPhone,
            CONTACT_PHONE,
            &mut row.contact_phone,
            contact_phone,
        ),
        (
            Part::PairingHousehold,
            HOUSEHOLD,
            &mut row.household,
            seal(HOUSEHOLD, &right.household),
        ),
        (
            Part::PairingHouseholdPhone,
            HOUSEHOLD_PHONE,
            &mut row.household_phone,
            home,
        ),
        (
            Part::PairingHardship,
            HARDSHIP,
            &mut row.hardship,
            seal(HARDSHIP, &right.hardship),
        ),
    ];
    for (part, purpose, was, now) in sealed {
        if now.is_some() {
            changes = changes.private(part, &open(purpose, was), &open(purpose, &now));
            *was = now;
        }
    }
    row.contact = right.contact.trim().to_owned();
    row.from_day = right.from_day;
    Ok(changes)
}

/// Corrects a contact; an empty note stays as it is. With `None` there was none.
pub async fn correct_contact(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<(NaiveDate, &str)>,
) -> Result<Appended, PairError> {
    let (first, pairing) = theirs(book, actor, new, CONTACTED).await?;
    let act = match right {
        Some((day, note)) => {
            refusal::first(wrong_contact(book, &pairing, (day, note)))?;
            contact_entry(new.entry, CORRECTED, &pairing, day)
        }
        None => taken_back(book, new, &pairing),
    };
    let tx = book.db().begin().await?;
    let noted = contact::Entity::find_by_id(first.id).one(&tx).await?;
    let was = noted.as_ref().map_or_else(String::new, |noted| {
        keys.open(NOTE, &noted.note).unwrap_or_default()
    });
    let note = match right {
        Some((_, note)) if note.trim().is_empty() => &was,
        Some((_, note)) => note,
        None => "",
    };
    let days = (
        noted.as_ref().map(|noted| noted.day),
        right.map(|(day, _)| day),
    );
    let changes = Changes::of(pairing.id.0)
        .maybe(Part::ContactDay, days.0, days.1)
        .private(Part::ContactNote, &was, note);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let noted = noted.ok_or(PairError::NoSuchPairing)?;
        match right {
            None => {
                noted.delete(&tx).await?;
            }
            Some((day, note)) => {
                let mut row = noted.into_active_model();
                row.day = Set(day);
                if !note.trim().is_empty() {
                    row.note = Set(keys.seal(NOTE, note.trim()));
                }
                row.update(&tx).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(written)
}

/// All that is wrong with what is said to be right of a contact.
pub(super) fn wrong_contact(
    book: &Book,
    pairing: &Pairing,
    (day, note): (NaiveDate, &str),
) -> Vec<PairError> {
    let day = check_contact(book, pairing, day).map_err(|error| match error {
        PairError::NoSuchPairing => PairError::Stands,
        other => other,
    });
    let mut wrong: Vec<PairError> = day.err().into_iter().collect();
    if NOTE_CHARS_MAX < note.trim().chars().count() {
        wrong.push(PairError::Text);
    }
    wrong
}

/// Corrects the day of the end; with `None` it has not ended.
pub async fn correct_end(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<NaiveDate>,
) -> Result<Appended, PairError> {
    let (_, pairing) = theirs(book, actor, new, ENDED).await?;
    let act = match right {
        Some(day) if book.clock().today() < day => return Err(PairError::DayToCome),
        Some(day) if day <= pairing.from_day => return Err(PairError::BeforePairing),
        Some(day) => {
            let subject = Subject::new(SUBJECT, pairing.id);
            let act = NewEntry::new(new.entry, CORRECTED, subject, pairing.helper, day);
            act.post(pairing.sort().standing(), -1)
        }
        None => taken_back(book, new, &pairing),
    };
    let tx = book.db().begin().await?;
    let now = find(&tx, pairing.id).await?;
    let changes = Changes::of(now.id.0).maybe(Part::PairingTo, now.to_day, right);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        if let Some(day) = right {
            let later = contact::Entity::find()
                .filter(contact::Column::Pairing.eq(now.id))
                .filter(contact::Column::Day.gte(day));
            if 0 < later.count(&tx).await? {
                return Err(PairError::Stands);
            }
        }
        let mut row = now.into_active_model();
        row.to_day = Set(right);
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// The first entry of what is corrected, and its pairing.
async fn theirs(
    book: &Book,
    actor: &Actor,
    new: &Correcting,
    kind: &str,
) -> Result<(Entry, Pairing), PairError> {
    let first = corrections::first(book.db().reader(), new.corrects, kind).await?;
    let id = first.subject_id.parse();
    let id: PairingId = id.map_err(|_| PairError::NoSuchPairing)?;
    let pairing = served(book, actor, id).await?;
    Ok((first, pairing))
}

async fn find(tx: &Tx, id: PairingId) -> Result<Pairing, PairError> {
    let pairing = store::Entity::find_by_id(id).one(tx).await?;
    pairing.ok_or(PairError::NoSuchPairing)
}

fn taken_back(book: &Book, new: &Correcting, pairing: &Pairing) -> NewEntry {
    let subject = Subject::new(SUBJECT, pairing.id);
    let today = book.clock().today();
    NewEntry::new(new.entry, WITHDRAWN, subject, pairing.helper, today)
}
