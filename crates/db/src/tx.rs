//! A writing transaction: what an act holds while it writes.
use crate::group::{Turn, Writer};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};

/// An act under way. Use it wherever a connection is wanted; drop it to take the act back.
pub struct Tx {
    inner: Inner,
}

enum Inner {
    /// SQLite: a turn on the one writer.
    InGroup(Turn),
    /// PostgreSQL: a transaction of its own.
    Alone(DatabaseTransaction),
}

impl Tx {
    pub(crate) async fn in_group(writer: &Writer) -> Result<Tx, DbErr> {
        Ok(Tx {
            inner: Inner::InGroup(writer.turn().await?),
        })
    }

    pub(crate) fn alone(transaction: DatabaseTransaction) -> Tx {
        Tx {
            inner: Inner::Alone(transaction),
        }
    }

    /// Ends the act. When this returns `Ok`, the act is on disk.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self.inner {
            Inner::InGroup(turn) => turn.commit().await,
            Inner::Alone(transaction) => transaction.commit().await,
        }
    }

    fn connection(&self) -> &DatabaseTransaction {
        match &self.inner {
            Inner::InGroup(turn) => turn.group().connection(),
            Inner::Alone(transaction) => transaction,
        }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.connection().get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.connection().execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.connection().execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.connection().query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.connection().query_all_raw(statement).await
    }
}
