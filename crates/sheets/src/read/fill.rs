//! Gives cells the value from above where their column allows it.
use crate::{Fill, Table, Value, source::Region};

pub(super) fn merged(table: &mut Table, regions: &[Region]) {
    let filled = table.columns.iter().zip(&table.places).enumerate();
    let filled: Vec<(usize, u32)> = filled
        .filter(|(_, (column, _))| column.fill != Fill::Never)
        .filter_map(|(position, (_, place))| Some((position, (*place)?)))
        .collect();
    for (position, column) in filled {
        let mut downwards: Vec<&Region> = regions
            .iter()
            .filter(|region| (region.first.1..=region.last.1).contains(&column))
            .filter(|region| region.first.0 < region.last.0)
            .collect();
        downwards.sort_by_key(|region| region.first.0);
        // Regions never overlap, except in a file made to cost us time.
        let mut free_from = 0;
        for region in downwards {
            if region.first.0 < free_from {
                continue;
            }
            free_from = region.last.0.saturating_add(1);
            let start = table.rows.partition_point(|line| line.row < region.first.0);
            let rows = &mut table.rows[start..];
            let Some((first, below)) = rows.split_first_mut() else {
                continue;
            };
            if first.row != region.first.0 {
                continue;
            }
            let value = first.cells[position].clone();
            for line in below
                .iter_mut()
                .take_while(|line| line.row <= region.last.0)
            {
                if line.cells[position].is_empty() {
                    line.cells[position] = value.clone();
                }
            }
        }
    }
}

pub(super) fn blanks(table: &mut Table) {
    for (position, column) in table.columns.iter().enumerate() {
        if column.fill != Fill::Blanks {
            continue;
        }
        let mut above = Value::Empty;
        for line in &mut table.rows {
            if line.cells[position].is_empty() {
                line.cells[position] = above.clone();
            } else {
                above = line.cells[position].clone();
            }
        }
    }
}
