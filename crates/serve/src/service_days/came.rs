//! Who came, entered by the organiser in one go: ticks, pasted names, a head count; and the hours of all together.
//!
//! Never hours of a person (rule R1): the day and the project have one total.
use super::{
    day,
    deciding::SUBJECT as DAY_SUBJECT,
    project::{self, Project, ProjectId, SUBJECT},
    sign_up::{self, SignUp, SignUpId},
};
use crate::{accounts, sessions::booking::NAME_CHARS_MAX};
use chrono::NaiveDate;
use db::{Keys, Tx};
use kernel::{Actor, EntryId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, CorrectError, NewEntry, Subject, entry};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashSet};

pub const HELD: &str = "serve.service_project.held";
pub const HELD_CORRECTED: &str = "serve.service_project.held_corrected";

/// Most people that can have come to one project.
pub const CAME_MAX: i64 = 20_000;
/// Most hours of one person on one day.
const HOURS_OF_ONE_MAX: i64 = 24;

/// Somebody of a sign-up: the place of the name, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticked {
    pub sign_up: SignUpId,
    pub at: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    pub entry: EntryId,
    pub project: ProjectId,
    pub ticked: Vec<Ticked>,
    /// Names as pasted. Whoever signed up under the same name is ticked by it; a name given twice counts once.
    pub names: Vec<String>,
    /// People without a name.
    pub head_count: i64,
    /// Of all together.
    pub hours: i64,
    /// The entry that held when somebody decided on this; none where nobody had said anything.
    pub seen: Option<EntryId>,
    /// Why it is another number than before.
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CameError {
    #[error("there is no such project")]
    NoSuchProject,
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("the day {0} has not come")]
    DayToCome(NaiveDate),
    #[error("the project was cancelled")]
    Cancelled,
    #[error("a name is longer than {NAME_CHARS_MAX} characters")]
    NameTooLong,
    #[error("not 0 to {CAME_MAX} people")]
    TooMany,
    #[error(
        "hours without people, people without hours, or more than {HOURS_OF_ONE_MAX} each; {0} came"
    )]
    Hours(i64),
    #[error("another number than before needs a reason")]
    ReasonMissing,
    #[error("somebody entered it meanwhile")]
    Meanwhile,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CameError {
    fn from(error: DbErr) -> Self {
        CameError::Book(error.into())
    }
}

impl From<CorrectError> for CameError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::Append(error) => CameError::Book(error),
            CorrectError::ReasonMissing => CameError::ReasonMissing,
            _ => CameError::Meanwhile,
        }
    }
}

/// What a list comes to: who of the sign-ups came, and who else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    pub ticked: BTreeSet<Ticked>,
    pub others: Vec<String>,
}

/// Puts ticks and pasted names together. Pure.
pub fn sorted(sign_ups: &[(SignUpId, Vec<String>)], ticked: &[Ticked], names: &[String]) -> Sorted {
    let mut by_name: BTreeMap<&str, Ticked> = BTreeMap::new();
    let mut known = HashSet::new();
    for (sign_up, people) in sign_ups {
        for (at, name) in people.iter().enumerate() {
            let one = Ticked {
                sign_up: *sign_up,
                at,
            };
            by_name.entry(name).or_insert(one);
            known.insert(one);
        }
    }
    let mut sorted = Sorted {
        ticked: ticked
            .iter()
            .copied()
            .filter(|one| known.contains(one))
            .collect(),
        others: Vec::new(),
    };
    let mut once = HashSet::new();
    for name in names.iter().filter(|name| once.insert(name.as_str())) {
        match by_name.get(name.as_str()) {
            Some(one) => {
                sorted.ticked.insert(*one);
            }
            None => sorted.others.push(name.clone()),
        }
    }
    sorted
}

