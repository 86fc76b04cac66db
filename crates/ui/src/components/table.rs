use super::{Empty, Tone, empty};
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// A table that becomes a list of cards on a phone.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// What the table lists; read by screen readers, shown when `caption_shown`.
    pub caption: &'a str,
    pub caption_shown: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// A last row with sums; as many cells as columns.
    pub foot: Vec<Markup>,
    /// Shown instead of the table when there are no rows.
    pub empty: Option<Empty<'a>>,
}

#[derive(Debug, Clone)]
pub struct Column {
    head: String,
    align: Align,
    sort: Option<Sort>,
    is_title: bool,
    is_wide: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Start,
    /// Numbers: tabular, at the right. Their unit of measure belongs in the head.
    End,
}

/// Where a click on the head leads, and whether the rows are sorted by this column now.
#[derive(Debug, Clone, Default)]
pub struct Sort {
    pub href: String,
    /// `Some(true)`: ascending now; `Some(false)`: descending now.
    pub ascending: Option<bool>,
}

impl Column {
    pub fn text(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            align: Align::Start,
            sort: None,
            is_title: false,
            is_wide: false,
        }
    }

    pub fn number(head: impl Into<String>) -> Self {
        Self {
            align: Align::End,
            ..Self::text(head)
        }
    }

    /// The column that names the row; it becomes the card's title on a phone. Without one the first column is.
    pub fn title(head: impl Into<String>) -> Self {
        Self {
            is_title: true,
            ..Self::text(head)
        }
    }

    /// Takes what room the others leave.
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    pub fn sorted(mut self, sort: Sort) -> Self {
        self.sort = Some(sort);
        self
    }
}

#[derive(Debug, Clone, Default)]
pub struct Row {
    pub cells: Vec<Markup>,
    /// Marks the whole row: a faulty row of an import, an overdue task.
    pub tone: Option<Tone>,
    /// A step to the right for each level of a tree (0 to 9).
    pub level: u8,
}

impl Row {
    pub fn new(cells: Vec<Markup>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    pub fn at_level(mut self, level: u8) -> Self {
        self.level = level.min(9);
        self
    }
}

pub fn table(lang: Lang, table: Table<'_>) -> Markup {
    if let (true, Some(state)) = (table.rows.is_empty(), table.empty) {
        return empty(state);
    }
    let title = table
        .columns
        .iter()
        .position(|column| column.is_title)
        .unwrap_or(0);
    html! {
        div class="table-frame" tabindex="0" role="group" aria-label=(table.caption) {
            table class="table" {
                caption class=[(!table.caption_shown).then_some("sr-only")] { (table.caption) }
                thead { tr { @for column in &table.columns { (head_cell(lang, column)) } } }
                tbody { @for row in &table.rows { (body_row(&table.columns, row, title)) } }
                @if !table.foot.is_empty() {
                    tfoot {
                        tr {
                            @for (at, cell) in table.foot.iter().enumerate() {
                                (body_cell(table.columns.get(at), cell, at == title))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn head_cell(lang: Lang, column: &Column) -> Markup {
    let sorted = column.sort.as_ref().and_then(|sort| sort.ascending);
    let aria_sort = sorted.map(|up| if up { "ascending" } else { "descending" });
    html! {
        th scope="col" class=(cell_class(column, false)) aria-sort=[aria_sort] {
            @match &column.sort {
                Some(sort) => a class="sort" href=(sort.href) title=(texts(lang).sort_by(&column.head)) {
                    (column.head)
                    span class="sort-mark" aria-hidden="true" {
                        @match sorted { Some(true) => "↑", Some(false) => "↓", None => "↕" }
                    }
                },
                None => (column.head),
            }
        }
    }
}

fn body_row(columns: &[Column], row: &Row, title: usize) -> Markup {
    let class = match row.tone {
        Some(tone) => format!("{} level-{}", tone.class(), row.level),
        None => format!("level-{}", row.level),
    };
    html! {
        tr class=(class) {
            @for (at, cell) in row.cells.iter().enumerate() {
                (body_cell(columns.get(at), cell, at == title))
            }
        }
    }
}

fn body_cell(column: Option<&Column>, cell: &Markup, is_title: bool) -> Markup {
    let mut class = column.map_or(String::new(), |column| cell_class(column, is_title));
    if is_short(cell) {
        class.push_str(" cell-short");
    }
    let label = column.map(|column| column.head.as_str());
    let is_empty = cell.0.trim().is_empty();
    html! {
        @if is_title {
            th scope="row" class=(class) data-label=[label] { (cell) }
        } @else {
            td class=(class) data-label=[label] data-empty[is_empty] { (cell) }
        }
    }
}

/// A day, a name, a code: too short to be broken into lines, as `2021-03-` and `03` would be.
fn is_short(cell: &Markup) -> bool {
    const SHORT: usize = 10;
    !cell.0.contains('<') && cell.0.chars().count() <= SHORT
}

fn cell_class(column: &Column, is_title: bool) -> String {
    let mut class = match column.align {
        Align::Start => "cell".to_owned(),
        Align::End => "cell cell-number".to_owned(),
    };
    if column.is_wide {
        class.push_str(" cell-wide");
    }
    if is_title {
        class.push_str(" cell-title");
    }
    class
}
