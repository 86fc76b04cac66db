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
    app: &App,
    actor: &Actor,
    lang: Lang,
    (_, new): (&Entry, &Correcting),
    input: &Input,
) -> Corrected {
    let t = texts(lang);
    let right = match said(input, t) {
        Ok(right) => right,
        Err(problem) => return Ok(Err(vec![problem])),
    };
    let error = match correct_project(&app.book, &app.keys, actor, new, &right).await {
        Ok(_) => return Ok(Ok(())),
        Err(DeclareError::NotYours) => return Err(WebError::NotFound),
        Err(error) => error,
    };
    let problem = problem(t, error)?;
    let field = match problem.field.as_str() {
        "title" => Part::ProjectTitle,
        "place" => Part::ProjectPlace,
        "ends" => Part::ProjectEnds,
        "wanted" => Part::ProjectWanted,
        "about" => Part::ProjectAbout,
        _ => return Ok(Err(vec![problem])),
    };
    Ok(Err(vec![FieldProblem::new(field.code(), problem.message)]))
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
