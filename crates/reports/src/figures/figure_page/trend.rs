//! The months of a figure beside those of the year before.
use super::{Seen, scale};
use crate::{
    figures::{Asked, shown},
    words,
};
use chrono::Datelike;
use ledger::{
    Flow,
    figure::{self, Value},
};
use maud::{Markup, html};
use ui::{
    Column, Row, Table,
    charts::{self, Style},
};

pub fn trend(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let point = |value: Value, href: String| charts::Point {
        value: value
            .quantity()
            .map(|quantity| quantity as f64 / scale(&seen.format)),
        text: shown::write(&seen.format, value, lang),
        href,
    };
    let code = &seen.opened.definition.code;
    let (mut this_year, mut last_year, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    let running = running(seen);
    for month in &seen.opened.trend {
        let now = at_month(seen, month.month);
        let before = at_month(seen, month.month - chrono::Months::new(12));
        rows.push(Row::new(vec![
            html! {
                (month.month.format("%Y-%m"))
                @if !running.is_empty() && is_running(seen, month.month) { " " span class="hint" { (running) } }
            },
            ui::number(
                &shown::write_cell(&seen.format, month.value, lang),
                &now.url(code),
            ),
            ui::number(
                &shown::write_cell(&seen.format, month.year_before, lang),
                &before.url(code),
            ),
        ]));
        this_year.push(point(month.value, now.url(code)));
        last_year.push(point(month.year_before, before.url(code)));
    }
    let is_empty = |points: &[charts::Point]| {
        points
            .iter()
            .all(|point| point.value.is_none_or(|value| value == 0.0))
    };
    if is_empty(&last_year) {
        last_year.clear();
    }
    let (title, unit) = (t.trend_heading(), seen.format.cell_unit(lang));
    html! {
        @if is_empty(&this_year) && last_year.is_empty() { p class="none" { (t.trend_nothing()) } }
        @else { (charts::months(lang, Style::Page, charts::Months { title: &title, this_year: &this_year, last_year: &last_year, running: &running })) }
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![
                    Column::title(t.column_month()),
                    Column::number(t.column_this_year(unit.as_str())),
                    Column::number(t.column_year_before(unit.as_str())),
                ],
                rows,
                ..Table::default()
            }))
        }
    }
}

/// Whether a month is not over on the day as of which the figure is read.
fn is_running(seen: &Seen<'_>, month: chrono::NaiveDate) -> bool {
    let as_of = seen.opened.scope.as_of;
    month <= as_of && as_of < month + chrono::Months::new(1) - chrono::Days::new(1)
}

/// Up to which day the newest month counts, unless it is over.
fn running(seen: &Seen<'_>) -> String {
    let as_of = seen.opened.scope.as_of;
    match seen
        .opened
        .trend
        .iter()
        .any(|month| is_running(seen, month.month))
    {
        true => words::texts(seen.lang).trend_until(as_of.month(), as_of.day()),
        false => String::new(),
    }
}

/// What a month's point of the trend counted.
fn at_month(seen: &Seen<'_>, month: chrono::NaiveDate) -> Asked {
    let end = (month + chrono::Months::new(1)).pred_opt().unwrap_or(month);
    let scope = figure::Scope {
        as_of: end.min(seen.opened.scope.as_of),
        from: (seen.opened.compiled.flow != Flow::Stock).then_some(month),
        ..seen.opened.scope.clone()
    };
    Asked::of(&scope, seen.directory)
}
