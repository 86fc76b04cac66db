//! Sweeping away what belongs to nobody, and looking whether everything that belongs to somebody is there.
use crate::{
    Files, STAGED_HOURS, TakeError,
    file::{self, File},
    store::{Sha256Hex, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use db::Db;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

/// Rows looked at in one go.
const ROWS_AT_ONCE: u64 = 500;

/// What a sweep took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Files that were sent and never attached.
    pub files: u64,
    /// Contents that no file has.
    pub contents: u64,
}

/// Takes away what was sent more than [`STAGED_HOURS`] ago and never attached, and contents without a file.
pub async fn sweep(files: &Files, db: &Db, now: DateTime<Utc>) -> Result<Swept, TakeError> {
    let before = now - TimeDelta::hours(STAGED_HOURS);
    let tx = db.begin().await?;
    let removed = file::Entity::delete_many()
        .filter(file::Column::RecordKind.is_null())
        .filter(file::Column::MadeAt.lt(before))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    let mut swept = Swept {
        files: removed.rows_affected,
        contents: 0,
    };
    for name in files.store.idle_since(before).await? {
        if !is_wanted(db.reader(), &name).await? {
            files.store.remove_idle(&name, before).await?;
            swept.contents += 1;
        }
    }
    Ok(swept)
}

async fn is_wanted(connection: &impl ConnectionTrait, name: &Sha256Hex) -> Result<bool, DbErr> {
    let name = name.as_str();
    let has = file::Column::Sha256
        .eq(name)
        .or(file::Column::Preview.eq(name));
    Ok(0 < file::Entity::find().filter(has).count(connection).await?)
}

/// Reads the content of every file and compares it with its name. Answers with how many there are, and with a sentence for
/// each that is missing or differs.
pub async fn check(files: &Files, db: &Db) -> Result<(u64, Vec<String>), TakeError> {
    let mut differences = Vec::new();
    let mut looked_at = 0;
    let mut pages = file::Entity::find()
        .order_by_asc(file::Column::Id)
        .paginate(db.reader(), ROWS_AT_ONCE);
    while let Some(rows) = pages.fetch_and_next().await? {
        for file in rows {
            looked_at += 1;
            differences.extend(check_one(files, &file).await?);
        }
    }
    Ok((looked_at, differences))
}

async fn check_one(files: &Files, file: &File) -> Result<Vec<String>, StoreError> {
    let mut differences = Vec::new();
    for name in file.contents() {
        match files.store.get(&name).await {
            Ok(bytes) if Sha256Hex::of(&bytes) == name => {}
            Ok(_) => differences.push(format!("file {} ({}): content differs", file.id, name)),
            Err(StoreError::NotThere(_)) => {
                differences.push(format!("file {} ({}): content is missing", file.id, name));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(differences)
}
