//! The clerk asks a unit for a section.
use crate::{
    briefs::{
        brief::BriefId,
        draft_page::{draft, url as draft_url},
        drafting::DraftError,
        section::{self, Asking, SectionError},
    },
    words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{Days, NaiveDate};
use kernel::{Actor, EntryId, Lang, Right, limits};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{Choice, Field, FieldProblem, Form as FormFrame, Width},
};
use web::{Access, App, Frame, Pages, WebError};

/// Days that a unit is given unless the clerk says otherwise.
const DAYS: u64 = 3;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), show)
        .post(Access::Right(Right::Publish), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/sections")]
pub struct SectionsUrl {
    pub brief: BriefId,
}

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    asked: String,
    #[serde(default)]
    due: String,
}

async fn show(
    url: SectionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let input = Input {
        entry: EntryId(uuid::Uuid::now_v7()),
        unit: String::new(),
        asked: String::new(),
        due: (app.clock.today() + Days::new(DAYS)).to_string(),
    };
    let main = view(&app, frame.lang, brief.id, &input, &[]).await?;
    let title = words::texts(frame.lang).section_ask_title();
    Ok(frame
        .under("briefs")
        .kind(PageKind::Form)
        .page(&title, main))
}

async fn submit(
    url: SectionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let brief = draft(&app, &actor, url.brief).await?;
    let directory = Directory::load(app.db.reader()).await?;
    let mut problems = Vec::new();
    let unit = unit(&directory, &input.unit);
    if unit.is_none() {
        problems.push(FieldProblem::new(
            "unit",
            t.section_unknown_unit(input.unit.as_str()),
        ));
    }
    let due = input.due.parse::<NaiveDate>().ok();
    if due.is_none() {
        problems.push(FieldProblem::new(
            "due",
            t.ask_not_a_day(input.due.as_str()),
        ));
    }
    if let (Some(unit), Some(due)) = (unit, due) {
        let asked = input.asked.clone();
        let asking = Asking { unit, asked, due };
        match section::ask(&app.book, &actor, input.entry, brief.id, &asking).await {
            Ok(_) => {
                let back = format!("{}#sections", draft_url(brief.id));
                let said = t.section_was_asked(directory.name(unit, lang));
                return Ok(web::done(&back, &said));
            }
            Err(SectionError::Missing(_)) => {
                problems.push(FieldProblem::new("asked", t.field_missing()));
            }
            Err(SectionError::TooLong { chars_max, .. }) => {
                problems.push(FieldProblem::new("asked", t.field_too_long(chars_max)));
            }
            Err(SectionError::DayPast) => {
                problems.push(FieldProblem::new("due", t.section_day_past()));
            }
            Err(SectionError::UnknownUnit) => {
                let typed = input.unit.as_str();
                problems.push(FieldProblem::new("unit", t.section_unknown_unit(typed)));
            }
            Err(SectionError::Draft(DraftError::Issued { total })) => {
                let said = t.draft_was_issued(total);
                return Ok(web::done(&format!("/briefs/{total}"), &said));
            }
            Err(SectionError::Book(source)) => return Err(source.into()),
            Err(_) => return Err(WebError::NotFound),
        }
    }
    let main = view(&app, lang, brief.id, &input, &problems).await?;
    let again = frame.under("briefs").again(&t.section_ask_title(), main);
    Ok(again.into_response())
}

/// By code, or by its whole name as the list proposes it.
fn unit(directory: &Directory, typed: &str) -> Option<kernel::UnitId> {
    let typed = typed.trim();
    if let Some(unit) = directory.unit_by_code(typed) {
        return Some(unit.id);
    }
    match directory.units_named(typed).as_slice() {
        [only] => Some(only.id),
        _ => None,
    }
}

async fn view(
    app: &App,
    lang: Lang,
    brief: BriefId,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let directory = Directory::load(app.db.reader()).await?;
    let tree = app.book.tree(app.db.reader()).await?;
    let today = app.clock.today();
    let there = tree.units().filter(|unit| tree.is_open(*unit, today));
    let units: Vec<Choice> = directory
        .in_tree_order(&tree, today, there)
        .into_iter()
        .filter_map(|unit| directory.unit(unit))
        .map(|unit| Choice::new(&unit.code, unit.name_in(lang)))
        .collect();
    let back = draft_url(brief);
    let action = format!("{back}/sections");
    let problem = |field| FieldProblem::of(problems, field);
    let entry = input.entry.to_string();
    Ok(html! {
        (ui::page_head(lang, PageHead {
            title: &t.section_ask_title(),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs"), Crumb::new(t.draft_title(), &back)],
            ..PageHead::default()
        }))
        (ui::form::form(lang, FormFrame { action: &action, problems, draft: &action, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::combobox(lang, Field::new("unit", &t.section_unit(), &input.unit).help(&t.section_unit_help()).required().problem(problem("unit")), &units))
            (ui::form::text_area(lang, Field::new("asked", &t.section_asked_for(), &input.asked).help(&t.section_asked_for_help()).required().limit(limits::NOTE_CHARS_MAX).problem(problem("asked"))))
            (ui::form::date(lang, Field::new("due", &t.section_due_label(), &input.due).required().width(Width::Medium).problem(problem("due"))))
            (ui::acts(html! {
                (ui::button(Button { label: &t.section_ask(), act: Act::Primary, ..Button::default() }))
                (ui::link_button(&t.back_to_draft(), &back, Act::Quiet, None))
            }))
        }))
    })
}
