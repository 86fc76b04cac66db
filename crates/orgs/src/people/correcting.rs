//! A transfer was entered with a wrong day, or never took place: what is right and why stand in the book beside what was
//! wrong. `/people/{person}/transfers/{entry}/correction`
use crate::{MEMBER, membership};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, PersonId, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{
    AppendError, Appended, Book, CorrectError, NewEntry, Subject,
    entry::{self, Entry},
    tree::Place,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;
use serde_json::json;

pub(crate) const CORRECTED: &str = "orgs.person.transfer_corrected";
pub(crate) const TAKEN_BACK: &str = "orgs.person.transfer_taken_back";

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/people/{person}/transfers/{entry}/correction")]
pub struct CorrectionUrl {
    pub person: PersonId,
    pub entry: EntryId,
}

/// Where an entry about a person is corrected, if it is a transfer that was entered by itself.
pub(crate) fn corrected_at(entry: &Entry) -> Option<String> {
    let transfer = Told::of(entry)?;
    let url = CorrectionUrl {
        person: transfer.person,
        entry: entry.id,
    };
    Some(url.to_string())
}

/// A transfer as an entry tells it.
pub(super) struct Told {
    pub person: PersonId,
    pub leaves: UnitId,
    pub to: Option<UnitId>,
    pub day: NaiveDate,
}

impl Told {
    /// `None` for entries that are no transfer, and for transfers that were taken back.
    pub fn of(entry: &Entry) -> Option<Told> {
        let kinds = ["orgs.person.changed", "orgs.person.left", CORRECTED];
        let details = entry.details.as_ref()?;
        details.get("asked")?;
        let unit = details.get("unit")?.as_array()?;
        kinds.contains(&entry.kind.as_str()).then_some(())?;
        Some(Told {
            person: entry.subject_id.parse().ok()?,
            leaves: UnitId(unit.first()?.as_i64()?),
            to: unit.get(1)?.as_i64().map(UnitId),
            day: entry.happened_on,
        })
    }
}

/// What is right: another day, or no transfer at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub entry: EntryId,
    pub corrects: EntryId,
    /// `None`: it never took place.
    pub day: Option<NaiveDate>,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectTransferError {
    #[error("there is no such transfer")]
    NoSuchTransfer,
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("the day has not come")]
    Future,
    #[error("this is the day that was entered")]
    SameDay,
    #[error("they came to the first unit on {0}")]
    TooEarly(NaiveDate),
    #[error("one of the units does not stand on that day")]
    NotThen,
    /// They went on from there since, or their membership was changed otherwise.
    #[error("the membership was changed since")]
    ChangedSince,
    #[error("this transfer has been corrected already")]
    AlreadyCorrected,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CorrectTransferError {
    fn from(error: DbErr) -> Self {
        CorrectTransferError::Book(error.into())
    }
}

/// Corrects a transfer. Safe to repeat; of two who correct the same one, one is told.
pub async fn correct_transfer(
    book: &Book,
    actor: &Actor,
    correction: &Correction,
) -> Result<Appended, CorrectTransferError> {
    let reason = correction.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(CorrectTransferError::Reason);
    }
    let tx = book.db().begin().await?;
    let wrong = entry::by_id(&tx, correction.corrects).await?;
    let wrong = wrong.ok_or(CorrectTransferError::NoSuchTransfer)?;
    let told = Told::of(&wrong).ok_or(CorrectTransferError::NoSuchTransfer)?;
    let is_repeated = entry::by_id(&tx, correction.entry).await?.is_some();
    let day = correction.day.unwrap_or(told.day);
    if !is_repeated {
        check(&tx, book, &told, correction.day).await?;
    }
    let kind = match correction.day {
        Some(_) => CORRECTED,
        None => TAKEN_BACK,
    };
    let subject = Subject::new("orgs.person", told.person);
    let at = told.to.unwrap_or(told.leaves);
    let mut act = NewEntry::new(correction.entry, kind, subject, at, day)
        .because(reason)
        .with_details(json!({
            "unit": [told.leaves, told.to], "asked": told.person, "day": [told.day, correction.day],
        }));
    let is_member = is_member(&tx, &told, is_repeated.then_some(day)).await?;
    if is_member && correction.day.is_some() {
        act = act.post_at(MEMBER, told.leaves, day, -1);
        if told.to.is_some() {
            act = act.post(MEMBER, 1);
        }
    }
    let appended = match ledger::correct(&tx, book, actor, correction.corrects, &act).await {
        Ok(appended) => appended,
        Err(CorrectError::AlreadyCorrected { .. }) => {
            return Err(CorrectTransferError::AlreadyCorrected);
        }
        Err(CorrectError::Append(error)) => return Err(error.into()),
        Err(CorrectError::NoSuchEntry) => return Err(CorrectTransferError::NoSuchTransfer),
        Err(CorrectError::ReasonMissing) => return Err(CorrectTransferError::Reason),
    };
    if appended.is_new() {
        write(&tx, &told, correction.day).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

use membership::Column;

fn left(told: &Told, day: NaiveDate) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(Column::PersonId.eq(told.person))
        .add(Column::UnitId.eq(told.leaves))
        .add(Column::ToDay.eq(day))
}

fn joined(told: &Told, day: NaiveDate) -> Option<sea_orm::Condition> {
    let condition = sea_orm::Condition::all()
        .add(Column::PersonId.eq(told.person))
        .add(Column::UnitId.eq(told.to?))
        .add(Column::FromDay.eq(day));
    Some(condition)
}

async fn one(
    tx: &impl ConnectionTrait,
    condition: sea_orm::Condition,
) -> Result<Option<membership::Model>, DbErr> {
    membership::Entity::find().filter(condition).one(tx).await
}

async fn check(
    tx: &impl ConnectionTrait,
    book: &Book,
    told: &Told,
    day: Option<NaiveDate>,
) -> Result<(), CorrectTransferError> {
    let old = one(tx, left(told, told.day)).await?;
    let old = old.ok_or(CorrectTransferError::ChangedSince)?;
    let new = match joined(told, told.day) {
        Some(condition) => Some(
            one(tx, condition)
                .await?
                .ok_or(CorrectTransferError::ChangedSince)?,
        ),
        None => None,
    };
    let Some(day) = day else {
        let went_on = new.is_some_and(|new| new.to_day.is_some());
        return if went_on {
            Err(CorrectTransferError::ChangedSince)
        } else {
            Ok(())
        };
    };
    if day == told.day {
        return Err(CorrectTransferError::SameDay);
    }
    if book.clock().today() < day {
        return Err(CorrectTransferError::Future);
    }
    if day <= old.from_day {
        return Err(CorrectTransferError::TooEarly(old.from_day));
    }
    if new.is_some_and(|new| new.to_day.is_some_and(|to_day| to_day <= day)) {
        return Err(CorrectTransferError::ChangedSince);
    }
    let tree = book.tree(tx).await?;
    // They belong to the first unit up to the day before, to the second one from the day on.
    let first = day
        .pred_opt()
        .and_then(|before| tree.place(told.leaves, before));
    let second = told.to.map(|to| tree.place(to, day));
    let stands = |place: Option<Place>| !matches!(place, None | Some(Place::Closed));
    if stands(first) && second.is_none_or(stands) {
        Ok(())
    } else {
        Err(CorrectTransferError::NotThen)
    }
}

/// Whether the transfer was one of a member; `done`: the day on which it stands now, where this was done before.
async fn is_member(
    tx: &impl ConnectionTrait,
    told: &Told,
    done: Option<NaiveDate>,
) -> Result<bool, CorrectTransferError> {
    let old = one(tx, left(told, done.unwrap_or(told.day))).await?;
    Ok(old.is_some_and(|old| old.is_member))
}

async fn write(
    tx: &impl ConnectionTrait,
    told: &Told,
    day: Option<NaiveDate>,
) -> Result<(), CorrectTransferError> {
    membership::Entity::update_many()
        .col_expr(Column::ToDay, Expr::value(day))
        .filter(left(told, told.day))
        .exec(tx)
        .await?;
    let Some(new) = joined(told, told.day) else {
        return Ok(());
    };
    match day {
        Some(day) => {
            membership::Entity::update_many()
                .col_expr(Column::FromDay, Expr::value(day))
                .filter(new)
                .exec(tx)
                .await?;
        }
        // It never was; the book keeps that it was entered.
        None => {
            membership::Entity::delete_many()
                .filter(new)
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
