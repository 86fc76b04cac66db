//! The words of one kind of record: a table of its own, and on SQLite a full-text index beside it.
use crate::words::{of_question, of_text};
use sea_orm::{Condition, ConnectionTrait, DbBackend, DbErr, Statement, sea_query::Expr};
use sea_orm_migration::SchemaManager;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What one kind of record is found by. Named by the table that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Corpus {
    table: &'static str,
}

/// Whether each of the words has to be there, or any.
#[derive(Clone, Copy)]
enum Wanted {
    All,
    Any,
}

impl Corpus {
    /// `table`: letters and strokes only; it stands in statements as it is.
    pub const fn new(table: &'static str) -> Corpus {
        Corpus { table }
    }

    pub const fn table(&self) -> &'static str {
        self.table
    }

    /// Makes its tables; for a migration of the domain that owns the records.
    pub async fn create(&self, schema: &SchemaManager<'_>) -> Result<(), DbErr> {
        let table = self.table;
        let statements = match schema.get_database_backend() {
            DbBackend::Postgres => format!(
                "CREATE TABLE {table} (record uuid NOT NULL PRIMARY KEY, words tsvector NOT NULL);
                 CREATE INDEX {table}_words ON {table} USING gin (words)"
            ),
            // Words only are asked for, never phrases: no places of words, no copy of the text.
            _ => format!(
                "CREATE TABLE {table} (seq integer NOT NULL PRIMARY KEY, record blob NOT NULL UNIQUE);
                 CREATE VIRTUAL TABLE {table}_words USING fts5 (words, content = '', contentless_delete = 1, \
                 detail = none, tokenize = 'unicode61 remove_diacritics 0')"
            ),
        };
        let connection = schema.get_connection();
        connection.execute_unprepared(&statements).await.map(drop)
    }

    /// Sets what a record is found by from now on; in the transaction of the act that writes the record.
    pub async fn put(
        &self,
        tx: &impl ConnectionTrait,
        record: Uuid,
        text: &str,
    ) -> Result<(), DbErr> {
        let (table, backend) = (self.table, tx.get_database_backend());
        let words: Vec<String> = of_text(text).into_iter().collect();
        let words = words.join(" ");
        if backend == DbBackend::Postgres {
            // The words are cut already: no parser of the server looks at them again.
            let put = format!(
                "INSERT INTO {table} (record, words) \
                 VALUES ($1, array_to_tsvector(array_remove(string_to_array($2, ' '), ''))) \
                 ON CONFLICT (record) DO UPDATE SET words = excluded.words"
            );
            let put = Statement::from_sql_and_values(backend, put, [record.into(), words.into()]);
            return tx.execute_raw(put).await.map(drop);
        }
        let seat = format!(
            "INSERT INTO {table} (record) VALUES ($1) \
             ON CONFLICT (record) DO UPDATE SET record = excluded.record RETURNING seq"
        );
        let seat = Statement::from_sql_and_values(backend, seat, [record.into()]);
        let seat = tx.query_one_raw(seat).await?;
        let seat = seat.ok_or_else(|| DbErr::RecordNotFound("the record's seat".to_owned()))?;
        let seq: i64 = seat.try_get_by_index(0)?;
        // A full-text table knows no conflict: what was there goes first.
        let gone = format!("DELETE FROM {table}_words WHERE rowid = $1");
        let gone = Statement::from_sql_and_values(backend, gone, [seq.into()]);
        tx.execute_raw(gone).await?;
        let put = format!("INSERT INTO {table}_words (rowid, words) VALUES ($1, $2)");
        let put = Statement::from_sql_and_values(backend, put, [seq.into(), words.into()]);
        tx.execute_raw(put).await.map(drop)
    }

    /// Records with every word of the question: a condition on `column`, the id of the record, such as `serve_case.id`.
    /// A question without a word asks for nothing in particular and finds all.
    pub fn with_all(&self, backend: DbBackend, column: &str, question: &str) -> Condition {
        self.with(backend, column, &of_question(question), Wanted::All)
    }

    /// For lists that the embedded database drives by what the words find: the `seq` of each record with every word of the
    /// question, as a statement with one value, and that value; none where the question has no word.
    pub fn found_by_all(&self, question: &str) -> Option<(String, String)> {
        let (table, words) = (self.table, of_question(question));
        let asked = (!words.is_empty()).then(|| asked(DbBackend::Sqlite, &words, Wanted::All))?;
        let found =
            format!("SELECT {table}_words.rowid FROM {table}_words WHERE {table}_words MATCH ?");
        Some((found, asked))
    }

    fn select(&self, backend: DbBackend) -> String {
        let table = self.table;
        match backend {
            DbBackend::Postgres => {
                format!("SELECT {table}.record FROM {table} WHERE {table}.words @@ $1::tsquery")
            }
            _ => format!(
                "SELECT {table}.record FROM {table}_words \
                 JOIN {table} ON {table}.seq = {table}_words.rowid WHERE {table}_words MATCH ?"
            ),
        }
    }

    /// Records with any of these words; none without a word.
    pub fn with_any(
        &self,
        backend: DbBackend,
        column: &str,
        words: &BTreeSet<String>,
    ) -> Condition {
        if words.is_empty() {
            return Condition::all().add(Expr::cust("1 = 0"));
        }
        self.with(backend, column, words, Wanted::Any)
    }

    fn with(
        &self,
        backend: DbBackend,
        column: &str,
        words: &BTreeSet<String>,
        wanted: Wanted,
    ) -> Condition {
        if words.is_empty() {
            return Condition::all();
        }
        let asked = asked(backend, words, wanted);
        let condition = format!("{column} IN ({})", self.select(backend));
        Condition::all().add(Expr::cust_with_values(condition, [asked]))
    }
}

/// The question in the index's own language. Words are letters and digits, so that quotes cannot be broken out of.
fn asked(backend: DbBackend, words: &BTreeSet<String>, wanted: Wanted) -> String {
    let is_postgres = backend == DbBackend::Postgres;
    let quote = if is_postgres { '\'' } else { '"' };
    let words: Vec<String> = words
        .iter()
        .map(|word| format!("{quote}{word}{quote}"))
        .collect();
    words.join(match (wanted, is_postgres) {
        (Wanted::All, true) => " & ",
        (Wanted::Any, true) => " | ",
        (Wanted::All, false) => " AND ",
        (Wanted::Any, false) => " OR ",
    })
}

#[cfg(test)]
mod tests;
