//! The rows of units, people and memberships after an import, in few statements: new ones are inserted, changed ones go
//! into the same statement and update what is there.
use super::super::{PersonChange, UnitChange};
use crate::{membership, person, unit};
use db::Keys;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    sea_query::{Expr, Func, OnConflict},
};

/// Rows of one statement: with the widest of these tables well below what SQLite takes as parameters (32,766).
const ROWS_TOGETHER: usize = 1_000;

pub(super) async fn units(tx: &impl ConnectionTrait, changes: &[UnitChange]) -> Result<(), DbErr> {
    use unit::Column;
    let or_update = OnConflict::column(Column::Id)
        .update_columns([
            Column::Code,
            Column::Name,
            Column::NameEn,
            Column::Kind,
            Column::Position,
        ])
        .to_owned();
    for changes in changes.chunks(ROWS_TOGETHER) {
        let rows = changes
            .iter()
            .map(|change| change.after.clone().into_active_model().reset_all());
        unit::Entity::insert_many(rows)
            .on_conflict(or_update.clone())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

pub(super) async fn people(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    changes: &[PersonChange],
) -> Result<(), DbErr> {
    use person::Column;
    // A telephone number that the workbook does not give stays as it is.
    let given_or_kept = |column: Column| {
        let given = Expr::col(("excluded", column));
        (
            column,
            Func::coalesce([given, Expr::col((person::Entity, column))]),
        )
    };
    let or_update = OnConflict::column(Column::Id)
        .update_columns([Column::Code, Column::Name])
        .values(
            [
                given_or_kept(Column::Phone),
                given_or_kept(Column::PhoneFoundBy),
            ]
            .map(|(column, value)| (column, value.into())),
        )
        .to_owned();
    for changes in changes.chunks(ROWS_TOGETHER) {
        let rows = changes.iter().map(|change| person(keys, change));
        person::Entity::insert_many(rows)
            .on_conflict(or_update.clone())
            .exec_without_returning(tx)
            .await?;
        memberships(tx, changes).await?;
    }
    Ok(())
}

/// New memberships; those that change their post; and those that end because the person moves on.
async fn memberships(tx: &impl ConnectionTrait, changes: &[PersonChange]) -> Result<(), DbErr> {
    use membership::Column;
    let begun = changes.iter().filter(|change| change.begins_membership());
    let begun: Vec<_> = begun.map(begun_membership).collect();
    if !begun.is_empty() {
        membership::Entity::insert_many(begun)
            .exec_without_returning(tx)
            .await?;
    }
    let kept: Vec<_> = changes.iter().filter_map(kept_membership).collect();
    if !kept.is_empty() {
        let update = OnConflict::column(Column::Id)
            .update_columns([Column::ToDay, Column::IsMember, Column::Post])
            .to_owned();
        membership::Entity::insert_many(kept)
            .on_conflict(update)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

fn person(keys: &Keys, change: &PersonChange) -> person::ActiveModel {
    let phone = change.phone.as_ref();
    person::ActiveModel {
        id: Set(change.id),
        code: Set(change.code.clone()),
        name: Set(change.name.clone()),
        phone: Set(phone.map(|phone| keys.seal(person::PHONE, phone))),
        phone_found_by: Set(phone.map(|phone| keys.fingerprint(person::PHONE, phone))),
    }
}

fn begun_membership(change: &PersonChange) -> membership::ActiveModel {
    membership::ActiveModel {
        id: NotSet,
        person_id: Set(change.id),
        unit_id: Set(change.unit),
        from_day: Set(change.from),
        to_day: Set(None),
        is_member: Set(change.is_member),
        post: Set(change.post.clone()),
    }
}

/// The membership that was there, as it is from now on.
fn kept_membership(change: &PersonChange) -> Option<membership::ActiveModel> {
    let (_, old) = change.before.as_ref()?;
    let mut kept = old.clone();
    if change.begins_membership() {
        kept.to_day = Some(change.from);
    } else {
        kept.post.clone_from(&change.post);
        kept.is_member = change.is_member;
    }
    Some(kept.into_active_model().reset_all())
}
