use crate::{
    Choice, Column, Kind, Problem, Problems, Severity, Table, Value,
    table::RowCells,
    value::{
        code::{self, Code},
        date::{self, DateProblem},
        names, phone, spelling, whole,
    },
    words::{Texts, texts},
};
use chrono::NaiveDate;
use kernel::limits;

/// One record. Each getter returns what could be read; what could not becomes a [`Problem`] in the list it is given.
///
/// # Panics
/// Getters panic for a column that was not declared, or declared of another kind: that is a fault of the program.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    cells: &'t RowCells,
}

impl<'t> Row<'t> {
    pub(crate) fn new(table: &'t Table, cells: &'t RowCells) -> Self {
        Self { table, cells }
    }

    /// The row as numbered in the person's workbook, from 1.
    pub fn number(&self) -> u32 {
        self.cells.row + 1
    }

    /// The cell as it is, for a caller who understands more than the kinds of this crate.
    pub fn value(&self, key: &str) -> &'t Value {
        &self.cells.cells[self.table.position(key)]
    }

    /// Name of the cell in the person's workbook, such as `C12`; none for a column that the workbook has not.
    pub fn cell(&self, key: &str) -> Option<String> {
        let position = self.table.position(key);
        self.table.cell_name(self.cells.row, position)
    }

    /// Text of any column, tidied; only notes keep their lines. A date reads `2021-06-30`.
    pub fn text(&self, key: &str, problems: &mut Problems) -> Option<String> {
        let cell = self.filled(key, problems)?;
        let text = match (&cell.column.kind, cell.value) {
            (Kind::Text { chars_max }, Value::Text(text))
                if limits::TITLE_CHARS_MAX < *chars_max =>
            {
                spelling::tidy_lines(text)
            }
            (_, value) => spelling::one_line(&value.as_text()),
        };
        if let Kind::Text { chars_max } = cell.column.kind {
            let chars = text.chars().count();
            if chars_max < chars {
                let t = self.words();
                let (chars, max) = (chars.to_string(), chars_max.to_string());
                problems.push(self.problem(key, t.text_long(chars), t.text_long_remedy(max)));
                return None;
            }
        }
        Some(text)
    }

    /// For a [`Kind::Code`].
    pub fn code(&self, key: &str, problems: &mut Problems) -> Option<String> {
        let cell = self.filled(key, problems)?;
        let Kind::Code { width } = cell.column.kind else {
            wrong_kind(key)
        };
        let t = self.words();
        match code::code(cell.value, width, self.table.is_typed) {
            Code::Read(code) => Some(code),
            Code::ZerosLost { shown, read } => {
                let remedy = t.code_zeros_lost_remedy();
                problems.push(self.warning(key, t.code_zeros_lost(shown, &read), remedy));
                Some(read)
            }
            Code::DigitsLost => {
                let remedy = t.code_digits_lost_remedy();
                problems.push(self.problem(key, t.code_digits_lost(), remedy));
                None
            }
            Code::Wrong => {
                let what = t.code_wrong(cell.value.as_text());
                problems.push(self.problem(key, what, t.code_wrong_remedy()));
                None
            }
        }
    }

    /// For a [`Kind::Whole`].
    pub fn whole(&self, key: &str, problems: &mut Problems) -> Option<i64> {
        let cell = self.filled(key, problems)?;
        let Kind::Whole { min, max } = cell.column.kind else {
            wrong_kind(key)
        };
        if cell.is_none() {
            return None;
        }
        let t = self.words();
        let number = whole::whole(cell.value).filter(|number| (min..=max).contains(number));
        if number.is_none() {
            let what = t.whole_wrong(cell.value.as_text());
            let remedy = t.whole_wrong_remedy(min.to_string(), max.to_string());
            problems.push(self.problem(key, what, remedy));
        }
        number
    }

    /// For a [`Kind::Date`].
    pub fn date(&self, key: &str, problems: &mut Problems) -> Option<NaiveDate> {
        let cell = self.filled(key, problems)?;
        let Kind::Date { month_is_enough } = cell.column.kind else {
            wrong_kind(key)
        };
        if cell.is_none() {
            return None;
        }
        let t = self.words();
        let (what, remedy) = match date::date(cell.value) {
            Ok(date) => return Some(date),
            Err(DateProblem::NotADate) if month_is_enough => match date::month(cell.value) {
                Some(first) => return Some(first),
                None => (t.month_wrong(cell.value.as_text()), t.month_wrong_remedy()),
            },
            Err(DateProblem::NotADate) => {
                (t.date_wrong(cell.value.as_text()), t.date_wrong_remedy())
            }
            Err(DateProblem::NoSuchDay) => (
                t.date_no_such_day(cell.value.as_text()),
                t.date_no_such_day_remedy(),
            ),
        };
        problems.push(self.problem(key, what, remedy));
        None
    }

    /// For a [`Kind::Phone`].
    pub fn phone(&self, key: &str, problems: &mut Problems) -> Option<String> {
        let cell = self.filled(key, problems)?;
        let Kind::Phone = cell.column.kind else {
            wrong_kind(key)
        };
        if cell.is_none() {
            return None;
        }
        let phone = phone::phone(cell.value);
        if phone.is_none() {
            let t = self.words();
            let what = t.phone_wrong(cell.value.as_text());
            problems.push(self.problem(key, what, t.phone_wrong_remedy()));
        }
        phone
    }

    /// For a [`Kind::Choice`]: the key of the choice.
    pub fn choice(&self, key: &str, problems: &mut Problems) -> Option<&'t str> {
        let cell = self.filled(key, problems)?;
        let Kind::Choice(choices) = &cell.column.kind else {
            wrong_kind(key)
        };
        let written = spelling::fold(&cell.value.as_text());
        let spellings = &self.table.choices[self.table.position(key)];
        let chosen = spellings.get(&written).map(|index| &choices[*index]);
        if chosen.is_none() && !cell.is_none() {
            let t = self.words();
            let what = t.choice_wrong(cell.value.as_text());
            problems.push(self.problem(key, what, self.choices_remedy(choices)));
        }
        chosen.map(|choice| choice.key.as_str())
    }

    /// For a [`Kind::Names`]: each name once, in the order written.
    pub fn names(&self, key: &str, problems: &mut Problems) -> Vec<String> {
        let Some(cell) = self.filled(key, problems) else {
            return Vec::new();
        };
        let names = names::names(&cell.value.as_text());
        if names.is_empty() && cell.column.required {
            problems.push(self.missing(key, cell.column));
        }
        names
    }

    /// An error of this cell, to be pushed to the same list.
    pub fn problem(
        &self,
        key: &str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        let position = self.table.position(key);
        let column = self.table.columns.at(position);
        Problem {
            severity: Severity::Error,
            sheet: self.table.sheet.clone(),
            row: self.number(),
            column: Some(column.title.get(self.table.lang).to_owned()),
            cell: self.table.cell_name(self.cells.row, position),
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    pub fn warning(
        &self,
        key: &str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            severity: Severity::Warning,
            ..self.problem(key, what, remedy)
        }
    }

    /// An error of the row as a whole.
    pub fn row_problem(&self, what: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem {
            severity: Severity::Error,
            sheet: self.table.sheet.clone(),
            row: self.number(),
            column: None,
            cell: None,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// The cell, if anything is in it. Tells of a required cell without value and of a formula's error.
    fn filled(&self, key: &str, problems: &mut Problems) -> Option<Cell<'t>> {
        let position = self.table.position(key);
        let cell = Cell {
            column: self.table.columns.at(position),
            value: &self.cells.cells[position],
        };
        let t = self.words();
        if let Value::Fault(fault) = cell.value {
            let what = t.cell_fault(&**fault);
            problems.push(self.problem(key, what, t.cell_fault_remedy()));
            return None;
        }
        let empty = cell.value.is_empty() || spelling::is_stroke(&cell.value.as_text());
        if empty && cell.column.required {
            problems.push(self.missing(key, cell.column));
        }
        (!empty).then_some(cell)
    }

    fn missing(&self, key: &str, column: &Column) -> Problem {
        let t = self.words();
        let remedy = match column.example.get(self.table.lang) {
            "" => t.cell_missing_remedy(),
            example => t.cell_missing_remedy_example(example),
        };
        self.problem(key, t.cell_missing(), remedy)
    }

    fn choices_remedy(&self, choices: &[Choice]) -> String {
        const SHOWN_MAX: usize = 12;
        let lang = self.table.lang;
        let titles: Vec<&str> = choices.iter().map(|choice| choice.title(lang)).collect();
        match titles.len() {
            0..=SHOWN_MAX => self
                .words()
                .choice_wrong_remedy(titles.join(crate::file_problem::separator(lang))),
            _ => self.words().choice_wrong_remedy_long(),
        }
    }

    fn words(&self) -> &'static Texts {
        texts(self.table.lang)
    }
}

struct Cell<'t> {
    column: &'t Column,
    value: &'t Value,
}

impl Cell<'_> {
    /// 无 in an optional cell where it can be no value.
    fn is_none(&self) -> bool {
        !self.column.required && spelling::is_none(&self.value.as_text())
    }
}

fn wrong_kind(key: &str) -> ! {
    panic!("column {key} was declared of another kind")
}
