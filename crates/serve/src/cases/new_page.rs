//! Recording a case for somebody who calls or comes by.
use super::{
    links,
    raise_form::{self, Input},
    raising::{raise, similar::similar},
    sight::Sight,
    store::{self, CaseId},
};
use crate::words::texts;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Crumb, PageHead, PageKind,
    form::{Choice, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/new")]
pub struct NewUrl;

pub async fn form(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let main = view(frame.lang, &sight, &Input::new(actor.unit), &[], html! {});
    let title = texts(frame.lang).case_new();
    Ok(frame.kind(PageKind::Form).under("cases").page(&title, main))
}

pub async fn submit(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(mut input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let sight = Sight::of(&app, &actor).await?;
    let Ok(desk) = input.desk.trim().parse() else {
        let problem = FieldProblem::new("desk", t.problem_choose());
        let main = view(lang, &sight, &input, &[problem], html! {});
        return Ok(frame.under("cases").again(&t.case_new(), main));
    };
    let new = input.raising(desk)?;
    if input.compared.is_empty() {
        let text = format!("{} {}", input.body, input.place);
        let found = similar(app.db.reader(), &text, sight.among()).await?;
        if !found.is_empty() {
            input.compared = "true".to_owned();
            let title = |case: &store::Case| format!("{} {}", case.number, case.title);
            let href = |case: &store::Case| Some(links::case(case.id));
            let similar = raise_form::similar(lang, &found, title, href);
            let main = view(lang, &sight, &input, &[], similar);
            let frame = frame.kind(PageKind::Form).under("cases");
            return Ok(frame.page(&t.case_new(), main).into_response());
        }
    }
    match raise(&app.book, &app.keys, &actor, &new).await {
        Ok(_) => {
            let id = CaseId(new.entry.0);
            let case = store::Entity::find_by_id(id).one(app.db.reader()).await?;
            let case = case.ok_or(WebError::NotFound)?;
            let code = store::CODE.made(&app.keys, new.entry);
            let done = t.case_new_done(case.number, code);
            Ok(web::done(&links::case(id), &done))
        }
        Err(error) => {
            let problem = raise_form::problem(lang, error)?;
            let main = view(lang, &sight, &input, &[problem], html! {});
            Ok(frame.under("cases").again(&t.case_new(), main))
        }
    }
}

fn view(
    lang: Lang,
    sight: &Sight,
    input: &Input,
    problems: &[FieldProblem],
    similar: Markup,
) -> Markup {
    let t = texts(lang);
    let title = t.case_new();
    let desks: Vec<Choice> = sight
        .desks()
        .into_iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(unit, lang)))
        .collect();
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.case_new_sub()) } }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (similar)
        (raise_form::view(lang, links::NEW, links::NEW, &desks, input, problems))
    }
}
