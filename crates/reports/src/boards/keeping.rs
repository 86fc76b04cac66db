//! Making, changing and withdrawing a board: acts in the book like all others.
use super::board::{self, BoardId, CELLS_MAX, Cell, Entity, Model, SUBJECT, Show};
use crate::{
    figures::{
        asked::nearest,
        sight::{Sight, sight},
    },
    words,
};
use kernel::{Actor, EntryId, Lang, UnitId, limits::TITLE_CHARS_MAX};
use ledger::{
    AppendError, Book, NewEntry, PeriodRule, Subject,
    figure::{self, Definition},
};
use orgs::{Directory, folded};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
};

pub const MADE: &str = "reports.board.made";
pub const CHANGED: &str = "reports.board.changed";
pub const WITHDRAWN: &str = "reports.board.withdrawn";

/// What somebody typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub title: String,
    pub unit: String,
    pub is_shared: bool,
    /// A row of the form each; rows without a figure are left out.
    pub cells: Vec<TypedCell>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedCell {
    /// Code or title.
    pub figure: String,
    pub show: String,
    pub unit: String,
    pub period: String,
}

/// A field with what is wrong in it; of cells with their number, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    #[error("the board is not there for this actor")]
    NotThere,
    #[error("somebody has changed the board meanwhile")]
    Stale,
    #[error("the board has faults")]
    Faulty(Vec<Fault>),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for KeepError {
    fn from(error: DbErr) -> Self {
        KeepError::Book(error.into())
    }
}

/// A board to be kept.
#[derive(Debug, Clone)]
pub struct Keeping {
    pub entry: EntryId,
    /// None: a new one.
    pub board: Option<(BoardId, i32)>,
    pub typed: Typed,
    pub lang: Lang,
}

/// What was typed, once it makes sense.
struct Checked {
    title: String,
    unit: UnitId,
    cells: Vec<Cell>,
}

/// Makes or changes a board. Safe to repeat with the same entry.
pub async fn keep(book: &Book, actor: &Actor, keeping: &Keeping) -> Result<Model, KeepError> {
    let tx = book.db().begin().await?;
    let id = keeping.board.map_or(BoardId(keeping.entry.0), |(id, _)| id);
    let there = Entity::find_by_id(id).one(&tx).await?;
    if let Some(written) = ledger::entry::by_id(&tx, keeping.entry).await? {
        let is_same = written.subject_kind == SUBJECT && written.subject_id == id.to_string();
        return match there {
            Some(board) if is_same => Ok(board),
            _ => Err(AppendError::IdReused.into()),
        };
    }
    let today = book.clock().today();
    let tree = book.tree(&tx).await?;
    if let Some((_, seen_version)) = keeping.board {
        let board = there.as_ref().ok_or(KeepError::NotThere)?;
        if board.is_withdrawn || !board.is_changed_by(&tree, actor, today) {
            return Err(KeepError::NotThere);
        }
        if board.version != seen_version {
            return Err(KeepError::Stale);
        }
    }
    let checked = check(&tx, book, actor, &keeping.typed, keeping.lang).await?;
    let cells =
        serde_json::to_string(&checked.cells).map_err(|error| DbErr::Json(error.to_string()))?;
    let board = Model {
        id,
        title: checked.title,
        unit_id: checked.unit,
        is_shared: keeping.typed.is_shared,
        cells,
        version: there.as_ref().map_or(1, |board| board.version + 1),
        made_by: there.as_ref().map_or(actor.person, |board| board.made_by),
        changed_at: book.clock().now(),
        is_withdrawn: false,
    };
    let row = board.clone().into_active_model();
    match &there {
        None => Entity::insert(row)
            .exec_without_returning(&tx)
            .await
            .map(drop)?,
        Some(_) => {
            let row = row.reset_all();
            Entity::update(row).exec(&tx).await.map(drop)?;
        }
    }
    let kind = if there.is_some() { CHANGED } else { MADE };
    let details = serde_json::json!({
        "title": board.title,
        "is_shared": board.is_shared,
        "cells": checked.cells,
    });
    let entry = NewEntry::new(
        keeping.entry,
        kind,
        Subject::new(SUBJECT, id),
        board.unit_id,
        today,
    );
    ledger::append(&tx, book, actor, &entry.with_details(details)).await?;
    tx.commit().await?;
    Ok(board)
}

