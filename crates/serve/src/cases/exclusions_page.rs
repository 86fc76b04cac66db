//! Cases that are left out of the rates, each with why, who asked and who approved it.
use super::{
    case::Act,
    history::Names,
    links,
    raising::SUBJECT,
    said,
    sight::Sight,
    store::{self, Case, note},
};
use crate::words::texts;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, PersonId};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use ui::{Column, Crumb, Empty, PageHead, PageKind, Row, Table, Tone};
use web::{App, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/exclusions")]
pub struct ExclusionsUrl;

/// One line: the case, why, who asked, who approved and when.
struct Line {
    case: Case,
    why: String,
    asked_by: Option<PersonId>,
    approved: Option<(PersonId, String)>,
}

pub async fn show(
    _: ExclusionsUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let sight = Sight::of(&app, &actor).await?;
    let reader = app.db.reader();
    let found = store::Entity::find()
        .filter(store::Column::LeftOut.is_not_null())
        .filter(sight.among());
    let total = found.clone().count(reader).await?;
    let cases = found
        .order_by_asc(store::Column::LeftOut)
        .order_by_desc(store::Column::RaisedAt)
        .offset(paging.offset())
        .limit(paging.limit())
        .all(reader)
        .await?;
    let mut lines = Vec::new();
    for case in cases {
        lines.push(line(&app, case).await?);
    }
    let people = lines.iter().flat_map(|line| {
        let approved = line.approved.as_ref().map(|(by, _)| *by);
        [line.asked_by, approved].into_iter().flatten()
    });
    let names = Names::of(&app, lang, people).await?;
    let rows = lines.iter().map(|line| {
        let asked_by = line.asked_by.map(|by| names.name(by)).unwrap_or_default();
        Row::new(vec![
            html! { a href=(links::case(line.case.id)) { (line.case.title) } div class="hint" { (line.case.number) } },
            html! { (said::kind(lang, line.case.kind())) },
            html! { (line.why) },
            html! { (asked_by) },
            html! {
                @match &line.approved {
                    Some((by, on)) => { (t.fact_said(on.as_str(), names.name(*by))) }
                    None => { (ui::badge(Tone::Attention, &t.case_left_out_asked())) }
                }
            },
        ])
    });
    let title = t.exclusions();
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.case_what()),
            Column::text(t.case_kind()),
            Column::text(t.exclusions_why()).wide(),
            Column::text(t.exclusions_asked_by()),
            Column::text(t.exclusions_approved()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.exclusions_none(),
            text: &t.exclusions_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.exclusions_sub()) } }),
        crumbs: &[
            Crumb::new(t.cases(), links::CASES),
            Crumb::new(t.rates(), links::RATES),
        ],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

async fn line(app: &App, case: Case) -> Result<Line, WebError> {
    let reader = app.db.reader();
    let entries = entry::history(reader, SUBJECT, &case.id.to_string()).await?;
    let last = |act: Act| {
        let of = entries
            .iter()
            .filter(move |entry| entry.kind == act.entry_kind());
        of.max_by_key(|entry| entry.seq)
    };
    let asked = last(Act::ExclusionRequest);
    let approved = last(Act::Exclusion).filter(|_| case.left_out.as_deref() == Some("granted"));
    let notes = note::of(reader, case.id).await?;
    let why = asked.and_then(|asked| notes.iter().find(|note| note.entry == asked.id));
    Ok(Line {
        why: why.map_or_else(String::new, |note| note.noted.clone()),
        asked_by: asked.map(|asked| asked.actor),
        approved: approved.map(|entry| (entry.actor, entry.happened_on.to_string())),
        case,
    })
}
