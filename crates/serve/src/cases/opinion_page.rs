//! Whoever asked says by their code whether they are satisfied: a call-back that they make themselves.
use super::{
    acting::{self, ActError, Acting},
    case::{Outcome, Refused, State, Step},
    follow_page, links,
    store::{self, CODE, Case},
};
use crate::words::texts;
use axum::{
    extract::State as OfApp,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use ui::{
    Act, Button,
    form::{self, Choice, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/follow/opinions")]
pub struct OpinionsUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    code: String,
    #[serde(default)]
    opinion: String,
    #[serde(default)]
    words: String,
}

impl Input {
    pub(super) fn new(code: &str) -> Input {
        Input {
            entry: crate::desk::new_entry(),
            code: code.to_owned(),
            opinion: String::new(),
            words: String::new(),
        }
    }

    pub(super) fn code(&self) -> &str {
        &self.code
    }
}

/// Whether there is something to be satisfied with.
pub(super) fn may_say(case: &Case) -> bool {
    matches!(case.state(), State::Answered | State::Closed)
}

pub async fn submit(
    _: OpinionsUrl,
    OfApp(app): OfApp<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let found_by = CODE.found_by(&app.keys, &input.code);
    let own = store::Entity::find().filter(store::Column::CodeFoundBy.eq(found_by));
    let own = own.one(app.db.reader()).await?.ok_or(WebError::NotFound)?;
    let outcome = Outcome::from_code(&input.opinion);
    let outcome = outcome.filter(|outcome| *outcome != Outcome::NotReached);
    let problem = match outcome {
        None => FieldProblem::new("opinion", t.problem_choose()),
        Some(outcome) => {
            let new = Acting {
                entry: input.entry,
                case: own.id,
                step: Step::CallBack(outcome),
                said: String::new(),
                noted: input.words.clone(),
                public_title: String::new(),
                files: Vec::new(),
            };
            let days = orgs::working_days(app.db.reader()).await?;
            match acting::act_as_asker(&app.book, &days, &new).await {
                Ok(_) => {
                    let input = Input::new(&input.code);
                    let page =
                        follow_page::shown(&app, frame, &input, Vec::new(), Some(t.opinion_done()));
                    return Ok(no_store(page.await?));
                }
                Err(ActError::Book(source)) => return Err(source.into()),
                Err(ActError::NoSuchCase) => return Err(WebError::NotFound),
                Err(ActError::TooLong) => {
                    FieldProblem::new("words", t.problem_long(NOTE_CHARS_MAX as u32))
                }
                Err(ActError::Refused(Refused::NotNow(_))) => {
                    FieldProblem::new("opinion", t.opinion_not_now())
                }
                Err(_) => FieldProblem::new("opinion", t.problem_meanwhile()),
            }
        }
    };
    let again = follow_page::shown(&app, frame, &input, vec![problem], None);
    Ok(no_store(again.await?))
}

/// The code stands in the page.
fn no_store(page: Response) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}

pub(super) fn view(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let opinions = [
        Choice::new(Outcome::Satisfied.code(), t.opinion_satisfied()),
        Choice::new(Outcome::NotSatisfied.code(), t.opinion_not_satisfied()),
    ];
    let (label, words, words_help, verb) = (
        t.opinion_label(),
        t.opinion_words(),
        t.opinion_words_help(),
        t.opinion_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::hidden("code", &input.code))
        (form::radios(lang, Field::new("opinion", &label, &input.opinion).required().problem(of("opinion")), &opinions))
        (form::text_area(lang, Field::new("words", &words, &input.words).help(&words_help).limit(NOTE_CHARS_MAX).problem(of("words"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: links::OPINIONS,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
