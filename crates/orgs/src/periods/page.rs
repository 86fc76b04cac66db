//! Up to which day the book is closed, who closed and reopened what, and the forms for both: `/periods`.
use super::{
    PERIODS, PeriodError, SUBJECT, Wish,
    closing::{CLOSED, REOPENED},
    may,
};
use crate::{
    history,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{Datelike, NaiveDate};
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{closed_through, entry::Entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, BigNumber, Button, PageHead, PageKind,
    form::{self, Field, FieldProblem, Form as UiForm, Width},
};
use uuid::Uuid;
use web::{App, Frame, WebError, done};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/periods")]
pub(super) struct PeriodsUrl;

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/periods/closures")]
pub(super) struct ClosuresUrl;

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/periods/reopenings")]
pub(super) struct ReopeningsUrl;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    pub entry: EntryId,
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    Closure,
    Reopening,
}

pub(super) async fn show(
    _: PeriodsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let main = view(&app, &frame, &actor, None, &[]).await?;
    let title = texts(frame.lang).periods_title();
    Ok(frame.kind(PageKind::List).page(&title, main))
}

pub(super) async fn submit_closure(
    _: ClosuresUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    submit(&app, actor, frame, input, Which::Closure).await
}

pub(super) async fn submit_reopening(
    _: ReopeningsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    submit(&app, actor, frame, input, Which::Reopening).await
}

async fn submit(
    app: &App,
    actor: Actor,
    frame: Frame,
    input: Input,
    which: Which,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let problem = match input.day.trim().parse::<NaiveDate>() {
        Err(_) => FieldProblem::new("day", t.change_day_wrong()),
        Ok(day) => {
            let wish = Wish {
                entry: input.entry,
                day,
                reason: input.reason.clone(),
            };
            let done_what = match which {
                Which::Closure => super::close(&app.book, &actor, &wish).await,
                Which::Reopening => super::reopen(&app.book, &actor, &wish).await,
            };
            match (done_what, which) {
                (Ok(_), Which::Closure) => {
                    return Ok(done(PERIODS, &t.period_was_closed(day.to_string())));
                }
                (Ok(_), Which::Reopening) => {
                    return Ok(done(PERIODS, &t.period_was_reopened(day.to_string())));
                }
                (Err(error), _) => said(t, error)?,
            }
        }
    };
    let main = view(app, &frame, &actor, Some((which, &input)), &[problem]).await?;
    Ok(frame.again(&t.periods_title(), main))
}

fn said(t: &Texts, error: PeriodError) -> Result<FieldProblem, WebError> {
    let (field, sentence) = match error {
        PeriodError::NotYours => return Err(WebError::NotFound),
        PeriodError::Book(error) => return Err(error.into()),
        PeriodError::Reason => ("reason", t.change_reason_wrong(NOTE_CHARS_MAX)),
        PeriodError::NotOver => ("day", t.period_not_over()),
        PeriodError::ClosedAlready(through) => {
            ("day", t.period_closed_already(through.to_string()))
        }
        PeriodError::IsOpen => ("day", t.period_is_open()),
        PeriodError::SamePerson => ("reason", t.period_same_person()),
    };
    Ok(FieldProblem::new(field, sentence))
}

async fn view(
    app: &App,
    frame: &Frame,
    actor: &Actor,
    typed: Option<(Which, &Input)>,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = texts(lang);
    let through = closed_through(app.db.reader()).await?;
    let what = |entry: &Entry| {
        let detail = |field: &str| {
            entry
                .details
                .as_ref()
                .and_then(|details| details.get(field))
        };
        let day = detail("day")
            .and_then(|day| day.as_str())
            .unwrap_or_default();
        let said = match entry.kind.as_str() {
            CLOSED => t.period_was_closed(day),
            REOPENED => t.period_was_reopened(day),
            other => other.to_owned(),
        };
        html! { a href={ "/entries/" (entry.id) } { (said) } }
    };
    let subject = (SUBJECT.0, SUBJECT.1.to_owned());
    let events = history::events(app, lang, subject, what).await?;
    let (title, sub) = (t.periods_title(), t.periods_sub());
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (sub) } }),
        ..PageHead::default()
    };
    let now = match through {
        Some(through) => through.to_string(),
        None => t.period_all_open(),
    };
    let label = t.period_closed_through();
    let new = |day: Option<NaiveDate>| Input {
        entry: EntryId(Uuid::now_v7()),
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        reason: String::new(),
    };
    let of = |which: Which, day: Option<NaiveDate>| match typed {
        Some((typed, input)) if typed == which => (input.clone(), problems),
        _ => (new(day), &[][..]),
    };
    // Mostly the month that has just ended is closed, and reopened from its first day.
    let month_end = app.clock.today().with_day(1).and_then(|day| day.pred_opt());
    let month_begin = through.and_then(|day| day.with_day(1));
    let (closure, closure_problems) = of(Which::Closure, month_end);
    let (reopening, reopening_problems) = of(Which::Reopening, month_begin);
    let history = match events.is_empty() {
        true => html! { p class="none" { (t.period_never()) } },
        false => ui::timeline(lang, &events),
    };
    let left = html! {
        (ui::big_number(BigNumber { label: &label, text: &now, ..BigNumber::default() }))
        @if may(actor, Right::Publish) {
            (ui::section("closure", &t.period_close(), html! {}, one_form(frame, t, Which::Closure, &closure, closure_problems)))
        }
        @if through.is_some() && may(actor, Right::SignOff) {
            (ui::section("reopening", &t.period_reopen(), html! {}, one_form(frame, t, Which::Reopening, &reopening, reopening_problems)))
        }
    };
    let right = ui::section("history", &t.history(), html! {}, history);
    Ok(html! { (ui::page_head(lang, head)) (ui::two_columns(left, right)) })
}

fn one_form(
    frame: &Frame,
    t: &Texts,
    which: Which,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let lang = frame.lang;
    let (action, day, help, verb, act) = match which {
        Which::Closure => (
            ClosuresUrl.to_string(),
            t.period_through(),
            t.period_through_help(),
            t.period_close(),
            Act::Primary,
        ),
        Which::Reopening => (
            ReopeningsUrl.to_string(),
            t.period_from(),
            t.period_from_help(),
            t.period_reopen(),
            Act::Danger,
        ),
    };
    // Two forms on a page: ids differ, names do not.
    let (day_id, reason_id) = match which {
        Which::Closure => ("day", "reason"),
        Which::Reopening => ("reopen-day", "reopen-reason"),
    };
    let problems: Vec<FieldProblem> = problems
        .iter()
        .map(|problem| {
            let id = if problem.field == "day" {
                day_id
            } else {
                reason_id
            };
            FieldProblem::new(id, problem.message.clone())
        })
        .collect();
    let of = |id| FieldProblem::of(&problems, id);
    let (reason, reason_help) = (t.reason(), t.change_reason_help());
    let day_field = Field {
        id: day_id,
        ..Field::new("day", &day, &input.day)
    };
    let reason_field = Field {
        id: reason_id,
        ..Field::new("reason", &reason, &input.reason)
    };
    let form = UiForm {
        action: &action,
        problems: &problems,
        ..UiForm::default()
    };
    form::form(
        lang,
        form,
        html! {
            (form::hidden("entry", &input.entry.to_string()))
            (form::date(lang, day_field.required().help(&help).width(Width::Short).problem(of(day_id))))
            (form::text_area(lang, reason_field.required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(of(reason_id))))
            (ui::acts(html! { (ui::button(Button { label: &verb, act, ..Button::default() })) }))
        },
    )
}
