//! The value of a figure, its parts and its trend, from balances.
use super::{
    Compiled, Definition, FormulaError, PeriodRule, Shape, formula::Sum, formula::compile,
};
use crate::{account::Flow, book::Book, campaign::Campaign, day, sum, sum::Period};
use chrono::{Datelike, Months, NaiveDate};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// What is asked: at which unit (and all below it), up to which day, in which campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    pub unit: UnitId,
    /// The last day that counts.
    pub as_of: NaiveDate,
    /// The first day that counts, where the asker wants another than the figure's rule says.
    pub from: Option<NaiveDate>,
    pub campaign: Option<Campaign>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    Number(i64),
    /// A share; `of` is never zero.
    Share {
        part: i64,
        of: i64,
    },
    /// Never shown as 0.
    NoData(NoData),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoData {
    /// What it is measured by is zero.
    NothingToMeasureBy,
    /// Growth, and there was nothing the year before.
    NothingTheYearBefore,
}

impl Value {
    /// As one whole number: itself, or for a share its basis points (1/100 %), rounded half away from zero.
    pub fn quantity(self) -> Option<i64> {
        match self {
            Value::Number(number) => Some(number),
            Value::Share { part, of } => {
                let (part, of) = (i128::from(part) * 10_000, i128::from(of));
                let rounded = (part.abs() * 2 + of.abs()) / (of.abs() * 2);
                i64::try_from(rounded * part.signum() * of.signum()).ok()
            }
            Value::NoData(_) => None,
        }
    }
}

/// A share of the figure by unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// For each unit asked for, its value.
    pub units: Vec<(UnitId, Value)>,
}

/// One month of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The month's first day.
    pub month: NaiveDate,
    pub value: Value,
    /// The same month of the year before.
    pub year_before: Value,
}

/// The figure's value. `Err` inside: the definition's formula cannot be read with these accounts or this campaign.
pub async fn evaluate(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let period = |flow| period(definition.period, scope, flow);
    let values = at_units(connection, book, &compiled, &[scope.unit], &period).await?;
    Ok(Ok(values[0].1))
}

/// The figure's value at each of `units`, in their order.
pub async fn parts(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    units: &[UnitId],
) -> Result<Result<Parts, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let period = |flow| period(definition.period, scope, flow);
    Ok(Ok(Parts {
        units: at_units(connection, book, &compiled, units, &period).await?,
    }))
}

/// The figure month by month, ending with the as-of day's month, beside the year before.
/// Stocks are shown as they stood at each month's end, flows and peaks as of the month alone.
pub async fn trend(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    months: u32,
) -> Result<Result<Vec<Point>, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let last = scope.as_of.with_day(1).unwrap_or(scope.as_of);
    let mut points = Vec::new();
    for back in (0..months).rev() {
        let month = last - Months::new(back);
        let value = month_value(connection, book, &compiled, scope, month).await?;
        let year_before =
            month_value(connection, book, &compiled, scope, month - Months::new(12)).await?;
        points.push(Point {
            month,
            value,
            year_before,
        });
    }
    Ok(Ok(points))
}

async fn month_value(
    connection: &impl ConnectionTrait,
    book: &Book,
    compiled: &Compiled,
    scope: &Scope,
    month: NaiveDate,
) -> Result<Value, DbErr> {
    let end = (month + Months::new(1))
        .pred_opt()
        .unwrap_or(month)
        .min(scope.as_of);
    let period = |flow| {
        let from = if flow == Flow::Stock {
            day::FIRST
        } else {
            day::number(month)
        };
        Period {
            from,
            to: day::number(end),
        }
    };
    Ok(at_units(connection, book, compiled, &[scope.unit], &period).await?[0].1)
}

pub(super) fn compiled(
    book: &Book,
    definition: &Definition,
    scope: &Scope,
) -> Result<Compiled, FormulaError> {
    compile(
        book,
        &definition.formula,
        scope
            .campaign
            .as_ref()
            .map(|campaign| campaign.code.as_str()),
    )
}

