//! A session for everybody: what it is, which slots have room, and the form that books.
use super::{
    booking::{NAME_CHARS_MAX, PEOPLE_MAX},
    calling_off::CALLED_OFF,
    correcting::CORRECTED,
    listing_page::{href, when},
    offering,
    reserving::{self, ReserveError, Reserving, reserve},
    session::{self, Session, SessionId, Slot, SlotId},
};
use crate::{
    desk::{Desk, Shows, new_entry, timeline_of},
    words::{Texts, texts},
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, Utc};
use kernel::{
    EntryId, Lang, Right,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::entry;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, MaybeActor, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/services/{session}")]
pub struct ServiceUrl {
    pub session: SessionId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    slot: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    names: String,
    #[serde(default)]
    employer: String,
    /// Ticked: all wait together.
    #[serde(default)]
    waits: String,
}

/// The field on which it is asked whether all wait together.
const TOO_FEW: &str = "waits";

/// A session as somebody sees it now.
struct Seen {
    session: Session,
    slots: Vec<Slot>,
    unit: String,
    now: DateTime<Utc>,
    may_serve: bool,
    /// What its organiser did with it, for those who hold it.
    history: Markup,
}

impl Seen {
    async fn load(
        app: &App,
        lang: Lang,
        id: SessionId,
        actor: Option<kernel::Actor>,
    ) -> Result<Seen, WebError> {
        let reader = app.db.reader();
        let session = session::find(reader, id).await?.ok_or(WebError::NotFound)?;
        let directory = orgs::Directory::load(reader).await?;
        let may_serve = match &actor {
            None => false,
            Some(actor) => {
                let desk = Desk::of(app, actor).await?;
                desk.may(actor, Right::Serve, session.unit)
            }
        };
        let history = match may_serve {
            true => history(app, lang, &session).await?,
            false => html! {},
        };
        Ok(Seen {
            history,
            slots: session::slots(reader, id).await?,
            unit: directory.name(session.unit, lang).to_owned(),
            now: app.clock.now(),
            may_serve,
            session,
        })
    }

    /// Slots that can still be booked or waited for.
    fn to_come(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| self.now < slot.starts_at)
    }
}

