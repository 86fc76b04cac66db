//! The form that calls a session off.
use super::{
    calling_off::{CallOffError, call_off},
    listing_page::href,
    session::{self, Session, SessionId, Slot},
};
use crate::{
    desk::{Desk, new_entry},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/services/{session}/calling_off")]
pub struct CallingOffUrl {
    pub session: SessionId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    reason: String,
}

async fn served_by(
    app: &App,
    actor: &Actor,
    id: SessionId,
) -> Result<(Session, Vec<Slot>), WebError> {
    let reader = app.db.reader();
    let session = session::find(reader, id).await?.ok_or(WebError::NotFound)?;
    let desk = Desk::of(app, actor).await?;
    match desk.may(actor, Right::Serve, session.unit) {
        true => Ok((session, session::slots(reader, id).await?)),
        false => Err(WebError::NotFound),
    }
}

pub async fn form(
    url: CallingOffUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (session, slots) = served_by(&app, &actor, url.session).await?;
    let input = Input {
        entry: new_entry(),
        reason: String::new(),
    };
    let main = view(frame.lang, &session, &slots, &input, &[]);
    let title = texts(frame.lang).session_call_off();
    let frame = frame.kind(PageKind::Form).under("service_sessions");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: CallingOffUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (session, slots) = served_by(&app, &actor, url.session).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let message = match call_off(&app.book, &actor, input.entry, session.id, &input.reason).await {
        Ok(()) => {
            let to = format!("{}/door", href(&session));
            return Ok(web::done(&to, &t.session_call_off_done()));
        }
        Err(CallOffError::NoSuchSession | CallOffError::NotYours) => {
            return Err(WebError::NotFound);
        }
        Err(CallOffError::Book(source)) => return Err(source.into()),
        Err(CallOffError::Reason) => t.session_call_off_reason_wrong(NOTE_CHARS_MAX.to_string()),
        Err(CallOffError::Served) => t.session_call_off_served(),
    };
    let problems = [FieldProblem::new("reason", message)];
    let main = view(lang, &session, &slots, &input, &problems);
    let frame = frame.under("service_sessions");
    Ok(frame.again(&t.session_call_off(), main))
}

fn view(
    lang: Lang,
    session: &Session,
    slots: &[Slot],
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let booked: i64 = slots.iter().map(|slot| slot.booked).sum();
    let (title, reason, help) = (
        t.session_call_off(),
        t.session_call_off_reason(),
        t.session_call_off_help(booked),
    );
    let field = Field::new("reason", &reason, &input.reason).required();
    let field = field.help(&help).limit(NOTE_CHARS_MAX);
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, field.problem(FieldProblem::of(problems, "reason"))))
        (ui::acts(ui::button(Button { label: &title, act: Act::Danger, ..Button::default() })))
    };
    let action = format!("{}/calling_off", href(session));
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (session.title(lang)) " · " (session.day) " · " (session.place) } }),
        crumbs: &[Crumb::new(
            t.session_door(),
            format!("{}/door", href(session)),
        )],
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
