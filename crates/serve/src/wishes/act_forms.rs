//! The forms by which a wish goes on, one for each act that is possible now.
use super::{
    acting::{ActError, Step},
    list_page::href,
    said,
    store::Wish,
    wish::{Act, Consent, ConsentBy, NotAllowed, WORDING_CHARS_MAX, Who, may},
};
use crate::{
    corrections,
    desk::new_entry,
    words::{Texts, texts},
};
use kernel::{EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act as Look, Button,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::WebError;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    pub(super) entry: Option<EntryId>,
    /// The words of the act: why, how, thanks.
    said: String,
    wording: String,
    guardian: String,
    consent_on: String,
    consent_by: String,
}

/// A form that comes back: which act, what was typed, what is wrong.
pub(super) type Again<'a> = (Act, &'a Input, FieldProblem);

/// What the form says, as a step.
pub(super) fn step(act: Act, input: &Input, is_child: bool) -> Step {
    let said = input.said.clone();
    match act {
        Act::Publication => Step::Publish {
            wording: input.wording.clone(),
            consent: match is_child {
                true => consent(input),
                false => None,
            },
        },
        Act::Refusal => Step::Refuse(said),
        Act::Return => Step::Return(said),
        Act::Readiness => Step::Ready(said),
        Act::Delivery => Step::Deliver(said),
        Act::Thanks => Step::Thank(said),
        Act::Lighting => Step::Light,
    }
}

fn consent(input: &Input) -> Option<Consent> {
    Some(Consent {
        guardian: input.guardian.trim().to_owned(),
        day: input.consent_on.trim().parse().ok()?,
        how: ConsentBy::from_code(&input.consent_by)?,
    })
}

/// What is to be put right, and where.
pub(super) fn problem(t: &Texts, error: ActError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        ActError::NoSuchWish | ActError::NotAllowed(NotAllowed::NotYours) => {
            return Err(WebError::NotFound);
        }
        ActError::Book(source) => return Err(source.into()),
        ActError::NotAllowed(NotAllowed::NotNow) | ActError::Meanwhile => {
            ("said", t.wish_meanwhile())
        }
        ActError::NotAllowed(NotAllowed::MadeByYou) => ("wording", t.wish_made_by_you()),
        ActError::Wording => (
            "wording",
            t.wish_wording_wrong(WORDING_CHARS_MAX.to_string()),
        ),
        ActError::NamesTheChild => ("wording", t.wish_names_the_child()),
        ActError::ConsentMissing => ("guardian", t.wish_consent_missing()),
        ActError::ConsentToCome => ("consent_on", t.wish_consent_to_come()),
        ActError::WordsMissing => ("said", t.wish_words_missing()),
        ActError::Day => ("delivered_on", t.wish_day_wrong()),
        ActError::Lighter => ("lighter", t.wish_lighter_wrong()),
        ActError::Thanked => ("withdraw", t.wish_thanked_already()),
        ActError::Correction(error) => return corrections::problem(t, error),
        ActError::TooLong => ("said", t.wish_words_long(NOTE_CHARS_MAX.to_string())),
    };
    Ok(FieldProblem::new(field, message))
}

/// A form for each act that is possible now.
pub(super) fn all(lang: Lang, wish: &Wish, who: Who, again: Option<&Again<'_>>) -> Markup {
    let t = texts(lang);
    let none = Input::default();
    let possible = |act: &Act| {
        let may = may(wish.state, who, *act);
        // Whoever may not publish is told so when they read the form, not after filling it in.
        *act != Act::Lighting && may.is_ok()
    };
    let made_by_you = may(wish.state, who, Act::Publication) == Err(NotAllowed::MadeByYou);
    let stale = again.filter(|(act, ..)| !possible(act));
    html! {
        @if let Some((_, _, problem)) = stale {
            (form::problem_summary(lang, std::slice::from_ref(problem)))
        }
        @if made_by_you { p class="hint" { (t.wish_made_by_you()) } }
        @for act in Act::ALL.iter().filter(|act| possible(act)) {
            @let (input, problems) = match again {
                Some((again, input, problem)) if again == act => (*input, vec![problem.clone()]),
                _ => (&none, Vec::new()),
            };
            (act_form(lang, wish, *act, input, &problems))
        }
    }
}

fn act_form(lang: Lang, wish: &Wish, act: Act, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (verb, label, help, is_needed, look) = match act {
        Act::Publication => (
            t.wish_publish(),
            String::new(),
            String::new(),
            true,
            Look::Primary,
        ),
        Act::Refusal => (
            t.wish_refuse(),
            t.wish_refuse_why(),
            t.wish_refuse_help(),
            true,
            Look::Plain,
        ),
        Act::Return => (
            t.wish_return(),
            t.wish_return_why(),
            String::new(),
            true,
            Look::Plain,
        ),
        Act::Readiness => (
            t.wish_ready(),
            t.wish_ready_how(),
            t.wish_ready_help(),
            true,
            Look::Primary,
        ),
        Act::Delivery => (
            t.wish_deliver(),
            t.wish_deliver_how(),
            String::new(),
            false,
            Look::Primary,
        ),
        Act::Thanks | Act::Lighting => (
            t.wish_thank(),
            t.wish_thanks(),
            t.wish_thank_help(),
            false,
            Look::Primary,
        ),
    };
    let id = format!("said-{}", act.code());
    let mut field = Field::new("said", &label, &input.said)
        .help(&help)
        .limit(NOTE_CHARS_MAX);
    field.id = &id;
    field.required = is_needed;
    // The summary leads to the field by its id.
    let problems: Vec<FieldProblem> = problems
        .iter()
        .map(|problem| match problem.field.as_str() {
            "said" => FieldProblem::new(&id, &problem.message),
            _ => problem.clone(),
        })
        .collect();
    let action = format!("{}/{}", href(wish.id), act.code());
    let form_id = format!("act-{}", act.code());
    let shown = form::Form {
        action: &action,
        id: &form_id,
        problems: &problems,
        ..form::Form::default()
    };
    let entry = input.entry.unwrap_or_else(new_entry);
    let fields = html! {
        (form::hidden("entry", &entry.to_string()))
        @if act == Act::Publication { (publication_fields(lang, wish, input, &problems)) }
        @else { (form::text_area(lang, field.problem(of("said")))) }
        (ui::acts(ui::button(Button { label: &verb, act: look, ..Button::default() })))
    };
    ui::section(act.code(), &verb, html! {}, form::form(lang, shown, fields))
}

fn publication_fields(lang: Lang, wish: &Wish, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (wording, guardian, on, by) = (
        t.wish_wording(),
        t.wish_guardian(),
        t.wish_consent_on(),
        t.wish_consent_by(),
    );
    let help = match wish.is_child {
        true => t.wish_wording_help_child(),
        false => t.wish_wording_help(),
    };
    let hows: Vec<Choice> = ConsentBy::ALL
        .iter()
        .map(|how| Choice::new(how.code(), said::consent_by(lang, *how)))
        .collect();
    html! {
        (form::text_area(lang, Field::new("wording", &wording, &input.wording).required().help(&help).limit(WORDING_CHARS_MAX).problem(of("wording"))))
        @if wish.is_child {
            (form::text(lang, Field::new("guardian", &guardian, &input.guardian).required().width(Width::Medium).problem(of("guardian"))))
            (form::date(lang, Field::new("consent_on", &on, &input.consent_on).required().width(Width::Short).problem(of("consent_on"))))
            (form::radios(lang, Field::new("consent_by", &by, &input.consent_by).required(), &hows))
        }
    }
}
