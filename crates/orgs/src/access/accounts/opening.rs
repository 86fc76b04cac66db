use super::{AccountError, Doing, NewGrant, by_name, granting, rule};
use crate::{
    access::{
        log_in,
        password::{self, weakness},
    },
    person,
};
use kernel::{PersonId, UnitId};
use ledger::Appended;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;

/// An account to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    pub person: PersonId,
    pub name: String,
    /// The unit for which the person acts.
    pub unit: UnitId,
    pub password: String,
    /// Whether the person must choose another password before anything else.
    pub must_change: bool,
    pub grants: Vec<NewGrant>,
}

/// Opens an account for a person of the roster who has none. Safe to repeat: the password of the first time holds.
pub async fn open(doing: &Doing<'_>, new: &NewAccount) -> Result<Appended, AccountError> {
    let name = new.name.trim().to_lowercase();
    let is_well_formed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !(2..=40).contains(&name.chars().count()) || !name.chars().all(is_well_formed) {
        return Err(AccountError::NameMalformed);
    }
    if let Some(weakness) = weakness(&new.password, &name) {
        return Err(AccountError::Weak(weakness));
    }
    rule::administrators_differ(new.grants.iter().map(|new| new.grant.role))?;
    doing.check_reason()?;
    doing.check_unit(new.unit).await?;
    for grant in &new.grants {
        doing.check_scope(grant.grant.scope).await?;
        grant.check_days(doing.book.clock().today())?;
    }
    let hash = password::hash(new.password.clone())
        .await
        .map_err(|_| AccountError::Hash)?;
    let tx = doing.book.db().begin().await?;
    person::Entity::find_by_id(new.person)
        .one(&tx)
        .await?
        .ok_or(AccountError::NoSuchPerson)?;
    let details = json!({ "name": name, "grants": new.grants });
    let appended = doing
        .write(
            &tx,
            "orgs.log_in.opened",
            new.person,
            new.unit,
            Some(details),
        )
        .await?;
    if appended.is_new() {
        if let Some(there) = log_in::Entity::find_by_id(new.person).one(&tx).await? {
            return Err(AccountError::AccountThere(there.name));
        }
        if by_name(&tx, &name).await?.is_some() {
            return Err(AccountError::NameTaken(name));
        }
        let row = log_in::ActiveModel {
            person_id: Set(new.person),
            name: Set(name),
            unit_id: Set(new.unit),
            password_hash: Set(hash),
            must_change: Set(new.must_change),
            failures: Set(0),
            locked_until: Set(None),
            closed: Set(false),
            entered_at: Set(None),
        };
        log_in::Entity::insert(row)
            .exec_without_returning(&tx)
            .await?;
        for grant in &new.grants {
            granting::insert(&tx, new.person, grant).await?;
        }
    }
    tx.commit().await?;
    Ok(appended)
}
