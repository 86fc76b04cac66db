use super::{AccountError, Doing, rule};
use crate::access::grant;
use chrono::NaiveDate;
use kernel::{Grant, PersonId};
use ledger::Appended;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use serde::Serialize;
use serde_json::json;

/// A role over some units, from a day to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NewGrant {
    #[serde(flatten)]
    pub grant: Grant,
    pub from_day: NaiveDate,
    /// The first day on which it is no longer held; `None`: until it is revoked.
    pub to_day: Option<NaiveDate>,
}

impl NewGrant {
    pub fn since(from_day: NaiveDate, grant: Grant) -> NewGrant {
        NewGrant {
            grant,
            from_day,
            to_day: None,
        }
    }

    pub(super) fn check_days(&self, today: NaiveDate) -> Result<(), AccountError> {
        let ends_too_early = self.to_day.is_some_and(|to_day| to_day <= self.from_day);
        if self.from_day < today || ends_too_early {
            Err(AccountError::Days)
        } else {
            Ok(())
        }
    }
}

/// Grants a role. Safe to repeat.
pub async fn grant(
    doing: &Doing<'_>,
    person: PersonId,
    new: &NewGrant,
) -> Result<Appended, AccountError> {
    let today = doing.book.clock().today();
    doing.check_reason()?;
    doing.check_not_oneself(person)?;
    new.check_days(today)?;
    let account = doing.account(doing.book.db().reader(), person).await?;
    doing.check_unit(account.unit_id).await?;
    doing.check_scope(new.grant.scope).await?;
    let tx = doing.book.db().begin().await?;
    let details = json!({ "grant": new });
    let appended = doing
        .write(
            &tx,
            "orgs.log_in.granted",
            person,
            account.unit_id,
            Some(details),
        )
        .await?;
    if appended.is_new() {
        let held: Vec<Grant> = grant::Entity::find()
            .filter(grant::Column::PersonId.eq(person))
            .filter(grant::not_ended(today))
            .all(&tx)
            .await?
            .iter()
            .filter_map(grant::Model::grant)
            .collect();
        if held.contains(&new.grant) {
            return Err(AccountError::GrantThere);
        }
        let roles = held.iter().chain([&new.grant]).map(|grant| grant.role);
        rule::administrators_differ(roles)?;
        insert(&tx, person, new).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// Ends a grant today. Safe to repeat.
pub async fn revoke(
    doing: &Doing<'_>,
    person: PersonId,
    id: i64,
) -> Result<Appended, AccountError> {
    let today = doing.book.clock().today();
    doing.check_reason()?;
    doing.check_not_oneself(person)?;
    let account = doing.account(doing.book.db().reader(), person).await?;
    doing.check_unit(account.unit_id).await?;
    let tx = doing.book.db().begin().await?;
    let granted = grant::Entity::find_by_id(id)
        .filter(grant::Column::PersonId.eq(person))
        .one(&tx)
        .await?
        .ok_or(AccountError::NoSuchGrant)?;
    let details = json!({ "grant": granted.grant(), "id": id });
    let appended = doing
        .write(
            &tx,
            "orgs.log_in.revoked",
            person,
            account.unit_id,
            Some(details),
        )
        .await?;
    if appended.is_new() {
        if granted.has_ended(today) {
            return Err(AccountError::NoSuchGrant);
        }
        rule::somebody_is_left(&tx, today, |grant| grant.id == id).await?;
        grant::Entity::update_many()
            .col_expr(grant::Column::ToDay, Expr::value(today))
            .filter(grant::Column::Id.eq(id))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) async fn insert(tx: &db::Tx, person: PersonId, new: &NewGrant) -> Result<(), DbErr> {
    let (scope, unit_id) = grant::columns(new.grant.scope);
    let row = grant::ActiveModel {
        person_id: Set(person),
        role: Set(new.grant.role.code().to_owned()),
        scope: Set(scope.to_owned()),
        unit_id: Set(unit_id),
        from_day: Set(Some(new.from_day)),
        to_day: Set(new.to_day),
        ..Default::default()
    };
    grant::Entity::insert(row)
        .exec_without_returning(tx)
        .await
        .map(drop)
}
