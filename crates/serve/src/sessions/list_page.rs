//! The list at the door on paper: names, masked numbers, the end of each code, and a box to tick.
use super::{
    booking::{self, CODE, PlaceBooking, State as Standing},
    listing_page::{href, when},
    session::{self, SessionId, Slot},
};
use crate::{desk::Desk, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use db::Keys;
use kernel::{Actor, EntryId, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Crumb, PageHead, PageKind, Row, Table, Tone};
use web::{App, Frame, WebError};

/// Signs of a code that are printed: enough to tell whoever shows it, too few to use it.
const CODE_CHARS_SHOWN: usize = 4;

#[derive(TypedPath, Deserialize)]
#[typed_path("/services/{session}/door/list")]
pub struct DoorListUrl {
    pub session: SessionId,
}

pub async fn show(
    url: DoorListUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let session = session::find(reader, url.session).await?;
    let session = session.ok_or(WebError::NotFound)?;
    let desk = Desk::of(&app, &actor).await?;
    if !desk.may(&actor, Right::Serve, session.unit) {
        return Err(WebError::NotFound);
    }
    let slots = session::slots(reader, session.id).await?;
    let bookings = booking::of_session(reader, session.id).await?;
    let title = t.session_door_list_title();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            (session.title(lang)) " · " (when(&session, &slots)) " · " (session.place)
        }),
        crumbs: &[Crumb::new(
            t.session_door(),
            format!("{}/door", href(&session)),
        )],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        p class="screen-only" { (t.session_door_list_help()) }
        @for slot in &slots {
            @let of_slot = bookings.iter().filter(|one| one.slot == slot.id);
            (ui::section(&format!("slot-{}", slot.id), &session::span(slot), html! {}, list(lang, &app.keys, slot, of_slot)))
        }
    };
    let frame = frame.kind(PageKind::List).under("service_sessions");
    Ok(frame.page(&title, main))
}

fn list<'a>(
    lang: Lang,
    keys: &Keys,
    slot: &Slot,
    bookings: impl Iterator<Item = &'a PlaceBooking>,
) -> Markup {
    let t = texts(lang);
    let rows: Vec<Row> = bookings.map(|booking| row(lang, keys, booking)).collect();
    let caption = session::span(slot);
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::text(t.session_door_box()),
            Column::title(t.session_names()).wide(),
            Column::number(t.session_people()),
            Column::text(t.session_phone()),
            Column::text(t.session_code_end()),
        ],
        rows,
        ..Table::default()
    };
    html! {
        @if table.rows.is_empty() { p class="none" { (t.session_door_list_empty()) } }
        @else { (ui::table(lang, table)) }
    }
}

fn row(lang: Lang, keys: &Keys, booking: &PlaceBooking) -> Row {
    let t = texts(lang);
    let code = CODE.made(keys, EntryId(booking.id.0));
    let end = &code[code.len() - CODE_CHARS_SHOWN..];
    let names = booking.names(keys).join("、");
    Row::new(vec![
        html! { @if 0 < booking.served { "☑" } @else { "☐" } },
        html! {
            (names)
            @if !booking.employer.is_empty() { div class="hint" { (booking.employer) } }
            @if booking.state == Standing::Waiting { " " (ui::badge(Tone::Attention, &t.session_state_waiting())) }
        },
        html! { (booking.people) },
        html! { span class="nowrap" { (booking.masked_phone(keys)) } },
        html! { @if !booking.walk_in { span class="nowrap" { "…" (end) } } },
    ])
}
