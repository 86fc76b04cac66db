//! The list at the door: who is booked, who came; people without a booking are let in here too.
use super::{
    booking::{self, PlaceBooking, PlaceId, State as Standing},
    cancelling::{CancelError, cancel},
    door::{self, DoorError, WalkIn},
    listing_page::href,
    reserving,
    session::{self, Session, SessionId, Slot},
    session_page::problem as reserve_problem,
};
use crate::{
    desk::{Desk, new_entry},
    words::{Texts, texts},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::{extract::Form, routing::TypedPath};
use db::Keys;
use kernel::{Actor, EntryId, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Empty, Fact, PageHead, PageKind, QueryBar, Row, Table, Tone,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/services/{session}/door")]
pub struct DoorUrl {
    pub session: SessionId,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Part of a name, or a whole code.
    q: String,
    /// `served` or `missing`.
    show: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    /// The booking that is ticked off or released; none for people who walk in.
    #[serde(default)]
    booking: Option<PlaceId>,
    #[serde(default)]
    served: String,
    #[serde(default)]
    release: bool,
    #[serde(default)]
    slot: String,
    #[serde(default)]
    names: String,
}

struct Door {
    session: Session,
    slots: Vec<Slot>,
    bookings: Vec<PlaceBooking>,
    conditions: Conditions,
}

impl Door {
    /// The door, for whoever stands at it.
    async fn load(
        app: &App,
        actor: &Actor,
        id: SessionId,
        conditions: Conditions,
    ) -> Result<Door, WebError> {
        let reader = app.db.reader();
        let session = session::find(reader, id).await?.ok_or(WebError::NotFound)?;
        let desk = Desk::of(app, actor).await?;
        if !desk.may(actor, Right::Serve, session.unit) {
            return Err(WebError::NotFound);
        }
        Ok(Door {
            slots: session::slots(reader, id).await?,
            bookings: booking::of_session(reader, id).await?,
            session,
            conditions,
        })
    }

    fn is_wanted(&self, keys: &Keys, booking: &PlaceBooking, names: &[String]) -> bool {
        let by_state = match self.conditions.show.as_str() {
            "served" => 0 < booking.served,
            "missing" => booking.served == 0 && booking.state == Standing::Booked,
            _ => true,
        };
        let q = self.conditions.q.trim();
        let by_name = || names.iter().any(|name| name.contains(q));
        let by_code = || booking::CODE.found_by(keys, q) == booking.code_found_by;
        by_state && (q.is_empty() || by_name() || by_code())
    }
}

pub async fn show(
    url: DoorUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let door = Door::load(&app, &actor, url.session, conditions).await?;
    let main = view(frame.lang, &app.keys, &door, &walk_in_input(), &[]);
    let title = texts(frame.lang).session_door();
    let frame = frame.kind(PageKind::List).under("service_sessions");
    Ok(frame.page(&title, main))
}

fn walk_in_input() -> Input {
    Input {
        entry: new_entry(),
        booking: None,
        served: String::new(),
        release: false,
        slot: String::new(),
        names: String::new(),
    }
}

pub async fn submit(
    url: DoorUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let door = Door::load(&app, &actor, url.session, Conditions::default()).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let done = act(&app, &actor, t, &door, &input).await?;
    let problem = match done {
        Ok(said) => return Ok(web::done(&url.to_string(), &said)),
        Err(problem) => problem,
    };
    let main = view(lang, &app.keys, &door, &input, &[problem]);
    let frame = frame.under("service_sessions");
    Ok(frame.again(&t.session_door(), main))
}

/// Does what the form says; the answer is what to tell, or what is to be put right.
async fn act(
    app: &App,
    actor: &Actor,
    t: &Texts,
    door: &Door,
    input: &Input,
) -> Result<Result<String, FieldProblem>, WebError> {
    let Some(id) = input.booking else {
        let Ok(slot) = input.slot.trim().parse() else {
            return Ok(Err(FieldProblem::new("slot", t.session_slot_missing())));
        };
        let new = WalkIn {
            entry: input.entry,
            session: door.session.id,
            slot,
            names: reserving::names(&input.names),
        };
        let done = door::walk_in(&app.book, &app.keys, actor, &new).await;
        return done.map_or_else(
            |error| problem(t, error).map(Err),
            |()| Ok(Ok(t.session_walked_in())),
        );
    };
    if !door.bookings.iter().any(|booking| booking.id == id) {
        return Err(WebError::NotFound);
    }
    if input.release {
        return match cancel(&app.book, actor, input.entry, id, true).await {
            Ok(()) => Ok(Ok(t.session_released())),
            Err(CancelError::Book(source)) => Err(source.into()),
            Err(CancelError::NoSuchBooking) => Err(WebError::NotFound),
            Err(CancelError::Served | CancelError::Begun) => {
                Ok(Err(FieldProblem::new("q", t.session_release_served())))
            }
        };
    }
    let Ok(served) = input.served.trim().parse() else {
        return Ok(Err(FieldProblem::new("q", t.session_served_number())));
    };
    let reason = t.session_door_reason();
    match door::serve(&app.book, actor, input.entry, id, served, &reason).await {
        Ok(()) => Ok(Ok(t.session_ticked(served.to_string()))),
        Err(error) => problem(t, error).map(Err),
    }
}

fn problem(t: &Texts, error: DoorError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        DoorError::NoSuchBooking | DoorError::NotYours => return Err(WebError::NotFound),
        DoorError::Book(source) => return Err(source.into()),
        DoorError::Reserve(error) => return reserve_problem(t, error),
        DoorError::DayToCome => ("q", t.session_door_day_to_come()),
        DoorError::NotBooked => ("q", t.session_door_not_booked()),
        DoorError::MoreThanBooked(people) => ("q", t.session_door_more(people.to_string())),
        DoorError::Full => ("slot", t.session_door_full()),
        DoorError::Meanwhile => ("q", t.session_door_meanwhile()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(lang: Lang, keys: &Keys, door: &Door, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (t, session) = (texts(lang), &door.session);
    let title = t.session_door();
    let sum = |of: fn(&Slot) -> i64| door.slots.iter().map(of).sum::<i64>();
    let served: i64 = door.bookings.iter().map(|booking| booking.served).sum();
    let facts = [
        Fact::text(t.session_capacity(), &sum(|slot| slot.capacity).to_string()),
        Fact::text(t.session_booked(), &sum(|slot| slot.booked).to_string()),
        Fact::text(t.session_waiting(), &sum(|slot| slot.waiting).to_string()),
        Fact::text(t.session_served(), &served.to_string()),
    ];
    let head = PageHead {
        title: &title,
        sub: Some(html! { (session.day) " · " (session.place) }),
        crumbs: &[
            Crumb::new(t.sessions(), "/service_sessions"),
            Crumb::new(session.title(lang), href(session)),
        ],
        ..PageHead::default()
    };
    let walk_in = match input.booking {
        None => walk_in_form(lang, door, input, problems),
        Some(_) => walk_in_form(lang, door, &walk_in_input(), &[]),
    };
    html! {
        (ui::page_head(lang, head))
        @if input.booking.is_some() { (form::problem_summary(lang, problems)) }
        (ui::facts(&facts))
        (bar(lang, door))
        (list(lang, keys, door))
        (ui::section("walk_in", &t.session_walk_in(), html! {}, walk_in))
    }
}

fn bar(lang: Lang, door: &Door) -> Markup {
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

fn list(lang: Lang, keys: &Keys, door: &Door) -> Markup {
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
        html! { (all) @if let Some(state) = state { " " (state) } },
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
    html! {
        form method="post" action=(action) class="acts" {
            (form::hidden("entry", &new_entry().to_string()))
            (form::hidden("booking", &booking.id.to_string()))
            div class="field" {
                label class="sr-only" for=(id) { (t.session_served_of(names)) }
                input id=(id) name="served" type="number" min="0" max=(booking.people) value=(value);
            }
            (ui::button(Button { label: &submit, act: Act::Plain, ..Button::default() }))
            @if booking.served == 0 {
                (ui::button(Button { label: &t.session_release(), act: Act::Quiet, name: "release", value: "true", ..Button::default() }))
            }
        }
        @if 0 < booking.served { p class="hint" { (t.session_came(booking.served.to_string())) } }
    }
}

fn walk_in_form(lang: Lang, door: &Door, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let slots: Vec<Choice> = door
        .slots
        .iter()
        .map(|slot| {
            let free = t.session_places_free((slot.capacity - slot.booked).to_string());
            Choice::new(slot.id.to_string(), session::span(slot)).note(free)
        })
        .collect();
    let (slot, names, help, submit) = (
        t.session_slot(),
        t.session_names(),
        t.session_walk_in_help(),
        t.session_walk_in_submit(),
    );
    let action = format!("{}/door", href(&door.session));
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::radios(lang, Field::new("slot", &slot, &input.slot).required().problem(of("slot")), &slots))
        (form::text_area(lang, Field::new("names", &names, &input.names).required().help(&help).problem(of("names"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
