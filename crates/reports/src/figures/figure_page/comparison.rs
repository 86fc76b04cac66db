//! Chosen units side by side, in their given order: never a ranking.
use super::{Seen, at_unit, record_list::shown_export, scale, trend};
use crate::{
    figures::{Asked, asked_view::COMPARED_MAX, rows, shown},
    words,
};
use maud::{Markup, html};
use ui::{
    Column, Row, Table,
    charts::{self, Style},
    form::{Choice, Field},
};

pub fn comparison(seen: &Seen<'_>) -> Markup {
    let t = words::texts(seen.lang);
    html! {
        @if seen.opened.compared.is_empty() { p class="hint" { (t.comparison_help(COMPARED_MAX)) } }
        @else { (side_by_side(seen)) }
        (chooser(seen))
    }
}

pub fn comparison_export(seen: &Seen<'_>, asked: &Asked) -> Markup {
    match seen.opened.compared.is_empty() {
        true => html! {},
        false => shown_export(seen, asked, "comparison"),
    }
}

fn side_by_side(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let code = &seen.opened.definition.code;
    let drawn: Vec<charts::Multiple> = seen
        .opened
        .compared
        .iter()
        .map(|compared| charts::Multiple {
            label: seen.directory.name(compared.unit, lang).to_owned(),
            text: shown::write(&seen.format, compared.value, lang),
            href: at_unit(seen, compared.unit),
            marks: compared
                .trend
                .iter()
                .map(|slot| charts::MultipleMark {
                    value: slot
                        .value
                        .quantity()
                        .map(|quantity| quantity as f64 / scale(&seen.format)),
                    title: format!(
                        "{} {}",
                        trend::label(lang, seen.opened.grain, slot.from),
                        shown::write(&seen.format, slot.value, lang)
                    ),
                    href: Asked {
                        unit: unit_code(seen, compared.unit),
                        ..trend::addresses(&seen.glance(), slot).0
                    }
                    .url(code),
                })
                .collect(),
        })
        .collect();
    let title = t.comparison_heading();
    let mut columns = vec![
        Column::title(t.column_unit()),
        Column::number(rows::quantity_head(lang, &seen.format.cell_unit(lang))),
    ];
    columns.extend(
        seen.opened
            .trend
            .iter()
            .map(|slot| Column::number(trend::label(lang, seen.opened.grain, slot.from))),
    );
    let lines = seen.opened.compared.iter().map(|compared| {
        let unit = seen.directory.name(compared.unit, lang);
        let mut cells = vec![
            html! { a href=(at_unit(seen, compared.unit)) { (unit) } },
            ui::number(
                &shown::write_cell(&seen.format, compared.value, lang),
                &at_unit(seen, compared.unit),
            ),
        ];
        cells.extend(compared.trend.iter().map(|slot| {
            let asked = Asked {
                unit: unit_code(seen, compared.unit),
                ..trend::addresses(&seen.glance(), slot).0
            };
            let text = shown::write_cell(&seen.format, slot.value, lang);
            ui::number(&text, &asked.url(code))
        }));
        Row::new(cells)
    });
    html! {
        (charts::multiples(lang, Style::Page, &title, &drawn))
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table { caption: &title, columns, rows: lines.collect(), ..Table::default() }))
        }
    }
}

fn unit_code(seen: &Seen<'_>, unit: kernel::UnitId) -> String {
    let unit = seen.directory.unit(unit);
    unit.map(|unit| unit.code.clone()).unwrap_or_default()
}

/// The units below, to be ticked.
fn chooser(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let compared: Vec<String> = seen
        .opened
        .compared
        .iter()
        .map(|compared| unit_code(seen, compared.unit))
        .collect();
    let ticked: Vec<&str> = compared.iter().map(String::as_str).collect();
    let choices: Vec<Choice> = seen
        .comparable
        .iter()
        .map(|unit| Choice::new(unit_code(seen, *unit), seen.directory.name(*unit, lang)))
        .collect();
    let asked = Asked::of(&seen.opened.scope, seen.directory);
    let keep = [
        ("unit", asked.unit.as_str()),
        ("as_of", &asked.as_of),
        ("from", &asked.from),
        ("campaign", &asked.campaign),
        ("grain", &seen.asked_view.grain),
    ];
    html! {
        @if !choices.is_empty() {
            details open[ticked.is_empty() && choices.len() <= COMPARED_MAX] {
                summary { (t.comparison_choose()) }
                form method="get" action={ "/figures/" (seen.opened.definition.code) "#comparison" } {
                    @for (name, value) in keep { @if !value.is_empty() { input type="hidden" name=(name) value=(value); } }
                    (ui::form::checkboxes(lang, Field::new("compare", &t.comparison_units(), "").condition(), &choices, &ticked))
                    (ui::acts(ui::button(ui::Button { label: &t.comparison_show(), ..ui::Button::default() })))
                }
            }
        }
    }
}
