//! The search on top of each page: every domain looks among its own.
use crate::{Access, App, Frame, Hit, Pages, WebError, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Empty, PageHead, PageKind, Row, Table};

/// Longest text that is searched for, in characters; what is longer is cut.
const WORDS_CHARS_MAX: usize = 100;

pub(crate) fn pages() -> Pages {
    Pages::default().get(Access::SignedIn, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/search")]
pub struct SearchUrl;

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

async fn show(
    _: SearchUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let words: String = asked.q.trim().chars().take(WORDS_CHARS_MAX).collect();
    let mut hits = Vec::new();
    if !words.is_empty() {
        for search in app.domains.iter().flat_map(|domain| &domain.searches) {
            hits.extend(search.find(&app, &actor, frame.lang, &words).await?);
        }
    }
    let title = texts(frame.lang).search_title();
    let main = view(frame.lang, &title, &words, &hits);
    Ok(frame
        .kind(PageKind::List)
        .searching(words)
        .page(&title, main))
}

fn view(lang: Lang, title: &str, words: &str, hits: &[Hit]) -> Markup {
    let t = texts(lang);
    let empty_text = if words.is_empty() {
        t.search_nothing_asked()
    } else {
        t.search_nothing_found(words)
    };
    let rows = hits.iter().map(|hit| {
        Row::new(vec![
            html! { (hit.kind) },
            html! { a href=(hit.href) { (hit.title) } },
            html! { (hit.detail) },
        ])
    });
    html! {
        (ui::page_head(lang, PageHead { title, ..PageHead::default() }))
        (ui::table(lang, Table {
            caption: title,
            columns: vec![
                Column::text(t.search_kind()),
                Column::title(t.search_hit()).wide(),
                Column::text(t.search_detail()),
            ],
            rows: rows.collect(),
            empty: Some(Empty { title: &t.search_empty(), text: &empty_text, act: None }),
            ..Table::default()
        }))
    }
}
