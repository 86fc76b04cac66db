//! Choosing a password: `/password` by whoever is logged in, `/password/first` by whoever was given their first one.
use super::{
    accounts, log_in,
    log_in_pages::{self, Entry},
    password::{self, Weakness, weakness},
};
use crate::words::texts;
use axum::{
    Form,
    extract::{Query, State},
    response::Response,
};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, PersonId};
use maud::{Markup, html};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Deserialize;
use ui::{
    Act, Button,
    form::{Field, FieldProblem, Form as UiForm},
};
use web::{Access, App, Frame, HOME, LogIn, Pages, WebError, done};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::SignedIn, form)
        .post(Access::SignedIn, submit)
        .get(Access::Anyone, first_form)
        .post(Access::Anyone, first_submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/password")]
pub struct PasswordUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/password/first")]
pub struct FirstPasswordUrl;

#[derive(Deserialize, Default)]
struct Input {
    #[serde(default)]
    name: String,
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

#[derive(Deserialize)]
struct Who {
    #[serde(default)]
    name: String,
}

async fn form(_: PasswordUrl, frame: Frame) -> Markup {
    frame.page(
        &texts(frame.lang).password_title(),
        view(&frame, "/password", None, &[]),
    )
}

async fn first_form(_: FirstPasswordUrl, frame: Frame, Query(who): Query<Who>) -> Markup {
    frame.page(
        &texts(frame.lang).password_title(),
        view(&frame, "/password/first", Some(&who.name), &[]),
    )
}

async fn submit(
    _: PasswordUrl,
    frame: Frame,
    actor: Actor,
    State(app): State<App>,
    log_in: LogIn,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let own = log_in::Entity::find_by_id(actor.person)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    change(&app, frame, &log_in, &own.name, &input, "/password", None).await
}

async fn first_submit(
    _: FirstPasswordUrl,
    frame: Frame,
    State(app): State<App>,
    log_in: LogIn,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    change(
        &app,
        frame,
        &log_in,
        &input.name,
        &input,
        "/password/first",
        Some(&input.name),
    )
    .await
}

async fn change(
    app: &App,
    frame: Frame,
    log_in: &LogIn,
    name: &str,
    input: &Input,
    action: &str,
    shown_name: Option<&str>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let mut problems = Vec::new();
    if let Some(weakness) = weakness(&input.new, name) {
        problems.push(FieldProblem::new("new", said(frame.lang, weakness)));
    } else if input.new == input.old {
        problems.push(FieldProblem::new("new", t.password_same()));
    } else if input.new != input.again {
        problems.push(FieldProblem::new("again", t.password_differs()));
    }
    if problems.is_empty() {
        let found = accounts::by_name(app.db.reader(), name).await?;
        match log_in_pages::enter(app, name, &input.old).await? {
            Entry::Welcome(_) | Entry::ChangePasswordFirst => {
                let person = found
                    .map(|found| found.person_id)
                    .ok_or(WebError::NotFound)?;
                set(app, person, &input.new).await?;
                log_in.begin(person).await?;
                return Ok(done(HOME, &t.password_changed()));
            }
            Entry::Wrong => problems.push(FieldProblem::new("old", t.log_in_wrong())),
            Entry::Locked { minutes } => {
                problems.push(FieldProblem::new("old", t.log_in_locked(minutes)))
            }
        }
    }
    let main = view(&frame, action, shown_name, &problems);
    Ok(frame.again(&t.password_title(), main))
}

async fn set(app: &App, person: PersonId, new: &str) -> Result<(), WebError> {
    let hash = password::hash(new.to_owned())
        .await
        .map_err(|error| WebError::internal(error.to_string()))?;
    let tx = app.db.begin().await?;
    let row = log_in::ActiveModel {
        person_id: Set(person),
        password_hash: Set(hash),
        must_change: Set(false),
        entered_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    log_in::Entity::update(row)
        .exec_without_returning(&tx)
        .await?;
    web::end_all_sessions(&tx, person).await?;
    let actor = super::doorkeeper::actor(&tx, person, app.clock.today())
        .await?
        .ok_or(WebError::NotFound)?;
    let written = accounts::write(
        &tx,
        &app.book,
        &actor,
        "orgs.log_in.password_changed",
        person,
        actor.unit,
        None,
    )
    .await;
    written.map_err(WebError::internal)?;
    Ok(tx.commit().await?)
}

fn said(lang: Lang, weakness: Weakness) -> String {
    let t = texts(lang);
    match weakness {
        Weakness::TooShort { min } => t.password_short(min as i64),
        Weakness::TooLong { max } => t.password_long(max as i64),
        Weakness::TooUniform => t.password_uniform(),
        Weakness::HoldsName => t.password_holds_name(),
    }
}

fn view(frame: &Frame, action: &str, name: Option<&str>, problems: &[FieldProblem]) -> Markup {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let of = |field| FieldProblem::of(problems, field);
    let (title, name_label, old) = (t.password_title(), t.log_in_name(), t.password_old());
    let (new, again, rules, submit) = (
        t.password_new(),
        t.password_again(),
        t.password_rules(),
        t.password_submit(),
    );
    let field = |name, label, autocomplete| Field {
        autocomplete,
        ..Field::new(name, label, "").required().problem(of(name))
    };
    let form = UiForm {
        action,
        problems,
        ..UiForm::default()
    };
    html! {
        (ui::page_head(lang, ui::PageHead { title: &title, sub: Some(html! { (t.password_sub()) }), ..ui::PageHead::default() }))
        (ui::form::form(lang, form, html! {
            @if let Some(name) = name {
                (ui::form::text(lang, Field { autocomplete: "username", ..Field::new("name", &name_label, name).required() }))
            }
            (ui::form::password(lang, field("old", &old, "current-password")))
            (ui::form::password(lang, field("new", &new, "new-password").help(&rules)))
            (ui::form::password(lang, field("again", &again, "new-password")))
            (ui::acts(html! { (ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })) }))
        }))
    }
}
