//! Accounts to log in with, and what their owners were granted.
pub mod grant {
    use kernel::{Grant, PersonId, Role, Scope, UnitId};
    use sea_orm::entity::prelude::*;

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
    }

    /// The scope as it is kept.
    pub fn columns(scope: Scope) -> (&'static str, Option<UnitId>) {
        match scope {
            Scope::All => ("all", None),
            Scope::Below(unit) => ("below", Some(unit)),
            Scope::Unit(unit) => ("unit", Some(unit)),
        }
    }
}

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
}

impl ActiveModelBehavior for ActiveModel {}
