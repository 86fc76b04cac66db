use super::{Act, Button, PageHead, button, link_button, page_head};
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// A page of its own that asks before something happens that cannot be taken back easily. Works without script.
#[derive(Debug, Clone, Copy, Default)]
pub struct Confirm<'a> {
    pub title: &'a str,
    /// What will be done, in one sentence.
    pub question: &'a str,
    /// What follows from it, one sentence each.
    pub consequences: &'a [String],
    /// Where the confirming post goes.
    pub action: &'a str,
    /// Sent along, hidden.
    pub hidden: &'a [(&'a str, &'a str)],
    /// The verb on the button: "销号", not "是".
    pub verb: &'a str,
    pub danger: bool,
    pub cancel_href: &'a str,
    pub csrf: Option<&'a str>,
}

pub fn confirm(lang: Lang, confirm: Confirm<'_>) -> Markup {
    let act = if confirm.danger {
        Act::Danger
    } else {
        Act::Primary
    };
    html! {
        (page_head(lang, PageHead { title: confirm.title, ..Default::default() }))
        form class="form confirm" method="post" action=(confirm.action) {
            @if let Some(csrf) = confirm.csrf { input type="hidden" name="csrf" value=(csrf); }
            @for (name, value) in confirm.hidden { input type="hidden" name=(name) value=(value); }
            p class="confirm-question" { (confirm.question) }
            @if !confirm.consequences.is_empty() {
                ul { @for sentence in confirm.consequences { li { (sentence) } } }
            }
            div class="acts" {
                (button(Button { label: confirm.verb, act, ..Default::default() }))
                (link_button(&texts(lang).cancel(), confirm.cancel_href, Act::Plain, None))
            }
        }
    }
}
