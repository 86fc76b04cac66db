//! Beginning a draft and changing it. Two clerks who change it at once notice each other.
use super::{
    brief::{self, BODY_CHARS_MAX, BriefId, SUBJECT},
    live, markup,
    versions::{self, Looked},
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId, limits};
use ledger::{AppendError, Book, NewEntry, Subject};
use orgs::Directory;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};

/// What people write in a draft.
pub const DRAFTED: &str = "reports.brief.drafted";
pub const CHANGED: &str = "reports.brief.changed";

/// Its JSON is kept with each version: fields may be added (with a default), never renamed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    pub name: String,
    pub office: String,
    pub title: String,
    pub report_to: String,
    pub send_to: String,
    pub issue_to: String,
    pub editors_note: String,
    pub body: String,
    /// A campaign's code; empty for the one that began last.
    pub campaign: String,
    /// The day as of which figures are taken.
    pub as_of: NaiveDate,
    /// Printed copies, if it is to be printed.
    pub copies: Option<u32>,
}

#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    #[error("the actor may not write briefs of this unit")]
    NotAllowed,
    #[error("there is no such brief")]
    NotFound,
    #[error("it was issued as number {total}")]
    Issued { total: i32 },
    /// Nothing was changed: this is what holds now.
    #[error("somebody has changed the draft meanwhile")]
    Stale { current: Box<brief::Model> },
    #[error("`{field}` has more than {chars_max} characters")]
    TooLong {
        field: &'static str,
        chars_max: usize,
    },
    #[error("no campaign has this code")]
    UnknownCampaign,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DraftError {
    fn from(error: DbErr) -> Self {
        DraftError::Book(error.into())
    }
}

/// Begins a draft of `unit`. Safe to repeat with the same entry.
pub async fn begin(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    unit: UnitId,
    text: &Text,
) -> Result<brief::Model, DraftError> {
    check(text)?;
    may_write(book, book.db().reader(), actor, unit).await?;
    let looked = look(book, actor, unit, text).await?;
    let tx = book.db().begin().await?;
    check_campaign(&tx, text).await?;
    let id = BriefId(entry.0);
    if let Some(begun) = brief::find(&tx, id).await? {
        return Ok(begun);
    }
    let row = brief::ActiveModel {
        id: Set(id),
        unit_id: Set(unit),
        name: Set(text.name.clone()),
        office: Set(text.office.clone()),
        title: Set(text.title.clone()),
        report_to: Set(text.report_to.clone()),
        send_to: Set(text.send_to.clone()),
        issue_to: Set(text.issue_to.clone()),
        editors_note: Set(text.editors_note.clone()),
        body: Set(text.body.clone()),
        campaign: Set(campaign(text)),
        as_of: Set(text.as_of),
        version: Set(1),
        changed_by: Set(actor.person),
        changed_at: Set(book.clock().now()),
        issue_year: Set(None),
        issue_number: Set(None),
        issue_total: Set(None),
        issued_on: Set(None),
        issue_entry: Set(None),
        copies: Set(copies(text)),
    };
    brief::Entity::insert(row)
        .exec_without_returning(&tx)
        .await?;
    let drafted = act(book, entry, DRAFTED, id, unit, 1);
    ledger::append(&tx, book, actor, &drafted).await?;
    let by = (actor.person, book.clock().now());
    versions::keep(&tx, (id, 1), text, &looked, entry, by).await?;
    let begun = brief::find(&tx, id).await?.ok_or(DraftError::NotFound)?;
    tx.commit().await?;
    Ok(begun)
}

/// Changes a draft that its author saw in `seen_version`. Safe to repeat with the same entry.
pub async fn change(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: BriefId,
    seen_version: i32,
    text: &Text,
) -> Result<brief::Model, DraftError> {
    check(text)?;
    // Figures are counted before the turn at the writer, which everybody shares.
    let seen = brief::find(book.db().reader(), id).await?;
    let seen = seen.ok_or(DraftError::NotFound)?;
    let looked = look(book, actor, seen.unit_id, text).await?;
    let tx = book.db().begin().await?;
    let changed = change_in(&tx, book, actor, (entry, id, seen_version), text, &looked).await?;
    tx.commit().await?;
    Ok(changed)
}

