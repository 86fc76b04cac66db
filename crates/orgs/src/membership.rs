//! Who belongs to which unit, from which day to which.
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use ledger::Tree;
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_membership")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: PersonId,
    pub unit_id: UnitId,
    pub from_day: NaiveDate,
    /// The first day on which they no longer belong to it.
    pub to_day: Option<NaiveDate>,
    /// Whether the person counts as a member (`orgs.member`); staff of an office may belong to it without.
    pub is_member: bool,
    /// The post held in it, such as secretary; empty for none.
    pub post: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// Memberships that hold on `day`.
pub fn on(day: NaiveDate) -> Condition {
    Condition::all().add(Column::FromDay.lte(day)).add(
        Condition::any()
            .add(Column::ToDay.is_null())
            .add(Column::ToDay.gt(day)),
    )
}

/// The members of all units at or below `unit` on `day`, in order of their numbers.
pub async fn members(
    connection: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    day: NaiveDate,
) -> Result<Vec<Model>, DbErr> {
    let mut found = Vec::new();
    for units in tree.subtree(unit, day).chunks(1_000) {
        let select = Entity::find()
            .filter(on(day))
            .filter(Column::IsMember.eq(true))
            .filter(Column::UnitId.is_in(units.to_vec()));
        found.extend(
            select
                .order_by_asc(Column::PersonId)
                .all(connection)
                .await?,
        );
    }
    Ok(found)
}

/// The units a person belongs to on `day`, the one where they are a member first.
pub async fn of(
    connection: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<Model>, DbErr> {
    let select = Entity::find()
        .filter(on(day))
        .filter(Column::PersonId.eq(person));
    select
        .order_by_desc(Column::IsMember)
        .order_by_asc(Column::Id)
        .limit(50)
        .all(connection)
        .await
}
