//! A campaign: its days, its organiser, the levels of its plan.
use super::level::Levels;
use chrono::NaiveDate;
use kernel::{EntryId, Lang, UnitId};
use sea_orm::entity::prelude::*;

pub type Campaign = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_campaign")]
pub struct Model {
    /// Part of account codes and URLs; never changed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub from_day: NaiveDate,
    /// The last day.
    pub to_day: NaiveDate,
    pub organiser: UnitId,
    #[sea_orm(column_type = "JsonBinary")]
    pub levels: Levels,
    /// Goes up with each change of the plan.
    pub plan_version: i64,
    /// The act that set it up.
    pub entry: EntryId,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }

    /// The days that deadlines are relative to.
    pub fn days(&self) -> calendar::deadline::Campaign {
        calendar::deadline::Campaign {
            start: self.from_day,
            end: self.to_day,
        }
    }

    /// What the book calls this campaign.
    pub fn in_book(&self) -> ledger::campaign::Campaign {
        ledger::campaign::Campaign {
            code: self.code.clone(),
            title_zh: self.title_zh.clone(),
            title_en: self.title_en.clone(),
            from: self.from_day,
            to: self.to_day,
        }
    }
}