/// Says who came, or corrects it. Sent twice, it counts once.
pub async fn note_came(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Came,
) -> Result<i64, CameError> {
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    let project = project::find(reader, new.project).await?;
    let project = project.ok_or(CameError::NoSuchProject)?;
    if !tree.reaches(&actor.reach(Right::Record), project.unit, today) {
        return Err(CameError::NotYours);
    }
    let day = day::find(reader, project.service_day).await?;
    let day = day.ok_or(CameError::NoSuchProject)?;
    if today < day.day {
        return Err(CameError::DayToCome(day.day));
    }
    if new.names.iter().any(|name| is_long(name)) {
        return Err(CameError::NameTooLong);
    }
    let tx = book.db().begin().await?;
    let project = project::hold(&tx, new.project).await?;
    let project = project.ok_or(CameError::NoSuchProject)?;
    if project.held_entry == Some(new.entry) || entry::by_id(&tx, new.entry).await?.is_some() {
        // This very list was taken before; perhaps somebody corrected it since.
        return Ok(project.came.unwrap_or_default());
    }
    if project.cancelled_on.is_some() {
        return Err(CameError::Cancelled);
    }
    if project.held_entry != new.seen {
        return Err(CameError::Meanwhile);
    }
    let sign_ups = sign_up::of_project(&tx, project.id).await?;
    let named: Vec<_> = sign_ups
        .iter()
        .map(|one| (one.id, one.names(keys)))
        .collect();
    let sorted = sorted(&named, &new.ticked, &new.names);
    let counted = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let by_name = counted(sorted.ticked.len()) + counted(sorted.others.len());
    if !(0..=CAME_MAX).contains(&new.head_count) || CAME_MAX < by_name + new.head_count {
        return Err(CameError::TooMany);
    }
    let came = by_name + new.head_count;
    let hours_fit = match came {
        0 => new.hours == 0,
        came => (1..=came * HOURS_OF_ONE_MAX).contains(&new.hours),
    };
    if !hours_fit {
        return Err(CameError::Hours(came));
    }
    let root = tree.roots(day.day).first().copied().unwrap_or(project.unit);
    let totals = Totals {
        came,
        hours: new.hours,
    };
    match project.held_entry {
        None => {
            let act = counting(new.entry, HELD, &project, (&day, root), totals);
            ledger::append(&tx, book, actor, &act).await?;
        }
        Some(before) => {
            let reason = new.reason.trim();
            if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
                return Err(CameError::ReasonMissing);
            }
            let act = counting(new.entry, HELD_CORRECTED, &project, (&day, root), totals);
            ledger::correct(&tx, book, actor, before, &act.because(reason)).await?;
        }
    }
    keep(&tx, keys, &project, &sign_ups, (new, &sorted, totals)).await?;
    tx.commit().await?;
    Ok(came)
}

pub(super) fn is_long(name: &str) -> bool {
    NAME_CHARS_MAX < name.chars().count()
}

#[derive(Debug, Clone, Copy)]
struct Totals {
    came: i64,
    hours: i64,
}

/// People, hours, that the project was held, and that the day was.
fn counting(
    id: EntryId,
    kind: &'static str,
    project: &Project,
    (day, root): (&day::ServiceDay, UnitId),
    totals: Totals,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, project.id);
    let act = NewEntry::new(id, kind, subject, project.unit, day.day)
        .with_details(json!({ "came": totals.came, "hours": totals.hours }));
    match totals.came {
        0 => act,
        came => act
            .post(accounts::SERVICE_DAY_CAME, came)
            .post(accounts::SERVICE_DAY_HOURS, totals.hours)
            .post(accounts::SERVICE_DAY_PROJECT, 1)
            .post_once(
                accounts::SERVICE_DAY_HELD,
                root,
                format!("{DAY_SUBJECT} {}", day.id),
            ),
    }
}

async fn keep(
    tx: &Tx,
    keys: &Keys,
    project: &Project,
    sign_ups: &[SignUp],
    (new, sorted, totals): (&Came, &Sorted, Totals),
) -> Result<(), DbErr> {
    use project::Column;
    project::Entity::update_many()
        .col_expr(Column::Came, Expr::value(totals.came))
        .col_expr(Column::Hours, Expr::value(totals.hours))
        .col_expr(Column::HeadCount, Expr::value(new.head_count))
        .col_expr(
            Column::Others,
            Expr::value(project::sealed_others(keys, &sorted.others)),
        )
        .col_expr(Column::HeldEntry, Expr::value(new.entry.0))
        .filter(Column::Id.eq(project.id))
        .exec(tx)
        .await?;
    for sign_up in sign_ups {
        let places = sorted.ticked.iter().filter(|one| one.sign_up == sign_up.id);
        let places: Vec<String> = places.map(|one| one.at.to_string()).collect();
        let places = places.join(",");
        if places == sign_up.came {
            continue;
        }
        sign_up::Entity::update_many()
            .col_expr(sign_up::Column::Came, Expr::value(places))
            .filter(sign_up::Column::Id.eq(sign_up.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_pasted_list_ticks_who_signed_up_and_counts_a_name_once() {
        let (a, b) = (SignUpId(Uuid::from_u128(1)), SignUpId(Uuid::from_u128(2)));
        let names = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let sign_ups = [(a, names("甲 乙")), (b, names("丙"))];
        let tick = |sign_up, at| Ticked { sign_up, at };
        let sorted = sorted(&sign_ups, &[tick(a, 0), tick(a, 7)], &names("甲 丙 丁 丁"));
        assert_eq!(sorted.ticked, BTreeSet::from([tick(a, 0), tick(b, 0)]));
        assert_eq!(sorted.others, names("丁"));
    }
}
