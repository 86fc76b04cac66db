//! The conditions of the list of cases, and what they find.
use super::{
    case::{Kind, PartState, State},
    sight::{Sight, with_part_of, with_parts},
    store::{self, Case, part},
};
use kernel::UnitId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Deserialize;

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

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Conditions {
    pub(crate) view: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) unit: String,
    /// Words, or a number.
    pub(crate) text: String,
}

impl Conditions {
    pub(crate) fn view(&self) -> View {
        View::from_code(&self.view).unwrap_or(View::Mine)
    }

    /// Everything that holds, in the given view.
    pub(crate) fn filter(&self, sight: &Sight, view: View) -> Condition {
        let mut all = Condition::all()
            .add(sight.among())
            .add(of_view(sight, view));
        if let Some(kind) = Kind::from_code(&self.kind) {
            all = all.add(store::Column::Kind.eq(kind.code()));
        }
        if let Some(state) = State::from_code(&self.state) {
            all = all.add(store::Column::State.eq(state.code()));
        }
        if let Ok(unit) = self.unit.trim().parse::<UnitId>() {
            all = all.add(with_part_of(&[unit]));
        }
        for word in self.text.split_whitespace() {
            all = all.add(has_word(word));
        }
        all
    }
}

/// Cases whose text, place or number has the word.
pub(crate) fn has_word(word: &str) -> Condition {
    Condition::any()
        .add(store::Column::Body.contains(word))
        .add(store::Column::Place.contains(word))
        .add(store::Column::Number.eq(word))
}

fn open() -> Condition {
    let open = State::ALL.iter().filter(|state| state.is_open());
    Condition::all().add(store::Column::State.is_in(open.map(|state| state.code())))
}

fn of_view(sight: &Sight, view: View) -> Condition {
    let due_before = |at: i64| open().add(store::Column::DueAt.lte(at));
    match view {
        View::Mine => mine(sight),
        View::Unit => with_part_of(&sight.own),
        View::Due => {
            due_before(sight.now + DUE_SOON_SECONDS).add(store::Column::DueAt.gt(sight.now))
        }
        View::Late => due_before(sight.now),
        View::All => Condition::all(),
    }
}

/// What waits for this person: at the desk, and in the parts of the own units.
pub(crate) fn mine(sight: &Sight) -> Condition {
    let at_desk = [State::Raised, State::Accepted, State::Answered].map(State::code);
    let turns = [PartState::Waiting, PartState::Handling].map(PartState::code);
    let own = Condition::all()
        .add(part::Column::Unit.is_in(sight.own.iter().copied()))
        .add(part::Column::State.is_in(turns));
    Condition::any()
        .add(sight.kept().add(store::Column::State.is_in(at_desk)))
        .add(with_parts(own).add(open()))
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
    let done = store::Column::State.is_in([State::Closed.code(), State::Refused.code()]);
    store::Entity::find()
        .filter(condition)
        .order_by_asc(done)
        .order_by_asc(store::Column::DueAt.if_null(i64::MAX))
        .order_by_desc(store::Column::RaisedAt)
        .order_by_asc(store::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(connection)
        .await
}
