//! Opening a database from its address.
use crate::{group::Writer, tx::Tx};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, TransactionTrait};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use std::{path::Path, sync::Arc, time::Duration};

/// Connections that read at the same time from an embedded database.
const SQLITE_READERS_MAX: u32 = 6;
/// Connections to PostgreSQL from one copy of the program: for acts, and for reading. They are apart because an act under
/// way may have to read: if acts that wait for it held every connection, none of them could go on.
const POSTGRES_WRITERS_MAX: u32 = 14;
const POSTGRES_READERS_MAX: u32 = 10;
/// Bytes of the embedded database that are mapped into memory.
const SQLITE_MAPPED_BYTES: &str = "268435456";
/// Page cache of one embedded connection that reads, in KiB (negative means KiB to SQLite).
const SQLITE_CACHE: &str = "-8192";
/// Page cache of the writer: balances and indexes are written all over the file, and a page that was put out has to come back.
const SQLITE_WRITER_CACHE: &str = "-131072";
/// Pages in the write-ahead log before they are carried over into the file (64 MB): a page that many acts change is carried
/// over once for all of them.
const SQLITE_CHECKPOINT_PAGES: &str = "16384";
/// Rows that the database's thread may be ahead of their reader: few handings over for many rows.
const SQLITE_ROWS_AHEAD: usize = 1024;

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the address of the database must begin with sqlite: or postgres:, not `{0}`")]
    UnknownKind(String),
    #[error("cannot open the database")]
    Database(#[from] DbErr),
}

/// An open database: a pool to read from and the one way to write.
#[derive(Clone)]
pub struct Db {
    reader: DatabaseConnection,
    writer: Writers,
}

/// How acts are written.
#[derive(Clone)]
enum Writers {
    /// SQLite: one connection, on which acts take turns.
    Group(Arc<Writer>),
    /// PostgreSQL: a pool of its own.
    Pool(DatabaseConnection),
}

impl Db {
    /// Opens `sqlite:<path>` (made if missing) or `postgres://…`.
    pub async fn open(url: &str) -> Result<Db, OpenError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            Ok(Self::open_sqlite(Path::new(path)).await?)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let pool = |connections| {
                let mut options = ConnectOptions::new(url);
                options.sqlx_logging(false).max_connections(connections);
                Database::connect(options)
            };
            Ok(Db {
                reader: pool(POSTGRES_READERS_MAX).await?,
                writer: Writers::Pool(pool(POSTGRES_WRITERS_MAX).await?),
            })
        } else {
            Err(OpenError::UnknownKind(url.chars().take(12).collect()))
        }
    }

    async fn open_sqlite(path: &Path) -> Result<Db, DbErr> {
        // The writer comes first: it makes the file and turns on the write-ahead log.
        let writer = Database::connect(sqlite_options(path, 1, false)).await?;
        let reader = Database::connect(sqlite_options(path, SQLITE_READERS_MAX, true)).await?;
        let writer = Writers::Group(Writer::start(writer, reader.clone()));
        Ok(Db { reader, writer })
    }

    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// The pool for reading.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Begins an act. On SQLite the caller now holds the only writer: do nothing slow before [`Tx::commit`].
    /// Dropping the transaction takes the act back.
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        match &self.writer {
            Writers::Group(writer) => Tx::in_group(writer).await,
            Writers::Pool(pool) => Ok(Tx::alone(pool.begin().await?)),
        }
    }

    /// The writer's own connection, when nothing is under way on it.
    pub(crate) async fn writer_connection(&self) -> DatabaseConnection {
        match &self.writer {
            Writers::Group(writer) => writer.connection().await,
            Writers::Pool(pool) => pool.clone(),
        }
    }

    /// Closes all connections; waits for what is under way.
    pub async fn close(self) -> Result<(), DbErr> {
        match &self.writer {
            Writers::Group(writer) => writer.close().await?,
            Writers::Pool(pool) => pool.clone().close().await?,
        }
        self.reader.close().await
    }
}

fn sqlite_options(path: &Path, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .sqlx_logging(false)
        .max_connections(connections)
        .min_connections(1)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(30));
    let path = path.to_owned();
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .filename(&path)
            .in_memory(false)
            .shared_cache(false)
            .create_if_missing(!read_only)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(512)
            .pragma("recursive_triggers", "on")
            .pragma("mmap_size", SQLITE_MAPPED_BYTES)
            .pragma("temp_store", "memory")
            .row_buffer_size(SQLITE_ROWS_AHEAD);
        if read_only {
            sqlite
                .pragma("cache_size", SQLITE_CACHE)
                .pragma("query_only", "on")
        } else {
            sqlite
                .pragma("cache_size", SQLITE_WRITER_CACHE)
                .pragma("wal_autocheckpoint", SQLITE_CHECKPOINT_PAGES)
        }
    });
    options
}
