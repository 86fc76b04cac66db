//! Counters that departments keep, and what they booked from January to the middle of May.
use super::{Text, table};
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    pub code: String,
    pub title: Text,
    /// The code of the department.
    pub unit: String,
    /// The word behind the number; none for money.
    pub word: Option<Text>,
    pub document_kind: String,
    pub since: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CounterBooking {
    pub day: NaiveDate,
    pub counter: String,
    /// Pieces, or whole yuan.
    pub quantity: i64,
    pub document: String,
}

pub fn counters() -> Vec<Counter> {
    let rows = table::rows::<Row>(include_str!("../../data/counters.csv"));
    let counters = rows.into_iter().map(|row| Counter {
        code: row.code,
        title: Text::new(row.title, row.title_en),
        unit: row.unit,
        word: (!row.word.is_empty()).then(|| Text::new(row.word, row.word_en)),
        document_kind: row.document_kind,
        since: row.since,
    });
    counters.collect()
}

/// All bookings, in the order of their days.
pub fn counter_bookings() -> Vec<CounterBooking> {
    table::rows(include_str!("../../data/counter_bookings.csv"))
}

#[derive(Deserialize)]
struct Row {
    code: String,
    title: String,
    title_en: String,
    unit: String,
    word: String,
    word_en: String,
    document_kind: String,
    since: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_booking_is_of_a_counter_and_has_a_document_of_its_own() {
        let codes: HashSet<String> = counters().into_iter().map(|one| one.code).collect();
        let bookings = counter_bookings();
        assert!(bookings.is_sorted_by_key(|booking| booking.day));
        let mut documents = HashSet::new();
        for booking in bookings {
            assert!(codes.contains(&booking.counter), "{}", booking.counter);
            assert!(0 < booking.quantity, "{}", booking.document);
            assert!(
                documents.insert(booking.document.clone()),
                "{}",
                booking.document
            );
        }
    }
}
