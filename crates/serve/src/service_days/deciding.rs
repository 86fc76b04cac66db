//! The office decides which day a month's service day is: moved off a rest day or not; and which rule holds from a month on.
use super::{
    day::{self, ServiceDay, ServiceDayId},
    project,
    rule::{self, MONTH_DAY_MAX, Month, OnRest},
    telling::{self, What},
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, NewEntry, Subject, entry};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use serde_json::json;

pub const SUBJECT: &str = "serve.service_day";
pub const DECIDED: &str = "serve.service_day.decided";
pub const RULE_SUBJECT: &str = "serve.service_day_rule";
pub const RULE_CHANGED: &str = "serve.service_day_rule.changed";

/// Furthest that a day is moved from the regular one.
pub const MOVED_DAYS_MAX: i64 = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    pub entry: EntryId,
    pub month: Month,
    pub day: NaiveDate,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    #[error("the right to change settings is not held for the whole organisation")]
    NotYours,
    #[error("a decision needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("further than {MOVED_DAYS_MAX} days from the regular day {0}")]
    TooFar(NaiveDate),
    #[error("the day is past")]
    Past,
    #[error("the service day was on {0}, or somebody has entered who came")]
    Over(NaiveDate),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DecideError {
    fn from(error: DbErr) -> Self {
        DecideError::Book(error.into())
    }
}

/// The top of the tree, if the actor may change settings for all of it.
async fn root(book: &Book, actor: &Actor) -> Result<Option<UnitId>, DbErr> {
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    let root = tree.roots(today).first().copied();
    Ok(root.filter(|root| tree.reaches(&actor.reach(Right::Settings), *root, today)))
}

/// Fixes the day of a month, other than the regular one or just it. Everybody who signed up is told where it is another day
/// than before. Sent twice, it is one decision.
pub async fn decide(book: &Book, actor: &Actor, new: &Deciding) -> Result<(), DecideError> {
    let root = root(book, actor).await?.ok_or(DecideError::NotYours)?;
    let reason = new.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(DecideError::Reason);
    }
    let reader = book.db().reader();
    if entry::by_id(reader, new.entry)
        .await?
        .is_some_and(|before| before.kind == DECIDED)
    {
        return Ok(());
    }
    let (today, now) = (book.clock().today(), book.clock().now());
    let before = day::of_month(reader, new.month).await?;
    if MOVED_DAYS_MAX < (new.day - before.regular).num_days().abs() {
        return Err(DecideError::TooFar(before.regular));
    }
    if new.day < today {
        return Err(DecideError::Past);
    }
    let tx = book.db().begin().await?;
    let before = day::hold(&tx, &before).await?;
    let projects = project::of_days(&tx, [before.id]).await?;
    let is_held = projects.iter().any(|project| project.came.is_some());
    if is_held || before.day < today {
        return Err(DecideError::Over(before.day));
    }
    day::Entity::update_many()
        .col_expr(day::Column::Day, Expr::value(new.day))
        .col_expr(day::Column::DecidedOn, Expr::value(today))
        .col_expr(day::Column::Reason, Expr::value(reason))
        .filter(day::Column::Id.eq(before.id))
        .exec(&tx)
        .await?;
    let subject = Subject::new(SUBJECT, before.id);
    let act = NewEntry::new(new.entry, DECIDED, subject, root, today)
        .with_details(json!({ "month": new.month.to_string(), "from": before.day, "to": new.day }))
        .because(reason);
    ledger::append(&tx, book, actor, &act).await?;
    if before.day != new.day {
        let moved = ServiceDay {
            day: new.day,
            ..before
        };
        for project in &projects {
            telling::tell_all(&tx, project.id, What::Moved(new.day), now).await?;
            telling::remind(&tx, project, &moved, now).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleChange {
    pub entry: EntryId,
    pub from: Month,
    pub month_day: i64,
    pub on_rest: OnRest,
}

#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    #[error("the right to change settings is not held for the whole organisation")]
    NotYours,
    #[error("not a day that every month has: 1 to {MONTH_DAY_MAX}")]
    MonthDay,
    #[error("the month has begun")]
    Past,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for RuleError {
    fn from(error: DbErr) -> Self {
        RuleError::Book(error.into())
    }
}

/// Another rule from a coming month on. Months whose day was fixed keep it.
pub async fn change_rule(book: &Book, actor: &Actor, new: &RuleChange) -> Result<(), RuleError> {
    let root = root(book, actor).await?.ok_or(RuleError::NotYours)?;
    let in_month = u32::try_from(new.month_day).is_ok_and(|day| (1..=MONTH_DAY_MAX).contains(&day));
    if !in_month {
        return Err(RuleError::MonthDay);
    }
    let today = book.clock().today();
    let subject = Subject::new(RULE_SUBJECT, new.from);
    let details = json!({ "month_day": new.month_day, "on_rest": new.on_rest.code() });
    let act = NewEntry::new(new.entry, RULE_CHANGED, subject, root, today).with_details(details);
    let tx = book.db().begin().await?;
    if ledger::append(&tx, book, actor, &act).await?.is_new() {
        if new.from <= Month::of(today) {
            return Err(RuleError::Past);
        }
        let row = rule::Model {
            from_month: new.from.first(),
            month_day: new.month_day,
            on_rest: new.on_rest.code().to_owned(),
        };
        let same_month = OnConflict::column(rule::Column::FromMonth)
            .update_columns([rule::Column::MonthDay, rule::Column::OnRest])
            .to_owned();
        rule::Entity::insert(row.into_active_model())
            .on_conflict(same_month)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The decisions about a month, for its history.
pub(super) async fn history(
    connection: &impl sea_orm::ConnectionTrait,
    day: ServiceDayId,
) -> Result<Vec<entry::Entry>, DbErr> {
    entry::history(connection, SUBJECT, &day.to_string()).await
}
