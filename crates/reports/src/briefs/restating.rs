//! Restating a number of an issued brief in a further one: old, new, reason. The old issue stays as it was printed; that it
//! was restated, and where, is noted beside it.
use super::{
    brief::{self, BriefId},
    drafting::{self, DraftError, Text},
    embed::RestatementOf,
    frozen_parts::FrozenRestatement,
    working_copy,
};
use kernel::{Actor, EntryId};
use ledger::Book;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_restatement")]
pub struct Model {
    /// The issue whose number it is, by its total number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub total: i32,
    /// The number within it, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The issue that restates it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub by_total: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Notes a restatement that was just issued as part of `by_total`. Said twice in one issue it is one.
pub async fn note(
    tx: &impl ConnectionTrait,
    one: &FrozenRestatement,
    by_total: i32,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        total: Set(one.total),
        number: Set(i32::try_from(one.number).unwrap_or(i32::MAX)),
        by_total: Set(by_total),
    };
    let columns = [Column::Total, Column::Number, Column::ByTotal];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The numbers of an issue that were restated, each with the issues that did, the oldest first.
pub async fn of_issue(connection: &impl ConnectionTrait, total: i32) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Total.eq(total))
        .order_by_asc(Column::Number)
        .order_by_asc(Column::ByTotal)
        .all(connection)
        .await
}

/// Puts a restatement at the end of a draft. Safe to repeat with the same entry.
pub async fn restate(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    draft: BriefId,
    restated: &RestatementOf,
) -> Result<brief::Model, DraftError> {
    let current = brief::find(book.db().reader(), draft).await?;
    let current = current.ok_or(DraftError::NotFound)?;
    let line = restated.to_string();
    if current.body.lines().any(|there| there.trim() == line) {
        return Ok(current);
    }
    let put = |body: &str| working_copy::appended(body, &line);
    let mut text = Text::from(&current);
    text.body = put(&text.body);
    let looked = drafting::look(book, actor, current.unit_id, &text).await?;
    let tx = book.db().begin().await?;
    let act = (entry, draft, current.version);
    let changed = drafting::change_in(&tx, book, actor, act, &text, &looked).await?;
    let versions = (current.version, changed.version);
    working_copy::carry(&tx, (draft, actor.person), versions, put).await?;
    tx.commit().await?;
    Ok(changed)
}
