//! The sheet of an issue, as it was printed: inside, where its numbers open their records, and on the portal.
use super::{
    chart::Drawing,
    draft_page::foot,
    frozen::Issue,
    frozen_parts::{FrozenEmbedded, FrozenRestatement},
    sheet::{Drawn, Sheet, Shown, sheet},
};
use crate::words;
use files::FileId;
use kernel::Lang;
use maud::Markup;

/// Where what is on the sheet leads.
pub struct Ways<'a> {
    pub picture: &'a dyn Fn(FileId) -> String,
    /// From a number that is said anew to what it was.
    pub before: &'a dyn Fn(&FrozenRestatement) -> String,
}

/// `shown` are the issue's numbers; `changed` the places of those that would be others today.
pub fn issue_sheet(
    lang: Lang,
    issue: &Issue,
    shown: &[Shown],
    changed: &[usize],
    ways: &Ways<'_>,
) -> Markup {
    let zh = words::texts(Lang::Zh);
    let sheet_of = Sheet {
        name: &issue.name,
        issue: &zh.issue_number(issue.number, issue.total),
        office: &issue.office,
        date: &paper::write_date(issue.date, Lang::Zh),
        title: &issue.title,
        editors_note: &issue.editors_note,
        blocks: &issue.blocks,
        foot: &foot(
            Lang::Zh,
            [
                issue.report_to.clone(),
                issue.send_to.clone(),
                issue.issue_to.clone(),
            ],
        ),
        copies: issue.copies,
        embedded: &drawn(issue, shown, changed, ways),
    };
    sheet(lang, &sheet_of, shown)
}

/// What stands on lines of its own, as it was issued.
fn drawn(issue: &Issue, shown: &[Shown], changed: &[usize], ways: &Ways<'_>) -> Vec<Drawn> {
    let opens = |place: usize| {
        let shown = shown.get(place);
        shown.map_or_else(String::new, |shown| shown.href.clone())
    };
    let one = |one: &FrozenEmbedded| match one {
        FrozenEmbedded::Chart(chart) => {
            Drawn::Chart(Drawing::of_issue(chart, issue, changed, &opens))
        }
        FrozenEmbedded::Picture(picture) => Drawn::Picture {
            src: (ways.picture)(picture.file),
            caption: picture.caption.clone(),
            width_mm: picture.width_mm,
        },
        FrozenEmbedded::Restatement(one) => Drawn::Restated {
            before: words::texts(Lang::Zh).restated_before(
                one.issue_number,
                one.total,
                one.title.as_str(),
            ),
            old: one.old.clone(),
            old_href: (ways.before)(one),
            new: shown.get(one.new).cloned().unwrap_or_else(|| Shown {
                text: String::new(),
                href: String::new(),
                mark: None,
            }),
            reason: one.reason.clone(),
        },
    };
    issue.embedded.iter().map(one).collect()
}
