//! What my units were told of their cases; and the job that tells it each working day.
use super::{
    links,
    notice::{self, Stage},
    sight::Sight,
    store::{self, Case},
};
use crate::words::texts;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use jobs::{Job, JobError, Progress};
use kernel::{Actor, Bilingual, Lang};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{Column, Crumb, Empty, PageHead, PageKind, Row, Table, Tone};
use web::{App, Frame, JobKind, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/notices")]
pub struct NoticesUrl;

pub async fn show(
    _: NoticesUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let sight = Sight::of(&app, &actor).await?;
    let reader = app.db.reader();
    let page = (paging.offset(), paging.limit());
    let (notices, total) = notice::of(reader, &sight.own, page).await?;
    let ids = notices.iter().map(|notice| notice.case_id);
    let cases = store::Entity::find().filter(store::Column::Id.is_in(ids));
    let cases = cases.all(reader).await?.into_iter();
    let cases: HashMap<_, Case> = cases.map(|case| (case.id, case)).collect();
    let rows = notices.iter().filter_map(|notice| {
        let case = cases.get(&notice.case_id)?;
        let stage = Stage::from_code(&notice.stage)?;
        Some(Row::new(vec![
            html! { (notice.day) },
            ui::status_light(tone(stage), &said(lang, stage)),
            html! { a href=(links::case(case.id)) { (case.title) } div class="hint" { (case.number) } },
            html! { (notice.due_on) },
            html! { (sight.directory.name(notice.unit, lang)) },
        ]))
    });
    let title = t.notices();
    let table = Table {
        caption: &title,
        columns: vec![
            Column::text(t.notice_day()),
            Column::text(t.notice_stage()),
            Column::title(t.case_what()).wide(),
            Column::text(t.case_due()),
            Column::text(t.case_unit()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.notices_none(),
            text: &t.notices_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.notices_sub()) } }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

fn said(lang: Lang, stage: Stage) -> String {
    let t = texts(lang);
    match stage {
        Stage::Soon => t.stage_soon(),
        Stage::Today => t.stage_today(),
        Stage::Late => t.stage_late(),
        Stage::Unacknowledged => t.stage_unacknowledged(),
        Stage::Unreported => t.stage_unreported(),
        Stage::Recheck => t.stage_recheck(),
    }
}

fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Soon | Stage::Recheck => Tone::Info,
        Stage::Today | Stage::Unreported => Tone::Attention,
        Stage::Late | Stage::Unacknowledged => Tone::Bad,
    }
}

/// Before offices open: what is due is told to the units that have it.
pub(crate) fn job() -> JobKind {
    let title = Bilingual::new("诉求到期提醒", "Reminders of cases");
    JobKind::new(
        "serve.case_notices",
        title,
        async |app: App, _: Job, _: Progress| {
            let days = orgs::working_days(app.db.reader())
                .await
                .map_err(JobError::failed)?;
            let told = notice::tell(&app.book, &days).await?;
            Ok(serde_json::json!({ "told": told }))
        },
    )
    .daily_at(7, 30)
}
