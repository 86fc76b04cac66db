//! What must hold of all accounts together.
use super::AccountError;
use crate::access::{grant, log_in};
use chrono::NaiveDate;
use kernel::{PersonId, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

const ADMINISTRATORS: [Role; 3] = [Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin];

/// System, security and audit administrator are three people.
pub(super) fn administrators_differ(
    roles: impl IntoIterator<Item = Role>,
) -> Result<(), AccountError> {
    let roles: Vec<Role> = roles.into_iter().collect();
    let held = ADMINISTRATORS.iter().filter(|role| roles.contains(role));
    if 1 < held.count() {
        Err(AccountError::AdministratorsMustDiffer)
    } else {
        Ok(())
    }
}

/// Grants by which somebody can give accounts everywhere and without end, of accounts that are open. Whoever asks holds
/// these accounts until the act is over, so that two acts cannot each leave the other's administrator.
async fn security_administrators(
    tx: &db::Tx,
    day: NaiveDate,
) -> Result<Vec<grant::Model>, AccountError> {
    let mut grants = grant::Entity::find()
        .filter(grant::held_on(day))
        .filter(grant::Column::ToDay.is_null())
        .filter(grant::Column::Role.eq(Role::SecurityAdmin.code()))
        .filter(grant::Column::Scope.eq("all"))
        .all(tx)
        .await?;
    let open: Vec<PersonId> = log_in::Entity::find()
        .filter(log_in::Column::PersonId.is_in(grants.iter().map(|grant| grant.person_id)))
        .order_by_asc(log_in::Column::PersonId)
        .lock_exclusive()
        .all(tx)
        .await?
        .into_iter()
        .filter(|log_in| !log_in.closed)
        .map(|log_in| log_in.person_id)
        .collect();
    grants.retain(|grant| open.contains(&grant.person_id));
    Ok(grants)
}

/// Refuses to take away the grants for which `goes` holds, if nobody would be left.
pub(super) async fn somebody_is_left(
    tx: &db::Tx,
    day: NaiveDate,
    goes: impl Fn(&grant::Model) -> bool,
) -> Result<(), AccountError> {
    let administrators = security_administrators(tx, day).await?;
    let takes_away = administrators.iter().any(&goes);
    if takes_away && administrators.iter().all(goes) {
        Err(AccountError::LastAdministrator)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_administrators_are_three_people() {
        assert!(administrators_differ([Role::Clerk, Role::SecurityAdmin]).is_ok());
        assert!(administrators_differ([Role::AuditAdmin, Role::AuditAdmin]).is_ok());
        assert!(administrators_differ([Role::AuditAdmin, Role::SystemAdmin]).is_err());
    }
}
