use maud::{Markup, html};

/// A label and what holds.
#[derive(Debug, Clone)]
pub struct Fact {
    label: String,
    value: Markup,
}

impl Fact {
    pub fn new(label: impl Into<String>, value: Markup) -> Self {
        Self {
            label: label.into(),
            value,
        }
    }

    pub fn text(label: impl Into<String>, value: &str) -> Self {
        Self::new(label, html! { (value) })
    }
}

/// A list of facts. An empty value shows a dash.
pub fn facts(facts: &[Fact]) -> Markup {
    html! {
        dl class="facts" {
            @for fact in facts {
                div {
                    dt { (fact.label) }
                    dd { @if fact.value.0.is_empty() { span class="none" { "—" } } @else { (fact.value) } }
                }
            }
        }
    }
}

/// A part of a page under its own heading (`h2`), with acts at the heading's end.
pub fn section(id: &str, heading: &str, acts: Markup, body: Markup) -> Markup {
    html! {
        section class="section" aria-labelledby=(id) {
            div class="section-head" {
                h2 id=(id) { (heading) }
                @if !acts.0.is_empty() { div class="acts" { (acts) } }
            }
            (body)
        }
    }
}

/// Facts left, history right; one below the other where it is narrow.
pub fn two_columns(left: Markup, right: Markup) -> Markup {
    html! {
        div class="two-columns" {
            div class="column-main" { (left) }
            div class="column-side" { (right) }
        }
    }
}
