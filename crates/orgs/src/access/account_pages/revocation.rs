//! Revoking a grant: `/accounts/{account}/grants/{grant}/revocation`.
use super::{
    NAV, Seen, role, said, seen,
    steps::{Asking, ReasonInput},
};
use crate::{
    access::accounts::{Doing, revoke},
    words::texts,
};
use axum::{Form, extract::State, response::Response};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, PersonId};
use maud::Markup;
use serde::Deserialize;
use ui::{PageKind, form::FieldProblem};
use web::{App, Frame, WebError, done};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/accounts/{account}/grants/{grant}/revocation")]
pub(super) struct RevocationUrl {
    pub account: PersonId,
    pub grant: i64,
}

pub(super) async fn form(
    url: RevocationUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = seen(&app, &actor, url.account).await?;
    let main = view(frame.lang, &seen, url, &ReasonInput::new(), &[])?;
    let title = texts(frame.lang).revoke_title();
    Ok(frame.kind(PageKind::Form).under(NAV).page(&title, main))
}

pub(super) async fn submit(
    url: RevocationUrl,
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
    match revoke(&doing, url.account, url.grant).await {
        Ok(_) => {
            app.forget_rights(url.account);
            Ok(done(&seen.href(), &t.account_revoked_done()))
        }
        Err(error) => {
            let (_, sentence) = said::problem(lang, error)?;
            let problems = [FieldProblem::new("reason", sentence)];
            let main = view(lang, &seen, url, &input, &problems)?;
            Ok(frame.under(NAV).again(&t.revoke_title(), main))
        }
    }
}

fn view(
    lang: Lang,
    seen: &Seen,
    url: RevocationUrl,
    input: &ReasonInput,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let granted = &seen.account.granted;
    let grant = granted.iter().find(|grant| grant.id == url.grant);
    let grant = grant
        .and_then(|grant| grant.grant())
        .ok_or(WebError::NotFound)?;
    let grant = role::grant(grant, &seen.directory, lang);
    let asking = Asking {
        title: t.revoke_title(),
        text: t.revoke_text(seen.account.person.name.as_str(), grant),
        verb: t.grant_revoke(),
        action: url.to_string(),
        is_grave: true,
    };
    Ok(asking.view(lang, seen, input, problems))
}
