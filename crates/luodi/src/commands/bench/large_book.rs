//! A figure in a large book: at the root, at a branch, as of any day.
use super::{
    Line, Lines, resident_mb, spread,
    world::{self, DONE},
};
use chrono::Days;
use kernel::UnitId;
use ledger::{
    Book, append_many, entry,
    figure::{RecordQuery, Scope, changed_since, evaluate, records, value_by, value_counted_again},
    tree::{self, By, Edge, Place},
};
use std::{path::Path, time::Instant};

/// Postings of one entry, and entries of one transaction.
const POSTINGS: u64 = 100;
const ENTRIES: u64 = 100;
const DAYS: u64 = 3_650;
const ASKED: u64 = 2_000;

pub async fn measure(
    lines: &mut Lines,
    folder: &Path,
    postings: u64,
    units: u64,
) -> anyhow::Result<()> {
    let units = units as i64;
    let began = Instant::now();
    let book = world::book(folder, "large.db", units).await?;
    let founded = began.elapsed();
    let leaf = world::first_leaf(units);
    let mut chance = world::Chance(7);
    let began = Instant::now();
    let batches = postings / POSTINGS / ENTRIES;
    let actor = world::actor();
    for batch in 0..batches {
        // As in life: most of what is posted together happened on the same day.
        let day = world::first_day() + Days::new(batch * DAYS / batches.max(1));
        let entries: Vec<_> = (0..ENTRIES)
            .map(|entry| {
                let number = u128::from(batch * ENTRIES + entry + 1);
                // As a briefing does, an entry names units that lie together in the tree.
                let first = leaf
                    + chance.below(((units - leaf) as u64).saturating_sub(POSTINGS).max(1)) as i64;
                (0..POSTINGS as i64).fold(world::act(number, UnitId(leaf), day), |act, next| {
                    act.post_at(DONE, UnitId(first + next), day, 1)
                })
            })
            .collect();
        let tx = book.db().begin().await?;
        append_many(&tx, &book, entries.iter().map(|entry| (&actor, entry))).await?;
        tx.commit().await?;
        if batch % 20 == 0 {
            eprint!("\r{} / {postings}", batch * POSTINGS * ENTRIES);
        }
    }
    eprintln!();
    let loaded = began.elapsed();
    lines.add([Line {
        what: format!(
            "found {units} units; post {postings} postings in groups of {}",
            POSTINGS * ENTRIES
        ),
        promised: "",
        measured: format!(
            "{founded:.1?}; {:.0} a second",
            postings as f64 / loaded.as_secs_f64()
        ),
    }]);
    for (place, unit) in [("the root", 1), ("a committee", 3), ("a branch", leaf)] {
        let mut times = Vec::new();
        for _ in 0..ASKED {
            let as_of = world::first_day() + Days::new(chance.below(DAYS));
            let scope = Scope {
                unit: UnitId(unit),
                as_of,
                from: None,
                campaign: None,
            };
            let asked = Instant::now();
            evaluate(book.db().reader(), &book, &world::definition(), &scope).await??;
            times.push(asked.elapsed());
        }
        lines.add([Line {
            what: format!("figure at {place}, as of a random day of ten years, {postings} postings, {units} units"),
            promised: "under 1 ms",
            measured: spread(times),
        }]);
    }
    frozen(lines, &book, leaf, &mut chance).await?;
    let memory = format!("{} MB", resident_mb("self").unwrap_or(0));
    lines.add([Line {
        what: "resident memory with that book open".into(),
        promised: "",
        measured: memory,
    }]);
    // What was written last must be in the file before it is moved.
    book.db().clone().close().await?;
    Ok(())
}

/// Issued numbers that are opened.
const OPENED: u64 = 200;
/// Records on the first page, and changes that are told of.
const PAGE: u64 = 50;
const CHANGES: u64 = 5_001;

/// An issued number opened: its value as counted then, the first page of its records of then, and what changed since.
async fn frozen(
    lines: &mut Lines,
    book: &Book,
    leaf: i64,
    chance: &mut world::Chance,
) -> anyhow::Result<()> {
    let reader = book.db().reader();
    let last = entry::latest(reader, 1).await?;
    let last = last.first().map_or(0, |entry| entry.seq);
    let definition = world::definition();
    // As in life: the tree goes on while numbers stand as they were issued.
    let by = By::Version(book.tree(reader).await?.version());
    found_another(book).await?;
    for (place, unit) in [
        ("the root", 1),
        ("a committee", 3),
        ("a unit with 1,000 below", 20),
        ("a unit with 100 below", 200),
        ("a branch", leaf),
    ] {
        let mut times = Vec::new();
        for asked in 0..OPENED {
            // Issued on the day up to which the book had come.
            let mark = 1 + chance.below(last.unsigned_abs()).cast_signed();
            let day = mark.unsigned_abs() * DAYS / last.unsigned_abs();
            let scope = Scope {
                unit: UnitId(unit),
                as_of: world::first_day() + Days::new(day),
                from: None,
                campaign: None,
            };
            let began = Instant::now();
            let query = RecordQuery {
                up_to: Some(mark),
                by,
                take: PAGE,
                ..RecordQuery::default()
            };
            // As the page of an issued number does, all at once.
            let (then, page, changed) = tokio::try_join!(
                value_by(reader, book, &definition, &scope, Some(mark), by),
                records(reader, book, &definition, &scope, query),
                async {
                    let by = tree::settled(reader, by, scope.as_of, Some(mark)).await?;
                    let which = (0, mark);
                    let changed =
                        changed_since(reader, book, &definition, &scope, which, CHANGES).await?;
                    Ok((by, changed))
                },
            )?;
            times.push(began.elapsed());
            let (then, page, (by, changed)) = (then?, page?, changed);
            anyhow::ensure!(by == By::Then, "the tree has not changed for these days");
            anyhow::ensure!(
                changed?.len() as u64 <= CHANGES,
                "more changes than were asked for"
            );
            anyhow::ensure!(
                then.quantity() == Some(page.total),
                "the records of then add up to {}, not to {then:?}",
                page.total
            );
            if asked == 0 {
                let again =
                    value_counted_again(reader, book, &definition, &scope, (Some(mark), By::Then))
                        .await??;
                anyhow::ensure!(then == again, "counted again it is {again:?}, not {then:?}");
            }
        }
        lines.add([Line {
            what: format!("issued number opened as counted then at {place}: value, {PAGE} records, what changed since"),
            promised: "under 50 ms",
            measured: spread(times),
        }]);
    }
    Ok(())
}

async fn found_another(book: &Book) -> anyhow::Result<()> {
    let tree = book.tree(book.db().reader()).await?;
    let edge = Edge {
        unit: UnitId(tree.len() as i64 + 1),
        from: world::first_day() + Days::new(DAYS),
        place: Place::Below(UnitId(1)),
    };
    let tx = book.db().begin().await?;
    tree::change(&tx, book, &[edge]).await?;
    tx.commit().await?;
    Ok(())
}
