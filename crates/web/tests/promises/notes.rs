//! A small domain to try the house with: notes.
use axum::{
    Json,
    extract::{Multipart, State},
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use jobs::{JobError, NewJob};
use kernel::{Actor, Bilingual, EntryId, Lang, PersonId, Right};
use ledger::NewEntry;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use ui::{Icon, NavItem};
use web::{
    Access, App, AsOf, Domain, Download, Frame, Hit, JobKind, JobOutcome, JobUrl, LogIn,
    MaybeActor, Pages, Paging, QuickEntry, Search, Todo, TodoSource, WebError, done,
};

/// Largest file that may be added to a note.
pub const FILE_BYTES_MAX: usize = 3 * 1024 * 1024;

const ENTRY_KINDS: &[web::EntryKind] = &[web::EntryKind::new(
    "notes.written",
    "写便条",
    "Wrote a note",
)];

pub fn domain() -> Domain {
    let import = JobKind::new(
        "notes.import",
        Bilingual::new("导入笔记", "Import notes"),
        import,
    )
    .stages(|lang, _| Bilingual::new("正在读取", "Reading").get(lang).to_owned())
    .outcomes(|lang, job| JobOutcome {
        text: format!(
            "{} {:?}",
            Bilingual::new("结果", "Result").get(lang),
            job.result
        ),
        href: "/notes".to_owned(),
    });
    Domain::new("notes")
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .nav(nav)
        .quick_entries(|_, _| {
            ["/notes", "/notes/plans", "/nowhere"]
                .map(|href| QuickEntry {
                    label: format!("记一条 {href}"),
                    href: href.to_owned(),
                    icon: Icon::Add,
                })
                .into()
        })
        .todos(TodoSource::new(todos))
        .search(Search::new(find))
        .job(import)
}

fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, log_in_form)
        .post(Access::Anyone, log_in)
        .get(Access::Anyone, show)
        .post(Access::SignedIn, add)
        .get(Access::Right(Right::Plan), plans)
        .post(Access::Right(Right::Plan), start_import)
        .upload(Access::SignedIn, FILE_BYTES_MAX, attach)
        .get(Access::Anyone, fail)
        .get(Access::Anyone, list)
        .get(Access::SignedIn, export)
        .get(Access::Right(Right::Read), api)
        .post(Access::SignedIn, act)
        .post(Access::SignedIn, late)
}

