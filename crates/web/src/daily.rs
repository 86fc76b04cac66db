//! Work of each day: a job whose key is the day, so that many copies of the program and many starts make one.
use crate::App;
use jobs::NewJob;
use sea_orm::DbErr;
use serde_json::Value;

/// Enqueues what the domains do once a day. Safe to repeat.
pub async fn enqueue_daily(app: &App) -> Result<(), DbErr> {
    let (now, today) = (app.clock.now(), app.clock.today());
    let tx = app.db.begin().await?;
    for kind in app.domains.iter().flat_map(|domain| &domain.daily) {
        jobs::enqueue(&tx, NewJob::new(kind, today, Value::Null, now)).await?;
    }
    tx.commit().await
}
