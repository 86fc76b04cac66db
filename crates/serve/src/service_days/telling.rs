//! Messages to those who signed up, where a gateway is set: the code, another day, a reminder, that it is cancelled.
//!
//! A job holds which sign-up and what about; the number is opened when it runs, and what is said is true then.
use super::{
    day::ServiceDay,
    project::{Project, ProjectId},
    sign_up::{self, CODE, SignUp, SignUpId},
    signing_up::project_and_day,
};
use crate::{sessions::quiet, words::texts};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use db::Tx;
use jobs::{Job, JobError, JobResult, NewJob};
use kernel::{Bilingual, EntryId};
use sea_orm::{DbErr, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use web::{App, JobKind, SmsError};

const TELL: &str = "serve.service_day.tell";
const REMIND: &str = "serve.service_day.remind";
/// How long before it begins people are reminded, in hours.
const REMINDED_HOURS: i64 = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    SignedUp,
    /// To this day.
    Moved(NaiveDate),
    Cancelled,
    /// For this day.
    Reminder(NaiveDate),
}

#[derive(Debug, Serialize, Deserialize)]
struct Message {
    sign_up: SignUpId,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
struct Reminder {
    project: ProjectId,
    day: NaiveDate,
    starts: i64,
}

/// Has somebody told. Part of the act that there is something to tell of.
pub(super) async fn tell(
    tx: &Tx,
    sign_up: SignUpId,
    what: What,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let key = format!("{sign_up} {what:?}");
    let message = json!(Message { sign_up, what });
    jobs::enqueue(tx, NewJob::new(TELL, key, message, now)).await?;
    Ok(())
}

/// Everybody who signed up and did not withdraw.
pub(super) async fn tell_all(
    tx: &Tx,
    project: ProjectId,
    what: What,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for one in sign_up::of_project(tx, project).await? {
        tell(tx, one.id, what, now).await?;
    }
    Ok(())
}

/// Wakes up a day before it begins, by day. Nothing to do when that is past: whoever signs up then knows.
pub(super) async fn remind(
    tx: &Tx,
    project: &Project,
    day: &ServiceDay,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let begins = project.starts_at(day);
    let at = quiet::after(begins - TimeDelta::hours(REMINDED_HOURS));
    if now < at {
        let payload = json!(Reminder {
            project: project.id,
            day: day.day,
            starts: project.starts,
        });
        let key = format!("{} {begins}", project.id);
        jobs::enqueue(tx, NewJob::new(REMIND, key, payload, now).at(at)).await?;
    }
    Ok(())
}

pub(crate) fn job_kinds() -> [JobKind; 2] {
    let tell = Bilingual::new("发送服务日短信", "Message about a service day");
    let remind = Bilingual::new("发送服务日提醒", "Reminders of a service day");
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
    let wanted: Reminder = serde_json::from_value(job.payload)?;
    let Ok((project, day)) = project_and_day(app.db.reader(), wanted.project).await else {
        return Ok(Value::Null);
    };
    let is_as_planned = day.day == wanted.day && project.starts == wanted.starts;
    if !app.telephones.are_reached() || !is_as_planned {
        return Ok(Value::Null);
    }
    let tx = app.db.begin().await?;
    tell_all(&tx, project.id, What::Reminder(day.day), app.clock.now()).await?;
    tx.commit().await?;
    Ok(json!({ "reminded": project.signed }))
}

async fn told(app: &App, job: Job) -> JobResult {
    let Message { sign_up, what } = serde_json::from_value(job.payload)?;
    let reader = app.db.reader();
    let found = sign_up::Entity::find_by_id(sign_up).one(reader).await?;
    let Some(found) = found.filter(|found| !found.withdrawn) else {
        return Ok(Value::Null);
    };
    let Ok((project, day)) = project_and_day(reader, found.project).await else {
        return Ok(Value::Null);
    };
    let now = app.clock.now();
    let phone = found.phone_in_full(&app.keys);
    let phone = phone.filter(|phone| phone.len() == 11 && phone.starts_with('1'));
    let (Some(phone), true) = (phone, is_true_now(&project, &day, what, now)) else {
        return Ok(Value::Null);
    };
    if !app.telephones.are_reached() {
        return Ok(Value::Null);
    }
    let at = quiet::after(now);
    if what != What::SignedUp && now < at && at < project.starts_at(&day) {
        let key = format!("{sign_up} {what:?} {at}");
        let payload = json!(Message { sign_up, what });
        let tx = app.db.begin().await?;
        jobs::enqueue(&tx, NewJob::new(TELL, key, payload, now).at(at)).await?;
        tx.commit().await?;
        return Ok(json!({ "later": at }));
    }
    let text = text(app, &found, &project, &day, what);
    match app
        .telephones
        .send(&job.id.to_string(), &phone, &text)
        .await
    {
        Ok(()) => Ok(json!({ "sent": true })),
        Err(SmsError::Refused(status)) => Err(JobError::Refused(json!(status.as_u16()))),
        Err(error) => Err(JobError::failed(error)),
    }
}

/// Whether it still is as the message would say.
fn is_true_now(project: &Project, day: &ServiceDay, what: What, now: DateTime<Utc>) -> bool {
    let is_cancelled = project.cancelled_on.is_some();
    let is_said = match what {
        What::Cancelled => is_cancelled,
        What::SignedUp => !is_cancelled,
        What::Moved(to) | What::Reminder(to) => !is_cancelled && day.day == to,
    };
    is_said && now < project.starts_at(day)
}

fn text(app: &App, found: &SignUp, project: &Project, day: &ServiceDay, what: What) -> String {
    let t = texts(app.settings.lang);
    let code = CODE.made(&app.keys, EntryId(found.id.0));
    let when = format!("{} {}", day.day, project.span());
    let (title, place) = (&project.title, &project.place);
    match what {
        What::SignedUp => t.service_day_sms_signed_up(title, when, place, code),
        What::Moved(_) => t.service_day_sms_moved(title, when, place, code),
        What::Reminder(_) => t.service_day_sms_reminder(title, when, place, code),
        What::Cancelled => t.service_day_sms_cancelled(title, &project.cancel_reason),
    }
}
