//! From values to places on the paper.
use kernel::Lang;

/// A linear scale over round ticks that always holds zero.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    pub ticks: Vec<f64>,
    low: f64,
    high: f64,
}

const TICKS_WANTED: f64 = 4.0;

impl Scale {
    pub fn around(values: impl Iterator<Item = f64>) -> Self {
        let (mut low, mut high, mut are_whole) = (0.0_f64, 0.0_f64, true);
        for value in values.filter(|value| value.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
            are_whole &= value.fract() == 0.0;
        }
        if low == high {
            high = 1.0;
        }
        let step = nice_step((high - low) / TICKS_WANTED);
        // Between whole things there is none: no half a branch.
        let step = if are_whole { step.max(1.0) } else { step };
        low = (low / step).floor() * step;
        high = (high / step).ceil() * step;
        let count = ((high - low) / step).round() as usize;
        let ticks = (0..=count).map(|at| low + step * at as f64).collect();
        Self { ticks, low, high }
    }

    /// Where `value` lies between `start` and `end`.
    pub fn place(&self, value: f64, start: f64, end: f64) -> f64 {
        start + (value - self.low) / (self.high - self.low) * (end - start)
    }
}

/// 1, 2 or 5 times a power of ten, not below `rough`.
fn nice_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| rough <= factor * power * 1.000_001)
        .unwrap_or(10.0);
    factor * power
}

/// A tick as people write it: 万 and 亿 in Chinese, thousands apart in English.
pub(super) fn tick_text(lang: Lang, value: f64) -> String {
    let size = value.abs();
    match lang {
        Lang::Zh if 1e8 <= size => format!("{}亿", plain(value / 1e8)),
        Lang::Zh if 1e4 <= size => format!("{}万", plain(value / 1e4)),
        Lang::En if 1e6 <= size => format!("{}m", plain(value / 1e6)),
        Lang::En if 1e4 <= size => format!("{}k", plain(value / 1e3)),
        _ => plain(value),
    }
}

fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Scale, tick_text};
    use kernel::Lang;

    fn ticks(values: &[f64]) -> Vec<String> {
        let scale = Scale::around(values.iter().copied());
        scale
            .ticks
            .iter()
            .map(|tick| tick_text(Lang::Zh, *tick))
            .collect()
    }

    #[test]
    fn ticks_are_round_and_hold_zero_and_every_value() {
        assert_eq!(ticks(&[3.0, 211.0]), ["0", "100", "200", "300"]);
        assert_eq!(ticks(&[0.18]), ["0", "0.05", "0.1", "0.15", "0.2"]);
        assert_eq!(ticks(&[0.0, 1.0]), ["0", "1"]);
        assert_eq!(ticks(&[-5.0, 12.0]), ["-5", "0", "5", "10", "15"]);
        assert_eq!(ticks(&[21_460_000_000.0]), ["0", "100亿", "200亿", "300亿"]);
    }

    #[test]
    fn nothing_to_draw_still_has_an_axis() {
        assert_eq!(ticks(&[]).first().map(String::as_str), Some("0"));
        assert_eq!(ticks(&[]), ticks(&[0.0, f64::NAN]));
    }
}
