//! The form of a transfer.
use super::{
    PersonUrl,
    transferring::{Input, TransferUrl},
};
use crate::{membership, person, units::by_ids, words::texts};
use kernel::{Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use ui::{
    Act, Button, Crumb, PageHead,
    form::{self, Choice, Field, FieldProblem, Form as UiForm, Width},
};
use web::{App, WebError};

pub(super) async fn view(
    app: &App,
    lang: Lang,
    (person, memberships): (&person::Model, &[membership::Model]),
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let units = by_ids(app, memberships.iter().map(|membership| membership.unit_id)).await?;
    let leaves: Vec<Choice> = memberships
        .iter()
        .filter_map(|membership| units.get(&membership.unit_id))
        .map(|unit| Choice::new(unit.id.to_string(), unit.name_in(lang)))
        .collect();
    let goes = [
        Choice::new("unit", t.person_transfer_to_unit()),
        Choice::new("out", t.person_transfer_out()),
    ];
    let there = PersonUrl { person: person.id }.to_string();
    let crumbs = [
        Crumb::new(t.units_title(), crate::units::UNITS),
        Crumb::new(person.name.clone(), there.clone()),
    ];
    let (title, sub) = (
        t.person_transfer_title(),
        t.person_transfer_sub(person.name.as_str()),
    );
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (sub) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let (from_unit, place, to, to_help, day, day_help, reason, reason_help, label) = (
        t.person_transfer_from_unit(),
        t.person_transfer_where(),
        t.person_transfer_to(),
        t.person_transfer_to_help(),
        t.person_transfer_day(),
        t.change_from_help(),
        t.reason(),
        t.change_reason_help(),
        t.person_transfer_do(),
    );
    let of = |field| FieldProblem::of(problems, field);
    let action = TransferUrl { person: person.id }.to_string();
    let frame = UiForm {
        action: &action,
        problems,
        ..UiForm::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::select(lang, Field::new("leaves", &from_unit, &input.leaves).required().width(Width::Medium).problem(of("leaves")), &leaves))
        (form::radios(lang, Field::new("goes", &place, &input.goes).required().problem(of("goes")), &goes))
        (form::text(lang, Field::new("to", &to, &input.to).help(&to_help).width(Width::Medium).problem(of("to"))))
        (form::date(lang, Field::new("from", &day, &input.from).required().help(&day_help).width(Width::Short).problem(of("from"))))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(html! {
            (ui::button(Button { label: &label, act: Act::Primary, ..Button::default() }))
            (ui::link_button(&ui::words::texts(lang).cancel(), &there, Act::Plain, None))
        }))
    };
    Ok(html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) })
}
