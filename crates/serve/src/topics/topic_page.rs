//! One topic: its plan, its result, its history; and the form that concludes it.
use super::{
    TopicId,
    list_page::state,
    new_page::problem,
    setting::{self, Concluding, SUBJECT},
    store::{self, Topic},
};
use crate::{
    desk::{self, Desk, new_entry, tell},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/topics/{topic}")]
pub struct TopicUrl {
    pub topic: TopicId,
}

/// The page of a topic.
pub(super) fn href(topic: TopicId) -> String {
    format!("/topics/{topic}")
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    day: String,
    #[serde(default)]
    result: String,
}

pub(super) async fn seen(app: &App, actor: &Actor, id: TopicId) -> Result<(Desk, Topic), WebError> {
    let desk = Desk::of(app, actor).await?;
    let topic = store::Entity::find_by_id(id).one(app.db.reader()).await?;
    match topic.filter(|topic| desk.sees(topic.unit)) {
        Some(topic) => Ok((desk, topic)),
        None => Err(WebError::NotFound),
    }
}

pub async fn show(
    url: TopicUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, topic) = seen(&app, &actor, url.topic).await?;
    let input = Input {
        entry: new_entry(),
        day: desk.today.to_string(),
        result: String::new(),
    };
    let main = view(&app, &actor, frame.lang, (&desk, &topic), &input, &[]).await?;
    Ok(frame.under("topics").page(&topic.title, main))
}

pub async fn conclude(
    url: TopicUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (desk, topic) = seen(&app, &actor, url.topic).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    // Both days of the topic are typed elsewhere; here there is one.
    let problem = |error| {
        let wrong = problem(t, error)?;
        let field = match wrong.field.as_str() {
            "set_on" | "due_on" => "day",
            other => other,
        };
        Ok(FieldProblem::new(field, wrong.message))
    };
    let day = input.day.trim().parse().ok();
    let mut problems = Vec::new();
    if day.is_none() {
        problems.push(FieldProblem::new("day", t.topic_day_missing()));
    }
    let new = Concluding {
        entry: input.entry,
        topic: url.topic,
        day: day.unwrap_or(desk.today),
        result: input.result.clone(),
    };
    tell(
        &mut problems,
        setting::wrong_result(desk.today, &topic, &new),
        problem,
    )?;
    if problems.is_empty() {
        match setting::conclude(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(&href(url.topic), &t.topic_concluded_done())),
            Err(setting::TopicError::NotYours) => return Err(WebError::NotFound),
            Err(error) => problems.push(problem(error)?),
        }
    }
    let main = view(&app, &actor, lang, (&desk, &topic), &input, &problems).await?;
    Ok(frame.under("topics").again(&topic.title, main))
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    (desk, topic): (&Desk, &Topic),
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let history = entry::history(app.db.reader(), SUBJECT, &topic.id.to_string()).await?;
    let may_record = desk.may(actor, Right::Record, topic.unit);
    let shows = desk::Shows {
        corrections: Some(&|_| may_record && !topic.withdrawn),
        ..desk::Shows::default()
    };
    let history = desk::timeline_of(app, lang, history, |_| None, shows).await?;
    let concluded = topic
        .concluded_on
        .map_or_else(String::new, |day| day.to_string());
    let facts = [
        Fact::new(t.topic_state(), state(lang, desk, topic)),
        Fact::text(t.topic_leader(), &topic.leader),
        Fact::text(t.topic_unit(), desk.directory.name(topic.unit, lang)),
        Fact::text(t.topic_set_on(), &topic.set_on.to_string()),
        Fact::text(t.topic_due_on(), &topic.due_on.to_string()),
        Fact::text(t.topic_plan(), &topic.plan),
        Fact::text(t.topic_result(), &topic.result),
        Fact::text(t.topic_concluded_on(), &concluded),
    ];
    let may_conclude = topic.concluded_on.is_none() && !topic.withdrawn && may_record;
    let withdrawn = t.topic_withdrawn();
    let head = PageHead {
        title: &topic.title,
        crumbs: &[Crumb::new(t.topics(), "/topics")],
        ..PageHead::default()
    };
    Ok(html! {
        (ui::page_head(lang, head))
        @if topic.withdrawn {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &withdrawn, ..Notice::default() }))
        }
        (ui::two_columns(
            html! {
                (ui::facts(&facts))
                @if may_conclude {
                    (ui::section("conclude", &t.topic_conclude(), html! {}, conclude_form(lang, topic, input, problems)))
                }
            },
            ui::section("history", &t.topic_history(), html! {}, history),
        ))
    })
}

fn conclude_form(lang: Lang, topic: &Topic, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (day, result, submit) = (t.topic_concluded_on(), t.topic_result(), t.topic_conclude());
    let of = |field| FieldProblem::of(problems, field);
    let action = href(topic.id);
    let result = Field::new("result", &result, &input.result).required();
    let frame = form::Form {
        action: &action,
        draft: &action,
        problems,
        ..form::Form::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        (form::text_area(lang, result.limit(NOTE_CHARS_MAX).problem(of("result"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    form::form(lang, frame, body)
}
