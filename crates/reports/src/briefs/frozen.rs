//! What an issue is, for good: text and numbers as they were printed, kept in its entry in the book.
use super::{
    brief::{self, BriefId},
    frozen_parts::{FrozenEmbedded, FrozenSource},
    live,
    markup::Block,
};
use chrono::NaiveDate;
use kernel::UnitId;
use ledger::{
    Book,
    campaign::Campaign,
    figure::{self, Definition, FormulaError, RecordQuery, Scope, Value},
    tree::{self, By},
};
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An issued brief. Its JSON stands in the book: fields may be added (with a default), never renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub year: i32,
    /// 第×期, within the year.
    pub number: i32,
    /// 总第×期.
    pub total: i32,
    pub date: NaiveDate,
    pub name: String,
    pub office: String,
    pub title: String,
    pub report_to: Vec<String>,
    pub send_to: Vec<String>,
    pub issue_to: Vec<String>,
    pub editors_note: String,
    pub blocks: Vec<Block>,
    pub numbers: Vec<FrozenNumber>,
    /// The number of the last entry of the book when the numbers were counted.
    pub mark: i64,
    /// The unit tree's version by which they were counted; issues from before it was kept have none.
    #[serde(default)]
    pub tree: Option<i64>,
    /// Charts, pictures and restated numbers, in the order of the text.
    #[serde(default)]
    pub embedded: Vec<FrozenEmbedded>,
    /// Printed copies (共印××份), if it is printed.
    #[serde(default)]
    pub copies: Option<u32>,
    /// What somebody said was meant so, by the codes of [`super::checking::Concern`].
    #[serde(default)]
    pub confirmed: Vec<String>,
    /// What units sent in for it, as they wrote it.
    #[serde(default)]
    pub sources: Vec<FrozenSource>,
}

impl Issue {
    /// The tree by which the numbers were counted: units that were moved since, also for days gone by, change nothing.
    pub fn by(&self) -> By {
        self.tree.map_or(By::Then, By::Version)
    }
}

/// A number as it was printed, and everything needed to count it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenNumber {
    pub figure: String,
    pub version: i32,
    pub unit: UnitId,
    pub as_of: NaiveDate,
    pub from: Option<NaiveDate>,
    pub campaign: Option<FrozenCampaign>,
    pub value: FrozenValue,
    pub shown: String,
}

/// The campaign with its days as they were: a later change of its days must not move the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCampaign {
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What cannot be counted is not issued, so there is always a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrozenValue {
    Number(i64),
    Share { part: i64, of: i64 },
}

impl FrozenValue {
    pub fn value(self) -> Value {
        match self {
            FrozenValue::Number(number) => Value::Number(number),
            FrozenValue::Share { part, of } => Value::Share { part, of },
        }
    }
}

impl FrozenNumber {
    /// `None` where there is no data.
    pub fn of(number: &live::Number) -> Option<FrozenNumber> {
        let value = match number.value {
            Value::Number(number) => FrozenValue::Number(number),
            Value::Share { part, of } => FrozenValue::Share { part, of },
            Value::NoData(_) => return None,
        };
        let scope = &number.scope;
        Some(FrozenNumber {
            figure: number.definition.code.clone(),
            version: number.definition.version,
            unit: scope.unit,
            as_of: scope.as_of,
            from: scope.from,
            campaign: scope.campaign.as_ref().map(|campaign| FrozenCampaign {
                code: campaign.code.clone(),
                title_zh: campaign.title_zh.clone(),
                title_en: campaign.title_en.clone(),
                from: campaign.from,
                to: campaign.to,
            }),
            value,
            shown: number.shown.clone(),
        })
    }

    pub fn scope(&self) -> Scope {
        Scope {
            unit: self.unit,
            as_of: self.as_of,
            from: self.from,
            campaign: self.campaign.as_ref().map(|campaign| Campaign {
                code: campaign.code.clone(),
                title_zh: campaign.title_zh.clone(),
                title_en: campaign.title_en.clone(),
                from: campaign.from,
                to: campaign.to,
            }),
        }
    }

    /// The definition the number was counted with.
    pub async fn definition(&self, connection: &impl ConnectionTrait) -> Result<Definition, DbErr> {
        let found = figure::find(connection, &self.figure, Some(self.version)).await?;
        found.ok_or_else(|| {
            DbErr::RecordNotFound(format!("figure {} version {}", self.figure, self.version))
        })
    }
}

