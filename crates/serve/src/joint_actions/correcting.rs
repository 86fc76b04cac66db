//! Correcting what was said of a joint action, of one of its lines or of a handover, or taking one of these back.
//!
//! Who leads it, which unit takes part and which case belongs to it are not corrected: such a line is taken back, and the
//! right one added.
use super::{
    action::{self, ActionId, SUBJECT},
    adding::{ADDED, AddError, Adding, checked, entry as line_entry},
    beginning::{self, BEGUN, BeginError, Beginning},
    handing_over::{HANDED_OVER, HandOverError, HandingOver, entry as handover_entry},
    line::{self, Sort, units},
};
use crate::corrections::{self, Changes, Correcting, CorrectionError, Part};
use chrono::NaiveDate;
use db::Keys;
use kernel::{Actor, EntryId, Right, limits::TITLE_CHARS_MAX};
use ledger::{Appended, Book, NewEntry, Subject, entry::Entry};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, ModelTrait, Set,
};

pub const CORRECTED: &str = "serve.joint_action.corrected";
pub const WITHDRAWN: &str = "serve.joint_action.withdrawn";

/// What is right of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSaid {
    pub day: NaiveDate,
    pub who: String,
    pub words: String,
}

impl LineSaid {
    /// As if the line were added now.
    pub(super) fn as_added(&self, entry: EntryId, line: &line::Model) -> Adding {
        Adding {
            entry,
            action: line.action,
            sort: line.sort(),
            day: self.day,
            unit: line.unit,
            who: self.who.clone(),
            words: self.words.clone(),
            case: line.case_id,
        }
    }
}

