//! The form that corrects a project.
use super::{
    correcting::correct as correct_project,
    declaring::{self, DECLARED, DeclareError, Said},
    list_page::PROJECTS,
    new_page::problem,
    project::{self, Project, WANTED_MAX},
    record_page::seen,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
    words::{Texts, texts},
};
use kernel::{Right, limits::NOTE_CHARS_MAX};
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
    let (desk, project, _) = seen(app, actor, id).await?;
    let may = desk.may(actor, Right::Record, project.unit);
    if first.kind != DECLARED || project.cancelled_on.is_some() || !may {
        return Err(WebError::NotFound);
    }
    Ok(Sheet {
        title: t.service_project_correct(),
        crumbs: vec![
            (t.service_days(), PROJECTS.to_owned()),
            (project.title.clone(), project.href()),
        ],
        under: "service_projects",
        lines: vec![
            Line::text(Part::ProjectTitle, &project.title),
            Line::text(Part::ProjectPlace, &project.place),
            Line::text(Part::ProjectStarts, project::clock(project.starts)),
            Line::text(Part::ProjectEnds, project::clock(project.ends)),
            Line::text(Part::ProjectWanted, project.wanted),
            Line::text(Part::ProjectBring, &project.bring).optional(),
            Line::words(Part::ProjectAbout, &project.about, NOTE_CHARS_MAX).optional(),
        ],
        takes_back: None,
    })
}

pub(crate) async fn correct(
    asked: &Asked<'_>,
    new: &Correcting,
    input: &Input,
) -> Result<(), Refused> {
    let Asked {
        app, actor, lang, ..
    } = *asked;
    let t = texts(lang);
    let (_, project, _) = seen(app, actor, asked.record()?).await?;
    let fields = [
        ("title", Part::ProjectTitle.code()),
        ("place", Part::ProjectPlace.code()),
        ("ends", Part::ProjectEnds.code()),
        ("wanted", Part::ProjectWanted.code()),
        ("about", Part::ProjectAbout.code()),
        ("bring", Part::ProjectBring.code()),
    ];
    let told = |error| match error {
        DeclareError::NotYours => Err(WebError::NotFound),
        error => problem(t, error),
    };
    let mut wrong = Wrong::new(&fields);
    let right = said(input, t, &mut wrong, &project);
    wrong.tell(declaring::wrong(&right), told)?;
    wrong.end()?;
    let done = correct_project(&app.book, &app.keys, actor, new, &right).await;
    wrong.tell(done.err(), told)?;
    wrong.end()
}

/// In place of what cannot be read stands what is said now: of two times, both or none.
fn said(input: &Input, t: &Texts, wrong: &mut Wrong<'_>, project: &Project) -> Said {
    let time = |part: Part, wrong: &mut Wrong<'_>| {
        let minutes = project::minutes(input.get(part));
        if minutes.is_none() {
            let text = t.service_project_time_wrong();
            wrong.add(FieldProblem::new(part.code(), text));
        }
        minutes
    };
    let starts = time(Part::ProjectStarts, wrong);
    let ends = time(Part::ProjectEnds, wrong);
    let (starts, ends) = starts.zip(ends).unwrap_or((project.starts, project.ends));
    let wanted = project::whole(input.get(Part::ProjectWanted));
    if wanted.is_none() {
        let text = t.service_project_wanted_wrong(WANTED_MAX.to_string());
        wrong.add(FieldProblem::new("wanted", text));
    }
    Said {
        title: input.get(Part::ProjectTitle).to_owned(),
        about: input.get(Part::ProjectAbout).to_owned(),
        place: input.get(Part::ProjectPlace).to_owned(),
        starts,
        ends,
        wanted: wanted.unwrap_or(project.wanted),
        bring: input.get(Part::ProjectBring).to_owned(),
    }
}
