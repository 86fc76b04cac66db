//! What the lists of records behind a figure are called.
use crate::words;
use kernel::{Lang, number::NumberFormat};
use ledger::{
    Book, Measure,
    figure::{Against, Compiled, Kind, Place, Side, SideOf, Sum},
};

/// A label for each list. None where there is only one: then it needs no name.
pub fn labels(book: &Book, compiled: &Compiled, lang: Lang) -> Vec<String> {
    if compiled.sides.len() < 2 {
        return Vec::new();
    }
    let sides = compiled.sides.iter();
    sides
        .map(|side| label(book, compiled, side, lang))
        .collect()
}

fn label(book: &Book, compiled: &Compiled, side: &Side, lang: Lang) -> String {
    let t = words::texts(lang);
    let named = is_named(compiled);
    let what = match (side.place, named) {
        (_, true) => titles(book, side, lang),
        (Place::Counted, false) if compiled.kind == Kind::Share && has_measure(compiled) => {
            t.side_part()
        }
        (Place::MeasuredBy, false) => t.side_whole(),
        (Place::Counted, false) => String::new(),
    };
    let when = match side.before {
        None if compiled.sides.iter().any(|side| side.before.is_some()) => t.side_now(),
        None => String::new(),
        Some(Against::YearBefore) => t.side_before(),
        Some(Against::PeriodBefore) => t.side_period_before(),
    };
    match (what.is_empty(), when.is_empty()) {
        (false, false) => t.side_what_when(what, when),
        (true, _) => when,
        (_, true) => what,
    }
}

/// Whether part and whole are not enough to tell the lists apart.
fn is_named(compiled: &Compiled) -> bool {
    let same_place = |place: Place| {
        let sides = compiled.sides.iter();
        sides
            .filter(|side| side.place == place && side.before.is_none())
            .count()
    };
    1 < same_place(Place::Counted) || 1 < same_place(Place::MeasuredBy)
}

fn has_measure(compiled: &Compiled) -> bool {
    let mut sides = compiled.sides.iter();
    sides.any(|side| side.place == Place::MeasuredBy)
}

/// The names of what a list counts.
fn titles(book: &Book, side: &Side, lang: Lang) -> String {
    match &side.of {
        SideOf::Sum(sum) | SideOf::Highest(sum) => sum_in_words(book, sum, lang),
        SideOf::Quoted(quoted) => quoted.series.clone(),
    }
}

/// `走访企业 + 走访社区 − 退回`.
pub fn sum_in_words(book: &Book, sum: &Sum, lang: Lang) -> String {
    let mut text = String::new();
    for (at, term) in sum.iter().enumerate() {
        text.push_str(match (at, term.negative) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        });
        text.push_str(&super::explained::account_title(book, &term.account, lang));
    }
    text
}

/// How the quantities of a list are written: as the figure itself where it is one, else as what they are.
pub fn write(compiled: &Compiled, format: &NumberFormat, side: usize, quantity: i64) -> String {
    if compiled.is_quantity() {
        return format.write_cell(quantity);
    }
    match compiled.side(side).map(|side| side.measure) {
        Some(Measure::Fen) => yuan(quantity),
        _ => quantity.to_string(),
    }
}

/// Fen as yuan with two places.
fn yuan(fen: i64) -> String {
    let size = fen.unsigned_abs();
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// What stands in the head of the column of quantities.
pub fn unit(compiled: &Compiled, format: &NumberFormat, side: usize, lang: Lang) -> String {
    if compiled.is_quantity() {
        return format.cell_unit(lang);
    }
    match compiled.side(side).map(|side| side.measure) {
        Some(Measure::Fen) => words::texts(lang).unit_yuan(),
        _ => String::new(),
    }
}
