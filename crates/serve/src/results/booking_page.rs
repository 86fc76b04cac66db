//! The forms for a booking and for its correction.
use super::{
    booking::{self, Booking, BookingId},
    correcting::{self, CorrectBookingError, Correcting},
    counter::Counter,
    counter_page::{said, seen},
    list_page,
    recording::{self, Booked, RecordError, Recording},
};
use crate::{
    desk::{Desk, new_entry, tell, timeline},
    refusal,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Lang, Right,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/counters/{counter}/bookings")]
pub struct BookingsUrl {
    pub counter: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/bookings/{booking}/correction")]
pub struct CorrectionUrl {
    pub booking: BookingId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    day: String,
    #[serde(default)]
    quantity: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    note: String,
    /// Of a correction only.
    corrects: Option<EntryId>,
    #[serde(default)]
    reason: String,
    /// Takes the booking back.
    #[serde(default)]
    withdraw: bool,
}

impl Input {
    /// What was typed, and all that is wrong with it.
    fn booked(
        &self,
        lang: Lang,
        today: NaiveDate,
        counter: &Counter,
    ) -> Result<(Booked, Vec<FieldProblem>), WebError> {
        let t = texts(lang);
        let mut problems = Vec::new();
        let day = self.day.trim().parse().ok();
        if day.is_none() {
            problems.push(FieldProblem::new("day", t.result_day_missing()));
        }
        let quantity = counter.measure().read(&self.quantity);
        if let Err(error) = &quantity {
            problems.push(FieldProblem::new("quantity", error.text(lang)));
        }
        let booked = Booked {
            day: day.unwrap_or(today),
            quantity: quantity.unwrap_or_default(),
            document: self.document.clone(),
            note: self.note.clone(),
        };
        let wrong = recording::wrong(today, counter, &booked);
        tell(&mut problems, wrong, |error| problem(t, error))?;
        Ok((booked, problems))
    }
}

/// The counter, if the actor books on it.
async fn bookable(app: &App, actor: &Actor, code: &str) -> Result<(Desk, Counter), WebError> {
    let (desk, counter) = seen(app, actor, code).await?;
    match desk.may(actor, Right::Record, counter.unit) {
        true => Ok((desk, counter)),
        false => Err(WebError::NotFound),
    }
}

pub async fn form(
    url: BookingsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, counter) = bookable(&app, &actor, &url.counter).await?;
    let input = Input {
        entry: new_entry(),
        day: desk.today.to_string(),
        quantity: String::new(),
        document: String::new(),
        note: String::new(),
        corrects: None,
        reason: String::new(),
        withdraw: false,
    };
    let title = texts(frame.lang).result_new();
    let main = view(frame.lang, &counter, &url.to_string(), &input, &[]);
    let frame = frame.kind(PageKind::Form).under("counters");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: BookingsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (desk, counter) = bookable(&app, &actor, &url.counter).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (result, mut problems) = input.booked(lang, desk.today, &counter)?;
    if problems.is_empty() {
        let new = Recording {
            entry: input.entry,
            counter: url.counter.clone(),
            result,
        };
        match recording::record(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(&list_page::href(&url.counter), &t.result_done())),
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &counter, &url.to_string(), &input, &problems);
    Ok(frame.under("counters").again(&t.result_new(), main))
}

async fn correctable(
    app: &App,
    actor: &Actor,
    id: BookingId,
) -> Result<(Counter, Booking), WebError> {
    let booking = booking::Entity::find_by_id(id).one(app.db.reader()).await?;
    let booking = booking.ok_or(WebError::NotFound)?;
    let (_, counter) = bookable(app, actor, &booking.counter).await?;
    Ok((counter, booking))
}

pub async fn correction_form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (counter, booking) = correctable(&app, &actor, url.booking).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let input = Input {
        entry: new_entry(),
        day: booking.day.to_string(),
        quantity: typed(&counter, booking.quantity),
        document: booking.document.clone(),
        note: booking.note.clone(),
        corrects: Some(booking.head_entry),
        reason: String::new(),
        withdraw: false,
    };
    let history = history(&app, lang, &counter, &booking).await?;
    let main = view(lang, &counter, &url.to_string(), &input, &[]);
    let main = html! { (main) (ui::section("history", &t.counter_history(), html! {}, history)) };
    let frame = frame.kind(PageKind::Form).under("counters");
    Ok(frame.page(&t.result_correction(), main))
}

