//! The periods of a figure beside those of the year before.
use super::{Glance, Seen, scale};
use crate::{
    figures::{Asked, shown},
    words,
};
use chrono::Datelike;
use kernel::Lang;
use ledger::{
    Flow,
    figure::{self, Grain, Slot, Value},
};
use maud::{Markup, html};
use ui::{
    Column, Row, Table,
    charts::{self, Style},
    query::with_params,
};

pub(super) fn trend(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let slots = &seen.opened.trend;
    let code = &seen.opened.definition.code;
    let glance = seen.glance();
    let rows = slots.iter().map(|slot| {
        let (now, before) = addresses(&glance, slot);
        let mut cells = vec![
            html! {
                (label(lang, seen.opened.grain, slot.from))
                @if slot.is_running { " " span class="hint" { (t.trend_until(slot.to.month(), slot.to.day())) } }
            },
            ui::number(&shown::write_cell(&seen.format, slot.value, lang), &now.url(code)),
        ];
        if seen.opened.grain != Grain::Year {
            let text = shown::write_cell(&seen.format, slot.year_before, lang);
            cells.push(ui::number(&text, &before.url(code)));
        }
        Row::new(cells)
    });
    let (title, unit) = (t.trend_heading(), seen.format.cell_unit(lang));
    let mut columns = vec![
        Column::title(t.column_period()),
        Column::number(t.column_this_year(unit.as_str())),
    ];
    if seen.opened.grain != Grain::Year {
        columns.push(Column::number(t.column_year_before(unit.as_str())));
    }
    html! {
        (grains(seen))
        (trend_chart(&glance, &title))
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table { caption: &title, columns, rows: rows.collect(), ..Table::default() }))
        }
    }
}

/// The chart alone, in the grain in which the figure was opened.
pub fn trend_chart(seen: &Glance<'_>, title: &str) -> Markup {
    let slots = &seen.opened.trend;
    // A year's mark beside that of the year before would say everything twice.
    let has_before = seen.opened.grain != Grain::Year
        && slots.iter().any(|slot| {
            slot.year_before
                .quantity()
                .is_some_and(|before| before != 0)
        });
    let is_empty = slots
        .iter()
        .all(|slot| slot.value.quantity().is_none_or(|value| value == 0));
    if is_empty && !has_before {
        return html! { p class="none" { (words::texts(seen.lang).trend_nothing()) } };
    }
    match seen.opened.grain {
        Grain::Month => months(seen, title, has_before),
        _ => periods(seen, title, has_before),
    }
}

fn grains(seen: &Seen<'_>) -> Markup {
    let t = words::texts(seen.lang);
    let tabs: Vec<ui::Tab> = Grain::ALL
        .into_iter()
        .map(|grain| {
            let label = match grain {
                Grain::Day => t.grain_day(),
                Grain::Week => t.grain_week(),
                Grain::Month => t.grain_month(),
                Grain::Quarter => t.grain_quarter(),
                Grain::Year => t.grain_year(),
            };
            let wanted = if grain == Grain::Month {
                ""
            } else {
                grain.code()
            };
            let href = with_params(seen.path, &[("grain", wanted)]);
            ui::Tab::new(label, href, grain == seen.opened.grain)
        })
        .collect();
    ui::tabs(&t.trend_heading(), &tabs)
}

fn months(seen: &Glance<'_>, title: &str, has_before: bool) -> Markup {
    let lang = seen.lang;
    let code = &seen.opened.definition.code;
    let point = |value: Value, href: String| charts::Point {
        value: drawn(seen, value),
        text: shown::write(seen.format, value, lang),
        href,
    };
    let slots = seen.opened.trend.iter();
    let (this_year, mut last_year): (Vec<_>, Vec<_>) = slots
        .map(|slot| {
            let (now, before) = addresses(seen, slot);
            (
                point(slot.value, now.url(code)),
                point(slot.year_before, before.url(code)),
            )
        })
        .unzip();
    if !has_before {
        last_year.clear();
    }
    // A period that is not published yet is not the newest mark.
    let running = seen
        .opened
        .trend
        .iter()
        .find(|slot| slot.is_running && slot.value.quantity().is_some());
    let running =
        running.map(|slot| words::texts(lang).trend_until(slot.to.month(), slot.to.day()));
    charts::months(
        lang,
        Style::Page,
        charts::Months {
            title,
            this_year: &this_year,
            last_year: &last_year,
            running: &running.unwrap_or_default(),
        },
    )
}

fn periods(seen: &Glance<'_>, title: &str, has_before: bool) -> Markup {
    let lang = seen.lang;
    let code = &seen.opened.definition.code;
    let grain = seen.opened.grain;
    let slots = seen.opened.trend.iter();
    let (now, mut before): (Vec<_>, Vec<_>) = slots
        .map(|slot| {
            let (now, before) = addresses(seen, slot);
            let point = |value: Value, asked: Asked, from, is_running| charts::PeriodPoint {
                label: label(lang, grain, slot.from),
                value: drawn(seen, value),
                title: format!(
                    "{} {}",
                    label(lang, grain, from),
                    shown::write(seen.format, value, lang)
                ),
                href: asked.url(code),
                is_running,
            };
            (
                point(slot.value, now, slot.from, slot.is_running),
                point(slot.year_before, before, slot.before.0, false),
            )
        })
        .unzip();
    if !has_before {
        before.clear();
    }
    charts::periods(
        lang,
        Style::Page,
        charts::Periods {
            title,
            now: &now,
            before: &before,
        },
    )
}

fn drawn(seen: &Glance<'_>, value: Value) -> Option<f64> {
    value
        .quantity()
        .map(|quantity| quantity as f64 / scale(seen.format))
}

/// A period as it stands under the axis.
pub fn label(lang: Lang, grain: Grain, from: chrono::NaiveDate) -> String {
    match grain {
        Grain::Day | Grain::Week => format!("{}.{}", from.month(), from.day()),
        Grain::Month => from.format("%Y-%m").to_string(),
        Grain::Quarter => {
            words::texts(lang).quarter_label(i64::from(from.year()), from.month0() / 3 + 1)
        }
        Grain::Year => from.year().to_string(),
    }
}

/// What a point of the trend counted, and the grey one beside it.
pub(super) fn addresses(seen: &Glance<'_>, slot: &Slot) -> (Asked, Asked) {
    let at = |from, to| {
        let scope = figure::Scope {
            as_of: to,
            from: (seen.opened.compiled.flow != Flow::Stock).then_some(from),
            ..seen.opened.scope.clone()
        };
        Asked::of(&scope, seen.directory)
    };
    (at(slot.from, slot.to), at(slot.before.0, slot.before.1))
}
