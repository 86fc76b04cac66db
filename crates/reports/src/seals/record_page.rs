//! One seal: what it covers, how it is printed, and whether all below it is as it was.
use super::in_words;
use crate::words;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Lang, Right};
use ledger::seal::{self, Seal, Verified, Wanted, verify};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Crumb, Fact, Icon, Notice, NoticeKind, PageHead};
use web::{Access, App, Frame, Pages, WebError};

pub(super) fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/seals/{number}")]
pub struct SealUrl {
    pub number: i64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct More {
    verified: Option<u8>,
}

/// Findings that a page lists; the command line lists more.
const FINDINGS_SHOWN: usize = 50;

async fn show(
    url: SealUrl,
    State(app): State<App>,
    Query(more): Query<More>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let seal = seal::find(reader, url.number).await?;
    let seal = seal.ok_or(WebError::NotFound)?;
    let first = seal::first(reader).await?.ok_or(WebError::NotFound)?;
    let verified = match more.verified {
        Some(_) => Some(verify(reader, Wanted::One(seal.number), |_, _| ()).await?),
        None => None,
    };
    let title = t.seal_title(seal.number, seal.day.to_string());
    let paper = format!("/seals/{}/paper", seal.number);
    let again = format!("/seals/{}?verified=1", seal.number);
    let (label_paper, label_verify) = (t.seal_print(), t.seal_verify());
    let acts = html! {
        (ui::link_button(&label_verify, &again, Act::Primary, Some(Icon::Check)))
        (ui::link_button(&label_paper, &paper, Act::Plain, Some(Icon::Print)))
    };
    let crumbs = [Crumb::new(t.seals_title(), "/seals")];
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.seal_sub()) } }), acts: Some(acts), crumbs: &crumbs }))
        @if let Some(verified) = &verified { (outcome(lang, verified)) }
        (ui::facts(&facts(lang, &seal, &seal.printed(&first).to_string())))
    };
    Ok(frame.under("figures").page(&title, main))
}

fn facts(lang: Lang, seal: &Seal, printed: &str) -> Vec<Fact> {
    let t = words::texts(lang);
    let edges = (seal.last_edge - seal.first_edge + 1).max(0);
    let rest = seal.leaves - seal.entries - edges;
    let before = (1 < seal.number).then(|| format!("/seals/{}", seal.number - 1));
    vec![
        Fact::new(
            t.column_entries(),
            html! { (t.seal_covers(seal.entries, seal.first_seq, seal.last_seq)) },
        ),
        Fact::new(
            t.seal_others(),
            html! { (t.seal_covers_others(edges, rest)) },
        ),
        Fact::new(
            t.column_sealed_at(),
            html! { (crate::entries::moment(seal.sealed_at)) },
        ),
        Fact::new(
            t.seal_before(),
            html! {
                @match before {
                    Some(href) => { a href=(href) { (t.seal_number(seal.number - 1)) } }
                    None => { (t.seal_is_first()) }
                }
            },
        ),
        Fact::new(
            t.seal_as_printed(),
            html! { code class="seal-text" { (printed) } },
        ),
        Fact::new(
            t.seal_hash(),
            html! { code class="seal-text" { (db::hex(&seal.hash)) } },
        ),
        Fact::new(
            t.seal_root(),
            html! { code class="seal-text" { (db::hex(&seal.root)) } },
        ),
    ]
}

pub(super) fn outcome(lang: Lang, verified: &Verified) -> Markup {
    let t = words::texts(lang);
    if verified.is_true() {
        let text = t.seal_is_true(verified.entries as i64, verified.postings as i64);
        return ui::notice(
            lang,
            &Notice {
                kind: NoticeKind::Success,
                text: &text,
                ..Notice::default()
            },
        );
    }
    html! {
        (ui::notice(lang, &Notice { kind: NoticeKind::Error, text: &t.seal_is_not_true(verified.findings.len() as i64), ..Notice::default() }))
        ul {
            @for finding in verified.findings.iter().take(FINDINGS_SHOWN) { li { (in_words(finding, lang)) } }
        }
    }
}
