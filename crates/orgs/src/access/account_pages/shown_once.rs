//! A first password, shown once. It stands in no address, no cookie and no log.
use crate::words::texts;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use ui::{Act, Crumb, Notice, NoticeKind, PageHead, PageKind};
use web::Frame;

/// `password`: none when the same form was sent before, and the password was shown then.
pub(super) fn page(
    frame: Frame,
    crumbs: &[Crumb],
    (person, log_in): (&str, &str),
    password: Option<&str>,
    account: &str,
) -> Response {
    let title = texts(frame.lang).password_shown_title();
    let main = view(&frame, &title, crumbs, (person, log_in), password, account);
    let frame = frame.kind(PageKind::Form).under(super::NAV);
    let page = frame.page(&title, main);
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}

fn view(
    frame: &Frame,
    title: &str,
    crumbs: &[Crumb],
    (person, log_in): (&str, &str),
    password: Option<&str>,
    account: &str,
) -> Markup {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let head = PageHead {
        title,
        crumbs,
        ..PageHead::default()
    };
    let (kind, text) = match password {
        Some(_) => (NoticeKind::Warning, t.password_shown_text(person)),
        None => (NoticeKind::Info, t.password_shown_again()),
    };
    let notice = Notice {
        kind,
        text: &text,
        ..Notice::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::notice(lang, &notice))
        @if let Some(password) = password {
            (ui::facts(&[
                ui::Fact::text(t.account_name(), log_in),
                ui::Fact::new(t.password_shown_title(), html! { code class="shown-once" { (password) } }),
            ]))
        }
        (ui::acts(ui::link_button(&t.password_shown_done(), account, Act::Primary, None)))
    }
}
