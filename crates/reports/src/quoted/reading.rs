//! From a statistics workbook to what it publishes. Pure.
use super::columns::columns;
use crate::{figures::defining::is_code, words};
use chrono::{Months, NaiveDate};
use kernel::{
    Lang, UnitId,
    number::{Measure, TypedError},
};
use ledger::figure::quote::{PREFIXES, Quote, Source};
use orgs::Directory;
use sheets::{FileProblem, Options, Problems, Row, Table};

/// Most rows of one workbook.
pub const ROWS_MAX: usize = 5_000;

/// What came of a workbook.
#[derive(Debug)]
pub struct Reading {
    pub table: Table,
    pub lines: Vec<Line>,
    pub problems: Problems,
}

/// One row: what it is of, and the one or two values that it publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub row: u32,
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub quotes: Vec<Quote>,
}

/// What a workbook is read against.
pub struct Known<'a> {
    pub directory: &'a Directory,
    /// Values without a unit are of this one.
    pub top: UnitId,
    pub today: NaiveDate,
    pub file: String,
    pub file_name: String,
    pub lang: Lang,
}

/// # Errors
/// When no such table is in the file. What is wrong with single cells is in the reading's problems.
pub fn read(bytes: &[u8], known: &Known<'_>) -> Result<Reading, FileProblem> {
    let options = Options {
        lang: known.lang,
        rows_max: ROWS_MAX,
        ..Options::default()
    };
    let table = sheets::read(bytes, &columns(), options)?;
    let mut problems = Problems::default();
    let lines: Vec<Line> = table
        .rows()
        .filter_map(|row| line(&row, &table, known, &mut problems))
        .collect();
    twice(&table, &lines, known.lang, &mut problems);
    Ok(Reading {
        lines,
        problems,
        table,
    })
}

fn line(row: &Row<'_>, table: &Table, known: &Known<'_>, problems: &mut Problems) -> Option<Line> {
    let t = words::texts(known.lang);
    let problems_before = problems.len();
    let code = row.code("code", problems);
    let code = code.and_then(|code| {
        if is_code(&code) {
            return Some(code);
        }
        problems.push(row.problem(
            "code",
            t.quoted_code_bad(code.as_str()),
            t.figure_code_bad(),
        ));
        None
    });
    let title = row.text("title", problems);
    let title_en = row.text("title_en", problems);
    let month = row.text("month", problems).and_then(|typed| {
        let month = month(&typed).filter(|month| *month <= known.today);
        if month.is_none() {
            let remedy = t.quoted_month_remedy();
            problems.push(row.problem("month", t.quoted_month_bad(typed.as_str()), remedy));
        }
        month
    });
    let unit = match row.text("unit", problems) {
        None => Some(known.top),
        Some(typed) => unit(&typed, row, known, problems),
    };
    let measured = row.text("measure", problems).and_then(|typed| {
        let measure = measured_in(&typed);
        if measure.is_none() {
            let remedy = t.quoted_measure_remedy();
            problems.push(row.problem("measure", t.quoted_measure_bad(typed.as_str()), remedy));
        }
        measure.map(|measure| (measure, typed))
    });
    let mut number = |key: &'static str, measure: Measure, behind: &str| {
        let typed = row.text(key, problems)?;
        if matches!(typed.as_str(), "-" | "—" | "--" | "…" | "/") {
            return None;
        }
        match measure.read(&format!("{typed}{behind}")) {
            Ok(number) => Some(number),
            Err(error) => {
                problems.push(row.problem(
                    key,
                    problem_text(&error, &typed, known.lang),
                    t.quoted_number_remedy(),
                ));
                None
            }
        }
    };
    let (measure, behind) = match &measured {
        Some((measure, typed)) => (*measure, typed.as_str()),
        None => (Measure::Plain, ""),
    };
    let behind = if measure == Measure::Plain {
        scale_of(behind)
    } else {
        behind
    };
    let month_value = number("month_value", measure, behind);
    let month_growth = number("month_growth", Measure::BasisPoints, "");
    let total_value = number("total_value", measure, behind);
    let total_growth = number("total_growth", Measure::BasisPoints, "");
    let comparable_growth = number("comparable_growth", Measure::BasisPoints, "");
    let changed = row.choice("changed", problems) == Some("yes");
    let note = row.text("note", problems).unwrap_or_default();
    let (code, title, month, unit, _) = (code?, title?, month?, unit?, measured?);
    let prefix = PREFIXES
        .iter()
        .find(|(_, of)| same(*of, measure))
        .map(|(prefix, _)| *prefix)?;
    let cell = |key: &str| {
        let has_value = !row.value(key).is_empty();
        has_value
            .then(|| row.cell(key))
            .flatten()
            .unwrap_or_default()
    };
    let quote = |from, value, growth, comparable, cells: [&str; 3]| Quote {
        series: format!("{prefix}.{code}"),
        unit,
        from,
        to: last_day(month),
        value,
        growth,
        comparable_growth: comparable,
        definition_changed: changed,
        note: note.clone(),
        source: Source {
            file: known.file.clone(),
            file_name: known.file_name.clone(),
            sheet: table.sheet.clone(),
            row: row.number(),
            value_cell: cell(cells[0]),
            growth_cell: cell(cells[1]),
            comparable_cell: if cells[2].is_empty() {
                String::new()
            } else {
                cell(cells[2])
            },
        },
    };
    let year = NaiveDate::from_ymd_opt(chrono::Datelike::year(&month), 1, 1)?;
    let of_month = quote(
        month,
        month_value,
        month_growth,
        None,
        ["month_value", "month_growth", ""],
    );
    let so_far = quote(
        year,
        total_value,
        total_growth,
        comparable_growth,
        ["total_value", "total_growth", "comparable_growth"],
    );
    let says = |quote: &Quote| {
        quote.value.is_some() || quote.growth.is_some() || quote.comparable_growth.is_some()
    };
    // January alone and the year up to January are the same days.
    if month == year
        && let (Some(alone), Some(total)) = (month_value, total_value)
        && alone != total
    {
        problems.push(row.problem("total_value", t.quoted_january(), t.quoted_january_remedy()));
    }
    let quotes: Vec<Quote> = match month == year {
        true if says(&so_far) => vec![so_far],
        true => vec![of_month],
        false => vec![of_month, so_far],
    }
    .into_iter()
    .filter(says)
    .collect();
    if quotes.is_empty() {
        if problems_before < problems.len() {
            return None;
        }
        problems.push(row.row_problem(t.quoted_nothing(), t.quoted_nothing_remedy()));
        return None;
    }
    Some(Line {
        row: row.number(),
        title_en: title_en.unwrap_or_else(|| in_english(&code)),
        code,
        title_zh: title,
        quotes,
    })
}

