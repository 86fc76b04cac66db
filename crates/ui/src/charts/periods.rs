use super::{
    Style,
    draw::{Anchor, Ink, Pen, Room, ems},
    scale::{Scale, tick_text},
};
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// One period's value.
#[derive(Debug, Clone, Default)]
pub struct PeriodPoint {
    /// Short: it stands under the axis.
    pub label: String,
    /// `None`: not known.
    pub value: Option<f64>,
    /// The value as people write it, with its days: read out, and shown when one points at the mark.
    pub title: String,
    pub href: String,
    /// It is not over: drawn hollow.
    pub is_running: bool,
}

/// A line through days, weeks, quarters or years, the oldest first, a year earlier in grey.
#[derive(Debug, Clone, Copy, Default)]
pub struct Periods<'a> {
    pub title: &'a str,
    pub now: &'a [PeriodPoint],
    /// The same periods a year earlier, or empty.
    pub before: &'a [PeriodPoint],
}

/// Most periods that are drawn.
pub const PERIODS_MAX: usize = 62;

pub fn periods(lang: Lang, style: Style, chart: Periods<'_>) -> Markup {
    let mut points = chart.now.iter().chain(chart.before);
    if style == Style::Page && points.all(|point| point.value.is_none()) {
        return html! { p class="none" { (texts(lang).chart_no_data()) } };
    }
    Pen(style).figure(|room| draw(lang, Pen(style), room, &chart))
}

const TEXT: f64 = 12.0;

fn draw(lang: Lang, pen: Pen, room: Room, chart: &Periods<'_>) -> Markup {
    let (width, height) = match room {
        Room::Wide => (720.0, 250.0),
        Room::Narrow => (350.0, 230.0),
    };
    let now = &chart.now[..chart.now.len().min(PERIODS_MAX)];
    let before = &chart.before[..chart.before.len().min(now.len())];
    let scale = Scale::around(now.iter().chain(before).filter_map(|point| point.value));
    let ticks: Vec<String> = scale.ticks.iter().map(|v| tick_text(lang, *v)).collect();
    let tick_room = ticks.iter().map(|text| ems(text)).fold(0.0, f64::max) * TEXT;
    let (left, right) = (tick_room + 10.0, width - 16.0);
    let (top, bottom) = (30.0, height - 26.0);
    let step = (right - left) / now.len().max(1) as f64;
    let x = |at: usize| left + step * (at as f64 + 0.5);
    let y = |value: f64| scale.place(value, bottom, top);
    let widest = now
        .iter()
        .map(|point| ems(&point.label))
        .fold(0.0, f64::max)
        * TEXT
        + 10.0;
    let every = ((widest / step).ceil() as usize).max(1);
    let line = |points: &[PeriodPoint]| -> Vec<Option<(f64, f64)>> {
        let points = points.iter().enumerate();
        points
            .map(|(at, point)| Some((x(at), y(point.value?))))
            .collect()
    };
    let marks = |points: &[PeriodPoint], ink: Ink, radius: f64| {
        html! {
            @for (at, point) in points.iter().enumerate() {
                @if let Some(value) = point.value {
                    (pen.mark(&point.href, &point.title, html! {
                        (pen.target(x(at) - step / 2.0, y(value) - 12.0, step, 24.0))
                        @if point.is_running { (pen.ring(x(at), y(value), radius, ink)) }
                        @else { (pen.dot(x(at), y(value), radius, ink)) }
                    }))
                }
            }
        }
    };
    // The running period hangs on to those that are over.
    let over = now.iter().take_while(|point| !point.is_running).count();
    let places = line(now);
    let at = |index: usize| places.get(index).copied().flatten();
    pen.svg(
        "chart-svg",
        chart.title,
        width,
        height,
        html! {
            (super::months::legend(texts(lang), pen, width, !before.is_empty()))
            @for (tick, text) in scale.ticks.iter().zip(&ticks) {
                (pen.line((left, y(*tick)), (right, y(*tick)), 1.0, if *tick == 0.0 { Ink::Axis } else { Ink::Grid }))
                (pen.text(left - 8.0, y(*tick) + 4.0, TEXT, Anchor::End, Ink::Soft, text))
            }
            @for (at, point) in now.iter().enumerate() {
                // Counted from the newest, so that it always has its label.
                @if (now.len() - 1 - at).is_multiple_of(every) {
                    (pen.text(x(at), height - 8.0, TEXT, Anchor::Middle, Ink::Soft, &point.label))
                }
            }
            (pen.through(&line(before), 1.5, Ink::Before))
            (marks(before, Ink::Before, 2.5))
            (pen.through(&places[..over], 2.5, Ink::Data))
            @if let (Some(from), Some(to)) = (over.checked_sub(1).and_then(at), at(over)) {
                (pen.broken(from, to, 2.5, Ink::Data))
            }
            (marks(now, Ink::Data, 4.0))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: Option<f64>, is_running: bool) -> PeriodPoint {
        PeriodPoint {
            label: "5.14".to_owned(),
            value,
            title: "5月14日 3件".to_owned(),
            href: "/figures/done?as_of=2021-05-14".to_owned(),
            is_running,
        }
    }

    #[test]
    fn each_mark_opens_its_days_and_a_running_period_is_hollow() {
        let now = [
            point(Some(3.0), false),
            point(None, false),
            point(Some(1.0), true),
        ];
        let chart = Periods {
            title: "走势",
            now: &now,
            before: &[],
        };
        let html = periods(Lang::Zh, Style::Page, chart).into_string();
        // Wide and narrow: two marks each, since what is not known has none.
        assert_eq!(html.matches("<a href=").count(), 4, "{html}");
        assert_eq!(html.matches("r=\"4\" fill=\"none\"").count(), 2);
        assert!(html.contains("<title>5月14日 3件</title>"));
    }
}
