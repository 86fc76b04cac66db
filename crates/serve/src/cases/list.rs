//! The conditions of the list of cases, and what they find.
mod faceted;
#[cfg(test)]
mod tests;
mod worded;

pub(crate) use faceted::Faceted;

use super::{
    case::{Kind, Outcome, PartState, State},
    sight::{Sight, with_part_of, with_parts},
    store::{self, Case, SEARCH, part},
};
use chrono::NaiveDate;
use kernel::{Actor, PersonId, UnitId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::Deserialize;
use web::{App, WebError};

/// Seconds in which what is due next counts as due.
const DUE_SOON_SECONDS: i64 = 3 * 24 * 3600;

super::case::codes! {
    /// The five views of the list.
    View {
        /// What this person's units have to do next.
        Mine = "mine",
        Unit = "unit",
        Due = "due",
        Late = "late",
        All = "all",
    }
}

/// Stands in addresses for every state in which somebody still has to do something.
pub(crate) const OPEN: &str = "open";
/// Stands in addresses for cases whose place nobody wrote down.
pub(crate) const NO_PLACE: &str = "-";

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    pub view: String,
    pub kind: String,
    pub state: String,
    pub unit: String,
    /// The unit that leads, or keeps it while nobody does: exactly as a board counts.
    pub holder: String,
    /// As a board gathers places.
    pub place: String,
    /// Raised from this day on.
    pub from: String,
    /// Raised up to this day.
    pub to: String,
    /// Words, or a number.
    pub text: String,
}

impl Conditions {
    pub(crate) fn view(&self) -> View {
        View::from_code(&self.view).unwrap_or(View::Mine)
    }

    /// Everything that holds, in the given view.
    pub(crate) fn filter(&self, backend: DbBackend, sight: &Sight, view: View) -> Condition {
        self.in_any_view(backend, sight).add(of_view(sight, view))
    }

    /// Whether the state that is asked for, and the view, have anything in common.
    fn may_be_in(&self, view: View) -> bool {
        match State::from_code(&self.state) {
            Some(state) => state.is_open() || !matches!(view, View::Due | View::Late),
            None => true,
        }
    }

    pub(super) fn in_any_view(&self, backend: DbBackend, sight: &Sight) -> Condition {
        self.without_words(sight)
            .add(with_words(backend, &self.text))
    }

    /// Everything but the words.
    pub(super) fn without_words(&self, sight: &Sight) -> Condition {
        let mut all = Condition::all().add(sight.among());
        let kinds: Vec<&str> = self
            .kind
            .split(',')
            .filter_map(Kind::from_code)
            .map(Kind::code)
            .collect();
        if !kinds.is_empty() {
            all = all.add(store::Column::Kind.is_in(kinds));
        }
        if self.state == OPEN {
            all = all.add(open());
        } else if let Some(state) = State::from_code(&self.state) {
            all = all.add(store::Column::State.eq(state.code()));
        }
        if let Ok(unit) = self.unit.trim().parse::<UnitId>() {
            all = all.add(with_part_of(&[unit]));
        }
        if let Ok(unit) = self.holder.trim().parse::<UnitId>() {
            all = all.add(held_by(unit));
        }
        if !self.place.trim().is_empty() {
            let place = self.place.trim();
            let place = if place == NO_PLACE { "" } else { place };
            all = all.add(store::Column::PlaceKey.eq(place));
        }
        if let Ok(from) = self.from.trim().parse::<NaiveDate>() {
            all = all.add(store::Column::RaisedOn.gte(from));
        }
        if let Ok(to) = self.to.trim().parse::<NaiveDate>() {
            all = all.add(store::Column::RaisedOn.lte(to));
        }
        all
    }
}

/// Cases with every word of the text, wherever it stands in them; also by their number.
pub(crate) fn with_words(backend: DbBackend, text: &str) -> Condition {
    SEARCH.with_all(backend, "serve_case.id", text)
}

