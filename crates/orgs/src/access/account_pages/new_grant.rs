//! Granting a role: `/accounts/{account}/grants`.
use super::{NAV, Seen, said, seen, typed::GrantInput};
use crate::{
    access::accounts::{Doing, grant},
    words::texts,
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

#[derive(TypedPath, Deserialize)]
#[typed_path("/accounts/{account}/grants")]
pub(super) struct GrantsUrl {
    account: PersonId,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    entry: EntryId,
    #[serde(default)]
    reason: String,
    #[serde(flatten)]
    grant: GrantInput,
}

pub(super) async fn form(
    url: GrantsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = seen(&app, &actor, url.account).await?;
    let input = Input {
        entry: EntryId(Uuid::now_v7()),
        reason: String::new(),
        grant: GrantInput {
            from: app.clock.today().to_string(),
            ..GrantInput::default()
        },
    };
    let main = view(frame.lang, &seen, &input, &[]);
    let title = texts(frame.lang).grant_new();
    Ok(frame.kind(PageKind::Form).under(NAV).page(&title, main))
}

pub(super) async fn submit(
    url: GrantsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let seen = seen(&app, &actor, url.account).await?;
    let problems = match input.grant.read(lang, &seen.directory) {
        Err(problems) => problems,
        Ok(new) => {
            let doing = Doing {
                book: &app.book,
                actor: &actor,
                entry: input.entry,
                reason: &input.reason,
            };
            match grant(&doing, url.account, &new).await {
                Ok(_) => {
                    app.forget_rights(url.account);
                    return Ok(done(&seen.href(), &t.account_granted_done()));
                }
                Err(error) => {
                    let (field, sentence) = said::problem(lang, error)?;
                    let field = if field == "unit" { "grant_unit" } else { field };
                    vec![FieldProblem::new(field, sentence)]
                }
            }
        }
    };
    let main = view(lang, &seen, &input, &problems);
    Ok(frame.under(NAV).again(&t.grant_new(), main))
}

fn view(lang: Lang, seen: &Seen, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, reason, reason_help, submit) =
        (t.grant_new(), t.reason(), t.reason_help(), t.grant_submit());
    let head = PageHead {
        title: &title,
        crumbs: &seen.crumbs(lang),
        ..PageHead::default()
    };
    let action = format!("{}/grants", seen.href());
    let frame = UiForm {
        action: &action,
        problems,
        ..UiForm::default()
    };
    let problem = FieldProblem::of(problems, "reason");
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (input.grant.fields(lang, true, problems))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(problem)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
