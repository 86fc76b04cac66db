//! Messages about a booking, where a gateway is set: the code, a place in the waiting list that became a place, a reminder.
//!
//! A job holds which booking and what about; the number is opened when it runs, and what is said is true then.
use super::{
    booking::{self, CODE, PlaceBooking, PlaceId, State},
    quiet,
    session::{self, Session, SessionId, Slot, slot},
};
use crate::words::texts;
use chrono::{DateTime, TimeDelta, Utc};
use db::Tx;
use jobs::{Job, JobError, JobResult, NewJob};
use kernel::{Bilingual, EntryId};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use web::{App, JobKind, SmsError};

const TELL: &str = "serve.session.tell";
const REMIND: &str = "serve.session.remind";
/// How long before it begins people are reminded, in hours.
const REMINDED_HOURS: i64 = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    Booked,
    Waiting,
    MovedUp,
    Reminder,
    CalledOff,
    /// When or where it is was corrected.
    Changed,
}

#[derive(Debug, Serialize, Deserialize)]
struct Message {
    booking: PlaceId,
    what: What,
}

/// Has somebody told. Part of the act that there is something to tell of.
pub(super) async fn tell(
    tx: &Tx,
    booking: PlaceId,
    what: What,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let key = format!("{booking} {what:?}");
    let message = json!(Message { booking, what });
    jobs::enqueue(tx, NewJob::new(TELL, key, message, now)).await?;
    Ok(())
}

/// Has somebody told that another time or place is the right one; once for each correction.
pub(super) async fn tell_changed(
    tx: &Tx,
    booking: PlaceId,
    correction: EntryId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let what = What::Changed;
    let key = format!("{booking} {what:?} {correction}");
    let message = json!(Message { booking, what });
    jobs::enqueue(tx, NewJob::new(TELL, key, message, now)).await?;
    Ok(())
}

/// Wakes up a day before the session begins, by day. Nothing to do when that is past: whoever books then knows.
pub(super) async fn remind(
    tx: &Tx,
    session: SessionId,
    begins: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let at = quiet::after(begins - TimeDelta::hours(REMINDED_HOURS));
    if now < at {
        // Its time may be corrected: then it wakes up again, and whoever was reminded is not told twice.
        let key = format!("{session} {begins}");
        let job = NewJob::new(REMIND, key, json!(session), now);
        jobs::enqueue(tx, job.at(at)).await?;
    }
    Ok(())
}

pub(crate) fn job_kinds() -> [JobKind; 2] {
    let tell = Bilingual::new("发送预约短信", "Message about a booking");
    let remind = Bilingual::new("发送服务提醒", "Reminders of a session");
    [
        JobKind::new(TELL, tell, async |app: App, job: Job, _| {
            told(&app, job).await
        }),
        JobKind::new(REMIND, remind, async |app: App, job: Job, _| {
            reminded(&app, job).await
        }),
    ]
}

async fn reminded(app: &App, job: Job) -> JobResult {
    let session: SessionId = serde_json::from_value(job.payload)?;
    if !app.telephones.are_reached() {
        return Ok(Value::Null);
    }
    let booked = booking::Entity::find()
        .filter(booking::Column::Session.eq(session))
        .filter(booking::Column::State.eq(State::Booked))
        .filter(booking::Column::Phone.is_not_null());
    let booked = booked.all(app.db.reader()).await?;
    let tx = app.db.begin().await?;
    for booking in &booked {
        tell(&tx, booking.id, What::Reminder, app.clock.now()).await?;
    }
    tx.commit().await?;
    Ok(json!({ "reminded": booked.len() }))
}

async fn told(app: &App, job: Job) -> JobResult {
    let Message { booking, what } = serde_json::from_value(job.payload)?;
    let Some((booking, session, slot)) = load(app, booking).await? else {
        return Ok(Value::Null);
    };
    let now = app.clock.now();
    let phone = booking.phone_in_full(&app.keys);
    let phone = phone.filter(|phone| is_mobile(phone));
    let (Some(phone), true) = (phone, is_true_now(&booking, &session, &slot, what, now)) else {
        return Ok(Value::Null);
    };
    if !app.telephones.are_reached() {
        return Ok(Value::Null);
    }
    let can_wait = !matches!(what, What::Booked | What::Waiting);
    let at = quiet::after(now);
    if can_wait && now < at && at < slot.starts_at {
        let key = format!("{} {what:?} {at}", booking.id);
        let payload = json!(Message {
            booking: booking.id,
            what
        });
        let tx = app.db.begin().await?;
        jobs::enqueue(&tx, NewJob::new(TELL, key, payload, now).at(at)).await?;
        tx.commit().await?;
        return Ok(json!({ "later": at }));
    }
    let text = text(app, &booking, &session, &slot, what);
    let key = job.id.to_string();
    match app.telephones.send(&key, &phone, &text).await {
        Ok(()) => Ok(json!({ "sent": true })),
        Err(SmsError::Refused(status)) => Err(JobError::Refused(json!(status.as_u16()))),
        Err(error) => Err(JobError::failed(error)),
    }
}

async fn load(app: &App, id: PlaceId) -> Result<Option<(PlaceBooking, Session, Slot)>, DbErr> {
    let reader = app.db.reader();
    let Some(booking) = booking::Entity::find_by_id(id).one(reader).await? else {
        return Ok(None);
    };
    let session = session::find(reader, booking.session).await?;
    let slot = slot::Entity::find_by_id(booking.slot).one(reader).await?;
    Ok(session
        .zip(slot)
        .map(|(session, slot)| (booking, session, slot)))
}

/// Whether it still is as the message would say.
fn is_true_now(
    booking: &PlaceBooking,
    session: &Session,
    slot: &Slot,
    what: What,
    now: DateTime<Utc>,
) -> bool {
    let is_off = session.called_off_on.is_some();
    if is_off || what == What::CalledOff {
        let still = booking.state != State::Cancelled && now < slot.starts_at;
        return is_off && what == What::CalledOff && still;
    }
    if what == What::Changed {
        return booking.state != State::Cancelled && now < slot.starts_at;
    }
    let state = match what {
        What::Waiting => State::Waiting,
        _ => State::Booked,
    };
    booking.state == state && now < slot.starts_at
}

/// Messages reach mobile numbers only.
fn is_mobile(phone: &str) -> bool {
    phone.len() == 11 && phone.starts_with('1')
}

fn text(app: &App, booking: &PlaceBooking, session: &Session, slot: &Slot, what: What) -> String {
    let lang = app.settings.lang;
    let t = texts(lang);
    let code = CODE.made(&app.keys, EntryId(booking.id.0));
    let when = format!("{} {}", session.day, session::span(slot));
    let (title, place) = (session.title(lang), &session.place);
    match what {
        What::Booked => t.session_sms_booked(title, when, place, code),
        What::Waiting => t.session_sms_waiting(title, when, code),
        What::MovedUp => t.session_sms_moved_up(title, when, place, code),
        What::Reminder => t.session_sms_reminder(title, when, place, code),
        What::Changed => t.session_sms_changed(title, when, place, code),
        What::CalledOff => t.session_sms_called_off(title, when, &session.call_off_reason),
    }
}
