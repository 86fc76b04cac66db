//! Pairings as kept.
pub mod contact;

use super::Sort;
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// A pairing. The same as the entry by which it was made.
    PairingId
);

/// What is sealed of a pairing, each for itself.
pub const CONTACT_PHONE: &str = "serve.pairing.contact_phone";
pub const HOUSEHOLD: &str = "serve.pairing.household";
pub const HOUSEHOLD_PHONE: &str = "serve.pairing.household_phone";
pub const HARDSHIP: &str = "serve.pairing.hardship";
pub const NOTE: &str = "serve.pairing.note";

pub type Pairing = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_pairing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PairingId,
    pub sort: String,
    /// The unit that helps; of a commissioner, the office.
    pub helper: UnitId,
    pub contact: String,
    pub contact_phone: Option<Vec<u8>>,
    /// The community or enterprise; of a household, its community.
    pub helped: UnitId,
    pub household: Option<Vec<u8>>,
    pub household_phone: Option<Vec<u8>>,
    pub hardship: Option<Vec<u8>>,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
    /// Paired by mistake, and taken back.
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn sort(&self) -> Sort {
        Sort::from_code(&self.sort).unwrap_or(Sort::Community)
    }

    pub fn stands(&self, day: NaiveDate) -> bool {
        self.from_day <= day && self.to_day.is_none_or(|to| day < to)
    }
}
