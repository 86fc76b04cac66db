//! The form that offers a session.
use super::{
    listing_page::SessionsUrl,
    offering::{OfferError, Offering, instant, offer, wrong},
    slot_text,
};
use crate::{
    corrections,
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use kernel::{
    Actor, EntryId, Lang, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
    zone,
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_sessions/new")]
pub struct NewSessionUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    title_zh: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    slots: String,
    #[serde(default)]
    opens_day: String,
    #[serde(default)]
    opens_time: String,
    #[serde(default)]
    eligibility: String,
}

impl Input {
    /// What was typed, and what of it cannot be read. In place of a day that cannot be read stands one that nothing is wrong with.
    fn offering(&self, t: &Texts, today: NaiveDate) -> (Offering, Vec<FieldProblem>) {
        let unit: Option<UnitId> = self.unit.trim().parse().ok();
        let day: Option<NaiveDate> = self.day.trim().parse().ok();
        let (slots, opens_at) = (slot_text::read(&self.slots), self.opens_at());
        let slots_wrong = slots.as_ref().err().copied().unwrap_or_default();
        let unread = [
            ("unit", unit.is_none(), t.session_unit_missing()),
            ("day", day.is_none(), t.session_day_missing()),
            (
                "slots",
                slots.is_err(),
                t.session_slots_wrong(slots_wrong.to_string()),
            ),
            ("opens_day", opens_at.is_none(), t.session_opens_missing()),
        ];
        let unread = unread.into_iter().filter(|(_, is_unread, _)| *is_unread);
        let problems = unread.map(|(field, _, text)| FieldProblem::new(field, text));
        let opens_at = opens_at.unwrap_or(DateTime::UNIX_EPOCH);
        let after = opens_at.date_naive().max(today) + Days::new(2);
        let title_zh = self.title_zh.trim().to_owned();
        let new = Offering {
            entry: self.entry,
            unit: unit.unwrap_or(UnitId(0)),
            title_en: match self.title_en.trim() {
                "" => title_zh.clone(),
                title => title.to_owned(),
            },
            title_zh,
            place: self.place.clone(),
            day: day.unwrap_or(after),
            opens_at,
            eligibility: self.eligibility.clone(),
            slots: slots.unwrap_or_default(),
        };
        (new, problems.collect())
    }

    fn opens_at(&self) -> Option<DateTime<Utc>> {
        let time = self.opens_time.trim().replace('：', ":");
        let time = NaiveTime::parse_from_str(&time, "%H:%M").ok()?;
        Some(instant(self.opens_day.trim().parse().ok()?, time))
    }
}

pub async fn form(
    _: NewSessionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let now = app.clock.now().with_timezone(&zone());
    let input = Input {
        entry: new_entry(),
        unit: actor.unit.to_string(),
        title_zh: String::new(),
        title_en: String::new(),
        place: String::new(),
        day: String::new(),
        slots: String::new(),
        opens_day: desk.today.to_string(),
        opens_time: now.format("%H:%M").to_string(),
        eligibility: String::new(),
    };
    let main = view(&desk, &actor, frame.lang, &input, &[]);
    let title = texts(frame.lang).session_new();
    Ok(frame.kind(PageKind::Form).page(&title, main))
}

pub async fn submit(
    _: SessionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (new, mut problems) = input.offering(t, desk.today);
    let wrong = wrong(&app.book, &actor, &new).await?;
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match offer(&app.book, &actor, &new).await {
            Ok(_) => {
                let to = format!("/services/{}", new.entry);
                return Ok(web::done(&to, &t.session_offer_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(&desk, &actor, lang, &input, &problems);
    Ok(frame.again(&t.session_new(), main))
}

pub(super) fn problem(t: &Texts, error: OfferError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        OfferError::Book(source) => return Err(source.into()),
        OfferError::NotYours => ("unit", t.session_unit_not_yours()),
        OfferError::Title(field) => (field, t.session_title_wrong(TITLE_CHARS_MAX.to_string())),
        OfferError::Place => ("place", t.session_place_wrong(TITLE_CHARS_MAX.to_string())),
        OfferError::EligibilityTooLong => (
            "eligibility",
            t.session_eligibility_long(NOTE_CHARS_MAX.to_string()),
        ),
        OfferError::Past => ("day", t.session_past()),
        OfferError::OpensTooLate => ("opens_day", t.session_opens_too_late()),
        OfferError::SlotCount(count) => ("slots", t.session_slot_count(count)),
        OfferError::FewerThanBooked(slot, booked) => {
            ("slots", t.session_fewer_than_booked(slot, booked))
        }
        OfferError::HasBookings => ("day", t.session_day_has_bookings()),
        OfferError::CalledOff => ("day", t.session_called_off()),
        OfferError::Correction(error) => return corrections::problem(t, error),
        OfferError::NoSlot => ("slots", t.session_slots_wrong("1")),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(
    desk: &Desk,
    actor: &Actor,
    lang: Lang,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let units: Vec<Choice> = desk
        .within(actor, Right::Serve)
        .iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(*unit, lang)))
        .collect();
    let of = |field| FieldProblem::of(problems, field);
    let (title_zh, title_en, unit, place) = (
        t.session_title_zh(),
        t.session_title_en(),
        t.session_unit(),
        t.session_place(),
    );
    let (day, slots, slots_help) = (t.session_day(), t.session_slots(), t.session_slots_help());
    let (opens_day, opens_time) = (t.session_opens_day(), t.session_opens_time());
    let (eligibility, eligibility_help, submit) = (
        t.session_eligibility(),
        t.session_eligibility_help(),
        t.session_offer_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("title_zh", &title_zh, &input.title_zh).required().limit(TITLE_CHARS_MAX).problem(of("title_zh"))))
        (form::text(lang, Field::new("title_en", &title_en, &input.title_en).problem(of("title_en"))))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &units))
        (form::text(lang, Field::new("place", &place, &input.place).required().problem(of("place"))))
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        (form::text_area(lang, Field::new("slots", &slots, &input.slots).required().help(&slots_help).problem(of("slots"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("opens_day", &opens_day, &input.opens_day).required().width(Width::Short).problem(of("opens_day"))))
            (form::text(lang, Field::new("opens_time", &opens_time, &input.opens_time).required().width(Width::Short)))
        }))
        (form::text_area(lang, Field::new("eligibility", &eligibility, &input.eligibility).help(&eligibility_help).limit(NOTE_CHARS_MAX).problem(of("eligibility"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = t.session_new();
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.sessions(), "/service_sessions")],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/service_sessions",
        draft: "/service_sessions/new",
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
