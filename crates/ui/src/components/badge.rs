use maud::{Markup, PreEscaped, html};

/// What a colour says. It is never said by colour alone: a word and, for lights, a shape go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Idle,
    Good,
    Attention,
    Bad,
    Info,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Tone::Idle => "tone-idle",
            Tone::Good => "tone-good",
            Tone::Attention => "tone-attention",
            Tone::Bad => "tone-bad",
            Tone::Info => "tone-info",
        }
    }

    /// A shape of its own for each tone, on a grid of 12 units: dot, triangle, square, diamond, ring.
    pub(crate) fn shape(self) -> &'static str {
        match self {
            Tone::Idle => r#"<circle cx="6" cy="6" r="4" class="ring"/>"#,
            Tone::Good => r#"<circle cx="6" cy="6" r="5"/>"#,
            Tone::Attention => r#"<path d="M6 .8 11.6 11H.4z"/>"#,
            Tone::Bad => r#"<rect x="1" y="1" width="10" height="10" rx="1"/>"#,
            Tone::Info => r#"<path d="M6 .3 11.7 6 6 11.7.3 6z"/>"#,
        }
    }
}

/// A light: shape, colour and word.
pub fn status_light(tone: Tone, word: &str) -> Markup {
    html! {
        span class={ "light " (tone.class()) } {
            svg viewBox="0 0 12 12" aria-hidden="true" focusable="false" { (PreEscaped(tone.shape())) }
            (word)
        }
    }
}

/// A small label beside a title: a kind, a state, a count.
pub fn badge(tone: Tone, word: &str) -> Markup {
    html! { span class={ "badge " (tone.class()) } { (word) } }
}
