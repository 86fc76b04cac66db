use crate::words::Texts;
use maud::{Markup, html};

/// Who is logged in, always visible.
#[derive(Debug, Clone, Copy)]
pub struct Viewer<'a> {
    pub name: &'a str,
    pub unit: &'a str,
    /// How far the rights reach, in words: "全区", "本级及下级".
    pub scope: &'a str,
    /// Their own page; empty while there is none.
    pub href: &'a str,
}

pub(super) fn card(t: &Texts, viewer: &Viewer<'_>) -> Markup {
    html! {
        div class="viewer" {
            span class="viewer-name" { (name(t, viewer)) }
            span class="viewer-unit" title=(viewer.unit) { (viewer.unit) }
            span class="viewer-scope" { (t.viewer_scope(viewer.scope)) }
        }
    }
}

/// The name, which leads to the person's own page.
pub(super) fn name(t: &Texts, viewer: &Viewer<'_>) -> Markup {
    html! {
        @if viewer.href.is_empty() { (viewer.name) }
        @else { a href=(viewer.href) title=(t.account_own()) { (viewer.name) } }
    }
}
