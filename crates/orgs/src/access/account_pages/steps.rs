//! What is done with an account as a whole, each with a reason: `/accounts/{account}/{step}`.
use super::{NAV, Seen, said, seen, shown_once};
use crate::{
    access::{
        accounts::{Doing, Step, reset_password, take},
        password::generated,
    },
    words::{Texts, texts},
};
use axum::{Form, extract::State, response::Response};
use axum_extra::routing::TypedPath;
use kernel::{Actor, EntryId, Lang, PersonId, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, PageHead, PageKind,
    form::{self, Field, FieldProblem, Form as UiForm},
};
use uuid::Uuid;
use web::{App, Frame, WebError, done};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/accounts/{account}/{step}")]
pub(super) struct StepUrl {
    pub account: PersonId,
    pub step: StepName,
}

/// A step as addresses name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum StepName {
    Closure,
    Reopening,
    Unlocking,
    LogOut,
    NewPassword,
}

impl std::fmt::Display for StepName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            StepName::Closure => "closure",
            StepName::Reopening => "reopening",
            StepName::Unlocking => "unlocking",
            StepName::LogOut => "log-out",
            StepName::NewPassword => "new-password",
        })
    }
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct ReasonInput {
    pub entry: EntryId,
    #[serde(default)]
    pub reason: String,
}

impl ReasonInput {
    pub fn new() -> ReasonInput {
        ReasonInput {
            entry: EntryId(Uuid::now_v7()),
            reason: String::new(),
        }
    }
}

pub(super) async fn form(
    url: StepUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = seen(&app, &actor, url.account).await?;
    let asking = asking(texts(frame.lang), &seen, url);
    let main = asking.view(frame.lang, &seen, &ReasonInput::new(), &[]);
    let frame = frame.kind(PageKind::Form).under(NAV);
    Ok(frame.page(&asking.title, main))
}

pub(super) async fn submit(
    url: StepUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<ReasonInput>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let seen = seen(&app, &actor, url.account).await?;
    let doing = Doing {
        book: &app.book,
        actor: &actor,
        entry: input.entry,
        reason: &input.reason,
    };
    let (step, said) = match url.step {
        StepName::Closure => (Step::Close, t.account_closed_done()),
        StepName::Reopening => (Step::Reopen, t.account_reopened_done()),
        StepName::Unlocking => (Step::Unlock, t.account_unlocked_done()),
        StepName::LogOut => (Step::EndSessions, t.account_sessions_done()),
        StepName::NewPassword => {
            let password = generated(Uuid::new_v4());
            return match reset_password(&doing, url.account, password.clone()).await {
                Ok(appended) => {
                    app.forget_rights(url.account);
                    let named = (&*seen.account.person.name, &*seen.account.log_in.name);
                    let password = appended.is_new().then_some(password.as_str());
                    let (crumbs, href) = (seen.crumbs(lang), seen.href());
                    Ok(shown_once::page(frame, &crumbs, named, password, &href))
                }
                Err(error) => again(frame, &seen, url, &input, error),
            };
        }
    };
    match take(&doing, url.account, step).await {
        Ok(_) => {
            app.forget_rights(url.account);
            Ok(done(&seen.href(), &said))
        }
        Err(error) => again(frame, &seen, url, &input, error),
    }
}

fn again(
    frame: Frame,
    seen: &Seen,
    url: StepUrl,
    input: &ReasonInput,
    error: crate::access::accounts::AccountError,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let (_, sentence) = said::problem(lang, error)?;
    let asking = asking(texts(lang), seen, url);
    let problems = [FieldProblem::new("reason", sentence)];
    let main = asking.view(lang, seen, input, &problems);
    Ok(frame.under(NAV).again(&asking.title, main))
}

fn asking(t: &Texts, seen: &Seen, url: StepUrl) -> Asking {
    let name = seen.account.person.name.as_str();
    let (title, text, verb) = match url.step {
        StepName::Closure => (
            t.step_close_title(),
            t.step_close_text(name),
            t.step_close(),
        ),
        StepName::Reopening => (
            t.step_reopen_title(),
            t.step_reopen_text(name),
            t.step_reopen(),
        ),
        StepName::Unlocking => (
            t.step_unlock_title(),
            t.step_unlock_text(name),
            t.step_unlock(),
        ),
        StepName::LogOut => (
            t.step_sessions_title(),
            t.step_sessions_text(name),
            t.step_sessions(),
        ),
        StepName::NewPassword => (
            t.step_password_title(),
            t.step_password_text(name),
            t.step_password(),
        ),
    };
    Asking {
        title,
        text,
        verb,
        action: url.to_string(),
        is_grave: url.step == StepName::Closure,
    }
}

/// A page that says what will happen and asks for the reason.
pub(super) struct Asking {
    pub title: String,
    pub text: String,
    pub verb: String,
    pub action: String,
    /// It takes something away from somebody.
    pub is_grave: bool,
}

impl Asking {
    pub fn view(
        &self,
        lang: Lang,
        seen: &Seen,
        input: &ReasonInput,
        problems: &[FieldProblem],
    ) -> Markup {
        let t = texts(lang);
        let (reason, reason_help) = (t.reason(), t.reason_help());
        let head = PageHead {
            title: &self.title,
            sub: Some(html! { (self.text) }),
            crumbs: &seen.crumbs(lang),
            ..PageHead::default()
        };
        let frame = UiForm {
            action: &self.action,
            problems,
            ..UiForm::default()
        };
        let act = if self.is_grave {
            Act::Danger
        } else {
            Act::Primary
        };
        let problem = FieldProblem::of(problems, "reason");
        let body = html! {
            (form::hidden("entry", &input.entry.to_string()))
            (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(problem)))
            (ui::acts(html! {
                (ui::button(Button { label: &self.verb, act, ..Button::default() }))
                (ui::link_button(&ui::words::texts(lang).cancel(), &seen.href(), Act::Plain, None))
            }))
        };
        html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
    }
}
