//! The list behind a number as a file: exactly these rows, with definition, parameters, day and total.
use super::{
    Asked, ask, asked,
    opened::{Look, Opened, open},
    records::{self, Page, Wanted},
    rows::{self, RecordRow},
    shown, sight,
};
use crate::words;
use axum::extract::{FromRequestParts, Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveTime;
use kernel::{Actor, Bilingual, Lang, Right};
use ledger::{Flow, entry, figure};
use orgs::Directory;
use serde::Deserialize;
use sheets::{ExportColumn, Format, Value};
use web::{Access, App, Download, Pages, WebError};

/// Most records of one file: a sheet of a workbook has 1,048,576 rows (ECMA-376, part 1), of which the head, the total and
/// the definition take some. A file says so when there are more.
pub const ROWS_MAX: u64 = 1_048_576 - 76;

/// Records that are read and put into words at once.
const ROWS_AT_ONCE: u64 = 50_000;

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

/// Which list is asked for, by whom.
#[derive(FromRequestParts)]
#[from_request(state(App))]
struct Request {
    #[from_request(via(State))]
    app: App,
    actor: Actor,
    lang: Lang,
    #[from_request(via(Query))]
    asked: Asked,
    #[from_request(via(Query))]
    more: More,
}

async fn xlsx(url: XlsxUrl, request: Request) -> Result<Download, WebError> {
    let (name, bytes) = request.file(&url.figure, Format::Xlsx).await?;
    Ok(Download::xlsx(format!("{name}.xlsx"), bytes))
}

async fn csv(url: CsvUrl, request: Request) -> Result<Download, WebError> {
    let (name, bytes) = request.file(&url.figure, Format::Csv).await?;
    Ok(Download {
        name: format!("{name}.csv"),
        content_type: "text/csv; charset=utf-8",
        bytes,
    })
}

impl Request {
    /// The file's name without its ending, and the file.
    async fn file(&self, code: &str, format: Format) -> Result<(String, Vec<u8>), WebError> {
        let (app, actor, lang) = (&self.app, &self.actor, self.lang);
        let reader = app.db.reader();
        let definition = figure::find(reader, code, None)
            .await?
            .ok_or(WebError::NotFound)?;
        let directory = Directory::load(reader).await?;
        let today = app.clock.today();
        let tree = app.book.tree(reader).await?;
        let home = sight::home(&tree, actor, today).ok_or(WebError::NotFound)?;
        let scope = ask(reader, &directory, &self.asked, home, today).await?;
        let scope = scope.map_err(|error| WebError::Unreadable(error.to_string()))?;
        let opened = open(
            reader,
            &app.book,
            &directory,
            actor,
            definition,
            scope,
            &Look::default(),
        )
        .await?;
        let opened = opened
            .ok_or(WebError::NotFound)?
            .map_err(WebError::internal)?;
        let mut wanted = Wanted {
            side: self.more.side.min(records::sides(&opened.compiled) - 1),
            // What is recorded while the file is made does not move rows from one reading to the next.
            up_to: entry::latest(reader, 1).await?.first().map(|last| last.seq),
            skip: 0,
            take: ROWS_AT_ONCE,
            by: ledger::tree::By::Then,
        };
        let mut lines = Vec::new();
        let page = loop {
            let (figure, scope) = (&opened.definition, &opened.scope);
            let page = records::list(reader, &app.book, figure, scope, &opened.own, wanted);
            let page = page.await?.map_err(WebError::internal)?;
            let rows = rows::rows(app, lang, actor, &directory, &page.rows).await?;
            lines.extend(rows.iter().map(|row| line(lang, row)));
            wanted.skip += wanted.take;
            wanted.take = ROWS_AT_ONCE.min(ROWS_MAX - wanted.skip.min(ROWS_MAX));
            if wanted.take == 0 || page.open.count.unsigned_abs() <= wanted.skip {
                break page;
            }
        };
        lines.extend(tail(lang, &opened, &directory, &page));
        let title = opened.definition.title(lang).to_owned();
        let bytes =
            sheets::export(format, &title, &COLUMNS, lines, lang).map_err(WebError::internal)?;
        Ok((format!("{title} {}", opened.scope.as_of), bytes))
    }
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

/// What is masked, and the total; then what the list is a list of.
fn tail(lang: Lang, opened: &Opened, directory: &Directory, page: &Page) -> Vec<Vec<Value>> {
    let t = words::texts(lang);
    let number = |quantity: i64| Value::Number(quantity as f64);
    let mut lines: Vec<Vec<Value>> = Vec::new();
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
    let of = if opened.compiled.is_quantity() {
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
