//! What waits on this device: filled by script, as only the device knows it. It is also what is shown, without network,
//! in place of a page that is not kept.
use super::KeptOffline;
use crate::{
    Access, App, Frame, Pages,
    words::{Texts, texts},
};
use axum::{extract::State, response::IntoResponse};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Notice, NoticeKind, PageHead, PageKind, Tone};

pub(crate) const OUTBOX: &str = "/outbox";
const KEPT_HOURS: u32 = 7 * 24;

pub(crate) fn pages() -> Pages {
    Pages::default().get(Access::SignedIn, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/outbox")]
pub struct OutboxUrl;

async fn show(
    _: OutboxUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> impl IntoResponse {
    let lang = frame.lang;
    let title = texts(lang).outbox_title();
    let usable: Vec<_> = app
        .domains
        .iter()
        .flat_map(|domain| {
            let entries = domain.quick_entries.iter();
            entries
                .flat_map(|entries| entries(lang, &actor))
                .filter(|entry| domain.offline.contains(&entry.href.as_str()))
        })
        .filter(|entry| app.map.admits(&entry.href, &actor))
        .map(|entry| (entry.label, entry.href))
        .collect();
    let main = view(lang, &title, &usable);
    let page = frame.kind(PageKind::Form).page(&title, main);
    (KeptOffline { hours: KEPT_HOURS }, page)
}

fn view(lang: Lang, title: &str, usable: &[(String, String)]) -> Markup {
    let t = texts(lang);
    let (elsewhere, sub, foreign) = (t.outbox_elsewhere(), t.outbox_sub(), t.outbox_foreign());
    let needs_script = t.outbox_needs_script();
    let warning = |text| Notice {
        kind: NoticeKind::Warning,
        text,
        ..Notice::default()
    };
    html! {
        (ui::page_head(lang, PageHead { title, sub: Some(html! { p { (sub) } }), ..PageHead::default() }))
        noscript { (ui::notice(lang, &warning(&needs_script))) }
        div hidden data-outbox-elsewhere { (ui::notice(lang, &warning(&elsewhere))) }
        div hidden data-outbox-if="foreign" { (ui::notice(lang, &Notice { text: &foreign, ..Notice::default() })) }
        p hidden data-outbox-if="empty" { (t.outbox_empty()) }
        ul class="outbox-list" aria-label=(title) data-outbox-list {}
        div hidden data-outbox-if="waiting" {
            button class="button" type="button" data-outbox-send { (t.outbox_send_now()) }
        }
        @if !usable.is_empty() {
            (ui::section("usable", &t.outbox_usable(), html! {}, html! {
                ul { @for (label, href) in usable { li { a href=(href) { (label) } } } }
            }))
        }
        (item(t))
    }
}

/// One form that waits, as the script copies it.
fn item(t: &Texts) -> Markup {
    let light = |state: &str, tone, text: &str| html! { span data-state=(state) hidden { (ui::status_light(tone, text)) } };
    html! {
        template id="outbox-item" {
            li class="outbox-item" {
                h2 data-put="title" {}
                p class="outbox-at" data-put="at" {}
                p {
                    (light("waiting", Tone::Attention, &t.outbox_state_waiting()))
                    (light("log-in", Tone::Attention, &t.outbox_state_log_in()))
                    (light("refused", Tone::Bad, &t.outbox_state_refused()))
                }
                ul data-put="said" {}
                div class="acts" {
                    a class="button" href=(OUTBOX) data-outbox-open { (t.outbox_open_form()) }
                    button class="button button-quiet" type="button" data-outbox-discard="" data-word-sure=(t.outbox_discard_sure()) { (t.outbox_discard()) }
                }
            }
        }
    }
}
