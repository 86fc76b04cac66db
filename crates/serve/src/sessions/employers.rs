//! Of which employers people came: what a foreman said when booking, summed up.
use super::booking::{PlaceBooking, State};
use crate::words::texts;
use kernel::Lang;
use maud::Markup;
use std::collections::BTreeMap;
use ui::{Column, Row, Table};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum {
    booked: i64,
    served: i64,
}

/// By name, those that nobody named left out.
fn sums(bookings: &[PlaceBooking]) -> BTreeMap<&str, Sum> {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    let booked = |one: &&PlaceBooking| one.state == State::Booked && !one.employer.is_empty();
    for booking in bookings.iter().filter(booked) {
        let sum = sums.entry(&booking.employer).or_default();
        sum.booked += booking.people;
        sum.served += booking.served;
    }
    sums
}

/// Booked and served by employer; nothing where nobody named one.
pub(super) fn table(lang: Lang, bookings: &[PlaceBooking]) -> Option<Markup> {
    let (t, sums) = (texts(lang), sums(bookings));
    let caption = t.session_by_employer();
    let row = |(name, sum): (&&str, &Sum)| {
        Row::new(vec![
            maud::html! { (name) },
            maud::html! { (sum.booked) },
            maud::html! { (sum.served) },
        ])
    };
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.session_employer()).wide(),
            Column::number(t.session_booked()),
            Column::number(t.session_served()),
        ],
        rows: sums.iter().map(row).collect(),
        ..Table::default()
    };
    (!sums.is_empty()).then(|| ui::table(lang, table))
}
