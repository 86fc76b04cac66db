use super::Tone;
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// An entry of the book, as history.
#[derive(Debug, Clone)]
pub struct Event {
    when: String,
    who: String,
    what: Markup,
    reason: String,
    tone: Tone,
}

impl Event {
    /// `when` and `who` in words; `what` says the act and may link to its record.
    pub fn new(when: impl Into<String>, who: impl Into<String>, what: Markup) -> Self {
        Self {
            when: when.into(),
            who: who.into(),
            what,
            reason: String::new(),
            tone: Tone::Idle,
        }
    }

    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// What happened, in the order given.
pub fn timeline(lang: Lang, events: &[Event]) -> Markup {
    html! {
        @if events.is_empty() {
            p class="none" { (texts(lang).history_empty()) }
        } @else {
            ol class="timeline" {
                @for event in events {
                    li class=(event.tone.class()) {
                        p class="timeline-what" { (event.what) }
                        p class="timeline-meta" { span { (event.when) } span { (event.who) } }
                        @if !event.reason.is_empty() { p class="timeline-reason" { (event.reason) } }
                    }
                }
            }
        }
    }
}
