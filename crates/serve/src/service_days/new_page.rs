//! The form that enters a project, and the same form to change one.
use super::{
    day::{self, ServiceDay},
    declaring::{DeclareError, Declaring, MONTHS_MAX, Said, change, declare, wrong, wrong_new},
    list_page::{PROJECTS, ProjectsUrl},
    open_page::next_day,
    project::{self, Project, ProjectId, WANTED_MAX},
    record_page::seen,
    rule::Month,
    said,
};
use crate::{
    corrections,
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::{extract::Form, routing::TypedPath};
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
#[typed_path("/service_projects/new")]
pub struct NewProjectUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/{project}/change")]
pub struct ChangeUrl {
    pub project: ProjectId,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    month: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    month: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    starts: String,
    #[serde(default)]
    ends: String,
    #[serde(default)]
    wanted: String,
    #[serde(default)]
    bring: String,
}

impl Input {
    /// What was typed, and what of it cannot be read. In place of a time that cannot be read stands one that nothing is wrong
    /// with.
    fn said(&self, t: &Texts) -> (Said, Vec<FieldProblem>) {
        let (starts, ends) = (project::minutes(&self.starts), project::minutes(&self.ends));
        let wanted = project::whole(&self.wanted);
        let unread = [
            ("starts", starts.is_none(), t.service_project_time_wrong()),
            ("ends", ends.is_none(), t.service_project_time_wrong()),
            (
                "wanted",
                wanted.is_none(),
                t.service_project_wanted_wrong(WANTED_MAX.to_string()),
            ),
        ];
        let unread = unread.into_iter().filter(|(_, is_unread, _)| *is_unread);
        let problems = unread.map(|(field, _, text)| FieldProblem::new(field, text));
        let (starts, ends) = starts.zip(ends).unwrap_or((0, 1));
        let said = Said {
            title: self.title.clone(),
            about: self.about.clone(),
            place: self.place.clone(),
            starts,
            ends,
            wanted: wanted.unwrap_or(1),
            bring: self.bring.clone(),
        };
        (said, problems.collect())
    }

    fn of(project: &Project, day: &ServiceDay) -> Input {
        Input {
            entry: new_entry(),
            month: day.month().to_string(),
            unit: project.unit.to_string(),
            title: project.title.clone(),
            about: project.about.clone(),
            place: project.place.clone(),
            starts: project::clock(project.starts),
            ends: project::clock(project.ends),
            wanted: project.wanted.to_string(),
            bring: project.bring.clone(),
        }
    }
}

/// What the form is filled in for: a new project, or one that exists.
enum For<'a> {
    New {
        desk: &'a Desk,
        actor: &'a Actor,
        days: Vec<ServiceDay>,
    },
    Change(&'a Project, &'a ServiceDay),
}

/// The months that a form offers: the last one, this one and those to come.
async fn days(app: &App, input: &Input) -> Result<Vec<ServiceDay>, WebError> {
    const MONTHS_TO_COME: usize = 4;
    let this = Month::of(app.clock.today());
    let mut months = Vec::new();
    if let Some(before) = this.first().pred_opt() {
        months.push(Month::of(before));
    }
    let mut month = this;
    for _ in 0..MONTHS_TO_COME {
        months.push(month);
        month = month.next();
    }
    if let Ok(typed) = input.month.trim().parse::<Month>() {
        months.push(typed);
    }
    months.sort_unstable();
    months.dedup();
    Ok(day::of_months(app.db.reader(), months).await?)
}

