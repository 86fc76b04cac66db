//! The campaign's account at the middle of May, with every number left to the book.
//!
//! Always true: no figure of the catalogue stands in the text as digits; each is a reference in place, written
//! `{{figure:CODE unit=UNIT as-of=DAY format=FORMAT}}`, where the format is `count` (211) or `at-least` (3900余).
use super::Text;
use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountBrief {
    pub title: Text,
    /// The office that issues it.
    pub office: String,
    pub day: NaiveDate,
    /// 报, 送 and 发: one line each.
    pub addressees: Vec<String>,
    pub blocks: Vec<Block>,
}

/// A piece of the text, in the official levels: level 1 is 一、, level 2 （一）, level 3 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Head { level: u8, text: String },
    Paragraph(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureReference {
    pub code: String,
    pub unit: String,
    pub as_of: NaiveDate,
    pub format: String,
}

pub fn account_brief() -> AccountBrief {
    let mut brief = AccountBrief {
        title: Text::new("", ""),
        office: String::new(),
        day: NaiveDate::default(),
        addressees: Vec::new(),
        blocks: Vec::new(),
    };
    for line in include_str!("../../data/account.txt").lines() {
        match line.split_once(' ') {
            Some(("title", title)) => brief.title.zh = title.to_owned(),
            Some(("title-en", title)) => brief.title.en = title.to_owned(),
            Some(("office", office)) => brief.office = office.to_owned(),
            Some(("day", day)) => brief.day = day.parse().expect("the day is written as a day"),
            Some(("to", line)) => brief.addressees.push(line.to_owned()),
            Some((marks, text)) if marks.chars().all(|mark| mark == '#') => {
                brief.blocks.push(Block::Head {
                    level: u8::try_from(marks.len()).expect("there are few levels"),
                    text: text.to_owned(),
                });
            }
            _ => brief.blocks.push(Block::Paragraph(line.to_owned())),
        }
    }
    brief
}

impl AccountBrief {
    /// The references of the text, in reading order.
    pub fn figures(&self) -> Vec<FigureReference> {
        self.blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(text) => Some(text),
                Block::Head { .. } => None,
            })
            .flat_map(|text| text.split("{{figure:").skip(1))
            .filter_map(|after| after.split_once("}}"))
            .map(|(reference, _)| read(reference))
            .collect()
    }

    /// The text as one edits it: heads marked with `#` by level, a blank line between the pieces.
    pub fn source(&self) -> String {
        self.blocks
            .iter()
            .map(|block| match block {
                Block::Head { level, text } => format!("{} {text}", "#".repeat((*level).into())),
                Block::Paragraph(text) => text.clone(),
            })
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

fn read(reference: &str) -> FigureReference {
    let (code, rest) = reference.split_once(' ').unwrap_or((reference, ""));
    let value = |key: &str| {
        rest.split_whitespace()
            .filter_map(|pair| pair.split_once('='))
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value.to_owned())
            .expect("a reference says unit, day and format")
    };
    FigureReference {
        code: code.to_owned(),
        unit: value("unit"),
        as_of: value("as-of").parse().expect("a reference names a day"),
        format: value("format"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::units;
    use std::collections::HashSet;

    const CATALOGUE: [&str; 13] = [
        "working-groups",
        "themes",
        "measures",
        "tasks",
        "committees-mobilised",
        "general-branches-mobilised",
        "branches-mobilised",
        "members-mobilised",
        "members",
        "branches",
        "tasks-done",
        "task-reports",
        "briefings-held",
    ];

    #[test]
    fn the_account_uses_every_figure_of_the_first_rows_over_units_that_exist() {
        let brief = account_brief();
        let units = units();
        let used: HashSet<String> = brief
            .figures()
            .into_iter()
            .map(|figure| {
                assert!(units.iter().any(|unit| unit.code == figure.unit));
                assert!(figure.as_of <= brief.day);
                assert!(["count", "at-least"].contains(&figure.format.as_str()));
                figure.code
            })
            .collect();
        assert_eq!(used, CATALOGUE.map(str::to_owned).into());
        assert_eq!(brief.figures().len(), 15);
    }

    #[test]
    fn the_account_is_short_enough_to_be_read_and_has_heads_of_two_levels() {
        let brief = account_brief();
        let mut characters = 0;
        let mut levels = HashSet::new();
        for block in &brief.blocks {
            match block {
                Block::Head { level, text } => {
                    levels.insert(*level);
                    characters += text.chars().count();
                }
                Block::Paragraph(text) => {
                    characters += text
                        .split("{{")
                        .map(|part| part.split_once("}}").map_or(part, |(_, after)| after))
                        .map(|part| part.chars().count())
                        .sum::<usize>();
                }
            }
        }
        assert!((900..=1200).contains(&characters), "{characters}");
        assert_eq!(levels, HashSet::from([1, 2]));
        assert_eq!(brief.addressees.len(), 3);
    }
}