fn nav(_: Lang) -> Vec<NavItem> {
    let item = |key: &str, href: &str| NavItem {
        key: key.to_owned(),
        href: href.to_owned(),
        label: key.to_owned(),
        icon: Icon::Edit,
        group: 1,
        tab: false,
        letter: None,
    };
    vec![item("notes", "/notes"), item("plans", "/notes/plans")]
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/log-in")]
struct LogInUrl;

async fn log_in_form(_: LogInUrl, frame: Frame) -> Markup {
    frame.page("登录", html! { h1 { "登录" } })
}

#[derive(Deserialize)]
struct Credentials {
    person: PersonId,
}

async fn log_in(
    _: LogInUrl,
    log_in: LogIn,
    Form(input): Form<Credentials>,
) -> Result<Response, WebError> {
    log_in.begin(input.person).await?;
    Ok(done(web::HOME, "您好"))
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/notes")]
struct NotesUrl;

async fn show(_: NotesUrl, lang: Lang, MaybeActor(actor): MaybeActor, frame: Frame) -> Markup {
    let name = actor.map_or("-".to_owned(), |actor| actor.name);
    let main =
        html! { h1 { (Bilingual::new("笔记", "Notes").get(lang)) } p class="who" { (name) } };
    frame.page("笔记", main)
}

#[derive(Deserialize)]
struct Note {
    body: String,
}

async fn add(_: NotesUrl, frame: Frame, Form(note): Form<Note>) -> Response {
    if note.body.is_empty() {
        return frame.again(
            "笔记",
            html! { h1 { "笔记" } p role="alert" { "请填写内容。" } },
        );
    }
    done("/notes", &format!("已记录：{}", note.body))
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/notes/plans")]
struct PlansUrl;

async fn plans(_: PlansUrl, frame: Frame) -> Markup {
    frame.page("计划", html! { h1 { "计划" } })
}

async fn start_import(
    _: PlansUrl,
    State(app): State<App>,
    actor: Actor,
    Form(note): Form<Note>,
) -> Result<Response, WebError> {
    let tx = app.db.begin().await?;
    let job = NewJob::new(
        "notes.import",
        &note.body,
        json!(note.body),
        app.clock.now(),
    );
    let job = jobs::enqueue(&tx, job.owned_by(actor.person)).await?;
    tx.commit().await?;
    Ok(done(&JobUrl { job }.to_string(), "已提交"))
}

async fn import(_: App, job: jobs::Job, progress: jobs::Progress) -> Result<Value, JobError> {
    progress.stage("reading", Some(10));
    progress.done(10);
    match job.payload::<String>()?.as_str() {
        "refused" => Err(JobError::Refused(json!("第 7 行"))),
        _ => Ok(json!(10)),
    }
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/notes/files")]
struct FilesUrl;

async fn attach(_: FilesUrl, mut form: Multipart) -> Result<Response, WebError> {
    let mut bytes = 0;
    while let Some(field) = form.next_field().await? {
        bytes += field.bytes().await?.len();
    }
    Ok(done("/notes", &format!("{bytes}")))
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/problems/{which}")]
struct ProblemUrl {
    which: u16,
}

async fn fail(url: ProblemUrl) -> Result<&'static str, WebError> {
    Err(match url.which {
        404 => WebError::NotFound,
        409 => WebError::IdReused,
        429 => WebError::TooMany {
            retry_after_seconds: 30,
        },
        503 => WebError::Busy,
        500 => WebError::internal("kaput"),
        _ => panic!("kaput"),
    })
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/list")]
struct ListUrl;

async fn list(_: ListUrl, paging: Paging, AsOf(day): AsOf, frame: Frame) -> Markup {
    let main = html! {
        h1 { "列表" }
        p class="paging" { (paging.offset()) "+" (paging.limit()) }
        p class="day" { (day) }
    };
    frame.page("列表", main)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/notes/export")]
struct ExportUrl;

async fn export(_: ExportUrl) -> Download {
    Download::csv("笔记.csv", "内容\n")
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/api/notes/{note}")]
struct ApiUrl {
    note: u32,
}

async fn api(url: ApiUrl) -> Result<Json<Value>, WebError> {
    match url.note {
        1 => Ok(Json(json!({"note": 1}))),
        _ => Err(WebError::NotFound),
    }
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/acts")]
struct ActsUrl;

#[derive(Deserialize)]
struct Act {
    entry: EntryId,
    reason: String,
}

async fn act(
    _: ActsUrl,
    State(app): State<App>,
    actor: Actor,
    Form(act): Form<Act>,
) -> Result<Response, WebError> {
    let subject = ledger::Subject::new("notes.note", 1);
    let entry = NewEntry::new(
        act.entry,
        "notes.written",
        subject,
        actor.unit,
        app.clock.today(),
    );
    app.book.post(&actor, entry.because(act.reason)).await?;
    Ok(done("/notes", "已记录").into_response())
}

async fn todos(app: App, actor: Actor, _: Lang) -> Result<Vec<Todo>, WebError> {
    let todo = |title: &str, days: Option<i64>| Todo {
        title: title.to_owned(),
        detail: actor.name.clone(),
        due: days.map(|days| app.clock.today() + chrono::TimeDelta::days(days)),
        href: "/notes".to_owned(),
        kind: "反馈".to_owned(),
    };
    Ok(vec![
        todo("长期", None),
        todo("明天", Some(1)),
        todo("昨天", Some(-1)),
        todo("今天", Some(0)),
    ])
}

async fn find(_: App, _: Actor, _: Lang, words: String) -> Result<Vec<Hit>, WebError> {
    Ok(["学习笔记", "会议记录"]
        .iter()
        .filter(|title| title.contains(&words))
        .map(|title| Hit {
            title: (*title).to_owned(),
            detail: String::new(),
            href: "/notes".to_owned(),
            kind: "笔记".to_owned(),
        })
        .collect())
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/notes/late")]
struct LateUrl;

#[derive(Deserialize)]
struct Late {
    day: chrono::NaiveDate,
}

/// An act of some domain, which knows nothing of closed periods.
#[derive(Debug, thiserror::Error)]
enum LateError {
    #[error(transparent)]
    Book(#[from] ledger::AppendError),
}

async fn late(_: LateUrl, Form(late): Form<Late>) -> Result<Response, WebError> {
    let through = chrono::NaiveDate::from_ymd_opt(2021, 3, 31).unwrap();
    if late.day <= through {
        let closed = ledger::ClosedPeriod {
            day: late.day,
            through,
        };
        let refused = LateError::from(ledger::AppendError::PeriodClosed(closed));
        return Err(WebError::internal(refused));
    }
    Ok(done("/notes", "已记录"))
}
