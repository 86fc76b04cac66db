use kernel::Bilingual;

/// What the entries of one kind did, in a word: in histories, in lists of acts, over the page of one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryKind {
    /// As in the book, for instance `plan.briefing.recorded`.
    pub kind: &'static str,
    pub title: Bilingual,
}

impl EntryKind {
    pub const fn new(kind: &'static str, zh: &'static str, en: &'static str) -> EntryKind {
        EntryKind {
            kind,
            title: Bilingual::new(zh, en),
        }
    }
}
