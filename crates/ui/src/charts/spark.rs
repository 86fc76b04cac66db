use super::{
    Style,
    draw::{Ink, Pen, n},
};
use maud::{Markup, html};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 28.0;

/// A trend without axis, beside its number. `title` says it in words. Nothing is drawn from fewer than two values.
pub fn spark(title: &str, values: &[Option<f64>]) -> Markup {
    let known = || {
        values
            .iter()
            .flatten()
            .copied()
            .filter(|value| value.is_finite())
    };
    let (low, high) = known().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if known().count() < 2 {
        return html! {};
    }
    let spread = if high == low { 1.0 } else { high - low };
    let step = (WIDTH - 8.0) / (values.len() - 1) as f64;
    let points: Vec<Option<(f64, f64)>> = values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let value = (*value)?;
            let y = HEIGHT - 4.0 - (value - low) / spread * (HEIGHT - 8.0);
            value.is_finite().then_some((4.0 + step * at as f64, y))
        })
        .collect();
    let last = points.iter().rev().flatten().next();
    let pen = Pen(Style::Page);
    html! {
        svg class="spark" viewBox={ "0 0 " (n(WIDTH)) " " (n(HEIGHT)) } width=(n(WIDTH)) height=(n(HEIGHT)) role="img" aria-label=(title) {
            title { (title) }
            (pen.through(&points, 1.8, Ink::Data))
            @if let Some((x, y)) = last { (pen.dot(*x, *y, 3.0, Ink::Data)) }
        }
    }
}
