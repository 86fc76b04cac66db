//! What was typed into the form of a briefing, understood, and what is said where it cannot be.
use super::Input;
use crate::{
    briefings::{
        audience::{self, Audience},
        people,
        recording::{Held, RecordError},
    },
    units,
    view::{history, sight::Sight, typed},
    words::texts,
};
use kernel::{Actor, Lang, Right, UnitId, limits::TITLE_CHARS_MAX};
use ui::form::FieldProblem;
use web::{App, WebError};

/// What was typed, understood; or everything that could not be.
pub async fn held(
    app: &App,
    actor: &Actor,
    lang: Lang,
    sight: &Sight,
    input: &Input,
) -> Result<Result<Held, Vec<FieldProblem>>, WebError> {
    let t = texts(lang);
    let mut problems = Vec::new();
    let (day, organiser) = (typed::day(&input.day), typed::unit(&input.organiser));
    if day.is_none() {
        problems.push(FieldProblem::new("day", t.day_missing()));
    }
    if organiser.is_none() {
        problems.push(FieldProblem::new("organiser", t.unit_missing()));
    }
    let on = day.unwrap_or(sight.today);
    let reach = actor.reach(Right::Record);
    let within = |unit| sight.tree.reaches(&reach, unit, on);
    let found = people::find(
        app.db.reader(),
        &sight.directory,
        &sight.tree,
        &input.people,
        on,
        within,
    )
    .await?;
    if !found.is_clear() {
        problems.push(FieldProblem::new("people", found.in_words(t)));
    }
    let headcounts = audience::read_headcounts(&input.headcounts, &sight.directory).unwrap_or_else(
        |(line, text)| {
            problems.push(FieldProblem::new(
                "headcounts",
                t.headcount_wrong(line.to_string(), text),
            ));
            Vec::new()
        },
    );
    match (day, organiser) {
        (Some(day), Some(organiser)) if problems.is_empty() => Ok(Ok(Held {
            title: input.title.clone(),
            place: input.place.clone(),
            day,
            organiser,
            audience: Audience {
                units: input
                    .units
                    .iter()
                    .filter_map(|unit| typed::unit(unit))
                    .collect(),
                with_members: input.with_members,
                people: found.people,
                headcounts,
            },
        })),
        _ => Ok(Err(problems)),
    }
}

/// What is said when a briefing is not recorded.
pub async fn problem(
    app: &App,
    lang: Lang,
    sight: &Sight,
    error: RecordError,
) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    let names = |ids: &[UnitId]| units::names(&sight.directory, &ids[..ids.len().min(10)], lang);
    Ok(match error {
        RecordError::NoSuchCampaign => return Err(WebError::NotFound),
        RecordError::Book(source) => return Err(source.into()),
        RecordError::Title => {
            FieldProblem::new("title", t.title_wrong(TITLE_CHARS_MAX.to_string()))
        }
        RecordError::Place => FieldProblem::new("place", t.text_long(TITLE_CHARS_MAX.to_string())),
        RecordError::Nobody => FieldProblem::new("units", t.nobody_briefed()),
        RecordError::TooMany => FieldProblem::new("units", t.too_many_briefed()),
        RecordError::DayToCome => FieldProblem::new("day", t.day_to_come()),
        RecordError::BeforeCampaign(start) => {
            FieldProblem::new("day", t.day_before_campaign(start.to_string()))
        }
        RecordError::NotYours(units) => {
            FieldProblem::new("units", t.units_not_yours(names(&units)))
        }
        RecordError::NoSuchUnit(units) => {
            FieldProblem::new("units", t.units_not_then(names(&units)))
        }
        RecordError::Nowhere(people) => {
            let names = history::names(app.db.reader(), people.iter().copied().take(10)).await?;
            let names: Vec<String> = names.into_values().collect();
            FieldProblem::new(
                "people",
                t.people_nowhere(names.join(units::separator(lang))),
            )
        }
    })
}
