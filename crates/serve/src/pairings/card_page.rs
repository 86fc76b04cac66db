//! The contact card, to be printed and left with whoever is helped: whom to call, and where to say what is wrong.
use super::{
    LOOKED_AT,
    making::SUBJECT,
    sight,
    store::{CONTACT_PHONE, PairingId},
};
use crate::{cases::TELL_US, words::texts};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId};
use ledger::{NewEntry, Subject};
use maud::html;
use serde::Deserialize;
use ui::{Card, Crumb, PageHead, PageKind};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/{pairing}/card")]
pub struct CardUrl {
    pub pairing: PairingId,
}

#[derive(Debug, Deserialize)]
pub struct Input {
    entry: EntryId,
}

/// Asked for by a form, because the number on it is sealed and each look is an entry.
pub async fn show(
    url: CardUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (desk, pairing) = sight::seen(&app, &actor, url.pairing).await?;
    if !desk.opens_pairing(&actor, &pairing) {
        return Err(WebError::NotFound);
    }
    let subject = Subject::new(SUBJECT, pairing.id);
    let entry = NewEntry::new(input.entry, LOOKED_AT, subject, pairing.helper, desk.today);
    app.book.post(&actor, entry).await?;
    let phone = match &pairing.contact_phone {
        Some(sealed) => app
            .keys
            .open(CONTACT_PHONE, sealed)
            .map_err(WebError::internal)?,
        None => String::new(),
    };
    let tell_us = format!("{}{TELL_US}", app.settings.public_url);
    let card = Card {
        href: TELL_US.to_owned(),
        text: t.pairing_card_text(pairing.contact.as_str(), phone),
        mark: Some(html! { strong { (desk.directory.name(pairing.helper, lang)) } }),
        foot: html! { span { (t.pairing_card_tell_us()) } },
        picture: Some(ui::qr(&tell_us, &t.pairing_card_code())),
    };
    let title = t.pairing_card();
    let head = PageHead {
        title: &title,
        sub: Some(html! { p class="screen-only" { (t.pairing_card_help()) } }),
        crumbs: &[Crumb::new(
            sight::helped(&app, &desk, lang, &pairing)?,
            super::pairing_page::href(pairing.id),
        )],
        ..PageHead::default()
    };
    let main = html! { (ui::page_head(lang, head)) (ui::cards(&[card])) };
    let page = frame
        .kind(PageKind::List)
        .under("pairings")
        .page(&title, main);
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}
