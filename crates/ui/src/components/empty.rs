use super::{Act, link_button};
use crate::{Icon, icons::icon, words::texts};
use kernel::Lang;
use maud::{Markup, html};

/// Nothing here yet: says what would be here and offers the first act.
#[derive(Debug, Clone, Copy, Default)]
pub struct Empty<'a> {
    pub title: &'a str,
    pub text: &'a str,
    /// Label and href of the first act; `None` for somebody who may not do it.
    pub act: Option<(&'a str, &'a str)>,
}

pub fn empty(empty: Empty<'_>) -> Markup {
    html! {
        div class="empty" {
            (icon(Icon::Empty))
            p class="empty-title" { (empty.title) }
            @if !empty.text.is_empty() { p { (empty.text) } }
            @if let Some((label, href)) = empty.act { (link_button(label, href, Act::Plain, None)) }
        }
    }
}

/// A page that is nothing but a state: not found, not allowed, gone, failed.
#[derive(Debug, Clone, Copy, Default)]
pub struct WholePage<'a> {
    pub title: &'a str,
    /// Place and reason.
    pub text: &'a str,
    /// What one can do now.
    pub remedy: &'a str,
    pub acts: &'a [(&'a str, &'a str)],
    /// Found again in the log by this id.
    pub operation: Option<&'a str>,
}

pub fn whole_page(lang: Lang, page: WholePage<'_>) -> Markup {
    html! {
        div class="whole-page" {
            h1 { (page.title) }
            @if !page.text.is_empty() { p { (page.text) } }
            @if !page.remedy.is_empty() { p { (page.remedy) } }
            @if !page.acts.is_empty() {
                div class="acts" {
                    @for (label, href) in page.acts { (link_button(label, href, Act::Plain, None)) }
                }
            }
            @if let Some(id) = page.operation { p class="operation" { (texts(lang).operation_id(id)) } }
        }
    }
}
