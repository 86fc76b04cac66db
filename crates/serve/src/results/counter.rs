//! A counter: what a department counts, in which unit of measure, from which documents.
use crate::accounts;
use crate::refusal;
use chrono::NaiveDate;
use kernel::{EntryId, Lang, UnitId, limits::TITLE_CHARS_MAX, number::NumberFormat};
use ledger::{PeriodRule, figure::Definition};
use sea_orm::{QueryOrder, entity::prelude::*};

/// Longest code, in characters: it is part of the account and of addresses.
pub const CODE_CHARS_MAX: usize = 60;

pub type Counter = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_counter")]
pub struct Model {
    /// Also the code of its figure; never changed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    /// The department that keeps it.
    pub unit: UnitId,
    /// Quantities are fen then, not pieces.
    pub is_money: bool,
    /// The word behind the number, empty for money.
    pub word_zh: String,
    /// `penalty/penalties`; may be empty.
    pub word_en: String,
    /// What a booking rests on: a penalty decision, a case file.
    pub document_kind: String,
    /// Nothing is booked for a day before.
    pub since: NaiveDate,
    /// The act that declared it.
    pub entry: EntryId,
}

impl ActiveModelBehavior for ActiveModel {}

/// Why a counter cannot be declared so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CounterProblem {
    #[error("the code may hold lower-case letters, digits and hyphens, and begins with a letter")]
    Code,
    #[error("a counter needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title(&'static str),
    #[error("the unit of measure is missing or no word")]
    Word(&'static str),
    #[error("the kind of document is missing")]
    DocumentKind,
}

impl Model {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }

    pub fn account(&self) -> String {
        match self.is_money {
            true => accounts::money_result(&self.code),
            false => accounts::result(&self.code),
        }
    }

    pub fn measure(&self) -> kernel::number::Measure {
        match self.is_money {
            true => kernel::number::Measure::Fen,
            false => kernel::number::Measure::Plain,
        }
    }

    /// How its numbers are written, by example.
    fn example(&self, lang: Lang) -> String {
        match (self.is_money, lang) {
            (true, _) => "1.25万元(自动)".to_owned(),
            (false, Lang::Zh) => format!("1{}", self.word_zh),
            (false, Lang::En) if self.word_en.is_empty() => format!("1{}", self.word_zh),
            (false, Lang::En) => format!("1{} | {}", self.word_zh, self.word_en),
        }
    }

    pub fn write(&self, quantity: i64, lang: Lang) -> String {
        match NumberFormat::from_example(&self.example(lang)) {
            Ok(format) => format.write(quantity, lang),
            Err(_) => quantity.to_string(),
        }
    }

    /// The figure that comes with it, for whoever plans or reports with this number.
    pub fn figure(&self) -> Definition {
        let (zh, en) = (&self.document_kind, &self.document_kind);
        Definition {
            code: self.code.clone(),
            version: 1,
            title_zh: self.title_zh.clone(),
            title_en: self.title_en.clone(),
            formula: self.account(),
            period: PeriodRule::YearToDate,
            format_zh: self.example(Lang::Zh),
            format_en: self.example(Lang::En),
            definition_zh: format!("部门成果登记：凭“{zh}”登记，自当年1月1日起累计。"),
            definition_en: format!(
                "A result that the department books from its documents ({en}), since 1 January of the year."
            ),
            seeded: false,
        }
    }

    pub fn check(&self) -> Result<(), CounterProblem> {
        refusal::first(self.wrong())
    }

    /// All that is wrong with how it is declared.
    pub fn wrong(&self) -> Vec<CounterProblem> {
        let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_code = self.code.len() <= CODE_CHARS_MAX
            && self.code.starts_with(|c: char| c.is_ascii_lowercase())
            && self.code.chars().all(is_sign);
        let fits = |text: &str| !text.is_empty() && text.chars().count() <= TITLE_CHARS_MAX;
        let is_counted = |lang| {
            NumberFormat::from_example(&self.example(lang))
                .is_ok_and(|format| format.measure() == self.measure())
        };
        let mut wrong = Vec::new();
        if !fits(&self.title_zh) {
            wrong.push(CounterProblem::Title("title_zh"));
        } else if !fits(&self.title_en) {
            wrong.push(CounterProblem::Title("title_en"));
        }
        if !is_code {
            wrong.push(CounterProblem::Code);
        }
        let has_word = self.is_money || !self.word_zh.is_empty();
        if !has_word || !is_counted(Lang::Zh) {
            wrong.push(CounterProblem::Word("word_zh"));
        } else if !is_counted(Lang::En) {
            wrong.push(CounterProblem::Word("word_en"));
        }
        if !fits(&self.document_kind) {
            wrong.push(CounterProblem::DocumentKind);
        }
        wrong
    }
}

pub async fn find(connection: &impl ConnectionTrait, code: &str) -> Result<Option<Counter>, DbErr> {
    Entity::find_by_id(code).one(connection).await
}

/// All counters by their departments' order of founding, then by code.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Counter>, DbErr> {
    let select = Entity::find().order_by_asc(Column::Unit);
    select.order_by_asc(Column::Code).all(connection).await
}
