//! An issued brief: the paper as it was printed; every number opens what it was counted from.
use super::{
    frozen::{self, Issue},
    issue_sheet::{Ways, issue_sheet},
    paper::{DocxError, brief_docx, number_url},
    pdf, pictures,
    publication::{self, PublicationError},
    restating,
    sheet::Shown,
};
use crate::{
    entries,
    figures::firmness::{self, Firm},
    words,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::figure;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Button, Crumb, Icon, Notice, NoticeKind, PageHead, PageKind};
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

async fn show(
    url: BriefUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let (id, issue) = frozen::find(reader, url.total)
        .await?
        .ok_or(WebError::NotFound)?;
    let t = words::texts(lang);
    let restated = restating::of_issue(reader, issue.total).await?;
    let mut shown = Vec::new();
    let mut changed = Vec::new();
    let mut firm = Firm::default();
    let periods = ledger::periods(reader).await?;
    for (index, number) in (1..).zip(&issue.numbers) {
        let (definition, scope) = (number.definition(reader).await?, number.scope());
        firm.add(
            index,
            firmness::of(&app.book, &periods, &definition, &scope),
        );
        let now = figure::evaluate(reader, &app.book, &definition, &scope).await?;
        if now.map(|now| now != number.value.value()).unwrap_or(true) {
            changed.push(index - 1);
        }
        let place = i32::try_from(index).unwrap_or(i32::MAX);
        let newest = restated.iter().rfind(|one| one.number == place);
        let is_changed = changed.last() == Some(&(index - 1));
        shown.push(Shown {
            text: number.shown.clone(),
            href: number_url(issue.total, index),
            mark: match newest {
                Some(one) => Some(t.number_restated_in(one.by_total)),
                None => is_changed.then(|| t.number_differs()),
            },
        });
    }
    let sheet = {
        let ways = Ways {
            picture: &|file| pictures::src(id, file),
            before: &|one| number_url(one.total, one.number),
        };
        issue_sheet(lang, &issue, &shown, &changed, &ways)
    };
    let publishes = match publication::of_theirs(&app.book, &actor, url.total).await {
        Ok(_) => true,
        Err(PublicationError::NoSuchIssue) => false,
        Err(error) => return Err(error.into()),
    };
    let seen = Seen {
        lang,
        publishes,
        is_public: publication::is_public(reader, url.total).await?,
        sheet,
        restated: restated_in(lang, &issue, &restated),
        history: entries::history(&app, lang, super::brief::SUBJECT, &id.to_string()).await?,
        changed: changed.len(),
        firm,
        issue,
    };
    let main = view(&seen);
    Ok(frame.kind(PageKind::Brief).page(&seen.issue.title, main))
}

struct Seen {
    lang: Lang,
    /// Whether this person may put it on the portal.
    publishes: bool,
    is_public: bool,
    issue: Issue,
    sheet: Markup,
    restated: Markup,
    history: Markup,
    /// How many numbers would be others today.
    changed: usize,
    firm: Firm,
}

fn firm_view(lang: Lang, firm: &Firm) -> Markup {
    let t = words::texts(lang);
    let date = |day| paper::write_date(day, lang);
    html! {
        @if let Some((count, through)) = firm.closed {
            p class="hint" { a href="/periods" { (t.brief_numbers_closed(count, date(through))) } }
        }
        @if let Some(reopened) = &firm.reopened {
            (ui::notice(lang, &Notice {
                kind: NoticeKind::Warning,
                text: &t.brief_numbers_reopened(date(reopened.through), reopened.numbers),
                act: Some((&t.periods_open(), "/periods")),
                ..Notice::default()
            }))
        }
    }
}

/// Which numbers were said anew, and where.
fn restated_in(lang: Lang, issue: &Issue, restated: &[restating::Model]) -> Markup {
    let t = words::texts(lang);
    html! {
        @if !restated.is_empty() {
            div class="sheet-checks" {
                p { strong { (t.brief_restated()) } }
                ul {
                    @for one in restated {
                        @let index = usize::try_from(one.number).unwrap_or_default();
                        @let old = issue.numbers.get(index.wrapping_sub(1)).map(|number| number.shown.as_str()).unwrap_or_default();
                        li {
                            a href=(number_url(issue.total, index)) { (t.brief_restated_number(index, old)) } " "
                            a href={ "/briefs/" (one.by_total) } { (t.number_restated_in(one.by_total)) }
                        }
                    }
                }
            }
        }
    }
}

fn view(seen: &Seen) -> Markup {
    let (lang, issue) = (seen.lang, &seen.issue);
    let t = words::texts(lang);
    let word = format!("/briefs/{}/brief.docx", issue.total);
    let pdf = format!("/briefs/{}/brief.pdf", issue.total);
    let publication = format!("/briefs/{}/publication", issue.total);
    let publish = match seen.is_public {
        true => t.publication_off(),
        false => t.publication_on(),
    };
    let acts = html! {
        @if seen.publishes { (ui::link_button(&publish, &publication, Act::Plain, None)) }
        (ui::link_button(&t.brief_word(), &word, Act::Plain, Some(Icon::Download)))
        @if pdf::is_possible() {
            form method="post" action=(pdf) { (ui::button(Button { label: &t.brief_pdf(), icon: Some(Icon::Download), ..Button::default() })) }
        }
    };
    html! {
        (ui::page_head(lang, PageHead {
            title: &issue.title,
            sub: Some(html! { p { (t.issue_number(issue.number, issue.total)) } }),
            acts: Some(acts),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs")],
        }))
        p class="hint" { (t.brief_numbers_open(issue.numbers.len())) @if 0 < seen.changed { " " (t.brief_numbers_changed(seen.changed)) } }
        @if seen.is_public { p class="hint" { a href={ "/public_briefs/" (issue.total) } { (t.publication_is_public()) } } }
        (firm_view(lang, &seen.firm))
        (seen.restated)
        (seen.sheet)
        (ui::section("history", &t.history_heading(), html! {}, seen.history.clone()))
    }
}

async fn docx(url: DocxUrl, State(app): State<App>) -> Result<Download, WebError> {
    match brief_docx(&app.db, &app.files, &app.settings.public_url, url.total).await {
        Ok(bytes) => {
            let name = super::paper::file_name(&app.db, url.total, "docx").await?;
            Ok(Download::docx(name, bytes))
        }
        Err(DocxError::NotFound(_)) => Err(WebError::NotFound),
        Err(DocxError::Paper(source)) => Err(WebError::internal(source)),
        Err(DocxError::Database(source)) => Err(source.into()),
        Err(DocxError::Files(source)) => Err(WebError::internal(source)),
    }
}
