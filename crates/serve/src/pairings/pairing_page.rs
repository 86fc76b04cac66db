//! One pairing: contact cards, last contact, history; and for those who help, the acts.
use super::{
    Sort,
    last_contact::last_contacts,
    making::SUBJECT,
    sight,
    store::{
        CONTACT_PHONE, HARDSHIP, HOUSEHOLD, HOUSEHOLD_PHONE, NOTE, Pairing, PairingId, contact,
    },
};
use crate::{
    desk::{self, Desk, new_entry},
    residents::masked,
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, limits::NOTE_CHARS_MAX};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Fact, Icon, Notice, PageHead, Row, Table,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/{pairing}")]
pub struct PairingUrl {
    pub pairing: PairingId,
}

/// The page of a pairing.
pub(super) fn href(pairing: PairingId) -> String {
    format!("/pairings/{pairing}")
}

pub(super) fn sort_word(lang: Lang, sort: Sort) -> String {
    let t = texts(lang);
    match sort {
        Sort::Community => t.pairing_of_community(),
        Sort::Household => t.pairing_of_household(),
        Sort::Enterprise => t.pairing_of_enterprise(),
    }
}

pub async fn show(
    url: PairingUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, pairing) = sight::seen(&app, &actor, url.pairing).await?;
    page(&app, &actor, &frame, (&desk, &pairing), &Shown::default()).await
}

/// What the page shows beyond the pairing itself.
#[derive(Debug, Default)]
pub(super) struct Shown<'a> {
    /// What is sealed, opened: the look is in the book.
    pub(super) is_open: bool,
    pub(super) problems: &'a [FieldProblem],
    pub(super) note: &'a str,
    pub(super) reason: &'a str,
    /// As typed, in the form that came back.
    pub(super) day: &'a str,
}

pub(super) async fn page(
    app: &App,
    actor: &Actor,
    frame: &Frame,
    (desk, pairing): (&Desk, &Pairing),
    shown: &Shown<'_>,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let reader = app.db.reader();
    let last = last_contacts(reader, std::slice::from_ref(pairing)).await?;
    let last = last
        .get(&pairing.id)
        .map_or_else(|| t.pairing_never(), ToString::to_string);
    let history = entry::history(reader, SUBJECT, &pairing.id.to_string()).await?;
    let may_correct = !pairing.withdrawn && desk.may(actor, Right::Serve, pairing.helper);
    let shows = desk::Shows {
        sealed: shown.is_open,
        corrections: Some(&|_| may_correct),
    };
    let history = desk::timeline_of(app, lang, history, |_| None, shows).await?;
    let title = sight::helped(app, desk, lang, pairing)?;
    let may_open = desk.opens_pairing(actor, pairing);
    let may_act = pairing.to_day.is_none() && desk.may(actor, Right::Serve, pairing.helper);
    let ended = pairing.to_day.map(|day| match pairing.withdrawn {
        true => t.pairing_withdrawn(),
        false => t.pairing_ended_on(day.to_string()),
    });
    let head = PageHead {
        title: &title,
        sub: Some(html! { (sort_word(lang, pairing.sort())) }),
        crumbs: &[Crumb::new(t.pairings(), "/pairings")],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        @if let Some(ended) = &ended { (ui::notice(lang, &Notice { text: ended, ..Notice::default() })) }
        (ui::two_columns(
            html! {
                (facts(app, desk, lang, pairing, (&last, shown.is_open, may_open))?)
                @if may_open && !shown.is_open { (look_form(lang, pairing)) }
                @if shown.is_open { (contacts(app, lang, pairing).await?) }
                @if may_act { (acts(lang, desk, pairing, shown)) }
            },
            ui::section("history", &t.pairing_history(), html! {}, history),
        ))
    };
    Ok(frame.page(&title, main))
}

fn facts(
    app: &App,
    desk: &Desk,
    lang: Lang,
    pairing: &Pairing,
    (last, is_open, may_open): (&str, bool, bool),
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| match sealed {
        Some(sealed) => app.keys.open(purpose, sealed).map_err(WebError::internal),
        None => Ok(String::new()),
    };
    let name = |unit| desk.directory.name(unit, lang);
    let phone = |text: String| if is_open { text } else { masked::phone(&text) };
    let mut facts = vec![
        Fact::text(t.pairing_helper(), name(pairing.helper)),
        Fact::text(t.pairing_contact(), &pairing.contact),
        Fact::text(
            t.pairing_contact_phone(),
            &phone(open(CONTACT_PHONE, &pairing.contact_phone)?),
        ),
        Fact::text(t.pairing_helped_unit(), name(pairing.helped)),
        Fact::text(t.pairing_from(), &pairing.from_day.to_string()),
        Fact::text(t.pairing_last(), last),
    ];
    if pairing.sort() == Sort::Household {
        let household = open(HOUSEHOLD, &pairing.household)?;
        let shown = if is_open {
            household
        } else {
            masked::name(&household)
        };
        facts.push(Fact::text(t.pairing_household(), &shown));
        let number = open(HOUSEHOLD_PHONE, &pairing.household_phone)?;
        facts.push(Fact::text(t.pairing_household_phone(), &phone(number)));
        let hardship = match is_open {
            true => open(HARDSHIP, &pairing.hardship)?,
            false if may_open => t.pairing_sealed(),
            false => t.pairing_sealed_near(),
        };
        facts.push(Fact::text(t.pairing_hardship(), &hardship));
    }
    Ok(ui::facts(&facts))
}

