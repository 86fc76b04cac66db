use crate::{Icon, icons::icon};
use maud::{Markup, html};

/// How much a button asks for. A page has at most one primary act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Act {
    Primary,
    #[default]
    Plain,
    /// Takes something away that does not come back by itself.
    Danger,
    Quiet,
}

impl Act {
    fn class(self) -> &'static str {
        match self {
            Act::Primary => "button button-primary",
            Act::Plain => "button",
            Act::Danger => "button button-danger",
            Act::Quiet => "button button-quiet",
        }
    }
}

/// A button that sends the form it stands in. Its label is a verb.
#[derive(Debug, Clone, Copy, Default)]
pub struct Button<'a> {
    pub label: &'a str,
    pub act: Act,
    pub icon: Option<Icon>,
    /// Sent with the form when not empty, to tell two buttons of one form apart.
    pub name: &'a str,
    pub value: &'a str,
    /// Id of a form elsewhere on the page.
    pub form: &'a str,
}

pub fn button(button: Button<'_>) -> Markup {
    html! {
        button class=(button.act.class()) type="submit"
            name=[some(button.name)] value=[some(button.name).map(|_| button.value)]
            form=[some(button.form)]
        {
            @if let Some(shown) = button.icon { (icon(shown)) }
            (button.label)
        }
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
pub fn link_button(label: &str, href: &str, act: Act, shown: Option<Icon>) -> Markup {
    html! {
        a class=(act.class()) href=(href) {
            @if let Some(shown) = shown { (icon(shown)) }
            (label)
        }
    }
}

/// A row of buttons.
pub fn acts(buttons: Markup) -> Markup {
    html! { div class="acts" { (buttons) } }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
