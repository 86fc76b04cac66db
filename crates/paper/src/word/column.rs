use super::TEXT_WIDTH;
use crate::{Inline, Table};

/// Narrowest and widest share that a column may ask for, in half-width characters: beyond it, text wraps.
const ASK_MIN: usize = 6;
const ASK_MAX: usize = 40;

/// The columns' widths in twips: the whole text area, shared by the longest text in each.
pub fn widths(table: &Table) -> impl Iterator<Item = u32> {
    let asks: Vec<u32> = (0..table.columns.len())
        .map(|index| ask(table, index))
        .collect();
    let all: u32 = asks.iter().sum();
    let mut left = TEXT_WIDTH;
    let last = asks.len() - 1;
    asks.into_iter().enumerate().map(move |(index, ask)| {
        let width = if index == last {
            left
        } else {
            TEXT_WIDTH * ask / all
        };
        left -= width;
        width
    })
}

fn ask(table: &Table, index: usize) -> u32 {
    let head = half_widths(&table.columns[index].head);
    let cells = table.rows.iter().filter_map(|row| row.get(index));
    let longest = cells
        .map(|cell| cell.iter().map(Inline::shown).map(half_widths).sum())
        .fold(head, usize::max);
    // Two more for the margins of the cell.
    u32::try_from(longest.clamp(ASK_MIN, ASK_MAX) + 2).expect("it was clamped")
}

fn half_widths(text: &str) -> usize {
    text.chars()
        .map(|sign| if sign < '\u{1100}' { 1 } else { 2 })
        .sum()
}
