//! Recording a case for somebody who calls or comes by.
use super::{
    links,
    raise_form::{self, Input},
    raising::{raise_with, similar},
    sight::Sight,
    store::{self, CODE, Case, CaseId},
};
use crate::words::texts;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use files::File;
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Crumb, PageHead, PageKind,
    form::{Choice, FieldProblem},
};
use web::{App, Filled, Frame, WebError};

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
    let main = view(
        frame.lang,
        &sight,
        &Input::new(actor.unit),
        &[],
        &[],
        html! {},
    );
    let title = texts(frame.lang).case_new();
    Ok(frame.kind(PageKind::Form).under("cases").page(&title, main))
}

pub async fn submit(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Filled {
        mut input,
        files: sent,
    }: Filled<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let sight = Sight::of(&app, &actor).await?;
    let kept = files::staged(app.db.reader(), Some(actor.person), &sent.wanted).await?;
    let desk = input.desk.trim().parse().ok();
    let new = input.raising(desk.unwrap_or(UnitId(0)))?;
    let mut problems = raise_form::problems(lang, &new, &sent)?;
    if desk.is_none() {
        problems.push(FieldProblem::new("desk", t.problem_choose()));
    }
    if !problems.is_empty() {
        let main = view(lang, &sight, &input, &kept, &problems, html! {});
        return Ok(frame.under("cases").again(&t.case_new(), main));
    }
    if input.compared.is_empty() {
        let found = like(&app, &sight, &input).await?;
        if !found.is_empty() {
            input.compared = "true".to_owned();
            let main = view(lang, &sight, &input, &kept, &[], shown(lang, &found));
            let frame = frame.kind(PageKind::Form).under("cases");
            return Ok(frame.page(&t.case_new(), main).into_response());
        }
    }
    match raise_with(&app.book, &app.keys, &actor, &new, &sent.wanted).await {
        Ok(_) => {
            let id = CaseId(new.entry.0);
            let case = store::Entity::find_by_id(id).one(app.db.reader()).await?;
            let case = case.ok_or(WebError::NotFound)?;
            let code = CODE.made(&app.keys, new.entry);
            let done = t.case_new_done(case.number, code);
            Ok(web::done(&links::case(id), &done))
        }
        Err(error) => {
            let problem = raise_form::problem(lang, error)?;
            let main = view(lang, &sight, &input, &kept, &[problem], html! {});
            Ok(frame.under("cases").again(&t.case_new(), main))
        }
    }
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/similar")]
pub struct SimilarUrl;

/// Cases like the one that is being written, for the page that asks while somebody types.
pub async fn similar_ones(
    _: SimilarUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Markup, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let found = like(&app, &sight, &input).await?;
    Ok(html! { @if !found.is_empty() { (shown(lang, &found)) (raise_form::compared()) } })
}

async fn like(app: &App, sight: &Sight, input: &Input) -> Result<Vec<Case>, WebError> {
    let text = format!("{} {}", input.body, input.place);
    Ok(similar::similar(app.db.reader(), &text, sight.among()).await?)
}

fn shown(lang: Lang, found: &[Case]) -> Markup {
    let title = |case: &Case| format!("{} {}", case.number, case.title);
    let href = |case: &Case| Some(links::case(case.id));
    let join = |case: &Case| Some(links::askers(case.id));
    raise_form::similar(lang, found, title, href, join)
}

fn view(
    lang: Lang,
    sight: &Sight,
    input: &Input,
    kept: &[File],
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
        (raise_form::view(lang, links::NEW, links::NEW, &desks, input, kept, problems))
    }
}
