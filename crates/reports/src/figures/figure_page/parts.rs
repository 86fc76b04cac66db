//! The parts of a figure by unit.
use super::{Seen, at_unit, scale};
use crate::{
    figures::{opened::PartOf, rows, shown},
    words,
};
use ledger::{Flow, figure::Shape};
use maud::{Markup, html};
use ui::{
    Column, Row, Table,
    charts::{self, Style},
};

pub fn parts(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let (mut bars, mut lines) = (Vec::new(), Vec::new());
    for part in &opened.parts {
        let (label, href) = match part.of {
            PartOf::Unit(unit) => (
                seen.directory.name(unit, lang).to_owned(),
                at_unit(seen, unit),
            ),
            PartOf::Itself => (t.part_itself(), String::new()),
            PartOf::Masked => (t.part_masked(), String::new()),
        };
        let cell = shown::write_cell(&seen.format, part.value, lang);
        lines.push(Row::new(vec![
            html! { @if href.is_empty() { (label) } @else { a href=(href) { (label) } } },
            html! { @if href.is_empty() { (cell) } @else { (ui::number(&cell, &href)) } },
        ]));
        // A long row of units without anything hides those with something; the table has them all.
        if part.value.quantity() == Some(0) {
            continue;
        }
        bars.push(charts::Bar {
            label,
            value: part
                .value
                .quantity()
                .map(|quantity| quantity as f64 / scale(&seen.format)),
            text: shown::write(&seen.format, part.value, lang),
            href,
        });
    }
    let adds_up =
        matches!(opened.compiled.shape, Shape::Sum(_)) && opened.compiled.flow != Flow::Peak;
    let foot = match adds_up {
        true => vec![
            html! { (t.total()) },
            html! { (shown::write_cell(&seen.format, opened.value, lang)) },
        ],
        false => Vec::new(),
    };
    let title = t.parts_heading();
    html! {
        @if !bars.is_empty() { (charts::bars(lang, Style::Page, charts::Bars { title: &title, bars: &bars })) }
        @if bars.len() < opened.parts.len() { p class="hint" { (t.parts_without_zeros()) } }
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![Column::title(t.column_unit()), Column::number(rows::quantity_head(lang, &seen.format.cell_unit(lang)))],
                rows: lines,
                foot,
                ..Table::default()
            }))
        }
    }
}
