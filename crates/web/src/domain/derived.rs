use db::Db;
use futures::{FutureExt, future::BoxFuture};
use sea_orm::DbErr;

/// A table that holds nothing but what follows from others, and differs between the two databases: an index of words. It is
/// in no backup, and made anew from the rows that are.
#[derive(Debug, Clone, Copy)]
pub struct Derived {
    pub table: &'static str,
    pub fill: fn(Db) -> BoxFuture<'static, Result<(), DbErr>>,
}

impl Derived {
    pub async fn fill(&self, db: &Db) -> Result<(), DbErr> {
        (self.fill)(db.clone()).boxed().await
    }
}
