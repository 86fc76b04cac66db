//! Projects for a notice board: a page that is printed, with a code beside each by which one signs up.
use super::{
    day::{self, ServiceDay},
    list_page::PROJECTS,
    open_page::next_day,
    project::{self, Project, Standing},
    rule::Month,
    said,
};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Card, Crumb, Empty, PageHead, PageKind};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/board")]
pub struct BoardUrl;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The day that comes next, unless said.
    month: String,
}

pub async fn show(
    _: BoardUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let day = match wanted.month.trim().parse::<Month>() {
        Ok(month) => day::of_month(reader, month).await?,
        Err(_) => next_day(&app).await?.0,
    };
    let desk = Desk::of(&app, &actor).await?;
    let now = app.clock.now();
    let projects = project::of_days(reader, [day.id]).await?.into_iter();
    let open =
        |project: &Project| matches!(project.standing(&day, now), Standing::Open | Standing::Full);
    let cards: Vec<Card> = projects
        .filter(open)
        .map(|project| card(lang, &app.settings.public_url, (&desk, &day), &project))
        .collect();
    let title = t.service_board_title(said::day(t, day.day));
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.service_board_sub()) } }),
        crumbs: &[Crumb::new(t.service_days(), PROJECTS)],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        @if cards.is_empty() {
            (ui::empty(Empty { title: &t.service_day_no_projects(), text: &t.service_board_none(), act: Some((&t.service_days(), PROJECTS)) }))
        } @else {
            p class="screen-only" { (t.wish_board_print()) }
            (ui::cards(&cards))
        }
    };
    let frame = frame.kind(PageKind::List).under("service_projects");
    Ok(frame.page(&title, main))
}

fn card(
    lang: Lang,
    public_url: &str,
    (desk, day): (&Desk, &ServiceDay),
    project: &Project,
) -> Card {
    let t = texts(lang);
    let href = project.public_href();
    let code = t.service_board_code(&project.title);
    Card {
        text: project.title.clone(),
        mark: None,
        foot: html! {
            span { (said::day(t, day.day)) " " span class="nowrap" { (project.span()) } }
            span { (project.place) }
            span { (desk.directory.name(project.unit, lang)) }
            span { (t.service_board_scan()) }
        },
        picture: Some(ui::qr(&format!("{public_url}{href}"), &code)),
        href,
    }
}
