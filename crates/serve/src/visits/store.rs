//! Visits as kept.
pub mod person;
pub mod problem;

use super::Audience;
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::HashMap;

kernel::uuid_id!(
    /// A visit. The same as the entry by which it was recorded.
    VisitId
);

/// What is said of a household is sealed for this.
pub const HOUSEHOLD: &str = "serve.visit.household";

/// Keys in one question, below what either database takes.
const CHUNK: usize = 500;

pub type Visit = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VisitId,
    pub day: NaiveDate,
    /// The unit that went.
    pub unit: UnitId,
    /// The unit that was called on; of a household, its community.
    pub visited: UnitId,
    pub audience: String,
    pub household: Option<Vec<u8>>,
    pub heard: String,
    pub recorded_by: PersonId,
    pub head_entry: EntryId,
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn audience(&self) -> Audience {
        Audience::from_code(&self.audience).unwrap_or(Audience::Grassroots)
    }
}

/// Names of those who went, in the order in which they were written.
pub async fn people(
    connection: &impl ConnectionTrait,
    visits: &[VisitId],
) -> Result<HashMap<VisitId, Vec<String>>, DbErr> {
    let mut names: HashMap<VisitId, Vec<String>> = HashMap::new();
    for chunk in visits.chunks(CHUNK) {
        let found = person::Entity::find()
            .filter(person::Column::Visit.is_in(chunk.iter().copied()))
            .order_by_asc(person::Column::Position)
            .all(connection)
            .await?;
        for person in found {
            names.entry(person.visit).or_default().push(person.name);
        }
    }
    Ok(names)
}

/// What was heard on these visits, in the order in which it was written.
pub async fn problems(
    connection: &impl ConnectionTrait,
    visits: &[VisitId],
) -> Result<HashMap<VisitId, Vec<problem::Model>>, DbErr> {
    let mut problems: HashMap<VisitId, Vec<problem::Model>> = HashMap::new();
    for chunk in visits.chunks(CHUNK) {
        let found = problem::Entity::find()
            .filter(problem::Column::Visit.is_in(chunk.iter().copied()))
            .order_by_asc(problem::Column::Position)
            .all(connection)
            .await?;
        for problem in found {
            problems.entry(problem.visit).or_default().push(problem);
        }
    }
    Ok(problems)
}
