//! The table that a chart on a figure's page was drawn from, as a file: exactly what is shown.
use super::{
    Asked, ask, asked,
    asked_view::{AskedView, with_days},
    figure_page::trend::label,
    opened::{Look, Opened, PartOf, open},
    shown, sight,
};
use crate::words;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Bilingual, Lang, Right, number::NumberFormat};
use ledger::figure::{self, Value as Counted};
use orgs::Directory;
use serde::Deserialize;
use sheets::{ExportColumn, Format, Shape, Value};
use web::{Access, App, Download, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), xlsx)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}/shown.xlsx")]
pub struct ShownUrl {
    figure: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct What {
    /// `trend`, `parts` or `comparison`.
    what: String,
}

async fn xlsx(
    url: ShownUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Query(asked): Query<Asked>,
    axum_extra::extract::Query(view): axum_extra::extract::Query<AskedView>,
    Query(what): Query<What>,
) -> Result<Download, WebError> {
    let reader = app.db.reader();
    let definition = figure::find(reader, &url.figure, None)
        .await?
        .ok_or(WebError::NotFound)?;
    let directory = Directory::load(reader).await?;
    let today = app.clock.today();
    let tree = app.book.tree(reader).await?;
    let home = sight::home(&tree, &actor, today).ok_or(WebError::NotFound)?;
    let asked = with_days(&asked, view.rule(), today);
    let scope = ask(reader, &directory, &asked, home, today).await?;
    let scope = scope.map_err(|error| WebError::Unreadable(error.to_string()))?;
    let look = Look {
        grain: Some(view.grain()),
        compare: view.units(&directory),
    };
    let opened = open(
        reader, &app.book, &directory, &actor, definition, scope, &look,
    )
    .await?;
    let opened = opened
        .ok_or(WebError::NotFound)?
        .map_err(WebError::internal)?;
    let format = shown::format(&opened.definition).map_err(WebError::internal)?;
    let table = Exported {
        lang,
        opened: &opened,
        directory: &directory,
        format,
    };
    let (columns, mut lines) = match what.what.as_str() {
        "parts" => table.parts(),
        "comparison" => table.comparison(),
        _ => table.trend(),
    };
    lines.push(Vec::new());
    let text = |text: String| Value::Text(text.into());
    lines.push(vec![text(opened.definition.in_words(lang).to_owned())]);
    lines.push(vec![text(asked::in_words(&opened.scope, &directory, lang))]);
    let title = opened.definition.title(lang).to_owned();
    let bytes =
        sheets::export(Format::Xlsx, &title, &columns, lines, lang).map_err(WebError::internal)?;
    Ok(Download::xlsx(
        format!("{title} {}.xlsx", opened.scope.as_of),
        bytes,
    ))
}

struct Exported<'a> {
    lang: Lang,
    opened: &'a Opened,
    directory: &'a Directory,
    format: NumberFormat,
}

type Sheet = (Vec<ExportColumn>, Vec<Vec<Value>>);

impl Exported<'_> {
    fn head(&self, first: Bilingual, more: &[Bilingual]) -> Vec<ExportColumn> {
        let shape = match self.format.measure() {
            kernel::number::Measure::Plain => Shape::Whole,
            kernel::number::Measure::Fen | kernel::number::Measure::BasisPoints => {
                Shape::Decimal(2)
            }
        };
        let mut columns = vec![ExportColumn::new(first, Shape::Text)];
        columns.extend(more.iter().map(|title| ExportColumn::new(*title, shape)));
        columns
    }

    /// The number behind what is shown; in words where there is none.
    fn cell(&self, value: Counted) -> Value {
        match value.quantity() {
            Some(quantity) => {
                let scale = match self.format.measure() {
                    kernel::number::Measure::Plain => 1.0,
                    _ => 100.0,
                };
                Value::Number(quantity as f64 / scale)
            }
            None => Value::Text(words::texts(self.lang).no_data().into()),
        }
    }

    fn trend(&self) -> Sheet {
        let columns = self.head(
            Bilingual::new("期间", "Period"),
            &[
                Bilingual::new("本期", "Value"),
                Bilingual::new("上年同期", "A year before"),
            ],
        );
        let line = |slot: &figure::Slot| {
            vec![
                Value::Text(label(self.lang, self.opened.grain, slot.from).into()),
                self.cell(slot.value),
                self.cell(slot.year_before),
            ]
        };
        (columns, self.opened.trend.iter().map(line).collect())
    }

    fn parts(&self) -> Sheet {
        let t = words::texts(self.lang);
        let columns = self.head(
            Bilingual::new("单位", "Unit"),
            &[Bilingual::new("数量", "Value")],
        );
        let mut lines: Vec<Vec<Value>> = self
            .opened
            .parts
            .iter()
            .map(|part| {
                let name = match part.of {
                    PartOf::Unit(unit) => self.directory.name(unit, self.lang).to_owned(),
                    PartOf::Itself => t.part_itself(),
                    PartOf::Masked => t.part_masked(),
                };
                vec![Value::Text(name.into()), self.cell(part.value)]
            })
            .collect();
        if self.opened.compiled.adds_up() {
            let total = self.cell(self.opened.value);
            lines.push(vec![Value::Text(t.total().into()), total]);
        }
        (columns, lines)
    }

    /// One line for each unit and period: columns cannot be named by data.
    fn comparison(&self) -> Sheet {
        let columns = vec![
            ExportColumn::new(Bilingual::new("单位", "Unit"), Shape::Text),
            ExportColumn::new(Bilingual::new("期间", "Period"), Shape::Text),
            self.head(Bilingual::new("", ""), &[Bilingual::new("数量", "Value")])[1],
        ];
        let mut lines = Vec::new();
        for compared in &self.opened.compared {
            let unit = || Value::Text(self.directory.name(compared.unit, self.lang).into());
            for slot in &compared.trend {
                let period = label(self.lang, self.opened.grain, slot.from);
                lines.push(vec![
                    unit(),
                    Value::Text(period.into()),
                    self.cell(slot.value),
                ]);
            }
            let whole = words::texts(self.lang).total();
            lines.push(vec![
                unit(),
                Value::Text(whole.into()),
                self.cell(compared.value),
            ]);
        }
        (columns, lines)
    }
}
