//! Issuing a brief: it gets its number, and every figure in it is frozen with the state of the book it was counted from.
use super::{
    brief::{self, BriefId, SUBJECT},
    checking::{self, Check},
    drafting::{self, DraftError},
    frozen::{FrozenNumber, Issue},
    live, markup,
};
use crate::accounts;
use chrono::Datelike;
use kernel::{Actor, EntryId};
use ledger::{AppendError, Book, NewEntry, Subject};
use orgs::Directory;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

/// Kind of the entry that holds an [`Issue`].
pub const ISSUED: &str = "reports.brief.issued";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Made when the form was drawn.
    pub entry: EntryId,
    pub brief: BriefId,
    /// The version that was looked at and is meant.
    pub seen_version: i32,
    /// Whoever issues it says that it must be longer than rule R10 allows.
    pub length_is_meant: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    #[error("the actor may not issue briefs of this unit")]
    NotAllowed,
    #[error("there is no such brief")]
    NotFound,
    #[error("it was issued as number {total}")]
    AlreadyIssued { total: i32 },
    #[error("somebody has changed the draft meanwhile")]
    Stale,
    #[error("the check before issue found something: {0}")]
    NotReady(Box<Check>),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for IssueError {
    fn from(error: DbErr) -> Self {
        IssueError::Book(error.into())
    }
}

/// Issues the brief and gives its total number. Safe to repeat with the same entry.
pub async fn issue(book: &Book, actor: &Actor, wish: Wish) -> Result<i32, IssueError> {
    // Looked at before the turn at the writer, which everybody shares; nothing in it depends on who is first.
    let reader = book.db().reader();
    let seen = brief::find(reader, wish.brief)
        .await?
        .ok_or(IssueError::NotFound)?;
    let (document, directory) = (markup::read(&seen.body), Directory::load(reader).await?);

    let tx = book.db().begin().await?;
    // From here to the commit nobody else adds an entry or takes a number, on either database.
    let mark = ledger::entry::mark(&tx).await?;
    let brief = brief::find(&tx, wish.brief)
        .await?
        .ok_or(IssueError::NotFound)?;
    drafting::may_write(book, &tx, actor, brief.unit_id)
        .await
        .map_err(|error| match error {
            DraftError::Book(error) => IssueError::Book(error),
            _ => IssueError::NotAllowed,
        })?;
    if let Some(total) = brief.issue_total {
        let is_repeat = brief.issue_entry == Some(wish.entry);
        return if is_repeat {
            Ok(total)
        } else {
            Err(IssueError::AlreadyIssued { total })
        };
    }
    if brief.version != wish.seen_version || brief.body != seen.body {
        return Err(IssueError::Stale);
    }
    let context = live::Context::from(&brief);
    let numbers = live::resolve(&tx, book, &directory, actor, &document, &context).await?;
    let check = checking::check(&brief, &document, &numbers);
    if !check.passes(wish.length_is_meant) {
        return Err(IssueError::NotReady(Box::new(check)));
    }
    let date = book.clock().today();
    let (number, total) = next_numbers(&tx, date.year()).await?;
    let issue = Issue {
        year: date.year(),
        number,
        total,
        date,
        name: brief.name.trim().to_owned(),
        office: brief.office.trim().to_owned(),
        title: brief.title.trim().to_owned(),
        report_to: brief::addressees(&brief.report_to),
        send_to: brief::addressees(&brief.send_to),
        issue_to: brief::addressees(&brief.issue_to),
        editors_note: brief.editors_note.trim().to_owned(),
        blocks: document.blocks,
        numbers: numbers
            .iter()
            .flatten()
            .filter_map(FrozenNumber::of)
            .collect(),
        mark,
        tree: Some(book.tree(&tx).await?.version()),
    };
    let details = serde_json::to_value(&issue).map_err(|error| DbErr::Json(error.to_string()))?;
    let entry = NewEntry::new(
        wish.entry,
        ISSUED,
        Subject::new(SUBJECT, brief.id),
        brief.unit_id,
        date,
    )
    .with_details(details)
    .post(accounts::BRIEF, 1);
    ledger::append(&tx, book, actor, &entry).await?;
    number_it(&tx, &brief, &issue, wish.entry).await?;
    tx.commit().await?;
    Ok(total)
}

/// The next number within the year and in total. Whoever calls this holds the book's lock.
async fn next_numbers(tx: &impl ConnectionTrait, year: i32) -> Result<(i32, i32), DbErr> {
    let highest = |column: brief::Column| {
        brief::Entity::find()
            .select_only()
            .column_as(column.max(), "highest")
    };
    let within_year = highest(brief::Column::IssueNumber).filter(brief::Column::IssueYear.eq(year));
    let in_total = highest(brief::Column::IssueTotal);
    let number: Option<Option<i32>> = within_year.into_tuple().one(tx).await?;
    let total: Option<Option<i32>> = in_total.into_tuple().one(tx).await?;
    Ok((
        number.flatten().unwrap_or(0) + 1,
        total.flatten().unwrap_or(0) + 1,
    ))
}

async fn number_it(
    tx: &impl ConnectionTrait,
    brief: &brief::Model,
    issue: &Issue,
    entry: EntryId,
) -> Result<(), IssueError> {
    use brief::Column;
    let numbered = brief::Entity::update_many()
        .col_expr(Column::IssueYear, Expr::value(issue.year))
        .col_expr(Column::IssueNumber, Expr::value(issue.number))
        .col_expr(Column::IssueTotal, Expr::value(issue.total))
        .col_expr(Column::IssuedOn, Expr::value(issue.date))
        .col_expr(Column::IssueEntry, Expr::value(entry))
        .filter(Column::Id.eq(brief.id))
        .filter(Column::Version.eq(brief.version))
        .exec(tx)
        .await?;
    // A draft that was changed while we counted is not what was looked at.
    if numbered.rows_affected == 0 {
        Err(IssueError::Stale)
    } else {
        Ok(())
    }
}
