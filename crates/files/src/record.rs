//! Files and the records they belong to. An act attaches in its own transaction, so record and files are there together.
use crate::{
    FILES_MAX,
    file::{self, File, FileId},
};
use kernel::PersonId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use std::collections::HashMap;

/// Ids asked for at once, well within what one statement may carry.
const IDS_AT_ONCE: usize = 500;

/// What a file belongs to: kind and id as in the book's subjects, for instance `plan.report`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    pub kind: &'static str,
    pub id: String,
}

impl Record {
    pub fn new(kind: &'static str, id: impl ToString) -> Record {
        Record {
            kind,
            id: id.to_string(),
        }
    }
}

/// Of these files those that `owner` sent and that belong to no record yet, in the order of `ids`.
pub async fn staged(
    connection: &impl ConnectionTrait,
    owner: Option<PersonId>,
    ids: &[FileId],
) -> Result<Vec<File>, DbErr> {
    let mine = match owner {
        Some(person) => file::Column::Owner.eq(person),
        None => file::Column::Owner.is_null(),
    };
    let mut files = file::Entity::find()
        .filter(file::Column::Id.is_in(ids.iter().copied().take(FILES_MAX)))
        .filter(mine)
        .filter(file::Column::RecordKind.is_null())
        .all(connection)
        .await?;
    files.sort_by_key(|file| ids.iter().position(|id| *id == file.id));
    Ok(files)
}

/// A file that belongs to some record of this kind.
pub async fn of_kind(
    connection: &impl ConnectionTrait,
    kind: &str,
    id: FileId,
) -> Result<Option<File>, DbErr> {
    file::Entity::find_by_id(id)
        .filter(file::Column::RecordKind.eq(kind))
        .one(connection)
        .await
}

/// The files that were given to records of this kind last, the latest first.
pub async fn latest_of_kind(
    connection: &impl ConnectionTrait,
    kind: &str,
    count: u64,
) -> Result<Vec<File>, DbErr> {
    file::Entity::find()
        .filter(file::Column::RecordKind.eq(kind))
        .order_by_desc(file::Column::MadeAt)
        .order_by_desc(file::Column::Id)
        .limit(count)
        .all(connection)
        .await
}

/// Gives files that `owner` sent to a record, behind those it has. Files that are not theirs, or that belong to a record
/// already, are left where they are. Answers with what was attached.
pub async fn attach(
    tx: &db::Tx,
    record: &Record,
    owner: Option<PersonId>,
    ids: &[FileId],
) -> Result<Vec<File>, DbErr> {
    let there = of(tx, record).await?;
    let first = there.last().map_or(0, |last| last.position + 1);
    let mut attached = staged(tx, owner, ids).await?;
    attached.truncate(FILES_MAX.saturating_sub(there.len()));
    for (position, file) in (first..).zip(&mut attached) {
        file::Entity::update_many()
            .col_expr(file::Column::RecordKind, Expr::value(record.kind))
            .col_expr(file::Column::RecordId, Expr::value(record.id.as_str()))
            .col_expr(file::Column::Position, Expr::value(position))
            .filter(file::Column::Id.eq(file.id))
            .exec(tx)
            .await?;
        file.record_kind = Some(record.kind.to_owned());
        file.record_id = Some(record.id.clone());
        file.position = position;
    }
    Ok(attached)
}

/// Of these files those that `owner` may give to the record: sent by them and free, or the record's already. The same
/// before and after they are attached, so that an act that is sent twice says the same twice.
pub async fn wanted(
    connection: &impl ConnectionTrait,
    record: &Record,
    owner: Option<PersonId>,
    ids: &[FileId],
) -> Result<Vec<File>, DbErr> {
    let mut files = staged(connection, owner, ids).await?;
    let there = of(connection, record).await?;
    files.extend(there.into_iter().filter(|file| ids.contains(&file.id)));
    files.sort_by_key(|file| ids.iter().position(|id| *id == file.id));
    Ok(files)
}

/// Gives the record just these files: takes the others off and attaches what is new.
pub async fn set(
    tx: &db::Tx,
    record: &Record,
    owner: Option<PersonId>,
    ids: &[FileId],
) -> Result<(), DbErr> {
    keep_only(tx, record, ids).await?;
    attach(tx, record, owner, ids).await.map(drop)
}

/// Takes all files off a record but these. Their contents go with the next sweep, unless another record has the same.
pub async fn keep_only(tx: &db::Tx, record: &Record, ids: &[FileId]) -> Result<(), DbErr> {
    file::Entity::delete_many()
        .filter(belongs_to(record))
        .filter(file::Column::Id.is_not_in(ids.iter().copied()))
        .exec(tx)
        .await
        .map(drop)
}

/// The files of a record, in their order.
pub async fn of(connection: &impl ConnectionTrait, record: &Record) -> Result<Vec<File>, DbErr> {
    file::Entity::find()
        .filter(belongs_to(record))
        .order_by_asc(file::Column::Position)
        .all(connection)
        .await
}

/// The files of many records of one kind, by the record's id.
pub async fn of_many(
    connection: &impl ConnectionTrait,
    kind: &'static str,
    ids: impl IntoIterator<Item = impl ToString>,
) -> Result<HashMap<String, Vec<File>>, DbErr> {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    let mut files: HashMap<String, Vec<File>> = HashMap::new();
    for ids in ids.chunks(IDS_AT_ONCE) {
        let found = file::Entity::find()
            .filter(file::Column::RecordKind.eq(kind))
            .filter(file::Column::RecordId.is_in(ids.iter().map(String::as_str)))
            .order_by_asc(file::Column::Position)
            .all(connection)
            .await?;
        for file in found {
            let id = file.record_id.clone().unwrap_or_default();
            files.entry(id).or_default().push(file);
        }
    }
    Ok(files)
}

/// One file of a record. Whether the record may be seen was asked before.
pub async fn find(
    connection: &impl ConnectionTrait,
    record: &Record,
    id: FileId,
) -> Result<Option<File>, DbErr> {
    file::Entity::find_by_id(id)
        .filter(belongs_to(record))
        .one(connection)
        .await
}

fn belongs_to(record: &Record) -> Expr {
    file::Column::RecordKind
        .eq(record.kind)
        .and(file::Column::RecordId.eq(record.id.as_str()))
}
