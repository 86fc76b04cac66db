//! Recording a visit, on a phone, in under a minute, with or without network.
use super::{
    OFFLINE,
    form::{self as visit_form, Input},
    recording::{self, Recording, record},
    visit_page::href,
};
use crate::{
    desk::{Desk, tell},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{
    extract::{Form, Query},
    routing::TypedPath,
};
use kernel::{Actor, Lang, Right};
use ledger::entry;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Icon, PageHead, PageKind,
    form::{self, FieldProblem, Offline},
};
use web::{App, Frame, KeptOffline, QuickEntry, WebError};

/// How long the form may be carried about without network.
const KEPT_HOURS: u32 = 7 * 24;

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits/new")]
pub struct NewVisitUrl;

/// What the address may fill in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Prefilled {
    /// Code of the unit to call on.
    visited: String,
}

pub async fn form(
    _: NewVisitUrl,
    State(app): State<App>,
    Query(prefilled): Query<Prefilled>,
    actor: Actor,
    frame: Frame,
) -> Result<(KeptOffline, Markup), WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let known = desk.directory.unit_by_code(&prefilled.visited);
    let input = Input {
        visited: known.map_or_else(String::new, |unit| unit.name_in(frame.lang).to_owned()),
        people: actor.name.clone(),
        unit: actor.unit.to_string(),
        day: desk.today.to_string(),
        ..Input::default()
    };
    let main = view(frame.lang, &desk, &actor, &input, &[]);
    let title = texts(frame.lang).visit_new();
    let page = frame
        .kind(PageKind::Form)
        .under("visits")
        .page(&title, main);
    Ok((KeptOffline { hours: KEPT_HOURS }, page))
}

pub async fn submit(
    _: super::list_page::VisitsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (visit, mut problems) = input.visited(&desk, lang);
    let new = Recording {
        entry: input.entry,
        visit,
        problems: input.problems(),
    };
    let problem = |error| visit_form::problem(t, &input, error);
    // Sent again, it is the act of the first time, also when what was true then is true no more.
    let before = entry::by_id(app.db.reader(), new.entry).await?;
    if before.is_none() {
        let mut wrong = recording::wrong(&app.book, &actor, &new.visit).await?;
        wrong.extend(recording::wrong_problems(&new.problems));
        tell(&mut problems, wrong, problem)?;
    }
    if problems.is_empty() {
        match record(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => {
                let id = super::store::VisitId(new.entry.0);
                return Ok(web::done(&href(id), &t.visit_new_done()));
            }
            Err(error) => problems.push(problem(error)?),
        }
    }
    let main = view(lang, &desk, &actor, &input, &problems);
    Ok(frame.under("visits").again(&t.visit_new(), main))
}

fn view(
    lang: Lang,
    desk: &Desk,
    actor: &Actor,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let (title, submit, offline) = (t.visit_new(), t.visit_submit(), t.visit());
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.visit_new_sub()) }),
        crumbs: &[Crumb::new(t.visits(), "/visits")],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/visits",
        draft: OFFLINE,
        problems,
        offline: Some(Offline {
            title: &offline,
            page: OFFLINE,
            label: "visited",
            stay: None,
        }),
        ..form::Form::default()
    };
    let body = html! {
        (visit_form::fields(lang, desk, actor, input, problems))
        (visit_form::problem_rows(lang, input, problems))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

pub(crate) fn quick_entries(lang: Lang, actor: &Actor) -> Vec<QuickEntry> {
    if !actor.has(Right::Serve) {
        return Vec::new();
    }
    vec![QuickEntry {
        label: texts(lang).visit_new(),
        href: OFFLINE.to_owned(),
        icon: Icon::Add,
    }]
}
