//! Throw-away databases of both kinds.
//!
//! PostgreSQL is the one named by `LUODI_TEST_POSTGRES` (started by `cargo xtask test`); without it, a server of our own is
//! started once for this process. Nothing is skipped: where PostgreSQL is not installed, tests fail and say how to get it.
mod postgres;

use crate::{Db, Migrations};
use std::{
    panic::AssertUnwindSafe,
    sync::atomic::{AtomicU32, Ordering},
};

use futures::FutureExt;

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// Runs `test` on a fresh SQLite database, then on a fresh PostgreSQL database.
pub async fn on_both(migrations: fn() -> Migrations, test: impl AsyncFn(Db)) {
    on_both_raw(async |db| {
        db.migrate(&migrations()).await.expect("the migrations run");
        test(db).await;
    })
    .await;
}

/// Like [`on_both`], on databases in which nothing has been made yet.
pub async fn on_both_raw(test: impl AsyncFn(Db)) {
    on_both_addresses(async |address| {
        let db = Db::open(address).await.expect("the database opens");
        test(db).await;
    })
    .await;
}

/// Like [`on_both_raw`], for tests that open the database themselves, and in other processes too.
pub async fn on_both_addresses(test: impl AsyncFn(&str)) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let address = format!("sqlite:{}", folder.path().join("test.db").display());
    named("SQLite", test(&address)).await;

    let server = postgres::server().await;
    let name = format!(
        "t{}_{}",
        std::process::id(),
        DATABASES.fetch_add(1, Ordering::Relaxed)
    );
    server.make_database(&name).await;
    named("PostgreSQL", test(&server.url(&name))).await;
    server.drop_database(&name).await;
}

/// Says on which database a test failed.
async fn named(kind: &str, test: impl Future<Output = ()>) {
    if let Err(panic) = AssertUnwindSafe(test).catch_unwind().await {
        eprintln!("… on {kind}");
        std::panic::resume_unwind(panic);
    }
}
