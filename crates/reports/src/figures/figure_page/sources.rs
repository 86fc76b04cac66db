//! Where a published value was taken from: its file, sheet and cell, and what is published beside it.
use super::Seen;
use crate::{entries, quoted, words};
use kernel::{
    EntryId, Lang,
    number::{Against, Growth, NumberFormat},
};
use ledger::figure::quote::{self, Kept};
use maud::{Markup, html};
use ui::{Notice, NoticeKind};

pub(super) fn sources(seen: &Seen<'_>) -> Markup {
    let t = words::texts(seen.lang);
    html! {
        @if seen.opened.quotes.is_empty() { p class="none" { (t.sources_none()) } }
        @for (_, kept) in &seen.opened.quotes {
            (source(seen.lang, kept, seen.entries.get(&kept.entry_seq).copied()))
        }
    }
}

/// One published word with its cells; `entry` is the act that took it over.
pub fn source(lang: Lang, kept: &Kept, entry: Option<EntryId>) -> Markup {
    let t = words::texts(lang);
    let (quote, source) = (&kept.quote, &kept.quote.source);
    let growth = |rate: Option<i64>| match rate {
        Some(rate) => Growth::published(rate).write(Against::SamePeriodLastYear, lang),
        None => t.not_published(),
    };
    let value = quote.value.map_or_else(
        || t.not_published(),
        |value| written(&quote.series, value, lang),
    );
    let days = t.source_days(
        paper::write_date(quote.from, lang),
        paper::write_date(quote.to, lang),
    );
    let cell = |cell: &str| match cell.is_empty() {
        true => String::new(),
        false => t.source_cell(source.sheet.as_str(), cell),
    };
    html! {
        @if quote.definition_changed {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &t.source_definition_changed(), ..Notice::default() }))
        }
        dl class="facts" {
            dt { (t.source_of_days()) } dd { (days) }
            dt { (t.source_value()) } dd { (value) " " span class="hint" { (cell(&source.value_cell)) } }
            dt { (t.source_growth()) } dd { (growth(quote.growth)) " " span class="hint" { (cell(&source.growth_cell)) } }
            dt { (t.source_comparable()) } dd { (growth(quote.comparable_growth)) " " span class="hint" { (cell(&source.comparable_cell)) } }
            @if !quote.note.is_empty() { dt { (t.source_note()) } dd { (quote.note) } }
            dt { (t.source_file()) }
            dd {
                a href=(quoted::file_url(&source.file)) { (source.file_name) }
                " " span class="hint" { (t.source_row(source.sheet.as_str(), source.row)) }
            }
            @if let Some(entry) = entry { dt { (t.column_entry()) } dd { a href=(entries::url(entry)) { (t.open_entry()) } } }
        }
    }
}

/// A published value as it is usually written.
pub fn written(series: &str, value: i64, lang: Lang) -> String {
    let example = match quote::measure_of(series) {
        Some(ledger::Measure::Fen) => "1.01元(自动)",
        Some(ledger::Measure::BasisPoints) => "1.5%",
        _ => "1",
    };
    NumberFormat::from_example(example)
        .map_or_else(|_| value.to_string(), |format| format.write(value, lang))
}
