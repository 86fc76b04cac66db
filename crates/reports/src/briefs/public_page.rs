//! Issues that anybody may read, without an account: the sheet as it was printed. A number opens what it means; the records
//! behind it stay with those who may see them.
use super::{
    BriefId,
    embedded::record,
    frozen::{self, Issue},
    frozen_parts::FrozenEmbedded,
    issue_sheet::{Ways, issue_sheet},
    publication,
    sheet::Shown,
};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use files::FileId;
use kernel::Lang;
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{Crumb, Empty, PageHead, PageKind, Row, Table};
use web::{
    Access, App, Frame, Pages, Paging, PublicItem, PublicPart, PublicSource, PublicWay, WebError,
};

/// Where all of them are listed.
const PUBLIC_BRIEFS: &str = "/public_briefs";
/// Issues that the portal names before it leads on.
const SHOWN_MAX: u64 = 4;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, list)
        .get(Access::Anyone, show)
        .get(Access::Anyone, picture)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/public_briefs")]
pub struct PublicBriefsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/public_briefs/{total}")]
pub struct PublicBriefUrl {
    pub total: i32,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/public_briefs/{total}/pictures/{file}")]
pub struct PublicPictureUrl {
    pub total: i32,
    pub file: FileId,
}

pub fn part() -> PublicSource {
    PublicSource::new(async |app: App, lang: Lang| {
        let t = words::texts(lang);
        let (issues, count) = publication::public(app.db.reader(), 0, SHOWN_MAX).await?;
        let items = issues.into_iter().map(|issue| {
            let total = issue.issue_total.unwrap_or_default();
            PublicItem {
                title: issue.title,
                detail: issue
                    .issued_on
                    .map_or_else(String::new, |day| paper::write_date(day, lang)),
                href: PublicBriefUrl { total }.to_string(),
            }
        });
        Ok(PublicPart {
            key: "briefs",
            order: 60,
            title: t.public_briefs(),
            text: match count {
                0 => t.public_briefs_none(),
                _ => t.public_briefs_sub(),
            },
            items: items.collect(),
            ways: vec![PublicWay::new(t.public_briefs_all(), PUBLIC_BRIEFS)],
        })
    })
}

async fn list(
    _: PublicBriefsUrl,
    State(app): State<App>,
    paging: Paging,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, words::texts(frame.lang));
    let reader = app.db.reader();
    let (issues, count) = publication::public(reader, paging.offset(), paging.limit()).await?;
    let rows = issues.iter().map(|issue| {
        let total = issue.issue_total.unwrap_or_default();
        let href = PublicBriefUrl { total }.to_string();
        Row::new(vec![
            html! { a href=(href) { (issue.title) } },
            html! { (issue.office) },
            html! { @if let Some(day) = issue.issued_on { (paper::write_date(day, lang)) } },
        ])
    });
    let (title, empty) = (t.public_briefs(), t.public_briefs_none());
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.public_briefs_sub()) } }), ..PageHead::default() }))
        (ui::table(lang, Table {
            caption: &title,
            columns: vec![ui::Column::title(t.column_title()).wide(), ui::Column::text(t.column_office()), ui::Column::text(t.column_issued_on())],
            rows: rows.collect(),
            empty: Some(Empty { title: &empty, text: &t.public_briefs_none_text(), act: None }),
            ..Table::default()
        }))
        (ui::pager(lang, paging.pager(&frame.path, count)))
    };
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

/// The issue, if it is public.
async fn found(app: &App, total: i32) -> Result<(BriefId, Issue), WebError> {
    let reader = app.db.reader();
    if !publication::is_public(reader, total).await? {
        return Err(WebError::NotFound);
    }
    let found = frozen::find(reader, total).await?;
    found.ok_or(WebError::NotFound)
}

/// What a number means, below the sheet.
struct Meaning {
    shown: String,
    what: String,
    definition: String,
}

async fn show(
    url: PublicBriefUrl,
    State(app): State<App>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let (_, mut issue) = found(&app, url.total).await?;
    let directory = Directory::load(reader).await?;
    let mut meanings = Vec::new();
    for number in &issue.numbers {
        let definition = number.definition(reader).await?;
        let unit = directory.name(number.unit, lang);
        let until = paper::write_date(number.as_of, lang);
        meanings.push(Meaning {
            shown: number.shown.clone(),
            what: words::texts(lang).public_number(definition.title(lang), unit, until),
            definition: definition.in_words(lang).to_owned(),
        });
    }
    let shown: Vec<Shown> = (1..)
        .zip(&issue.numbers)
        .map(|(index, number)| Shown {
            text: number.shown.clone(),
            href: anchor(index),
            mark: None,
        })
        .collect();
    // Nobody outside needs to know how many were printed.
    issue.copies = None;
    let total = url.total;
    let ways = Ways {
        picture: &|file| PublicPictureUrl { total, file }.to_string(),
        before: &|one| anchor(one.new + 1),
    };
    let sheet = issue_sheet(lang, &issue, &shown, &[], &ways);
    let main = view(lang, &issue, &sheet, &meanings);
    Ok(frame.kind(PageKind::Public).page(&issue.title, main))
}

fn anchor(index: usize) -> String {
    format!("#number-{index}")
}

fn view(lang: Lang, issue: &Issue, sheet: &Markup, meanings: &[Meaning]) -> Markup {
    let t = words::texts(lang);
    html! {
        (ui::page_head(lang, PageHead {
            title: &issue.title,
            sub: Some(html! { p { (t.issue_number(issue.number, issue.total)) } }),
            crumbs: &[Crumb::new(t.public_briefs(), PUBLIC_BRIEFS)],
            ..PageHead::default()
        }))
        (sheet)
        @if !meanings.is_empty() {
            (ui::section("numbers", &t.public_numbers(), html! {}, html! {
                ol {
                    @for (index, meaning) in (1..).zip(meanings) {
                        li id=(anchor(index).trim_start_matches('#')) {
                            strong { (meaning.shown) } " " (meaning.what)
                            p class="hint" { (meaning.definition) }
                        }
                    }
                }
            }))
        }
    }
}

/// Only what was printed: other pictures of the draft stay inside.
async fn picture(url: PublicPictureUrl, State(app): State<App>) -> Result<Response, WebError> {
    let (id, issue) = found(&app, url.total).await?;
    let is_printed = issue.embedded.iter().any(|one| match one {
        FrozenEmbedded::Picture(picture) => picture.file == url.file,
        _ => false,
    });
    let file = files::find(app.db.reader(), &record(id), url.file).await?;
    let file = file.filter(|file| is_printed && file.kind().is_picture());
    let file = file.ok_or(WebError::NotFound)?;
    Ok(web::send_file(&app, &file).await?.into_response())
}
