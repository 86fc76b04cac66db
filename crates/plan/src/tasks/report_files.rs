//! Files that were sent along with reports. Whoever may see the task may see them.
use super::{
    report::{self, Report, ReportId},
    reporting::SUBJECT,
    task_page::seen,
};
use crate::{nodes::node::NodeId, words::texts};
use axum::{extract::State, response::Response};
use axum_extra::routing::TypedPath;
use files::{File, FileId, Record};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use sea_orm::{DbErr, EntityTrait};
use serde::Deserialize;
use std::collections::HashMap;
use web::{App, WebError};

/// The report as what files belong to.
pub fn record(report: ReportId) -> Record {
    Record::new(SUBJECT, report)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/task_reports/{report}/files/{file}")]
pub struct FileUrl {
    report: ReportId,
    file: FileId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/task_reports/{report}/files/{file}/preview")]
pub struct PreviewUrl {
    report: ReportId,
    file: FileId,
}

pub async fn save(
    url: FileUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let file = find(&app, &actor, url.report, url.file).await?;
    web::send_file(&app, &file).await
}

pub async fn preview(
    url: PreviewUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let file = find(&app, &actor, url.report, url.file).await?;
    web::send_preview(&app, &file).await
}

async fn find(app: &App, actor: &Actor, report: ReportId, file: FileId) -> Result<File, WebError> {
    let reader = app.db.reader();
    let report = report::Entity::find_by_id(report).one(reader).await?;
    let report = report
        .filter(|report| !report.withdrawn)
        .ok_or(WebError::NotFound)?;
    seen(app, actor, report.task).await?;
    let file = files::find(reader, &record(report.id), file).await?;
    file.ok_or(WebError::NotFound)
}

/// The files of some reports, by the report.
pub(super) struct FilesOf(HashMap<String, Vec<File>>);

impl FilesOf {
    pub async fn load(app: &App, reports: &[Report]) -> Result<FilesOf, DbErr> {
        let ids = reports.iter().map(|report| report.id);
        let files = files::of_many(app.db.reader(), SUBJECT, ids).await?;
        Ok(FilesOf(files))
    }

    pub fn list(&self, lang: Lang, report: ReportId) -> Markup {
        let files = self.0.get(&report.to_string());
        let path = format!("/task_reports/{report}");
        web::file_list(lang, &path, files.map_or(&[][..], Vec::as_slice))
    }
}

/// What was reported on a task, for whoever is to sign it off.
pub(super) async fn to_check(app: &App, lang: Lang, task: NodeId) -> Result<Markup, DbErr> {
    let t = texts(lang);
    let mut reports = report::of_task(app.db.reader(), task).await?;
    reports.retain(|report| !report.withdrawn && !report.superseded);
    let files = FilesOf::load(app, &reports).await?;
    let shown = html! {
        @for report in &reports {
            (ui::facts(&[
                ui::Fact::text(t.day(), &report.day.to_string()),
                ui::Fact::text(t.achieved(), &report.achieved),
                ui::Fact::new(t.evidence(), html! { (report.evidence) (files.list(lang, report.id)) }),
            ]))
        }
    };
    Ok(ui::section("reports", &t.reports(), html! {}, shown))
}

#[cfg(test)]
mod tests;
