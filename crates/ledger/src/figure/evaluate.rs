//! The value of a figure, its parts and its trend, from balances.
use super::{
    Against, Compiled, Definition, FormulaError, Grain, PeriodRule, Window,
    formula::{SideOf, compile},
    reading::{Reader, Way},
};
use crate::{
    book::Book,
    campaign::Campaign,
    tree::{self, By},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};

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
    /// A share; `of` is never zero. Percentage points are a share of 10,000 basis points.
    Share {
        part: i64,
        of: i64,
    },
    /// Never shown as 0.
    NoData(NoData),
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoData {
    /// What it is measured by is zero.
    NothingToMeasureBy,
    /// Growth, and there was nothing the year before.
    NothingTheYearBefore,
    /// Growth, and there was nothing in the period before.
    NothingThePeriodBefore,
    /// Growth, and what was before is below zero.
    BelowNoughtBefore,
    /// Growth on the period before, and what is counted began with the book.
    NothingBeforeSinceEver,
    /// The highest of no records at all.
    NothingRecorded,
    /// More are covered than there are: one of the two is wrong.
    MoreThanAll,
    /// Statistics that are not out, or not imported.
    NotPublished,
    /// Statistics that were defined otherwise a year before.
    DefinitionChanged,
    /// Too large to be reckoned with.
    TooLarge,
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

/// One period of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub from: NaiveDate,
    /// Its last day, or the as-of day if that comes first.
    pub to: NaiveDate,
    /// Whether the period goes on after that day.
    pub is_running: bool,
    pub value: Value,
    pub year_before: Value,
    /// The days that `year_before` is of.
    pub before: (NaiveDate, NaiveDate),
}

/// The figure's value. `Err` inside: the definition's formula cannot be read with these accounts or this campaign.
pub async fn evaluate(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
) -> Result<Result<Value, FormulaError>, DbErr> {
    read(connection, book, definition, scope, Way::Now).await
}

/// The figure's value as the book stood when `up_to` was its last entry: what it is now, less what came later.
pub async fn value_as_counted_then(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    up_to: Option<i64>,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let way = up_to.map_or(Way::Again(None, By::Then), Way::Then);
    read(connection, book, definition, scope, way).await
}

/// [`value_as_counted_then`], by another tree than that of each day.
pub async fn value_by(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    up_to: Option<i64>,
    by: By,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let by = tree::settled(connection, by, scope.as_of, up_to).await?;
    read(connection, book, definition, scope, Way::of(up_to, by)).await
}

/// The figure's value, summed from postings and not from balances: slow, and the oracle for the two above.
pub async fn value_counted_again(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    (up_to, by): (Option<i64>, By),
) -> Result<Result<Value, FormulaError>, DbErr> {
    read(connection, book, definition, scope, Way::Again(up_to, by)).await
}

pub(super) async fn read(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    way: Way,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let mut reader = Reader::new(connection, book, way);
    let window = window(definition.period, scope);
    let values = reader
        .at_units(&compiled.node, &[scope.unit], window)
        .await?;
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
    let mut reader = Reader::new(connection, book, Way::Now);
    let window = window(definition.period, scope);
    Ok(Ok(Parts {
        units: reader.at_units(&compiled.node, units, window).await?,
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
    let slots = series(connection, book, definition, scope, Grain::Month, months).await?;
    let point = |slot: Slot| Point {
        month: slot.from,
        value: slot.value,
        year_before: slot.year_before,
    };
    Ok(slots.map(|slots| slots.into_iter().map(point).collect()))
}

/// The figure period by period, ending with the one that holds the as-of day, beside the year before.
pub async fn series(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    grain: Grain,
    count: u32,
) -> Result<Result<Vec<Slot>, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let mut reader = Reader::new(connection, book, Way::Now);
    let rule = grain.rule();
    let mut slots: Vec<Slot> = Vec::new();
    for from in grain.starts(scope.as_of, count) {
        let last = rule.last_day(from).unwrap_or(from);
        let to = last.min(scope.as_of);
        let window = Window::new(rule, to, Some(from), None);
        let unit = [scope.unit];
        let value = reader.at_units(&compiled.node, &unit, window).await?[0].1;
        // The grey line shows the whole of each period, since all of it is over.
        let before = year_before(grain, from);
        let before_window = Window::new(rule, before.1, Some(before.0), None);
        let known = slots.iter().find(|slot| (slot.from, slot.to) == before);
        let year_before = match known {
            Some(known) => known.value,
            None => {
                reader
                    .at_units(&compiled.node, &unit, before_window)
                    .await?[0]
                    .1
            }
        };
        slots.push(Slot {
            from,
            to,
            is_running: to < last,
            value,
            year_before,
            before,
        });
    }
    Ok(Ok(slots))
}

/// The same period a year earlier, whole.
fn year_before(grain: Grain, from: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = match grain {
        Grain::Week => from - Days::new(364),
        Grain::Day | Grain::Month | Grain::Quarter | Grain::Year => from - Months::new(12),
    };
    (first, grain.rule().last_day(first).unwrap_or(first))
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

/// The days that a figure counts as asked for.
pub fn window(rule: PeriodRule, scope: &Scope) -> Window {
    let campaign_from = scope.campaign.as_ref().map(|campaign| campaign.from);
    Window::new(rule, scope.as_of, scope.from, campaign_from)
}

/// The days that one list of records behind a figure covers; none where there are no such days.
///
/// The list behind a highest value is that of its highest day.
pub async fn side_window(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    compiled: &Compiled,
    scope: &Scope,
    (side, up_to): (usize, Option<i64>),
) -> Result<Option<Window>, DbErr> {
    let which = (side, up_to.map_or(Way::Now, Way::Then));
    side_window_read(connection, book, definition, compiled, scope, which).await
}

pub(super) async fn side_window_read(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    compiled: &Compiled,
    scope: &Scope,
    (side, way): (usize, Way),
) -> Result<Option<Window>, DbErr> {
    let Some(side) = compiled.side(side) else {
        return Ok(None);
    };
    let window = window(definition.period, scope);
    let window = match side.before {
        Some(against) => window.before(against),
        None => Some(window),
    };
    let (Some(window), SideOf::Highest(sum)) = (window, &side.of) else {
        return Ok(window);
    };
    let mut reader = Reader::new(connection, book, way);
    let best = reader.highest(sum, side.flow, scope.unit, window).await?;
    Ok(best.map(|(day, _)| Window::between(day, day)))
}

/// Whether the days of a figure go on after its as-of day.
pub fn is_running(rule: PeriodRule, as_of: NaiveDate) -> bool {
    rule.last_day(as_of).is_some_and(|last| as_of < last)
}

/// How many periods of a trend are worth seeing, the newest last.
pub fn usual_count(grain: Grain, as_of: NaiveDate) -> u32 {
    match grain {
        Grain::Day => 31,
        Grain::Week => 13,
        Grain::Month => as_of.month(),
        Grain::Quarter => 8,
        Grain::Year => 5,
    }
}

/// What growth is measured against, of a figure that is nothing but a growth.
pub fn growth_against(compiled: &Compiled) -> Option<Against> {
    match &compiled.node {
        super::Node::Growth(_, against) => Some(*against),
        _ => None,
    }
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
