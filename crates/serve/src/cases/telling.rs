//! Whoever asked hears of the result, where a gateway is set: the one who brought the case, those who joined it, and those whose
//! case was merged into it.
//!
//! A job holds which case and what about; numbers are opened when it runs, and nothing is said that is true no more.
use super::{
    case::State,
    store::{self, Case, CaseId, PHONE, asker},
};
use crate::{sessions::quiet, words::texts};
use db::Tx;
use jobs::{Job, JobError, JobResult, NewJob};
use kernel::{Bilingual, EntryId};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::HashSet;
use web::{App, JobKind, SmsError};

/// Finds out who asked, and has each of them told.
const TELL: &str = "serve.case.tell";
const SEND: &str = "serve.case.send";
/// Cases that were merged into one, with those merged into them.
const MERGED_MAX: usize = 1_000;

super::case::codes! {
    /// What there is to hear.
    News {
        Refused = "refused",
        Answered = "answered",
        Closed = "closed",
    }
}

impl News {
    fn is_true_of(self, case: &Case) -> bool {
        match self {
            News::Refused => case.state() == State::Refused,
            News::Answered => case.state() == State::Answered,
            News::Closed => case.state() == State::Closed,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Message {
    case: CaseId,
    news: String,
    /// The act by which somebody asked: raised or joined.
    asked: Option<EntryId>,
}

/// Has everybody told who asked. Part of the act that there is to hear of.
pub(super) async fn tell(
    tx: &Tx,
    (act, case): (EntryId, CaseId),
    news: News,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), DbErr> {
    let message = Message {
        case,
        news: news.code().to_owned(),
        asked: None,
    };
    let job = NewJob::new(TELL, act, json!(message), now);
    jobs::enqueue(tx, job).await.map(drop)
}

pub(crate) fn job_kinds() -> [JobKind; 2] {
    let tell = Bilingual::new("通知反映人", "Tell who asked");
    let send = Bilingual::new("发送诉求短信", "Message about a case");
    [
        JobKind::new(TELL, tell, async |app: App, job: Job, _| {
            spread(&app, job).await
        }),
        JobKind::new(SEND, send, async |app: App, job: Job, _| {
            send_one(&app, job).await
        }),
    ]
}

/// One job for each who asked, so that one who cannot be reached holds up nobody.
async fn spread(app: &App, job: Job) -> JobResult {
    let message: Message = serde_json::from_value(job.payload)?;
    if !app.telephones.are_reached() {
        return Ok(Value::Null);
    }
    let asked = askers(app, message.case).await?;
    let now = app.clock.now();
    let at = quiet::after(now);
    let tx = app.db.begin().await?;
    for asked in &asked {
        let one = Message {
            case: message.case,
            news: message.news.clone(),
            asked: Some(*asked),
        };
        let key = format!("{} {asked}", job.id);
        jobs::enqueue(&tx, NewJob::new(SEND, key, json!(one), now).at(at)).await?;
    }
    tx.commit().await?;
    Ok(json!({ "told": asked.len() }))
}

/// The acts of all who asked for the same, with a number to reach them by.
async fn askers(app: &App, case: CaseId) -> Result<Vec<EntryId>, DbErr> {
    let reader = app.db.reader();
    let (mut cases, mut next) = (HashSet::from([case]), vec![case]);
    while let Some(one) = next.pop() {
        let merged = store::Entity::find().filter(store::Column::MergedInto.eq(one));
        for other in merged.all(reader).await? {
            if cases.len() < MERGED_MAX && cases.insert(other.id) {
                next.push(other.id);
            }
        }
    }
    let of = |column: store::Column| column.is_in(cases.iter().copied());
    let raised = store::Entity::find()
        .filter(of(store::Column::Id))
        .filter(store::Column::Phone.is_not_null())
        .all(reader)
        .await?;
    let joined = asker::Entity::find()
        .filter(asker::Column::CaseId.is_in(cases.iter().copied()))
        .filter(asker::Column::Phone.is_not_null())
        .all(reader)
        .await?;
    // Who asked twice by one number hears once.
    let mut numbers = HashSet::new();
    let raised = raised
        .into_iter()
        .map(|case| (store::entry_of(case.id), case.phone_found_by));
    let joined = joined
        .into_iter()
        .map(|asker| (asker.entry, asker.phone_found_by));
    let mut asked: Vec<_> = raised.chain(joined).collect();
    asked.sort_by_key(|(entry, _)| *entry);
    let first = |(entry, number): (EntryId, _)| numbers.insert(number).then_some(entry);
    Ok(asked.into_iter().filter_map(first).collect())
}

async fn send_one(app: &App, job: Job) -> JobResult {
    let message: Message = serde_json::from_value(job.payload)?;
    let (Some(asked), Some(news)) = (message.asked, News::from_code(&message.news)) else {
        return Ok(Value::Null);
    };
    let reader = app.db.reader();
    let case = store::Entity::find_by_id(message.case).one(reader).await?;
    let Some(case) = case.filter(|case| news.is_true_of(case)) else {
        return Ok(Value::Null);
    };
    let Some((number, sealed)) = asked_by(app, asked).await? else {
        return Ok(Value::Null);
    };
    let phone = app.keys.open(PHONE, &sealed).map_err(JobError::failed)?;
    // Messages reach mobile numbers only.
    if !(phone.len() == 11 && phone.starts_with('1')) {
        return Ok(Value::Null);
    }
    let t = texts(app.settings.lang);
    let number = number.unwrap_or(case.number);
    let text = match news {
        News::Refused => t.case_sms_refused(number),
        News::Answered => t.case_sms_answered(number),
        News::Closed => t.case_sms_closed(number),
    };
    let key = job.id.to_string();
    match app.telephones.send(&key, &phone, &text).await {
        Ok(()) => Ok(json!({ "sent": true })),
        Err(SmsError::Refused(status)) => Err(JobError::Refused(json!(status.as_u16()))),
        Err(error) => Err(JobError::failed(error)),
    }
}

/// The number of what they brought themselves, and their sealed telephone number.
async fn asked_by(app: &App, asked: EntryId) -> Result<Option<(Option<String>, Vec<u8>)>, DbErr> {
    let reader = app.db.reader();
    let own = store::Entity::find_by_id(CaseId(asked.0))
        .one(reader)
        .await?;
    if let Some(own) = own {
        return Ok(own.phone.map(|phone| (Some(own.number), phone)));
    }
    let joined = asker::Entity::find_by_id(asked).one(reader).await?;
    Ok(joined.and_then(|joined| Some((None, joined.phone?))))
}
