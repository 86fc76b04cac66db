//! Raising a case without an account: what, where, how to reach me if I want an answer.
use super::{
    links,
    raise_form::{self, Input},
    raising::{raise, similar::similar},
    store::{self, CaseId},
};
use crate::words::texts;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, Condition, EntityTrait};
use serde::Deserialize;
use ui::{Fact, PageHead, PageKind, form::FieldProblem};
use web::{App, Frame, WebError};

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
    let main = view(frame.lang, &input, &[], html! {});
    let title = texts(frame.lang).tell_us();
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit(
    _: TellUsUrl,
    State(app): State<App>,
    frame: Frame,
    Form(mut input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = desk(&app).await?;
    let new = input.raising(desk)?;
    if input.compared.is_empty() {
        // Strangers see of others' cases only what the office wrote for them.
        let shown = Condition::all().add(store::Column::PublicTitle.ne(""));
        let text = format!("{} {}", input.body, input.place);
        let found = similar(app.db.reader(), &text, shown).await?;
        if !found.is_empty() {
            input.compared = "true".to_owned();
            let title = |case: &store::Case| case.public_title.clone();
            let similar = raise_form::similar(lang, &found, title, |_| None);
            let main = view(lang, &input, &[], similar);
            let page = frame.kind(PageKind::Public).page(&t.tell_us(), main);
            return Ok(page.into_response());
        }
    }
    match raise(&app.book, &app.keys, &Actor::public(desk), &new).await {
        Ok(_) => {
            let case = store::Entity::find_by_id(CaseId(new.entry.0));
            let case = case.one(app.db.reader()).await?.ok_or(WebError::NotFound)?;
            let code = store::CODE.made(&app.keys, new.entry);
            let main = received(lang, &case.number, &code);
            let page = frame.kind(PageKind::Public).page(&t.received_title(), main);
            // The code stands in no address and in no cookie.
            Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(error) => {
            let problem = raise_form::problem(lang, error)?;
            let main = view(lang, &input, &[problem], html! {});
            Ok(frame.again(&t.tell_us(), main))
        }
    }
}

/// Who hears what nobody else has heard: the top of the tree, for whoever handles cases there.
async fn desk(app: &App) -> Result<UnitId, WebError> {
    let tree = app.book.tree(app.db.reader()).await?;
    let roots = tree.roots(app.clock.today());
    roots.first().copied().ok_or(WebError::NotFound)
}

fn view(lang: Lang, input: &Input, problems: &[FieldProblem], similar: Markup) -> Markup {
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
        (raise_form::view(lang, links::TELL_US, links::TELL_US, &[], input, problems))
    }
}

fn received(lang: Lang, number: &str, code: &str) -> Markup {
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
        sub: Some(html! { p { (t.received_text(number)) } }),
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::facts(&facts))
        p { (t.received_code_help()) }
        p { a href=(links::FOLLOW) { (t.follow()) } }
    }
}
