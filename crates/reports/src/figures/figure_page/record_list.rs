//! The records behind a figure, what is masked among them, and what all add up to.
use super::Seen;
use crate::{
    figures::{
        Asked,
        records::{self, Page},
        rows::{self, RecordRow},
        sight::Sight,
    },
    words,
};
use kernel::{Lang, number::NumberFormat};
use ledger::{
    Flow,
    figure::{self, Shape},
};
use maud::{Markup, html};
use ui::{Act, Empty, Icon, Row, Table, query::with_params};

pub fn records_part(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let sides = match opened.compiled.shape {
        Shape::Sum(_) => Vec::new(),
        Shape::Ratio(..) => vec![t.side_part(), t.side_whole()],
        Shape::Growth(_) => vec![t.side_now(), t.side_before()],
    };
    let tabs: Vec<ui::Tab> = sides
        .into_iter()
        .enumerate()
        .map(|(side, label)| {
            let change = [("side", side.to_string()), ("page", String::new())];
            let change = change.each_ref().map(|(key, value)| (*key, value.as_str()));
            ui::Tab::new(label, with_params(seen.path, &change), side == seen.side)
        })
        .collect();
    let total = u64::try_from(seen.page.open.count).unwrap_or(0);
    html! {
        @if !tabs.is_empty() { (ui::tabs(&t.records_heading(), &tabs)) }
        @if opened.sight == Sight::NumberOnly { p class="hint" { (t.number_only()) } }
        @if opened.compiled.flow == Flow::Peak { p class="hint" { (t.peak_note()) } }
        (table(lang, &opened.compiled, &seen.format, &seen.page, &seen.rows))
        (ui::pager(lang, seen.paging.pager(seen.path, total)))
    }
}

/// The list of records with what is masked and what all add up to.
pub fn table(
    lang: Lang,
    compiled: &figure::Compiled,
    format: &NumberFormat,
    page: &Page,
    rows: &[RecordRow],
) -> Markup {
    let t = words::texts(lang);
    // The sides of a ratio are quantities of their own, not shares.
    let is_plain = !matches!(compiled.shape, Shape::Sum(_));
    let cell = |quantity: i64| {
        if is_plain {
            quantity.to_string()
        } else {
            format.write_cell(quantity)
        }
    };
    let unit = if is_plain {
        String::new()
    } else {
        format.cell_unit(lang)
    };
    let mut drawn: Vec<Row> = rows
        .iter()
        .map(|row| rows::drawn(lang, row, &cell(row.quantity)))
        .collect();
    if page.masked != records::Tally::default() {
        drawn.push(Row::new(vec![
            html! {},
            html! {},
            html! { span class="none" { (t.rows_masked(page.masked.count)) } },
            html! {},
            html! { (cell(page.masked.total)) },
        ]));
    }
    let is_empty = drawn.is_empty();
    let foot = match compiled.flow == Flow::Peak || is_empty {
        true => Vec::new(),
        false => vec![
            html! { (t.total()) },
            html! {},
            html! {},
            html! {},
            html! { (cell(page.total())) },
        ],
    };
    ui::table(
        lang,
        Table {
            caption: &t.records_heading(),
            columns: rows::columns(lang, &unit),
            rows: drawn,
            foot,
            empty: Some(Empty {
                title: &t.records_empty_title(),
                text: &t.records_empty_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}

pub fn exports(seen: &Seen<'_>, asked: &Asked) -> Markup {
    let t = words::texts(seen.lang);
    let side = seen.side.to_string();
    let href = |ending: &str| {
        let path = asked.on(&format!(
            "/figures/{}/records.{ending}",
            seen.opened.definition.code
        ));
        with_params(&path, &[("side", if seen.side == 0 { "" } else { &side })])
    };
    html! {
        (ui::link_button(&t.export_xlsx(), &href("xlsx"), Act::Quiet, Some(Icon::Download)))
        (ui::link_button(&t.export_csv(), &href("csv"), Act::Quiet, Some(Icon::Download)))
    }
}
