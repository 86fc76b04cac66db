//! The light markup that briefs are typed in: headings, paragraphs, lists, tables, figures. Pure.
//!
//! Always true: no text is refused and none is lost; what is no markup is a paragraph.
mod blocks;
mod spans;
#[cfg(test)]
mod tests;

use super::{
    embed::Embed,
    token::{Token, TokenError},
};
use serde::{Deserialize, Serialize};

/// A brief's text, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// All tokens in the order in which they are read; [`Span::Token`] points into them.
    pub tokens: Vec<Placed>,
    /// Charts, pictures and restated numbers; [`Block::Embedded`] points into them.
    pub embedded: Vec<Standing>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// `depth` 1 to 4.
    Heading {
        depth: usize,
        text: Vec<Span>,
    },
    Paragraph(Vec<Span>),
    List {
        ordered: bool,
        items: Vec<Vec<Span>>,
    },
    Table(Table),
    /// The chart, picture or restated number with this index.
    Embedded(usize),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Table {
    pub head: Vec<Cell>,
    /// Each row has as many cells as the head.
    pub rows: Vec<Vec<Vec<Span>>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Cell {
    pub text: String,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    Text(String),
    Strong(String),
    /// The token with this index.
    Token(usize),
}

/// A token where it stands. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub line: usize,
    /// As it was typed, braces and all.
    pub source: String,
    pub token: Result<Token, TokenError>,
}

/// What stands on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub line: usize,
    pub source: String,
    pub embed: Result<Embed, TokenError>,
}

/// Reads a brief's text.
pub fn read(text: &str) -> Document {
    blocks::read(text)
}

/// A heading where it stands. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub line: usize,
    pub depth: usize,
    /// As it was typed, without its signs.
    pub text: String,
}

/// How large a table is, and the line of its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSize {
    pub line: usize,
    pub columns: usize,
    /// Below the head.
    pub rows: usize,
}

/// The tables of a brief's text, in order.
pub fn tables(text: &str) -> Vec<TableSize> {
    blocks::tables(text)
}

/// The headings of a brief's text, in order.
pub fn headings(text: &str) -> Vec<Heading> {
    blocks::headings(text)
}

impl Document {
    /// Characters as an office counts them: everything that is printed but spaces, each number as it is `shown`.
    pub fn characters(&self, shown: impl Fn(usize) -> usize) -> usize {
        let printed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let spans = |spans: &[Span]| -> usize {
            let count = |span: &Span| match span {
                Span::Text(text) | Span::Strong(text) => printed(text),
                Span::Token(index) => shown(*index),
            };
            spans.iter().map(count).sum()
        };
        let count = |block: &Block| match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => spans(text),
            Block::List { items, .. } => items.iter().map(|item| spans(item)).sum(),
            Block::Table(table) => {
                let head: usize = table.head.iter().map(|cell| printed(&cell.text)).sum();
                let rows = table.rows.iter().flatten();
                head + rows.map(|cell| spans(cell)).sum::<usize>()
            }
            // Pictures are looked at, not read.
            Block::Embedded(_) => 0,
        };
        self.blocks.iter().map(count).sum()
    }

    /// Whether the author numbered the headings by hand (`一、`, `（一）`, `1.`).
    pub fn is_numbered_by_hand(&self) -> bool {
        let headings = self.blocks.iter().filter_map(|block| match block {
            Block::Heading { text, .. } => text.first(),
            _ => None,
        });
        headings.into_iter().any(|first| match first {
            Span::Text(text) | Span::Strong(text) => begins_with_ordinal(text),
            Span::Token(_) => false,
        })
    }
}

fn begins_with_ordinal(text: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    let text = text.trim_start();
    let bracketed = text.strip_prefix(['(', '（']);
    let rest = bracketed
        .unwrap_or(text)
        .trim_start_matches(|c| NUMERALS.contains(c));
    if rest.len() == bracketed.unwrap_or(text).len() {
        return false;
    }
    match bracketed {
        Some(_) => rest.starts_with([')', '）']),
        None => rest.starts_with(['、', '.', '．']),
    }
}
