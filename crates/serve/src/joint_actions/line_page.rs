//! The forms by which something is added to a joint action, and the act by which a patrol is handed over.
use super::{
    action::{self, ActionId},
    adding::{AddError, Adding, add, wrong},
    handing_over::{self, HandOverError, HandingOver},
    line::{Sort, units},
    list_page::ACTIONS,
    record_page::{Whole, sort_title},
};
use crate::{
    cases, corrections,
    desk::{new_entry, tell},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{
    Actor, EntryId, Lang,
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
#[typed_path("/joint-actions/{action}/lines/{sort}")]
pub struct LinesUrl {
    action: ActionId,
    sort: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/joint-actions/{action}/patrols/{patrol}/handover")]
pub struct HandoverUrl {
    action: ActionId,
    patrol: EntryId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    day: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    words: String,
    /// The number of a case.
    #[serde(default)]
    number: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Handover {
    entry: EntryId,
    #[serde(default)]
    to: String,
}

pub async fn form(
    url: LinesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let sort = Sort::from_code(&url.sort).ok_or(WebError::NotFound)?;
    let whole = worked_on(&app, &actor, url.action).await?;
    let input = Input {
        entry: new_entry(),
        day: whole.desk.today.to_string(),
        unit: String::new(),
        who: String::new(),
        words: String::new(),
        number: String::new(),
    };
    let main = view(frame.lang, &whole, sort, &input, &[]);
    let title = sort_title(frame.lang, sort);
    let frame = frame.kind(PageKind::Form).under("joint_actions");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: LinesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let sort = Sort::from_code(&url.sort).ok_or(WebError::NotFound)?;
    let whole = worked_on(&app, &actor, url.action).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let day = input.day.trim().parse().ok();
    let case = match sort {
        Sort::Case => cases::by_number(&app, &actor, &input.number).await?,
        _ => None,
    };
    let new = Adding {
        entry: input.entry,
        action: url.action,
        sort,
        day: day.unwrap_or(whole.desk.today),
        unit: match sort {
            Sort::Department => input.unit.trim().parse().ok(),
            _ => None,
        },
        who: input.who.clone(),
        words: input.words.clone(),
        case,
    };
    let mut problems = Vec::new();
    if day.is_none() {
        problems.push(FieldProblem::new("day", t.limits_day_wrong()));
    }
    let wrong = wrong(&new, whole.desk.today);
    tell(&mut problems, wrong, |error| problem(lang, error))?;
    if problems.is_empty() {
        match add(&app.book, &actor, &new).await {
            Ok(_) => {
                let href = format!("{ACTIONS}/{}", url.action);
                return Ok(web::done(&href, &t.joint_added()));
            }
            Err(error) => problems.push(problem(lang, error)?),
        }
    }
    let main = view(lang, &whole, sort, &input, &problems);
    let title = sort_title(lang, sort);
    Ok(frame.under("joint_actions").again(&title, main))
}

pub(super) fn problem(lang: Lang, error: AddError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    Ok(match error {
        AddError::NoSuchAction | AddError::NotYours => return Err(WebError::NotFound),
        AddError::Book(source) => return Err(source.into()),
        AddError::Correction(error) => return corrections::problem(t, error),
        AddError::HandedOver => FieldProblem::new("day", t.joint_handed_over_first()),
        AddError::NoWho => FieldProblem::new("who", t.joint_who_missing()),
        AddError::NoWords => FieldProblem::new("words", t.joint_text_missing()),
        AddError::TooLong(field, max) => FieldProblem::new(field, t.problem_long(max as u32)),
        AddError::Unit => FieldProblem::new("unit", t.joint_unit_wrong()),
        AddError::Case => FieldProblem::new("number", t.joint_case_wrong()),
        AddError::DayToCome => FieldProblem::new("day", t.joint_day_to_come()),
    })
}

pub async fn hand_over(
    url: HandoverUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Handover>,
) -> Result<Response, WebError> {
    worked_on(&app, &actor, url.action).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let new = HandingOver {
        entry: input.entry,
        patrol: url.patrol,
        to: input.to.clone(),
    };
    let problem = match handing_over::hand_over(&app.book, &actor, &new).await {
        Ok(_) => {
            let href = format!("{ACTIONS}/{}", url.action);
            return Ok(web::done(&href, &t.joint_handed_over()));
        }
        Err(HandOverError::Book(source)) => return Err(source.into()),
        Err(HandOverError::NoSuchPatrol | HandOverError::NotYours) => {
            return Err(WebError::NotFound);
        }
        Err(HandOverError::Correction(error)) => corrections::problem(t, error)?.message,
        Err(HandOverError::NoWho) => t.joint_handover_missing(),
        Err(HandOverError::DayToCome) => t.joint_handover_early(),
        Err(HandOverError::Done) => t.joint_handover_done(),
    };
    let whole = Whole::seen(&app, &actor, url.action).await?;
    let field = format!("to-{}", url.patrol);
    let main = whole
        .view(&app, &actor, lang, &[FieldProblem::new(field, problem)])
        .await?;
    Ok(frame
        .under("joint_actions")
        .again(&whole.action.title, main))
}

/// The action, if this person may add to it.
pub(super) async fn worked_on(
    app: &App,
    actor: &Actor,
    action: ActionId,
) -> Result<Whole, WebError> {
    let whole = Whole::seen(app, actor, action).await?;
    let action: &action::Model = &whole.action;
    match action.is_worked_on_by(&whole.desk, actor, &units(&whole.lines)) {
        true => Ok(whole),
        false => Err(WebError::NotFound),
    }
}

fn view(lang: Lang, whole: &Whole, sort: Sort, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let title = sort_title(lang, sort);
    let (day, unit, who, words, number, number_help, verb) = (
        t.joint_day(),
        t.case_unit(),
        t.joint_who(),
        words_label(lang, sort),
        t.case_number(),
        t.joint_number_help(),
        t.joint_add(),
    );
    let taken = units(&whole.lines);
    let desk = &whole.desk;
    let free = desk.tree.units().filter(|unit| {
        *unit != whole.action.lead && !taken.contains(unit) && is_office(whole, *unit)
    });
    let free: Vec<Choice> = desk
        .directory
        .in_order(free)
        .into_iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if sort == Sort::Department {
            (form::select(lang, Field::new("unit", &unit, &input.unit).required().width(Width::Medium).problem(of("unit")), &free))
        }
        @if sort == Sort::Case {
            (form::text(lang, Field::new("number", &number, &input.number).help(&number_help).required().width(Width::Medium).problem(of("number"))))
        }
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        @if sort.needs_who() {
            (form::text(lang, Field::new("who", &who, &input.who).required().limit(TITLE_CHARS_MAX).problem(of("who"))))
        }
        @if sort.needs_words() {
            (form::text_area(lang, Field::new("words", &words, &input.words).required().limit(NOTE_CHARS_MAX).problem(of("words"))))
        }
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let href = format!("{ACTIONS}/{}", whole.action.id);
    let action = format!("{href}/lines/{}", sort.code());
    let crumbs = [
        Crumb::new(t.joint_actions(), ACTIONS),
        Crumb::new(whole.action.title.as_str(), href.as_str()),
    ];
    let head = PageHead {
        title: &title,
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

/// Units that take part in such things: departments, communities, enterprises; not the branches of the party.
fn is_office(whole: &Whole, unit: kernel::UnitId) -> bool {
    let unit = whole.desk.directory.unit(unit);
    unit.is_some_and(|unit| matches!(&*unit.kind, "department" | "community" | "enterprise"))
}

fn words_label(lang: Lang, sort: Sort) -> String {
    let t = texts(lang);
    match sort {
        Sort::Patrol => t.joint_patrol_words(),
        Sort::Agreement => t.joint_agreement_words(),
        _ => t.joint_talk_words(),
    }
}
