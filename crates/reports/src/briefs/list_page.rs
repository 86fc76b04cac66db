//! Issued briefs, and the drafts of whoever writes them.
use super::{brief, drafting, drafting::Text};
use crate::{entries::moment, figures::sight, words};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Reach, Right, UnitId};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Column, Empty, Icon, PageHead, PageKind, Row, Table, form::Form as FormFrame,
};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), show)
        .post(Access::Right(Right::Publish), begin)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs")]
pub struct BriefsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts")]
pub struct DraftsUrl;

#[derive(Debug, Deserialize)]
struct Begin {
    entry: EntryId,
}

async fn show(
    _: BriefsUrl,
    State(app): State<App>,
    actor: Actor,
    paging: Paging,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let (issues, total) = brief::issues(reader, paging.offset(), paging.limit()).await?;
    let tree = app.book.tree(reader).await?;
    let (reach, today) = (actor.reach(Right::Publish), app.clock.today());
    let drafts: Vec<brief::Model> = match actor.has(Right::Publish) {
        true => {
            let drafts = brief::drafts(reader).await?.into_iter();
            drafts
                .filter(|draft| tree.reaches(&reach, draft.unit_id, today))
                .collect()
        }
        false => Vec::new(),
    };
    let title = t.briefs_title();
    let entry = uuid::Uuid::now_v7().to_string();
    let acts = actor.has(Right::Publish).then(|| {
        ui::form::form(lang, FormFrame { action: "/brief_drafts", ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::button(Button { label: &t.brief_begin(), act: Act::Primary, icon: Some(Icon::Add), ..Button::default() }))
        })
    });
    let issued = issues.iter().map(|brief| {
        let number = brief.issue_total.unwrap_or_default();
        let href = format!("/briefs/{number}");
        Row::new(vec![
            html! { (t.issue_number(brief.issue_number.unwrap_or_default(), number)) },
            html! { a href=(href) { (brief.title) } },
            html! { (brief.office) },
            html! { @if let Some(day) = brief.issued_on { (day) } },
        ])
    });
    let drafted = drafts.iter().map(|draft| {
        let title = if draft.title.is_empty() {
            t.brief_untitled()
        } else {
            draft.title.clone()
        };
        Row::new(vec![
            html! { a href=(super::draft_page::url(draft.id)) { (title) } },
            html! { (draft.office) },
            html! { (moment(draft.changed_at)) },
        ])
    });
    let (empty_title, empty_text) = (t.briefs_empty_title(), t.briefs_empty_text());
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.briefs_sub()) } p { a href="/seals" { (t.seals_link()) } } }), acts, crumbs: &[] }))
        @if !drafts.is_empty() {
            (ui::section("drafts", &t.drafts_heading(), html! {}, ui::table(lang, Table {
                caption: &t.drafts_heading(),
                columns: vec![Column::title(t.column_title()).wide(), Column::text(t.column_office()), Column::text(t.column_changed())],
                rows: drafted.collect(),
                ..Table::default()
            })))
        }
        (ui::section("issued", &t.issued_heading(), html! {}, html! {
            (ui::table(lang, Table {
                caption: &t.issued_heading(),
                columns: vec![
                    Column::text(t.column_issue()),
                    Column::title(t.column_title()).wide(),
                    Column::text(t.column_office()),
                    Column::text(t.column_issued_on()),
                ],
                rows: issued.collect(),
                empty: Some(Empty { title: &empty_title, text: &empty_text, act: None }),
                ..Table::default()
            }))
            (ui::pager(lang, paging.pager(&frame.path, total)))
        }))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

/// Begins a draft with the name, office and addressees of the last issue: nobody types them twice.
async fn begin(
    _: DraftsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Begin>,
) -> Result<Response, WebError> {
    let t = words::texts(frame.lang);
    let reader = app.db.reader();
    let today = app.clock.today();
    let unit = unit_of(&app, &actor).await?.ok_or(WebError::NotFound)?;
    let directory = Directory::load(reader).await?;
    let last = brief::issues(reader, 0, 1).await?.0.pop();
    let text = Text {
        name: last
            .as_ref()
            .map(|last| last.name.clone())
            .unwrap_or_default(),
        office: last.as_ref().map_or_else(
            || directory.name(unit, kernel::Lang::Zh).to_owned(),
            |last| last.office.clone(),
        ),
        report_to: last
            .as_ref()
            .map(|last| last.report_to.clone())
            .unwrap_or_default(),
        send_to: last
            .as_ref()
            .map(|last| last.send_to.clone())
            .unwrap_or_default(),
        issue_to: last
            .as_ref()
            .map(|last| last.issue_to.clone())
            .unwrap_or_default(),
        as_of: today,
        ..Text::default()
    };
    match drafting::begin(&app.book, &actor, input.entry, unit, &text).await {
        Ok(draft) => Ok(web::done(
            &super::draft_page::url(draft.id),
            &t.brief_begun(),
        )),
        Err(drafting::DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}

/// The unit for which somebody publishes: the top of what they reach.
async fn unit_of(app: &App, actor: &Actor) -> Result<Option<UnitId>, WebError> {
    let tree = app.book.tree(app.db.reader()).await?;
    Ok(match actor.reach(Right::Publish) {
        Reach::All => sight::home(&tree, actor, app.clock.today()),
        Reach::Some { below, only } => below.first().or(only.first()).copied(),
    })
}
