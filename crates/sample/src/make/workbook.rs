use rust_xlsxwriter::{Workbook, XlsxError};

/// A workbook of text cells: what an office would hand in.
pub(super) fn workbook<const N: usize>(
    title: &str,
    head: [&str; N],
    rows: &[[String; N]],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, title)?;
    for (row, cells) in std::iter::once(head.map(str::to_owned))
        .chain(rows.iter().cloned())
        .enumerate()
    {
        for (column, cell) in cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
        {
            sheet.write(row as u32 + 1, column as u16, cell)?;
        }
    }
    book.save_to_buffer()
}