/// The same as part of a larger act; `looked` are the numbers of the new text ([`look`]).
pub(super) async fn change_in(
    tx: &db::Tx,
    book: &Book,
    actor: &Actor,
    (entry, id, seen_version): (EntryId, BriefId, i32),
    text: &Text,
    looked: &Looked,
) -> Result<brief::Model, DraftError> {
    check(text)?;
    check_campaign(tx, text).await?;
    let current = brief::find(tx, id).await?.ok_or(DraftError::NotFound)?;
    may_write(book, tx, actor, current.unit_id).await?;
    if let Some(total) = current.issue_total {
        return Err(DraftError::Issued { total });
    }
    let is_repeat = ledger::entry::by_id(tx, entry).await?.is_some();
    if is_repeat || is_same(&current, text) {
        // Whoever saves what is there has looked at its numbers.
        versions::look_again(tx, (id, current.version), looked).await?;
        return Ok(current);
    }
    if current.version != seen_version {
        return Err(DraftError::Stale {
            current: Box::new(current),
        });
    }
    use brief::Column;
    let changed = brief::Entity::update_many()
        .col_expr(Column::Name, Expr::value(text.name.clone()))
        .col_expr(Column::Office, Expr::value(text.office.clone()))
        .col_expr(Column::Title, Expr::value(text.title.clone()))
        .col_expr(Column::ReportTo, Expr::value(text.report_to.clone()))
        .col_expr(Column::SendTo, Expr::value(text.send_to.clone()))
        .col_expr(Column::IssueTo, Expr::value(text.issue_to.clone()))
        .col_expr(Column::EditorsNote, Expr::value(text.editors_note.clone()))
        .col_expr(Column::Body, Expr::value(text.body.clone()))
        .col_expr(Column::Campaign, Expr::value(campaign(text)))
        .col_expr(Column::AsOf, Expr::value(text.as_of))
        .col_expr(Column::Copies, Expr::value(copies(text)))
        .col_expr(Column::Version, Expr::value(seen_version + 1))
        .col_expr(Column::ChangedBy, Expr::value(actor.person))
        .col_expr(Column::ChangedAt, Expr::value(book.clock().now()))
        .filter(Column::Id.eq(id))
        .filter(Column::Version.eq(seen_version))
        .filter(Column::IssueTotal.is_null())
        .exec(tx)
        .await?;
    let now = brief::find(tx, id).await?.ok_or(DraftError::NotFound)?;
    if changed.rows_affected == 0 {
        // On PostgreSQL somebody may have been quicker between our look and our change.
        return Err(DraftError::Stale {
            current: Box::new(now),
        });
    }
    let changed = act(book, entry, CHANGED, id, now.unit_id, now.version);
    ledger::append(tx, book, actor, &changed).await?;
    let by = (actor.person, book.clock().now());
    versions::keep(tx, (id, now.version), text, looked, entry, by).await?;
    Ok(now)
}

/// The text's numbers as they stand now.
pub(super) async fn look(
    book: &Book,
    actor: &Actor,
    unit: UnitId,
    text: &Text,
) -> Result<Looked, DbErr> {
    let document = markup::read(&text.body);
    if document.tokens.is_empty() {
        return Ok(Looked::default());
    }
    let reader = book.db().reader();
    let directory = Directory::load(reader).await?;
    let context = live::Context {
        unit,
        as_of: text.as_of,
        campaign: campaign(text),
    };
    let numbers = live::resolve(reader, book, &directory, actor, &document, &context).await?;
    Ok(Looked::of(&document, &numbers))
}

fn act(
    book: &Book,
    entry: EntryId,
    kind: &'static str,
    id: BriefId,
    unit: UnitId,
    version: i32,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, id);
    NewEntry::new(entry, kind, subject, unit, book.clock().today())
        .with_details(serde_json::json!({ "version": version }))
}

/// Whether `actor` writes briefs of `unit` today.
pub(super) async fn may_write(
    book: &Book,
    connection: &impl ConnectionTrait,
    actor: &Actor,
    unit: UnitId,
) -> Result<(), DraftError> {
    let tree = book.tree(connection).await?;
    if tree.contains(unit) && tree.reaches(&actor.reach(Right::Publish), unit, book.clock().today())
    {
        return Ok(());
    }
    Err(DraftError::NotAllowed)
}

pub(super) fn check(text: &Text) -> Result<(), DraftError> {
    let fields = [
        ("name", &text.name, limits::TITLE_CHARS_MAX),
        ("office", &text.office, limits::TITLE_CHARS_MAX),
        ("title", &text.title, limits::TITLE_CHARS_MAX),
        ("report_to", &text.report_to, limits::NOTE_CHARS_MAX),
        ("send_to", &text.send_to, limits::NOTE_CHARS_MAX),
        ("issue_to", &text.issue_to, limits::NOTE_CHARS_MAX),
        ("editors_note", &text.editors_note, limits::NOTE_CHARS_MAX),
        ("body", &text.body, BODY_CHARS_MAX),
    ];
    for (field, text, chars_max) in fields {
        if chars_max < text.chars().count() {
            return Err(DraftError::TooLong { field, chars_max });
        }
    }
    Ok(())
}

async fn check_campaign(tx: &impl ConnectionTrait, text: &Text) -> Result<(), DraftError> {
    let Some(code) = campaign(text) else {
        return Ok(());
    };
    let found = ledger::campaign::find(tx, Some(&code), text.as_of).await?;
    found.map(drop).ok_or(DraftError::UnknownCampaign)
}

fn copies(text: &Text) -> Option<i32> {
    text.copies.and_then(|copies| i32::try_from(copies).ok())
}

fn campaign(text: &Text) -> Option<String> {
    Some(text.campaign.trim().to_owned()).filter(|code| !code.is_empty())
}

impl From<&brief::Model> for Text {
    fn from(brief: &brief::Model) -> Self {
        Text {
            name: brief.name.clone(),
            office: brief.office.clone(),
            title: brief.title.clone(),
            report_to: brief.report_to.clone(),
            send_to: brief.send_to.clone(),
            issue_to: brief.issue_to.clone(),
            editors_note: brief.editors_note.clone(),
            body: brief.body.clone(),
            campaign: brief.campaign.clone().unwrap_or_default(),
            as_of: brief.as_of,
            copies: brief.copies.and_then(|copies| u32::try_from(copies).ok()),
        }
    }
}

fn is_same(current: &brief::Model, text: &Text) -> bool {
    let text = Text {
        campaign: campaign(text).unwrap_or_default(),
        ..text.clone()
    };
    Text::from(current) == text
}