fn look_form(lang: Lang, pairing: &Pairing) -> Markup {
    let t = texts(lang);
    let action = format!("{}/looks", href(pairing.id));
    let label = t.pairing_look();
    let frame = form::Form {
        action: &action,
        id: "look",
        ..form::Form::default()
    };
    let body = html! {
        (form::hidden("entry", &new_entry().to_string()))
        p class="help" { (t.pairing_look_help()) }
        (ui::button(Button { label: &label, ..Button::default() }))
    };
    let (card, print) = (format!("{}/card", href(pairing.id)), t.pairing_card_print());
    let card_frame = form::Form {
        action: &card,
        id: "card",
        ..form::Form::default()
    };
    let card = html! {
        (form::hidden("entry", &new_entry().to_string()))
        (ui::button(Button { label: &print, icon: Some(Icon::Print), ..Button::default() }))
    };
    html! { (form::form(lang, frame, body)) (form::form(lang, card_frame, card)) }
}

/// What was noted of contacts, the latest first. Sealed as the rest.
async fn contacts(app: &App, lang: Lang, pairing: &Pairing) -> Result<Markup, WebError> {
    let t = texts(lang);
    let found = contact::Entity::find()
        .filter(contact::Column::Pairing.eq(pairing.id))
        .order_by_desc(contact::Column::Day)
        .all(app.db.reader())
        .await?;
    let mut rows = Vec::new();
    for contact in found {
        let note = app
            .keys
            .open(NOTE, &contact.note)
            .map_err(WebError::internal)?;
        rows.push(Row::new(vec![
            html! { span class="nowrap" { (contact.day) } },
            html! { (note) },
        ]));
    }
    let caption = t.pairing_contacts();
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::text(t.pairing_contact_day()),
            Column::title(t.pairing_contact_note()).wide(),
        ],
        rows,
        ..Table::default()
    };
    Ok(ui::section(
        "contacts",
        &caption,
        html! {},
        ui::table(lang, table),
    ))
}

fn acts(lang: Lang, desk: &Desk, pairing: &Pairing, shown: &Shown<'_>) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(shown.problems, field);
    let today = desk.today.to_string();
    let (day, note, submit) = (
        t.pairing_contact_day(),
        t.pairing_contact_note(),
        t.pairing_contact_submit(),
    );
    let (end_day, reason, end) = (t.pairing_end_day(), t.pairing_end_reason(), t.pairing_end());
    let (contacts, ending) = (
        format!("{}/contacts", href(pairing.id)),
        format!("{}/end", href(pairing.id)),
    );
    let contact_frame = form::Form {
        action: &contacts,
        id: "contact",
        ..form::Form::default()
    };
    let end_frame = form::Form {
        action: &ending,
        id: "end",
        ..form::Form::default()
    };
    let has_problem = |fields: [&str; 2]| {
        fields
            .iter()
            .any(|field| FieldProblem::of(shown.problems, field).is_some())
    };
    let is_ending = has_problem(["end-day", "reason"]);
    let or_today = |is_back: bool| match is_back {
        true => shown.day,
        false => today.as_str(),
    };
    let contact_day = Field {
        id: "contact-day",
        ..Field::new("day", &day, or_today(has_problem(["contact-day", "note"]))).required()
    };
    let end_field = Field {
        id: "end-day",
        ..Field::new("day", &end_day, or_today(is_ending)).required()
    };
    let note = Field::new("note", &note, shown.note)
        .required()
        .limit(NOTE_CHARS_MAX);
    let reason = Field::new("reason", &reason, shown.reason)
        .required()
        .limit(NOTE_CHARS_MAX);
    html! {
        (form::problem_summary(lang, shown.problems))
        (ui::section("note-contact", &t.pairing_note_contact(), html! {}, form::form(lang, contact_frame, html! {
            (form::hidden("entry", &new_entry().to_string()))
            (form::date(lang, contact_day.width(Width::Short).problem(of("contact-day"))))
            (form::text_area(lang, note.problem(of("note"))))
            (ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() }))
        })))
        details open[is_ending] {
            summary { (end) }
            (form::form(lang, end_frame, html! {
                (form::hidden("entry", &new_entry().to_string()))
                (form::date(lang, end_field.width(Width::Short).problem(of("end-day"))))
                (form::text_area(lang, reason.problem(of("reason"))))
                (ui::button(Button { label: &end, act: Act::Danger, ..Button::default() }))
            }))
        }
    }
}
