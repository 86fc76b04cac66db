//! Filling an empty database with rows that were kept elsewhere, on either kind of database.
//!
//! Always true: until [`Filling::finish`] has returned, nobody can take what is there for a whole database. On SQLite it is a
//! file under another name; on PostgreSQL a table marks it as unfinished, and [`Db::migrate`] refuses to go on with it.
mod postgres;
mod sqlite;

pub(crate) use postgres::UNFINISHED;

use crate::{Cell, Db, Migrations, OpenError, Table};
use sea_orm::{DbBackend, DbErr};
use std::collections::BTreeSet;
use tokio::sync::mpsc::Receiver;

/// Rows on their way, some at a time.
pub type Batches = Receiver<Vec<Vec<Cell>>>;

#[derive(Debug, thiserror::Error)]
pub enum FillError {
    #[error("the database holds {0} tables already")]
    NotEmpty(i64),
    #[error("the rows were made by a newer program: it knows `{0}`, this one does not")]
    Newer(String),
    #[error("the table `{table}` has no column `{column}`")]
    UnknownColumn { table: String, column: String },
    #[error("the table `{0}` is not known")]
    UnknownTable(String),
    #[error("rows of `{table}` cannot be written")]
    Rows { table: String, source: sqlx::Error },
    #[error("{0} rows name others that are not there")]
    Dangling(usize),
    #[error("cannot fill the database")]
    Sqlx(#[from] sqlx::Error),
    #[error("cannot fill the database")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Open(#[from] OpenError),
}

enum Kind {
    Sqlite(sqlite::Sqlite),
    Postgres(Box<postgres::Postgres>),
}

/// A database that is being filled.
pub struct Filling {
    kind: Kind,
    tables: Vec<Table>,
    url: String,
}

impl Filling {
    /// Begins in an empty database, with its tables as the migrations named `done` made them.
    pub async fn begin(
        url: &str,
        migrations: &Migrations,
        done: &[String],
    ) -> Result<Filling, FillError> {
        let done: BTreeSet<&str> = done.iter().map(String::as_str).collect();
        let known: BTreeSet<&str> = migrations.iter().map(|one| one.name()).collect();
        if let Some(newer) = done.difference(&known).next() {
            return Err(FillError::Newer((*newer).to_owned()));
        }
        let db = Db::open(url).await?;
        let is_sqlite = url.starts_with("sqlite:");
        if is_sqlite {
            sqlite::require_empty(&db).await?;
        } else {
            postgres::mark_unfinished(&db).await?;
        }
        db.migrate_some(migrations, &done).await?;
        let tables = crate::tables(db.reader()).await?;
        db.close().await?;
        let kind = if is_sqlite {
            Kind::Sqlite(sqlite::Sqlite::begin(url, &tables).await?)
        } else {
            Kind::Postgres(Box::new(postgres::Postgres::begin(url, &tables).await?))
        };
        Ok(Filling {
            kind,
            tables,
            url: url.to_owned(),
        })
    }

    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Writes all rows of one table; `columns` says in which order values stand. Answers with how many there were.
    pub async fn fill(
        &mut self,
        table: &str,
        columns: &[String],
        batches: &mut Batches,
    ) -> Result<u64, FillError> {
        let found = self.tables.iter().find(|known| known.name == table);
        let table = found.ok_or_else(|| FillError::UnknownTable(table.to_owned()))?;
        let mut kinds = Vec::with_capacity(columns.len());
        for column in columns {
            let found = table.columns.iter().find(|known| known.name == *column);
            let found = found.ok_or_else(|| FillError::UnknownColumn {
                table: table.name.clone(),
                column: column.clone(),
            })?;
            kinds.push(found.kind.as_str());
        }
        let written = match &mut self.kind {
            Kind::Sqlite(sqlite) => sqlite.fill(&table.name, columns, batches).await,
            Kind::Postgres(postgres) => postgres.fill(&table.name, columns, &kinds, batches).await,
        };
        written.map_err(|source| FillError::Rows {
            table: table.name.clone(),
            source,
        })
    }

    /// Makes it a whole database: indexes, references, numbers that go on where they stood, what migrations of this program
    /// add to it, and what `derive` makes out of its rows.
    pub async fn finish(
        self,
        serials: &[(String, String, i64)],
        migrations: &Migrations,
        derive: impl AsyncFnOnce(&Db) -> Result<(), DbErr>,
    ) -> Result<(), FillError> {
        match self.kind {
            Kind::Sqlite(sqlite) => sqlite.finish(serials).await?,
            Kind::Postgres(postgres) => postgres.finish(serials).await?,
        }
        let db = Db::open(&self.url).await?;
        db.migrate_all(migrations).await?;
        derive(&db).await?;
        if db.backend() == DbBackend::Postgres {
            postgres::unmark(&db).await?;
        }
        Ok(db.close().await?)
    }
}

fn quoted_list(names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| crate::tables::quoted(name))
        .collect();
    names.join(", ")
}
