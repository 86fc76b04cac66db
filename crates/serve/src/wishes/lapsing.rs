//! Wishes that were lit and not fulfilled in time go back to the wall, so that others can fulfil them.
use super::{
    acting::{ActError, advance, back_on_the_wall},
    making::SUBJECT,
    store::{self, WishId},
    wish::{LIT_DAYS_MAX, State},
};
use chrono::{Days, NaiveDate, NaiveTime, Utc};
use jobs::{Job, JobError, JobResult, NewJob};
use kernel::{Actor, Bilingual, EntryId, zone};
use ledger::{Book, NewEntry, Subject};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use web::{App, JobKind};

pub const LAPSED: &str = "serve.wish.lapsed";
const JOB: &str = "serve.wish.lapse";

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    wish: WishId,
    lit: EntryId,
}

/// Wakes up on the day after the last one.
pub(super) fn job(
    wish: WishId,
    lit: EntryId,
    last_day: NaiveDate,
    now: chrono::DateTime<Utc>,
) -> NewJob {
    let next = last_day + Days::new(1);
    let morning = next.and_time(NaiveTime::MIN).and_local_timezone(zone());
    let morning = morning.single().expect("a fixed offset has no gaps");
    let payload = json!(Payload { wish, lit });
    NewJob::new(JOB, lit, payload, now).at(morning.with_timezone(&Utc))
}

pub(crate) fn job_kind() -> JobKind {
    let title = Bilingual::new("到期心愿退回心愿墙", "Lapsed wishes back on the wall");
    JobKind::new(JOB, title, async |app: App, job: Job, _| {
        run(&app, job).await
    })
}

async fn run(app: &App, job: Job) -> JobResult {
    let Payload { wish, lit } = serde_json::from_value(job.payload)?;
    match lapse(&app.book, wish, lit).await {
        Ok(has_lapsed) => Ok(json!({ "lapsed": has_lapsed })),
        // Somebody acted on it just now: look again at how it stands.
        Err(error) => Err(JobError::failed(error)),
    }
}

/// Puts the wish back if it is still lit by this act and its time is up. Doing it again changes nothing. Says whether it did.
pub async fn lapse(book: &Book, wish: WishId, lit: EntryId) -> Result<bool, ActError> {
    let found = store::find(book.db().reader(), wish).await?;
    let wish = found.ok_or(ActError::NoSuchWish)?;
    let today = book.clock().today();
    let is_over = wish.lapses_on.is_some_and(|last| last < today);
    if wish.state != State::Lit || wish.lit_entry != Some(lit) || !is_over {
        return Ok(false);
    }
    let id = EntryId(Uuid::new_v5(&lit.0, b"lapsed"));
    let unit = wish.lit_unit.unwrap_or(wish.unit);
    let entry = NewEntry::new(id, LAPSED, Subject::new(SUBJECT, wish.id), unit, today);
    let entry = entry.because(format!("点亮后 {LIT_DAYS_MAX} 天内没有完成，退回心愿墙。"));
    let tx = book.db().begin().await?;
    advance(&tx, &wish, back_on_the_wall()).await?;
    ledger::correct(&tx, book, &Actor::operator(), lit, &entry).await?;
    tx.commit().await?;
    Ok(true)
}
