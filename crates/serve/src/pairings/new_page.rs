//! The form that pairs two.
use super::{
    Sort,
    list_page::PairingsUrl,
    making::{Making, PairError, make, wrong},
    pairing_page::{href, sort_word},
    store::PairingId,
};
use crate::{
    corrections,
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, UnitId, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/new")]
pub struct NewPairingUrl;

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Input {
    entry: EntryId,
    sort: String,
    helper: String,
    contact: String,
    contact_phone: String,
    helped: String,
    household: String,
    household_phone: String,
    hardship: String,
    from_day: String,
}

impl Default for Input {
    fn default() -> Input {
        Input {
            entry: new_entry(),
            sort: Sort::Community.code().to_owned(),
            helper: String::new(),
            contact: String::new(),
            contact_phone: String::new(),
            helped: String::new(),
            household: String::new(),
            household_phone: String::new(),
            hardship: String::new(),
            from_day: String::new(),
        }
    }
}

pub async fn form(
    _: NewPairingUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let input = Input {
        helper: actor.unit.to_string(),
        contact: actor.name.clone(),
        from_day: desk.today.to_string(),
        ..Input::default()
    };
    let main = view(frame.lang, &desk, &actor, &input, &[]);
    let title = texts(frame.lang).pairing_new();
    Ok(frame
        .kind(PageKind::Form)
        .under("pairings")
        .page(&title, main))
}

pub async fn submit(
    _: PairingsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (new, mut problems) = input.understood(&desk, t);
    let wrong = wrong(&app.book, &actor, &new).await?;
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match make(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => {
                let to = href(PairingId(new.entry.0));
                return Ok(web::done(&to, &t.pairing_new_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &desk, &actor, &input, &problems);
    Ok(frame.under("pairings").again(&t.pairing_new(), main))
}

impl Input {
    /// What was typed, and what of it cannot be read.
    fn understood(&self, desk: &Desk, t: &Texts) -> (Making, Vec<FieldProblem>) {
        let helper: Option<UnitId> = self.helper.trim().parse().ok();
        let from_day = self.from_day.trim().parse().ok();
        let helped = match desk.directory.units_named(self.helped.trim())[..] {
            [unit] => Some(unit.id),
            _ => None,
        };
        let unread = [
            ("helper", helper.is_none(), t.pairing_helper_missing()),
            ("helped", helped.is_none(), t.pairing_helped_missing()),
            ("from_day", from_day.is_none(), t.pairing_day_missing()),
        ];
        let unread = unread.into_iter().filter(|(_, is_unread, _)| *is_unread);
        let problems = unread.map(|(field, _, text)| FieldProblem::new(field, text));
        let new = Making {
            entry: self.entry,
            sort: Sort::from_code(&self.sort).unwrap_or(Sort::Community),
            helper: helper.unwrap_or(UnitId(0)),
            contact: self.contact.clone(),
            contact_phone: self.contact_phone.clone(),
            helped: helped.unwrap_or(UnitId(0)),
            household: self.household.clone(),
            household_phone: self.household_phone.clone(),
            hardship: self.hardship.clone(),
            from_day: from_day.unwrap_or(desk.today),
        };
        (new, problems.collect())
    }
}

pub(super) fn problem(t: &Texts, error: PairError) -> Result<FieldProblem, WebError> {
    let (field, text) = match error {
        PairError::NoSuchPairing => return Err(WebError::NotFound),
        PairError::Book(source) => return Err(source.into()),
        PairError::NotYours => ("helper", t.pairing_not_yours()),
        PairError::Helper => ("helper", t.pairing_helper_kind()),
        PairError::Helped => ("helped", t.pairing_helped_kind()),
        PairError::UnitNotThen => ("helped", t.pairing_unit_not_then()),
        PairError::Contact => ("contact", t.pairing_contact_missing()),
        PairError::Phone("household_phone") => {
            ("household_phone", t.pairing_household_phone_wrong())
        }
        PairError::Phone(field) => (field, t.pairing_phone_wrong()),
        PairError::Household => ("household", t.pairing_household_missing()),
        PairError::Text => ("hardship", t.pairing_text_wrong(NOTE_CHARS_MAX as u32)),
        PairError::DayToCome => ("from_day", t.pairing_day_to_come()),
        PairError::Stands => ("from_day", t.pairing_stands()),
        PairError::Correction(error) => return corrections::problem(t, error),
        PairError::BeforePairing => ("from_day", t.pairing_before()),
    };
    Ok(FieldProblem::new(field, text))
}

fn view(
    lang: Lang,
    desk: &Desk,
    actor: &Actor,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let kind = |unit: UnitId| {
        desk.directory
            .unit(unit)
            .map_or("", |unit| unit.kind.as_str())
    };
    let helpers: Vec<Choice> = desk
        .within(actor, Right::Serve)
        .into_iter()
        .filter(|unit| Sort::ALL.iter().any(|sort| sort.may_help(kind(*unit))))
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect();
    let helped = desk.tree.units().filter(|unit| {
        matches!(kind(*unit), "community" | "enterprise") && desk.tree.is_open(*unit, desk.today)
    });
    let helped = desk.directory.in_order(helped).into_iter();
    let helped: Vec<Choice> = helped
        .map(|unit| Choice::new(desk.directory.name(unit, lang), ""))
        .collect();
    let sorts: Vec<Choice> = Sort::ALL
        .iter()
        .map(|sort| Choice::new(sort.code(), sort_word(lang, *sort)))
        .collect();
    let (sort, helper, contact) = (t.pairing_sort(), t.pairing_helper(), t.pairing_contact());
    let (contact_phone, helped_label) = (t.pairing_contact_phone(), t.pairing_helped_unit());
    let (household, household_help) = (t.pairing_household(), t.pairing_household_help());
    let (household_phone, hardship) = (t.pairing_household_phone(), t.pairing_hardship());
    let (hardship_help, from, submit) = (
        t.pairing_hardship_help(),
        t.pairing_from(),
        t.pairing_submit(),
    );
    let title = t.pairing_new();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::radios(lang, Field::new("sort", &sort, &input.sort).required(), &sorts))
        (form::select(lang, Field::new("helper", &helper, &input.helper).required().problem(of("helper")), &helpers))
        (form::form_row(html! {
            (form::text(lang, Field::new("contact", &contact, &input.contact).required().width(Width::Medium).problem(of("contact"))))
            (form::telephone(lang, Field::new("contact_phone", &contact_phone, &input.contact_phone).width(Width::Medium).problem(of("contact_phone"))))
        }))
        (form::combobox(lang, Field::new("helped", &helped_label, &input.helped).required().problem(of("helped")), &helped))
        (form::form_row(html! {
            (form::text(lang, Field::new("household", &household, &input.household).help(&household_help).width(Width::Medium).problem(of("household"))))
            (form::telephone(lang, Field::new("household_phone", &household_phone, &input.household_phone).width(Width::Medium).problem(of("household_phone"))))
        }))
        (form::text_area(lang, Field::new("hardship", &hardship, &input.hardship).help(&hardship_help).limit(NOTE_CHARS_MAX).problem(of("hardship"))))
        (form::date(lang, Field::new("from_day", &from, &input.from_day).required().width(Width::Short).problem(of("from_day"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.pairings(), "/pairings")],
        ..PageHead::default()
    };
    // No draft: what is typed of a household is not left lying on the device.
    let frame = form::Form {
        action: "/pairings",
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
