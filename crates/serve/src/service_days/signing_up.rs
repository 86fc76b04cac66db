//! Signing up for a project by phone, without an account, and withdrawing.
//!
//! One statement looks and takes, so there are never more people than the project needs, however many press at once.
use super::{
    day::{self, ServiceDay},
    project::{self, Project, ProjectId, SUBJECT},
    sign_up::{self, CODE, SignUp, SignUpId},
    telling::{self, What},
};
use crate::sessions::booking::{NAME_CHARS_MAX, PEOPLE_MAX};
use db::{Keys, Tx};
use kernel::{Actor, EntryId};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    SqlErr, sea_query::Expr,
};
use serde_json::json;

pub const SIGNED_UP: &str = "serve.service_project.signed_up";
pub const WITHDRAWN: &str = "serve.service_project.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningUp {
    /// Also the sign-up's id.
    pub entry: EntryId,
    pub project: ProjectId,
    /// As typed.
    pub phone: String,
    /// Everybody who will come.
    pub names: Vec<String>,
    /// Whether there is a gateway to tell the code by.
    pub tells: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    #[error("there is no such project")]
    NoSuchProject,
    #[error("the project was cancelled")]
    Cancelled,
    #[error("it has begun")]
    Begun,
    #[error("this is no telephone number")]
    Phone,
    #[error("nobody is named")]
    NamesMissing,
    #[error("a name is longer than {NAME_CHARS_MAX} characters")]
    NameTooLong,
    #[error("more than {PEOPLE_MAX} people at once")]
    TooMany,
    /// So many places are left.
    #[error("{0} places are left")]
    NotEnough(i64),
    #[error("this phone has signed up for this project")]
    PhoneHasOne,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SignUpError {
    fn from(error: DbErr) -> Self {
        SignUpError::Book(error.into())
    }
}

/// Signs people up; gives the code by which they are found again. Safe to repeat with the same entry.
///
/// # Errors
/// One variant for each thing that the person can mend; nothing is written then.
pub async fn sign_up(book: &Book, keys: &Keys, new: &SigningUp) -> Result<String, SignUpError> {
    let reader = book.db().reader();
    let (project, day) = project_and_day(reader, new.project).await?;
    if let Some(code) = repeated(reader, keys, new).await? {
        return Ok(code);
    }
    check_names(&new.names)?;
    let phone = sheets::phone(&new.phone).ok_or(SignUpError::Phone)?;
    let now = book.clock().now();
    if project.cancelled_on.is_some() {
        return Err(SignUpError::Cancelled);
    }
    if project.starts_at(&day) <= now {
        return Err(SignUpError::Begun);
    }
    let people = i64::try_from(new.names.len()).unwrap_or(i64::MAX);
    let code = CODE.made(keys, new.entry);
    let tx = book.db().begin().await?;
    if !take(&tx, project.id, people).await? {
        let now = project::find(&tx, project.id).await?;
        return Err(match now {
            Some(now) if now.cancelled_on.is_none() => SignUpError::NotEnough(now.free()),
            _ => SignUpError::Cancelled,
        });
    }
    let (sealed, found_by) = sign_up::sealed_phone(keys, &phone);
    let row = SignUp {
        id: SignUpId(new.entry.0),
        project: project.id,
        withdrawn: false,
        people,
        phone: Some(sealed),
        phone_found_by: Some(found_by),
        names: sign_up::sealed_names(keys, &new.names),
        code_found_by: CODE.found_by(keys, &code),
        came: String::new(),
    };
    let added = sign_up::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx)
        .await;
    if let Err(error) = added {
        // What was taken goes back with the transaction.
        drop(tx);
        return match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => repeated(reader, keys, new)
                .await?
                .ok_or(SignUpError::PhoneHasOne),
            _ => Err(error.into()),
        };
    }
    let act = entry(new.entry, SIGNED_UP, &project, people, book);
    ledger::append(&tx, book, &Actor::public(project.unit), &act).await?;
    if new.tells {
        telling::tell(&tx, SignUpId(new.entry.0), What::SignedUp, now).await?;
    }
    tx.commit().await?;
    Ok(code)
}

