//! Naming what was changed below one seal, when something was.
use super::{
    Finding, Hash, Row, Seal, What,
    chain::{self, Counted},
    finding::Findings,
    leaf::{self, ENTRY_COLUMNS, Leaf, MARK_BYTES, Of, POSTING_COLUMNS, POSTING_PLACE, Sealed},
    read::{self, Other},
    row::root_of,
    store,
    verify::{Others, ReadAll, say_together},
};
use db::{Cell, How};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, HashMap, HashSet};

const AT_ONCE: i64 = 1_000;
const POSTING_MARKS: usize = (POSTING_COLUMNS.len() - POSTING_PLACE) * MARK_BYTES;
/// A posting's account is sealed by its code; a changed code is the account's fault, not that of all its postings.
const ACCOUNT_ID: &str = "account_id";
const ENTRY_MARKS: usize = ENTRY_COLUMNS.len() * MARK_BYTES;

/// Which side can be believed, told by which gives the seal's root.
#[derive(Clone, Copy, PartialEq, Eq)]
enum True {
    Rows,
    Leaves,
    Neither,
}

/// Compares rows and leaves of a seal one by one, and says what of them agrees with the seal.
pub(crate) async fn compare(
    connection: &impl ConnectionTrait,
    seal: &Seal,
    seal_is_whole: bool,
    read: &ReadAll,
    others: &Others,
    list: &mut Vec<Finding>,
) -> Result<Counted, DbErr> {
    let before = list.len();
    let mut found = chain::findings(seal.number, Some(seal.day), list);
    let sealed = if seal_is_whole { seal.leaves } else { 0 };
    let kept = leaves(connection, seal, sealed, &mut found).await?;
    let edges = read::edges(connection, seal.first_edge, seal.last_edge).await?;
    let now = now_by_key(others, &edges);

    let kept_root = root_of(kept.iter().map(|(_, leaf)| leaf.digest));
    let entries = read.digests.len() as i64;
    let of_others = kept.iter().filter(|(place, _)| entries <= *place);
    let of_others: Vec<Hash> = of_others
        .map(|(_, leaf)| find(&now, leaf).map_or([0; 32], |now| now.leaf.digest))
        .collect();
    let rows_root = root_of(read.digests.iter().copied().chain(of_others));
    let is_true = match () {
        () if rows_root == seal.root => True::Rows,
        () if kept_root == seal.root => True::Leaves,
        () => True::Neither,
    };

    let mut entries: BTreeMap<i64, (i64, &Leaf)> = BTreeMap::new();
    for (place, leaf) in kept.iter().filter(|(_, leaf)| leaf.of == Of::Entry) {
        if entries.insert(leaf.number, (*place, leaf)).is_some() {
            found.changed(Row::Leaf { place: *place }, "number", None);
        }
    }
    let counted = Counted {
        last_seq: entries.keys().next_back().copied(),
        entries: entries.len() as i64,
        leaves: kept.len() as i64,
        roots: vec![rows_root, kept_root],
    };
    let places: HashSet<i64> = kept.iter().map(|(place, _)| *place).collect();
    let sides = Sides {
        is_true,
        places,
        others,
    };
    compare_entries(connection, seal, &sides, entries, &mut found).await?;
    compare_others(&kept, &now, is_true, &mut found);
    for edge in edges.iter().filter(|_| is_true != True::Rows) {
        let key = key(&edge.leaf);
        if !kept.iter().any(|(_, leaf)| self::key(leaf) == key) {
            found.say(What::Added, row_of(&edge.leaf, 0));
        }
    }
    if list.len() == before && is_true == True::Neither && seal_is_whole {
        say_together(seal, list);
    }
    Ok(counted)
}

/// What comparing one by one has to know.
struct Sides<'a> {
    is_true: True,
    /// Places at which there is a leaf.
    places: HashSet<i64>,
    others: &'a Others,
}

/// The leaves of a seal with their places; says which are not there or cannot be read.
async fn leaves(
    connection: &impl ConnectionTrait,
    seal: &Seal,
    sealed: i64,
    found: &mut Findings<'_>,
) -> Result<Vec<(i64, Leaf)>, DbErr> {
    // In no order that the database promises: what is asked for may be what was changed.
    let mut rows = store::leaves(connection, seal.number, i64::MIN, i64::MAX).await?;
    rows.sort_by_key(|kept| kept.place);
    let mut kept = Vec::with_capacity(rows.len());
    let mut expected = 0;
    for one in rows {
        let row = Row::Leaf { place: one.place };
        if one.place < expected {
            found.changed(row.clone(), "place", None);
        }
        for place in expected..one.place.min(expected + seal.leaves.max(1)) {
            found.say(What::Missing, Row::Leaf { place });
        }
        expected = expected.max(one.place + 1);
        match one.leaf {
            Some(leaf) => kept.push((one.place, leaf)),
            None => found.say(What::Changed, row),
        }
    }
    for place in expected..sealed {
        found.say(What::Missing, Row::Leaf { place });
    }
    Ok(kept)
}

