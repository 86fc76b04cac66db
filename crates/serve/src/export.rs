//! Exports of lists: everything that was filtered, or in plain words that it is not everything.
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};
use sheets::{ExportColumn, Format, Value};
use web::WebError;

/// Rows of one export: what a workbook of text still opens with.
const ROWS_MAX: usize = 100_000;
/// Rows to be read for an export: one more tells that there are more.
pub(crate) const ROWS_READ: u64 = ROWS_MAX as u64 + 1;

/// The list as a workbook, of up to [`ROWS_READ`] rows.
pub(crate) fn workbook(
    lang: Lang,
    title: &str,
    columns: &[ExportColumn],
    rows: impl ExactSizeIterator<Item = Vec<Value>>,
) -> Result<Vec<u8>, WebError> {
    let rows = up_to(lang, ROWS_MAX, rows);
    let bytes = sheets::export(Format::Xlsx, title, columns, rows, lang);
    bytes.map_err(WebError::internal)
}

/// The rows that fit; where that is not all of them, a line above says so.
fn up_to(
    lang: Lang,
    max: usize,
    rows: impl ExactSizeIterator<Item = Vec<Value>>,
) -> impl Iterator<Item = Vec<Value>> {
    let is_cut = max < rows.len();
    let said = is_cut.then(|| vec![Value::from(texts(lang).export_cut(max))]);
    said.into_iter().chain(rows.take(max))
}

/// Beside the button, where the list has more rows than one export.
pub(crate) fn hint(lang: Lang, total: u64) -> Markup {
    html! {
        @if ROWS_READ <= total { span class="hint" { (texts(lang).export_will_be_cut(total, ROWS_MAX)) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_cells(count: i64, max: usize) -> Vec<Value> {
        let rows: Vec<Vec<Value>> = (0..count).map(|row| vec![Value::from(row)]).collect();
        let rows = up_to(Lang::Zh, max, rows.into_iter());
        rows.map(|row| row[0].clone()).collect()
    }

    #[test]
    fn an_export_that_is_cut_says_so_in_its_first_line() {
        let cut = first_cells(4, 3);
        assert_eq!(cut.len(), 4);
        assert_eq!(cut[0], Value::from(texts(Lang::Zh).export_cut(3)));
        assert_eq!(cut[3], Value::from(2i64));
        assert_eq!(
            first_cells(3, 3),
            (0..3i64).map(Value::from).collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_page_says_so_before_only_where_it_will_be_cut() {
        assert!(hint(Lang::En, 100_000).into_string().is_empty());
        assert!(hint(Lang::En, 100_001).into_string().contains("100"));
    }
}