/// The issue with this total number, read from the book.
pub async fn find(
    connection: &impl ConnectionTrait,
    total: i32,
) -> Result<Option<(BriefId, Issue)>, DbErr> {
    let Some(brief) = brief::issued(connection, total).await? else {
        return Ok(None);
    };
    let entry = match brief.issue_entry {
        Some(entry) => ledger::entry::by_id(connection, entry).await?,
        None => None,
    };
    let issue = entry.and_then(|entry| serde_json::from_value(entry.details?).ok());
    let missing = || DbErr::RecordNotFound(format!("the entry of issue {total}"));
    Ok(Some((brief.id, issue.ok_or_else(missing)?)))
}

/// What an issued number would be today, by the definition it was issued with.
pub async fn today(
    connection: &impl ConnectionTrait,
    book: &Book,
    number: &FrozenNumber,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let definition = number.definition(connection).await?;
    figure::evaluate(connection, book, &definition, &number.scope()).await
}

/// What was entered, corrected or taken back since a number was issued.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Since {
    pub changes: Vec<Change>,
    /// False when there were too many records to compare one by one.
    pub is_complete: bool,
}

/// A record that counts otherwise than then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub record: figure::Record,
    /// What it counted then; 0: it was not there yet.
    pub then: i64,
    /// What it counts now; 0: it was taken back.
    pub now: i64,
}

/// Most records that are told of one by one.
const COMPARED_MAX: u64 = 5_000;

/// The records that count otherwise than then: what came since, read by itself and not by comparing all there is.
pub async fn since(
    connection: &impl ConnectionTrait,
    book: &Book,
    number: &FrozenNumber,
    (mark, by): (i64, By),
) -> Result<Result<Since, FormulaError>, DbErr> {
    let (definition, scope) = (number.definition(connection).await?, number.scope());
    let by = tree::settled(connection, by, scope.as_of, Some(mark)).await?;
    if by != By::Then {
        return compared(connection, book, (&definition, &scope), (mark, by)).await;
    }
    let most = COMPARED_MAX + 1;
    let late =
        figure::changed_since(connection, book, &definition, &scope, (0, mark), most).await?;
    let late = match late {
        Ok(late) => late,
        Err(error) => return Ok(Err(error)),
    };
    if most <= late.len() as u64 {
        return Ok(Ok(Since::default()));
    }
    let seqs: Vec<i64> = late.iter().map(|late| late.of_seq).collect();
    let now = figure::records_of(connection, book, &definition, &scope, 0, &seqs).await?;
    let now = match now {
        Ok(now) => now,
        Err(error) => return Ok(Err(error)),
    };
    let mut now: HashMap<i64, figure::Record> = now
        .into_iter()
        .map(|record| (record.entry.seq, record))
        .collect();
    let changes = late.into_iter().filter_map(|late| {
        let record = now.remove(&late.of_seq)?;
        Some(Change {
            then: record.quantity - late.quantity,
            now: record.quantity,
            record,
        })
    });
    Ok(Ok(Since {
        changes: changes.collect(),
        is_complete: true,
    }))
}

/// All records of then and of now, side by side: where units hang elsewhere since, entries alone do not tell.
async fn compared(
    connection: &impl ConnectionTrait,
    book: &Book,
    (definition, scope): (&Definition, &Scope),
    (mark, by): (i64, By),
) -> Result<Result<Since, FormulaError>, DbErr> {
    let mut sides = Vec::new();
    for (up_to, by) in [(Some(mark), by), (None, By::Then)] {
        let query = RecordQuery {
            up_to,
            by,
            take: COMPARED_MAX,
            ..RecordQuery::default()
        };
        match figure::records(connection, book, definition, scope, query).await? {
            Ok(records) => sides.push(records),
            Err(error) => return Ok(Err(error)),
        }
    }
    let most = COMPARED_MAX.cast_signed();
    if sides.iter().any(|side| most < side.count) {
        return Ok(Ok(Since::default()));
    }
    let mut records: HashMap<i64, (i64, i64, figure::Record)> = HashMap::new();
    for (then, side) in [true, false].into_iter().zip(sides) {
        for record in side.rows {
            let counted = records
                .entry(record.entry.seq)
                .or_insert_with(|| (0, 0, record.clone()));
            *(if then { &mut counted.0 } else { &mut counted.1 }) = record.quantity;
        }
    }
    let mut changes: Vec<Change> = records
        .into_values()
        .filter(|(then, now, _)| then != now)
        .map(|(then, now, record)| Change { then, now, record })
        .collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.record.entry.seq));
    Ok(Ok(Since {
        changes,
        is_complete: true,
    }))
}
