//! The chain of seals: each row by itself, and each as what follows from the one before.
use super::{
    FORM, Finding, Row, Seal, What,
    finding::Findings,
    row::{COLUMNS, HASH_AT, PREVIOUS_AT, ROOT_AT, hash_of},
};
use crate::day;
use chrono::NaiveDate;
use db::Cell;

/// A seal's row with what can be known of it otherwise.
pub(crate) struct Link {
    pub(crate) number: i64,
    pub(crate) cells: Vec<Cell>,
    /// `None` where the row cannot be read as a seal.
    pub(crate) seal: Option<Seal>,
    /// Whether its hash is that of its row.
    pub(crate) is_whole: bool,
}

/// Reads rows, in order, as links; says which are missing and which do not follow from the one before.
pub(crate) fn links(rows: Vec<Vec<Cell>>, found: &mut Vec<Finding>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::with_capacity(rows.len());
    for cells in rows {
        let seal = Seal::of(&cells);
        let is_whole = seal.is_some() && cells[HASH_AT].bytes() == Some(&hash_of(&cells));
        let expected = links.last().map_or(1, |before| before.number + 1);
        let number = match cells[0].int() {
            // A number that its row's hash does not bind is none: the row stands where it stands.
            Some(number) if is_whole => number,
            _ => expected,
        };
        for missing in expected..number {
            let mut found = findings(missing, None, found);
            found.say(What::Missing, Row::Seal);
        }
        let day = seal.as_ref().map(|seal| seal.day);
        let before = links.last().filter(|before| before.number + 1 == number);
        let follows = match before {
            Some(before) => cells[PREVIOUS_AT] == before.cells[HASH_AT],
            None => number != 1 || cells[PREVIOUS_AT].bytes() == Some(&[0; 32]),
        };
        // A row that was changed is named with its column; here are those that were written anew.
        if is_whole && !follows && before.is_none_or(|before| before.is_whole) {
            findings(number, day, found).say(What::Unchained, Row::Seal);
        }
        links.push(Link {
            number,
            cells,
            seal,
            is_whole,
        });
    }
    links
}

pub(crate) fn findings(seal: i64, day: Option<NaiveDate>, list: &mut Vec<Finding>) -> Findings<'_> {
    Findings { seal, day, list }
}

/// What the rows below a seal say that it ought to be.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counted {
    pub(crate) last_seq: Option<i64>,
    pub(crate) entries: i64,
    pub(crate) leaves: i64,
    pub(crate) roots: Vec<[u8; 32]>,
}

/// Names the column of a seal's row that was changed: the one with which, put right, the hash is right again.
pub(crate) fn name_changed(links: &[Link], at: usize, counted: &Counted, found: &mut Vec<Finding>) {
    let link = &links[at];
    let before = at.checked_sub(1).map(|at| &links[at].cells);
    let next = links.get(at + 1).map(|next| &next.cells);
    let day = link.seal.as_ref().map(|seal| seal.day);
    let mut found = findings(link.number, day, found);
    let hash = hash_of(&link.cells);
    let other_than_next = next.is_some_and(|next| next[PREVIOUS_AT] == link.cells[HASH_AT]);
    if next.is_some_and(|next| next[PREVIOUS_AT].bytes() == Some(&hash)) {
        return found.changed(Row::Seal, COLUMNS[HASH_AT], link.cells.get(HASH_AT));
    }
    for (column, value) in candidates(link.number, before, next, counted) {
        let mut mended = link.cells.clone();
        mended[column] = value;
        if link.cells[HASH_AT].bytes() == Some(&hash_of(&mended)) {
            return found.changed(Row::Seal, COLUMNS[column], link.cells.get(column));
        }
    }
    // What follows from nothing else: the time of sealing, if all others are as they ought to be.
    let all_else = candidates_that_hold(link, before, next, counted);
    match (all_else, other_than_next) {
        (true, true) => found.changed(Row::Seal, COLUMNS[12], link.cells.get(12)),
        _ => found.say(What::Changed, Row::Seal),
    }
}

fn candidates(
    number: i64,
    before: Option<&Vec<Cell>>,
    next: Option<&Vec<Cell>>,
    counted: &Counted,
) -> Vec<(usize, Cell)> {
    let after = |at: usize| before.map_or(Some(1), |before| Some(before[at].int()? + 1));
    let ahead = |at: usize| Some(next?[at].int()? - 1);
    let mut all = vec![(0, Cell::Int(number)), (1, Cell::Int(FORM))];
    let numbers = [
        (3, after(4)),
        (4, ahead(3)),
        (4, counted.last_seq),
        (5, Some(counted.entries)),
        (6, after(7)),
        (7, ahead(6)),
        (7, after(7).map(|first| first - 1)),
        (8, Some(counted.leaves)),
    ];
    for (column, value) in numbers {
        all.extend(value.map(|value| (column, Cell::Int(value))));
    }
    for root in &counted.roots {
        all.push((ROOT_AT, Cell::Bytes(root.to_vec())));
    }
    let previous = before.map_or(Cell::Bytes(vec![0; 32]), |before| before[HASH_AT].clone());
    all.push((PREVIOUS_AT, previous));
    all.extend(days().map(|day| (2, Cell::Int(day::number(day).into()))));
    all
}

/// Every day on which anybody may have sealed: few enough to try.
fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    first.iter_days().take(60 * 366)
}

fn candidates_that_hold(
    link: &Link,
    before: Option<&Vec<Cell>>,
    next: Option<&Vec<Cell>>,
    counted: &Counted,
) -> bool {
    let all = candidates(link.number, before, next, counted);
    (0..12)
        .filter(|column| ![2, HASH_AT].contains(column))
        .all(|column| {
            let mut values = all.iter().filter(|(of, _)| *of == column).peekable();
            values.peek().is_none() || values.any(|(_, value)| *value == link.cells[column])
        })
}
