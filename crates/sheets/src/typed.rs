use crate::{Columns, Table, Value, table::RowCells};
use kernel::Lang;
use std::sync::Arc;

/// One record that was typed into a form, so that it is read by the same rules as a row of a workbook. Columns that
/// `cells` does not name count as left out.
///
/// # Panics
/// When a cell names a column that was not declared.
pub fn typed<'t>(
    columns: &Columns,
    cells: impl IntoIterator<Item = (&'t str, &'t str)>,
    lang: Lang,
) -> Table {
    let mut table = Table {
        sheet: String::new(),
        head_row: 0,
        ignored: Vec::new(),
        skipped: Vec::new(),
        other_sheets: Vec::new(),
        lang,
        is_typed: false,
        columns: Arc::new(columns.clone()),
        choices: columns.iter().map(crate::Column::spellings).collect(),
        places: vec![None; columns.len()],
        head_first_row: 0,
        last_column: 0,
        problems_column: None,
        rows: Vec::new(),
    };
    let mut values = vec![Value::Empty; columns.len()];
    for (place, (key, text)) in (0..).zip(cells) {
        let position = table.position(key);
        table.places[position] = Some(place);
        if !text.trim().is_empty() {
            values[position] = Value::Text(text.into());
        }
    }
    table.rows.push(RowCells {
        row: 0,
        cells: values.into(),
    });
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Problems};
    use kernel::Bilingual;

    #[test]
    fn what_is_typed_into_a_form_is_read_as_a_row_of_a_workbook() {
        let columns = Columns::new()
            .with(Column::text("name", Bilingual::new("名称", "Name")).required())
            .with(Column::date("since", Bilingual::new("成立日期", "Founded")))
            .with(Column::text("note", Bilingual::new("备注", "Note")));
        let table = typed(&columns, [("name", " "), ("since", "去年")], Lang::Zh);
        let mut problems = Problems::default();
        let row = table.rows().next().unwrap();
        assert_eq!(row.text("name", &mut problems), None);
        assert_eq!(row.date("since", &mut problems), None);
        let told: Vec<_> = problems.iter().map(|p| p.column.as_deref()).collect();
        assert_eq!(told, [Some("名称"), Some("成立日期")]);
        assert!(table.has("since") && !table.has("note"));
    }
}