pub(super) fn check_names(names: &[String]) -> Result<(), SignUpError> {
    if names.is_empty() {
        return Err(SignUpError::NamesMissing);
    }
    if PEOPLE_MAX < names.len() {
        return Err(SignUpError::TooMany);
    }
    let is_long = |name: &String| NAME_CHARS_MAX < name.chars().count();
    match names.iter().any(is_long) {
        true => Err(SignUpError::NameTooLong),
        false => Ok(()),
    }
}

/// The code of the sign-up that this very act made before, if it did.
async fn repeated(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    new: &SigningUp,
) -> Result<Option<String>, SignUpError> {
    let select = sign_up::Entity::find_by_id(SignUpId(new.entry.0));
    let Some(before) = select.one(connection).await? else {
        return Ok(None);
    };
    let is_same = before.project == new.project && before.names(keys) == new.names;
    match is_same {
        true => Ok(Some(CODE.made(keys, new.entry))),
        false => Err(AppendError::IdReused.into()),
    }
}

pub(super) async fn project_and_day(
    connection: &impl ConnectionTrait,
    id: ProjectId,
) -> Result<(Project, ServiceDay), SignUpError> {
    let project = project::find(connection, id).await?;
    let project = project.ok_or(SignUpError::NoSuchProject)?;
    let day = day::find(connection, project.service_day).await?;
    let day = day.ok_or(SignUpError::NoSuchProject)?;
    Ok((project, day))
}

/// Takes places if there are so many; says whether it did.
async fn take(tx: &Tx, id: ProjectId, people: i64) -> Result<bool, DbErr> {
    use project::Column;
    let taken = || Expr::col(Column::Signed).add(people);
    let update = project::Entity::update_many()
        .col_expr(Column::Signed, taken())
        .filter(Column::Id.eq(id))
        .filter(Column::CancelledOn.is_null())
        .filter(taken().lte(Expr::col(Column::Wanted)));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

fn entry(id: EntryId, kind: &'static str, project: &Project, people: i64, book: &Book) -> NewEntry {
    let subject = Subject::new(SUBJECT, project.id);
    NewEntry::new(id, kind, subject, project.unit, book.clock().today())
        .with_details(json!({ "people": people }))
}

#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    #[error("there is no such sign-up")]
    NoSuchSignUp,
    #[error("it has begun")]
    Begun,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for WithdrawError {
    fn from(error: DbErr) -> Self {
        WithdrawError::Book(error.into())
    }
}

/// Gives the places back, until it begins. Doing it again changes nothing.
pub async fn withdraw(
    book: &Book,
    actor: &Actor,
    entry_id: EntryId,
    id: SignUpId,
) -> Result<(), WithdrawError> {
    let found = sign_up::Entity::find_by_id(id)
        .one(book.db().reader())
        .await?;
    let found = found.ok_or(WithdrawError::NoSuchSignUp)?;
    let tx = book.db().begin().await?;
    let project = project::hold(&tx, found.project).await?;
    let project = project.ok_or(WithdrawError::NoSuchSignUp)?;
    let day = day::find(&tx, project.service_day).await?;
    let day = day.ok_or(WithdrawError::NoSuchSignUp)?;
    let now = sign_up::Entity::find_by_id(id).one(&tx).await?;
    if now.is_none_or(|now| now.withdrawn) {
        return Ok(());
    }
    if project.starts_at(&day) <= book.clock().now() {
        return Err(WithdrawError::Begun);
    }
    let given_back = Expr::col(project::Column::Signed).sub(found.people);
    project::Entity::update_many()
        .col_expr(project::Column::Signed, given_back)
        .filter(project::Column::Id.eq(project.id))
        .exec(&tx)
        .await?;
    sign_up::Entity::update_many()
        .col_expr(sign_up::Column::Withdrawn, Expr::value(true))
        .filter(sign_up::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let act = entry(entry_id, WITHDRAWN, &project, found.people, book);
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(())
}
