//! The last look before a brief is issued, and the issue.
use super::{
    brief::{self, BriefId},
    checking::Concern,
    draft_page::{Placing, checked, draft, on_sheet, read},
    issuing::{self, IssueError, Wish, issue},
    versions::Looked,
};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Right};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead, PageKind,
    form::{Field, Form as FormFrame},
};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), look)
        .post(Access::Right(Right::Publish), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/issue")]
pub struct IssueUrl {
    pub brief: BriefId,
}

#[derive(Debug, Deserialize)]
struct Input {
    entry: EntryId,
    seen_version: i32,
    #[serde(default)]
    seen_numbers: String,
    /// The codes of what is meant so.
    #[serde(default)]
    meant: Vec<String>,
}

async fn look(
    url: IssueUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    if let Some(total) = brief.issue_total {
        return Ok(Redirect::to(&format!("/briefs/{total}")).into_response());
    }
    let title = words::texts(frame.lang).issue_title();
    let main = view(&app, &actor, frame.lang, &brief, None).await?;
    Ok(frame
        .under("briefs")
        .kind(PageKind::Brief)
        .page(&title, main)
        .into_response())
}

async fn submit(
    url: IssueUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = words::texts(frame.lang);
    let wish = Wish {
        entry: input.entry,
        brief: url.brief,
        seen_version: input.seen_version,
        confirmed: Concern::ALL
            .into_iter()
            .filter(|concern| input.meant.iter().any(|meant| meant == concern.code()))
            .collect(),
        seen_numbers: Some(input.seen_numbers).filter(|sign| !sign.is_empty()),
    };
    let problem = match issue(&app.book, &actor, wish).await {
        Ok(total) => {
            return Ok(web::done(
                &format!("/briefs/{total}"),
                &t.brief_issued(total),
            ));
        }
        Err(IssueError::AlreadyIssued { total }) => {
            return Ok(web::done(
                &format!("/briefs/{total}"),
                &t.draft_was_issued(total),
            ));
        }
        Err(IssueError::NotAllowed | IssueError::NotFound) => return Err(WebError::NotFound),
        Err(IssueError::Book(source)) => return Err(source.into()),
        Err(IssueError::Stale) => t.issue_stale(),
        Err(IssueError::NumbersMoved) => t.issue_numbers_moved(),
        Err(IssueError::NotReady(_)) => t.issue_not_ready(),
    };
    let brief = draft(&app, &actor, url.brief).await?;
    let main = view(&app, &actor, frame.lang, &brief, Some(&problem)).await?;
    Ok(frame.under("briefs").again(&t.issue_title(), main))
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: kernel::Lang,
    brief: &brief::Model,
    problem: Option<&str>,
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let directory = Directory::load(reader).await?;
    let read = read(app, actor, brief, &directory).await?;
    let seen = (&read.document, &read.numbers, &read.embedded);
    let check = issuing::check_now(&app.book, actor, &directory, brief, seen).await?;
    let sign = Looked::of(&read.document, &read.numbers).sign();
    let back = super::draft_page::url(brief.id);
    let (action, placing) = (format!("{back}/issue"), format!("{back}/placing"));
    let (entry, version) = (uuid::Uuid::now_v7().to_string(), brief.version.to_string());
    let placing = Placing::Alone {
        action: &placing,
        version: brief.version,
    };
    Ok(html! {
        (ui::page_head(lang, PageHead {
            title: &t.issue_title(),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs"), Crumb::new(t.draft_title(), &back)],
            ..PageHead::default()
        }))
        @if let Some(text) = problem { (ui::notice(lang, &Notice { kind: NoticeKind::Error, text, ..Notice::default() })) }
        (checked(lang, &check, placing))
        @if check.is_complete() {
            (ui::form::form(lang, FormFrame { action: &action, ..FormFrame::default() }, html! {
                (ui::form::hidden("entry", &entry))
                (ui::form::hidden("seen_version", &version))
                (ui::form::hidden("seen_numbers", &sign))
                @for concern in check.concerns() {
                    @let id = format!("meant-{}", concern.code());
                    (ui::form::checkbox(lang, Field { id: &id, ..Field::new("meant", &meant(lang, concern), concern.code()).required() }, false))
                }
                p { (t.issue_consequence()) }
                (ui::acts(html! {
                    (ui::button(Button { label: &t.issue_now(), act: Act::Primary, ..Button::default() }))
                    (ui::link_button(&t.back_to_draft(), &back, Act::Quiet, None))
                }))
            }))
        } @else {
            (ui::acts(ui::link_button(&t.back_to_draft(), &back, Act::Primary, None)))
        }
        (on_sheet(lang, brief, &read, &directory))
    })
}

/// The word by which somebody says that it is meant so.
fn meant(lang: kernel::Lang, concern: Concern) -> String {
    let t = words::texts(lang);
    match concern {
        Concern::TooLong => t.length_is_meant(),
        Concern::NoAddressees => t.no_addressees_is_meant(),
        Concern::WithoutRecords => t.without_records_is_meant(),
        Concern::Changed => t.changed_is_meant(),
        Concern::Contradicts => t.contradicts_is_meant(),
    }
}
