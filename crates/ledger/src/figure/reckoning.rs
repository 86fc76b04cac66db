//! From what was read to a value: exact, in whole numbers. Pure.
use super::{
    Against, NoData, Value,
    formula::{Node, Quoted, QuotedPart},
    quote,
};
use chrono::{Datelike, NaiveDate};

/// What was read for one leaf at one unit.
#[derive(Clone, Copy)]
pub(super) struct Got {
    pub value: Result<i64, NoData>,
    /// Of something published: the last day it is of, and whether its definition changed.
    pub until: Option<NaiveDate>,
    pub changed: bool,
}

impl Got {
    pub fn counted(value: Result<i64, NoData>) -> Got {
        Got {
            value,
            until: None,
            changed: false,
        }
    }
}

/// A value, and what must be known of it before it is compared.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    pub value: Value,
    until: Option<NaiveDate>,
    changed: bool,
}

pub(super) fn fold(node: &Node, got: &mut impl Iterator<Item = Got>) -> Folded {
    match node {
        Node::Sum(_) | Node::Highest(_) | Node::Quoted(_) => {
            let got = got
                .next()
                .unwrap_or(Got::counted(Err(NoData::NothingRecorded)));
            let is_share = matches!(node, Node::Quoted(quoted) if is_published_share(quoted));
            let value = match got.value {
                Ok(part) if is_share => Value::Share { part, of: WHOLE },
                Ok(number) => Value::Number(number),
                Err(none) => Value::NoData(none),
            };
            Folded {
                value,
                until: got.until,
                changed: got.changed,
            }
        }
        Node::Plus(a, b) => both(a, b, got, |a, b| {
            reckoned(a.checked_add(b).map(Value::Number))
        }),
        Node::Minus(a, b) => both(a, b, got, |a, b| {
            reckoned(a.checked_sub(b).map(Value::Number))
        }),
        Node::Ratio(a, b) => both(a, b, got, |part, of| match of {
            0 => Value::NoData(NoData::NothingToMeasureBy),
            of => Value::Share { part, of },
        }),
        Node::Coverage(a, b) => both(a, b, got, |part, of| match of {
            0 => Value::NoData(NoData::NothingToMeasureBy),
            of if of < part => Value::NoData(NoData::MoreThanAll),
            of => Value::Share { part, of },
        }),
        Node::Points(a, b) => {
            let (a, b) = (fold(a, got), fold(b, got));
            Folded {
                value: points(a.value, b.value),
                until: a.until.or(b.until),
                changed: a.changed || b.changed,
            }
        }
        Node::Growth(of, against) => {
            let (now, before) = (fold(of, got), fold(of, got));
            Folded {
                value: growth(now, before, *against),
                ..now
            }
        }
    }
}

/// One hundred per cent in basis points.
const WHOLE: i64 = 10_000;

fn is_published_share(quoted: &Quoted) -> bool {
    quoted.what != QuotedPart::Value
        || quote::measure_of(&quoted.series) == Some(crate::Measure::BasisPoints)
}

fn both(
    a: &Node,
    b: &Node,
    got: &mut impl Iterator<Item = Got>,
    reckon: impl FnOnce(i64, i64) -> Value,
) -> Folded {
    let (a, b) = (fold(a, got), fold(b, got));
    let value = match (a.value, b.value) {
        (Value::Number(a), Value::Number(b)) => reckon(a, b),
        (Value::NoData(none), _) | (_, Value::NoData(none)) => Value::NoData(none),
        // The formula was checked: these are quantities.
        _ => Value::NoData(NoData::TooLarge),
    };
    Folded {
        value,
        until: a.until.or(b.until),
        changed: a.changed || b.changed,
    }
}

fn reckoned(value: Option<Value>) -> Value {
    value.unwrap_or(Value::NoData(NoData::TooLarge))
}

