//! A person on the roster. Phone numbers are sealed; residents' identity numbers are never collected.
use kernel::PersonId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    #[sea_orm(unique)]
    pub code: String,
    pub name: String,
    /// Sealed for [`PHONE`].
    pub phone: Option<Vec<u8>>,
    /// The keyed hash by which a phone number is found.
    pub phone_found_by: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What phone numbers are sealed for.
pub const PHONE: &str = "orgs.person.phone";
