//! Files that were uploaded and wait to be looked at, imported or returned with their problems.
use chrono::{DateTime, TimeDelta, Utc};
use db::Tx;
use kernel::PersonId;
use sea_orm::{entity::prelude::*, sea_query::Expr};

kernel::uuid_id!(
    /// An uploaded work list. The entry of its import has the same id.
    UploadId
);

/// How long an uploaded work list is kept, in days.
pub const FILE_KEPT_DAYS: i64 = 7;

pub type Upload = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UploadId,
    pub campaign: String,
    pub file_name: String,
    /// Empty once it is no longer kept ([`FILE_KEPT_DAYS`]).
    pub bytes: Vec<u8>,
    pub uploaded_by: PersonId,
    pub uploaded_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Empties files that were uploaded too long ago.
pub async fn purge(tx: &Tx, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Bytes, Expr::value(Vec::<u8>::new()))
        .filter(Column::UploadedAt.lt(now - TimeDelta::days(FILE_KEPT_DAYS)))
        .filter(Column::Bytes.ne(Vec::<u8>::new()))
        .exec(tx)
        .await?;
    Ok(())
}