/// The days that count. A stock is always counted from the very beginning.
pub(super) fn period(rule: PeriodRule, scope: &Scope, flow: Flow) -> Period {
    let ruled = match rule {
        PeriodRule::ToDate => None,
        PeriodRule::YearToDate => NaiveDate::from_ymd_opt(scope.as_of.year(), 1, 1),
        PeriodRule::Month => scope.as_of.with_day(1),
        PeriodRule::Campaign => scope.campaign.as_ref().map(|campaign| campaign.from),
    };
    let from = if flow == Flow::Stock {
        None
    } else {
        scope.from.or(ruled)
    };
    Period {
        from: from.map_or(day::FIRST, day::number),
        to: day::number(scope.as_of),
    }
}

async fn at_units(
    connection: &impl ConnectionTrait,
    book: &Book,
    compiled: &Compiled,
    units: &[UnitId],
    period_of: &(dyn Fn(Flow) -> Period + Sync),
) -> Result<Vec<(UnitId, Value)>, DbErr> {
    let flow = compiled.flow;
    let period = period_of(flow);
    let mut values = Vec::with_capacity(units.len());
    match &compiled.shape {
        Shape::Sum(a) => {
            let sums = sums(connection, book, a, units, period, flow).await?;
            values.extend(
                units
                    .iter()
                    .map(|unit| (*unit, Value::Number(of(&sums, unit)))),
            );
        }
        Shape::Ratio(a, b) => {
            let parts = sums(connection, book, a, units, period, flow).await?;
            let flow = compiled.measured_by;
            let wholes = sums(connection, book, b, units, period_of(flow), flow).await?;
            values.extend(units.iter().map(|unit| {
                let share = share(
                    of(&parts, unit),
                    of(&wholes, unit),
                    NoData::NothingToMeasureBy,
                );
                (*unit, share)
            }));
        }
        Shape::Growth(a) => {
            let now = sums(connection, book, a, units, period, flow).await?;
            let before = sums(connection, book, a, units, year_before(period), flow).await?;
            values.extend(units.iter().map(|unit| {
                let before = of(&before, unit);
                (
                    *unit,
                    share(
                        of(&now, unit) - before,
                        before,
                        NoData::NothingTheYearBefore,
                    ),
                )
            }));
        }
    }
    Ok(values)
}

fn of(sums: &HashMap<UnitId, i64>, unit: &UnitId) -> i64 {
    sums.get(unit).copied().unwrap_or(0)
}

fn share(part: i64, of: i64, otherwise: NoData) -> Value {
    if of == 0 {
        Value::NoData(otherwise)
    } else {
        Value::Share { part, of }
    }
}

pub(super) fn year_before(period: Period) -> Period {
    let back = |number: i32| {
        let before = day::date(number).map(|date| day::number(date - Months::new(12)));
        before.unwrap_or(number)
    };
    Period {
        from: back(period.from),
        to: back(period.to),
    }
}

/// The sum of the terms at each unit.
async fn sums(
    connection: &impl ConnectionTrait,
    book: &Book,
    terms: &Sum,
    units: &[UnitId],
    period: Period,
    flow: Flow,
) -> Result<HashMap<UnitId, i64>, DbErr> {
    let mut all = HashMap::new();
    for term in terms {
        let accounts = book.ids_within(connection, &term.account).await?;
        for (unit, quantity) in sum::by_unit(connection, &accounts, units, period, flow).await? {
            *all.entry(unit).or_insert(0) += if term.negative { -quantity } else { quantity };
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_away_from_zero_to_basis_points() {
        let share = |part, of| Value::Share { part, of }.quantity();
        assert_eq!(share(1, 3), Some(3_333));
        assert_eq!(share(2, 3), Some(6_667));
        assert_eq!(share(-2, 3), Some(-6_667));
        assert_eq!(share(2, -3), Some(-6_667));
        assert_eq!(share(1, 20_000), Some(1));
        assert_eq!(share(i64::MAX, 1), None);
        assert_eq!(Value::NoData(NoData::NothingToMeasureBy).quantity(), None);
    }
}