/// Corrects what was said when it began. Safe to repeat with the same entry.
pub async fn correct_beginning(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: &Beginning,
) -> Result<Appended, BeginError> {
    let reader = book.db().reader();
    let first = corrections::first(reader, new.corrects, BEGUN).await?;
    let action = of(reader, &first).await?;
    let action = action.ok_or(CorrectionError::NoSuchEntry)?;
    let right = &Beginning {
        lead: action.lead,
        ..right.clone()
    };
    beginning::check(book, actor, right).await?;
    let tx = book.db().begin().await?;
    let now = action::Entity::find_by_id(action.id).one(&tx).await?;
    let now = now.ok_or(CorrectionError::NoSuchEntry)?;
    let changes = Changes::of(now.id.0)
        .part(Part::JointTitle, &now.title, &right.title)
        .part(Part::JointProblem, &now.problem, &right.problem)
        .part(Part::JointWords, &now.words, &right.words)
        .part(Part::JointBegunOn, now.begun_on, right.begun_on);
    let act = beginning::entry(CORRECTED, now.id, right);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let mut row = now.into_active_model();
        row.title = Set(right.title.trim().to_owned());
        row.problem = Set(right.problem.trim().to_owned());
        row.words = Set(right.words.trim().to_owned());
        row.begun_on = Set(right.begun_on);
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// Corrects a line, or with `None` takes it back.
pub async fn correct_line(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<&LineSaid>,
) -> Result<Appended, AddError> {
    let reader = book.db().reader();
    let today = book.clock().today();
    let first = corrections::first(reader, new.corrects, ADDED).await?;
    let action = of(reader, &first).await?;
    let action = action.ok_or(AddError::NoSuchAction)?;
    if !is_theirs(book, actor, &action).await? {
        return Err(AddError::NotYours);
    }
    let tx = book.db().begin().await?;
    let line = line::Entity::find_by_id(first.id).one(&tx).await?;
    // Sent twice, the line may be gone by now; then the book knows the act.
    let sort = line.as_ref().map(line::Model::sort);
    let as_it_is = |line: &line::Model| LineSaid {
        day: line.day,
        who: line.who.clone(),
        words: line.words.clone(),
    };
    let act = match (right, &line) {
        (Some(right), Some(line)) => {
            let right = right.as_added(new.entry, line);
            checked(&right, today)?;
            line_entry(CORRECTED, &action, &right, today)
        }
        _ => {
            let subject = Subject::new(SUBJECT, action.id);
            NewEntry::new(
                new.entry,
                WITHDRAWN,
                subject,
                action.lead,
                first.happened_on,
            )
        }
    };
    let was = line.as_ref().map(as_it_is);
    let changes = changes(action.id, sort, was.as_ref(), right);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let line = line.ok_or(CorrectionError::NoSuchEntry)?;
        let moves = right.is_none_or(|right| right.day != line.day);
        // The handover counts on the patrol's day.
        if line.handed_on.is_some() && moves {
            return Err(AddError::HandedOver);
        }
        match right {
            None => {
                line.delete(&tx).await?;
            }
            Some(right) => {
                let mut row = line.into_active_model();
                row.day = Set(right.day);
                row.who = Set(right.who.trim().to_owned());
                row.words = Set(right.words.trim().to_owned());
                row.update(&tx).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(written)
}

fn changes(
    action: ActionId,
    sort: Option<Sort>,
    was: Option<&LineSaid>,
    right: Option<&LineSaid>,
) -> Changes {
    let words = match sort {
        Some(Sort::Patrol) => Part::JointPatrol,
        _ => Part::JointSaid,
    };
    let start = match right {
        None => Changes::taking_back(action.0),
        Some(_) => Changes::of(action.0),
    };
    let both = |of: fn(&LineSaid) -> &String| (was.map(of), right.map(of));
    let (who, said) = (both(|said| &said.who), both(|said| &said.words));
    let day = |said: &LineSaid| said.day;
    start
        .maybe(Part::JointDay, was.map(day), right.map(day))
        .maybe(Part::JointWho, who.0, who.1)
        .maybe(words, said.0, said.1)
}

/// Corrects to whom a patrol was handed over; with `None` it was not, and counts no longer.
pub async fn correct_handover(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<&str>,
) -> Result<Appended, HandOverError> {
    let reader = book.db().reader();
    let first = corrections::first(reader, new.corrects, HANDED_OVER).await?;
    let action = of(reader, &first).await?;
    let action = action.ok_or(HandOverError::NoSuchPatrol)?;
    if !is_theirs(book, actor, &action).await? {
        return Err(HandOverError::NotYours);
    }
    let to = right.unwrap_or_default().trim();
    if right.is_some() && (to.is_empty() || TITLE_CHARS_MAX < to.chars().count()) {
        return Err(HandOverError::NoWho);
    }
    let tx = book.db().begin().await?;
    let patrol = patrol_of(&first).ok_or(HandOverError::NoSuchPatrol)?;
    let patrol = line::Entity::find_by_id(patrol).one(&tx).await?;
    let patrol = patrol.ok_or(HandOverError::NoSuchPatrol)?;
    let act = match right {
        Some(_) => {
            let right = HandingOver {
                entry: new.entry,
                patrol: patrol.entry,
                to: to.to_owned(),
            };
            handover_entry(CORRECTED, &action, &patrol, &right)
        }
        None => {
            let subject = Subject::new(SUBJECT, action.id);
            NewEntry::new(new.entry, WITHDRAWN, subject, action.lead, patrol.day)
        }
    };
    let was = patrol.handed_to.clone().unwrap_or_default();
    let changes = Changes::of(action.id.0).part(Part::JointHandedTo, was, to);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let handed_on = patrol.handed_on.filter(|_| right.is_some());
        let mut row = patrol.into_active_model();
        row.handed_to = Set(right.map(|_| to.to_owned()));
        row.handed_on = Set(handed_on);
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// The patrol that an entry handed over.
pub(super) fn patrol_of(handover: &Entry) -> Option<EntryId> {
    let details = handover.details.as_ref()?;
    details.get("patrol")?.as_str()?.parse().ok()
}

/// The action that an entry is about.
async fn of(
    connection: &impl ConnectionTrait,
    first: &Entry,
) -> Result<Option<action::Model>, DbErr> {
    match first.subject_id.parse::<ActionId>() {
        Ok(id) => action::Entity::find_by_id(id).one(connection).await,
        Err(_) => Ok(None),
    }
}

/// Whether its lead or a unit that takes part is one of the actor's.
async fn is_theirs(book: &Book, actor: &Actor, action: &action::Model) -> Result<bool, DbErr> {
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    let mut with_part = units(&line::of(reader, action.id).await?);
    with_part.push(action.lead);
    let reach = actor.reach(Right::Serve);
    let is_theirs = |unit: &kernel::UnitId| tree.reaches(&reach, *unit, today);
    Ok(with_part.iter().any(is_theirs))
}