/// Cases that count at the unit: it leads them, or heard them first and no lead has acknowledged them.
fn held_by(unit: UnitId) -> Condition {
    let leads = |unit: Option<UnitId>| {
        let lead = Condition::all()
            .add(part::Column::IsLead.eq(true))
            .add(part::Column::State.ne(PartState::Waiting.code()));
        with_parts(lead.add_option(unit.map(|unit| part::Column::Unit.eq(unit))))
    };
    let keeps = Condition::all()
        .add(store::Column::Desk.eq(unit))
        .add(leads(None).not());
    Condition::any().add(leads(Some(unit))).add(keeps)
}

fn open() -> Condition {
    Condition::all().add(store::Column::State.is_in(open_states()))
}

fn open_states() -> impl Iterator<Item = &'static str> {
    let open = State::ALL.iter().filter(|state| state.is_open());
    open.map(|state| state.code())
}

pub(super) fn of_view(sight: &Sight, view: View) -> Condition {
    let due_before = |at: i64| open().add(store::Column::DueAt.lte(at));
    match view {
        View::Mine => mine(sight),
        View::Unit => with_part_of(&sight.own),
        View::Due => {
            due_before(sight.now + DUE_SOON_SECONDS).add(store::Column::DueAt.gt(sight.now))
        }
        View::Late => due_before(sight.now),
        View::All => Condition::all().add(store::Column::State.ne(State::Merged.code())),
    }
}

/// What waits for this person: at the desk, and in the parts of the own units.
pub(crate) fn mine(sight: &Sight) -> Condition {
    let at_desk = [State::Raised, State::Accepted, State::Answered].map(State::code);
    let turns = [PartState::Waiting, PartState::Handling].map(PartState::code);
    let own = Condition::all()
        .add(part::Column::Unit.is_in(sight.own.iter().copied()))
        .add(part::Column::State.is_in(turns));
    // Each line below has its own index (migration `serve_0012_case_lists`); a condition on the desk around
    // them all would read every case the desk ever had.
    let kept = |waits: Condition| waits.add(sight.kept());
    let recheck = Condition::all()
        .add(store::Column::RecheckOn.lte(sight.today))
        .add(store::Column::State.eq(State::Closed.code()));
    Condition::any()
        .add(kept(
            Condition::all().add(store::Column::State.is_in(at_desk)),
        ))
        .add(kept(recheck))
        .add(kept(Condition::all().add(store::Column::MoreTime.gt(0))))
        .add(kept(
            Condition::all().add(store::Column::LeftOut.eq("asked")),
        ))
        .add(kept(dissatisfied()))
        // Whether it is open stands first: of what is done no part is looked up.
        .add(open_of(with_parts(own)))
        .add(kept(open_of(with_parts(replies()))))
        .add(open_of(with_parts(own_lead(sight))).add(with_parts(replies())))
}

/// What is open among cases of which there are few: said so that no database begins with all that is open.
fn open_of(few: Condition) -> Condition {
    let state = Expr::cust("(\"serve_case\".\"state\" || '')");
    Condition::all().add(state.is_in(open_states())).add(few)
}

/// Closed, and whoever asked said afterwards by their code that it is not solved: until somebody has called them back.
fn dissatisfied() -> Condition {
    Condition::all()
        .add(store::Column::CalledBackBy.eq(PersonId::PUBLIC))
        .add(store::Column::CalledBack.eq(Outcome::NotSatisfied.code()))
        .add(store::Column::State.eq(State::Closed.code()))
}

/// Replies of units that help, still to be looked at by who keeps the case or leads it.
fn replies() -> Condition {
    Condition::all()
        .add(part::Column::IsLead.eq(false))
        .add(part::Column::State.eq(PartState::Answered.code()))
}

fn own_lead(sight: &Sight) -> Condition {
    Condition::all()
        .add(part::Column::Unit.is_in(sight.own.iter().copied()))
        // Not "is": SQLite would go through all parts that lead.
        .add(part::Column::IsLead.ne(false))
}

/// The condition as a list of ids.
fn among_ids(condition: Condition) -> Condition {
    let ids = store::Entity::find()
        .select_only()
        .column(store::Column::Id)
        .filter(condition);
    Condition::all().add(store::Column::Id.in_subquery(ids.into_query()))
}

