//! A project for those who hold it: what it is, who signed up, who came, and what happened to it.
use super::{
    day::ServiceDay,
    list_page::PROJECTS,
    project::{Project, ProjectId, SUBJECT, Standing},
    project_page::facts,
    said,
    sign_up::{self, SignUp},
    signing_up::{SignUpError, project_and_day},
};
use crate::{
    desk::{Desk, Shows, timeline_of},
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use db::Keys;
use kernel::{Actor, Lang, Right};
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Column, Crumb, Empty, Icon, Notice, NoticeKind, PageHead, PageKind, Row, Table, Tone,
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/{project}")]
pub struct ProjectUrl {
    pub project: ProjectId,
}

/// The project, if this person may know how it is held.
pub(super) async fn seen(
    app: &App,
    actor: &Actor,
    id: ProjectId,
) -> Result<(Desk, Project, ServiceDay), WebError> {
    let (project, day) = match project_and_day(app.db.reader(), id).await {
        Ok(found) => found,
        Err(SignUpError::Book(source)) => return Err(source.into()),
        Err(_) => return Err(WebError::NotFound),
    };
    let desk = Desk::of(app, actor).await?;
    match desk.sees(project.unit) {
        true => Ok((desk, project, day)),
        false => Err(WebError::NotFound),
    }
}

pub async fn show(
    url: ProjectUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (desk, project, day) = seen(&app, &actor, url.project).await?;
    let may_record = desk.may(&actor, Right::Record, project.unit);
    let sign_ups = sign_up::of_project(app.db.reader(), project.id).await?;
    let entries = entry::history(app.db.reader(), SUBJECT, &project.id.to_string()).await?;
    let shows = Shows {
        corrections: Some(&|_| may_record && project.cancelled_on.is_none()),
        ..Shows::default()
    };
    let say = |entry: &Entry| {
        let details = entry.details.as_ref()?;
        let number = |key: &str| details.get(key).and_then(serde_json::Value::as_i64);
        match (number("people"), number("came"), number("hours")) {
            (Some(people), ..) => Some(t.service_project_people_of(people)),
            (_, Some(came), Some(hours)) => Some(t.service_project_came_of(came, hours)),
            _ => None,
        }
    };
    let history = timeline_of(&app, lang, entries, say, shows).await?;
    let standing = project.standing(&day, app.clock.now());
    let unit = desk.directory.name(project.unit, lang).to_owned();
    let left = html! {
        @if let Some(moved) = said::moved(lang, &day) { (moved) }
        @if standing == Standing::Cancelled {
            @let text = t.service_project_cancelled_because(&project.cancel_reason);
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &text, ..Notice::default() }))
        }
        (ui::facts(&facts(lang, &project, &day, &unit)))
        @if may_record {
            (ui::section("sign_ups", &t.service_project_sign_ups(sign_ups.iter().map(|one| one.people).sum::<i64>()), html! {}, people(lang, &app.keys, &sign_ups, &project)))
            @if project.came.is_some() { (ui::section("came", &t.service_project_others(), html! {}, others(lang, &app.keys, &project))) }
        }
    };
    let right = ui::section("history", &t.history(), html! {}, history);
    let head = PageHead {
        title: &project.title,
        sub: Some(said::standing(lang, &project, standing)),
        acts: Some(acts(lang, &project, standing, may_record)),
        crumbs: &[
            Crumb::new(t.service_days(), PROJECTS),
            Crumb::new(
                said::day(t, day.day),
                super::open_page::month_href(PROJECTS, day.month()),
            ),
        ],
    };
    let main = html! { (ui::page_head(lang, head)) (ui::two_columns(left, right)) };
    let frame = frame.kind(PageKind::Record).under("service_projects");
    Ok(frame.page(&project.title, main))
}

fn acts(lang: Lang, project: &Project, standing: Standing, may_record: bool) -> Markup {
    let t = texts(lang);
    let to = |step: &str| format!("{}/{step}", project.href());
    let is_to_come = matches!(standing, Standing::Open | Standing::Full);
    let is_over = matches!(standing, Standing::Begun | Standing::Held);
    html! {
        @if may_record {
            @if is_over {
                @let (label, act) = match standing {
                    Standing::Held => (t.service_project_correct_came(), Act::Plain),
                    _ => (t.service_project_enter_came(), Act::Primary),
                };
                (ui::link_button(&label, &to("came"), act, Some(Icon::Check)))
            }
            @if is_to_come || standing == Standing::Begun {
                (ui::link_button(&t.service_project_change(), &to("change"), Act::Plain, None))
                (ui::link_button(&t.service_project_cancel(), &to("cancellation"), Act::Plain, None))
            }
            @if standing != Standing::Cancelled {
                (ui::link_button(&t.session_door_list(), &to("list"), Act::Plain, Some(Icon::Print)))
            }
        }
        (ui::link_button(&t.sessions_public_look(), &project.public_href(), Act::Plain, None))
    }
}

fn people(lang: Lang, keys: &Keys, sign_ups: &[SignUp], project: &Project) -> Markup {
    let t = texts(lang);
    let is_entered = project.came.is_some();
    let rows = sign_ups.iter().map(|one| {
        let names = one.names(keys);
        let cleared = names.is_empty();
        Row::new(vec![
            html! {
                @if cleared { span class="none" { (t.sign_up_cleared()) } }
                @if is_entered {
                    @for (at, name) in names.iter().enumerate() {
                        div class="person" {
                            span { (name) }
                            @if one.has_come(at) { " " (ui::badge(Tone::Good, &t.service_project_has_come())) }
                        }
                    }
                } @else { (names.join("、")) }
            },
            html! { (one.people) },
            html! { span class="nowrap" { (one.masked_phone(keys)) } },
        ])
    });
    let (nobody, nobody_text) = (t.service_project_nobody(), t.service_project_nobody_text());
    let caption = t.sign_up();
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.session_names()).wide(),
            Column::number(t.session_people()),
            Column::text(t.session_phone()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &nobody,
            text: &nobody_text,
            act: None,
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

/// Who came without having signed up.
fn others(lang: Lang, keys: &Keys, project: &Project) -> Markup {
    let t = texts(lang);
    let names = project.others(keys);
    html! {
        @if !names.is_empty() { p { (names.join("、")) } }
        @if 0 < project.head_count { p { (t.service_project_head_count_of(project.head_count)) } }
        @if names.is_empty() && project.head_count == 0 { p class="none" { (t.service_project_no_others()) } }
        p class="hint" { (t.service_project_names_kept()) }
    }
}
