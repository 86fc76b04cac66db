//! One value of any column, read without knowing beforehand what it is: the same on both databases.
//!
//! What proofs and backups are made of. A value that a tampered file holds in the wrong type is read as it stands, too.
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{DbErr, QueryResult};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use sqlx::{Decode, Row, TypeInfo, ValueRef, postgres::Postgres, sqlite::Sqlite};
use std::fmt;

/// Days and times are text (`2021-05-14`, `2021-05-14T08:00:00+00:00`), truth is 0 or 1, UUIDs are their 16 bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    /// The value at `index`, counted from 0.
    ///
    /// # Errors
    /// On PostgreSQL for a type that no table of ours has.
    pub fn of(row: &QueryResult, index: usize) -> Result<Cell, DbErr> {
        if let Some(row) = row.try_as_sqlite_row() {
            return of_sqlite(row, index).map_err(unreadable);
        }
        let row = row
            .try_as_pg_row()
            .ok_or_else(|| DbErr::Type("a row of neither database".into()))?;
        of_postgres(row, index).map_err(unreadable)
    }

    /// The first `count` values of a row.
    pub fn all(row: &QueryResult, count: usize) -> Result<Vec<Cell>, DbErr> {
        let mut cells = Vec::with_capacity(count);
        for index in 0..count {
            cells.push(Cell::of(row, index)?);
        }
        Ok(cells)
    }

    /// Bytes that no other value has: what it is, how long, and the value itself.
    pub fn encode(&self, into: &mut Vec<u8>) {
        let (kind, bytes): (u8, &[u8]) = match self {
            Cell::Null => (0, &[]),
            Cell::Int(number) => {
                into.push(1);
                into.extend(number.to_be_bytes());
                return;
            }
            Cell::Real(number) => {
                into.push(4);
                into.extend(number.to_bits().to_be_bytes());
                return;
            }
            Cell::Text(text) => (2, text.as_bytes()),
            Cell::Bytes(bytes) => (3, bytes),
        };
        into.push(kind);
        if kind != 0 {
            into.extend((bytes.len() as u64).to_be_bytes());
            into.extend(bytes);
        }
    }

    pub fn int(&self) -> Option<i64> {
        match self {
            Cell::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Cell::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// For people who look for what is wrong: short, and never ambiguous.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN_MAX: usize = 60;
        match self {
            Cell::Null => f.write_str("NULL"),
            Cell::Int(number) => write!(f, "{number}"),
            Cell::Real(number) => write!(f, "{number:?}"),
            Cell::Text(text) if SHOWN_MAX < text.chars().count() => {
                let start: String = text.chars().take(SHOWN_MAX).collect();
                write!(f, "{start:?}…")
            }
            Cell::Text(text) => write!(f, "{text:?}"),
            Cell::Bytes(bytes) => {
                f.write_str("x")?;
                for byte in bytes.iter().take(SHOWN_MAX / 2) {
                    write!(f, "{byte:02x}")?;
                }
                f.write_str(if SHOWN_MAX / 2 < bytes.len() {
                    "…"
                } else {
                    ""
                })
            }
        }
    }
}

fn unreadable(error: sqlx::Error) -> DbErr {
    DbErr::Type(error.to_string())
}

fn of_sqlite(row: &sqlx::sqlite::SqliteRow, index: usize) -> Result<Cell, sqlx::Error> {
    let value = row.try_get_raw(index)?;
    if value.is_null() {
        return Ok(Cell::Null);
    }
    // Asked for each of millions of values: the name is compared, not copied.
    let kind = value.type_info().into_owned();
    let decoded = match kind.name() {
        "INTEGER" => <i64 as Decode<Sqlite>>::decode(value).map(Cell::Int),
        "REAL" => <f64 as Decode<Sqlite>>::decode(value).map(Cell::Real),
        // Text that is no text any more is told apart by its bytes.
        "TEXT" => {
            <Vec<u8> as Decode<Sqlite>>::decode(value).map(|bytes| match String::from_utf8(bytes) {
                Ok(text) => Cell::Text(text),
                Err(bytes) => Cell::Bytes(bytes.into_bytes()),
            })
        }
        _ => <Vec<u8> as Decode<Sqlite>>::decode(value).map(Cell::Bytes),
    };
    decoded.map_err(sqlx::Error::Decode)
}

