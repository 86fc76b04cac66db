use super::{
    Style,
    draw::{Ink, Pen},
};
use crate::{number, words::texts};
use kernel::Lang;
use maud::{Markup, html};

/// How many of all are covered, and what both numbers open.
#[derive(Debug, Clone, Copy, Default)]
pub struct Coverage<'a> {
    pub label: &'a str,
    pub covered: u64,
    pub all: u64,
    /// Opens those that are covered.
    pub href: &'a str,
    /// Opens those that are missing.
    pub missing_href: &'a str,
    /// What the second number is called: "未覆盖 3 个".
    pub missing_text: &'a str,
}

/// A bar that is full at the whole. Nothing to cover is no coverage of 0 %: it shows "no data".
pub fn coverage(lang: Lang, coverage: Coverage<'_>) -> Markup {
    let t = texts(lang);
    let pen = Pen(Style::Page);
    let share = if coverage.all == 0 {
        0.0
    } else {
        (coverage.covered as f64 / coverage.all as f64).min(1.0)
    };
    let sum = t.coverage_of(coverage.covered.to_string(), coverage.all.to_string());
    html! {
        div class="coverage" {
            div class="coverage-head" {
                span { (coverage.label) }
                @if coverage.all == 0 { span class="none" { (t.chart_no_data()) } }
                @else {
                    strong { (percent(coverage.covered, coverage.all)) }
                }
            }
            svg class="coverage-bar" viewBox="0 0 400 8" preserveAspectRatio="none" role="img" aria-label=(sum) {
                title { (sum) }
                (pen.rect(0.0, 0.0, 400.0, 8.0, Ink::DataSoft))
                @if 0.0 < share { (pen.rect(0.0, 0.0, 400.0 * share, 8.0, Ink::Data)) }
            }
            @if 0 < coverage.all {
                div class="coverage-foot" {
                    (link(&sum, coverage.href))
                    @if !coverage.missing_text.is_empty() && coverage.covered < coverage.all {
                        (link(coverage.missing_text, coverage.missing_href))
                    }
                }
            }
        }
    }
}

fn link(text: &str, href: &str) -> Markup {
    html! { @if href.is_empty() { span { (text) } } @else { (number(text, href)) } }
}

/// Rounded down, so that 100 % is said only when none is missing.
fn percent(covered: u64, all: u64) -> String {
    let tenths = u128::from(covered) * 1000 / u128::from(all.max(1));
    if tenths % 10 == 0 {
        format!("{}%", tenths / 10)
    } else {
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_hundred_percent_is_said_only_when_none_is_missing() {
        assert_eq!(percent(3_899, 3_900), "99.9%");
        assert_eq!(percent(211, 211), "100%");
        assert_eq!(percent(1, 3), "33.3%");
    }
}
