//! A brief on a page as it will be on paper: red head, title, text with its numbers, foot. Knows plain values only.
use super::{
    chart::Drawing,
    markup::{Align, Block, Document, Span},
};
use crate::words;
use kernel::Lang;
use maud::{Markup, html};
use paper::{Level, ordinal};
use ui::charts::Style;

/// A number in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    /// Empty: it opens nothing.
    pub href: String,
    /// Something is wrong with it, or it would be another today.
    pub mark: Option<String>,
}

/// What is on the sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet<'a> {
    pub name: &'a str,
    /// 第×期（总第×期）; of a draft that it is one.
    pub issue: &'a str,
    pub office: &'a str,
    pub date: &'a str,
    pub title: &'a str,
    pub editors_note: &'a str,
    pub blocks: &'a [Block],
    /// Label and addressees.
    pub foot: &'a [(String, String)],
    /// Printed copies, if it is printed.
    pub copies: Option<u32>,
    /// What [`Block::Embedded`] points to.
    pub embedded: &'a [Drawn],
}

/// What stands on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    Chart(Drawing),
    Picture {
        src: String,
        caption: String,
        width_mm: u16,
    },
    /// A sentence about an earlier number; `new` is its place among the numbers.
    Restated {
        /// Up to the old number, which opens the issue that it stood in.
        before: String,
        old: String,
        old_href: String,
        new: Shown,
        reason: String,
    },
    /// Something is wrong with it.
    Fault {
        source: String,
        problem: String,
    },
}

pub fn sheet(lang: Lang, sheet: &Sheet<'_>, numbers: &[Shown]) -> Markup {
    let t = words::texts(lang);
    html! {
        article class="sheet" lang="zh-Hans" aria-label=(t.sheet_label()) {
            header class="sheet-head" {
                p class="sheet-name" { (sheet.name) }
                p class="sheet-issue" { (sheet.issue) }
                p class="sheet-line" { span { (sheet.office) } span { (sheet.date) } }
            }
            @if !sheet.editors_note.is_empty() { p class="sheet-note" { strong { (words::texts(Lang::Zh).sheet_editors_note()) } (sheet.editors_note) } }
            p class="sheet-title" { (sheet.title) }
            (blocks(sheet, numbers))
            @if !sheet.foot.is_empty() || sheet.copies.is_some() {
                footer class="sheet-foot" {
                    @for (label, to) in sheet.foot { p { (label) (to) } }
                    @if let Some(copies) = sheet.copies { p class="sheet-copies" { (words::texts(Lang::Zh).foot_copies(copies)) } }
                }
            }
        }
    }
}

fn blocks(sheet: &Sheet<'_>, numbers: &[Shown]) -> Markup {
    let blocks = sheet.blocks;
    let by_hand = Document {
        blocks: blocks.to_vec(),
        ..Default::default()
    }
    .is_numbered_by_hand();
    let mut counts = [0usize; 4];
    let mut ordinals = Vec::with_capacity(blocks.len());
    for block in blocks {
        ordinals.push(match block {
            Block::Heading { depth, .. } if !by_hand => {
                counts[depth - 1] += 1;
                counts[*depth..].fill(0);
                ordinal(Level::from_depth(*depth), counts[depth - 1], Lang::Zh)
            }
            _ => String::new(),
        });
    }
    html! {
        @for (block, ordinal) in blocks.iter().zip(&ordinals) {
            @match block {
                Block::Heading { depth: 1, text } => h2 { (ordinal) (spans(text, numbers)) },
                Block::Heading { depth: 2, text } => h3 { (ordinal) (spans(text, numbers)) },
                Block::Heading { depth: 3, text } => h4 { (ordinal) (spans(text, numbers)) },
                Block::Heading { text, .. } => h5 { (ordinal) (spans(text, numbers)) },
                Block::Paragraph(text) => p class="sheet-text" { (spans(text, numbers)) },
                Block::List { ordered: true, items } => ol { @for item in items { li { (spans(item, numbers)) } } },
                Block::List { items, .. } => ul { @for item in items { li { (spans(item, numbers)) } } },
                Block::Embedded(index) => @if let Some(drawn) = sheet.embedded.get(*index) { (embedded(drawn)) },
                Block::Table(table) => div class="sheet-table" {
                    table {
                        thead { tr { @for cell in &table.head { th scope="col" class=(align(cell.align)) { (cell.text) } } } }
                        tbody {
                            @for row in &table.rows {
                                tr { @for (cell, head) in row.iter().zip(&table.head) { td class=(align(head.align)) { (spans(cell, numbers)) } } }
                            }
                        }
                    }
                },
            }
        }
    }
}

fn embedded(drawn: &Drawn) -> Markup {
    let t = words::texts(Lang::Zh);
    html! {
        @match drawn {
            Drawn::Chart(chart) => figure class="sheet-chart" {
                figcaption { (chart.title) }
                (chart.draw(Style::Page))
            },
            Drawn::Picture { src, caption, width_mm } => figure class="sheet-picture" {
                img src=(src) alt=(caption) width=(usize::from(*width_mm) * 4) loading="lazy";
                @if !caption.is_empty() { figcaption { (caption) } }
            },
            Drawn::Restated { before, old, old_href, new, reason } => p class="sheet-text sheet-restated" {
                (before) a class="number" href=(old_href) { (old) } (t.restated_now()) (shown(new)) (t.restated_because(reason.as_str()))
            },
            Drawn::Fault { source, problem } => p class="sheet-text" { span class="sheet-fault" title=(problem) { (source) } },
        }
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "sheet-left",
        Align::Centre => "sheet-centre",
        Align::Right => "sheet-right",
    }
}

fn spans(spans: &[Span], numbers: &[Shown]) -> Markup {
    html! {
        @for span in spans {
            @match span {
                Span::Text(text) => (text),
                Span::Strong(text) => strong { (text) },
                Span::Token(index) => @if let Some(number) = numbers.get(*index) { (shown(number)) },
            }
        }
    }
}

fn shown(number: &Shown) -> Markup {
    html! {
        @if number.href.is_empty() { span class="sheet-fault" title=[number.mark.as_ref()] { (number.text) } }
        @else {
            a class="number" href=(number.href) title=[number.mark.as_ref()] { (number.text) }
            @if number.mark.is_some() { sup class="sheet-mark" { "※" } }
        }
    }
}