/// The same value twice in one workbook: one of the two rows is wrong.
fn twice(table: &Table, lines: &[Line], lang: Lang, problems: &mut Problems) {
    let t = words::texts(lang);
    let mut seen = std::collections::HashMap::new();
    for line in lines {
        for quote in &line.quotes {
            let key = (&quote.series, quote.unit, quote.from, quote.to);
            if let Some(first) = seen.insert(key, line.row)
                && first != line.row
                && let Some(row) = table.rows().find(|row| row.number() == line.row)
            {
                problems.push(row.problem("code", t.quoted_twice(first), t.quoted_twice_remedy()));
            }
        }
    }
}

fn unit(typed: &str, row: &Row<'_>, known: &Known<'_>, problems: &mut Problems) -> Option<UnitId> {
    let t = words::texts(known.lang);
    if let Some(unit) = known.directory.unit_by_code(typed) {
        return Some(unit.id);
    }
    let named = known.directory.units_named(typed);
    if let [unit] = named.as_slice() {
        return Some(unit.id);
    }
    let near = known.directory.nearest(typed, 1);
    let remedy = match (named.is_empty(), near.first()) {
        (false, _) => t.quoted_unit_several(),
        (true, Some(near)) => t.quoted_unit_near(near.name_in(known.lang)),
        (true, None) => t.quoted_unit_remedy(),
    };
    problems.push(row.problem("unit", t.quoted_unit_unknown(typed), remedy));
    None
}

fn problem_text(error: &TypedError, typed: &str, lang: Lang) -> String {
    match error {
        TypedError::TooFine(_) => words::texts(lang).quoted_too_fine(typed),
        _ => words::texts(lang).quoted_number_bad(typed),
    }
}

fn same(of: ledger::Measure, measure: Measure) -> bool {
    matches!(
        (of, measure),
        (ledger::Measure::Fen, Measure::Fen)
            | (ledger::Measure::Count, Measure::Plain)
            | (ledger::Measure::BasisPoints, Measure::BasisPoints)
    )
}

/// `亿元` is money, `%` a share, anything else is counted; a word that is a number is a mistake.
fn measured_in(typed: &str) -> Option<Measure> {
    let word = typed.trim();
    if word.is_empty() || word.chars().any(|c| c.is_ascii_digit()) {
        None
    } else if word.ends_with('元') {
        Measure::Fen
            .read(&format!("1{word}"))
            .ok()
            .map(|_| Measure::Fen)
    } else if matches!(word, "%" | "％" | "百分比" | "个百分点") {
        Some(Measure::BasisPoints)
    } else {
        Measure::Plain
            .read(&format!("1{word}"))
            .ok()
            .map(|_| Measure::Plain)
    }
}

/// The scale in front of a word that is counted: `万人` counts by ten thousands.
fn scale_of(word: &str) -> &str {
    match word.chars().next() {
        Some(first @ ('万' | '亿')) => &word[..first.len_utf8()],
        _ => "",
    }
}

/// The first day of `2021年4月`, `2021-04`, `2021.4`, `202104`, or a date of the month.
fn month(typed: &str) -> Option<NaiveDate> {
    let digits: Vec<&str> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month) = match digits.as_slice() {
        [both] if both.len() == 6 => (&both[..4], &both[4..]),
        [year, month] | [year, month, _] if year.len() == 4 => (*year, *month),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)
}

fn last_day(first: NaiveDate) -> NaiveDate {
    let next = first + Months::new(1);
    next.pred_opt().unwrap_or(first)
}

/// `industrial-output` as a title, until somebody writes a better one.
fn in_english(code: &str) -> String {
    let text = code.replace('-', " ");
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + characters.as_str(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_understood_as_offices_write_them() {
        let april = NaiveDate::from_ymd_opt(2021, 4, 1);
        for typed in ["2021年4月", "2021-04", "2021.4", "202104", "2021-04-30"] {
            assert_eq!(month(typed), april, "{typed}");
        }
        for typed in ["4月", "2021", "2021年13月", "去年"] {
            assert_eq!(month(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_a_value_is_measured_in_is_read_off_its_unit() {
        assert_eq!(measured_in("亿元"), Some(Measure::Fen));
        assert_eq!(measured_in("万元"), Some(Measure::Fen));
        assert_eq!(measured_in("%"), Some(Measure::BasisPoints));
        assert_eq!(measured_in("家"), Some(Measure::Plain));
        assert_eq!(
            (measured_in("万人"), scale_of("万人")),
            (Some(Measure::Plain), "万")
        );
        assert_eq!(measured_in("100"), None);
        assert_eq!(in_english("industrial-output"), "Industrial output");
    }
}
