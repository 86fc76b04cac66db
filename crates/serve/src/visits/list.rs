//! The conditions of the list of visits, and what they find.
use super::{
    Audience,
    store::{self, Visit, person},
};
use crate::{cases::case::codes, desk::Desk};
use chrono::NaiveDate;
use kernel::{Actor, UnitId};
use orgs::folded;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use serde::Deserialize;

codes! {
    /// The three views of the list.
    View {
        /// Those this person recorded or went on.
        Mine = "mine",
        Unit = "unit",
        All = "all",
    }
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Conditions {
    pub(super) view: String,
    pub(super) audience: String,
    /// Code of the unit that went.
    pub(super) unit: String,
    /// Code of the unit that was called on.
    pub(super) visited: String,
    pub(super) from: String,
    pub(super) to: String,
    /// Somebody who went, or words of the unit that was called on.
    pub(super) text: String,
}

impl Conditions {
    pub(super) fn view(&self) -> View {
        View::from_code(&self.view).unwrap_or(View::All)
    }

    /// Everything that holds, in the given view.
    pub(super) fn filter(&self, desk: &Desk, actor: &Actor, view: View) -> Condition {
        let mut all = Condition::all()
            .add(store::Column::Withdrawn.eq(false))
            .add(desk.visits_seen(actor));
        all = match view {
            View::Mine => all.add(
                Condition::any()
                    .add(store::Column::RecordedBy.eq(actor.person))
                    .add(went_on(person::Column::Name.eq(actor.name.as_str()).into())),
            ),
            View::Unit => all.add(store::Column::Unit.eq(actor.unit)),
            View::All => all,
        };
        if let Some(audience) = Audience::from_code(&self.audience) {
            all = all.add(store::Column::Audience.eq(audience.code()));
        }
        let coded = |code: &str| desk.directory.unit_by_code(code).map(|unit| unit.id);
        if let Some(unit) = coded(&self.unit) {
            all = all.add(store::Column::Unit.eq(unit));
        }
        if let Some(visited) = coded(&self.visited) {
            all = all.add(store::Column::Visited.eq(visited));
        }
        let day = |text: &str| text.trim().parse::<NaiveDate>().ok();
        if let Some(from) = day(&self.from) {
            all = all.add(store::Column::Day.gte(from));
        }
        if let Some(to) = day(&self.to) {
            all = all.add(store::Column::Day.lte(to));
        }
        for word in self.text.split_whitespace() {
            all = all.add(has_word(desk, word));
        }
        all
    }
}

fn went_on(condition: Condition) -> Condition {
    let visits = person::Entity::find()
        .select_only()
        .column(person::Column::Visit)
        .filter(condition)
        .into_query();
    Condition::all().add(store::Column::Id.in_subquery(visits))
}

fn has_word(desk: &Desk, word: &str) -> Condition {
    let wanted = folded(word);
    let named = desk.directory.units().filter(|unit| {
        let english = unit.name_en.as_deref().unwrap_or_default();
        folded(&unit.name).contains(&wanted) || folded(english).contains(&wanted)
    });
    let named: Vec<UnitId> = named.map(|unit| unit.id).collect();
    Condition::any()
        .add(store::Column::Visited.is_in(named))
        .add(store::Column::Heard.contains(word))
        .add(went_on(person::Column::Name.contains(word).into()))
}

pub(super) async fn count(
    connection: &impl ConnectionTrait,
    condition: Condition,
) -> Result<u64, DbErr> {
    let found = store::Entity::find().filter(condition);
    found.count(connection).await
}

/// The visits that meet the condition, the latest first.
pub(super) async fn visits(
    connection: &impl ConnectionTrait,
    condition: Condition,
    (offset, limit): (u64, u64),
) -> Result<Vec<Visit>, DbErr> {
    store::Entity::find()
        .filter(condition)
        .order_by_desc(store::Column::Day)
        .order_by_desc(store::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(connection)
        .await
}
