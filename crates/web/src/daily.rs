//! Work that comes by itself each day. Any number of copies may ask for it: of one day and kind there is one job.
use crate::App;
use kernel::zone;
use sea_orm::DbErr;

/// Puts what is due today into the queue, each kind not before its time of day.
pub async fn enqueue_daily(app: &App) -> Result<(), DbErr> {
    let now = app.clock.now();
    let today = app.clock.today();
    let kinds = app.domains.iter().flat_map(|domain| &domain.jobs);
    let tx = app.db.begin().await?;
    for kind in kinds {
        let Some(time) = kind.daily_at else {
            continue;
        };
        let at = today.and_time(time).and_local_timezone(zone());
        let at = at.single().map_or(now, |at| at.to_utc());
        let job = jobs::NewJob::new(kind.kind, today, serde_json::Value::Null, now).at(at);
        jobs::enqueue(&tx, job).await?;
    }
    tx.commit().await
}
