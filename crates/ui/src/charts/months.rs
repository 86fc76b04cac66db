use super::{
    Style,
    draw::{Anchor, Ink, Pen, Room, ems},
    scale::{Scale, tick_text},
};
use crate::words::{Texts, texts};
use kernel::Lang;
use maud::{Markup, html};

/// One month's value; the month is its place in the list, January first.
#[derive(Debug, Clone, Default)]
pub struct Point {
    /// `None`: not known or not yet.
    pub value: Option<f64>,
    /// The value as people write it.
    pub text: String,
    pub href: String,
}

/// A line through the months of a year, last year's in grey.
#[derive(Debug, Clone, Copy, Default)]
pub struct Months<'a> {
    pub title: &'a str,
    /// At most twelve.
    pub this_year: &'a [Point],
    /// Empty where there is none.
    pub last_year: &'a [Point],
    /// Up to which day the newest month counts, in words, where it is not over: it is drawn as still going on.
    pub running: &'a str,
}

pub fn months(lang: Lang, style: Style, chart: Months<'_>) -> Markup {
    let mut points = chart.this_year.iter().chain(chart.last_year);
    if style == Style::Page && points.all(|point| point.value.is_none()) {
        return html! { p class="none" { (texts(lang).chart_no_data()) } };
    }
    Pen(style).figure(|room| draw(lang, Pen(style), room, &chart))
}

const MONTHS: usize = 12;
const TEXT: f64 = 12.0;

fn draw(lang: Lang, pen: Pen, room: Room, chart: &Months<'_>) -> Markup {
    let t = texts(lang);
    let (width, height) = match room {
        Room::Wide => (720.0, 270.0),
        Room::Narrow => (350.0, 240.0),
    };
    let this_year = &chart.this_year[..chart.this_year.len().min(MONTHS)];
    let last_year = &chart.last_year[..chart.last_year.len().min(MONTHS)];
    let values = this_year.iter().chain(last_year).filter_map(|p| p.value);
    let scale = Scale::around(values);
    let tick_texts: Vec<String> = scale.ticks.iter().map(|v| tick_text(lang, *v)).collect();
    let tick_room = tick_texts.iter().map(|text| ems(text)).fold(0.0, f64::max) * TEXT;
    let (left, right) = (tick_room + 10.0, width - 16.0);
    let (top, bottom) = (34.0, height - 26.0);
    let step = (right - left) / MONTHS as f64;
    let x = |month: usize| left + step * (month as f64 + 0.5);
    let y = |value: f64| scale.place(value, bottom, top);
    let place = |points: &[Point]| -> Vec<Option<(f64, f64)>> {
        let places = points.iter().enumerate();
        places
            .map(|(month, point)| point.value.map(|value| (x(month), y(value))))
            .collect()
    };
    let newest = this_year.iter().rposition(|point| point.value.is_some());
    // The months that are over; the running one hangs on to them.
    let full = match newest {
        Some(newest) if !chart.running.is_empty() => newest,
        _ => this_year.len(),
    };
    let said = |month: usize, point: &Point| match full <= month {
        true => format!("{} {}", chart.running, point.text),
        false => point.text.clone(),
    };
    let at = |month: usize| place(this_year).get(month).copied().flatten();
    let (before, running) = (full.checked_sub(1).and_then(at), at(full));
    pen.svg(
        "chart-svg",
        chart.title,
        width,
        height,
        html! {
            (legend(t, pen, width, !last_year.is_empty()))
            @for (tick, text) in scale.ticks.iter().zip(&tick_texts) {
                (pen.line((left, y(*tick)), (right, y(*tick)), 1.0, if *tick == 0.0 { Ink::Axis } else { Ink::Grid }))
                (pen.text(left - 8.0, y(*tick) + 4.0, TEXT, Anchor::End, Ink::Soft, text))
            }
            @for month in 0..MONTHS {
                @if room == Room::Wide || month % 2 == 0 {
                    (pen.text(x(month), height - 8.0, TEXT, Anchor::Middle, Ink::Soft, &t.month(month + 1)))
                }
            }
            (pen.through(&place(last_year), 1.5, Ink::Before))
            @for (month, point) in last_year.iter().enumerate() {
                @if let Some(value) = point.value {
                    (pen.mark(&point.href, &format!("{} {} {}", t.chart_last_year(), t.month(month + 1), point.text), html! {
                        (pen.target(x(month) - step / 2.0, y(value) - 12.0, step, 24.0))
                        (pen.dot(x(month), y(value), 2.5, Ink::Before))
                    }))
                }
            }
            (pen.through(&place(&this_year[..full]), 2.5, Ink::Data))
            @if let (Some(from), Some(to)) = (before, running) { (pen.broken(from, to, 2.5, Ink::Data)) }
            @for (month, point) in this_year.iter().enumerate() {
                @if let Some(value) = point.value {
                    (pen.mark(&point.href, &format!("{} {} {}", t.chart_this_year(), t.month(month + 1), said(month, point)), html! {
                        (pen.target(x(month) - step / 2.0, y(value) - 12.0, step, 24.0))
                        @if full <= month { (pen.ring(x(month), y(value), 4.0, Ink::Data)) }
                        @else { (pen.dot(x(month), y(value), 4.0, Ink::Data)) }
                        @if newest == Some(month) {
                            @let room = right - x(month) - 12.0;
                            @let so_far = format!("{} {}", point.text, chart.running);
                            @if full <= month && ems(&so_far) * 13.0 < room {
                                // Beside the point, where the broken line does not come.
                                // Near the foot it stands above the axis, not on it.
                                @let beside = (y(value) + 4.0).min(bottom - 6.0);
                                (pen.text(x(month) + 10.0, beside, 13.0, Anchor::Start, Ink::Text, &so_far))
                            } @else {
                                @let half = ems(&point.text) * 6.5;
                                (pen.text(x(month).clamp(left + half, width - half), y(value) - 10.0, 13.0, Anchor::Middle, Ink::Text, &point.text))
                            }
                        }
                    }))
                }
            }
            @if newest.is_none() {
                (pen.text((left + right) / 2.0, (top + bottom) / 2.0, 14.0, Anchor::Middle, Ink::Soft, &t.chart_no_data()))
            }
        },
    )
}

pub(super) fn legend(t: &Texts, pen: Pen, width: f64, has_last_year: bool) -> Markup {
    let last = t.chart_last_year();
    let last_x = width - ems(&last) * TEXT - 6.0;
    let this = t.chart_this_year();
    let this_x = if has_last_year { last_x - 40.0 } else { width } - ems(&this) * TEXT - 6.0;
    html! {
        (pen.line((this_x - 22.0, 10.0), (this_x - 4.0, 10.0), 2.5, Ink::Data))
        (pen.text(this_x, 14.0, TEXT, Anchor::Start, Ink::Soft, &this))
        @if has_last_year {
            (pen.line((last_x - 22.0, 10.0), (last_x - 4.0, 10.0), 1.5, Ink::Before))
            (pen.text(last_x, 14.0, TEXT, Anchor::Start, Ink::Soft, &last))
        }
    }
}
