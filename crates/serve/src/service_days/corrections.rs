//! The form that corrects a project.
use super::{
    correcting::correct as correct_project,
    declaring::{DECLARED, DeclareError, Said},
    list_page::PROJECTS,
    new_page::problem,
    project::{self, WANTED_MAX},
    record_page::seen,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet},
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
    let right = said(input, t)?;
    let fields = [
        ("title", Part::ProjectTitle.code()),
        ("place", Part::ProjectPlace.code()),
        ("ends", Part::ProjectEnds.code()),
        ("wanted", Part::ProjectWanted.code()),
        ("about", Part::ProjectAbout.code()),
        ("bring", Part::ProjectBring.code()),
    ];
    match correct_project(&app.book, &app.keys, actor, new, &right).await {
        Ok(_) => Ok(()),
        Err(DeclareError::NotYours) => Err(WebError::NotFound.into()),
        Err(error) => Err(Refused::at(problem(t, error)?, &fields)),
    }
}

fn said(input: &Input, t: &Texts) -> Result<Said, FieldProblem> {
    let time = |part: Part| {
        let minutes = project::minutes(input.get(part));
        minutes.ok_or_else(|| FieldProblem::new(part.code(), t.service_project_time_wrong()))
    };
    let wanted = project::whole(input.get(Part::ProjectWanted));
    let no_number = || {
        let text = t.service_project_wanted_wrong(WANTED_MAX.to_string());
        FieldProblem::new(Part::ProjectWanted.code(), text)
    };
    Ok(Said {
        title: input.get(Part::ProjectTitle).to_owned(),
        about: input.get(Part::ProjectAbout).to_owned(),
        place: input.get(Part::ProjectPlace).to_owned(),
        starts: time(Part::ProjectStarts)?,
        ends: time(Part::ProjectEnds)?,
        wanted: wanted.ok_or_else(no_number)?,
        bring: input.get(Part::ProjectBring).to_owned(),
    })
}
