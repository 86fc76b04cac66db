use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// A number that opens what it was counted from. `text` is written as people write it: `214.6亿元`.
pub fn number(text: &str, href: &str) -> Markup {
    html! { a class="number" href=(href) { (text) } }
}

/// One number, large.
#[derive(Debug, Clone, Default)]
pub struct BigNumber<'a> {
    pub label: &'a str,
    pub text: &'a str,
    /// Unit of measure, smaller, behind the number; empty when `text` has it.
    pub unit: &'a str,
    /// What the number opens. Empty on the page that shows the records itself.
    pub href: &'a str,
    /// Growth, as-of day, denominator.
    pub note: Option<Markup>,
    /// A spark line, for instance.
    pub picture: Option<Markup>,
}

pub fn big_number(number: BigNumber<'_>) -> Markup {
    html! {
        div class="big-number" {
            p class="big-number-label" { (number.label) }
            p class="big-number-text" {
                @if number.href.is_empty() { span { (number.text) } }
                @else { a class="number" href=(number.href) { (number.text) } }
                @if !number.unit.is_empty() { span class="big-number-unit" { (number.unit) } }
            }
            @if let Some(picture) = number.picture { (picture) }
            @if let Some(note) = number.note { div class="big-number-note" { (note) } }
        }
    }
}

/// Several big numbers side by side.
pub fn numbers_row(numbers: &[Markup]) -> Markup {
    html! { div class="numbers-row" { @for number in numbers { (number) } } }
}

/// What a number means, in words.
pub fn definition(lang: Lang, text: Markup) -> Markup {
    html! {
        aside class="definition" aria-label=(texts(lang).definition()) {
            p class="definition-term" { (texts(lang).definition()) }
            (text)
        }
    }
}
