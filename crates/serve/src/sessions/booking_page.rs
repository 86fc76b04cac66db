//! One's own booking, found by its code: how it stands, and the way to cancel it.
use super::{
    booking::{self, PlaceBooking, State as Standing},
    cancelling::{CancelError, cancel},
    listing_page::href,
    session::{self, Session, Slot, slot},
    session_page::called_off,
};
use crate::{desk::new_entry, words::texts};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::TimeDelta;
use kernel::{Actor, EntryId, Lang};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

pub(crate) const BOOKINGS: &str = "/service_bookings";
/// How long before it begins the page reminds of it, in hours.
const SOON_HOURS: i64 = 24;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_bookings")]
pub struct FindUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_bookings/{code}")]
pub struct BookingUrl {
    pub code: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_bookings/{code}/cancellation")]
pub struct CancellationUrl {
    pub code: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    code: String,
}

#[derive(Debug, Deserialize)]
pub struct Cancelling {
    entry: EntryId,
}

/// Where somebody types the code.
pub async fn find(
    _: FindUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    frame: Frame,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let typed = wanted.code.trim();
    let mut problems = Vec::new();
    if !typed.is_empty() {
        let found = booking::by_code(app.db.reader(), &app.keys, typed).await?;
        if found.is_some() {
            let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
            let to = format!("/service_bookings/{}", code.to_ascii_uppercase());
            return Ok(Redirect::to(&to).into_response());
        }
        problems.push(FieldProblem::new("code", t.session_code_unknown()));
    }
    let (title, label, help) = (
        t.session_find_booking(),
        t.session_code(),
        t.session_code_help(),
    );
    let submit = t.session_find_submit();
    let field = Field::new("code", &label, typed).required().help(&help);
    let field = field.width(Width::Medium);
    let field = field.problem(FieldProblem::of(&problems, "code"));
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, crumbs: &[Crumb::new(t.sessions_public(), "/services")], ..PageHead::default() }))
        form method="get" action="/service_bookings" {
            (form::text(lang, field))
            (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
        }
    };
    Ok(frame
        .kind(PageKind::Public)
        .page(&title, main)
        .into_response())
}

async fn booking_of(app: &App, code: &str) -> Result<(PlaceBooking, Session, Slot), WebError> {
    let reader = app.db.reader();
    let found = booking::by_code(reader, &app.keys, code).await?;
    let found = found.ok_or(WebError::NotFound)?;
    let session = session::find(reader, found.session).await?;
    let slot = slot::Entity::find_by_id(found.slot).one(reader).await?;
    match (session, slot) {
        (Some(session), Some(slot)) => Ok((found, session, slot)),
        _ => Err(WebError::NotFound),
    }
}

pub async fn show(
    url: BookingUrl,
    State(app): State<App>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (found, session, slot) = booking_of(&app, &url.code).await?;
    let before = booking::waiting_before(app.db.reader(), &found).await?;
    let may_cancel = found.state != Standing::Cancelled
        && found.served == 0
        && session.called_off_on.is_none()
        && app.clock.now() < slot.starts_at;
    let to_come = slot.starts_at - app.clock.now();
    let is_soon = found.state == Standing::Booked
        && session.called_off_on.is_none()
        && (TimeDelta::zero()..TimeDelta::hours(SOON_HOURS)).contains(&to_come);
    let (lang, t) = (frame.lang, texts(frame.lang));
    let title = t.session_your_booking();
    let now = Now {
        before,
        may_cancel,
        is_soon,
    };
    let main = view(lang, &url.code, &found, &session, &slot, now);
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit_cancellation(
    url: CancellationUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Cancelling>,
) -> Result<Response, WebError> {
    let (found, session, _) = booking_of(&app, &url.code).await?;
    let t = texts(frame.lang);
    let actor = Actor::public(session.unit);
    let cancelled = cancel(&app.book, &actor, input.entry, found.id, false).await;
    let said = match cancelled {
        Ok(()) => t.session_cancel_done(),
        Err(CancelError::NoSuchBooking) => return Err(WebError::NotFound),
        Err(CancelError::Served | CancelError::Begun) => t.session_cancel_late(),
        Err(CancelError::Book(source)) => return Err(source.into()),
    };
    Ok(web::done(&format!("/service_bookings/{}", url.code), &said))
}

/// How a booking stands at this moment.
struct Now {
    /// Bookings that wait before it.
    before: u64,
    may_cancel: bool,
    is_soon: bool,
}

fn view(
    lang: Lang,
    code: &str,
    found: &PlaceBooking,
    session: &Session,
    slot: &Slot,
    now: Now,
) -> Markup {
    let Now {
        before,
        may_cancel,
        is_soon,
    } = now;
    let t = texts(lang);
    let title = t.session_your_booking();
    let is_off = called_off(lang, session);
    let (kind, said) = match found.state {
        Standing::Booked => (NoticeKind::Success, t.session_is_booked()),
        Standing::Waiting => (
            NoticeKind::Warning,
            t.session_is_waiting((before + 1).to_string()),
        ),
        Standing::Cancelled => (NoticeKind::Info, t.session_is_cancelled()),
    };
    let notice = Notice {
        kind,
        text: &said,
        ..Notice::default()
    };
    let facts = [
        Fact::new(
            t.session_code(),
            html! { strong { (code.to_ascii_uppercase()) } },
        ),
        Fact::new(
            t.session_title(),
            html! { a href=(href(session)) { (session.title(lang)) } },
        ),
        Fact::text(
            t.session_when(),
            &format!("{} {}", session.day, session::span(slot)),
        ),
        Fact::text(t.session_place(), &session.place),
        Fact::text(t.session_people(), &found.people.to_string()),
    ];
    let action = format!("/service_bookings/{code}/cancellation");
    let submit = t.session_cancel();
    html! {
        (ui::page_head(lang, PageHead { title: &title, crumbs: &[Crumb::new(t.sessions_public(), "/services")], ..PageHead::default() }))
        @if let Some(said) = &is_off { (said) } @else { (ui::notice(lang, &notice)) }
        @if is_soon {
            (ui::notice(lang, &Notice { kind: NoticeKind::Info, text: &t.session_soon(format!("{} {}", session.day, session::span(slot)), &session.place), ..Notice::default() }))
        }
        (ui::facts(&facts))
        @if is_off.is_none() && found.state != Standing::Cancelled { p { (t.session_keep_code()) } }
        @if found.state == Standing::Booked && is_off.is_none() {
            (ui::qr(&code.to_ascii_uppercase(), &t.session_code_picture()))
        }
        @if may_cancel {
            form class="form" method="post" action=(action) {
                (form::hidden("entry", &new_entry().to_string()))
                p class="hint" { (t.session_cancel_help()) }
                (ui::acts(ui::button(Button { label: &submit, act: Act::Danger, ..Button::default() })))
            }
        }
    }
}
