//! An issued brief: the paper as it was printed; every number opens what it was counted from.
use super::{
    draft_page::foot,
    frozen::{self, Issue},
    paper::{DocxError, brief_docx, number_url},
    sheet::{Sheet, Shown, sheet},
};
use crate::{entries, words};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Crumb, Icon, PageHead, PageKind};
use web::{Access, App, Download, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), show)
        .get(Access::Right(Right::Read), docx)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}")]
pub struct BriefUrl {
    pub total: i32,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}/brief.docx")]
pub struct DocxUrl {
    pub total: i32,
}

async fn show(url: BriefUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let (id, issue) = frozen::find(reader, url.total)
        .await?
        .ok_or(WebError::NotFound)?;
    let t = words::texts(lang);
    let mut shown = Vec::new();
    for (index, number) in (1..).zip(&issue.numbers) {
        let now = frozen::today(reader, &app.book, number).await?;
        let changed = now.map(|now| now != number.value.value()).unwrap_or(true);
        shown.push(Shown {
            text: number.shown.clone(),
            href: number_url(issue.total, index),
            mark: changed.then(|| t.number_differs()),
        });
    }
    let history = entries::history(&app, lang, super::brief::SUBJECT, &id.to_string()).await?;
    let title = issue.title.clone();
    let main = view(lang, &issue, &shown, history);
    Ok(frame.kind(PageKind::Brief).page(&title, main))
}

fn view(lang: Lang, issue: &Issue, shown: &[Shown], history: Markup) -> Markup {
    let t = words::texts(lang);
    let href = format!("/briefs/{}/brief.docx", issue.total);
    let zh = words::texts(Lang::Zh);
    let changed = shown.iter().filter(|number| number.mark.is_some()).count();
    html! {
        (ui::page_head(lang, PageHead {
            title: &issue.title,
            sub: Some(html! { p { (t.issue_number(issue.number, issue.total)) } }),
            acts: Some(ui::link_button(&t.brief_word(), &href, Act::Plain, Some(Icon::Download))),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs")],
        }))
        p class="hint" { (t.brief_numbers_open(issue.numbers.len())) @if 0 < changed { " " (t.brief_numbers_changed(changed)) } }
        (sheet(lang, &Sheet {
            name: &issue.name,
            issue: &zh.issue_number(issue.number, issue.total),
            office: &issue.office,
            date: &paper::write_date(issue.date, Lang::Zh),
            title: &issue.title,
            editors_note: &issue.editors_note,
            blocks: &issue.blocks,
            foot: &foot(Lang::Zh, [issue.report_to.clone(), issue.send_to.clone(), issue.issue_to.clone()]),
        }, shown))
        (ui::section("history", &t.history_heading(), html! {}, history))
    }
}

async fn docx(url: DocxUrl, State(app): State<App>) -> Result<Download, WebError> {
    match brief_docx(&app.db, &app.settings.public_url, url.total).await {
        Ok(bytes) => {
            let (_, issue) = frozen::find(app.db.reader(), url.total)
                .await?
                .ok_or(WebError::NotFound)?;
            let t = words::texts(Lang::Zh);
            let name = format!(
                "{}{}.docx",
                issue.name,
                t.issue_number(issue.number, issue.total)
            );
            Ok(Download::docx(name, bytes))
        }
        Err(DocxError::NotFound(_)) => Err(WebError::NotFound),
        Err(DocxError::Paper(source)) => Err(WebError::internal(source)),
        Err(DocxError::Database(source)) => Err(source.into()),
    }
}
