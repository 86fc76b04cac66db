use super::{
    Style,
    draw::{Anchor, Ink, Pen, Room, ellipsised, ems},
    scale::{Scale, tick_text},
};
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// Most bars that are drawn; the table beside the chart has all.
pub const BARS_MAX: usize = 60;

/// One unit's value. A value that is not known is no zero.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    pub label: String,
    pub value: Option<f64>,
    /// The value as people write it.
    pub text: String,
    pub href: String,
}

/// Horizontal bars in the order given (units have an order of their own).
#[derive(Debug, Clone, Copy, Default)]
pub struct Bars<'a> {
    pub title: &'a str,
    pub bars: &'a [Bar],
}

pub fn bars(lang: Lang, style: Style, chart: Bars<'_>) -> Markup {
    let drawn = &chart.bars[..chart.bars.len().min(BARS_MAX)];
    let cut = drawn.len() < chart.bars.len();
    html! {
        (Pen(style).figure(|room| draw(lang, Pen(style), room, chart.title, drawn)))
        @if cut && style == Style::Page {
            p class="hint chart-cut" { (texts(lang).chart_cut(drawn.len(), chart.bars.len())) }
        }
    }
}

const TEXT: f64 = 13.0;
const TICK_TEXT: f64 = 12.0;

fn draw(lang: Lang, pen: Pen, room: Room, title: &str, bars: &[Bar]) -> Markup {
    let width = match room {
        Room::Wide => 720.0,
        Room::Narrow => 350.0,
    };
    let names = label_room(bars);
    // Beside the bar, or above it: names that are cut tell units from one another no more.
    let is_beside = room == Room::Wide && names <= LABEL_ROOM_MAX;
    let row = if is_beside { 30.0 } else { 46.0 };
    let widest = bars.iter().map(|bar| ems(&bar.text)).fold(0.0, f64::max);
    let value_room = (widest * TEXT + 10.0).max(24.0);
    let left = if is_beside { names } else { 0.0 };
    let right = width - value_room;
    let scale = Scale::around(bars.iter().filter_map(|bar| bar.value));
    let bottom = bars.len() as f64 * row + 4.0;
    let zero = scale.place(0.0, left, right);
    pen.svg(
        "chart-svg",
        title,
        width,
        if is_beside { bottom + 20.0 } else { bottom },
        html! {
            // Where labels stand above the bars, lines would run through them; the values are written anyway.
            @if is_beside {
                (axis(lang, pen, &scale, (left, right), bottom))
            }
            @for (at, bar) in bars.iter().enumerate() {
                (one(lang, pen, is_beside, bar, at as f64 * row, row, (left, zero, width), &|v| scale.place(v, left, right)))
            }
        },
    )
}

fn axis(lang: Lang, pen: Pen, scale: &Scale, (left, right): (f64, f64), bottom: f64) -> Markup {
    html! {
        @for tick in &scale.ticks {
            @let x = scale.place(*tick, left, right);
            (pen.line((x, 0.0), (x, bottom), 1.0, if *tick == 0.0 { Ink::Axis } else { Ink::Grid }))
            (pen.text(x, bottom + 15.0, TICK_TEXT, Anchor::Middle, Ink::Soft, &tick_text(lang, *tick)))
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "places on one drawing")]
fn one(
    lang: Lang,
    pen: Pen,
    is_beside: bool,
    bar: &Bar,
    top: f64,
    row: f64,
    (left, zero, width): (f64, f64, f64),
    place: &dyn Fn(f64) -> f64,
) -> Markup {
    let (label_y, bar_y, label_ems) = match is_beside {
        true => (top + 19.5, top + 7.0, (left - 12.0) / TEXT),
        false => (top + 17.0, top + 24.0, width / TEXT),
    };
    let no_data = texts(lang).chart_no_data();
    let text = if bar.value.is_some() {
        &bar.text
    } else {
        &no_data
    };
    let (from, to) = match bar.value {
        Some(value) => (zero.min(place(value)), zero.max(place(value))),
        None => (zero, zero),
    };
    let ink = if bar.value.is_some() {
        Ink::Text
    } else {
        Ink::Soft
    };
    pen.mark(
        &bar.href,
        &format!("{} {text}", bar.label),
        html! {
            (pen.target(0.0, top, width, row))
            (pen.text(0.0, label_y, TEXT, Anchor::Start, Ink::Text, &ellipsised(&bar.label, label_ems)))
            (pen.rect(from, bar_y, to - from, 16.0, Ink::Data))
            (pen.text(to + 6.0, bar_y + 12.5, TEXT, Anchor::Start, ink, text))
        },
    )
}

/// Most room that names get beside their bars.
const LABEL_ROOM_MAX: f64 = 230.0;

/// The room that names need beside their bars.
fn label_room(bars: &[Bar]) -> f64 {
    let widest = bars.iter().map(|bar| ems(&bar.label)).fold(0.0, f64::max);
    (widest * TEXT + 14.0).max(80.0)
}
