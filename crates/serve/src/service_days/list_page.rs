//! Service days for those who hold them: the days with what came of them, and the projects of one.
use super::{
    day::{self, ServiceDay},
    open_page::{month_href, next_day},
    project::{self, Project, Standing},
    rule::Month,
    said,
};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::figure::{self, Scope};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, BigNumber, Column, Empty, Icon, PageHead, PageKind, Row, Table, Tone, query::with_param,
};
use web::{App, Frame, WebError};

pub(super) const PROJECTS: &str = "/service_projects";
/// Days that are listed.
const DAYS_MAX: u64 = 24;
const FIGURES: [&str; 4] = [
    "service-days-held",
    "service-day-projects",
    "service-day-people",
    "service-day-hours",
];

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects")]
pub struct ProjectsUrl;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    month: String,
}

pub async fn show(
    _: ProjectsUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let desk = Desk::of(&app, &actor).await?;
    let (next, _) = next_day(&app).await?;
    let chosen = match wanted.month.trim().parse::<Month>() {
        Ok(month) => day::of_month(reader, month).await?,
        Err(_) => next.clone(),
    };
    let mut days = day::fixed(reader, DAYS_MAX).await?;
    for more in [&next, &chosen] {
        if !days.iter().any(|day| day.id == more.id) {
            days.push(more.clone());
        }
    }
    days.sort_by_key(|day| std::cmp::Reverse(day.month));
    let mut projects = project::of_days(reader, days.iter().map(|day| day.id)).await?;
    projects.retain(|project| desk.sees(project.unit));
    let working = orgs::working_days::working_days(reader).await?;
    let may_enter = !desk.within(&actor, Right::Record).is_empty();
    let may_decide = actor.has(Right::Settings);
    let (title, new) = (t.service_days(), t.service_project_new());
    let new_href = month_href("/service_projects/new", chosen.month());
    let head = PageHead {
        title: &title,
        sub: Some(html! { a href="/service_days" { (t.sessions_public_look()) } }),
        acts: Some(html! {
            @if may_enter { (ui::link_button(&new, &new_href, Act::Primary, Some(Icon::Add))) }
            @if may_decide { (ui::link_button(&t.service_day_rule(), "/service_projects/rule", Act::Plain, Some(Icon::Settings))) }
        }),
        ..PageHead::default()
    };
    let decide = format!("/service_projects/days/{}", chosen.month());

    let board = month_href("/service_projects/board", chosen.month());
    let is_to_come = app.clock.today() <= chosen.day;
    let may_move = may_decide && is_to_come;
    let chosen_acts = html! {
        @if is_to_come { (ui::link_button(&t.service_board(), &board, Act::Plain, Some(Icon::Print))) }
        @if may_move { (ui::link_button(&t.service_day_decide(), &decide, Act::Plain, Some(Icon::Calendar))) }
    };
    let is_rest = |day: &ServiceDay| !working.is_working_day(day.day);
    let main = html! {
        (ui::page_head(lang, head))
        (ui::numbers_row(&numbers(&app, &desk, &actor, lang).await?))
        (ui::section("projects", &said::day(t, chosen.day), chosen_acts, html! {
            @if let Some(moved) = said::moved(lang, &chosen) { (moved) }
            @else if is_rest(&chosen) {
                p class="hint" {
                    (ui::badge(Tone::Info, &t.service_day_rest())) " "
                    @if chosen.decided_on.is_some() { (chosen.reason) } @else { (t.service_day_rest_undecided()) }
                }
            }
            (of_day(&app, lang, &desk, &chosen, &projects, may_enter.then_some((&new, &new_href))))
        }))
        (ui::section("days", &t.service_days_all(), html! {}, all_days(lang, &days, &projects, &chosen, &is_rest)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

/// The year's four numbers; each opens its figure.
async fn numbers(
    app: &App,
    desk: &Desk,
    actor: &Actor,
    lang: Lang,
) -> Result<Vec<Markup>, WebError> {
    let reader = app.db.reader();
    let units = desk.within(actor, Right::Read);
    let Some(unit) = units.first().copied() else {
        return Ok(Vec::new());
    };
    let mut numbers = Vec::new();
    for code in FIGURES {
        let Some(definition) = figure::find(reader, code, None).await? else {
            continue;
        };
        let scope = Scope {
            unit,
            as_of: desk.today,
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(reader, &app.book, &definition, &scope).await?;
        let value = value.map_err(WebError::internal)?;
        let quantity = value.quantity().unwrap_or_default();
        // A branch has no days of its own: they are counted once, for everybody.
        if code == FIGURES[0] && quantity == 0 {
            continue;
        }
        numbers.push(ui::big_number(BigNumber {
            label: definition.title(lang),
            text: &quantity.to_string(),
            href: &desk.figure_href(code, unit),
            ..BigNumber::default()
        }));
    }
    Ok(numbers)
}

fn of_day(
    app: &App,
    lang: Lang,
    desk: &Desk,
    day: &ServiceDay,
    projects: &[Project],
    new: Option<(&String, &String)>,
) -> Markup {
    let t = texts(lang);
    let of_day = projects
        .iter()
        .filter(|project| project.service_day == day.id);
    let rows = of_day.map(|project| {
        let standing = project.standing(day, app.clock.now());
        Row::new(vec![
            html! { span class="nowrap" { (project.span()) } },
            html! {
                a href=(project.href()) { (project.title) }
                div class="hint" { (project.place) }
            },
            html! { (desk.directory.name(project.unit, lang)) },
            said::standing(lang, project, standing),
            html! { (project.wanted) },
            ui::number(&project.signed.to_string(), &format!("{}#sign_ups", project.href())),
            match (standing, project.came) {
                (_, Some(came)) => ui::number(&came.to_string(), &format!("{}#came", project.href())),
                (Standing::Begun, None) => html! { a href={ (project.href()) "/came" } { (t.service_project_enter_came_short()) } },
                _ => html! { "—" },
            },
            said::entered(project.hours),
        ])
    });
    let heading = said::day(t, day.day);
    let (nothing, text) = (
        t.service_day_no_projects(),
        t.service_day_no_projects_desk(),
    );
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::text(t.session_when()),
            Column::title(t.service_project()).wide(),
            Column::text(t.session_unit()),
            Column::text(t.booking_state()),
            Column::number(t.service_project_wanted()),
            Column::number(t.service_project_signed()),
            Column::number(t.service_project_came()),
            Column::number(t.service_project_hours()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &nothing,
            text: &text,
            act: new.map(|(label, href)| (label.as_str(), href.as_str())),
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

fn all_days(
    lang: Lang,
    days: &[ServiceDay],
    projects: &[Project],
    chosen: &ServiceDay,
    is_rest: &dyn Fn(&ServiceDay) -> bool,
) -> Markup {
    let t = texts(lang);
    let rows = days.iter().map(|day| {
        let of_day = || projects.iter().filter(|project| project.service_day == day.id);
        let sum = |of: fn(&Project) -> Option<i64>| of_day().filter_map(of).sum::<i64>().to_string();
        let href = with_param(PROJECTS, "month", &day.month().to_string());
        Row::new(vec![
            html! {
                a href=(href) aria-current=[(day.id == chosen.id).then_some("true")] { (said::day(t, day.day)) }
                @if day.is_moved() { " " (ui::badge(Tone::Info, &t.service_day_moved_short())) }
                @else if is_rest(day) { " " (ui::badge(Tone::Idle, &t.service_day_rest())) }
            },
            ui::number(&of_day().count().to_string(), &href),
            ui::number(&sum(|project| Some(project.signed)), &href),
            ui::number(&sum(|project| project.came), &href),
            ui::number(&sum(|project| project.hours), &href),
        ])
    });
    let caption = t.service_days_all();
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.session_day()).wide(),
            Column::number(t.service_projects()),
            Column::number(t.service_project_signed()),
            Column::number(t.service_project_came()),
            Column::number(t.service_project_hours()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    ui::table(lang, table)
}
