//! What counts for once keys: the list behind a number that counts each unit or person once.
use crate::{day, sql};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};

/// A once key that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub key: String,
    /// Where it counts.
    pub unit: UnitId,
    /// From which day on.
    pub day: NaiveDate,
}

/// The once keys that count in an account up to a day, everywhere; from the same postings that its balances are made of.
pub async fn counted(
    connection: &impl ConnectionTrait,
    account: &str,
    up_to: NaiveDate,
) -> Result<Vec<Counted>, DbErr> {
    let select = "SELECT p.once_key, p.unit_id, p.day FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id \
                  WHERE a.code = $1 AND p.once_key IS NOT NULL AND p.day <= $2 \
                  GROUP BY p.once_key, p.unit_id, p.day HAVING 0 < SUM(p.quantity) ORDER BY p.day, p.once_key";
    let values = [account.into(), day::number(up_to).into()];
    let rows = sql::rows(connection, select, values).await?;
    rows.iter()
        .map(|row| {
            let number: i32 = row.try_get_by_index(2)?;
            Ok(Counted {
                key: row.try_get_by_index(0)?,
                unit: UnitId(row.try_get_by_index(1)?),
                day: day::date(number).ok_or_else(|| DbErr::Type(format!("{number} is no day")))?,
            })
        })
        .collect()
}
