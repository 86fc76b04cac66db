//! Roles that people hold, over which units, from which day to which.
use chrono::NaiveDate;
use kernel::{Grant, PersonId, Role, Scope, UnitId};
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_grant")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: PersonId,
    pub role: String,
    /// `all`, `below` or `unit`.
    pub scope: String,
    pub unit_id: Option<UnitId>,
    /// The first day on which it is held; none for grants that are older than this column.
    pub from_day: Option<NaiveDate>,
    /// The first day on which it is no longer held.
    pub to_day: Option<NaiveDate>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// `None` for a role or scope that this version of the program does not know: it grants nothing.
    pub fn grant(&self) -> Option<Grant> {
        let scope = match (self.scope.as_str(), self.unit_id) {
            ("all", _) => Scope::All,
            ("below", Some(unit)) => Scope::Below(unit),
            ("unit", Some(unit)) => Scope::Unit(unit),
            _ => return None,
        };
        Some(Grant {
            role: Role::from_code(&self.role)?,
            scope,
        })
    }

    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.to_day.is_some_and(|to_day| to_day <= day)
    }

    pub fn is_held(&self, day: NaiveDate) -> bool {
        self.from_day.is_none_or(|from_day| from_day <= day) && !self.has_ended(day)
    }
}

/// The scope as it is kept.
pub fn columns(scope: Scope) -> (&'static str, Option<UnitId>) {
    match scope {
        Scope::All => ("all", None),
        Scope::Below(unit) => ("below", Some(unit)),
        Scope::Unit(unit) => ("unit", Some(unit)),
    }
}

/// Those that are held on `day`.
pub fn held_on(day: NaiveDate) -> Condition {
    let has_begun = Condition::any()
        .add(Column::FromDay.is_null())
        .add(Column::FromDay.lte(day));
    Condition::all().add(has_begun).add(not_ended(day))
}

/// Those that are held on `day` or will be.
pub fn not_ended(day: NaiveDate) -> Condition {
    Condition::any()
        .add(Column::ToDay.is_null())
        .add(Column::ToDay.gt(day))
}

/// All that these people hold, held or will hold, in the order in which it was granted.
pub async fn of(
    connection: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::PersonId.is_in(people))
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