type Key = (Of, i64, Option<String>);

fn key(leaf: &Leaf) -> Key {
    (leaf.of, leaf.number, leaf.name.clone())
}

fn now_by_key<'a>(others: &'a Others, edges: &'a [Other]) -> HashMap<Key, &'a Other> {
    let all = edges.iter().chain(&others.accounts).chain(&others.figures);
    all.map(|other| (key(&other.leaf), other)).collect()
}

/// The row of a leaf; where its number or name was changed, the one that gives its digest.
fn find<'a>(now: &HashMap<Key, &'a Other>, leaf: &Leaf) -> Option<&'a Other> {
    let by_digest = || now.values().find(|other| other.leaf.digest == leaf.digest);
    now.get(&key(leaf)).or_else(by_digest).copied()
}

fn row_of(leaf: &Leaf, place: i64) -> Row {
    match leaf.of {
        Of::Entry => Row::Entry { seq: leaf.number },
        Of::Edge => Row::Edge {
            version: leaf.number,
        },
        Of::Account => Row::Account { id: leaf.number },
        Of::Figure => match &leaf.name {
            Some(code) => Row::Figure {
                code: code.clone(),
                version: leaf.number,
            },
            None => Row::Leaf { place },
        },
    }
}

async fn compare_entries(
    connection: &impl ConnectionTrait,
    seal: &Seal,
    sides: &Sides<'_>,
    mut kept: BTreeMap<i64, (i64, &Leaf)>,
    found: &mut Findings<'_>,
) -> Result<(), DbErr> {
    let Sides {
        is_true, others, ..
    } = *sides;
    let mut at = seal.first_seq - 1;
    let mut place = 0;
    while at < seal.last_seq {
        let raw = read::stretch(connection, (at, seal.last_seq), AT_ONCE, How::Plain).await?;
        at = raw.to;
        for (number, sealed) in raw.sort()? {
            let now = leaf::of_entry(number, &sealed, &others.codes);
            let leaf = kept.remove(&number);
            if sealed.cells.is_empty() {
                // Postings whose entry has no row.
                match leaf {
                    Some(_) => found.say(What::Missing, Row::Entry { seq: number }),
                    None => postings_added(number, &sealed, found),
                }
                continue;
            }
            match leaf {
                Some((at, leaf)) if *leaf != now => {
                    differs(at, leaf, &now, &sealed, is_true, others, found);
                }
                Some((at, _)) if at != place && is_true == True::Rows => {
                    found.changed(Row::Leaf { place: at }, "place", Some(&Cell::Int(at)));
                }
                Some(_) => {}
                // Said already where there is no leaf at all.
                None if is_true == True::Rows && sides.places.contains(&place) => {
                    found.changed(Row::Leaf { place }, "number", None);
                }
                None if is_true == True::Rows => {}
                None => found.say(What::Added, Row::Entry { seq: number }),
            }
            place += 1;
        }
    }
    for (number, (place, _)) in kept {
        // Where rows are what is true, its place was named above.
        if is_true == True::Rows && place < sides.places.len() as i64 {
            found.once(Row::Leaf { place }, "number");
        } else {
            found.say(What::Missing, Row::Entry { seq: number });
        }
    }
    Ok(())
}

/// A leaf that is not what its row gives now.
fn differs(
    place: i64,
    kept: &Leaf,
    now: &Leaf,
    sealed: &Sealed,
    is_true: True,
    others: &Others,
    found: &mut Findings<'_>,
) {
    let row = Row::Leaf { place };
    if kept.digest == now.digest {
        return found.changed(row, "marks", None);
    }
    if is_true == True::Rows {
        return found.changed(row, "digest", None);
    }
    if !name_values(kept, now, sealed, others, found) {
        // Every value bears its mark: then it is the leaf that was changed, unless leaves are what is true.
        match is_true {
            True::Leaves => found.say(What::Changed, Row::Entry { seq: now.number }),
            _ => found.changed(row, "digest", None),
        }
    }
}