pub async fn correct(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (counter, booking) = correctable(&app, &actor, url.booking).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let corrects = input.corrects.unwrap_or(booking.head_entry);
    let (result, mut problems) = match input.withdraw {
        true => (None, Vec::new()),
        false => {
            let (booked, problems) = input.booked(lang, app.clock.today(), &counter)?;
            (Some(booked), problems)
        }
    };
    if !refusal::is_note(&input.reason) {
        problems.push(correction_problem(t, CorrectBookingError::Reason)?);
    }
    if problems.is_empty() {
        let new = Correcting {
            entry: input.entry,
            booking: url.booking,
            corrects,
            reason: input.reason.clone(),
            result,
        };
        match correcting::correct(&app.book, &actor, &new).await {
            Ok(_) => {
                let to = list_page::href(&counter.code);
                return Ok(web::done(&to, &t.result_correction_done()));
            }
            Err(error) => problems.push(correction_problem(t, error)?),
        }
    }
    let input = Input {
        corrects: Some(corrects),
        ..input
    };
    let main = view(lang, &counter, &url.to_string(), &input, &problems);
    Ok(frame.under("counters").again(&t.result_correction(), main))
}

/// A quantity as its field holds it: money in yuan.
fn typed(counter: &Counter, quantity: i64) -> String {
    match (counter.is_money, quantity % 100) {
        (false, _) => quantity.to_string(),
        (true, 0) => (quantity / 100).to_string(),
        (true, fen) => format!("{}.{fen:02}", quantity / 100),
    }
}

async fn history(
    app: &App,
    lang: Lang,
    counter: &Counter,
    booking: &Booking,
) -> Result<Markup, WebError> {
    let id = booking.id.to_string();
    let entries = entry::history(app.db.reader(), recording::SUBJECT, &id).await?;
    timeline(app, lang, entries, |entry| said(lang, counter, entry)).await
}

fn problem(t: &Texts, error: RecordError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        RecordError::NoSuchCounter | RecordError::NotYours => return Err(WebError::NotFound),
        RecordError::Book(source) => return Err(source.into()),
        RecordError::Quantity => ("quantity", t.result_quantity_wrong()),
        RecordError::DayToCome => ("day", t.result_day_to_come()),
        RecordError::BeforeCounter(since) => ("day", t.result_before_counter(since.to_string())),
        RecordError::Document => (
            "document",
            t.result_document_missing(TITLE_CHARS_MAX.to_string()),
        ),
        RecordError::NoteTooLong => ("note", t.result_note_long(NOTE_CHARS_MAX.to_string())),
    };
    Ok(FieldProblem::new(field, message))
}

fn correction_problem(t: &Texts, error: CorrectBookingError) -> Result<FieldProblem, WebError> {
    let text = match error {
        CorrectBookingError::NoSuchBooking => return Err(WebError::NotFound),
        CorrectBookingError::Record(error) => return problem(t, error),
        CorrectBookingError::Reason => t.result_reason_missing(NOTE_CHARS_MAX.to_string()),
        CorrectBookingError::AlreadyCorrected => t.result_already_corrected(),
    };
    Ok(FieldProblem::new("reason", text))
}

fn view(
    lang: Lang,
    counter: &Counter,
    action: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let is_correction = input.corrects.is_some();
    let (day, document, note) = (t.result_day(), t.result_document(), t.result_note());
    let (quantity, quantity_help) = match counter.is_money {
        true => (t.result_amount(), t.result_amount_help()),
        false => (
            t.result_quantity_in(counter.word_zh.as_str()),
            String::new(),
        ),
    };
    let document_help = t.result_document_help(counter.document_kind.as_str());
    let (withdraw, reason) = (t.result_withdraw(), t.result_reason());
    let (title, submit) = match is_correction {
        true => (t.result_correction(), t.result_correction_submit()),
        false => (t.result_new(), t.result_submit()),
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(corrects) = input.corrects { (form::hidden("corrects", &corrects.to_string())) }
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        (form::text(lang, Field::new("quantity", &quantity, &input.quantity).required().help(&quantity_help).width(Width::Short).problem(of("quantity"))))
        (form::text(lang, Field::new("document", &document, &input.document).required().help(&document_help).problem(of("document"))))
        (form::text_area(lang, Field::new("note", &note, &input.note).limit(NOTE_CHARS_MAX).problem(of("note"))))
        @if is_correction {
            (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
            (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        crumbs: &[
            Crumb::new(t.counters(), "/counters"),
            Crumb::new(counter.title(lang), list_page::href(&counter.code)),
        ],
        ..PageHead::default()
    };
    let frame = form::Form {
        action,
        draft: action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
