//! An officer writes down another person who has the same: one more asker with a code of their own, and one case.
use super::{
    join_page::{self, Input},
    joining::{JoinError, Joining, join_for, open},
    links, sight,
    store::{CODE, Case, CaseId},
};
use crate::words::texts;
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Crumb, PageHead, PageKind, form::FieldProblem};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/askers")]
pub struct AskersUrl {
    case: CaseId,
}

pub async fn form(
    url: AskersUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let case = seen_and_open(&app, &actor, url.case).await?;
    let main = view(frame.lang, &case, &Input::new(), &[]);
    let title = texts(frame.lang).askers_add();
    Ok(frame.kind(PageKind::Form).under("cases").page(&title, main))
}

pub async fn submit(
    url: AskersUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (_, whole) = sight::seen(&app, &actor, url.case).await?;
    let new = Joining {
        entry: input.entry,
        case: url.case,
        name: input.name.clone(),
        phone: input.phone.clone(),
    };
    let problem = match join_for(&app.book, &app.keys, &actor, &new).await {
        Ok(_) => {
            let code = CODE.made(&app.keys, new.entry);
            let done = t.askers_done(whole.case.number, code);
            return Ok(web::done(&links::case(url.case), &done));
        }
        Err(JoinError::NoSuchCase) => return Err(WebError::NotFound),
        Err(JoinError::Book(source)) => return Err(source.into()),
        Err(JoinError::Phone) => FieldProblem::new("phone", t.tell_us_phone_wrong()),
        Err(JoinError::TooLong) => FieldProblem::new("name", t.join_name_long()),
    };
    let main = view(lang, &whole.case, &input, &[problem]);
    Ok(frame.under("cases").again(&t.askers_add(), main))
}

async fn seen_and_open(app: &App, actor: &Actor, case: CaseId) -> Result<Case, WebError> {
    sight::seen(app, actor, case).await?;
    let case = open(app.db.reader(), case).await?;
    case.ok_or(WebError::NotFound)
}

fn view(lang: Lang, case: &Case, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let title = t.askers_add();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (case.number) " " (case.title) }
            p class="hint" { (t.askers_add_help()) }
        }),
        crumbs: &[
            Crumb::new(t.cases(), links::CASES),
            Crumb::new(case.title.as_str(), links::case(case.id)),
        ],
        ..PageHead::default()
    };
    let action = links::askers(case.id);
    html! {
        (ui::page_head(lang, head))
        (join_page::fields(lang, (&action, ""), &t.askers_submit(), input, problems))
    }
}
