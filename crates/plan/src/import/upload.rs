//! Files that were uploaded and wait to be looked at, imported or returned with their problems.
use chrono::{DateTime, Utc};
use kernel::PersonId;
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// An uploaded work list. The entry of its import has the same id.
    UploadId
);

pub type Upload = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UploadId,
    pub campaign: String,
    pub file_name: String,
    pub bytes: Vec<u8>,
    pub uploaded_by: PersonId,
    pub uploaded_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
