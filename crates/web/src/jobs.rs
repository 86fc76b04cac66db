//! Long work, watched: how far it is, and what came of it. It can be left, and found again under "mine".
use crate::{Access, App, Frame, JobOutcome, Pages, WebError, done, words::texts};
use ::jobs::{Cancelling, Job, JobId, JobState};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Crumb, Fact, Notice, NoticeKind, PageHead, Tone};

/// How often the page asks again without script, in seconds.
const REFRESH_SECONDS: u32 = 3;

pub(crate) fn pages() -> Pages {
    Pages::default()
        .get(Access::SignedIn, show)
        .get(Access::SignedIn, progress)
        .post(Access::SignedIn, cancel)
}

/// Where a job is watched. Redirect here after enqueueing one.
#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/jobs/{job}")]
pub struct JobUrl {
    pub job: JobId,
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/jobs/{job}/progress")]
pub struct ProgressUrl {
    pub job: JobId,
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/jobs/{job}/cancellation")]
pub struct CancellationUrl {
    pub job: JobId,
}

/// The job's state in the page's head.
const LIGHT: &str = "job-light";

async fn show(
    url: JobUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let job = own_job(&app, &actor, url.job).await?;
    let lang = frame.lang;
    let title = title_of(&app, lang, &job);
    let crumbs = [Crumb::new(texts(lang).nav_mine(), crate::HOME)];
    let head = PageHead {
        title: &title,
        sub: Some(html! { span id=(LIGHT) { (light(lang, &job)) } }),
        acts: (!job.state.has_ended() && !job.cancel_wanted).then(|| cancel_button(lang, &job)),
        crumbs: &crumbs,
    };
    let facts = ui::facts(&[Fact::text(texts(lang).job_begun(), &begun(&job))]);
    let frame = frame.under("mine");
    if job.state.has_ended() {
        let main = html! { (ui::page_head(lang, head)) (ended(&app, lang, &job)) (facts) };
        return Ok(frame.page(&title, main));
    }
    let main = html! { (ui::page_head(lang, head)) (under_way(&app, lang, &job)) (facts) };
    Ok(frame.refresh(REFRESH_SECONDS).page(&title, main))
}

/// The part of the page that changes, for htmx. At the end the whole page changes: its head, its acts.
async fn progress(
    url: ProgressUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Response, WebError> {
    let job = own_job(&app, &actor, url.job).await?;
    if job.state.has_ended() {
        let whole_page = [("hx-refresh", "true")];
        return Ok((whole_page, ended(&app, lang, &job)).into_response());
    }
    // The light in the page's head moves along: what waited runs now.
    let light = html! { span id=(LIGHT) hx-swap-oob="true" { (light(lang, &job)) } };
    Ok(html! { (under_way(&app, lang, &job)) (light) }.into_response())
}

async fn cancel(
    url: CancellationUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Response, WebError> {
    let job = own_job(&app, &actor, url.job).await?;
    let said = match app.live.cancel(job.id) {
        Some(Cancelling::Stops) => texts(lang).job_cancel_asked(),
        Some(Cancelling::TooLate) => texts(lang).job_cancel_late(),
        None => {
            let tx = app.db.begin().await?;
            ::jobs::cancel(&tx, job.id, app.clock.now()).await?;
            tx.commit().await?;
            texts(lang).job_cancel_asked()
        }
    };
    Ok(done(&JobUrl { job: job.id }.to_string(), &said))
}

/// A job is watched by whoever wanted it, and by nobody else.
async fn own_job(app: &App, actor: &Actor, id: JobId) -> Result<Job, WebError> {
    let mut job = ::jobs::find(&app.db, id)
        .await?
        .filter(|job| job.owner == Some(actor.person))
        .ok_or(WebError::NotFound)?;
    app.live.update(&mut job);
    Ok(job)
}

pub(crate) fn title_of(app: &App, lang: Lang, job: &Job) -> String {
    match app.domains.job(&job.kind) {
        Some(kind) => kind.title.get(lang).to_owned(),
        None => job.kind.clone(),
    }
}

/// When it was asked for, in the product's time zone.
pub(crate) fn begun(job: &Job) -> String {
    job.made_at
        .with_timezone(&kernel::zone())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

pub(crate) fn light(lang: Lang, job: &Job) -> Markup {
    let t = texts(lang);
    match job.state {
        JobState::Waiting => ui::status_light(Tone::Idle, &t.job_waiting()),
        JobState::Running => ui::status_light(Tone::Info, &t.job_running()),
        JobState::Done => ui::status_light(Tone::Good, &t.job_done()),
        JobState::Failed => ui::status_light(Tone::Bad, &t.job_failed()),
        JobState::Cancelled => ui::status_light(Tone::Idle, &t.job_cancelled()),
    }
}

fn under_way(app: &App, lang: Lang, job: &Job) -> Markup {
    let t = texts(lang);
    let step = match (&job.stage, app.domains.job(&job.kind)) {
        _ if job.cancel_wanted => t.job_cancel_asked(),
        _ if job.state == JobState::Waiting => t.job_waits(),
        (Some(stage), Some(kind)) => kind.stage(lang, stage),
        _ => String::new(),
    };
    let (poll, label) = (ProgressUrl { job: job.id }.to_string(), t.job_progress());
    let progress = ui::Progress {
        id: "job",
        label: &label,
        done: job.done.max(0) as u64,
        total: job.total.map(|total| total.max(0) as u64),
        step: &step,
        poll: Some(&poll),
    };
    ui::progress(lang, progress)
}

fn cancel_button(lang: Lang, job: &Job) -> Markup {
    let button = ui::Button {
        label: &texts(lang).job_cancel(),
        act: Act::Plain,
        ..ui::Button::default()
    };
    html! {
        form method="post" action=(CancellationUrl { job: job.id }) { (ui::button(button)) }
    }
}

fn ended(app: &App, lang: Lang, job: &Job) -> Markup {
    let t = texts(lang);
    let said = match app.domains.job(&job.kind) {
        // A job that was given up has no result, and its kind has no words for that.
        Some(kind) if job.result.is_some() => kind.outcome(lang, job),
        _ => JobOutcome::default(),
    };
    let (kind, title, fallback) = match job.state {
        JobState::Done => (NoticeKind::Success, t.job_done(), String::new()),
        JobState::Failed => (NoticeKind::Error, t.job_failed(), t.job_failed_text()),
        _ => (NoticeKind::Info, t.job_cancelled(), t.job_cancelled_text()),
    };
    let open = t.job_open_result();
    let notice = Notice {
        kind,
        title: &title,
        text: if said.text.is_empty() {
            &fallback
        } else {
            &said.text
        },
        act: (!said.href.is_empty()).then_some((open.as_str(), said.href.as_str())),
        operation: None,
    };
    ui::notice(lang, &notice)
}
