//! The list behind a number as a file: exactly these rows, with definition, parameters, day and total.
use super::{
    Asked, ask, asked,
    opened::{Opened, open},
    records::{self, Page, Wanted},
    rows::{self, RecordRow},
    shown, sight,
};
use crate::words;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveTime;
use kernel::{Actor, Bilingual, Lang, Right};
use ledger::{
    Flow,
    figure::{self, Shape},
};
use orgs::Directory;
use serde::Deserialize;
use sheets::{ExportColumn, Format, Value};
use web::{Access, App, Download, Pages, WebError};

/// Most rows of one file; it says so when there are more.
pub const ROWS_MAX: u64 = 50_000;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), xlsx)
        .get(Access::Right(Right::Read), csv)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}/records.xlsx")]
pub struct XlsxUrl {
    figure: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}/records.csv")]
pub struct CsvUrl {
    figure: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct More {
    side: usize,
}

async fn xlsx(
    url: XlsxUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Query(asked): Query<Asked>,
    Query(more): Query<More>,
) -> Result<Download, WebError> {
    let (name, bytes) = file(
        &app,
        &actor,
        lang,
        &url.figure,
        &asked,
        more.side,
        Format::Xlsx,
    )
    .await?;
    Ok(Download::xlsx(format!("{name}.xlsx"), bytes))
}

async fn csv(
    url: CsvUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Query(asked): Query<Asked>,
    Query(more): Query<More>,
) -> Result<Download, WebError> {
    let (name, bytes) = file(
        &app,
        &actor,
        lang,
        &url.figure,
        &asked,
        more.side,
        Format::Csv,
    )
    .await?;
    Ok(Download {
        name: format!("{name}.csv"),
        content_type: "text/csv; charset=utf-8",
        bytes,
    })
}

async fn file(
    app: &App,
    actor: &Actor,
    lang: Lang,
    code: &str,
    asked: &Asked,
    side: usize,
    format: Format,
) -> Result<(String, Vec<u8>), WebError> {
    let reader = app.db.reader();
    let definition = figure::find(reader, code, None)
        .await?
        .ok_or(WebError::NotFound)?;
    let directory = Directory::load(reader).await?;
    let today = app.clock.today();
    let tree = app.book.tree(reader).await?;
    let home = sight::home(&tree, actor, today).ok_or(WebError::NotFound)?;
    let scope = ask(reader, &directory, asked, home, today).await?;
    let scope = scope.map_err(|error| WebError::Unreadable(error.to_string()))?;
    let opened = open(reader, &app.book, &directory, actor, definition, scope).await?;
    let opened = opened
        .ok_or(WebError::NotFound)?
        .map_err(WebError::internal)?;
    let wanted = Wanted {
        side: side.min(records::sides(&opened.compiled) - 1),
        up_to: None,
        skip: 0,
        take: ROWS_MAX,
    };
    let page = records::list(
        reader,
        &app.book,
        &opened.definition,
        &opened.scope,
        &opened.own,
        wanted,
    );
    let page = page.await?.map_err(WebError::internal)?;
    let rows = rows::rows(app, lang, actor, &directory, &page.rows).await?;
    let title = opened.definition.title(lang).to_owned();
    let lines = lines(lang, &opened, &directory, &page, &rows);
    let bytes =
        sheets::export(format, &title, &COLUMNS, lines, lang).map_err(WebError::internal)?;
    Ok((format!("{title} {}", opened.scope.as_of), bytes))
}

const COLUMNS: [ExportColumn; 8] = [
    ExportColumn::new(Bilingual::new("日期", "Day"), sheets::Shape::Date),
    ExportColumn::new(Bilingual::new("单位", "Unit"), sheets::Shape::Text),
    ExportColumn::new(Bilingual::new("单位编码", "Unit code"), sheets::Shape::Code),
    ExportColumn::new(Bilingual::new("类别", "Kind"), sheets::Shape::Text),
    ExportColumn::new(Bilingual::new("记录", "Record"), sheets::Shape::Text),
    ExportColumn::new(Bilingual::new("说明", "Detail"), sheets::Shape::Text),
    ExportColumn::new(Bilingual::new("数量", "Quantity"), sheets::Shape::Whole),
    ExportColumn::new(Bilingual::new("台账编号", "Entry"), sheets::Shape::Code),
];

/// The records, what is masked, the total; then what the list is a list of.
fn lines(
    lang: Lang,
    opened: &Opened,
    directory: &Directory,
    page: &Page,
    rows: &[RecordRow],
) -> Vec<Vec<Value>> {
    let t = words::texts(lang);
    let number = |quantity: i64| Value::Number(quantity as f64);
    let mut lines: Vec<Vec<Value>> = rows.iter().map(|row| line(lang, row)).collect();
    let rest = |text: String, value: Value| {
        vec![
            Value::Empty,
            Value::Empty,
            Value::Empty,
            Value::Empty,
            Value::Text(text.into()),
            Value::Empty,
            value,
        ]
    };
    if page.masked != records::Tally::default() {
        lines.push(rest(
            t.rows_masked(page.masked.count),
            number(page.masked.total),
        ));
    }
    let shown = u64::try_from(page.open.count).unwrap_or(0);
    if ROWS_MAX < shown {
        lines.push(rest(t.export_cut(ROWS_MAX), Value::Empty));
    }
    if opened.compiled.flow != Flow::Peak {
        lines.push(rest(t.total(), number(page.total())));
    }
    let value = shown::write_as_defined(&opened.definition, opened.value, lang);
    let of = if matches!(opened.compiled.shape, Shape::Sum(_)) {
        t.export_figure()
    } else {
        t.export_share()
    };
    let campaign = opened
        .scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.title(lang));
    lines.push(Vec::new());
    for (label, text) in [
        (of, format!("{} {value}", opened.definition.title(lang))),
        (
            t.export_definition(),
            opened.definition.in_words(lang).to_owned(),
        ),
        (t.export_formula(), opened.definition.formula.clone()),
        (
            t.export_scope(),
            asked::in_words(&opened.scope, directory, lang),
        ),
        (t.field_campaign(), campaign.unwrap_or_default().to_owned()),
    ] {
        lines.push(vec![
            Value::Empty,
            Value::Text(label.into()),
            Value::Empty,
            Value::Empty,
            Value::Text(text.into()),
        ]);
    }
    lines
}

fn line(lang: Lang, row: &RecordRow) -> Vec<Value> {
    let t = words::texts(lang);
    let text = |text: &str| {
        if text.is_empty() {
            Value::Empty
        } else {
            Value::Text(text.into())
        }
    };
    vec![
        Value::Moment(row.day.and_time(NaiveTime::MIN)),
        text(&row.unit),
        text(&row.unit_code),
        text(&row.kind),
        if row.is_open {
            text(&row.title)
        } else {
            Value::Text(t.row_masked().into())
        },
        if row.is_open {
            text(&row.detail)
        } else {
            Value::Empty
        },
        Value::Number(row.quantity as f64),
        Value::Text(row.entry.to_string().into()),
    ]
}
