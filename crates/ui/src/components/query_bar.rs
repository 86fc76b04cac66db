use crate::{Icon, icons::icon, words::texts};
use kernel::Lang;
use maud::{Markup, html};

/// The conditions of a list. Sends a GET, so that every state of the list has an address.
#[derive(Debug, Clone, Default)]
pub struct QueryBar<'a> {
    /// Path of the list, without a query.
    pub action: &'a str,
    /// Parameters that are kept though no field shows them: rows a page, sorting.
    pub keep: &'a [(&'a str, &'a str)],
    /// Fields from [`crate::form`].
    pub fields: Markup,
}

pub fn query_bar(lang: Lang, bar: QueryBar<'_>) -> Markup {
    let t = texts(lang);
    html! {
        form class="query-bar" method="get" action=(bar.action) aria-label=(t.query()) {
            @for (name, value) in bar.keep { input type="hidden" name=(name) value=(value); }
            (bar.fields)
            div class="acts" {
                button class="button" type="submit" { (icon(Icon::Filter)) (t.filter()) }
                a class="button button-quiet" href=(bar.action) { (t.reset()) }
            }
        }
    }
}

/// A condition that holds, and the list without it.
#[derive(Debug, Clone)]
pub struct Condition {
    label: String,
    remove_href: String,
}

impl Condition {
    pub fn new(label: impl Into<String>, remove_href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            remove_href: remove_href.into(),
        }
    }
}

/// The conditions that hold, each with a way to drop it. Nothing when there are none.
pub fn conditions(lang: Lang, conditions: &[Condition]) -> Markup {
    let t = texts(lang);
    html! {
        @if !conditions.is_empty() {
            ul class="conditions" aria-label=(t.conditions()) {
                @for condition in conditions {
                    li {
                        span { (condition.label) }
                        a href=(condition.remove_href) aria-label=(t.remove_condition(&condition.label)) { (icon(Icon::Close)) }
                    }
                }
            }
        }
    }
}

/// What can be done with the list below: acts or the conditions that hold on the left, export and view on the right.
pub fn toolbar(left: Markup, right: Markup) -> Markup {
    html! {
        div class="toolbar" {
            div class="acts" { (left) }
            div class="acts" { (right) }
        }
    }
}
