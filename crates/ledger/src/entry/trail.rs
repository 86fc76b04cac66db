//! The audit trail: all acts recorded in a stretch of time, newest first.
use super::{Entry, SELECT, read};
use crate::sql;
use chrono::{DateTime, Utc};
use kernel::{PersonId, UnitId};
use sea_orm::{ConnectionTrait, DbErr, Value};

/// Which acts are wanted. What is `None` does not matter; an empty list finds nothing.
#[derive(Debug, Clone)]
pub struct Trail {
    /// The first moment of recording that is wanted.
    pub from: DateTime<Utc>,
    /// The first moment that is not.
    pub before: DateTime<Utc>,
    pub actors: Option<Vec<PersonId>>,
    pub units: Option<Vec<UnitId>>,
    pub kinds: Option<Vec<String>>,
}

pub async fn trail(
    connection: &impl ConnectionTrait,
    wanted: &Trail,
    skip: u64,
    take: u64,
) -> Result<Vec<Entry>, DbErr> {
    let (condition, mut values) = wanted.condition();
    let next = values.len() + 1;
    values.extend([take.cast_signed().into(), skip.cast_signed().into()]);
    let select = format!(
        "{SELECT} WHERE {condition} ORDER BY recorded_at DESC, seq DESC LIMIT ${next} OFFSET ${}",
        next + 1
    );
    read(sql::rows(connection, &select, values).await?)
}

/// How many acts there are of those.
pub async fn trail_count(connection: &impl ConnectionTrait, wanted: &Trail) -> Result<u64, DbErr> {
    let (condition, values) = wanted.condition();
    let select = format!("SELECT COUNT(*) FROM ledger_entry WHERE {condition}");
    let count = sql::number(connection, &select, values).await?;
    Ok(count.unsigned_abs())
}

impl Trail {
    fn condition(&self) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![self.from.into(), self.before.into()];
        let mut condition = "recorded_at >= $1 AND recorded_at < $2".to_owned();
        let numbers = [
            (
                "actor_id",
                self.actors
                    .as_ref()
                    .map(|all| all.iter().map(|one| one.0).collect::<Vec<_>>()),
            ),
            (
                "unit_id",
                self.units
                    .as_ref()
                    .map(|all| all.iter().map(|one| one.0).collect()),
            ),
        ];
        // Numbers may stand in the text: there may be more of them than a statement has places for values.
        for (column, wanted) in numbers {
            if let Some(wanted) = wanted {
                condition += &format!(" AND {}", within(column, &crate::sum::list(&wanted)));
            }
        }
        if let Some(kinds) = &self.kinds {
            let places: Vec<String> = kinds
                .iter()
                .map(|kind| {
                    values.push(kind.clone().into());
                    format!("${}", values.len())
                })
                .collect();
            condition += &format!(" AND {}", within("kind", &places.join(", ")));
        }
        (condition, values)
    }
}

fn within(column: &str, list: &str) -> String {
    match list {
        "" => "1 = 0".to_owned(),
        list => format!("{column} IN ({list})"),
    }
}
