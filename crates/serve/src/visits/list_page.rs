//! The list of visits: views, conditions, rows, and an export of exactly these.
use super::{
    Audience,
    list::{self, Conditions, View},
    said, sight,
    store::{self, HOUSEHOLD, Visit, VisitId, problem},
    visit_page::href,
};
use crate::{desk::Desk, export, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Bilingual, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use sheets::{ExportColumn, Shape};
use std::collections::{HashMap, HashSet};
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Tab, Table,
    form::{self, Choice, Field, Width},
    query::with_params,
};
use uuid::Uuid;
use web::{App, Download, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits")]
pub struct VisitsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits.xlsx")]
pub struct ExportUrl;

/// Visits with everything that their rows say.
struct Rows {
    visits: Vec<Visit>,
    people: HashMap<VisitId, Vec<String>>,
    problems: HashMap<VisitId, Vec<problem::Model>>,
    solved: HashSet<Uuid>,
}

impl Rows {
    async fn of(app: &App, visits: Vec<Visit>) -> Result<Rows, WebError> {
        let reader = app.db.reader();
        let ids: Vec<VisitId> = visits.iter().map(|visit| visit.id).collect();
        let problems = store::problems(reader, &ids).await?;
        Ok(Rows {
            people: store::people(reader, &ids).await?,
            solved: sight::solved(app, problems.values().flatten()).await?,
            problems,
            visits,
        })
    }

    fn people(&self, visit: &Visit) -> &[String] {
        self.people.get(&visit.id).map_or(&[], Vec::as_slice)
    }

    /// Problems heard, and how many of them are solved.
    fn problems(&self, visit: &Visit) -> (usize, usize) {
        let heard = self.problems.get(&visit.id).map_or(&[][..], Vec::as_slice);
        let solved = heard.iter().filter(|one| self.solved.contains(&one.id));
        (heard.len(), solved.count())
    }
}

pub async fn show(
    _: VisitsUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let reader = app.db.reader();
    let mut tabs = Vec::new();
    let mut total = 0;
    for view in View::ALL {
        let count = list::count(reader, conditions.filter(&desk, &actor, *view)).await?;
        let label = match view {
            View::Mine => t.visits_mine(),
            View::Unit => t.visits_unit(),
            View::All => t.visits_all(),
        };
        let to = with_params(&frame.path, &[("view", view.code()), ("page", "")]);
        let is_this = *view == conditions.view();
        if is_this {
            total = count;
        }
        tabs.push(Tab::new(label, to, is_this).with_count(count));
    }
    let filter = conditions.filter(&desk, &actor, conditions.view());
    let visits = list::visits(reader, filter, (paging.offset(), paging.limit())).await?;
    let rows = Rows::of(&app, visits).await?;
    let (title, new) = (t.visits(), t.visit_new());
    let head = PageHead {
        title: &title,
        acts: Some(html! {
            @if actor.has(Right::Serve) { (ui::link_button(&new, super::OFFLINE, Act::Primary, Some(Icon::Add))) }
            (ui::link_button(&t.unvisited(), "/visits/unvisited", Act::Plain, None))
        }),
        ..PageHead::default()
    };
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    let export = match query {
        "" => "/visits.xlsx".to_owned(),
        query => format!("/visits.xlsx?{query}"),
    };
    let main = html! {
        (ui::page_head(lang, head))
        (ui::tabs(&t.visits_views(), &tabs))
        (bar(lang, &desk, &actor, &conditions))
        (ui::toolbar(export::hint(lang, total), ui::link_button(&t.visits_export(), &export, Act::Plain, Some(Icon::Download))))
        (table(lang, &desk, &rows))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn bar(lang: Lang, desk: &Desk, actor: &Actor, conditions: &Conditions) -> Markup {
    let t = texts(lang);
    let audiences: Vec<Choice> = Audience::ALL
        .iter()
        .map(|audience| Choice::new(audience.code(), said::audience(lang, *audience)))
        .collect();
    let units = desk.within(actor, Right::Serve).into_iter();
    let units = units.filter_map(|unit| desk.directory.unit(unit));
    let units: Vec<Choice> = units
        .filter(|unit| unit.kind != "enterprise")
        .map(|unit| Choice::new(unit.code.as_str(), unit.name_in(lang)))
        .collect();
    let (text, audience, unit) = (t.visits_text(), t.visit_audience(), t.visit_unit());
    let (from, to) = (t.visits_from(), t.visits_to());
    let fields = html! {
        (form::search(lang, Field::new("text", &text, &conditions.text).condition().width(Width::Medium)))
        (form::select(lang, Field::new("audience", &audience, &conditions.audience).condition().width(Width::Short), &audiences))
        @if 1 < units.len() {
            (form::select(lang, Field::new("unit", &unit, &conditions.unit).condition().width(Width::Medium), &units))
        }
        (form::date(lang, Field::new("from", &from, &conditions.from).condition().width(Width::Short)))
        (form::date(lang, Field::new("to", &to, &conditions.to).condition().width(Width::Short)))
    };
    let keep = [
        ("view", conditions.view().code()),
        ("visited", conditions.visited.as_str()),
    ];
    let bar = QueryBar {
        action: "/visits",
        keep: &keep,
        fields,
    };
    ui::query_bar(lang, bar)
}

fn table(lang: Lang, desk: &Desk, rows: &Rows) -> Markup {
    let t = texts(lang);
    let caption = t.visits();
    let row = |visit: &Visit| {
        let (heard, solved) = rows.problems(visit);
        let whom = desk.directory.name(visit.visited, lang);
        Row::new(vec![
            html! { span class="nowrap" { (visit.day) } },
            html! {
                a href=(href(visit.id)) { (whom) }
                @if visit.audience() == Audience::Household { div class="hint" { (said::audience(lang, Audience::Household)) } }
            },
            html! { (rows.people(visit).join("、")) },
            html! { (desk.directory.name(visit.unit, lang)) },
            html! { @if 0 < heard { (t.visit_solved_of(heard as u32, solved as u32)) } },
        ])
    };
    ui::table(
        lang,
        Table {
            caption: &caption,
            columns: vec![
                Column::text(t.visit_day()),
                Column::title(t.visit_visited()).wide(),
                Column::text(t.visit_people()),
                Column::text(t.visit_unit()),
                Column::text(t.visit_problems()),
            ],
            rows: rows.visits.iter().map(row).collect(),
            empty: Some(Empty {
                title: &t.visits_empty(),
                text: &t.visits_empty_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let filter = conditions.filter(&desk, &actor, conditions.view());
    let visits = list::visits(app.db.reader(), filter, (0, export::ROWS_READ)).await?;
    let rows = Rows::of(&app, visits).await?;
    const fn column(zh: &'static str, en: &'static str, shape: Shape) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), shape)
    }
    let columns = [
        column("日期", "Day", Shape::Date),
        column("走访对象", "Visited", Shape::Text),
        column("对象类别", "Sort", Shape::Text),
        column("走访人", "Who went", Shape::Text),
        column("人次", "Person-times", Shape::Whole),
        column("走访单位", "Unit that went", Shape::Text),
        column("了解到的情况", "Heard", Shape::Text),
        column("问题和建议", "Problems", Shape::Whole),
        column("已解决", "Solved", Shape::Whole),
    ];
    let written = rows.visits.iter().map(|visit| {
        let (heard, solved) = rows.problems(visit);
        let people = rows.people(visit);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        vec![
            visit.day.into(),
            desk.directory.name(visit.visited, lang).to_owned().into(),
            said::audience(lang, visit.audience()).into(),
            people.join("、").into(),
            number(people.len()).into(),
            desk.directory.name(visit.unit, lang).to_owned().into(),
            visit.heard.clone().into(),
            number(heard).into(),
            number(solved).into(),
        ]
    });
    let title = texts(lang).visits();
    let bytes = export::workbook(lang, &title, &columns, written)?;
    Ok(Download::xlsx(
        format!("{title} {}.xlsx", desk.today),
        bytes,
    ))
}

/// Which household it was, for those who see the visit.
pub(super) fn household(app: &App, visit: &Visit) -> Result<String, WebError> {
    match &visit.household {
        Some(sealed) => app.keys.open(HOUSEHOLD, sealed).map_err(WebError::internal),
        None => Ok(String::new()),
    }
}
