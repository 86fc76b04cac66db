//! A seal to be printed and kept elsewhere: in a file, on a wall, in a newspaper.
use crate::words;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Right;
use ledger::seal;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Crumb, PageHead};
use web::{Access, App, Frame, Pages, WebError};

pub(super) fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/seals/{number}/paper")]
pub struct SealPaperUrl {
    pub number: i64,
}

async fn show(url: SealPaperUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let seal = seal::find(reader, url.number).await?;
    let seal = seal.ok_or(WebError::NotFound)?;
    let first = seal::first(reader).await?.ok_or(WebError::NotFound)?;
    let printed = seal.printed(&first);
    let text = printed.to_string();
    let check = format!("{}/seals/check?seal={text}", app.settings.public_url);
    let title = t.seal_paper_title(seal.number);
    let crumbs = [
        Crumb::new(t.seals_title(), "/seals"),
        Crumb::new(
            t.seal_number(seal.number),
            format!("/seals/{}", seal.number),
        ),
    ];
    let sponsor = &app.settings.sponsor;
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p class="screen-only" { (t.seal_paper_sub()) } }), crumbs: &crumbs, ..PageHead::default() }))
        section class="seal-paper" aria-label=(title) {
            @if !sponsor.is_empty() { p { (sponsor) } }
            p class="seal-day" { (paper::write_date(seal.day, lang)) }
            p { (t.seal_paper_says(seal.entries, seal.first_seq, seal.last_seq)) }
            (ui::qr(&check, &t.seal_paper_code()))
            p class="seal-text" {
                @for four in groups(&text) { span { (four) } " " }
            }
            p { (t.seal_paper_how(app.settings.public_url.as_str())) }
            p { (t.seal_paper_book(printed.book)) }
        }
    };
    Ok(frame.under("figures").page(&title, main))
}

/// Parts that stay together on a line.
fn groups(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let (head, rest) = parts.split_at(parts.len().min(3));
    let last = rest.len().saturating_sub(1);
    let head = std::iter::once(format!("{}-", head.join("-")));
    let rest = rest.iter().enumerate().map(|(at, part)| match at == last {
        true => (*part).to_owned(),
        false => format!("{part}-"),
    });
    head.chain(rest).collect()
}
