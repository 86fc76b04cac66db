//! Text with separators, as Excel and WPS save it: UTF-8 with or without a mark, GB18030, UTF-16 with a mark.
use super::{EachCell, Sheet};
use crate::{FileProblem, Value};
use encoding_rs::{Encoding, GB18030};

pub(crate) struct Book {
    text: String,
    separator: char,
}

impl Book {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, FileProblem> {
        let text = decoded(bytes).ok_or(FileProblem::NotAWorkbook)?;
        let is_binary = |c: char| c.is_control() && !c.is_whitespace();
        if text.chars().take(4096).any(is_binary) {
            return Err(FileProblem::NotAWorkbook);
        }
        let separator = separator(&text);
        Ok(Self { text, separator })
    }

    pub(super) fn sheets(&self) -> Vec<Sheet> {
        vec![Sheet {
            name: "CSV".to_owned(),
            hidden: false,
        }]
    }

    pub(super) fn rows(&self) -> u32 {
        let lines = self.text.bytes().filter(|byte| *byte == b'\n').count();
        u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Cells by the rules of RFC 4180. A row has the number it gets when Excel opens the file.
    pub(super) fn cells(&self, each: EachCell) -> Result<(), FileProblem> {
        let mut rest = self.text.chars().peekable();
        let (mut row, mut column) = (0, 0);
        while rest.peek().is_some() {
            let (cell, end) = cell(&mut rest, self.separator);
            if !cell.trim().is_empty() && each(row, column, value(cell)).is_break() {
                return Ok(());
            }
            match end {
                End::Cell => column += 1,
                End::Row => (row, column) = (row + 1, 0),
            }
        }
        Ok(())
    }
}

/// In text, a formula's error is nothing but its name.
fn value(cell: String) -> Value {
    const FAULTS: [&str; 10] = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
        "#FIELD!",
    ];
    if FAULTS.contains(&cell.trim()) {
        Value::Fault(cell.trim().into())
    } else {
        Value::Text(cell.into())
    }
}

enum End {
    Cell,
    Row,
}

fn cell(rest: &mut std::iter::Peekable<std::str::Chars>, separator: char) -> (String, End) {
    let mut cell = String::new();
    let mut quoted = rest.next_if_eq(&'"').is_some();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted => match rest.next_if_eq(&'"') {
                Some(quote) => cell.push(quote),
                None => quoted = false,
            },
            _ if quoted => cell.push(c),
            '\n' => return (cell, End::Row),
            '\r' => {
                rest.next_if_eq(&'\n');
                return (cell, End::Row);
            }
            _ if c == separator => return (cell, End::Cell),
            _ => cell.push(c),
        }
    }
    (cell, End::Row)
}

fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        let (text, faults) = encoding.decode_without_bom_handling(&bytes[mark_bytes..]);
        return (!faults).then(|| text.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (text, faults) = GB18030.decode_without_bom_handling(bytes);
    (!faults).then(|| text.into_owned())
}

/// The sign that stands most often in the first lines. A file of one column has none: then it does not matter.
fn separator(text: &str) -> char {
    let count = |sign: &char| {
        text.lines()
            .take(20)
            .map(|l| l.matches(*sign).count())
            .sum()
    };
    [';', '\t', ',']
        .into_iter()
        .max_by_key(|sign| -> usize { count(sign) })
        .unwrap_or(',')
}
