use super::{HOURS_MAX, PERSON, SEEN_EVERY_SECONDS};
use crate::App;
use chrono::{DateTime, TimeDelta, Utc};
use db::Db;
use kernel::Clock;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc, time::Duration};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

pub mod session {
    use chrono::{DateTime, Utc};
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "web_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id_hash: String,
        /// Copied from `data`, so that all sessions of a person can be ended.
        pub person: Option<PersonId>,
        pub data: Json,
        pub made_at: DateTime<Utc>,
        pub seen_at: DateTime<Utc>,
    }
    #[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How long a request waits to write down that its session was used.
const SEEN_WAIT: Duration = Duration::from_millis(500);

/// Keeps sessions in our own database and by our own clock.
#[derive(Clone)]
pub(crate) struct Store {
    db: Db,
    clock: Arc<dyn Clock>,
    idle: TimeDelta,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

impl Store {
    pub(crate) fn new(app: &App) -> Store {
        Store {
            db: app.db.clone(),
            clock: app.clock.clone(),
            idle: app.settings.idle(),
        }
    }

    pub(super) fn is_over(&self, row: &session::Model, now: DateTime<Utc>) -> bool {
        row.made_at + TimeDelta::hours(HOURS_MAX) <= now || row.seen_at + self.idle <= now
    }

    /// Notes that the session was used, at most once a minute.
    async fn see(
        &self,
        row: &session::Model,
        now: DateTime<Utc>,
    ) -> std::result::Result<(), DbErr> {
        if now < row.seen_at + TimeDelta::seconds(SEEN_EVERY_SECONDS) {
            return Ok(());
        }
        let tx = self.db.begin().await?;
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::IdHash.eq(&*row.id_hash))
            .exec(&tx)
            .await?;
        tx.commit().await
    }

    async fn write(&self, record: &Record) -> std::result::Result<(), WriteError> {
        let now = self.clock.now();
        let person = record.data.get(PERSON).and_then(|person| person.as_i64());
        let row = session::ActiveModel {
            id_hash: Set(hash(&record.id)),
            person: Set(person.map(kernel::PersonId)),
            data: Set(serde_json::to_value(&record.data)?),
            made_at: Set(now),
            seen_at: Set(now),
        };
        let already_there = OnConflict::column(session::Column::IdHash)
            .update_columns([session::Column::Person, session::Column::Data])
            .to_owned();
        let tx = self.db.begin().await?;
        session::Entity::insert(row)
            .on_conflict(already_there)
            .exec_without_returning(&tx)
            .await?;
        // Whoever opens a session sweeps out those that are over.
        session::Entity::delete_many()
            .filter(
                session::Column::MadeAt
                    .lte(now - TimeDelta::hours(HOURS_MAX))
                    .or(session::Column::SeenAt.lte(now - self.idle)),
            )
            .exec(&tx)
            .await?;
        Ok(tx.commit().await?)
    }
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // 128 random bits do not meet twice.
        self.write(record).await.map_err(backend)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.write(record).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = session::Entity::find_by_id(hash(id))
            .one(self.db.reader())
            .await
            .map_err(backend)?;
        let now = self.clock.now();
        let Some(row) = row.filter(|row| !self.is_over(row, now)) else {
            return Ok(None);
        };
        // While a long act holds the only writer, people go on reading; the next request tries again.
        if let Ok(seen) = tokio::time::timeout(SEEN_WAIT, self.see(&row, now)).await {
            seen.map_err(backend)?;
        }
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_value(row.data).map_err(backend)?,
            expiry_date: never(),
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let deleted = async {
            let tx = self.db.begin().await?;
            session::Entity::delete_by_id(hash(id)).exec(&tx).await?;
            tx.commit().await
        };
        deleted.await.map_err(backend)
    }
}

/// The session layer's own idea of an end, which we do not use: see [`Store::is_over`].
pub(super) fn never() -> time::OffsetDateTime {
    time::PrimitiveDateTime::MAX.assume_utc()
}

pub(super) fn hash(id: &Id) -> String {
    use std::fmt::Write;
    Sha256::digest(id.0.to_le_bytes())
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[derive(Debug, thiserror::Error)]
enum WriteError {
    #[error("database")]
    Database(#[from] DbErr),
    #[error("session data")]
    Data(#[from] serde_json::Error),
}

fn backend(error: impl std::error::Error) -> Error {
    let source = error.source().map(ToString::to_string);
    Error::Backend(format!("{error} {}", source.unwrap_or_default()))
}
