//! The form that corrects a topic or its result.
use super::{
    correcting::{correct_result, correct_setting},
    new_page::{problem, units},
    setting::{CONCLUDED, Concluding, SET, Setting},
    topic_page::{href, seen},
};
use crate::{
    corrections::{Corrected, Correcting, Input, Line, Part, Sheet},
    words::{Texts, texts},
};
use kernel::{Actor, Lang, Right, limits::NOTE_CHARS_MAX};
use ledger::entry::Entry;
use ui::form::FieldProblem;
use web::{App, WebError};

pub(crate) async fn sheet(
    app: &App,
    actor: &Actor,
    lang: Lang,
    first: &Entry,
) -> Result<Sheet, WebError> {
    let t = texts(lang);
    let id = first.subject_id.parse().map_err(|_| WebError::NotFound)?;
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
    app: &App,
    actor: &Actor,
    lang: Lang,
    (first, new): (&Entry, &Correcting),
    input: &Input,
) -> Corrected {
    let t = texts(lang);
    let typed = match input.withdraws() {
        true => Ok(None),
        false => typed(first, new, input, t).map(Some),
    };
    let typed = match typed {
        Ok(typed) => typed,
        Err(problems) => return Ok(Err(problems)),
    };
    let done = match (first.kind.as_str(), typed) {
        (SET, None) => correct_setting(&app.book, &app.keys, actor, new, None).await,
        (_, None) => correct_result(&app.book, &app.keys, actor, new, None).await,
        (_, Some(Typed::Setting(right))) => {
            correct_setting(&app.book, &app.keys, actor, new, Some(&right)).await
        }
        (_, Some(Typed::Result(right))) => {
            correct_result(&app.book, &app.keys, actor, new, Some(&right)).await
        }
    };
    match done {
        Ok(_) => Ok(Ok(())),
        Err(error) => Ok(Err(vec![placed(first, input, problem(t, error)?)])),
    }
}

enum Typed {
    Setting(Setting),
    Result(Concluding),
}

fn typed(
    first: &Entry,
    new: &Correcting,
    input: &Input,
    t: &Texts,
) -> Result<Typed, Vec<FieldProblem>> {
    if first.kind != SET {
        let topic = first.subject_id.parse();
        return Ok(Typed::Result(Concluding {
            entry: new.entry,
            topic: topic.unwrap_or(super::TopicId(first.id.0)),
            day: input.day(Part::TopicConcludedOn, t)?,
            result: input.get(Part::TopicResult).to_owned(),
        }));
    }
    let unit = input.get(Part::TopicUnit).trim().parse();
    let no_unit = |_| {
        vec![FieldProblem::new(
            Part::TopicUnit.code(),
            t.topic_unit_missing(),
        )]
    };
    Ok(Typed::Setting(Setting {
        entry: new.entry,
        title: input.get(Part::TopicTitle).to_owned(),
        leader: input.get(Part::TopicLeader).to_owned(),
        unit: unit.map_err(no_unit)?,
        plan: input.get(Part::TopicPlan).to_owned(),
        set_on: input.day(Part::TopicSetOn, t)?,
        due_on: input.day(Part::TopicDueOn, t)?,
    }))
}

/// The problem at its field here: those of the first form have other names.
fn placed(first: &Entry, input: &Input, problem: FieldProblem) -> FieldProblem {
    let is_result = first.kind != SET;
    let field = match problem.field.as_str() {
        _ if input.withdraws() && problem.field == "unit" => Input::WITHDRAW,
        "set_on" | "due_on" if is_result => Part::TopicConcludedOn.code(),
        "title" => Part::TopicTitle.code(),
        "leader" => Part::TopicLeader.code(),
        "unit" => Part::TopicUnit.code(),
        "plan" => Part::TopicPlan.code(),
        "set_on" => Part::TopicSetOn.code(),
        "due_on" => Part::TopicDueOn.code(),
        "result" => Part::TopicResult.code(),
        _ => return problem,
    };
    FieldProblem::new(field, problem.message)
}
