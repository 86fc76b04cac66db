//! Closing a period: from then on nothing is counted on its days, until somebody opens it again, which is an act as well.
//!
//! Checked where postings are written and where the tree is changed, so no domain has to know of it.
use crate::{
    append::{AppendError, Appended, NewEntry, append},
    book::Book,
    day, sql,
    tree::lock,
};
use chrono::NaiveDate;
use kernel::Actor;
use sea_orm::{ConnectionTrait, DbErr};
use std::error::Error;

/// Why something is not counted: its day lies in a period that the office has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{day} lies in a closed period: the book is closed through {through}")]
pub struct ClosedPeriod {
    pub day: NaiveDate,
    /// The last closed day.
    pub through: NaiveDate,
}

impl ClosedPeriod {
    /// Found among the causes of an error, whichever act it comes from.
    pub fn among(error: &(dyn Error + 'static)) -> Option<ClosedPeriod> {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(closed) = error.downcast_ref() {
                return Some(*closed);
            }
            cause = error.source();
        }
        None
    }
}

/// The last day on which nothing may be counted any more, if any period is closed.
pub async fn closed_through(connection: &impl ConnectionTrait) -> Result<Option<NaiveDate>, DbErr> {
    Ok(day::date(through(connection).await?))
}

/// Up to which day the book is closed, and up to which it once was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Periods {
    pub closed_through: Option<NaiveDate>,
    /// Later than the last closed day only while a reopened period is open.
    pub once_closed_through: Option<NaiveDate>,
}

/// How firm a number over some days is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// All its days are closed.
    Closed {
        through: NaiveDate,
    },
    /// Of its days some were closed and are open again: it is being restated.
    Reopened {
        through: NaiveDate,
    },
    Open,
}

impl Periods {
    /// Of a number over these days, both included; without a first day: since ever.
    pub fn of(&self, from: Option<NaiveDate>, to: NaiveDate) -> Firmness {
        if let Some(through) = self.closed_through.filter(|through| to <= *through) {
            return Firmness::Closed { through };
        }
        let reopened = self.once_closed_through.filter(|once| {
            Some(*once) > self.closed_through && from.is_none_or(|from| from <= *once)
        });
        match reopened {
            Some(through) => Firmness::Reopened { through },
            None => Firmness::Open,
        }
    }
}

/// Both days, read at once.
pub async fn periods(connection: &impl ConnectionTrait) -> Result<Periods, DbErr> {
    let select = "SELECT CAST(COALESCE(MAX(through), 0) AS bigint) FROM ledger_closing";
    let once = sql::number(connection, select, []).await?;
    let once = i32::try_from(once).map_err(|_| DbErr::Type(format!("{once} is no day")))?;
    Ok(Periods {
        closed_through: closed_through(connection).await?,
        once_closed_through: day::date(once),
    })
}

/// Writes `entry`, and from it on the book is closed through that day; `None`: all of it is open. Whoever is about to count
/// something is waited for.
pub async fn set_closed_through(
    tx: &impl ConnectionTrait,
    book: &Book,
    actor: &Actor,
    entry: &NewEntry,
    through: Option<NaiveDate>,
) -> Result<Appended, AppendError> {
    lock(tx, true).await?;
    let appended = append(tx, book, actor, entry).await?;
    if appended.is_new() {
        let values = [appended.seq().into(), through.map_or(0, day::number).into()];
        sql::run(
            tx,
            "INSERT INTO ledger_closing (entry_seq, through) VALUES ($1, $2)",
            values,
        )
        .await?;
    }
    Ok(appended)
}

/// The last closed day as the book writes it; 0 when all is open.
pub(crate) async fn through(connection: &impl ConnectionTrait) -> Result<i32, DbErr> {
    let select = "SELECT CAST(COALESCE((SELECT through FROM ledger_closing ORDER BY entry_seq DESC LIMIT 1), 0) AS bigint)";
    let through = sql::number(connection, select, []).await?;
    i32::try_from(through).map_err(|_| DbErr::Type(format!("{through} is no day")))
}

/// The first of these days that is closed, with the last closed day.
pub(crate) async fn first_closed(
    connection: &impl ConnectionTrait,
    days: impl IntoIterator<Item = i32>,
) -> Result<Option<ClosedPeriod>, DbErr> {
    let Some(first) = days.into_iter().min() else {
        return Ok(None);
    };
    let through = through(connection).await?;
    if through < first {
        return Ok(None);
    }
    let days = day::date(first).zip(day::date(through));
    Ok(days.map(|(day, through)| ClosedPeriod { day, through }))
}
