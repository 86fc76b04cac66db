//! Where a published value was taken from: its file, sheet and cell, and what is published beside it.
use crate::{entries, quoted, words};
use kernel::{
    EntryId, Lang,
    number::{Against, Growth, NumberFormat},
};
use ledger::figure::quote::{self, Kept};
use maud::{Markup, html};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;
use ui::{Notice, NoticeKind};

/// What is quoted, each by the list that it stands for, with its cells.
pub struct Sources<'a> {
    quotes: &'a [(usize, Kept)],
    /// The acts that took them over, by their numbers in the book.
    acts: HashMap<i64, EntryId>,
}

impl<'a> Sources<'a> {
    pub async fn of(
        connection: &impl ConnectionTrait,
        quotes: &'a [(usize, Kept)],
    ) -> Result<Sources<'a>, DbErr> {
        let seqs: Vec<i64> = quotes.iter().map(|(_, kept)| kept.entry_seq).collect();
        let acts = ledger::entry::by_seqs(connection, &seqs).await?.into_iter();
        Ok(Sources {
            quotes,
            acts: acts.map(|act| (act.seq, act.id)).collect(),
        })
    }

    pub fn are_none(&self) -> bool {
        self.quotes.is_empty()
    }

    pub fn view(&self, lang: Lang) -> Markup {
        html! {
            @if self.are_none() { p class="none" { (words::texts(lang).sources_none()) } }
            @for (_, kept) in self.quotes { (source(lang, kept, self.acts.get(&kept.entry_seq).copied())) }
        }
    }
}

/// One published word; `entry` is the act that took it over.
fn source(lang: Lang, kept: &Kept, entry: Option<EntryId>) -> Markup {
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