/// Names the values whose marks differ; answers whether any does.
fn name_values(
    kept: &Leaf,
    now: &Leaf,
    sealed: &Sealed,
    others: &Others,
    found: &mut Findings<'_>,
) -> bool {
    let seq = now.number;
    let mut any = false;
    let of_postings = kept.marks.len().checked_sub(ENTRY_MARKS);
    let Some(of_postings) = of_postings.filter(|length| length.is_multiple_of(POSTING_MARKS))
    else {
        return false;
    };
    for (at, column) in ENTRY_COLUMNS.iter().enumerate() {
        if marks(kept, at * MARK_BYTES) != marks(now, at * MARK_BYTES) {
            any = true;
            found.changed(Row::Entry { seq }, column, sealed.cells.get(at));
        }
    }
    let lines: HashMap<i64, usize> = sealed
        .postings
        .iter()
        .enumerate()
        .filter_map(|(at, cells)| Some((cells[1].int()?, at)))
        .collect();
    let sealed_lines = (of_postings / POSTING_MARKS) as i64;
    for line in 1..=sealed_lines {
        let row = Row::Posting { seq, line };
        let Some(at) = lines.get(&line) else {
            any = true;
            found.say(What::Missing, row);
            continue;
        };
        let then = ENTRY_MARKS + (line - 1) as usize * POSTING_MARKS;
        let today = ENTRY_MARKS + at * POSTING_MARKS;
        for (column, name) in POSTING_COLUMNS.iter().skip(POSTING_PLACE).enumerate() {
            let (then, today) = (then + column * MARK_BYTES, today + column * MARK_BYTES);
            if marks(kept, then) != marks(now, today) {
                any = true;
                let value = sealed.postings[*at].get(POSTING_PLACE + column);
                let account = value.and_then(Cell::int).filter(|_| *name == ACCOUNT_ID);
                match account.filter(|id| others.changed_accounts.contains(id)) {
                    Some(id) => found.once(Row::Account { id }, "code"),
                    None => found.changed(row.clone(), name, value),
                }
            }
        }
    }
    let mut added: Vec<i64> = lines.into_keys().collect();
    added.retain(|line| !(1..=sealed_lines).contains(line));
    added.sort_unstable();
    for line in added {
        any = true;
        found.say(What::Added, Row::Posting { seq, line });
    }
    any
}

fn marks(leaf: &Leaf, at: usize) -> Option<&[u8]> {
    leaf.marks.get(at..at + MARK_BYTES)
}

fn postings_added(seq: i64, sealed: &Sealed, found: &mut Findings<'_>) {
    for line in sealed.postings.iter().filter_map(|cells| cells[1].int()) {
        found.say(What::Added, Row::Posting { seq, line });
    }
}

fn compare_others(
    kept: &[(i64, Leaf)],
    now: &HashMap<Key, &Other>,
    is_true: True,
    found: &mut Findings<'_>,
) {
    for (place, leaf) in kept.iter().filter(|(_, leaf)| leaf.of != Of::Entry) {
        let columns: &[&'static str] = match leaf.of {
            Of::Edge => &leaf::EDGE_COLUMNS,
            Of::Account => &leaf::ACCOUNT_COLUMNS,
            _ => &leaf::FIGURE_COLUMNS,
        };
        match now.get(&key(leaf)) {
            None if is_true == True::Rows => {
                found.once(Row::Leaf { place: *place }, "number");
            }
            None if leaf.of == Of::Account => {
                found.once(Row::Account { id: leaf.number }, "id");
            }
            None => found.say(What::Missing, row_of(leaf, *place)),
            Some(other) if other.leaf == *leaf => {}
            Some(_) if leaf.of == Of::Account && is_true != True::Rows => {
                found.once(Row::Account { id: leaf.number }, "code");
            }
            Some(other) if other.leaf.digest == leaf.digest => {
                found.changed(Row::Leaf { place: *place }, "marks", None);
            }
            Some(_) if is_true == True::Rows => {
                found.changed(Row::Leaf { place: *place }, "digest", None);
            }
            Some(other) => {
                let before = found.list.len();
                for (at, column) in columns.iter().enumerate() {
                    if marks(leaf, at * MARK_BYTES) != marks(&other.leaf, at * MARK_BYTES) {
                        found.changed(row_of(leaf, *place), column, other.cells.get(at));
                    }
                }
                if found.list.len() == before {
                    found.changed(Row::Leaf { place: *place }, "digest", None);
                }
            }
        }
    }
}
