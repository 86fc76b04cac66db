//! The form that corrects a visit, or takes it back.
use super::{
    correcting::{CorrectVisitError, Correcting, correct},
    form::{self as visit_form, Input},
    list_page::household,
    recording, sight,
    store::{self, Visit, VisitId},
    visit_page::href,
};
use crate::{
    desk::{Desk, tell},
    refusal,
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits/{visit}/correction")]
pub struct CorrectionUrl {
    pub visit: VisitId,
}

/// A visit that stands, of a unit for which the actor may write.
async fn correctable(app: &App, actor: &Actor, id: VisitId) -> Result<(Desk, Visit), WebError> {
    let (desk, visit) = sight::seen(app, actor, id).await?;
    match !visit.withdrawn && desk.may(actor, Right::Serve, visit.unit) {
        true => Ok((desk, visit)),
        false => Err(WebError::NotFound),
    }
}

pub async fn form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, visit) = correctable(&app, &actor, url.visit).await?;
    let people = store::people(app.db.reader(), &[visit.id]).await?;
    let input = Input {
        visited: desk.directory.name(visit.visited, frame.lang).to_owned(),
        household: household(&app, &visit)?,
        day: visit.day.to_string(),
        people: people
            .get(&visit.id)
            .map_or_else(String::new, |names| names.join("、")),
        unit: visit.unit.to_string(),
        heard: visit.heard.clone(),
        corrects: Some(visit.head_entry),
        ..Input::default()
    };
    let title = texts(frame.lang).visit_correct();
    let main = view(frame.lang, &desk, &actor, &visit, &input, &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("visits")
        .page(&title, main))
}

pub async fn submit(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (desk, visit) = sight::seen(&app, &actor, url.visit).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (visited, mut problems) = match input.withdraw {
        true => (None, Vec::new()),
        false => {
            let (visited, mut problems) = input.visited(&desk, lang);
            let wrong = recording::wrong(&app.book, &actor, &visited).await?;
            tell(&mut problems, wrong, |error| {
                visit_form::problem(t, &input, error)
            })?;
            (Some(visited), problems)
        }
    };
    if !refusal::is_note(&input.reason) {
        let text = t.visit_reason_missing(NOTE_CHARS_MAX as u32);
        problems.push(FieldProblem::new("reason", text));
    }
    if problems.is_empty() {
        let new = Correcting {
            entry: input.entry,
            visit: url.visit,
            corrects: input.corrects.unwrap_or(visit.head_entry),
            reason: input.reason.clone(),
            visited,
        };
        let text = match correct(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => return Ok(web::done(&href(url.visit), &t.visit_correct_done())),
            Err(CorrectVisitError::NoSuchVisit) => return Err(WebError::NotFound),
            Err(CorrectVisitError::Reason) => Ok(t.visit_reason_missing(NOTE_CHARS_MAX as u32)),
            Err(CorrectVisitError::AlreadyCorrected) => Ok(t.visit_already_corrected()),
            Err(CorrectVisitError::HasCases) => Ok(t.visit_has_cases()),
            Err(CorrectVisitError::Record(error)) => Err(visit_form::problem(t, &input, error)?),
        };
        problems.push(match text {
            Ok(text) => FieldProblem::new("reason", text),
            Err(problem) => problem,
        });
    }
    let main = view(lang, &desk, &actor, &visit, &input, &problems);
    Ok(frame.under("visits").again(&t.visit_correct(), main))
}

fn view(
    lang: Lang,
    desk: &Desk,
    actor: &Actor,
    visit: &Visit,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let (title, submit) = (t.visit_correct(), t.visit_correct_submit());
    let (withdraw, reason) = (t.visit_withdraw(), t.visit_reason());
    let corrects = input.corrects.unwrap_or(visit.head_entry);
    let action = format!("{}/correction", href(visit.id));
    let reason = Field::new("reason", &reason, &input.reason).required();
    let reason = reason.problem(FieldProblem::of(problems, "reason"));
    let body = html! {
        (visit_form::fields(lang, desk, actor, input, problems))
        (form::hidden("corrects", &corrects.to_string()))
        (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
        (form::text_area(lang, reason.limit(NOTE_CHARS_MAX)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let name = desk.directory.name(visit.visited, lang);
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.visit_correct_sub()) }),
        crumbs: &[
            Crumb::new(t.visits(), "/visits"),
            Crumb::new(name, href(visit.id)),
        ],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: &action,
        draft: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
