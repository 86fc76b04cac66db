//! Giving and taking log-ins. The three administrators (system, security, audit) are never one person.
use super::{
    doorkeeper, grant, log_in,
    password::{self, Weakness, weakness},
};
use crate::person;
use kernel::{Actor, EntryId, Grant, PersonId, Role, UnitId};
use ledger::{AppendError, Book, NewEntry, Subject, append};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::json;
use uuid::Uuid;

const ADMINISTRATORS: [Role; 3] = [Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin];

/// A log-in to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    pub person: PersonId,
    pub name: String,
    pub unit: UnitId,
    pub password: String,
    /// Whether the person must choose another password before anything else.
    pub must_change: bool,
    pub grants: Vec<Grant>,
}

#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error("there is no such person on the roster")]
    NoSuchPerson,
    #[error("nobody logs in as `{0}`")]
    NoSuchAccount(String),
    #[error("the name `{0}` is taken by somebody else")]
    NameTaken(String),
    #[error("a name to log in with has 2 to 40 letters, digits, dots or hyphens")]
    NameMalformed,
    #[error("the password is not strong enough")]
    Weak(Weakness),
    #[error("system, security and audit administrators must be three people")]
    AdministratorsMustDiffer,
    #[error("could not hash the password")]
    Hash,
    #[error(transparent)]
    Append(#[from] AppendError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A log-in as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub log_in: log_in::Model,
    pub person: person::Model,
    pub grants: Vec<Grant>,
}

/// Opens a log-in, or gives an existing one new grants and a new password.
pub async fn open(book: &Book, actor: &Actor, new: &NewAccount) -> Result<(), AccountError> {
    let name = new.name.trim().to_lowercase();
    let is_well_formed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !(2..=40).contains(&name.chars().count()) || !name.chars().all(is_well_formed) {
        return Err(AccountError::NameMalformed);
    }
    if let Some(weakness) = weakness(&new.password, &name) {
        return Err(AccountError::Weak(weakness));
    }
    if 1 < ADMINISTRATORS
        .iter()
        .filter(|role| new.grants.iter().any(|grant| grant.role == **role))
        .count()
    {
        return Err(AccountError::AdministratorsMustDiffer);
    }
    let hash = password::hash(new.password.clone())
        .await
        .map_err(|_| AccountError::Hash)?;
    let tx = book.db().begin().await?;
    person::Entity::find_by_id(new.person)
        .one(&tx)
        .await?
        .ok_or(AccountError::NoSuchPerson)?;
    let taken = log_in::Entity::find()
        .filter(log_in::Column::Name.eq(&name))
        .one(&tx)
        .await?;
    if taken.is_some_and(|taken| taken.person_id != new.person) {
        return Err(AccountError::NameTaken(name));
    }
    log_in::Entity::delete_by_id(new.person).exec(&tx).await?;
    grant::Entity::delete_many()
        .filter(grant::Column::PersonId.eq(new.person))
        .exec(&tx)
        .await?;
    let row = log_in::ActiveModel {
        person_id: Set(new.person),
        name: Set(name.clone()),
        unit_id: Set(new.unit),
        password_hash: Set(hash),
        must_change: Set(new.must_change),
        failures: Set(0),
        locked_until: Set(None),
        closed: Set(false),
    };
    log_in::Entity::insert(row)
        .exec_without_returning(&tx)
        .await?;
    for granted in &new.grants {
        let (scope, unit_id) = grant::columns(granted.scope);
        let row = grant::ActiveModel {
            person_id: Set(new.person),
            role: Set(granted.role.code().to_owned()),
            scope: Set(scope.to_owned()),
            unit_id: Set(unit_id),
            ..Default::default()
        };
        grant::Entity::insert(row)
            .exec_without_returning(&tx)
            .await?;
    }
    web::end_all_sessions(&tx, new.person).await?;
    let details = json!({ "name": name, "grants": new.grants });
    write(
        &tx,
        book,
        actor,
        "orgs.log_in.opened",
        new.person,
        new.unit,
        Some(details),
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Closes a log-in: its sessions end, and it opens no more.
pub async fn close(book: &Book, actor: &Actor, name: &str) -> Result<(), AccountError> {
    let tx = book.db().begin().await?;
    let found = by_name(&tx, name)
        .await?
        .ok_or_else(|| AccountError::NoSuchAccount(name.to_owned()))?;
    let row = log_in::ActiveModel {
        person_id: Set(found.person_id),
        closed: Set(true),
        ..Default::default()
    };
    log_in::Entity::update(row)
        .exec_without_returning(&tx)
        .await?;
    web::end_all_sessions(&tx, found.person_id).await?;
    write(
        &tx,
        book,
        actor,
        "orgs.log_in.closed",
        found.person_id,
        found.unit_id,
        None,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// All log-ins, by name.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Account>, DbErr> {
    let log_ins = log_in::Entity::find()
        .order_by_asc(log_in::Column::Name)
        .all(connection)
        .await?;
    let mut accounts = Vec::with_capacity(log_ins.len());
    for log_in in log_ins {
        let Some(person) = person::Entity::find_by_id(log_in.person_id)
            .one(connection)
            .await?
        else {
            continue;
        };
        let grants = grant::Entity::find()
            .filter(grant::Column::PersonId.eq(person.id))
            .all(connection)
            .await?;
        let grants = grants.iter().filter_map(grant::Model::grant).collect();
        accounts.push(Account {
            log_in,
            person,
            grants,
        });
    }
    Ok(accounts)
}

/// The person who logs in under this name, as somebody who acts.
pub async fn actor(connection: &impl ConnectionTrait, name: &str) -> Result<Option<Actor>, DbErr> {
    match by_name(connection, name).await? {
        Some(log_in) => doorkeeper::actor(connection, log_in.person_id).await,
        None => Ok(None),
    }
}

pub(super) async fn by_name(
    connection: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<log_in::Model>, DbErr> {
    log_in::Entity::find()
        .filter(log_in::Column::Name.eq(name.trim().to_lowercase()))
        .one(connection)
        .await
}

/// An act about a log-in, in the book: this is the audit trail, there is no second one.
pub(super) async fn write(
    tx: &db::Tx,
    book: &Book,
    actor: &Actor,
    kind: &'static str,
    person: PersonId,
    unit: UnitId,
    details: Option<serde_json::Value>,
) -> Result<(), AppendError> {
    let subject = Subject::new("orgs.log_in", person);
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
