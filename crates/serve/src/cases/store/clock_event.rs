//! What moved the clock of a case: recorded acts, and nothing else.
use super::CaseId;
use crate::cases::{clock::Event, moment};
use kernel::EntryId;
use sea_orm::entity::prelude::*;

/// The clock began anew; it does not begin with the acceptance then.
pub const REOPENED: &str = "reopened";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_clock")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub case_id: CaseId,
    pub at: i64,
    /// `paused`, `resumed`, `extended`, `transferred`, [`REOPENED`].
    pub event: String,
    pub amount: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn event(&self) -> Option<Event> {
        let at = moment::local(self.at);
        match self.event.as_str() {
            "paused" => Some(Event::Paused(at)),
            "resumed" => Some(Event::Resumed(at)),
            "transferred" => Some(Event::Transferred(at)),
            "extended" => Some(Event::Extended(at, u32::try_from(self.amount).ok()?)),
            _ => None,
        }
    }
}