fn of_postgres(row: &sqlx::postgres::PgRow, index: usize) -> Result<Cell, sqlx::Error> {
    let value = row.try_get_raw(index)?;
    if value.is_null() {
        return Ok(Cell::Null);
    }
    let kind = value.type_info().name().to_owned();
    let decoded = match kind.as_str() {
        "BOOL" => <bool as Decode<Postgres>>::decode(value).map(|truth| Cell::Int(truth.into())),
        "INT2" => <i16 as Decode<Postgres>>::decode(value).map(|number| Cell::Int(number.into())),
        "INT4" => <i32 as Decode<Postgres>>::decode(value).map(|number| Cell::Int(number.into())),
        "INT8" => <i64 as Decode<Postgres>>::decode(value).map(Cell::Int),
        "FLOAT8" => <f64 as Decode<Postgres>>::decode(value).map(Cell::Real),
        "TEXT" | "VARCHAR" | "NAME" => <String as Decode<Postgres>>::decode(value).map(Cell::Text),
        "BYTEA" => <Vec<u8> as Decode<Postgres>>::decode(value).map(Cell::Bytes),
        "UUID" => <uuid::Uuid as Decode<Postgres>>::decode(value)
            .map(|id| Cell::Bytes(id.as_bytes().to_vec())),
        "TIMESTAMPTZ" => <DateTime<Utc> as Decode<Postgres>>::decode(value)
            .map(|at| Cell::Text(at.to_rfc3339_opts(SecondsFormat::AutoSi, false))),
        "DATE" => <NaiveDate as Decode<Postgres>>::decode(value)
            .map(|day| Cell::Text(day.format("%F").to_string())),
        "JSON" | "JSONB" => <serde_json::Value as Decode<Postgres>>::decode(value)
            .map(|json| Cell::Text(json.to_string())),
        other => Err(format!("values of type {other} cannot be kept").into()),
    };
    decoded.map_err(sqlx::Error::Decode)
}

/// As JSON a number, a text or null; bytes are `{"hex": "…"}`, for JSON has none.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Null => serializer.serialize_unit(),
            Cell::Int(number) => serializer.serialize_i64(*number),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Real(number) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("real", &number.to_bits())?;
                map.end()
            }
            Cell::Bytes(bytes) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("hex", &hex(bytes))?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cell, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, a text, null, or bytes as {\"hex\": …}")
            }
            fn visit_unit<E>(self) -> Result<Cell, E> {
                Ok(Cell::Null)
            }
            fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
                Ok(Cell::Int(number))
            }
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Cell, E> {
                let number = i64::try_from(number);
                number.map(Cell::Int).map_err(|_| E::custom("too large"))
            }
            fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell::Text(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<Cell, E> {
                Ok(Cell::Text(text))
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Cell, M::Error> {
                match map.next_key::<String>()?.as_deref() {
                    Some("hex") => {
                        let text: String = map.next_value()?;
                        let bytes =
                            unhex(&text).ok_or_else(|| M::Error::custom("no hexadecimal"))?;
                        Ok(Cell::Bytes(bytes))
                    }
                    Some("real") => Ok(Cell::Real(f64::from_bits(map.next_value()?))),
                    _ => Err(M::Error::custom("neither hex nor real")),
                }
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Small hexadecimal digits, two a byte.
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    let text = String::with_capacity(bytes.len() * 2);
    bytes.iter().fold(text, |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: u8| char::from(digit).to_digit(16);
    let pairs = text.as_bytes().chunks(2);
    let mut bytes = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let [high, low] = pair else { return None };
        bytes.push((digit(*high)? << 4 | digit(*low)?) as u8);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_json_is_read_back_as_it_was() {
        let row = vec![
            Cell::Null,
            Cell::Int(i64::MIN),
            Cell::Real(-0.1),
            Cell::Text("落地\n\"x\"\u{1}".into()),
            Cell::Bytes(vec![0, 255, 16]),
        ];
        let json = serde_json::to_string(&row).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Cell>>(&json).unwrap(), row);
    }

    #[test]
    fn no_two_values_have_the_same_bytes() {
        let encode = |cells: &[Cell]| {
            let mut bytes = Vec::new();
            cells.iter().for_each(|cell| cell.encode(&mut bytes));
            bytes
        };
        let text = |text: &str| Cell::Text(text.into());
        assert_ne!(
            encode(&[text("a"), text("b")]),
            encode(&[text("ab"), text("")])
        );
        assert_ne!(encode(&[text("1")]), encode(&[Cell::Int(1)]));
        assert_ne!(encode(&[text("a")]), encode(&[Cell::Bytes(b"a".to_vec())]));
        assert_ne!(encode(&[Cell::Null]), encode(&[text("")]));
    }
}
