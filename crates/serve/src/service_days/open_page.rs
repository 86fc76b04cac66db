//! Service days for everybody: the next ones with their projects, and what came of those before.
use super::{
    day::{self, ServiceDay},
    project::{self, Project},
    rule::Month,
    said,
};
use crate::words::texts;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Lang, Right};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{Act, Column, Crumb, Empty, Icon, PageHead, PageKind, Row, Table, query::with_param};
use web::{App, Frame, MaybeActor, WebError};

pub(crate) const SERVICE_DAYS: &str = "/service_days";
/// Days before that are listed.
const BEFORE_MAX: u64 = 24;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_days")]
pub struct ServiceDaysUrl;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    month: String,
}

pub(super) fn month_href(base: &str, month: Month) -> String {
    with_param(base, "month", &month.to_string())
}

/// The day that comes next, today's still, and its projects that were not cancelled.
pub(crate) async fn next_day(app: &App) -> Result<(ServiceDay, Vec<Project>), WebError> {
    let reader = app.db.reader();
    let today = app.clock.today();
    // The day of the month before can have been moved into this one.
    let mut months = vec![Month::of(today)];
    months.push(months[0].next());
    months.push(months[1].next());
    if let Some(before) = months[0].first().pred_opt() {
        months.insert(0, Month::of(before));
    }
    let days = day::of_months(reader, months).await?;
    let next = days.into_iter().filter(|day| today <= day.day);
    let next = next.min_by_key(|day| day.day).ok_or(WebError::NotFound)?;
    let mut projects = project::of_days(reader, [next.id]).await?;
    projects.retain(|project| project.cancelled_on.is_none());
    Ok((next, projects))
}

pub async fn show(
    _: ServiceDaysUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let directory = Directory::load(reader).await?;
    let today = app.clock.today();
    let fixed = day::fixed(reader, BEFORE_MAX).await?;
    let one = wanted.month.trim().parse::<Month>().ok();
    let shown = match one {
        Some(month) => vec![day::of_month(reader, month).await?],
        None => {
            let (next, _) = next_day(&app).await?;
            let after = fixed.iter().filter(|day| next.day < day.day).cloned();
            let mut shown: Vec<ServiceDay> = after.collect();
            shown.push(next);
            shown.sort_by_key(|day| day.day);
            shown
        }
    };
    let projects = project::of_days(reader, fixed.iter().chain(&shown).map(|day| day.id)).await?;
    let before: Vec<&ServiceDay> = fixed
        .iter()
        .filter(|day| day.day < today && one.is_none())
        .collect();
    let title = t.service_days();
    let may_record = actor.is_some_and(|actor| actor.has(Right::Record));
    let desk = t.service_days_desk();
    let crumb = [Crumb::new(title.as_str(), SERVICE_DAYS)];
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.service_days_sub()) } }),
        acts: may_record
            .then(|| ui::link_button(&desk, "/service_projects", Act::Plain, Some(Icon::Serve))),
        crumbs: match one {
            Some(_) => &crumb,
            None => &[],
        },
    };
    let main = html! {
        (ui::page_head(lang, head))
        @for day in &shown {
            (ui::section(&format!("day-{}", day.day), &said::day(t, day.day), html! {}, html! {
                @if let Some(moved) = said::moved(lang, day) { (moved) }
                (projects_of(&app, lang, &directory, day, &projects))
            }))
        }
        @if !before.is_empty() {
            (ui::section("before", &t.service_days_before(), html! {}, held_days(lang, &before, &projects)))
        }
        p { a href="/service_sign_ups" { (t.sign_up_find()) } }
    };
    let frame = frame.kind(PageKind::Public).under("service_projects");
    Ok(frame.page(&title, main))
}

fn projects_of(
    app: &App,
    lang: Lang,
    directory: &Directory,
    day: &ServiceDay,
    projects: &[Project],
) -> Markup {
    let t = texts(lang);
    let of_day = projects
        .iter()
        .filter(|project| project.service_day == day.id);
    let is_over = day.day < app.clock.today();
    let rows = of_day.map(|project| {
        let mut cells = vec![
            html! { span class="nowrap" { (project.span()) } },
            html! {
                a href=(project.public_href()) { (project.title) }
                div class="hint" { (project.place) }
            },
            html! { (directory.name(project.unit, lang)) },
            said::standing(lang, project, project.standing(day, app.clock.now())),
        ];
        if is_over {
            cells.push(said::entered(project.came));
            cells.push(said::entered(project.hours));
        }
        Row::new(cells)
    });
    let heading = said::day(t, day.day);
    let (nothing, nothing_text) = (
        t.service_day_no_projects(),
        t.service_day_no_projects_text(),
    );
    let mut columns = vec![
        Column::text(t.session_when()),
        Column::title(t.service_project()).wide(),
        Column::text(t.session_unit()),
        Column::text(t.booking_state()),
    ];
    if is_over {
        columns.push(Column::number(t.service_project_came()));
        columns.push(Column::number(t.service_project_hours()));
    }
    let table = Table {
        caption: &heading,
        columns,
        rows: rows.collect(),
        empty: Some(Empty {
            title: &nothing,
            text: &nothing_text,
            act: None,
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

/// What came of the days before; each number opens the day's projects.
fn held_days(lang: Lang, days: &[&ServiceDay], projects: &[Project]) -> Markup {
    let t = texts(lang);
    let rows = days.iter().map(|day| {
        let of_day = || {
            projects
                .iter()
                .filter(|project| project.service_day == day.id)
        };
        let held = of_day().filter(|project| project.came.is_some_and(|came| 0 < came));
        let came: i64 = of_day().filter_map(|project| project.came).sum();
        let hours: i64 = of_day().filter_map(|project| project.hours).sum();
        let href = month_href(SERVICE_DAYS, day.month());
        Row::new(vec![
            html! { a href=(href) { (said::day(t, day.day)) } },
            ui::number(&held.count().to_string(), &href),
            ui::number(&came.to_string(), &href),
            ui::number(&hours.to_string(), &href),
        ])
    });
    let caption = t.service_days_before();
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.session_day()),
            Column::number(t.service_projects_held()),
            Column::number(t.service_project_came()),
            Column::number(t.service_project_hours()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    ui::table(lang, table)
}
