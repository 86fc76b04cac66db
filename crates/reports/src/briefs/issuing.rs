//! Issuing a brief: it gets its number, and every figure in it is frozen with the state of the book it was counted from.
use super::{
    brief::{self, BriefId, SUBJECT},
    catalogue,
    checking::{self, Check, Concern},
    drafting::{self, DraftError},
    embedded,
    frozen::{FrozenNumber, Issue},
    frozen_parts::{self, FrozenEmbedded},
    live::{self, Numbers},
    markup::{self, Document},
    restating, sections, typed,
    versions::{self, Looked},
};
use crate::{accounts, figures::firmness};
use chrono::Datelike;
use kernel::{Actor, EntryId};
use ledger::{
    AppendError, Book, Firmness, NewEntry, Subject,
    figure::{self, RecordQuery},
};
use orgs::Directory;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

/// Kind of the entry that holds an [`Issue`].
pub const ISSUED: &str = "reports.brief.issued";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Made when the form was drawn.
    pub entry: EntryId,
    pub brief: BriefId,
    /// The version that was looked at and is meant.
    pub seen_version: i32,
    /// What whoever issues it says is meant so.
    pub confirmed: Vec<Concern>,
    /// The sign of the numbers that were looked at ([`Looked::sign`]); `None` where nobody looked at a page.
    pub seen_numbers: Option<String>,
}

impl Wish {
    pub fn new(entry: EntryId, brief: &brief::Model) -> Wish {
        Wish {
            entry,
            brief: brief.id,
            seen_version: brief.version,
            confirmed: Vec::new(),
            seen_numbers: None,
        }
    }

    pub fn confirming(self, confirmed: impl Into<Vec<Concern>>) -> Wish {
        Wish {
            confirmed: confirmed.into(),
            ..self
        }
    }
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
    #[error("figures of the draft are others than those that were looked at")]
    NumbersMoved,
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
    let context = live::Context::from(&seen);
    let numbers = live::resolve(reader, book, &directory, actor, &document, &context).await?;
    let candidates = catalogue::all(
        reader, book, &directory, actor, &document, &numbers, &context,
    )
    .await?;
    let typed = typed::find(&seen.body, &candidates);

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
    let embedded =
        embedded::resolve(&tx, book, &directory, actor, brief.id, &document, &context).await?;
    let check = checking::check(
        &brief,
        checking::Seen {
            document: &document,
            numbers: &numbers,
            embedded: &embedded,
            without_records: &without_records(&tx, book, &numbers).await?,
            looked: versions::looked(&tx, brief.id, brief.version)
                .await?
                .as_ref(),
            typed: &typed,
            firmness: &firmness(&tx, book, &numbers).await?,
        },
    );
    if !check.passes(&wish.confirmed) {
        return Err(IssueError::NotReady(Box::new(check)));
    }
    let sign = Looked::of(&document, &numbers).sign();
    if wish.seen_numbers.as_ref().is_some_and(|seen| *seen != sign) {
        return Err(IssueError::NumbersMoved);
    }
    let date = book.clock().today();
    let (number, total) = next_numbers(&tx, date.year()).await?;
    let mut frozen: Vec<FrozenNumber> = numbers
        .iter()
        .flatten()
        .filter_map(FrozenNumber::of)
        .collect();
    let resolved: Vec<_> = embedded.iter().flatten().collect();
    let embedded = frozen_parts::freeze(&resolved, &mut frozen);
    let concerns = check.concerns();
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
        numbers: frozen,
        mark,
        tree: Some(book.tree(&tx).await?.version()),
        embedded,
        copies: brief.copies.and_then(|copies| u32::try_from(copies).ok()),
        confirmed: concerns.iter().map(|one| one.code().to_owned()).collect(),
        sources: sections::sources(&tx, brief.id).await?,
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
    for one in &issue.embedded {
        if let FrozenEmbedded::Restatement(one) = one {
            restating::note(&tx, one, total).await?;
        }
    }
    tx.commit().await?;
    Ok(total)
}

/// Of the text's numbers those that are nought without a single record, by their places.
pub(super) async fn without_records(
    connection: &impl ConnectionTrait,
    book: &Book,
    numbers: &Numbers,
) -> Result<Vec<usize>, DbErr> {
    let mut without = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let Ok(number) = number else { continue };
        if number.value.quantity() != Some(0) {
            continue;
        }
        let query = RecordQuery::default();
        let (definition, scope) = (&number.definition, &number.scope);
        let records = figure::records(connection, book, definition, scope, query).await?;
        if records.is_ok_and(|records| records.count == 0) {
            without.push(index);
        }
    }
    Ok(without)
}

/// How firm each of the text's numbers is; what cannot be counted is not firm.
pub(super) async fn firmness(
    connection: &impl ConnectionTrait,
    book: &Book,
    numbers: &Numbers,
) -> Result<Vec<Firmness>, DbErr> {
    let periods = ledger::periods(connection).await?;
    let one = |number: &Result<live::Number, live::NumberProblem>| match number {
        Ok(number) => firmness::of(book, &periods, &number.definition, &number.scope),
        Err(_) => Firmness::Open,
    };
    Ok(numbers.iter().map(one).collect())
}

/// The check as a page shows it, of a draft as it stands.
pub async fn check_now(
    book: &Book,
    actor: &Actor,
    directory: &Directory,
    brief: &brief::Model,
    seen: (&Document, &Numbers, &embedded::Embedded),
) -> Result<Check, DbErr> {
    let (document, numbers, embedded) = seen;
    let reader = book.db().reader();
    let context = live::Context::from(brief);
    let candidates =
        catalogue::all(reader, book, directory, actor, document, numbers, &context).await?;
    Ok(checking::check(
        brief,
        checking::Seen {
            document,
            numbers,
            embedded,
            without_records: &without_records(reader, book, numbers).await?,
            looked: versions::looked(reader, brief.id, brief.version)
                .await?
                .as_ref(),
            typed: &typed::find(&brief.body, &candidates),
            firmness: &firmness(reader, book, numbers).await?,
        },
    ))
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
