//! Many rows, quickly: on SQLite all of them come as one value instead of a dozen values each.
//!
//! For who reads millions of rows whose columns are known, such as proofs. What a value is stays exact, or reading fails: then
//! the rows are read again as they stand, [`How::Plain`].
use crate::{Cell, cell::unhex};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, SeqAccess, Visitor},
};
use std::fmt;

/// The columns that are read, in order. The first is a number, by which the rows are asked for and ordered.
#[derive(Debug)]
pub struct Selection {
    pub names: &'static [&'static str],
    /// The places of those that hold bytes, which JSON cannot say.
    pub bytes: &'static [usize],
}

/// How rows are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Value by value, whatever stands in them.
    Plain,
    /// Quickly; fails where a value is not of its column's kind.
    Packed,
}

/// Rows as the database gave them. To take them apart is work for a processor, and waits for nothing.
pub struct Rows {
    given: Given,
    selection: &'static Selection,
}

enum Given {
    Plain(Vec<QueryResult>),
    Packed {
        count: usize,
        last: Option<i64>,
        json: String,
    },
}

impl Rows {
    /// Reads `SELECT columns {rest}`.
    ///
    /// # Errors
    /// When the database does not answer; packed, also where a value is not of its column's kind.
    pub async fn read(
        connection: &impl ConnectionTrait,
        selection: &'static Selection,
        rest: &str,
        values: impl IntoIterator<Item = Value>,
        how: How,
    ) -> Result<Rows, DbErr> {
        let given = match (how, connection.get_database_backend()) {
            (How::Packed, DbBackend::Sqlite) => packed(connection, selection, rest, values).await?,
            _ => {
                let select = format!("SELECT {} {rest}", selection.names.join(", "));
                Given::Plain(read(connection, select, values).await?)
            }
        };
        Ok(Rows { given, selection })
    }

