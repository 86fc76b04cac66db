//! The list at the door: search, rows with their tick, and the camera that finds a row by its code.
use super::{
    booking::{CODE, PlaceBooking, State as Standing},
    door_page::Door,
    listing_page::href,
    session::{self, Slot},
};
use crate::{desk::new_entry, words::texts};
use db::Keys;
use kernel::{EntryId, Lang};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use ui::{
    Act, Button, Column, Empty, QueryBar, Row, Table, Tone,
    form::{self, Choice, Field, Width},
};

/// Bytes of a code's hash that stand in its row.
const MARK_BYTES: usize = 4;

pub(super) fn bar(lang: Lang, door: &Door) -> Markup {
    let t = texts(lang);
    let (q, show) = (t.session_door_q(), t.session_door_show());
    let states = [
        Choice::new("served", t.session_door_served()),
        Choice::new("missing", t.session_door_missing()),
    ];
    let action = format!("{}/door", href(&door.session));
    let bar = QueryBar {
        action: &action,
        keep: &[],
        fields: html! {
            (form::search(lang, Field::new("q", &q, &door.conditions.q).condition().width(Width::Medium)))
            (form::select(lang, Field::new("show", &show, &door.conditions.show).condition().width(Width::Short), &states))
        },
    };
    ui::query_bar(lang, bar)
}

pub(super) fn list(lang: Lang, keys: &Keys, door: &Door) -> Markup {
    let t = texts(lang);
    let mut rows = Vec::new();
    for slot in &door.slots {
        for booking in door.bookings.iter().filter(|one| one.slot == slot.id) {
            let names = booking.names(keys);
            if door.is_wanted(keys, booking, &names) {
                rows.push(row(lang, keys, door, slot, booking, &names));
            }
        }
    }
    let table = Table {
        caption: &t.session_door(),
        columns: vec![
            Column::text(t.session_slot()),
            Column::title(t.session_names()).wide(),
            Column::text(t.session_phone()),
            Column::number(t.session_people()),
            Column::text(t.session_door_came()),
        ],
        rows,
        empty: Some(Empty {
            title: &t.session_door_empty(),
            text: &t.session_door_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

fn row(
    lang: Lang,
    keys: &Keys,
    door: &Door,
    slot: &Slot,
    booking: &PlaceBooking,
    names: &[String],
) -> Row {
    let t = texts(lang);
    let all = names.join(match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    });
    let state = match (booking.state, booking.walk_in) {
        (Standing::Waiting, _) => Some(ui::badge(Tone::Attention, &t.session_state_waiting())),
        (_, true) => Some(ui::badge(Tone::Info, &t.session_state_walk_in())),
        _ => None,
    };
    Row::new(vec![
        html! { span class="nowrap" { (session::span(slot)) } },
        html! { span data-door-code=(code_mark(keys, booking)) { (all) } @if let Some(state) = state { " " (state) } },
        html! { span class="nowrap" { (booking.masked_phone(keys)) } },
        html! { (booking.people) },
        html! { @if booking.state == Standing::Booked { (tick(lang, door, booking, &all)) } },
    ])
}

/// How many came, with the button that says so; nobody has to be counted one by one.
fn tick(lang: Lang, door: &Door, booking: &PlaceBooking, names: &str) -> Markup {
    let t = texts(lang);
    let id = format!("served-{}", booking.id);
    let value = match booking.served {
        0 => booking.people,
        served => served,
    };
    let submit = match booking.served {
        0 => t.session_tick(),
        _ => t.session_tick_again(),
    };
    let action = format!("{}/door", href(&door.session));
    let (title, key) = (t.session_tick_title(), booking.id.to_string());
    html! {
        form method="post" action=(action) class="acts"
            data-offline=(title) data-offline-page=(action) data-offline-label="who" data-offline-stay data-offline-key=(key)
        {
            (form::hidden("entry", &new_entry().to_string()))
            (form::hidden("booking", &key))
            (form::hidden("seen", &booking.served.to_string()))
            (form::hidden("who", names))
            div class="field" {
                label class="sr-only" for=(id) { (t.session_served_of(names)) }
                input id=(id) name="served" type="number" min="0" max=(booking.people) value=(value);
            }
            (ui::button(Button { label: &submit, act: Act::Plain, ..Button::default() }))
            @if booking.served == 0 {
                (ui::button(Button { label: &t.session_release(), act: Act::Quiet, name: "release", value: "true", ..Button::default() }))
            }
            (form::outbox_state())
        }
        @if 0 < booking.served { p class="hint" { (t.session_came(booking.served.to_string())) } }
    }
}

/// By which a script finds the row of a scanned code: a few signs of its hash, of which nobody makes the code.
fn code_mark(keys: &Keys, booking: &PlaceBooking) -> String {
    let code = CODE.made(keys, EntryId(booking.id.0));
    let hash = Sha256::digest(format!("door:{code}"));
    hash.iter()
        .take(MARK_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The camera that reads codes. It shows itself where there is a script and a camera.
pub(super) fn scanner(lang: Lang) -> Markup {
    let t = texts(lang);
    html! {
        div class="door-scan" data-door-scan hidden
            data-decoder=(ui::assets::url("qr/decode.js"))
            data-script=(ui::assets::url("door.js"))
            data-word-found=(t.session_scan_found("{names}"))
            data-word-unknown=(t.session_scan_unknown())
            data-word-no-camera=(t.session_scan_no_camera())
        {
            div class="acts" {
                button type="button" class="button" data-door-start { (t.session_scan()) }
                button type="button" class="button button-quiet" data-door-stop hidden { (t.session_scan_stop()) }
            }
            video class="door-video" playsinline muted hidden aria-label=(t.session_scan()) {}
            p role="status" data-door-said {}
        }
        script src=(ui::assets::url("door.js")) defer {}
    }
}
