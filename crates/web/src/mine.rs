//! "Mine": what waits for this person, what they can enter in a minute, and their long work.
use crate::{
    Access, App, Frame, Pages, QuickEntry, Todo, WebError,
    jobs::{self, title_of},
    words::{Texts, texts},
};
use ::jobs::Job;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::{NaiveDate, TimeDelta};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, PageHead, PageKind, Row, Table, Tone};

/// How long ended work is still listed, in days.
const JOBS_SHOWN_DAYS: i64 = 3;

pub(crate) fn pages() -> Pages {
    Pages::default().get(Access::SignedIn, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/mine")]
pub struct MineUrl;

async fn show(
    _: MineUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let since = app.clock.now() - TimeDelta::days(JOBS_SHOWN_DAYS);
    let jobs = ::jobs::of_owner(&app.db, actor.person, since).await?;
    let mine = Mine {
        today: app.clock.today(),
        todos: todos(&app, &actor, lang).await?,
        quick_entries: quick_entries(&app, &actor, lang),
        jobs: jobs.iter().map(|job| job_row(&app, lang, job)).collect(),
    };
    let title = texts(lang).nav_mine();
    Ok(frame
        .kind(PageKind::Mine)
        .page(&title, view(lang, &title, &mine)))
}

/// From all domains, those due first on top; those without a limit last.
async fn todos(app: &App, actor: &Actor, lang: Lang) -> Result<Vec<Todo>, WebError> {
    let mut todos = Vec::new();
    for source in app.domains.iter().flat_map(|domain| &domain.todos) {
        todos.extend(source.todos(app, actor, lang).await?);
    }
    todos.sort_by_key(|todo| (todo.due.is_none(), todo.due));
    Ok(todos)
}

fn quick_entries(app: &App, actor: &Actor, lang: Lang) -> Vec<QuickEntry> {
    app.domains
        .iter()
        .flat_map(|domain| &domain.quick_entries)
        .flat_map(|entries| entries(lang, actor))
        .filter(|entry| app.map.admits(&entry.href, actor))
        .collect()
}

struct Mine {
    today: NaiveDate,
    todos: Vec<Todo>,
    quick_entries: Vec<QuickEntry>,
    jobs: Vec<JobRow>,
}

struct JobRow {
    title: String,
    href: String,
    state: Markup,
    begun: String,
}

fn job_row(app: &App, lang: Lang, job: &Job) -> JobRow {
    JobRow {
        title: title_of(app, lang, job),
        href: jobs::JobUrl { job: job.id }.to_string(),
        state: jobs::light(lang, job),
        begun: jobs::begun(job),
    }
}

fn view(lang: Lang, title: &str, mine: &Mine) -> Markup {
    let t = texts(lang);
    let head = PageHead {
        title,
        acts: (!mine.quick_entries.is_empty()).then(|| quick_buttons(&mine.quick_entries)),
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::section("todos", &t.mine_todos(), html! {}, todo_table(lang, t, mine)))
        @if !mine.jobs.is_empty() {
            (ui::section("jobs", &t.mine_jobs(), html! {}, job_table(lang, t, &mine.jobs)))
        }
    }
}

fn quick_buttons(entries: &[QuickEntry]) -> Markup {
    html! {
        @for (at, entry) in entries.iter().enumerate() {
            (ui::link_button(&entry.label, &entry.href, if at == 0 { Act::Primary } else { Act::Plain }, Some(entry.icon)))
        }
    }
}

fn todo_table(lang: Lang, t: &Texts, mine: &Mine) -> Markup {
    let rows = mine.todos.iter().map(|todo| {
        let what = html! { a href=(todo.href) { (todo.title) } };
        Row::new(vec![
            html! { (todo.kind) },
            what,
            html! { (todo.detail) },
            due(t, todo.due, mine.today),
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.mine_todos(),
            columns: vec![
                Column::text(t.todo_kind()),
                Column::title(t.todo_title()).wide(),
                Column::text(t.todo_detail()),
                Column::text(t.todo_due()),
            ],
            rows: rows.collect(),
            empty: Some(Empty {
                title: &t.todos_empty_title(),
                text: &t.todos_empty_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}

fn due(t: &Texts, due: Option<NaiveDate>, today: NaiveDate) -> Markup {
    let Some(due) = due else {
        return html! {};
    };
    html! {
        (due)
        @if due < today { " " (ui::status_light(Tone::Bad, &t.todo_overdue())) }
        @else if due == today { " " (ui::status_light(Tone::Attention, &t.todo_today())) }
    }
}

fn job_table(lang: Lang, t: &Texts, jobs: &[JobRow]) -> Markup {
    let rows = jobs.iter().map(|job| {
        Row::new(vec![
            html! { a href=(job.href) { (job.title) } },
            job.state.clone(),
            html! { (job.begun) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.mine_jobs(),
            columns: vec![
                Column::title(t.job_title()).wide(),
                Column::text(t.job_state()),
                Column::text(t.job_begun()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}
