//! "I have the same": joining a case that others brought, without an account.
use super::{
    joining::{self, JoinError, Joining, join},
    links, said,
    store::{self, CODE, Case, CaseId},
    tell_us_page::received,
};
use crate::words::texts;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{EntryId, Lang};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tell-us/{case}/joins")]
pub struct JoinsUrl {
    case: CaseId,
}

#[derive(Debug, Deserialize)]
pub struct Input {
    pub(super) entry: EntryId,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) phone: String,
}

impl Input {
    pub(super) fn new() -> Input {
        Input {
            entry: crate::desk::new_entry(),
            name: String::new(),
            phone: String::new(),
        }
    }
}

pub async fn form(url: JoinsUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let case = public(&app, url.case).await?;
    let main = view(frame.lang, &case, &Input::new(), &[]);
    let title = texts(frame.lang).join();
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit(
    url: JoinsUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let new = Joining {
        entry: input.entry,
        case: url.case,
        name: input.name.clone(),
        phone: input.phone.clone(),
    };
    let problem = match join(&app.book, &app.keys, &new).await {
        Ok(_) => {
            let code = CODE.made(&app.keys, new.entry);
            let case = store::Entity::find_by_id(url.case);
            let case = case.one(app.db.reader()).await?.ok_or(WebError::NotFound)?;
            let main = received(lang, &t.joined_text(), &case.number, &code);
            let page = frame.kind(PageKind::Public).page(&t.joined_title(), main);
            return Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response());
        }
        Err(JoinError::NoSuchCase) => return Err(WebError::NotFound),
        Err(JoinError::Book(source)) => return Err(source.into()),
        Err(JoinError::Phone) => FieldProblem::new("phone", t.tell_us_phone_wrong()),
        Err(JoinError::TooLong) => FieldProblem::new("name", t.join_name_long()),
    };
    let case = public(&app, url.case).await?;
    let main = view(lang, &case, &input, &[problem]);
    Ok(frame.again(&t.join(), main))
}

async fn public(app: &App, case: CaseId) -> Result<Case, WebError> {
    let case = joining::open_to_all(app.db.reader(), case).await?;
    case.ok_or(WebError::NotFound)
}

fn view(lang: Lang, case: &Case, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let title = t.join();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { strong { (case.public_title) } " " (said::public_state(lang, case.state())) }
            p { (t.join_sub()) }
        }),
        crumbs: &[Crumb::new(t.tell_us(), links::TELL_US)],
        ..PageHead::default()
    };
    let action = links::join(case.id);
    html! {
        (ui::page_head(lang, head))
        (fields(lang, (&action, links::TELL_US), &t.join_submit(), input, problems))
    }
}

/// Name and number of somebody who has the same, both optional. `ends_draft`: what they had begun to write instead.
pub(super) fn fields(
    lang: Lang,
    (action, ends_draft): (&str, &str),
    verb: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (name, phone, phone_help) = (t.tell_us_name(), t.tell_us_phone(), t.tell_us_phone_help());
    let phone_field = Field {
        autocomplete: "tel",
        ..Field::new("phone", &phone, &input.phone)
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::form_row(html! {
            (form::text(lang, Field::new("name", &name, &input.name).width(Width::Medium).problem(of("name"))))
            (form::telephone(lang, phone_field.help(&phone_help).width(Width::Medium).problem(of("phone"))))
        }))
        (ui::acts(ui::button(Button { label: verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action,
        ends_draft,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
