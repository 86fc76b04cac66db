//! What a cell holds, and how people's spellings of it are understood.
pub(crate) mod code;
pub(crate) mod date;
pub(crate) mod names;
pub(crate) mod numerals;
pub(crate) mod phone;
pub(crate) mod spelling;
pub(crate) mod whole;

use chrono::{NaiveDate, NaiveDateTime};

/// What a cell holds, before a column's kind gives it a meaning.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Empty,
    Text(Box<str>),
    Number(f64),
    Moment(NaiveDateTime),
    Truth(bool),
    /// A formula's error, such as `#DIV/0!`.
    Fault(Box<str>),
}

impl Value {
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The day that a plain number stands for, where a workbook has lost the format of a day: `44377`.
    pub fn day_number(&self) -> Option<NaiveDate> {
        match self {
            Value::Number(number) if number.fract() == 0.0 => date::of_day_number(*number as i64),
            _ => None,
        }
    }

    /// The cell as one would read it out; dates as ISO 8601, whole numbers without a point.
    pub fn as_text(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(text) | Value::Fault(text) => text.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Moment(moment) if moment.time() == chrono::NaiveTime::MIN => {
                moment.date().to_string()
            }
            Value::Moment(moment) => moment.to_string(),
            Value::Truth(truth) => truth.to_string(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number as f64)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<chrono::NaiveDate> for Value {
    fn from(date: chrono::NaiveDate) -> Self {
        Value::Moment(date.and_time(chrono::NaiveTime::MIN))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Empty, Into::into)
    }
}