pub async fn form(
    _: NewProjectUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let month = match wanted.month.trim().parse::<Month>() {
        Ok(month) => month,
        Err(_) => next_day(&app).await?.0.month(),
    };
    let input = Input {
        entry: new_entry(),
        month: month.to_string(),
        unit: actor.unit.to_string(),
        title: String::new(),
        about: String::new(),
        place: String::new(),
        starts: "09:00".to_owned(),
        ends: "11:00".to_owned(),
        wanted: String::new(),
        bring: String::new(),
    };
    let days = days(&app, &input).await?;
    let main = view(
        frame.lang,
        &For::New {
            desk: &desk,
            actor: &actor,
            days,
        },
        &input,
        &[],
    );
    let title = texts(frame.lang).service_project_new();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    _: ProjectsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let unit: Option<UnitId> = input.unit.trim().parse().ok();
    let month: Option<Month> = input.month.trim().parse().ok();
    let (said, mut problems) = input.said(t);
    if unit.is_none() {
        problems.push(FieldProblem::new("unit", t.session_unit_missing()));
    }
    if month.is_none() {
        problems.push(problem(t, DeclareError::Month)?);
    }
    let new = Declaring {
        entry: input.entry,
        unit: unit.unwrap_or(UnitId(0)),
        month: month.unwrap_or_else(|| Month::of(app.clock.today())),
        said,
    };
    let wrong = wrong_new(&app.book, &actor, &new).await?;
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match declare(&app.book, &actor, &new).await {
            Ok(()) => {
                let to = format!("{PROJECTS}/{}", new.entry);
                return Ok(web::done(&to, &t.service_project_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let desk = Desk::of(&app, &actor).await?;
    let days = days(&app, &input).await?;
    let form = For::New {
        desk: &desk,
        actor: &actor,
        days,
    };
    let main = view(lang, &form, &input, &problems);
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_project_new(), main))
}

pub async fn change_form(
    url: ChangeUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, project, day) = seen(&app, &actor, url.project).await?;
    if !desk.may(&actor, Right::Record, project.unit) {
        return Err(WebError::NotFound);
    }
    let input = Input::of(&project, &day);
    let main = view(frame.lang, &For::Change(&project, &day), &input, &[]);
    let title = texts(frame.lang).service_project_change();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit_change(
    url: ChangeUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (_, project, day) = seen(&app, &actor, url.project).await?;
    let (said, mut problems) = input.said(t);
    tell(&mut problems, wrong(&said), |error| problem(t, error))?;
    if problems.is_empty() {
        match change(&app.book, &actor, input.entry, project.id, &said).await {
            Ok(()) => return Ok(web::done(&project.href(), &t.service_project_changed())),
            Err(DeclareError::NotYours) => return Err(WebError::NotFound),
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &For::Change(&project, &day), &input, &problems);
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_project_change(), main))
}

pub(super) fn problem(t: &Texts, error: DeclareError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        DeclareError::NoSuchProject => return Err(WebError::NotFound),
        DeclareError::Book(source) => return Err(source.into()),
        DeclareError::Correction(error) => return corrections::problem(t, error),
        DeclareError::NotYours => ("unit", t.service_project_not_yours()),
        DeclareError::Title => ("title", t.session_title_wrong(TITLE_CHARS_MAX.to_string())),
        DeclareError::Place => ("place", t.session_place_wrong(TITLE_CHARS_MAX.to_string())),
        DeclareError::TooLong(field) => (field, t.service_project_long(NOTE_CHARS_MAX.to_string())),
        DeclareError::Times => ("ends", t.service_project_times_wrong()),
        DeclareError::Wanted => (
            "wanted",
            t.service_project_wanted_wrong(WANTED_MAX.to_string()),
        ),
        DeclareError::Month => (
            "month",
            t.service_project_month_wrong(MONTHS_MAX.to_string()),
        ),
        DeclareError::FewerThanSigned(signed) => {
            ("wanted", t.service_project_fewer_than_signed(signed))
        }
        DeclareError::Over => ("title", t.service_project_over()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(lang: Lang, wanted: &For<'_>, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (title, title_help) = (t.service_project_title(), t.service_project_title_help());
    let (about, bring) = (t.service_project_about(), t.service_project_bring());
    let (place, starts, ends) = (
        t.session_place(),
        t.service_project_starts(),
        t.service_project_ends(),
    );
    let (people, people_help) = (t.service_project_wanted(), t.service_project_wanted_help());
    let bring_help = t.service_project_bring_help();
    let (heading, verb, crumb) = match wanted {
        For::New { .. } => (
            t.service_project_new(),
            t.service_project_submit(),
            Crumb::new(t.service_days(), PROJECTS),
        ),
        For::Change(project, _) => (
            t.service_project_change(),
            t.service_project_save(),
            Crumb::new(project.title.as_str(), project.href()),
        ),
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let For::New { desk, actor, days } = wanted { (whose(lang, (desk, actor, days), input, problems)) }
        (form::text(lang, Field::new("title", &title, &input.title).required().help(&title_help).limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::text(lang, Field::new("place", &place, &input.place).required().problem(of("place"))))
        (form::form_row(html! {
            (form::text(lang, Field::new("starts", &starts, &input.starts).required().width(Width::Short).problem(of("starts"))))
            (form::text(lang, Field::new("ends", &ends, &input.ends).required().width(Width::Short).problem(of("ends"))))
        }))
        (form::number(lang, Field::new("wanted", &people, &input.wanted).required().help(&people_help).width(Width::Short).problem(of("wanted"))))
        (form::text(lang, Field::new("bring", &bring, &input.bring).help(&bring_help).problem(of("bring"))))
        (form::text_area(lang, Field::new("about", &about, &input.about).limit(NOTE_CHARS_MAX).problem(of("about"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let sub = match wanted {
        For::New { .. } => None,
        For::Change(_, day) => Some(html! { p { (said::day(t, day.day)) } }),
    };
    let head = PageHead {
        title: &heading,
        sub,
        crumbs: &[crumb],
        ..PageHead::default()
    };
    let action = match wanted {
        For::New { .. } => PROJECTS.to_owned(),
        For::Change(project, _) => format!("{}/change", project.href()),
    };
    let frame = form::Form {
        action: &action,
        draft: match wanted {
            For::New { .. } => "/service_projects/new",
            For::Change(..) => "",
        },
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

/// Which day, and of which unit: settled once, when the project is entered.
fn whose(
    lang: Lang,
    (desk, actor, days): (&Desk, &Actor, &[ServiceDay]),
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (month, month_help, unit) = (
        t.service_day(),
        t.service_project_month_help(),
        t.session_unit(),
    );
    let choice = |day: &ServiceDay| Choice::new(day.month().to_string(), said::day(t, day.day));
    let choices: Vec<Choice> = days.iter().map(choice).collect();
    let units = desk.within(actor, Right::Record).into_iter();
    let units: Vec<Choice> = units
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect();
    html! {
        (form::select(lang, Field::new("month", &month, &input.month).required().help(&month_help).width(Width::Medium).problem(of("month")), &choices))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &units))
    }
}
