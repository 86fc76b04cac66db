//! Departments declare their counters, and book on them.
use super::{Cast, Zone, entry};
use crate::content;
use ::serve::results::{
    counter::Counter,
    declaring::declare,
    recording::{Booked, Recording, record},
};
use anyhow::Context;

/// Whole yuan are kept as fen.
const FEN_PER_YUAN: i64 = 100;

pub(super) async fn are_declared(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let today = zone.book.clock().today();
    for counter in content::counters() {
        let unit = cast.unit(&counter.unit)?;
        let by = cast.recorder(zone, unit, today).await?;
        let word = counter.word;
        let new = Counter {
            entry: entry(&format!("counter {}", counter.code)),
            code: counter.code,
            title_zh: counter.title.zh,
            title_en: counter.title.en,
            unit,
            is_money: word.is_none(),
            word_zh: word
                .as_ref()
                .map_or_else(String::new, |word| word.zh.clone()),
            word_en: word.map_or_else(String::new, |word| word.en),
            document_kind: counter.document_kind,
            since: counter.since,
        };
        let declared = declare(zone.book, by, &new).await;
        declared.with_context(|| format!("the counter {}", new.code))?;
    }
    Ok(())
}

pub(super) async fn is_booked(
    zone: &Zone<'_>,
    cast: &Cast,
    booking: content::CounterBooking,
) -> anyhow::Result<()> {
    let counters = content::counters();
    let counter = counters.iter().find(|one| one.code == booking.counter);
    let counter = counter.context("a booking is of a counter")?;
    let by = cast
        .recorder(zone, cast.unit(&counter.unit)?, booking.day)
        .await?;
    let label = format!("result {} {}", booking.counter, booking.document);
    let new = Recording {
        entry: entry(&label),
        counter: booking.counter,
        result: Booked {
            day: booking.day,
            quantity: match counter.word {
                Some(_) => booking.quantity,
                None => booking.quantity * FEN_PER_YUAN,
            },
            document: booking.document,
            note: String::new(),
        },
    };
    record(zone.book, by, &new).await.map(drop).context(label)
}