/// Takes a board away; its history stays in the book.
pub async fn withdraw(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: BoardId,
) -> Result<(), KeepError> {
    let tx = book.db().begin().await?;
    let board = Entity::find_by_id(id)
        .one(&tx)
        .await?
        .ok_or(KeepError::NotThere)?;
    if board.is_withdrawn {
        return Ok(());
    }
    let today = book.clock().today();
    let tree = book.tree(&tx).await?;
    if !board.is_changed_by(&tree, actor, today) {
        return Err(KeepError::NotThere);
    }
    let unit = board.unit_id;
    let row = board::ActiveModel {
        id: Set(id),
        is_withdrawn: Set(true),
        version: Set(board.version + 1),
        ..Default::default()
    };
    Entity::update(row).exec(&tx).await?;
    let entry = NewEntry::new(entry, WITHDRAWN, Subject::new(SUBJECT, id), unit, today);
    ledger::append(&tx, book, actor, &entry).await?;
    tx.commit().await?;
    Ok(())
}

async fn check(
    connection: &impl ConnectionTrait,
    book: &Book,
    actor: &Actor,
    typed: &Typed,
    lang: Lang,
) -> Result<Checked, KeepError> {
    let t = words::texts(lang);
    let mut faults = Vec::new();
    let mut fault = |field: String, text: String| faults.push(Fault { field, text });
    let title = typed.title.trim();
    match title.chars().count() {
        0 => fault("title".into(), t.field_missing()),
        count if TITLE_CHARS_MAX < count => {
            fault("title".into(), t.field_too_long(TITLE_CHARS_MAX));
        }
        _ => {}
    }
    let directory = Directory::load(connection).await?;
    let tree = book.tree(connection).await?;
    let today = book.clock().today();
    // A unit that one may not know of is answered like one that is not there.
    let unit = |code: &str| {
        let found = directory.unit_by_code(code.trim()).map(|unit| unit.id);
        found.filter(|unit| sight(&tree, actor, *unit, today) != Sight::Nothing)
    };
    let of_board = unit(&typed.unit);
    if of_board.is_none() {
        fault("unit".into(), t.ask_unknown_unit(typed.unit.trim()));
    }
    let all = figure::all(connection).await?;
    let mut cells = Vec::new();
    for (at, cell) in typed.cells.iter().enumerate() {
        if cell.figure.trim().is_empty() {
            continue;
        }
        let show = Show::from_code(&cell.show).unwrap_or_default();
        if !cell.unit.trim().is_empty() && unit(&cell.unit).is_none() {
            fault(format!("unit-{at}"), t.ask_unknown_unit(cell.unit.trim()));
        }
        let period = PeriodRule::from_code(&cell.period).map_or("", PeriodRule::code);
        match figure_named(&all, &cell.figure) {
            Some(figure) => cells.push(Cell {
                figure: figure.code.clone(),
                show,
                unit: cell.unit.trim().to_owned(),
                period: period.to_owned(),
            }),
            None => {
                let near = nearest(all.iter().map(|one| one.code.as_str()), cell.figure.trim());
                let text = match near {
                    Some(near) => t.unknown_figure_near(cell.figure.trim(), near.as_str()),
                    None => t.unknown_figure(cell.figure.trim()),
                };
                fault(format!("figure-{at}"), text);
            }
        }
    }
    if cells.is_empty() && faults.is_empty() {
        faults.push(Fault {
            field: "figure-0".into(),
            text: t.board_without_figures(),
        });
    }
    if CELLS_MAX < cells.len() {
        faults.push(Fault {
            field: format!("figure-{CELLS_MAX}"),
            text: t.board_too_many(CELLS_MAX),
        });
    }
    match (of_board, faults.is_empty()) {
        (Some(unit), true) => Ok(Checked {
            title: title.to_owned(),
            unit,
            cells,
        }),
        _ => Err(KeepError::Faulty(faults)),
    }
}

/// A figure by its code, its title, or the only one whose title has these words.
fn figure_named<'a>(all: &'a [Definition], typed: &str) -> Option<&'a Definition> {
    let wanted = folded(typed);
    let exactly = all.iter().find(|one| {
        one.code == typed.trim()
            || folded(&one.title_zh) == wanted
            || folded(&one.title_en) == wanted
    });
    if exactly.is_some() {
        return exactly;
    }
    let mut found = all.iter().filter(|one| {
        folded(&one.title_zh).contains(&wanted) || folded(&one.title_en).contains(&wanted)
    });
    let first = found.next();
    first.filter(|_| found.next().is_none())
}
