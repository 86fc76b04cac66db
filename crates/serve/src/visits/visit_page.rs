//! One visit: whom, with whom, what was heard and what became of it, and its history.
use super::{
    list_page::household,
    recording::SUBJECT,
    said, sight,
    store::{self, Visit, VisitId, problem},
};
use crate::{
    cases::store as cases,
    desk::{self, Desk},
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use ui::{Act, Column, Crumb, Fact, Notice, NoticeKind, PageHead, Row, Table};
use uuid::Uuid;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits/{visit}")]
pub struct VisitUrl {
    pub visit: VisitId,
}

/// The page of a visit.
pub(crate) fn href(visit: VisitId) -> String {
    format!("/visits/{visit}")
}

struct Shown<'a> {
    lang: Lang,
    desk: &'a Desk,
    visit: &'a Visit,
    household: String,
    people: Vec<String>,
    problems: Vec<problem::Model>,
    solved: HashSet<Uuid>,
    /// Numbers of the cases that problems became.
    numbers: HashMap<Uuid, String>,
}

pub async fn show(
    url: VisitUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (desk, visit) = sight::seen(&app, &actor, url.visit).await?;
    let reader = app.db.reader();
    let mut problems = store::problems(reader, &[visit.id]).await?;
    let mut people = store::people(reader, &[visit.id]).await?;
    let problems = problems.remove(&visit.id).unwrap_or_default();
    let raised = problems.iter().filter_map(problem::Model::case);
    let raised = cases::Entity::find().filter(cases::Column::Id.is_in(raised));
    let raised = raised.all(reader).await?.into_iter();
    let shown = Shown {
        lang,
        desk: &desk,
        household: household(&app, &visit)?,
        people: people.remove(&visit.id).unwrap_or_default(),
        solved: sight::solved(&app, problems.iter()).await?,
        numbers: raised.map(|case| (case.id.0, case.number)).collect(),
        problems,
        visit: &visit,
    };
    let history = entry::history(reader, SUBJECT, &visit.id.to_string()).await?;
    let history = desk::timeline(&app, lang, history, |_| None).await?;
    let title = desk.directory.name(visit.visited, lang).to_owned();
    let may_correct = !visit.withdrawn && desk.may(&actor, Right::Serve, visit.unit);
    let correct = format!("{}/correction", href(visit.id));
    let head = PageHead {
        title: &title,
        sub: Some(html! { (visit.day) " " (said::audience(lang, visit.audience())) }),
        crumbs: &[Crumb::new(t.visits(), "/visits")],
        acts: may_correct.then(|| ui::link_button(&t.visit_correct(), &correct, Act::Plain, None)),
    };
    let withdrawn = t.visit_withdrawn();
    let main = html! {
        (ui::page_head(lang, head))
        @if visit.withdrawn {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &withdrawn, ..Notice::default() }))
        }
        (ui::two_columns(
            html! { (shown.facts()) (shown.problems()) },
            ui::section("history", &t.visit_history(), html! {}, history),
        ))
    };
    Ok(frame.under("visits").page(&title, main))
}

impl Shown<'_> {
    fn facts(&self) -> Markup {
        let t = texts(self.lang);
        let name = |unit| self.desk.directory.name(unit, self.lang);
        let mut facts = vec![
            Fact::text(t.visit_visited(), name(self.visit.visited)),
            Fact::text(t.visit_day(), &self.visit.day.to_string()),
            Fact::text(t.visit_people(), &self.people.join("、")),
            Fact::text(t.visit_unit(), name(self.visit.unit)),
            Fact::text(t.visit_heard(), &self.visit.heard),
        ];
        if !self.household.is_empty() {
            facts.insert(1, Fact::text(t.visit_which_household(), &self.household));
        }
        ui::facts(&facts)
    }

    fn problems(&self) -> Markup {
        let t = texts(self.lang);
        let caption = t.visit_problems();
        let row = |problem: &problem::Model| {
            let number = self.numbers.get(&problem.id);
            Row::new(vec![
                html! { (problem.body) },
                html! {
                    @match (problem.case(), number) {
                        (Some(case), Some(number)) => { a href=(format!("/cases/{case}")) { (number) } }
                        _ => (said::fate(self.lang, problem.fate())),
                    }
                },
                said::solved(self.lang, self.solved.contains(&problem.id)),
            ])
        };
        let table = Table {
            caption: &caption,
            columns: vec![
                Column::title(t.visit_problem_what()).wide(),
                Column::text(t.visit_problem_as()),
                Column::text(t.visit_problem_state()),
            ],
            rows: self.problems.iter().map(row).collect(),
            ..Table::default()
        };
        ui::section(
            "problems",
            &caption,
            html! {},
            html! {
                @if self.problems.is_empty() { p class="hint" { (t.visit_no_problems()) } }
                @else { (ui::table(self.lang, table)) }
            },
        )
    }
}
