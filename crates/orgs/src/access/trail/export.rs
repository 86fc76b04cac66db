//! Exactly the acts that are listed, as a workbook.
use super::{Told, TrailXlsxUrl, Wanted, told};
use crate::words::texts;
use axum::extract::{Query, State};
use kernel::{Actor, Bilingual, Lang};
use ledger::entry::trail;
use sheets::{ExportColumn, Format, Shape, Value};
use web::{App, Download, WebError};

/// Most rows of one file; the days can be asked for in parts.
const ROWS_MAX: u64 = 200_000;

pub(super) async fn xlsx(
    _: TrailXlsxUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Query(wanted): Query<Wanted>,
) -> Result<Download, WebError> {
    let asked = wanted.understood(&app, &actor).await?;
    // One more than fits tells whether there are more.
    let mut entries = trail(app.db.reader(), &asked.trail, 0, ROWS_MAX + 1).await?;
    let cut = ROWS_MAX < entries.len() as u64;
    entries.truncate(ROWS_MAX as usize);
    let t = texts(lang);
    let mut rows: Vec<Vec<Value>> = told(&app, lang, &entries)
        .await?
        .into_iter()
        .map(|told| row(lang, told))
        .collect();
    if cut {
        rows.push(vec![t.trail_cut(ROWS_MAX.to_string()).into()]);
    }
    let title = t.trail_title();
    let bytes = sheets::export(Format::Xlsx, &title, &COLUMNS, rows, lang);
    let name = format!("{title} {} {}.xlsx", asked.from, asked.to);
    Ok(Download::xlsx(name, bytes.map_err(WebError::internal)?))
}

const COLUMNS: [ExportColumn; 8] = [
    ExportColumn::new(Bilingual::new("记录时间", "Recorded"), Shape::Text),
    ExportColumn::new(Bilingual::new("发生日期", "Happened"), Shape::Date),
    ExportColumn::new(Bilingual::new("操作", "Act"), Shape::Text),
    ExportColumn::new(Bilingual::new("操作人", "Who"), Shape::Text),
    ExportColumn::new(Bilingual::new("单位", "Unit"), Shape::Text),
    ExportColumn::new(Bilingual::new("对象", "Record"), Shape::Text),
    ExportColumn::new(Bilingual::new("理由", "Reason"), Shape::Text),
    ExportColumn::new(Bilingual::new("结果", "Result"), Shape::Text),
];

fn row(lang: Lang, told: Told) -> Vec<Value> {
    let t = texts(lang);
    let result = if told.succeeded {
        t.trail_succeeded()
    } else {
        t.trail_failed()
    };
    vec![
        told.recorded.into(),
        told.happened.into(),
        told.act.into(),
        told.who.into(),
        told.unit.into(),
        format!("{} {}", told.kind, told.id).into(),
        told.reason.into(),
        result.into(),
    ]
}
