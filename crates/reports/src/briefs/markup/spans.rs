//! What stands inside a line: text, `**strong text**`, tokens.
use super::{Placed, Span};
use crate::briefs::{
    embed,
    token::{self, TokenError},
};

/// Reads one line's text; its tokens are added to `tokens`.
pub fn read(text: &str, line: usize, tokens: &mut Vec<Placed>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        strong(&rest[..at], &mut spans);
        let inside = &rest[at + 2..];
        let (token, length) = match inside.find("}}") {
            Some(end) if embed::is_one(&inside[..end]) => (Err(TokenError::NeedsOwnLine), end + 4),
            Some(end) => (token::read(&inside[..end]), end + 4),
            None => (Err(TokenError::NotClosed), rest.len() - at),
        };
        spans.push(Span::Token(tokens.len()));
        tokens.push(Placed {
            line,
            source: rest[at..at + length].to_owned(),
            token,
        });
        rest = &rest[at + length..];
    }
    strong(rest, &mut spans);
    spans
}

/// Text with `**strong**` parts. A pair of stars that is not closed is text.
fn strong(text: &str, spans: &mut Vec<Span>) {
    let mut push = |text: &str, is_strong: bool| {
        if !text.is_empty() {
            let text = text.to_owned();
            spans.push(if is_strong {
                Span::Strong(text)
            } else {
                Span::Text(text)
            });
        }
    };
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("**")
        && let Some((inside, after)) = behind.split_once("**")
    {
        push(before, false);
        push(inside, true);
        rest = after;
    }
    push(rest, false);
}
