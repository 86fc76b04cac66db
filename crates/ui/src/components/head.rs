use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// The head of a page: where it is, its one `h1`, a line about it, its acts.
#[derive(Debug, Clone, Default)]
pub struct PageHead<'a> {
    pub title: &'a str,
    /// What stands under the title: text, lights, badges.
    pub sub: Option<Markup>,
    /// Buttons that say the verb.
    pub acts: Option<Markup>,
    pub crumbs: &'a [Crumb],
}

pub fn page_head(lang: Lang, head: PageHead<'_>) -> Markup {
    html! {
        header class="page-head" {
            (breadcrumbs(lang, head.crumbs))
            div class="page-head-row" {
                div class="page-head-text" {
                    h1 { (head.title) }
                    @if let Some(sub) = head.sub { div class="page-sub" { (sub) } }
                }
                @if let Some(acts) = head.acts { div class="acts" { (acts) } }
            }
        }
    }
}

/// One step of the way from the top to this page. The page itself is not a step.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

impl Crumb {
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
        }
    }
}

pub fn breadcrumbs(lang: Lang, crumbs: &[Crumb]) -> Markup {
    html! {
        @if !crumbs.is_empty() {
            nav class="crumbs" aria-label=(texts(lang).breadcrumbs()) {
                ol { @for crumb in crumbs { li { a href=(crumb.href) { (crumb.label) } } } }
            }
        }
    }
}
