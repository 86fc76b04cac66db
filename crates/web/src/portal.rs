//! What anybody finds here without an account: the parts of all domains on one page, for a cheap phone and without script.
use crate::{Access, App, Frame, LOG_IN, Pages, PublicPart, WebError, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Lang;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, PageHead, PageKind};

/// Where the portal is; a stranger who asks for `/` gets it too.
pub const PORTAL: &str = "/portal";

pub(crate) fn pages() -> Pages {
    Pages::default().get(Access::Anyone, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/portal")]
pub struct PortalUrl;

async fn show(_: PortalUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    page(&app, frame).await
}

pub(crate) async fn page(app: &App, frame: Frame) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let mut parts = Vec::new();
    for source in app.domains.iter().flat_map(|domain| &domain.portal) {
        parts.push(source.part(app, lang).await?);
    }
    parts.sort_by_key(|part| part.order);
    let is_stranger = frame.actor.is_none();
    let main = view(lang, &app.settings.sponsor, &parts, is_stranger);
    let title = texts(lang).portal_title();
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

fn view(lang: Lang, sponsor: &str, parts: &[PublicPart], is_stranger: bool) -> Markup {
    let t = texts(lang);
    let title = t.portal_title();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            @if !sponsor.is_empty() { p { (sponsor) } }
            p { (t.portal_sub()) }
        }),
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        @for (at, part) in parts.iter().enumerate() { (part_view(part, at == 0)) }
        @if is_stranger { p class="hint" { (t.portal_staff()) " " a href=(LOG_IN) { (t.problem_go_to_log_in()) } } }
    }
}

fn part_view(part: &PublicPart, is_first: bool) -> Markup {
    let act = |at: usize| match (is_first, at) {
        (true, 0) => Act::Primary,
        _ => Act::Plain,
    };
    let ways = html! {
        @for (at, way) in part.ways.iter().enumerate() { (ui::link_button(&way.label, &way.href, act(at), None)) }
    };
    let body = html! {
        p { (part.text) }
        @if !part.items.is_empty() {
            ul class="open-list" {
                @for item in &part.items {
                    li {
                        a href=(item.href) { (item.title) }
                        @if !item.detail.is_empty() { span class="hint" { (item.detail) } }
                    }
                }
            }
        }
        (ui::acts(ways))
    };
    ui::section(part.key, &part.title, html! {}, body)
}
