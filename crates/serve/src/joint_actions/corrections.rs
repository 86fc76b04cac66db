//! The form that corrects a joint action, one of its lines or a handover.
use super::{
    adding::{self, ADDED},
    beginning::{self, BEGUN, BeginError, Beginning},
    correcting::{LineSaid, correct_beginning, correct_handover, correct_line, patrol_of},
    handing_over::HandOverError,
    line::{self, Sort},
    line_page::{self, worked_on},
    list_page::ACTIONS,
    new_page,
    record_page::{Whole, sort_title},
};
use crate::{
    corrections::{self, Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
    words::texts,
};
use kernel::{EntryId, Right, limits::NOTE_CHARS_MAX};
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
    let whole = worked_on(app, actor, id).await?;
    let action = &whole.action;
    let (title, lines, takes_back) = match first.kind.as_str() {
        BEGUN if whole.desk.may(actor, Right::Serve, action.lead) => {
            let lines = vec![
                Line::text(Part::JointTitle, &action.title),
                Line::words(Part::JointProblem, &action.problem, NOTE_CHARS_MAX).optional(),
                Line::text(Part::JointWords, &action.words),
                Line::day(Part::JointBegunOn, action.begun_on),
            ];
            (t.joint_correct(), lines, None)
        }
        ADDED => {
            let line = find(&whole, first.id)?;
            let title = t.joint_correct_line(sort_title(lang, line.sort()));
            (title, lines_of(line), Some(t.joint_take_back()))
        }
        super::HANDED_OVER => {
            let patrol = patrol_of(first).ok_or(WebError::NotFound)?;
            let patrol = find(&whole, patrol)?;
            let to = patrol.handed_to.as_ref().ok_or(WebError::NotFound)?;
            let lines = vec![Line::text(Part::JointHandedTo, to)];
            let take_back = t.joint_take_back_handover();
            (t.joint_correct_handover(), lines, Some(take_back))
        }
        _ => return Err(WebError::NotFound),
    };
    Ok(Sheet {
        title,
        crumbs: vec![
            (t.joint_actions(), ACTIONS.to_owned()),
            (action.title.clone(), format!("{ACTIONS}/{}", action.id)),
        ],
        under: "joint_actions",
        lines,
        takes_back,
    })
}

/// A line that still stands.
fn find(whole: &Whole, entry: EntryId) -> Result<&line::Model, WebError> {
    let mut lines = whole.lines.iter();
    let line = lines.find(|line| line.entry == entry);
    line.ok_or(WebError::NotFound)
}

fn lines_of(line: &line::Model) -> Vec<Line> {
    let sort = line.sort();
    let mut lines = vec![Line::day(Part::JointDay, line.day)];
    if sort.needs_who() {
        lines.push(Line::text(Part::JointWho, &line.who));
    }
    if sort.needs_words() {
        let part = words_of(sort);
        lines.push(Line::words(part, &line.words, NOTE_CHARS_MAX));
    }
    lines
}

fn words_of(sort: Sort) -> Part {
    match sort {
        Sort::Patrol => Part::JointPatrol,
        _ => Part::JointSaid,
    }
}

pub(crate) async fn correct(
    asked: &Asked<'_>,
    new: &Correcting,
    input: &Input,
) -> Result<(), Refused> {
    match asked.first.kind.as_str() {
        BEGUN => beginning(asked, new, input).await,
        ADDED => line(asked, new, input).await,
        _ => handover(asked, new, input).await,
    }
}

async fn beginning(asked: &Asked<'_>, new: &Correcting, input: &Input) -> Result<(), Refused> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let t = texts(lang);
    let fields = [
        ("title", Part::JointTitle.code()),
        ("problem", Part::JointProblem.code()),
        ("words", Part::JointWords.code()),
        ("begun_on", Part::JointBegunOn.code()),
    ];
    let mut wrong = Wrong::new(&fields);
    let right = Beginning {
        entry: new.entry,
        title: input.get(Part::JointTitle).to_owned(),
        problem: input.get(Part::JointProblem).to_owned(),
        words: input.get(Part::JointWords).to_owned(),
        lead: first.unit,
        begun_on: input.day(Part::JointBegunOn, t, &mut wrong, first.happened_on),
    };
    let told = |error| match error {
        BeginError::NotYours => Err(WebError::NotFound),
        error => new_page::problem(t, error),
    };
    wrong.tell(beginning::wrong(&app.book, actor, &right).await?, told)?;
    wrong.end()?;
    let done = correct_beginning(&app.book, &app.keys, actor, new, &right).await;
    wrong.tell(done.err(), told)?;
    wrong.end()
}

async fn line(asked: &Asked<'_>, new: &Correcting, input: &Input) -> Result<(), Refused> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let id = asked.record()?;
    let whole = worked_on(app, actor, id).await?;
    let line = find(&whole, first.id)?;
    let words = words_of(line.sort());
    let day = match input.withdraws() {
        true => Input::WITHDRAW,
        false => Part::JointDay.code(),
    };
    let fields = [
        ("day", day),
        ("who", Part::JointWho.code()),
        ("words", words.code()),
    ];
    let mut wrong = Wrong::new(&fields);
    let right = (!input.withdraws()).then(|| LineSaid {
        day: input.day(Part::JointDay, texts(lang), &mut wrong, line.day),
        who: input.get(Part::JointWho).to_owned(),
        words: input.get(words).to_owned(),
    });
    let told = |error| line_page::problem(lang, error);
    if let Some(right) = &right {
        let right = right.as_added(new.entry, line);
        wrong.tell(adding::wrong(&right, app.clock.today()), told)?;
    }
    wrong.end()?;
    let done = correct_line(&app.book, &app.keys, actor, new, right.as_ref()).await;
    wrong.tell(done.err(), told)?;
    wrong.end()
}

async fn handover(asked: &Asked<'_>, new: &Correcting, input: &Input) -> Result<(), Refused> {
    let Asked {
        app, actor, lang, ..
    } = *asked;
    let t = texts(lang);
    let right = (!input.withdraws()).then(|| input.get(Part::JointHandedTo));
    let problem = match correct_handover(&app.book, &app.keys, actor, new, right).await {
        Ok(_) => return Ok(()),
        Err(HandOverError::Book(source)) => return Err(WebError::from(source).into()),
        Err(HandOverError::Correction(error)) => corrections::problem(t, error)?,
        Err(HandOverError::NoWho) => {
            FieldProblem::new(Part::JointHandedTo.code(), t.joint_handover_missing())
        }
        Err(_) => return Err(WebError::NotFound.into()),
    };
    Err(problem.into())
}