fn growth(now: Folded, before: Folded, against: Against) -> Value {
    let is_same_stretch = |a: NaiveDate, b: NaiveDate| a.month() == b.month();
    match (now.value, before.value) {
        (Value::NoData(none), _) => Value::NoData(none),
        _ if now.changed && against == Against::YearBefore => {
            Value::NoData(NoData::DefinitionChanged)
        }
        (_, Value::NoData(none)) => Value::NoData(none),
        // Four months are not compared with three.
        _ if against == Against::YearBefore
            && now
                .until
                .zip(before.until)
                .is_some_and(|(a, b)| !is_same_stretch(a, b)) =>
        {
            Value::NoData(NoData::NotPublished)
        }
        (Value::Number(_), Value::Number(0)) => Value::NoData(match against {
            Against::YearBefore => NoData::NothingTheYearBefore,
            Against::PeriodBefore => NoData::NothingThePeriodBefore,
        }),
        (Value::Number(_), Value::Number(before)) if before < 0 => {
            Value::NoData(NoData::BelowNoughtBefore)
        }
        (Value::Number(now), Value::Number(before)) => reckoned(
            now.checked_sub(before)
                .map(|part| Value::Share { part, of: before }),
        ),
        (now, before) => points(now, before),
    }
}

/// The difference of two shares, rounded once, to a hundredth of a percentage point.
fn points(first: Value, second: Value) -> Value {
    let (a, b, c, d) = match (first, second) {
        (Value::Share { part: a, of: b }, Value::Share { part: c, of: d }) => (a, b, c, d),
        (Value::NoData(none), _) | (_, Value::NoData(none)) => return Value::NoData(none),
        _ => return Value::NoData(NoData::TooLarge),
    };
    let [a, b, c, d] = [a, b, c, d].map(i128::from);
    let reckon = || {
        let over = a.checked_mul(d)?.checked_sub(c.checked_mul(b)?)?;
        let (over, under) = (over.checked_mul(WHOLE.into())?, b.checked_mul(d)?);
        let half = under.abs() / 2;
        let size = over.abs().checked_add(half)? / under.abs();
        let part = i64::try_from(size * over.signum() * under.signum()).ok()?;
        Some(Value::Share { part, of: WHOLE })
    };
    reckoned(reckon())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: i64, of: i64) -> Value {
        Value::Share { part, of }
    }

    #[test]
    fn shares_differ_by_percentage_points_rounded_once() {
        assert_eq!(points(share(1, 2), share(1, 4)).quantity(), Some(2_500));
        // 2/3 - 1/3 is a third, though the shares rounded each are 6667 and 3333.
        assert_eq!(points(share(2, 3), share(1, 3)).quantity(), Some(3_333));
        assert_eq!(points(share(1, 3), share(2, 3)).quantity(), Some(-3_333));
        assert_eq!(
            points(share(1, i64::MAX), share(i64::MAX - 1, i64::MAX)),
            Value::NoData(NoData::TooLarge)
        );
        assert_eq!(
            points(share(1, 2), Value::NoData(NoData::NotPublished)),
            Value::NoData(NoData::NotPublished)
        );
    }

    #[test]
    fn nothing_grows_from_nothing_nor_from_less() {
        let folded = |number| Folded {
            value: Value::Number(number),
            until: None,
            changed: false,
        };
        let grown = |now, before| growth(folded(now), folded(before), Against::PeriodBefore);
        assert_eq!(grown(5, 4), share(1, 4));
        assert_eq!(grown(5, 0), Value::NoData(NoData::NothingThePeriodBefore));
        assert_eq!(grown(5, -1), Value::NoData(NoData::BelowNoughtBefore));
        assert_eq!(grown(i64::MIN, i64::MAX), Value::NoData(NoData::TooLarge));
    }

    #[test]
    fn growth_is_refused_where_the_definition_changed_and_between_unlike_stretches() {
        let published = |value, month, changed| Folded {
            value: Value::Number(value),
            until: NaiveDate::from_ymd_opt(2021, month, 28),
            changed,
        };
        let grown = |now, before| growth(now, before, Against::YearBefore);
        assert_eq!(
            grown(published(12, 4, false), published(10, 4, false)),
            share(2, 10)
        );
        assert_eq!(
            grown(published(12, 4, true), published(10, 4, false)),
            Value::NoData(NoData::DefinitionChanged)
        );
        assert_eq!(
            grown(published(12, 4, false), published(10, 3, false)),
            Value::NoData(NoData::NotPublished)
        );
    }
}
