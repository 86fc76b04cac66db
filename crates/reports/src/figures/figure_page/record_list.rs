//! The records behind a figure, what is masked among them, and what all add up to.
use super::Seen;
use crate::{
    figures::{
        Asked,
        records::{self, Page},
        rows::{self, RecordRow},
        sides,
        sight::Sight,
    },
    words,
};
use kernel::{Lang, number::NumberFormat};
use ledger::{Flow, figure};
use maud::{Markup, html};
use ui::{Act, Empty, Icon, Row, Table, query::with_params};

pub fn records_part(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let sides = sides::labels(seen.book, &opened.compiled, lang);
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
        (table(lang, &opened.compiled, seen.side, &seen.format, &seen.page, &seen.rows))
        @if seen.page.has_more { p class="hint" { (t.records_many(seen.page.open.count)) } }
        (ui::pager(lang, seen.paging.pager(seen.path, total)))
    }
}

/// The list of records with what is masked and what all add up to.
pub fn table(
    lang: Lang,
    compiled: &figure::Compiled,
    side: usize,
    format: &NumberFormat,
    page: &Page,
    rows: &[RecordRow],
) -> Markup {
    let t = words::texts(lang);
    let cell = |quantity: i64| sides::write(compiled, format, side, quantity);
    let unit = sides::unit(compiled, format, side, lang);
    let mut drawn: Vec<Row> = rows
        .iter()
        .map(|row| rows::drawn(lang, row, &cell(row.quantity)))
        .collect();
    if page.masked != records::Tally::default() {
        drawn.push(Row::new(vec![
            html! {},
            html! {},
            html! { span class="none" { @if page.has_more { (t.rows_masked_many()) } @else { (t.rows_masked(page.masked.count)) } } },
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

/// The table that a chart was drawn from, as a file.
pub fn shown_export(seen: &Seen<'_>, asked: &Asked, what: &str) -> Markup {
    let t = words::texts(seen.lang);
    let path = asked.on(&format!(
        "/figures/{}/shown.xlsx",
        seen.opened.definition.code
    ));
    let href = with_params(&path, &[("what", what), ("grain", &seen.asked_view.grain)]);
    let href = seen.asked_view.compare.iter().fold(href, |href, code| {
        format!("{href}&compare={}", ui::query::encode(code))
    });
    ui::link_button(&t.export_xlsx(), &href, Act::Quiet, Some(Icon::Download))
}
