//! Accounts and who may change them. Every change is an entry in the book, with who did it and why: there is no second log.
//!
//! Always true of these acts:
//! - system, security and audit administrator are never one person (classified protection, level 3);
//! - nobody changes what they themselves are granted, and nobody grants further than they reach;
//! - somebody who can give accounts everywhere is always left;
//! - the same act sent twice is done once.
mod doing;
mod granting;
mod listing;
mod opening;
mod rule;
mod step;

pub use doing::Doing;
pub use granting::{NewGrant, grant, revoke};
pub use listing::{Account, Asked, State, all, list, one};
pub use opening::{NewAccount, open};
pub use step::{Step, reset_password, take};

use super::{doorkeeper, log_in, password::Weakness};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, PersonId, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, NewEntry, Subject, append};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

/// The kind of record that entries about accounts are about; its id is the person's.
pub const SUBJECT: &str = "orgs.log_in";

#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error("there is no such person on the roster")]
    NoSuchPerson,
    #[error("nobody logs in as `{0}`")]
    NoSuchAccount(String),
    #[error("the person has an account already, under the name `{0}`")]
    AccountThere(String),
    #[error("the name `{0}` is taken by somebody else")]
    NameTaken(String),
    #[error("a name to log in with has 2 to 40 letters, digits, dots or hyphens")]
    NameMalformed,
    #[error("the password is not strong enough")]
    Weak(Weakness),
    #[error("system, security and audit administrators must be three people")]
    AdministratorsMustDiffer,
    #[error("the right to give accounts does not reach so far")]
    OutOfReach,
    #[error("nobody changes their own grants")]
    Oneself,
    #[error("nobody would be left who can give accounts everywhere")]
    LastAdministrator,
    #[error("this role is granted there already")]
    GrantThere,
    #[error("there is no such grant")]
    NoSuchGrant,
    #[error("a grant begins today or later, and ends after it has begun")]
    Days,
    #[error("a reason of 1 to {NOTE_CHARS_MAX} characters is needed")]
    Reason,
    #[error("could not hash the password")]
    Hash,
    #[error(transparent)]
    Append(#[from] AppendError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The person who logs in under this name, as somebody who acts on `day`.
pub async fn actor(
    connection: &impl ConnectionTrait,
    name: &str,
    day: NaiveDate,
) -> Result<Option<Actor>, DbErr> {
    match by_name(connection, name).await? {
        Some(log_in) => doorkeeper::actor(connection, log_in.person_id, day).await,
        None => Ok(None),
    }
}

pub async fn by_name(
    connection: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<log_in::Model>, DbErr> {
    log_in::Entity::find()
        .filter(log_in::Column::Name.eq(name.trim().to_lowercase()))
        .one(connection)
        .await
}

/// What the owner of an account did with it: came in, failed to, chose a password.
pub(super) async fn write(
    tx: &db::Tx,
    book: &Book,
    actor: &Actor,
    kind: &'static str,
    person: PersonId,
    unit: UnitId,
    details: Option<serde_json::Value>,
) -> Result<(), AppendError> {
    let subject = Subject::new(SUBJECT, person);
    let mut entry = NewEntry::new(
        EntryId(Uuid::now_v7()),
        kind,
        subject,
        unit,
        book.clock().today(),
    );
    entry.details = details;
    append(tx, book, actor, &entry).await.map(drop)
}
