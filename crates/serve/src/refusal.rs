//! What an act refuses: its form tells all that is wrong at once ([`crate::desk::tell`]), the act itself stops at the first.
use kernel::limits::NOTE_CHARS_MAX;

/// Refuses for the first thing that is wrong.
pub(crate) fn first<E>(wrong: Vec<E>) -> Result<(), E> {
    wrong.into_iter().next().map_or(Ok(()), Err)
}

/// Whether this is a note, or a reason, as the book wants it: said, and not too long.
pub(crate) fn is_note(text: &str) -> bool {
    (1..=NOTE_CHARS_MAX).contains(&text.trim().chars().count())
}

/// Which of these fields are longer than their most characters, with that number.
pub(crate) fn too_long<'a>(
    texts: impl IntoIterator<Item = (&'static str, &'a str, usize)>,
) -> impl Iterator<Item = (&'static str, usize)> {
    let texts = texts.into_iter();
    texts
        .filter(|(_, text, max)| *max < text.trim().chars().count())
        .map(|(field, _, max)| (field, max))
}
