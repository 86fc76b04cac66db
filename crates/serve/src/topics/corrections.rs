//! The form that corrects a topic or its result.
use super::{
    correcting::{correct_result, correct_setting},
    new_page::{problem, units},
    setting::{self, CONCLUDED, Concluding, SET, Setting},
    store::Topic,
    topic_page::{href, seen},
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
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
    let (t, book, today) = (texts(lang), &app.book, app.clock.today());
    let (_, topic) = seen(app, actor, asked.record()?).await?;
    let fields = fields(first, input);
    let mut wrong = Wrong::new(&fields);
    let done = if first.kind == SET {
        let right = match input.withdraws() {
            true => None,
            false => Some(setting(new, input, t, &mut wrong, &topic)),
        };
        if let Some(right) = &right {
            let errors = setting::wrong(book, actor, right).await?;
            wrong.tell(errors, |error| problem(t, error))?;
        }
        wrong.end()?;
        correct_setting(book, &app.keys, actor, new, right.as_ref()).await
    } else {
        let right = (!input.withdraws()).then(|| Concluding {
            entry: new.entry,
            topic: topic.id,
            day: input.day(Part::TopicConcludedOn, t, &mut wrong, topic.set_on),
            result: input.get(Part::TopicResult).to_owned(),
        });
        if let Some(right) = &right {
            let errors = setting::wrong_result(today, &topic, right);
            wrong.tell(errors, |error| problem(t, error))?;
        }
        wrong.end()?;
        correct_result(book, &app.keys, actor, new, right.as_ref()).await
    };
    wrong.tell(done.err(), |error| problem(t, error))?;
    wrong.end()
}

/// In place of what cannot be read stands what is said now.
fn setting(
    new: &Correcting,
    input: &Input,
    t: &Texts,
    wrong: &mut Wrong<'_>,
    topic: &Topic,
) -> Setting {
    let unit = input.get(Part::TopicUnit).trim().parse();
    let set_on = input.day(Part::TopicSetOn, t, wrong, topic.set_on);
    Setting {
        entry: new.entry,
        title: input.get(Part::TopicTitle).to_owned(),
        leader: input.get(Part::TopicLeader).to_owned(),
        unit: unit.unwrap_or_else(|_| {
            wrong.add(FieldProblem::new("unit", t.topic_unit_missing()));
            topic.unit
        }),
        plan: input.get(Part::TopicPlan).to_owned(),
        set_on,
        due_on: input.day(Part::TopicDueOn, t, wrong, set_on),
    }
}

fn fields(first: &Entry, input: &Input) -> [(&'static str, &'static str); 7] {
    let unit = match input.withdraws() {
        true => Input::WITHDRAW,
        false => Part::TopicUnit.code(),
    };
    // A result has one day only.
    let (set_on, due_on) = match first.kind == SET {
        true => (Part::TopicSetOn, Part::TopicDueOn),
        false => (Part::TopicConcludedOn, Part::TopicConcludedOn),
    };
    [
        ("title", Part::TopicTitle.code()),
        ("leader", Part::TopicLeader.code()),
        ("unit", unit),
        ("plan", Part::TopicPlan.code()),
        ("set_on", set_on.code()),
        ("due_on", due_on.code()),
        ("result", Part::TopicResult.code()),
    ]
}
