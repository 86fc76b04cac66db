use super::{AccountError, Doing, rule};
use crate::access::{
    log_in,
    password::{self, weakness},
};
use kernel::PersonId;
use ledger::Appended;
use sea_orm::{ActiveValue::Set, EntityTrait};

/// What can be done with an account as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It opens no more.
    Close,
    /// It opens again.
    Reopen,
    /// The lock after wrong passwords goes before its time.
    Unlock,
    /// All browsers on which it is open have to log in again.
    EndSessions,
}

impl Step {
    fn kind(self) -> &'static str {
        match self {
            Step::Close => "orgs.log_in.closed",
            Step::Reopen => "orgs.log_in.reopened",
            Step::Unlock => "orgs.log_in.unlocked",
            Step::EndSessions => "orgs.log_in.sessions_ended",
        }
    }
}

/// Takes a step. Safe to repeat; an account that is closed already stays closed.
pub async fn take(
    doing: &Doing<'_>,
    person: PersonId,
    step: Step,
) -> Result<Appended, AccountError> {
    doing.check_reason()?;
    if step != Step::EndSessions {
        doing.check_not_oneself(person)?;
    }
    let account = doing.account(doing.book.db().reader(), person).await?;
    doing.check_unit(account.unit_id).await?;
    let tx = doing.book.db().begin().await?;
    let appended = doing
        .write(&tx, step.kind(), person, account.unit_id, None)
        .await?;
    if appended.is_new() {
        if step == Step::Close {
            let today = doing.book.clock().today();
            rule::somebody_is_left(&tx, today, |grant| grant.person_id == person).await?;
        }
        let row = log_in::ActiveModel {
            person_id: Set(person),
            ..Default::default()
        };
        let row = match step {
            Step::EndSessions => None,
            Step::Close => Some(log_in::ActiveModel {
                closed: Set(true),
                ..row
            }),
            Step::Reopen => Some(log_in::ActiveModel {
                closed: Set(false),
                ..unlocked(row)
            }),
            Step::Unlock => Some(unlocked(row)),
        };
        if let Some(row) = row {
            log_in::Entity::update(row)
                .exec_without_returning(&tx)
                .await?;
        }
        if matches!(step, Step::Close | Step::EndSessions) {
            web::end_all_sessions(&tx, person).await?;
        }
    }
    tx.commit().await?;
    Ok(appended)
}

/// Gives an account another first password, which its owner must change. Safe to repeat: the first one holds.
pub async fn reset_password(
    doing: &Doing<'_>,
    person: PersonId,
    new: String,
) -> Result<Appended, AccountError> {
    doing.check_reason()?;
    doing.check_not_oneself(person)?;
    let account = doing.account(doing.book.db().reader(), person).await?;
    doing.check_unit(account.unit_id).await?;
    if let Some(weakness) = weakness(&new, &account.name) {
        return Err(AccountError::Weak(weakness));
    }
    let hash = password::hash(new).await.map_err(|_| AccountError::Hash)?;
    let tx = doing.book.db().begin().await?;
    let appended = doing
        .write(
            &tx,
            "orgs.log_in.password_reset",
            person,
            account.unit_id,
            None,
        )
        .await?;
    if appended.is_new() {
        let row = log_in::ActiveModel {
            person_id: Set(person),
            password_hash: Set(hash),
            must_change: Set(true),
            ..Default::default()
        };
        log_in::Entity::update(unlocked(row))
            .exec_without_returning(&tx)
            .await?;
        web::end_all_sessions(&tx, person).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

fn unlocked(row: log_in::ActiveModel) -> log_in::ActiveModel {
    log_in::ActiveModel {
        failures: Set(0),
        locked_until: Set(None),
        ..row
    }
}
