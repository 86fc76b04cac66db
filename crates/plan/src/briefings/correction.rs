//! Correcting a briefing, or taking it back: one more entry that says what is right and why. The book posts the difference.
use super::{
    audience::Audience,
    briefing::{self, Briefing, BriefingId},
    recording::{self, Held, RecordError},
};
use crate::campaigns::store;
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, CorrectError, NewEntry, Subject};
use orgs::Directory;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

pub const CORRECTED: &str = "plan.briefing.corrected";
pub const WITHDRAWN: &str = "plan.briefing.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    pub briefing: BriefingId,
    /// The last entry about the briefing that the person saw.
    pub corrects: EntryId,
    pub reason: String,
    /// `None` takes the briefing back.
    pub held: Option<Held>,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectBriefingError {
    #[error("there is no such briefing")]
    NoSuchBriefing,
    #[error(transparent)]
    Record(#[from] RecordError),
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
}

impl From<DbErr> for CorrectBriefingError {
    fn from(error: DbErr) -> Self {
        RecordError::from(error).into()
    }
}

impl From<CorrectError> for CorrectBriefingError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectBriefingError::Reason,
            CorrectError::AlreadyCorrected { .. } => CorrectBriefingError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectBriefingError::NoSuchBriefing,
            CorrectError::Append(error) => RecordError::Book(error).into(),
        }
    }
}

impl From<AppendError> for CorrectBriefingError {
    fn from(error: AppendError) -> Self {
        RecordError::Book(error).into()
    }
}

/// What a briefing says now, in the shape in which it is recorded.
pub async fn held(connection: &impl ConnectionTrait, briefing: &Briefing) -> Result<Held, DbErr> {
    let units = briefing::unit::Entity::find()
        .filter(briefing::unit::Column::Briefing.eq(briefing.id))
        .order_by_asc(briefing::unit::Column::Unit)
        .all(connection)
        .await?;
    let people = briefing::person::Entity::find()
        .filter(briefing::person::Column::Briefing.eq(briefing.id))
        .order_by_asc(briefing::person::Column::Person)
        .all(connection)
        .await?;
    let headcounts = briefing::headcount::Entity::find()
        .filter(briefing::headcount::Column::Briefing.eq(briefing.id))
        .order_by_asc(briefing::headcount::Column::Unit)
        .all(connection)
        .await?;
    let headcounts: Vec<_> = headcounts
        .into_iter()
        .map(|row| (row.unit, u32::try_from(row.people).unwrap_or_default()))
        .collect();
    let counted = |unit| headcounts.iter().any(|(other, _)| *other == unit);
    Ok(Held {
        title: briefing.title.clone(),
        place: briefing.place.clone(),
        day: briefing.day,
        organiser: briefing.organiser,
        audience: Audience {
            units: units.into_iter().map(|row| row.unit).filter(|unit| !counted(*unit)).collect(),
            // Who was there is known by name by now.
            with_members: false,
            people: people.into_iter().map(|row| row.person).collect(),
            headcounts,
        },
    })
}

/// Corrects a briefing. Safe to repeat with the same entry.
pub async fn correct(book: &Book, actor: &Actor, new: &Correcting) -> Result<Appended, CorrectBriefingError> {
    let reader = book.db().reader();
    let briefing = briefing::find(reader, new.briefing)
        .await?
        .ok_or(CorrectBriefingError::NoSuchBriefing)?;
    if let Some(held) = &new.held
        && let Some(repeated) = recording::repeated(book, actor, new.entry, CORRECTED, held).await?
    {
        return Ok(repeated);
    }
    if NOTE_CHARS_MAX < new.reason.chars().count() {
        return Err(CorrectBriefingError::Reason);
    }
    let campaign = store::find(reader, &briefing.campaign)
        .await?
        .ok_or(CorrectBriefingError::NoSuchBriefing)?;
    let directory = Directory::load(reader).await?;
    let subject = Subject::new(recording::SUBJECT, briefing.id);
    let before = held(reader, &briefing).await?;
    // What it says now must be the actor's to record, as well as what it will say.
    let reached = recording::check(book, actor, &campaign, &before, briefing.id).await;
    if let Err(RecordError::NotYours(units)) = reached {
        return Err(RecordError::NotYours(units).into());
    }
    let (act, resolved) = match &new.held {
        Some(held) => {
            let resolved = recording::check(book, actor, &campaign, held, briefing.id).await?;
            let act = recording::entry_of(new.entry, CORRECTED, briefing.id, held);
            (resolved.post(act, &campaign.code, &directory), resolved)
        }
        None => {
            let act = NewEntry::new(new.entry, WITHDRAWN, subject, briefing.organiser, briefing.day);
            (act, super::audience::Resolved::default())
        }
    };
    let act = act.because(new.reason.trim());
    let tx = book.db().begin().await?;
    let appended = ledger::correct(&tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if briefing.head_entry != new.corrects {
            return Err(CorrectBriefingError::AlreadyCorrected);
        }
        let id = briefing.id;
        let held = new.held.clone().unwrap_or(before);
        let mut row = briefing.into_active_model();
        row.title = Set(held.title.trim().to_owned());
        row.place = Set(held.place.trim().to_owned());
        row.day = Set(held.day);
        row.organiser = Set(held.organiser);
        row.head_entry = Set(new.entry);
        row.withdrawn = Set(new.held.is_none());
        row.update(&tx).await?;
        if new.held.is_some() {
            clear(&tx, id).await?;
            recording::write_audience(&tx, id, &resolved).await?;
        }
    }
    tx.commit().await?;
    Ok(appended)
}

async fn clear(tx: &impl ConnectionTrait, id: BriefingId) -> Result<(), DbErr> {
    briefing::unit::Entity::delete_many().filter(briefing::unit::Column::Briefing.eq(id)).exec(tx).await?;
    briefing::person::Entity::delete_many().filter(briefing::person::Column::Briefing.eq(id)).exec(tx).await?;
    briefing::headcount::Entity::delete_many().filter(briefing::headcount::Column::Briefing.eq(id)).exec(tx).await?;
    Ok(())
}