    pub fn len(&self) -> usize {
        match &self.given {
            Given::Plain(rows) => rows.len(),
            Given::Packed { count, .. } => *count,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the last row, if it is one.
    ///
    /// # Errors
    /// When the row cannot be read.
    pub fn last(&self) -> Result<Option<i64>, DbErr> {
        match &self.given {
            Given::Packed { last, .. } => Ok(*last),
            Given::Plain(rows) => match rows.last() {
                Some(row) => Ok(Cell::of(row, 0)?.int()),
                None => Ok(None),
            },
        }
    }

    /// The rows taken apart, in their order.
    ///
    /// # Errors
    /// Where packed rows hold what JSON cannot say exactly.
    pub fn cells(&self) -> Result<Vec<Vec<Cell>>, DbErr> {
        let columns = self.selection.names.len();
        match &self.given {
            Given::Plain(rows) => rows.iter().map(|row| Cell::all(row, columns)).collect(),
            Given::Packed { count, json, .. } => {
                let mut reader = serde_json::Deserializer::from_str(json);
                let all = PackedRows(*count, self.selection);
                let rows = all.deserialize(&mut reader).and_then(|rows| {
                    reader.end()?;
                    Ok(rows)
                });
                rows.map_err(|error| unreadable(&error.to_string()))
            }
        }
    }
}

async fn packed(
    connection: &impl ConnectionTrait,
    selection: &'static Selection,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Given, DbErr> {
    let said = |(at, name): (usize, &&str)| match selection.bytes.contains(&at) {
        true => format!("quote({name})"),
        false => (*name).to_owned(),
    };
    let said: Vec<String> = selection.names.iter().enumerate().map(said).collect();
    let select = format!(
        "SELECT COUNT(*), MAX({}), json_group_array(json_array({})) FROM (SELECT {} {rest})",
        selection.names[0],
        said.join(", "),
        selection.names.join(", ")
    );
    let rows = read(connection, select, values).await?;
    let row = rows.first().ok_or_else(|| unreadable("no row"))?;
    let Cell::Text(json) = Cell::of(row, 2)? else {
        return Err(unreadable("packed rows that are no text"));
    };
    let count: i64 = row.try_get_by_index(0)?;
    Ok(Given::Packed {
        count: usize::try_from(count).unwrap_or_default(),
        last: Cell::of(row, 1)?.int(),
        json,
    })
}

fn unreadable(why: &str) -> DbErr {
    DbErr::Type(why.to_owned())
}

/// So many rows of these columns.
struct PackedRows(usize, &'static Selection);

impl<'de> DeserializeSeed<'de> for PackedRows {
    type Value = Vec<Vec<Cell>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for PackedRows {
    type Value = Vec<Vec<Cell>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows", self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::with_capacity(self.0);
        while let Some(row) = values.next_element_seed(PackedRow(self.1))? {
            rows.push(row);
        }
        Ok(rows)
    }
}

struct PackedRow(&'static Selection);

impl<'de> DeserializeSeed<'de> for PackedRow {
    type Value = Vec<Cell>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Cell>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for PackedRow {
    type Value = Vec<Cell>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} values", self.0.names.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Vec<Cell>, A::Error> {
        let columns = self.0.names.len();
        let mut cells = Vec::with_capacity(columns);
        for at in 0..columns {
            let cell = match self.0.bytes.contains(&at) {
                true => values.next_element::<&str>()?.map(quoted).transpose(),
                false => Ok(values.next_element()?),
            };
            let cell = cell.map_err(A::Error::custom)?;
            cells.push(cell.ok_or_else(|| A::Error::invalid_length(at, &self))?);
        }
        Ok(cells)
    }
}

/// Bytes as SQLite quotes them.
fn quoted(text: &str) -> Result<Cell, &'static str> {
    if text == "NULL" {
        return Ok(Cell::Null);
    }
    let digits = text
        .strip_prefix("X'")
        .and_then(|rest| rest.strip_suffix('\''));
    let bytes = digits.and_then(unhex).map(Cell::Bytes);
    bytes.ok_or("what should be bytes is none")
}

async fn read(
    connection: &impl ConnectionTrait,
    select: String,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let backend = connection.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, select, values);
    connection.query_all_raw(statement).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const SELECTION: Selection = Selection {
        names: &["number", "word", "bytes", "other"],
        bytes: &[2],
    };

    async fn made(db: &crate::Db, rows: &[&str]) {
        let tx = db.begin().await.unwrap();
        let (bytes, some) = match tx.get_database_backend() {
            DbBackend::Postgres => ("bytea", "'\\x00ff'"),
            _ => ("blob", "x'00ff'"),
        };
        tx.execute_unprepared(&format!(
            "CREATE TABLE odd (id integer, number bigint, word text, bytes {bytes}, other text)"
        ))
        .await
        .unwrap();
        for (id, row) in rows.iter().enumerate() {
            let row = row.replace("BYTES", some);
            tx.execute_unprepared(&format!("INSERT INTO odd VALUES ({id}, {row})"))
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn both(db: &crate::Db, id: usize) -> (Result<Vec<Cell>, DbErr>, Vec<Cell>) {
        let rest = format!("FROM odd WHERE id = {id}");
        let packed = match Rows::read(db.reader(), &SELECTION, &rest, [], How::Packed).await {
            Ok(rows) => rows.cells().map(|mut rows| rows.remove(0)),
            Err(error) => Err(error),
        };
        let plain = Rows::read(db.reader(), &SELECTION, &rest, [], How::Plain)
            .await
            .unwrap();
        (packed, plain.cells().unwrap().remove(0))
    }

    #[tokio::test]
    async fn ordinary_values_are_read_as_they_stand() {
        crate::testing::on_both(Vec::new, async |db| {
            let rows = [
                "9223372036854775807, '落地 \"是\" \\\\ \u{1F600}', NULL, ''",
                "-9223372036854775808, NULL, BYTES, 'a\nb\tc\u{1}'",
                "0, '[1,2]', NULL, '{\"hex\": \"00\"}'",
            ];
            made(&db, &rows).await;
            for id in 0..rows.len() {
                let (packed, plain) = both(&db, id).await;
                assert_eq!(packed.unwrap(), plain);
            }
        })
        .await;
    }

    #[tokio::test]
    async fn what_is_not_of_its_column_is_read_exactly_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("odd.db").display());
        let db = crate::Db::open(&address).await.unwrap();
        let rows = [
            "1.0, 'a', x'00ff', 'b'",
            "0.1, 'a', NULL, 'b'",
            "'12', 12, 'text', 1",
            "x'31', 'a', NULL, 'b'",
            "1, CAST(x'610062' AS text), NULL, 'b'",
            "1, CAST(x'ff61' AS text), NULL, 'b'",
            "1, x'61', 7, x''",
            "1, CAST(x'eda080' AS text), x'', 'b'",
        ];
        made(&db, &rows).await;
        let mut unreadable = 0;
        for (id, row) in rows.iter().enumerate() {
            match both(&db, id).await {
                (Ok(packed), plain) => assert_eq!(packed, plain, "{row}"),
                (Err(_), _) => unreadable += 1,
            }
        }
        assert!(4 <= unreadable, "{unreadable}");
    }
}
