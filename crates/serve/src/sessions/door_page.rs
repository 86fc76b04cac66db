//! The list at the door: who is booked, who came; people without a booking are let in here too.
use super::{
    booking::{self, PlaceBooking, PlaceId, State as Standing},
    cancelling::{CancelError, cancel},
    door::{self, DoorError, Tick, WalkIn},
    door_list::{bar, list, scanner},
    employers,
    listing_page::href,
    reserving,
    session::{self, Session, SessionId, Slot},
    session_page::{called_off, problem as reserve_problem},
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
    Act, Button, Crumb, Fact, Icon, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Offline},
};
use web::{App, Frame, KeptOffline, WebError};

/// Days before the session from which on its list may be kept on a phone.
const KEPT_DAYS_BEFORE: i64 = 1;
/// How long it stays there.
const KEPT_HOURS: u32 = 36;

#[derive(TypedPath, Deserialize)]
#[typed_path("/services/{session}/door")]
pub struct DoorUrl {
    pub session: SessionId,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Part of a name, or a whole code.
    pub(super) q: String,
    /// `served` or `missing`.
    pub(super) show: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    /// The booking that is ticked off or released; none for people who walk in.
    #[serde(default)]
    booking: Option<PlaceId>,
    #[serde(default)]
    served: String,
    /// How many the page said had come; another number now means that somebody else ticked it off meanwhile.
    #[serde(default)]
    seen: Option<i64>,
    #[serde(default)]
    release: bool,
    #[serde(default)]
    slot: String,
    #[serde(default)]
    names: String,
}

pub(super) struct Door {
    pub(super) session: Session,
    pub(super) slots: Vec<Slot>,
    pub(super) bookings: Vec<PlaceBooking>,
    pub(super) conditions: Conditions,
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

    pub(super) fn is_wanted(&self, keys: &Keys, booking: &PlaceBooking, names: &[String]) -> bool {
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
) -> Result<(Option<KeptOffline>, Markup), WebError> {
    let door = Door::load(&app, &actor, url.session, conditions).await?;
    // Who stands at the door may have no network there; before and after, nobody carries the list about.
    let to_go = (door.session.day - app.clock.today()).num_days();
    let kept = (0..=KEPT_DAYS_BEFORE).contains(&to_go);
    let kept = kept.then_some(KeptOffline { hours: KEPT_HOURS });
    let main = view(frame.lang, &app.keys, &door, &walk_in_input(), &[]);
    let title = texts(frame.lang).session_door();
    let frame = frame.kind(PageKind::List).under("service_sessions");
    Ok((kept, frame.page(&title, main)))
}

fn walk_in_input() -> Input {
    Input {
        entry: new_entry(),
        booking: None,
        served: String::new(),
        seen: None,
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
    let tick = Tick {
        entry: input.entry,
        booking: id,
        served,
        seen: input.seen,
        reason: &t.session_door_reason(),
    };
    match door::serve(&app.book, actor, &tick).await {
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
        DoorError::CalledOff => ("q", t.session_called_off()),
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
        acts: Some(html! {
            (ui::link_button(&t.session_door_list(), &format!("{}/door/list", href(session)), Act::Plain, Some(Icon::Print)))
            @if session.called_off_on.is_none() && served == 0 {
                (ui::link_button(&t.session_call_off(), &format!("{}/calling_off", href(session)), Act::Plain, None))
            }
        }),
        crumbs: &[
            Crumb::new(t.sessions(), "/service_sessions"),
            Crumb::new(session.title(lang), href(session)),
        ],
    };
    let walk_in = match input.booking {
        None => walk_in_form(lang, door, input, problems),
        Some(_) => walk_in_form(lang, door, &walk_in_input(), &[]),
    };
    html! {
        (ui::page_head(lang, head))
        @if let Some(said) = called_off(lang, session) { (said) }
        @if input.booking.is_some() { (form::problem_summary(lang, problems)) }
        (ui::facts(&facts))
        (bar(lang, door))
        (scanner(lang))
        (list(lang, keys, door))
        @if let Some(employers) = employers::table(lang, &door.bookings) {
            (ui::section("employers", &t.session_by_employer(), html! {}, employers))
        }
        @if session.called_off_on.is_none() { (ui::section("walk_in", &t.session_walk_in(), html! {}, walk_in)) }
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
    let offline = t.session_walk_in();
    let frame = form::Form {
        action: &action,
        problems,
        offline: Some(Offline {
            title: &offline,
            page: &action,
            label: "names",
            stay: None,
        }),
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
