//! Each night: what has been kept long enough is cleared, one record and one entry at a time.
use super::rule::{self, Thing};
use crate::{cases, pairings, service_days, sessions, visits, wishes};
use chrono::NaiveDate;
use db::Tx;
use jobs::{JobError, JobResult};
use kernel::{Actor, Bilingual, EntryId, UnitId};
use ledger::{NewEntry, Subject};
use sea_orm::{
    ConnectionTrait, DbErr, ExprTrait, Statement,
    sea_query::{Expr, Query, SelectStatement},
};
use serde_json::json;
use uuid::Uuid;
use web::{App, JobKind};

const KIND: &str = "serve.purge";
/// Records that are cleared in one transaction, so that people at work never wait long for the writer.
const BATCH: u64 = 200;

pub(crate) const CASE_PURGED: &str = "serve.case.purged";
pub(crate) const WISH_PURGED: &str = "serve.wish.purged";
pub(crate) const SIGN_UP_PURGED: &str = "serve.service_project.names_purged";
pub(crate) const PAIRING_PURGED: &str = "serve.pairing.purged";
pub(crate) const VISIT_PURGED: &str = "serve.visit.purged";
pub(crate) const BOOKING_PURGED: &str = "serve.session.booking_purged";

/// At half past two, when nobody waits for the writer.
pub(crate) fn job() -> JobKind {
    let title = Bilingual::new("清除到期的个人信息", "Clearing personal data");
    JobKind::new(KIND, title, async |app, _, _| run(app).await).daily_at(2, 30)
}

/// What goes wrong with one sort of thing keeps none of the others; the job then goes wrong all the same, and is tried again.
async fn run(app: App) -> JobResult {
    let (mut cleared, mut wrong) = (0, None);
    for thing in Thing::ALL {
        match purge_all(&app, *thing).await {
            Ok(some) => cleared += some,
            Err(error) => wrong = wrong.or(Some(error)),
        }
    }
    match wrong {
        Some(error) => Err(error),
        None => Ok(json!({ "cleared": cleared })),
    }
}

async fn purge_all(app: &App, thing: Thing) -> Result<usize, JobError> {
    let today = app.clock.today();
    let rule = rule::on(app.db.reader(), thing, today).await?;
    let mut cleared = 0;
    while let batch @ 1.. = purge(app, thing, rule.cleared_before(today)).await? {
        cleared += batch;
    }
    Ok(cleared)
}

/// A record that has been kept long enough.
pub(crate) struct Due {
    pub(crate) id: Uuid,
    pub(crate) unit: UnitId,
    /// What its entries are about.
    pub(crate) subject: Subject,
}

/// Ids of what has been cleared.
pub(crate) fn purged(thing: Thing) -> SelectStatement {
    let of_thing = Expr::col("thing").eq(thing.code());
    let mut select = Query::select();
    select.column("id").from("serve_purged").and_where(of_thing);
    select
}

/// Clears up to [`BATCH`] records; says how many.
async fn purge(app: &App, thing: Thing, before: NaiveDate) -> Result<usize, JobError> {
    let tx = app.db.begin().await?;
    let due = match thing {
        Thing::Case => cases::purge::due(&tx, before, BATCH).await?,
        Thing::Booking => sessions::purge::due(&tx, before, BATCH).await?,
        Thing::Wish => wishes::purge::due(&tx, before, BATCH).await?,
        Thing::SignUp => service_days::purge::due(&tx, before, BATCH).await?,
        Thing::Pairing => pairings::purge::due(&tx, before, BATCH).await?,
        Thing::Visit => visits::purge::due(&tx, before, BATCH).await?,
    };
    let today = app.clock.today();
    for one in &due {
        let kind = match thing {
            Thing::Case => {
                cases::purge::clear(&tx, one.id).await?;
                CASE_PURGED
            }
            Thing::Booking => {
                sessions::purge::clear(&tx, &app.keys, one.id).await?;
                BOOKING_PURGED
            }
            Thing::Wish => {
                wishes::purge::clear(&tx, &app.keys, one.id).await?;
                WISH_PURGED
            }
            Thing::SignUp => {
                service_days::purge::clear(&tx, &app.keys, one.id).await?;
                SIGN_UP_PURGED
            }
            Thing::Pairing => {
                pairings::purge::clear(&tx, &app.keys, one.id).await?;
                PAIRING_PURGED
            }
            Thing::Visit => {
                visits::purge::clear(&tx, &app.keys, one.id).await?;
                VISIT_PURGED
            }
        };
        mark(&tx, thing, one.id, today).await?;
        let id = EntryId(Uuid::new_v5(&one.id, KIND.as_bytes()));
        let entry = NewEntry::new(id, kind, one.subject.clone(), one.unit, today);
        ledger::append(&tx, &app.book, &Actor::operator(), &entry)
            .await
            .map_err(JobError::failed)?;
    }
    tx.commit().await?;
    Ok(due.len())
}

async fn mark(tx: &Tx, thing: Thing, id: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    const INSERT: &str = "INSERT INTO serve_purged (thing, id, on_day) VALUES ($1, $2, $3)";
    let values = [thing.code().into(), id.into(), today.into()];
    let insert = Statement::from_sql_and_values(tx.get_database_backend(), INSERT, values);
    tx.execute_raw(insert).await.map(drop)
}
