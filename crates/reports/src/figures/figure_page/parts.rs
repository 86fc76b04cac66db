//! The parts of a figure by unit.
use super::{Glance, Seen, address_at, scale};
use crate::{
    figures::{opened::PartOf, rows, shown},
    words,
};
use maud::{Markup, html};
use ui::{
    Column, Row, Table,
    charts::{self, Style},
};

pub(super) fn parts(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let glance = seen.glance();
    let lines = opened.parts.iter().map(|part| {
        let (label, href) = named(&glance, part.of);
        let cell = shown::write_cell(&seen.format, part.value, lang);
        Row::new(vec![
            html! { @if href.is_empty() { (label) } @else { a href=(href) { (label) } } },
            html! { @if href.is_empty() { (cell) } @else { (ui::number(&cell, &href)) } },
        ])
    });
    let foot = match opened.compiled.adds_up() {
        true => vec![
            html! { (t.total()) },
            html! { (shown::write_cell(&seen.format, opened.value, lang)) },
        ],
        false => Vec::new(),
    };
    let title = t.parts_heading();
    html! {
        (parts_chart(&glance))
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![Column::title(t.column_unit()), Column::number(rows::quantity_head(lang, &seen.format.cell_unit(lang)))],
                rows: lines.collect(),
                foot,
                ..Table::default()
            }))
        }
    }
}

/// The chart alone. A long row of units without anything hides those with something; the table has them all.
pub fn parts_chart(glance: &Glance<'_>) -> Markup {
    let (lang, parts) = (glance.lang, &glance.opened.parts);
    let t = words::texts(lang);
    let bars: Vec<charts::Bar> = parts
        .iter()
        .filter(|part| part.value.quantity() != Some(0))
        .map(|part| {
            let (label, href) = named(glance, part.of);
            let quantity = part.value.quantity();
            charts::Bar {
                label,
                value: quantity.map(|quantity| quantity as f64 / scale(glance.format)),
                text: shown::write(glance.format, part.value, lang),
                href,
            }
        })
        .collect();
    let title = t.parts_heading();
    html! {
        @if !bars.is_empty() { (charts::bars(lang, Style::Page, charts::Bars { title: &title, bars: &bars })) }
        @if bars.is_empty() { p class="hint" { (t.parts_all_zero()) } }
        @else if bars.len() < parts.len() { p class="hint" { (t.parts_without_zeros()) } }
    }
}

/// What a part is called, and what it opens.
fn named(glance: &Glance<'_>, of: PartOf) -> (String, String) {
    let t = words::texts(glance.lang);
    match of {
        PartOf::Unit(unit) => (
            glance.directory.name(unit, glance.lang).to_owned(),
            address_at(glance, unit),
        ),
        PartOf::Itself => (t.part_itself(), String::new()),
        PartOf::Masked => (t.part_masked(), String::new()),
    }
}
