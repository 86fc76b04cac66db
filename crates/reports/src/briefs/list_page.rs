//! Issued briefs, and the drafts of whoever writes them.
use super::{
    brief, drafting,
    drafting::Text,
    templates::{self, TemplateId},
};
use crate::{entries::moment, figures::sight, words};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Reach, Right, UnitId};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Column, Empty, Icon, PageHead, PageKind, Row, Table,
    form::{Choice, Field, Form as FormFrame},
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
    /// A template's id; empty for the head and foot of the last issue alone.
    #[serde(default)]
    template: String,
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
    let mut templates = vec![Choice::new("", t.begin_from_last())];
    for template in templates::usable(reader).await? {
        templates.push(Choice::new(template.id.to_string(), template.title));
    }
    let acts = actor.has(Right::Publish).then(|| {
        ui::form::form(lang, FormFrame { action: "/brief_drafts", id: "begin", ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::select(lang, Field::new("template", &t.begin_from(), "").condition(), &templates))
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
        @if actor.has(Right::Publish) { p class="hint" { a href="/brief_templates" { (t.templates_title()) } } }
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

/// Begins a draft from a template; name, office and addressees that it leaves open are those of the last issue: nobody
/// types them twice.
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
    let template = match input.template.parse::<TemplateId>() {
        Ok(id) => templates::find(reader, id).await?,
        Err(_) => None,
    };
    let template = template.map(|template| template.read()).unwrap_or_default();
    let or_last = |own: String, of_last: fn(&brief::Model) -> &String| match (own, &last) {
        (own, Some(last)) if own.is_empty() => of_last(last).clone(),
        (own, _) => own,
    };
    let office = or_last(template.office, |last| &last.office);
    let text = Text {
        name: or_last(template.name, |last| &last.name),
        office: if office.is_empty() {
            directory.name(unit, kernel::Lang::Zh).to_owned()
        } else {
            office
        },
        report_to: or_last(template.report_to, |last| &last.report_to),
        send_to: or_last(template.send_to, |last| &last.send_to),
        issue_to: or_last(template.issue_to, |last| &last.issue_to),
        copies: template
            .copies
            .or_else(|| last.as_ref()?.copies?.try_into().ok()),
        as_of: today,
        ..template
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
pub(super) async fn unit_of(app: &App, actor: &Actor) -> Result<Option<UnitId>, WebError> {
    let tree = app.book.tree(app.db.reader()).await?;
    Ok(match actor.reach(Right::Publish) {
        Reach::All => sight::home(&tree, actor, app.clock.today()),
        Reach::Some { below, only } => below.first().or(only.first()).copied(),
    })
}
