//! Checking a printed seal: whoever holds the paper may ask, without an account. Only whether it is true is answered.
use super::{
    checking::{Proof, prove},
    unreadable,
};
use crate::words;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use kernel::Lang;
use ledger::seal::{Printed, Wanted};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Button, Notice, NoticeKind, PageHead, PageKind, form};
use web::{Access, App, Frame, Pages, WebError};

pub(super) fn pages() -> Pages {
    Pages::default().get(Access::Anyone, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/seals/check")]
pub struct CheckUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    seal: String,
}

/// Most characters that a printed seal can have, with spaces between all of them.
const TYPED_MAX: usize = 400;

async fn show(
    _: CheckUrl,
    State(app): State<App>,
    Query(asked): Query<Asked>,
    frame: Frame,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let typed: String = asked.seal.chars().take(TYPED_MAX).collect();
    let mut problem = None;
    let mut answer = html! {};
    if !typed.trim().is_empty() {
        match Printed::read(&typed) {
            Err(wrong) => problem = Some(unreadable(wrong, lang)),
            Ok(printed) => {
                let wanted = Wanted::One(printed.number);
                let proof = prove(app.db.reader(), &printed, wanted, |_, _| ()).await?;
                answer = self::answer(lang, &printed, &proof, frame.actor.is_some());
            }
        }
    }
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let title = t.seal_check_title();
    let (label, help, button) = (t.seal_check_field(), t.seal_check_help(), t.seal_check());
    let field = form::Field::new("seal", &label, &typed)
        .required()
        .help(&help)
        .problem(problem.as_deref());
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.seal_check_sub()) } }), ..PageHead::default() }))
        (answer)
        form class="form" method="get" action="/seals/check" novalidate {
            (form::text_area(lang, field))
            (ui::button(Button { label: &button, act: Act::Primary, ..Button::default() }))
        }
    };
    let page = frame
        .kind(PageKind::Public)
        .under("figures")
        .page(&title, main);
    Ok((status, page).into_response())
}

fn answer(lang: Lang, printed: &Printed, proof: &Proof, is_signed_in: bool) -> Markup {
    let t = words::texts(lang);
    let (kind, text) = match proof {
        Proof::True(seal) => {
            let day = seal.day.to_string();
            (
                NoticeKind::Success,
                t.seal_proof_true(seal.number, day, seal.entries),
            )
        }
        Proof::Changed(seal, findings) => {
            let (day, count) = (seal.day.to_string(), findings.len() as i64);
            (
                NoticeKind::Error,
                t.seal_proof_changed(seal.number, day, count),
            )
        }
        Proof::WrittenAnew(seal) => (
            NoticeKind::Error,
            t.seal_proof_anew(seal.number, seal.day.to_string()),
        ),
        Proof::NotThere { latest } => {
            let latest = latest.unwrap_or(0);
            (
                NoticeKind::Error,
                t.seal_proof_not_there(printed.number, latest),
            )
        }
        Proof::OtherBook { ours } => {
            let ours = ours.clone().unwrap_or_default();
            (
                NoticeKind::Error,
                t.seal_proof_other_book(printed.book.as_str(), ours),
            )
        }
    };
    let href = format!("/seals/{}?verified=1", printed.number);
    let label = t.seal_open();
    let opens = matches!(proof, Proof::True(_) | Proof::Changed(..)) && is_signed_in;
    let act = opens.then_some((label.as_str(), href.as_str()));
    ui::notice(
        lang,
        &Notice {
            kind,
            text: &text,
            act,
            ..Notice::default()
        },
    )
}
