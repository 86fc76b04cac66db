use serde::{Deserialize, Serialize};

/// Something wrong with a row or a cell, in the words of the person who imports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub severity: Severity,
    /// The sheet of the workbook.
    #[serde(default)]
    pub sheet: String,
    /// The row as numbered in the person's workbook, from 1.
    pub row: u32,
    /// Title of the column, unless the whole row is meant.
    pub column: Option<String>,
    /// Name of the cell, such as `C12`, unless the whole row is meant.
    pub cell: Option<String>,
    /// What is wrong, a full sentence.
    pub what: String,
    /// What would be right, a full sentence.
    pub remedy: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing may be imported before this is corrected.
    Error,
    /// Was read in the likeliest way; the person should look.
    Warning,
}

/// The problems of one import, in the order in which they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    pub fn push(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.list.iter()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether anything forbids the import.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.list
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
    }

    pub fn as_slice(&self) -> &[Problem] {
        &self.list
    }

    /// Into the order of the rows, for reading through a workbook from the top.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|problem| problem.row);
    }
}
