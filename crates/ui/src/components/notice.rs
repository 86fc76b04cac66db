use super::Tone;
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, PreEscaped, html};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    #[default]
    Info,
    Success,
    Warning,
    Error,
}

impl NoticeKind {
    fn tone(self) -> Tone {
        match self {
            NoticeKind::Info => Tone::Info,
            NoticeKind::Success => Tone::Good,
            NoticeKind::Warning => Tone::Attention,
            NoticeKind::Error => Tone::Bad,
        }
    }

    /// Errors interrupt a screen reader; the rest waits its turn.
    fn role(self) -> &'static str {
        match self {
            NoticeKind::Error => "alert",
            _ => "status",
        }
    }
}

/// Something to know before reading on. Errors say place, reason, remedy.
#[derive(Debug, Clone, Copy, Default)]
pub struct Notice<'a> {
    pub kind: NoticeKind,
    pub title: &'a str,
    pub text: &'a str,
    /// Label and href of what one can do now.
    pub act: Option<(&'a str, &'a str)>,
    /// Found again in the log by this id.
    pub operation: Option<&'a str>,
}

pub fn notice(lang: Lang, notice: &Notice<'_>) -> Markup {
    let tone = notice.kind.tone();
    html! {
        div class={ "notice " (tone.class()) } role=(notice.kind.role()) {
            svg class="notice-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false" { (PreEscaped(tone.shape())) }
            div {
                @if !notice.title.is_empty() { p class="notice-title" { (notice.title) } }
                @if !notice.text.is_empty() { p { (notice.text) } }
                @if let Some((label, href)) = notice.act { p { a href=(href) { (label) } } }
                @if let Some(id) = notice.operation { p class="operation" { (texts(lang).operation_id(id)) } }
            }
        }
    }
}
