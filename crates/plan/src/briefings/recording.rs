//! Recording a briefing: once, by one person, for many units and people.
use super::{
    audience::{Audience, Resolved},
    briefing::{self, Briefing, BriefingId},
};
use crate::{campaigns::{campaign::Campaign, store}, rights};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, PersonId, Right, UnitId,
    limits::TITLE_CHARS_MAX,
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

pub const SUBJECT: &str = "plan.briefing";
pub const RECORDED: &str = "plan.briefing.recorded";

/// Most units of one briefing.
pub const UNITS_MAX: usize = 10_000;
/// Most people counted at one door.
pub const HEADCOUNT_MAX: u32 = 100_000;

/// What was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub title: String,
    pub place: String,
    pub day: NaiveDate,
    pub organiser: UnitId,
    pub audience: Audience,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub entry: EntryId,
    pub campaign: String,
    pub held: Held,
}

#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    #[error("there is no such campaign")]
    NoSuchCampaign,
    #[error("a briefing needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title,
    #[error("the place is longer than {TITLE_CHARS_MAX} characters")]
    Place,
    #[error("nobody was there")]
    Nobody,
    #[error("more than {UNITS_MAX} units, or {HEADCOUNT_MAX} people at one door")]
    TooMany,
    #[error("the day has not come")]
    DayToCome,
    #[error("the day lies before the campaign starts on {0}")]
    BeforeCampaign(NaiveDate),
    /// Units that the right to record does not reach.
    #[error("the right to record does not reach {0:?}")]
    NotYours(Vec<UnitId>),
    #[error("these units did not exist on the day: {0:?}")]
    NoSuchUnit(Vec<UnitId>),
    #[error("these people belonged to no unit on the day: {0:?}")]
    Nowhere(Vec<PersonId>),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for RecordError {
    fn from(error: DbErr) -> Self {
        RecordError::Book(error.into())
    }
}

