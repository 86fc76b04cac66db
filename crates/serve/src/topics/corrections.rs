//! The form that corrects a topic or its result.
use super::{
    correcting::{correct_result, correct_setting},
    new_page::{problem, units},
    setting::{CONCLUDED, Concluding, SET, Setting},
    topic_page::{href, seen},
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet},
    words::{Texts, texts},
};
use kernel::{Right, limits::NOTE_CHARS_MAX};
use ledger::entry::Entry;
use ui::form::FieldProblem;
use web::WebError;

pub(crate) async fn sheet(asked: &Asked<'_>) -> Result<Sheet, WebError> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let t = texts(lang);
    let id = asked.record()?;
    let (desk, topic) = seen(app, actor, id).await?;
    if topic.withdrawn || !desk.may(actor, Right::Record, topic.unit) {
        return Err(WebError::NotFound);
    }
    let (title, lines, takes_back) = match (first.kind.as_str(), topic.concluded_on) {
        (SET, _) => (
            t.topic_correct(),
            vec![
                Line::text(Part::TopicTitle, &topic.title),
                Line::text(Part::TopicLeader, &topic.leader),
                Line::choices(Part::TopicUnit, topic.unit, units(lang, &desk, actor)),
                Line::words(Part::TopicPlan, &topic.plan, NOTE_CHARS_MAX),
                Line::day(Part::TopicSetOn, topic.set_on),
                Line::day(Part::TopicDueOn, topic.due_on),
            ],
            t.topic_take_back(),
        ),
        (CONCLUDED, Some(day)) => (
            t.topic_correct_result(),
            vec![
                Line::day(Part::TopicConcludedOn, day),
                Line::words(Part::TopicResult, &topic.result, NOTE_CHARS_MAX),
            ],
            t.topic_take_back_result(),
        ),
        _ => return Err(WebError::NotFound),
    };
    Ok(Sheet {
        title,
        crumbs: vec![
            (t.topics(), "/topics".to_owned()),
            (topic.title, href(topic.id)),
        ],
        under: "topics",
        lines,
        takes_back: Some(takes_back),
    })
}

pub(crate) async fn correct(
    asked: &Asked<'_>,
    new: &Correcting,
    input: &Input,
) -> Result<(), Refused> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let t = texts(lang);
    let withdraws = input.withdraws();
    let done = if first.kind == SET {
        let right = match withdraws {
            true => None,
            false => Some(setting(new, input, t)?),
        };
        correct_setting(&app.book, &app.keys, actor, new, right.as_ref()).await
    } else {
        let right = match withdraws {
            true => None,
            false => Some(Concluding {
                entry: new.entry,
                topic: asked.record()?,
                day: input.day(Part::TopicConcludedOn, t)?,
                result: input.get(Part::TopicResult).to_owned(),
            }),
        };
        correct_result(&app.book, &app.keys, actor, new, right.as_ref()).await
    };
    match done {
        Ok(_) => Ok(()),
        Err(error) => Err(placed(first, input, problem(t, error)?)),
    }
}

fn setting(new: &Correcting, input: &Input, t: &Texts) -> Result<Setting, FieldProblem> {
    let unit = input.get(Part::TopicUnit).trim().parse();
    let no_unit = |_| FieldProblem::new(Part::TopicUnit.code(), t.topic_unit_missing());
    Ok(Setting {
        entry: new.entry,
        title: input.get(Part::TopicTitle).to_owned(),
        leader: input.get(Part::TopicLeader).to_owned(),
        unit: unit.map_err(no_unit)?,
        plan: input.get(Part::TopicPlan).to_owned(),
        set_on: input.day(Part::TopicSetOn, t)?,
        due_on: input.day(Part::TopicDueOn, t)?,
    })
}

fn placed(first: &Entry, input: &Input, problem: FieldProblem) -> Refused {
    let unit = match input.withdraws() {
        true => Input::WITHDRAW,
        false => Part::TopicUnit.code(),
    };
    // A result has one day only.
    let (set_on, due_on) = match first.kind == SET {
        true => (Part::TopicSetOn, Part::TopicDueOn),
        false => (Part::TopicConcludedOn, Part::TopicConcludedOn),
    };
    let fields = [
        ("title", Part::TopicTitle.code()),
        ("leader", Part::TopicLeader.code()),
        ("unit", unit),
        ("plan", Part::TopicPlan.code()),
        ("set_on", set_on.code()),
        ("due_on", due_on.code()),
        ("result", Part::TopicResult.code()),
    ];
    Refused::at(problem, &fields)
}
