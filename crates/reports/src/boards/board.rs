//! What a board is: a title and cells.
use crate::figures::sight::{Sight, sight};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Actor, PersonId, UnitId};
use ledger::Tree;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

kernel::uuid_id!(
    /// The id of the act that made the board.
    BoardId
);

/// Subject kind of boards in the book.
pub const SUBJECT: &str = "reports.board";

/// Most cells of one board: more is a report, and a brief does that better.
pub const CELLS_MAX: usize = 24;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_board")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BoardId,
    pub title: String,
    /// The unit whose figures it shows unless a cell says another, and by which it is shared.
    pub unit_id: UnitId,
    /// Whether all who may see figures of the unit see the board; else only whoever made it.
    pub is_shared: bool,
    /// [`Cell`]s as JSON.
    pub cells: String,
    pub version: i32,
    pub made_by: PersonId,
    pub changed_at: DateTime<Utc>,
    pub is_withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// One figure on a board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// A figure's code.
    pub figure: String,
    pub show: Show,
    /// A unit's code; empty: the board's.
    #[serde(default)]
    pub unit: String,
    /// A period rule's code; empty: as the figure is defined.
    #[serde(default)]
    pub period: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    #[default]
    Number,
    Trend,
    Parts,
    List,
}

impl Show {
    pub const ALL: [Show; 4] = [Show::Number, Show::Trend, Show::Parts, Show::List];

    pub fn code(self) -> &'static str {
        match self {
            Show::Number => "number",
            Show::Trend => "trend",
            Show::Parts => "parts",
            Show::List => "list",
        }
    }

    pub fn from_code(code: &str) -> Option<Show> {
        Show::ALL.into_iter().find(|show| show.code() == code)
    }
}

impl Model {
    pub fn cells(&self) -> Vec<Cell> {
        serde_json::from_str(&self.cells).unwrap_or_default()
    }

    /// Whether `actor` may look at it.
    pub fn is_seen_by(&self, tree: &Tree, actor: &Actor, day: NaiveDate) -> bool {
        let is_theirs = self.made_by == actor.person;
        let is_open = || sight(tree, actor, self.unit_id, day) != Sight::Nothing;
        !self.is_withdrawn && (is_theirs || self.is_shared && is_open())
    }

    /// Whoever made it, or whoever keeps the figures.
    pub fn is_changed_by(&self, tree: &Tree, actor: &Actor, day: NaiveDate) -> bool {
        let keeps = crate::figures::defining::may_define(actor);
        self.made_by == actor.person || keeps && self.is_shared && self.is_seen_by(tree, actor, day)
    }
}
