//! Correcting a visit, or taking it back: one more entry that says what is right and why. What was heard stays as it was
//! heard: it has become a case, and is handled there.
use super::{
    Audience,
    recording::{self, RecordError, Visited, check, sealed, write_people},
    store::{self, HOUSEHOLD, Visit, VisitId, person, problem::Fate},
};
use crate::corrections::{self, Changes, Part};
use crate::refusal;
use db::{Keys, Tx};
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, CorrectError, NewEntry, Subject};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};

pub const CORRECTED: &str = "serve.visit.corrected";
pub const WITHDRAWN: &str = "serve.visit.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    pub visit: VisitId,
    /// The last entry about the visit that the person saw.
    pub corrects: EntryId,
    pub reason: String,
    /// `None` takes the visit back.
    pub visited: Option<Visited>,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectVisitError {
    #[error("there is no such visit")]
    NoSuchVisit,
    #[error(transparent)]
    Record(#[from] RecordError),
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
    /// It can neither be taken back nor become one of another sort, or a solved problem would have been heard nowhere.
    #[error("what was heard is being handled")]
    HasCases,
}

impl From<DbErr> for CorrectVisitError {
    fn from(error: DbErr) -> Self {
        RecordError::from(error).into()
    }
}

impl From<AppendError> for CorrectVisitError {
    fn from(error: AppendError) -> Self {
        RecordError::Book(error).into()
    }
}

impl From<CorrectError> for CorrectVisitError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectVisitError::Reason,
            CorrectError::AlreadyCorrected { .. } => CorrectVisitError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectVisitError::NoSuchVisit,
            CorrectError::Append(error) => error.into(),
        }
    }
}

/// Corrects a visit. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
) -> Result<Appended, CorrectVisitError> {
    let reader = book.db().reader();
    let visit = store::Entity::find_by_id(new.visit).one(reader).await?;
    let visit = visit.ok_or(CorrectVisitError::NoSuchVisit)?;
    let tree = book.tree(reader).await?;
    if !tree.reaches(&actor.reach(Right::Serve), visit.unit, book.clock().today()) {
        return Err(RecordError::NotYours.into());
    }
    if !refusal::is_note(&new.reason) {
        return Err(CorrectVisitError::Reason);
    }
    let problems = store::problems(reader, &[visit.id]).await?;
    let problems = problems.get(&visit.id).map_or(&[][..], Vec::as_slice);
    let fates: Vec<Fate> = problems.iter().map(store::problem::Model::fate).collect();
    let has_cases = fates.iter().any(|fate| *fate != Fate::Solved);
    let (act, audience) = match &new.visited {
        Some(visited) => {
            let (audience, _) = check(book, actor, visited).await?;
            if has_cases && (audience != visit.audience() || visited.unit != visit.unit) {
                return Err(CorrectVisitError::HasCases);
            }
            let counted: (Audience, &[Fate]) = (audience, &fates);
            let act = recording::entry(new.entry, CORRECTED, visit.id, counted, visited);
            (act, audience)
        }
        None if has_cases => return Err(CorrectVisitError::HasCases),
        None => {
            let subject = Subject::new(recording::SUBJECT, visit.id);
            let act = NewEntry::new(new.entry, WITHDRAWN, subject, visit.unit, visit.day);
            (act, visit.audience())
        }
    };
    let act = act.because(new.reason.trim());
    let tx = book.db().begin().await?;
    let appended = ledger::correct(&tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if visit.head_entry != new.corrects {
            return Err(CorrectVisitError::AlreadyCorrected);
        }
        let id = visit.id;
        if let Some(visited) = &new.visited {
            // It was no household after all: nothing that was corrected as of one is kept, for nothing clears it later.
            let leaves = visit.audience() == Audience::Household && audience != Audience::Household;
            if leaves {
                corrections::clear(&tx, id.0).await?;
            }
            let changes = changes(&tx, keys, &visit, visited, leaves).await?;
            changes.write(&tx, keys, new.entry).await?;
        }
        let mut row = visit.into_active_model();
        row.head_entry = Set(new.entry);
        row.withdrawn = Set(new.visited.is_none());
        if let Some(visited) = &new.visited {
            row.day = Set(visited.day);
            row.unit = Set(visited.unit);
            row.visited = Set(visited.visited);
            row.audience = Set(audience.code().to_owned());
            row.household = Set(sealed(keys, &visited.household));
            row.heard = Set(visited.heard.trim().to_owned());
            person::Entity::delete_many()
                .filter(person::Column::Visit.eq(id))
                .exec(&tx)
                .await?;
            write_people(&tx, id, &visited.people).await?;
        }
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What the correction changes, for the visit's page. `leaves`: what was heard was kept as of a household, and is no longer.
async fn changes(
    tx: &Tx,
    keys: &Keys,
    visit: &Visit,
    right: &Visited,
    leaves: bool,
) -> Result<Changes, CorrectVisitError> {
    let people = store::people(tx, &[visit.id]).await?;
    let people = people.get(&visit.id).map_or(&[][..], Vec::as_slice);
    let right_people: Vec<&str> = right.people.iter().map(|name| name.trim()).collect();
    // Which household it is goes with the visit, and stands nowhere else.
    let household = visit
        .household
        .as_deref()
        .map(|sealed| keys.open(HOUSEHOLD, sealed));
    let household = household.and_then(Result::ok).unwrap_or_default();
    let moved = household != right.household.trim();
    let changes = Changes::of(visit.id.0)
        .part(Part::VisitVisited, visit.visited, right.visited)
        .unread(Part::VisitHousehold, moved)
        .part(Part::VisitDay, visit.day, right.day)
        .part(
            Part::VisitPeople,
            people.join("、"),
            right_people.join("、"),
        )
        .part(Part::VisitUnit, visit.unit, right.unit);
    Ok(match leaves {
        true => changes.unread(Part::VisitHeard, visit.heard.trim() != right.heard.trim()),
        false => changes.part(Part::VisitHeard, &visit.heard, &right.heard),
    })
}
