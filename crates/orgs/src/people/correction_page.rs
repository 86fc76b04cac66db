//! The form that corrects a transfer.
use super::{
    PersonUrl,
    correcting::{CorrectTransferError, Correction, CorrectionUrl, Told, correct_transfer},
    transferring::seen,
};
use crate::words::{Texts, texts};
use axum::{extract::State, response::Response};
use axum_extra::extract::Form;
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Form as UiForm, Width},
};
use uuid::Uuid;
use web::{App, Frame, WebError, done};

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    pub entry: EntryId,
    #[serde(default)]
    pub wrong: String,
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub reason: String,
}

async fn told(app: &App, actor: &Actor, url: CorrectionUrl) -> Result<(String, Told), WebError> {
    let (person, _) = seen(app, actor, url.person).await?;
    let found = entry::by_id(app.db.reader(), url.entry).await?;
    let told = found
        .as_ref()
        .and_then(Told::of)
        .ok_or(WebError::NotFound)?;
    match told.person == url.person {
        true => Ok((person.name, told)),
        false => Err(WebError::NotFound),
    }
}

pub(super) async fn form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (name, told) = told(&app, &actor, url).await?;
    let input = Input {
        entry: EntryId(Uuid::now_v7()),
        wrong: "day".to_owned(),
        day: told.day.to_string(),
        reason: String::new(),
    };
    let main = view(frame.lang, url, &name, &told, &input, &[]);
    let title = texts(frame.lang).transfer_correction();
    Ok(frame.kind(PageKind::Form).under("units").page(&title, main))
}

pub(super) async fn submit(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let (name, told) = told(&app, &actor, url).await?;
    let day = match input.wrong.as_str() {
        "all" => Ok(None),
        "day" => match input.day.trim().parse() {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(FieldProblem::new("day", t.change_day_wrong())),
        },
        _ => Err(FieldProblem::new("wrong", t.transfer_correction_missing())),
    };
    let problem = match day {
        Err(problem) => problem,
        Ok(day) => {
            let correction = Correction {
                entry: input.entry,
                corrects: url.entry,
                day,
                reason: input.reason.clone(),
            };
            match correct_transfer(&app.book, &actor, &correction).await {
                Ok(_) => {
                    let there = PersonUrl { person: url.person }.to_string();
                    return Ok(done(&there, &t.transfer_corrected_done(name)));
                }
                Err(error) => problem(t, error)?,
            }
        }
    };
    let main = view(frame.lang, url, &name, &told, &input, &[problem]);
    Ok(frame.under("units").again(&t.transfer_correction(), main))
}

fn problem(t: &Texts, error: CorrectTransferError) -> Result<FieldProblem, WebError> {
    let (field, sentence) = match error {
        CorrectTransferError::NoSuchTransfer => return Err(WebError::NotFound),
        CorrectTransferError::Reason => ("reason", t.change_reason_wrong(NOTE_CHARS_MAX)),
        CorrectTransferError::Future => ("day", t.change_future()),
        CorrectTransferError::SameDay => ("day", t.transfer_correction_same_day()),
        CorrectTransferError::TooEarly(day) => {
            ("day", t.person_transfer_too_early(day.to_string()))
        }
        CorrectTransferError::NotThen => ("day", t.change_other_not_then()),
        CorrectTransferError::ChangedSince => ("wrong", t.transfer_changed_since()),
        CorrectTransferError::AlreadyCorrected => ("wrong", t.transfer_already_corrected()),
        CorrectTransferError::Book(AppendError::PeriodClosed(closed)) => (
            "day",
            t.change_period_closed(closed.day.to_string(), closed.through.to_string()),
        ),
        CorrectTransferError::Book(error) => return Err(error.into()),
    };
    Ok(FieldProblem::new(field, sentence))
}

fn view(
    lang: Lang,
    url: CorrectionUrl,
    name: &str,
    told: &Told,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let there = PersonUrl { person: url.person }.to_string();
    let crumbs = [
        Crumb::new(t.units_title(), crate::units::UNITS),
        Crumb::new(name.to_owned(), there.clone()),
    ];
    let (title, sub) = (
        t.transfer_correction(),
        t.transfer_correction_sub(name, told.day.to_string()),
    );
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (sub) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let choices = [
        Choice::new("day", t.transfer_correction_day_wrong()),
        Choice::new("all", t.transfer_correction_never()),
    ];
    let (wrong, day, day_help, reason, reason_help, label) = (
        t.transfer_correction_what(),
        t.transfer_correction_day(),
        t.transfer_correction_day_help(),
        t.reason(),
        t.transfer_correction_reason_help(),
        t.transfer_correction_do(),
    );
    let of = |field| FieldProblem::of(problems, field);
    let action = url.to_string();
    let frame = UiForm {
        action: &action,
        problems,
        ..UiForm::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::radios(lang, Field::new("wrong", &wrong, &input.wrong).required().problem(of("wrong")), &choices))
        (form::date(lang, Field::new("day", &day, &input.day).help(&day_help).width(Width::Short).problem(of("day"))))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(html! {
            (ui::button(Button { label: &label, act: Act::Primary, ..Button::default() }))
            (ui::link_button(&ui::words::texts(lang).cancel(), &there, Act::Plain, None))
        }))
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
