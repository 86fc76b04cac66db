//! Accounts to log in with.
use chrono::{DateTime, Utc};
use kernel::{PersonId, UnitId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_log_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(unique)]
    pub name: String,
    /// The unit for which the person acts.
    pub unit_id: UnitId,
    /// Argon2id, in PHC string format.
    pub password_hash: String,
    /// The first password, given by somebody else, must be changed before anything else can be done.
    pub must_change: bool,
    /// Wrong passwords in a row.
    pub failures: i32,
    pub locked_until: Option<DateTime<Utc>>,
    pub closed: bool,
    /// When somebody last came in by it: so that an account that is forgotten, or used at night, is noticed. Nothing sorts,
    /// filters or counts by it (rule R3).
    pub entered_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
