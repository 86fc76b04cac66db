//! One joint action: its team, its rota, what was said and agreed, its cases, and whether complaints become fewer.
use super::{
    BEGUN,
    action::{self, ActionId, SUBJECT},
    line::{self, Sort, units},
    list_page::ACTIONS,
};
use crate::{
    cases::{self, store},
    desk::{Desk, Shows, timeline_of},
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    Act, Button, Column, Crumb, Fact, Icon, PageHead, PageKind, Row, Table, Tone,
    charts::{self, Bar, Bars, Style},
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/joint-actions/{action}")]
pub struct ActionUrl {
    action: ActionId,
}

pub(super) struct Whole {
    pub(super) desk: Desk,
    pub(super) action: action::Model,
    pub(super) lines: Vec<line::Model>,
}

pub async fn show(
    url: ActionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let whole = Whole::seen(&app, &actor, url.action).await?;
    let main = whole.view(&app, &actor, frame.lang, &[]).await?;
    let frame = frame.kind(PageKind::Record).under("joint_actions");
    Ok(frame.page(&whole.action.title, main))
}

impl Whole {
    /// The action, if this person may know of it.
    pub(super) async fn seen(app: &App, actor: &Actor, id: ActionId) -> Result<Whole, WebError> {
        let reader = app.db.reader();
        let action = action::Entity::find_by_id(id).one(reader).await?;
        let action = action.ok_or(WebError::NotFound)?;
        let lines = line::of(reader, id).await?;
        let desk = Desk::of(app, actor).await?;
        match action.is_seen_by(&desk, actor, &units(&lines)) {
            true => Ok(Whole {
                desk,
                action,
                lines,
            }),
            false => Err(WebError::NotFound),
        }
    }

    /// What was added, for the timeline, and which line it is.
    fn added(&self, lang: Lang, entry: &entry::Entry) -> Option<String> {
        let sort = entry.details.as_ref()?.get("sort")?.as_str()?;
        let title = sort_title(lang, Sort::from_code(sort)?);
        let line = self.lines.iter().find(|line| line.entry == entry.id);
        let who = line.map(|line| match line.unit {
            Some(unit) => self.desk.directory.name(unit, lang),
            None => line.who.as_str(),
        });
        Some(match line.zip(who).filter(|(_, who)| !who.is_empty()) {
            Some((line, who)) => texts(lang).joint_added_of(title, line.day.to_string(), who),
            None => title,
        })
    }

    fn of(&self, sort: Sort) -> impl Iterator<Item = &line::Model> {
        self.lines.iter().filter(move |line| line.sort() == sort)
    }

    pub(super) async fn view(
        &self,
        app: &App,
        actor: &Actor,
        lang: Lang,
        problems: &[FieldProblem],
    ) -> Result<Markup, WebError> {
        let t = texts(lang);
        let may_add = self
            .action
            .is_worked_on_by(&self.desk, actor, &units(&self.lines));
        let add = |sort: Sort| {
            let href = format!("{ACTIONS}/{}/lines/{}", self.action.id, sort.code());
            html! {
                @if may_add { (ui::link_button(&sort_title(lang, sort), &href, Act::Plain, Some(Icon::Add))) }
            }
        };
        let head = PageHead {
            title: &self.action.title,
            sub: Some(
                html! { @if !self.action.problem.is_empty() { p { (self.action.problem) } } },
            ),
            crumbs: &[Crumb::new(t.joint_actions(), ACTIONS)],
            ..PageHead::default()
        };
        let facts = [
            Fact::text(
                t.joint_lead(),
                self.desk.directory.name(self.action.lead, lang),
            ),
            Fact::text(t.joint_begun_on(), &self.action.begun_on.to_string()),
            Fact::text(t.joint_words(), &self.action.words),
        ];
        let team =
            html! { (add(Sort::Department)) " " (add(Sort::Deputy)) " " (add(Sort::Volunteer)) };
        let talks = html! { (add(Sort::Talk)) " " (add(Sort::Agreement)) };
        let entries = entry::history(app.db.reader(), SUBJECT, &self.action.id.to_string()).await?;
        let leads = self.desk.may(actor, Right::Serve, self.action.lead);
        let shows = Shows {
            corrections: Some(&|first| may_add && (leads || first.kind != BEGUN)),
            ..Shows::default()
        };
        let history =
            timeline_of(app, lang, entries, |entry| self.added(lang, entry), shows).await?;
        let left = html! {
            (ui::facts(&facts))
            (ui::section("trend", &t.joint_trend(), html! {}, self.trend(app, actor, lang).await?))
            (ui::section("team", &t.joint_team(), team, self.team(lang)))
            (ui::section("rota", &t.joint_rota(), add(Sort::Patrol), self.rota(lang, may_add, problems)))
            (ui::section("talks", &t.joint_talks(), talks, self.talks(lang)))
            (ui::section("cases", &t.joint_cases(), add(Sort::Case), self.cases(app, actor, lang).await?))
        };
        let right = ui::section("history", &t.history(), html! {}, history);
        Ok(html! {
            (ui::page_head(lang, head))
            (form::problem_summary(lang, problems))
            (ui::two_columns(left, right))
        })
    }

    /// Complaints month by month, six months before it began and up to now; each bar opens its cases.
    async fn trend(&self, app: &App, actor: &Actor, lang: Lang) -> Result<Markup, WebError> {
        let t = texts(lang);
        let months = cases::months_of(app, actor, &self.action.words, self.action.begun_on).await?;
        let begun = self.action.begun_on.format("%Y-%m").to_string();
        let bars: Vec<Bar> = months
            .iter()
            .map(|month| Bar {
                label: match month.name == begun {
                    true => t.joint_month_begun(month.name.as_str()),
                    false => month.name.clone(),
                },
                value: Some(month.count as f64),
                text: month.count.to_string(),
                href: month.href.clone(),
            })
            .collect();
        let before = months.iter().filter(|month| month.name < begun);
        let running = self.desk.today.format("%Y-%m").to_string();
        let whole = |month: &&cases::Month| begun < month.name && month.name < running;
        let after = months.iter().filter(whole);
        let (before, after) = (average(before), average(after));
        let title = t.joint_trend();
        Ok(html! {
            @match (before, after) {
                (Some(before), Some(after)) => { p { (t.joint_average(before, after)) } }
                _ => { p class="hint" { (t.joint_average_none()) } }
            }
            (charts::bars(lang, Style::Page, Bars { title: &title, bars: &bars }))
        })
    }

    fn team(&self, lang: Lang) -> Markup {
        let t = texts(lang);
        let name = |line: &line::Model| match line.unit {
            Some(unit) => self.desk.directory.name(unit, lang).to_owned(),
            None => line.who.clone(),
        };
        let sorts = [Sort::Department, Sort::Deputy, Sort::Volunteer];
        let rows = sorts.into_iter().flat_map(|sort| {
            self.of(sort).map(move |line| {
                Row::new(vec![
                    html! { (name(line)) },
                    html! { (member_title(lang, sort)) },
                    html! { (line.day) },
                ])
            })
        });
        let (nothing, nothing_text) = (t.joint_nothing(), t.joint_nothing_text());
        let table = Table {
            caption: &t.joint_team(),
            columns: vec![
                Column::title(t.joint_who()).wide(),
                Column::text(t.joint_as()),
                Column::text(t.limits_from()),
            ],
            rows: rows.collect(),
            empty: Some(nothing_yet(&nothing, &nothing_text)),
            ..Table::default()
        };
        ui::table(lang, table)
    }

    fn rota(&self, lang: Lang, may_add: bool, problems: &[FieldProblem]) -> Markup {
        let t = texts(lang);
        let rows = self.of(Sort::Patrol).map(|patrol| {
            Row::new(vec![
                html! { (patrol.day) },
                html! { (patrol.who) },
                html! { (patrol.words) },
                match (&patrol.handed_to, patrol.handed_on) {
                    (Some(to), Some(on)) => html! {
                        (ui::status_light(Tone::Good, &t.joint_handed()))
                        div class="hint" { (t.joint_handed_to(to.as_str(), on.to_string())) }
                    },
                    _ if may_add && patrol.day <= self.desk.today => {
                        self.handover(lang, patrol, problems)
                    }
                    _ => html! { (ui::badge(Tone::Idle, &t.joint_planned())) },
                },
            ])
        });
        let (nothing, nothing_text) = (t.joint_nothing(), t.joint_nothing_text());
        let table = Table {
            caption: &t.joint_rota(),
            columns: vec![
                Column::text(t.joint_day()),
                Column::title(t.joint_who()),
                Column::text(t.joint_patrol_words()),
                Column::text(t.joint_handover()).wide(),
            ],
            rows: rows.collect(),
            empty: Some(nothing_yet(&nothing, &nothing_text)),
            ..Table::default()
        };
        ui::table(lang, table)
    }

    fn handover(&self, lang: Lang, patrol: &line::Model, problems: &[FieldProblem]) -> Markup {
        let t = texts(lang);
        let (label, verb) = (t.joint_handover_to(), t.joint_handover());
        let id = format!("to-{}", patrol.entry);
        let field = Field {
            id: &id,
            ..Field::new("to", &label, "")
        };
        let field = field.required().problem(FieldProblem::of(problems, &id));
        let action = format!(
            "{ACTIONS}/{}/patrols/{}/handover",
            self.action.id, patrol.entry
        );
        let entry = crate::desk::new_entry().to_string();
        let body = html! {
            (form::hidden("entry", &entry))
            (form::text(lang, field))
            (ui::button(Button { label: &verb, ..Button::default() }))
        };
        let frame = form::Form {
            action: &action,
            ..form::Form::default()
        };
        form::form(lang, frame, body)
    }

    fn talks(&self, lang: Lang) -> Markup {
        let t = texts(lang);
        let lines = self.lines.iter();
        let happened = lines.filter(|line| matches!(line.sort(), Sort::Talk | Sort::Agreement));
        let rows = happened.map(|line| {
            Row::new(vec![
                html! { (line.day) },
                html! {
                    @match line.sort() {
                        Sort::Agreement => { (ui::badge(Tone::Good, &t.joint_agreement())) }
                        _ => { (ui::badge(Tone::Idle, &t.joint_talk())) }
                    }
                },
                html! { (line.who) },
                html! { (line.words) },
            ])
        });
        let (nothing, nothing_text) = (t.joint_nothing(), t.joint_nothing_text());
        let table = Table {
            caption: &t.joint_talks(),
            columns: vec![
                Column::text(t.joint_day()),
                Column::text(t.joint_as()),
                Column::title(t.joint_who()),
                Column::text(t.joint_talk_words()).wide(),
            ],
            rows: rows.collect(),
            empty: Some(nothing_yet(&nothing, &nothing_text)),
            ..Table::default()
        };
        ui::table(lang, table)
    }

    /// The cases that it is about. Those that this person may not see are counted, and not shown.
    async fn cases(&self, app: &App, actor: &Actor, lang: Lang) -> Result<Markup, WebError> {
        let t = texts(lang);
        let ids: Vec<_> = self
            .of(Sort::Case)
            .filter_map(|line| line.case_id)
            .collect();
        let seen = cases::among_seen(app, actor).await?;
        let found = store::Entity::find()
            .filter(store::Column::Id.is_in(ids.iter().copied()))
            .filter(seen);
        let found = found.all(app.db.reader()).await?;
        let by_id: HashMap<_, _> = found.iter().map(|case| (case.id, case)).collect();
        let shown = ids.iter().filter_map(|id| by_id.get(id));
        let hidden = ids.len() - by_id.len();
        Ok(html! {
            @if ids.is_empty() { p class="none" { (t.joint_nothing()) } }
            ul {
                @for case in shown {
                    li { a href={ "/cases/" (case.id) } { (case.number) } " " (case.title) " " span class="hint" { (case.raised_on) } }
                }
            }
            @if 0 < hidden { p class="hint" { (t.joint_cases_hidden(hidden)) } }
        })
    }
}

/// Cases a month, to one decimal, as tenths are written.
fn average<'a>(months: impl Iterator<Item = &'a cases::Month>) -> Option<String> {
    let (count, sum) = months.fold((0, 0), |(count, sum), month| (count + 1, sum + month.count));
    (0 < count).then(|| {
        let tenths = (sum * 20 + count) / (count * 2);
        format!("{}.{}", tenths / 10, tenths % 10)
    })
}

fn nothing_yet<'a>(title: &'a str, text: &'a str) -> ui::Empty<'a> {
    ui::Empty {
        title,
        text,
        act: None,
    }
}

fn member_title(lang: Lang, sort: Sort) -> String {
    let t = texts(lang);
    match sort {
        Sort::Deputy => t.joint_deputy(),
        Sort::Volunteer => t.joint_volunteer(),
        _ => t.joint_department(),
    }
}

/// What the form for a line does.
pub(super) fn sort_title(lang: Lang, sort: Sort) -> String {
    let t = texts(lang);
    match sort {
        Sort::Department => t.joint_add_department(),
        Sort::Deputy => t.joint_add_deputy(),
        Sort::Volunteer => t.joint_add_volunteer(),
        Sort::Patrol => t.joint_add_patrol(),
        Sort::Talk => t.joint_add_talk(),
        Sort::Agreement => t.joint_add_agreement(),
        Sort::Case => t.joint_add_case(),
    }
}
