//! The list of a project on paper: names, masked numbers, and a box to tick; lines for those who come without a sign-up.
use super::{
    project::{Project, ProjectId},
    record_page::seen,
    said,
    sign_up::{self, SignUp},
};
use crate::words::texts;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use db::Keys;
use kernel::{Actor, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Crumb, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

/// Empty lines for people who come without having signed up.
const EMPTY_LINES: usize = 8;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/{project}/list")]
pub struct PrintedUrl {
    pub project: ProjectId,
}

pub async fn show(
    url: PrintedUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (desk, project, day) = seen(&app, &actor, url.project).await?;
    if !desk.may(&actor, Right::Record, project.unit) {
        return Err(WebError::NotFound);
    }
    let sign_ups = sign_up::of_project(app.db.reader(), project.id).await?;
    let title = t.service_project_list();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (project.title) " · " (said::day(t, day.day)) " " (project.span()) " · " (project.place) }
            @if !project.bring.is_empty() { p { (t.service_project_bring()) "：" (project.bring) } }
        }),
        crumbs: &[Crumb::new(project.title.as_str(), project.href())],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        p class="screen-only" { (t.session_door_list_help()) }
        (list(lang, &app.keys, &project, &sign_ups))
    };
    let frame = frame.kind(PageKind::List).under("service_projects");
    Ok(frame.page(&title, main))
}

fn list(lang: Lang, keys: &Keys, project: &Project, sign_ups: &[SignUp]) -> Markup {
    let t = texts(lang);
    let mut rows = Vec::new();
    for one in sign_ups {
        let phone = one.masked_phone(keys);
        for (at, name) in one.names(keys).iter().enumerate() {
            let mark = match one.has_come(at) {
                true => "☑",
                false => "☐",
            };
            rows.push(Row::new(vec![
                html! { (mark) },
                html! { (name) },
                html! { span class="nowrap" { @if at == 0 { (phone) } } },
            ]));
        }
    }
    let blank = || Row::new(vec![html! { "☐" }, html! { "\u{a0}" }, html! {}]);
    rows.extend(std::iter::repeat_with(blank).take(EMPTY_LINES));
    let table = Table {
        caption: &project.title,
        columns: vec![
            Column::text(t.session_door_box()),
            Column::title(t.session_names()).wide(),
            Column::text(t.session_phone()),
        ],
        rows,
        ..Table::default()
    };
    ui::table(lang, table)
}
