//! Open sessions for everybody; and all of them with their counts for those who hold them.
use super::session::{self, Session, Slot};
use crate::{desk::Desk, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::{DateTime, Utc};
use kernel::{Actor, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, MaybeActor, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/services")]
pub struct ServicesUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_sessions")]
pub struct SessionsUrl;

/// The page on which a session is booked.
pub(super) fn href(session: &Session) -> String {
    format!("/services/{}", session.id)
}

pub(crate) const SERVICES: &str = "/services";

/// A session that can still be booked, or waited for.
pub(crate) struct OpenSession {
    pub(crate) session: Session,
    slots: Vec<Slot>,
    now: DateTime<Utc>,
}

impl OpenSession {
    pub(crate) fn href(&self) -> String {
        href(&self.session)
    }

    pub(crate) fn when(&self) -> String {
        when(&self.session, &self.slots)
    }

    /// Whether there is room, in words.
    pub(crate) fn state(&self, lang: Lang) -> String {
        let t = texts(lang);
        let free: i64 = self.slots.iter().map(Slot::free).sum();
        match (self.session.opens_at <= self.now, free) {
            (false, _) => t.session_opens_at(session::day_and_time(self.session.opens_at)),
            (true, 0) => match self.slots.iter().map(|slot| slot.waiting).sum::<i64>() {
                0 => t.session_full(),
                waiting => t.session_slot_waits(waiting.to_string()),
            },
            (true, free) => t.session_places_free(free.to_string()),
        }
    }
}

/// What can be booked from today on, the nearest first.
pub(crate) async fn open_sessions(app: &App) -> Result<Vec<OpenSession>, WebError> {
    let (reader, now) = (app.db.reader(), app.clock.now());
    let mut open = Vec::new();
    for session in session::from_day(reader, app.clock.today()).await? {
        let slots = session::slots(reader, session.id).await?;
        if session.called_off_on.is_none() && slots.iter().any(|slot| now < slot.ends_at) {
            open.push(OpenSession {
                session,
                slots,
                now,
            });
        }
    }
    Ok(open)
}

pub async fn open(
    _: ServicesUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let directory = orgs::Directory::load(app.db.reader()).await?;
    let open = open_sessions(&app).await?;
    let card = |open: &OpenSession| {
        let session = &open.session;
        let body = html! {
            p { (open.when()) " · " (session.place) }
            p class="hint" { (directory.name(session.unit, lang)) }
            p { strong { (open.state(lang)) } }
        };
        let book = ui::link_button(&t.session_book(), &open.href(), Act::Plain, None);
        let id = format!("session-{}", session.id);
        ui::section(&id, session.title(lang), book, body)
    };
    let cards: Vec<Markup> = open.iter().map(card).collect();
    let title = t.sessions_public();
    let may_serve = actor.is_some_and(|actor| actor.has(Right::Serve));
    let desk = t.sessions();
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.sessions_public_sub()) }),
        acts: may_serve
            .then(|| ui::link_button(&desk, "/service_sessions", Act::Plain, Some(Icon::Serve))),
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        @if cards.is_empty() {
            (ui::empty(Empty { title: &t.sessions_none(), text: &t.sessions_none_text(), act: None }))
        } @else {
            @for card in cards { (card) }
        }
        p { a href="/service_bookings" { (t.session_find_booking()) } }
    };
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

/// `2021-04-09 18:00–20:30`
pub(super) fn when(session: &Session, slots: &[Slot]) -> String {
    match (slots.first(), slots.iter().map(|slot| slot.ends_at).max()) {
        (Some(first), Some(end)) => format!(
            "{} {}–{}",
            session.day,
            session::clock_time(first.starts_at),
            session::clock_time(end)
        ),
        _ => session.day.to_string(),
    }
}

/// All sessions of the units that somebody sees, with what came of them.
pub async fn list(
    _: SessionsUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let desk = Desk::of(&app, &actor).await?;
    let mut seen = session::all(reader).await?;
    seen.retain(|session| desk.sees(session.unit));
    let as_number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown = seen.iter().skip(as_number(paging.offset()));
    let mut rows = Vec::new();
    for session in shown.take(as_number(paging.limit())) {
        let slots = session::slots(reader, session.id).await?;
        let bookings = super::booking::of_session(reader, session.id).await?;
        let served: i64 = bookings.iter().map(|booking| booking.served).sum();
        let sum = |of: fn(&Slot) -> i64| slots.iter().map(of).sum::<i64>();
        let door = format!("{}/door", href(session));
        let may_serve = desk.may(&actor, Right::Serve, session.unit);
        rows.push(Row::new(vec![
            html! { span class="nowrap" { (session.day) } },
            html! { a href=(href(session)) { (session.title(lang)) }
                @if session.called_off_on.is_some() { " " (ui::badge(ui::Tone::Idle, &t.session_called_off_short())) }
                div class="hint" { (session.place) }
            },
            html! { (desk.directory.name(session.unit, lang)) },
            html! { (sum(|slot| slot.capacity)) },
            html! {
                @if may_serve { (ui::number(&sum(|slot| slot.booked).to_string(), &door)) }
                @else { (sum(|slot| slot.booked)) }
            },
            html! {
                @if may_serve { (ui::number(&served.to_string(), &ui::query::with_param(&door, "show", "served"))) }
                @else { (served) }
            },
        ]));
    }
    let may_offer = !desk.within(&actor, Right::Serve).is_empty();
    let (title, new) = (t.sessions(), t.session_new());
    let table = Table {
        caption: &title,
        columns: columns(lang),
        rows,
        empty: Some(Empty {
            title: &t.sessions_empty(),
            text: &t.sessions_empty_text(),
            act: may_offer.then_some((&new, "/service_sessions/new")),
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { a href="/services" { (t.sessions_public_look()) } }),
        acts: may_offer
            .then(|| ui::link_button(&new, "/service_sessions/new", Act::Primary, Some(Icon::Add))),
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, seen.len() as u64)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn columns(lang: Lang) -> Vec<Column> {
    let t = texts(lang);
    vec![
        Column::text(t.session_day()),
        Column::title(t.session_title()).wide(),
        Column::text(t.session_unit()),
        Column::number(t.session_capacity()),
        Column::number(t.session_booked()),
        Column::number(t.session_served()),
    ]
}
