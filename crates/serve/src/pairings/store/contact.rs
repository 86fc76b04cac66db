use super::PairingId;
use chrono::NaiveDate;
use kernel::EntryId;
use sea_orm::entity::prelude::*;

/// A contact that somebody noted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_pairing_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub pairing: PairingId,
    pub day: NaiveDate,
    pub note: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