/// Records a briefing. Safe to repeat with the same entry.
pub async fn record(book: &Book, actor: &Actor, new: &Recording) -> Result<Appended, RecordError> {
    let id = BriefingId(new.entry.0);
    if let Some(repeated) = repeated(book, actor, new.entry, RECORDED, &new.held).await? {
        return Ok(repeated);
    }
    let reader = book.db().reader();
    let campaign = store::find(reader, &new.campaign)
        .await?
        .ok_or(RecordError::NoSuchCampaign)?;
    let directory = Directory::load(reader).await?;
    let resolved = check(book, actor, &campaign, &new.held, id).await?;
    let act = entry_of(new.entry, RECORDED, id, &new.held);
    let act = resolved.post(act, &campaign.code, &directory);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = Briefing {
            id,
            campaign: campaign.code,
            title: new.held.title.trim().to_owned(),
            place: new.held.place.trim().to_owned(),
            day: new.held.day,
            organiser: new.held.organiser,
            recorded_by: actor.person,
            head_entry: new.entry,
            withdrawn: false,
        };
        briefing::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await?;
        write_audience(&tx, id, &resolved).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What a briefing says in its entry. The people are told by their number and a fingerprint: names stay on the roster.
pub(super) fn entry_of(id: EntryId, kind: &'static str, briefing: BriefingId, held: &Held) -> NewEntry {
    NewEntry::new(id, kind, Subject::new(SUBJECT, briefing), held.organiser, held.day)
        .with_details(details(held))
}

fn details(held: &Held) -> serde_json::Value {
    let audience = &held.audience;
    let (mut units, mut people, mut headcounts) =
        (audience.units.clone(), audience.people.clone(), audience.headcounts.clone());
    units.sort_unstable();
    people.sort_unstable();
    headcounts.sort_unstable();
    let print = format!("{units:?} {people:?}");
    json!({
        "title": held.title.trim(), "place": held.place.trim(), "with_members": audience.with_members,
        "units": units.len(), "people": people.len(), "headcounts": headcounts,
        "fingerprint": Uuid::new_v5(&Uuid::NAMESPACE_OID, print.as_bytes()),
    })
}

/// The same act again: it is answered as the first time, even if what it was counted against has changed since.
pub(super) async fn repeated(
    book: &Book,
    actor: &Actor,
    id: EntryId,
    kind: &str,
    held: &Held,
) -> Result<Option<Appended>, RecordError> {
    let Some(before) = entry::by_id(book.db().reader(), id).await? else {
        return Ok(None);
    };
    let is_same = before.kind == kind
        && before.actor == actor.person
        && before.happened_on == held.day
        && before.unit == held.organiser
        && before.details == Some(details(held));
    if is_same {
        Ok(Some(Appended::AlreadyThere { seq: before.seq }))
    } else {
        Err(AppendError::IdReused.into())
    }
}

/// Whether all of it may be recorded, and whom exactly it reached.
pub(super) async fn check(
    book: &Book,
    actor: &Actor,
    campaign: &Campaign,
    held: &Held,
    this: BriefingId,
) -> Result<Resolved, RecordError> {
    let title = held.title.trim();
    if title.is_empty() || TITLE_CHARS_MAX < title.chars().count() {
        return Err(RecordError::Title);
    }
    if TITLE_CHARS_MAX < held.place.chars().count() {
        return Err(RecordError::Place);
    }
    let audience = &held.audience;
    if audience.is_empty() || audience.headcounts.iter().any(|(_, people)| *people == 0) {
        return Err(RecordError::Nobody);
    }
    let is_crowd = |(_, people): &(UnitId, u32)| HEADCOUNT_MAX < *people;
    if UNITS_MAX < audience.units.len() + audience.headcounts.len() || audience.headcounts.iter().any(is_crowd) {
        return Err(RecordError::TooMany);
    }
    if book.clock().today() < held.day {
        return Err(RecordError::DayToCome);
    }
    if held.day < campaign.from_day {
        return Err(RecordError::BeforeCampaign(campaign.from_day));
    }
    let reader = book.db().reader();
    let resolved = Resolved::of(reader, audience, &campaign.code, held.day, this).await?;
    if !resolved.nowhere.is_empty() {
        return Err(RecordError::Nowhere(resolved.nowhere));
    }
    let tree = book.tree(reader).await?;
    let mut touched = resolved.touched();
    touched.insert(held.organiser);
    let missing: Vec<UnitId> = touched
        .iter()
        .copied()
        .filter(|unit| !matches!(tree.place(*unit, held.day), Some(place) if place != ledger::tree::Place::Closed))
        .collect();
    if !missing.is_empty() {
        return Err(RecordError::NoSuchUnit(missing));
    }
    let beyond: Vec<UnitId> = touched
        .into_iter()
        .filter(|unit| !rights::may(&tree, actor, Right::Record, *unit, held.day))
        .collect();
    if !beyond.is_empty() {
        return Err(RecordError::NotYours(beyond));
    }
    Ok(resolved)
}

pub(super) async fn write_audience(
    tx: &impl ConnectionTrait,
    id: BriefingId,
    resolved: &Resolved,
) -> Result<(), DbErr> {
    const BATCH: usize = 1_000;
    let units: Vec<_> = resolved.units.iter().map(|unit| briefing::unit::Model { briefing: id, unit: *unit }.into_active_model()).collect();
    for chunk in units.chunks(BATCH) {
        briefing::unit::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    let people: Vec<_> = resolved
        .people
        .iter()
        .map(|(person, attendee)| {
            let row = briefing::person::Model {
                briefing: id,
                person: *person,
                unit: attendee.unit,
            };
            row.into_active_model()
        })
        .collect();
    for chunk in people.chunks(BATCH) {
        briefing::person::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    let headcounts: Vec<_> = resolved
        .headcounts
        .iter()
        .map(|(unit, headcount)| {
            let row = briefing::headcount::Model {
                briefing: id,
                unit: *unit,
                people: i32::try_from(headcount.people).unwrap_or(i32::MAX),
            };
            row.into_active_model()
        })
        .collect();
    for chunk in headcounts.chunks(BATCH) {
        briefing::headcount::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
#[cfg(test)]
mod tests;