pub async fn show(
    url: ServiceUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = Seen::load(&app, frame.lang, url.session, actor).await?;
    let first = seen.to_come().find(|slot| 0 < slot.free());
    let input = Input {
        entry: new_entry(),
        slot: first.map_or_else(String::new, |slot| slot.id.to_string()),
        phone: String::new(),
        names: String::new(),
        employer: String::new(),
        waits: String::new(),
    };
    let main = view(frame.lang, &seen, &input, &[]);
    let title = seen.session.title(frame.lang).to_owned();
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit(
    url: ServiceUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (slot, names) = (
        input.slot.trim().parse::<SlotId>(),
        reserving::names(&input.names),
    );
    // All that is wrong with what was typed is told at once.
    let mut problems = Vec::new();
    if slot.is_err() {
        problems.push(FieldProblem::new("slot", t.session_slot_missing()));
    }
    if sheets::phone(&input.phone).is_none() {
        problems.push(problem(t, ReserveError::Phone)?);
    }
    if let Err(error) = reserving::check_names(&names) {
        problems.push(problem(t, error)?);
    }
    if let (Ok(slot), true) = (slot, problems.is_empty()) {
        let new = Reserving {
            entry: input.entry,
            session: url.session,
            slot,
            phone: input.phone.clone(),
            names,
            employer: input.employer.clone(),
            waits: !input.waits.is_empty(),
            tells: app.telephones.are_reached(),
        };
        match reserve(&app.book, &app.keys, &new).await {
            Ok(reserved) => {
                let to = format!("/service_bookings/{}", reserved.code);
                return Ok(Redirect::to(&to).into_response());
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let seen = Seen::load(&app, lang, url.session, actor).await?;
    let main = view(lang, &seen, &input, &problems);
    Ok(frame.again(seen.session.title(lang), main))
}

pub(super) fn problem(t: &Texts, error: ReserveError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        ReserveError::NoSuchSlot => return Err(WebError::NotFound),
        ReserveError::Book(source) => return Err(source.into()),
        ReserveError::NotOpenYet(at) => ("slot", t.session_not_open(session::day_and_time(at))),
        ReserveError::Begun => ("slot", t.session_begun()),
        ReserveError::CalledOff => ("slot", t.session_called_off()),
        ReserveError::Phone => ("phone", t.session_phone_wrong()),
        ReserveError::NamesMissing => ("names", t.session_names_missing()),
        ReserveError::NameTooLong => ("names", t.session_name_long(NAME_CHARS_MAX.to_string())),
        ReserveError::EmployerTooLong => (
            "employer",
            t.session_employer_long(TITLE_CHARS_MAX.to_string()),
        ),
        ReserveError::TooMany => ("names", t.session_too_many(PEOPLE_MAX.to_string())),
        ReserveError::NeverFits(places) => ("slot", t.session_never_fits(places.to_string())),
        ReserveError::TooFew(free) => (TOO_FEW, t.session_too_few(free.to_string())),
        ReserveError::PhoneHasOne => ("phone", t.session_phone_has_one()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(lang: Lang, seen: &Seen, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (t, session) = (texts(lang), &seen.session);
    let mut facts = vec![
        Fact::text(t.session_when(), &when(session, &seen.slots)),
        Fact::text(t.session_place(), &session.place),
        Fact::text(t.session_unit(), &seen.unit),
    ];
    if !session.eligibility.is_empty() {
        facts.push(Fact::text(t.session_eligibility(), &session.eligibility));
    }
    let door = format!("{}/door", href(session));
    let head = PageHead {
        title: session.title(lang),
        acts: seen
            .may_serve
            .then(|| ui::link_button(&t.session_door(), &door, Act::Plain, None)),
        crumbs: &[Crumb::new(t.sessions_public(), "/services")],
        ..PageHead::default()
    };
    let choices: Vec<Choice> = seen.to_come().map(|slot| choice(t, slot)).collect();
    let is_open = session.opens_at <= seen.now;
    let is_off = called_off(lang, session);
    html! {
        (ui::page_head(lang, head))
        @if let Some(said) = &is_off { (said) }
        (ui::facts(&facts))
        @if is_off.is_some() {}
        @else if choices.is_empty() { p class="none" { (t.session_over()) } }
        @else if !is_open { p { strong { (t.session_opens_at(session::day_and_time(session.opens_at))) } } }
        @else { (ui::section("book", &t.session_book(), html! {}, book_form(lang, session, &choices, input, problems))) }
        p { a href="/service_bookings" { (t.session_find_booking()) } }
        @if seen.may_serve { (ui::section("history", &t.history(), html! {}, seen.history.clone())) }
    }
}

/// How it was offered, corrected and called off; who booked is at the door list.
async fn history(app: &App, lang: Lang, session: &Session) -> Result<Markup, WebError> {
    let reader = app.db.reader();
    let mut entries = entry::history(reader, offering::SUBJECT, &session.id.to_string()).await?;
    let kinds = [offering::OFFERED, CORRECTED, CALLED_OFF];
    entries.retain(|entry| kinds.contains(&entry.kind.as_str()));
    let is_on = session.called_off_on.is_none();
    let shows = Shows {
        corrections: Some(&|_| is_on),
        ..Shows::default()
    };
    timeline_of(app, lang, entries, |_| None, shows).await
}

/// That it does not take place, and why.
pub(super) fn called_off(lang: Lang, session: &Session) -> Option<Markup> {
    let t = texts(lang);
    let notice = Notice {
        kind: NoticeKind::Warning,
        title: &t.session_called_off(),
        text: &session.call_off_reason,
        ..Notice::default()
    };
    session.called_off_on.map(|_| ui::notice(lang, &notice))
}

fn choice(t: &Texts, slot: &Slot) -> Choice {
    let state = match slot.free() {
        0 if slot.waiting == 0 => t.session_full(),
        0 => t.session_slot_waits(slot.waiting.to_string()),
        free => t.session_places_free(free.to_string()),
    };
    Choice::new(slot.id.to_string(), session::span(slot)).note(state)
}

fn book_form(
    lang: Lang,
    session: &Session,
    choices: &[Choice],
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (slot, phone, phone_help) = (t.session_slot(), t.session_phone(), t.session_phone_help());
    let (names, names_help, submit) = (
        t.session_names(),
        t.session_names_help(PEOPLE_MAX.to_string()),
        t.session_book_submit(),
    );
    let (employer, employer_help) = (t.session_employer(), t.session_employer_help());
    let (wait, wait_help) = (t.session_wait_together(), t.session_wait_together_help());
    let mut number = Field::new("phone", &phone, &input.phone).required();
    number.autocomplete = "tel";
    let number = number.help(&phone_help).width(Width::Medium);
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::radios(lang, Field::new("slot", &slot, &input.slot).required().problem(of("slot")), choices))
        (form::telephone(lang, number.problem(of("phone"))))
        (form::text_area(lang, Field::new("names", &names, &input.names).required().help(&names_help).limit(NOTE_CHARS_MAX).problem(of("names"))))
        (form::text(lang, Field::new("employer", &employer, &input.employer).help(&employer_help).width(Width::Medium).problem(of("employer"))))
        @if !input.waits.is_empty() || of(TOO_FEW).is_some() {
            (form::checkbox(lang, Field::new(TOO_FEW, &wait, "").help(&wait_help).problem(of(TOO_FEW)), !input.waits.is_empty()))
        }
        p class="hint" { (t.session_privacy()) }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = href(session);
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