/// One page of the list, and how many cases each view has.
pub struct Read {
    pub counts: Vec<u64>,
    pub cases: Vec<Case>,
}

/// Reads what the list shows to a person.
///
/// # Errors
/// When the database does not answer.
pub async fn read(
    app: &App,
    actor: &Actor,
    conditions: &Conditions,
    page: (u64, u64),
) -> Result<Read, WebError> {
    let sight = Sight::of(app, actor).await?;
    read_by(app, &sight, conditions, page).await
}

pub(crate) async fn read_by(
    app: &App,
    sight: &Sight,
    conditions: &Conditions,
    page: (u64, u64),
) -> Result<Read, WebError> {
    let (reader, backend) = (app.db.reader(), app.db.backend());
    if let Some(found) = worded::read(reader, sight, conditions, page).await? {
        return Ok(found);
    }
    let filter = conditions.filter(backend, sight, conditions.view());
    let are_mixed = State::from_code(&conditions.state).is_none();
    let cases = in_order(reader, filter, are_mixed, page);
    let (counts, cases) = futures::try_join!(counts(reader, sight, conditions), cases)?;
    Ok(Read { counts, cases })
}

/// How many cases each view has, each view by its own index.
async fn counts(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    conditions: &Conditions,
) -> Result<Vec<u64>, DbErr> {
    let backend = connection.get_database_backend();
    let counts = View::ALL.iter().map(async |view| {
        if !conditions.may_be_in(*view) {
            return Ok(0);
        }
        let in_view = match view {
            // Few are somebody's own. Beside other conditions they are looked up first, and an index has the rest.
            View::Mine | View::Unit => among_ids(of_view(sight, *view)),
            View::Due | View::Late | View::All => of_view(sight, *view),
        };
        let narrowed = conditions.in_any_view(backend, sight).add(in_view);
        count(connection, narrowed).await
    });
    futures::future::try_join_all(counts).await
}

pub(crate) async fn count(
    connection: &impl ConnectionTrait,
    condition: Condition,
) -> Result<u64, DbErr> {
    let found = store::Entity::find().filter(condition);
    found.count(connection).await
}

/// The cases that meet the condition; what is due first comes first, and what is done comes last.
pub(crate) async fn cases(
    connection: &impl ConnectionTrait,
    condition: Condition,
    (offset, limit): (u64, u64),
) -> Result<Vec<Case>, DbErr> {
    in_order(connection, condition, true, (offset, limit)).await
}

/// Spelled as in the indexes `serve_case_listed` and `serve_case_listed_of`, or they are of no use.
const IS_DONE: &str = "state IN ('closed', 'refused', 'merged')";
const DUE: &str = "COALESCE(due_at, 9223372036854775807)";

/// In the order of the list. `are_mixed`: cases that are done stand beside open ones.
fn ordered(found: Select<store::Entity>, are_mixed: bool) -> Select<store::Entity> {
    let found = match are_mixed {
        true => found.order_by_asc(Expr::cust(IS_DONE)),
        false => found,
    };
    found
        .order_by_asc(Expr::cust(DUE))
        .order_by_desc(store::Column::RaisedAt)
        .order_by_asc(store::Column::Id)
}

/// One page of ids, in the order of the list.
fn page_of(
    condition: Condition,
    are_mixed: bool,
    (offset, limit): (u64, u64),
) -> Select<store::Entity> {
    let ids = store::Entity::find().select_only().filter(condition);
    ordered(ids.column(store::Column::Id), are_mixed)
        .offset(offset)
        .limit(limit)
}

/// What is sorted are ids: whole cases are read for one page only.
async fn in_order(
    connection: &impl ConnectionTrait,
    condition: Condition,
    are_mixed: bool,
    page: (u64, u64),
) -> Result<Vec<Case>, DbErr> {
    let page = page_of(condition, are_mixed, page);
    let on_page = store::Column::Id.in_subquery(page.into_query());
    ordered(store::Entity::find().filter(on_page), are_mixed)
        .all(connection)
        .await
}
