//! Checking a brief's Word file, wherever it comes from: is each number in it as it was issued, and as it is today?
use super::{
    frozen::{self, FrozenNumber, Issue},
    paper::{DocxError, brief_docx},
};
use crate::figures::shown;
use files::Files;
use kernel::Lang;
use ledger::{
    Book,
    figure::{self, Value},
    seal::{self, Finding, Wanted},
};
use paper::{Link, ReadError, Written};
use sea_orm::DbErr;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// No number in it opens a page of an issued brief.
    #[error("the file is no issued brief")]
    NoBrief,
    #[error("the brief cannot be written again")]
    Paper(#[from] DocxError),
    #[error("cannot read the book")]
    Database(#[from] DbErr),
}

/// What is to be said of one number of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// As issued, as counted then, and the same today.
    True,
    /// As issued; today it would be another.
    ChangedSince { today: String },
    /// Another number stands there than was issued.
    Edited { issued: String },
    /// It was issued and is not in the file.
    Missing { issued: String },
    /// No brief of this book has such a number.
    NotOurs,
    /// As issued, but the book's records of then do not add up to it any more.
    NotCounted,
}

impl State {
    /// Whether the file is what was issued, whatever happened since.
    pub fn is_as_issued(&self) -> bool {
        matches!(self, State::True | State::ChangedSince { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The brief's number in total, and the number's place in it.
    pub total: i32,
    pub index: usize,
    /// As it stands in the file.
    pub text: String,
    pub figure: Option<String>,
    #[serde(flatten)]
    pub state: State,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FileCheck {
    /// The brief that most of its numbers are of, by number in total.
    pub total: i32,
    pub title: String,
    pub numbers: Vec<Checked>,
    /// Paragraphs that were not issued so, and issued ones that are not there.
    pub added: Vec<String>,
    pub missing: Vec<String>,
    /// The seal under which the issue stands, if its day is closed, and what does not agree with it.
    pub seal: Option<i64>,
    pub findings: Vec<Finding>,
}

impl FileCheck {
    pub fn is_as_issued(&self) -> bool {
        self.numbers
            .iter()
            .all(|number| number.state.is_as_issued())
            && self.added.is_empty()
            && self.missing.is_empty()
            && self.findings.is_empty()
    }
}

/// Where numbers open does not matter here; that they open does.
const ANYWHERE: &str = "http://localhost";

/// Reads a Word file and compares it with what was issued and with what the book holds.
pub async fn check_file(book: &Book, files: &Files, bytes: &[u8]) -> Result<FileCheck, FileError> {
    let reader = book.db().reader();
    let written = paper::read(bytes)?;
    let links: Vec<(i32, usize, &Link)> = written.links.iter().filter_map(ours).collect();
    let total = most_common(&links).ok_or(FileError::NoBrief)?;
    let mut issues: BTreeMap<i32, Option<Issue>> = BTreeMap::new();
    for (total, ..) in &links {
        if !issues.contains_key(total) {
            let found = frozen::find(reader, *total).await?;
            issues.insert(*total, found.map(|(_, issue)| issue));
        }
    }
    let mut check = FileCheck {
        total,
        ..FileCheck::default()
    };
    for (of, index, link) in &links {
        let issue = issues.get(of).and_then(Option::as_ref);
        check
            .numbers
            .push(one(book, *of, *index, link, issue).await?);
    }
    let Some(issue) = issues.remove(&total).flatten() else {
        return Ok(check);
    };
    check.title.clone_from(&issue.title);
    let issued = paper::read(&brief_docx(book.db(), files, ANYWHERE, total).await?)?;
    missing_numbers(&issued, &links, &issue, &mut check);
    let (added, missing) = compare(&written.paragraphs, &issued.paragraphs);
    (check.added, check.missing) = (added, missing);
    if let Some(entry) = issue_entry(book, total).await?
        && let Some(seal) = seal::of_entry(reader, entry).await?
    {
        check.seal = Some(seal.number);
        let wanted = Wanted::One(seal.number);
        check.findings = seal::verify(reader, wanted, |_, _| ()).await?.findings;
    }
    Ok(check)
}

/// Brief and place of a number that opens a page of ours, at whatever address the product was reached then.
fn ours(link: &Link) -> Option<(i32, usize, &Link)> {
    let (_, path) = link.url.split_once("/briefs/")?;
    let (total, index) = path.split_once("/numbers/")?;
    let index: String = index.chars().take_while(char::is_ascii_digit).collect();
    Some((total.parse().ok()?, index.parse().ok()?, link))
}

fn most_common(links: &[(i32, usize, &Link)]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (total, ..) in links {
        *counts.entry(*total).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(total, _)| total)
}

async fn one(
    book: &Book,
    total: i32,
    index: usize,
    link: &Link,
    issue: Option<&Issue>,
) -> Result<Checked, DbErr> {
    let number = index
        .checked_sub(1)
        .and_then(|at| Some((issue?, issue?.numbers.get(at)?)));
    let state = match number {
        None => State::NotOurs,
        Some((_, number)) if number.shown != link.text => State::Edited {
            issued: number.shown.clone(),
        },
        Some((issue, number)) => counted(book, number, issue).await?,
    };
    Ok(Checked {
        total,
        index,
        text: link.text.clone(),
        figure: number.map(|(_, number)| number.figure.clone()),
        state,
    })
}

/// Whether the book still gives the number as counted then, and what it is today.
async fn counted(book: &Book, number: &FrozenNumber, issue: &Issue) -> Result<State, DbErr> {
    let reader = book.db().reader();
    let (definition, scope) = (number.definition(reader).await?, number.scope());
    let (mark, by) = (Some(issue.mark), issue.by());
    let then = figure::value_by(reader, book, &definition, &scope, mark, by).await?;
    if then.ok() != Some(number.value.value()) {
        return Ok(State::NotCounted);
    }
    let today = frozen::today(reader, book, number).await?;
    let today = today.unwrap_or(Value::Number(0));
    Ok(match today == number.value.value() {
        true => State::True,
        false => State::ChangedSince {
            today: shown::write_as_defined(&definition, today, Lang::Zh),
        },
    })
}

/// Numbers that were printed and that the file has no more.
fn missing_numbers(
    issued: &Written,
    links: &[(i32, usize, &Link)],
    issue: &Issue,
    check: &mut FileCheck,
) {
    let mut there: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, index, _) in links.iter().filter(|(total, ..)| *total == issue.total) {
        *there.entry(*index).or_default() += 1;
    }
    for (total, index, link) in issued.links.iter().filter_map(ours) {
        match there.get_mut(&index) {
            Some(count) if 0 < *count => *count -= 1,
            _ => check.numbers.push(Checked {
                total,
                index,
                text: String::new(),
                figure: index
                    .checked_sub(1)
                    .and_then(|at| issue.numbers.get(at))
                    .map(|number| number.figure.clone()),
                state: State::Missing {
                    issued: link.text.clone(),
                },
            }),
        }
    }
}

/// Paragraphs of the one that the other has not, each as often as it is too many.
fn compare(file: &[String], issued: &[String]) -> (Vec<String>, Vec<String>) {
    let less = |many: &[String], few: &[String]| {
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for one in few {
            *left.entry(one).or_default() += 1;
        }
        let mut more = Vec::new();
        for one in many {
            match left.get_mut(one.as_str()) {
                Some(count) if 0 < *count => *count -= 1,
                _ => more.push(one.clone()),
            }
        }
        more
    };
    (less(file, issued), less(issued, file))
}

async fn issue_entry(book: &Book, total: i32) -> Result<Option<i64>, DbErr> {
    let reader = book.db().reader();
    let brief = super::brief::issued(reader, total).await?;
    let Some(entry) = brief.and_then(|brief| brief.issue_entry) else {
        return Ok(None);
    };
    let entry = ledger::entry::by_id(reader, entry).await?;
    Ok(entry.map(|entry| entry.seq))
}
