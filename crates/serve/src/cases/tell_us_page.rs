//! Raising a case without an account: what, where, how to reach me if I want an answer.
use super::{
    fallback, links,
    raise_form::{self, Input},
    raising::{raise_with, similar},
    store::{self, CODE, Case, CaseId},
};
use crate::words::texts;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use files::File;
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, Condition, EntityTrait};
use serde::Deserialize;
use ui::{Fact, PageHead, PageKind, form::FieldProblem};
use web::{App, Filled, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tell-us")]
pub struct TellUsUrl;

/// The page on which somebody found that something is wrong.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct From {
    page: String,
}

pub async fn form(
    _: TellUsUrl,
    State(app): State<App>,
    Query(from): Query<From>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let mut input = Input::new(desk(&app).await?);
    if from.page.starts_with('/') {
        input.place = texts(frame.lang).tell_us_page(from.page.as_str());
    }
    let main = view(frame.lang, &input, &[], &[], html! {});
    let title = texts(frame.lang).tell_us();
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit(
    _: TellUsUrl,
    State(app): State<App>,
    frame: Frame,
    Filled {
        mut input,
        files: sent,
    }: Filled<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = desk(&app).await?;
    let new = input.raising(desk)?;
    let kept = files::staged(app.db.reader(), None, &sent.wanted).await?;
    let problems = raise_form::problems(lang, &new, &sent)?;
    if !problems.is_empty() {
        let main = view(lang, &input, &kept, &problems, html! {});
        return Ok(frame.again(&t.tell_us(), main));
    }
    if input.compared.is_empty() {
        let found = like(&app, &input).await?;
        if !found.is_empty() {
            input.compared = "true".to_owned();
            let main = view(lang, &input, &kept, &[], shown(lang, &found));
            let page = frame.kind(PageKind::Public).page(&t.tell_us(), main);
            return Ok(page.into_response());
        }
    }
    let actor = Actor::public(desk);
    match raise_with(&app.book, &app.keys, &actor, &new, &sent.wanted).await {
        Ok(_) => {
            let case = store::Entity::find_by_id(CaseId(new.entry.0));
            let case = case.one(app.db.reader()).await?.ok_or(WebError::NotFound)?;
            let code = CODE.made(&app.keys, new.entry);
            let main = received(
                lang,
                &t.received_text(case.number.as_str()),
                &case.number,
                &code,
            );
            let page = frame.kind(PageKind::Public).page(&t.received_title(), main);
            // The code stands in no address and in no cookie.
            Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(error) => {
            let problem = raise_form::problem(lang, error)?;
            let main = view(lang, &input, &kept, &[problem], html! {});
            Ok(frame.again(&t.tell_us(), main))
        }
    }
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/tell-us/similar")]
pub struct SimilarUrl;

/// Cases like the one that is being written, for the page that asks while somebody types.
pub async fn similar(
    _: SimilarUrl,
    State(app): State<App>,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Markup, WebError> {
    let found = like(&app, &input).await?;
    Ok(html! { @if !found.is_empty() { (shown(lang, &found)) (raise_form::compared()) } })
}

/// Strangers see of others' cases only what the office wrote for them.
async fn like(app: &App, input: &Input) -> Result<Vec<Case>, WebError> {
    let public = Condition::all().add(store::Column::PublicTitle.ne(""));
    let text = format!("{} {}", input.body, input.place);
    Ok(similar::similar(app.db.reader(), &text, public).await?)
}

fn shown(lang: Lang, found: &[Case]) -> Markup {
    let title = |case: &Case| case.public_title.clone();
    raise_form::similar(
        lang,
        found,
        title,
        |_| None,
        |case| Some(links::join(case.id)),
    )
}

/// Who hears what nobody else has heard: the fallback unit; without one the top of the tree, for whoever handles cases there.
async fn desk(app: &App) -> Result<UnitId, WebError> {
    let (reader, today) = (app.db.reader(), app.clock.today());
    let tree = app.book.tree(reader).await?;
    let set = fallback::of(&fallback::all(reader).await?, today);
    if let Some(unit) = set.filter(|unit| tree.is_open(*unit, today)) {
        return Ok(unit);
    }
    let roots = tree.roots(today);
    roots.first().copied().ok_or(WebError::NotFound)
}

fn view(
    lang: Lang,
    input: &Input,
    kept: &[File],
    problems: &[FieldProblem],
    similar: Markup,
) -> Markup {
    let t = texts(lang);
    let title = t.tell_us();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (t.tell_us_sub()) }
            p { a href=(links::FOLLOW) { (t.tell_us_follow()) } }
        }),
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (similar)
        (raise_form::view(lang, links::TELL_US, links::TELL_US, &[], input, kept, problems))
    }
}

/// What somebody is told who raised or joined a case: the number, and a code of their own.
pub(super) fn received(lang: Lang, text: &str, number: &str, code: &str) -> Markup {
    let t = texts(lang);
    let title = t.received_title();
    let facts = [
        Fact::text(t.case_number(), number),
        Fact::new(
            t.received_code(),
            html! { strong class="nowrap" { (code) } },
        ),
    ];
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (text) } }),
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::facts(&facts))
        p { (t.received_code_help()) }
        p { a class="button" href=(links::follow(code)) { (t.received_link()) } }
        p class="hint" { (t.received_link_help()) }
    }
}
