//! The form that sets a topic.
use super::{
    TopicId,
    list_page::TopicsUrl,
    setting::{Setting, TopicError, set, wrong},
    topic_page::href,
};
use crate::{
    corrections,
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Lang, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/topics/new")]
pub struct NewTopicUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    title: String,
    #[serde(default)]
    leader: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    plan: String,
    #[serde(default)]
    set_on: String,
    #[serde(default)]
    due_on: String,
}

pub async fn form(
    _: NewTopicUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let input = Input {
        entry: new_entry(),
        title: String::new(),
        leader: String::new(),
        unit: actor.unit.to_string(),
        plan: String::new(),
        set_on: desk.today.to_string(),
        due_on: String::new(),
    };
    let main = view(frame.lang, &desk, &actor, &input, &[]);
    let title = texts(frame.lang).topic_new();
    Ok(frame
        .kind(PageKind::Form)
        .under("topics")
        .page(&title, main))
}

pub async fn submit(
    _: TopicsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (new, mut problems) = input.understood(t, desk.today);
    let wrong = wrong(&app.book, &actor, &new).await?;
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match set(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(&href(TopicId(new.entry.0)), &t.topic_new_done())),
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &desk, &actor, &input, &problems);
    Ok(frame.under("topics").again(&t.topic_new(), main))
}

impl Input {
    /// What was typed, and what of it cannot be read. In place of a day that cannot be read stands one that nothing is wrong with.
    fn understood(&self, t: &Texts, today: NaiveDate) -> (Setting, Vec<FieldProblem>) {
        let unit: Option<UnitId> = self.unit.trim().parse().ok();
        let set_on: Option<NaiveDate> = self.set_on.trim().parse().ok();
        let due_on: Option<NaiveDate> = self.due_on.trim().parse().ok();
        let unread = [
            ("unit", unit.is_none(), t.topic_unit_missing()),
            ("set_on", set_on.is_none(), t.topic_day_missing()),
            ("due_on", due_on.is_none(), t.topic_day_missing()),
        ];
        let unread = unread.into_iter().filter(|(_, is_unread, _)| *is_unread);
        let problems = unread.map(|(field, _, text)| FieldProblem::new(field, text));
        let set_on = set_on.unwrap_or_else(|| due_on.unwrap_or(today).min(today));
        let new = Setting {
            entry: self.entry,
            title: self.title.clone(),
            leader: self.leader.clone(),
            unit: unit.unwrap_or(UnitId(0)),
            plan: self.plan.clone(),
            set_on,
            due_on: due_on.unwrap_or(set_on),
        };
        (new, problems.collect())
    }
}

pub(super) fn problem(t: &Texts, error: TopicError) -> Result<FieldProblem, WebError> {
    let (field, text) = match error {
        TopicError::NoSuchTopic => return Err(WebError::NotFound),
        TopicError::Book(source) => return Err(source.into()),
        TopicError::NotYours => ("unit", t.topic_not_yours()),
        TopicError::Title => ("title", t.topic_title_wrong(TITLE_CHARS_MAX as u32)),
        TopicError::Leader => ("leader", t.topic_leader_wrong(TITLE_CHARS_MAX as u32)),
        TopicError::Plan => ("plan", t.topic_plan_wrong(NOTE_CHARS_MAX as u32)),
        TopicError::Result => ("result", t.topic_result_wrong(NOTE_CHARS_MAX as u32)),
        TopicError::DayToCome => ("set_on", t.topic_day_to_come()),
        TopicError::Order => ("due_on", t.topic_order()),
        TopicError::UnitNotThen => ("unit", t.topic_unit_not_then()),
        TopicError::HasResult => ("unit", t.topic_has_result()),
        TopicError::Correction(error) => return corrections::problem(t, error),
        TopicError::AlreadyConcluded => ("result", t.topic_already_concluded()),
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
    let units = units(lang, desk, actor);
    let (title, leader, unit, plan) = (
        t.topic_title(),
        t.topic_leader(),
        t.topic_unit(),
        t.topic_plan(),
    );
    let (plan_help, set_on, due_on) = (t.topic_plan_help(), t.topic_set_on(), t.topic_due_on());
    let (new, submit) = (t.topic_new(), t.topic_submit());
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("title", &title, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::form_row(html! {
            (form::text(lang, Field::new("leader", &leader, &input.leader).required().width(Width::Medium).problem(of("leader"))))
            (form::select(lang, Field::new("unit", &unit, &input.unit).required().width(Width::Medium).problem(of("unit")), &units))
        }))
        (form::text_area(lang, Field::new("plan", &plan, &input.plan).required().help(&plan_help).limit(NOTE_CHARS_MAX).problem(of("plan"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("set_on", &set_on, &input.set_on).required().width(Width::Short).problem(of("set_on"))))
            (form::date(lang, Field::new("due_on", &due_on, &input.due_on).required().width(Width::Short).problem(of("due_on"))))
        }))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &new,
        crumbs: &[Crumb::new(t.topics(), "/topics")],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/topics",
        draft: "/topics/new",
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

/// Those that can have a topic, of those for which the actor records.
pub(super) fn units(lang: Lang, desk: &Desk, actor: &Actor) -> Vec<Choice> {
    let is_office = |unit: &UnitId| {
        let unit = desk.directory.unit(*unit);
        unit.is_some_and(|unit| unit.kind != "enterprise")
    };
    let units = desk.within(actor, Right::Record).into_iter();
    units
        .filter(is_office)
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect()
}
