//! Finds the head of a table: the row or rows with the titles, wherever they are.
use crate::{Column, Columns, marks, value::spelling::fold};
use std::collections::{BTreeMap, HashMap};

/// Rows that are looked at from the top of a sheet: titles, units and dates stand above a head, hardly more.
pub(crate) const ROWS_SEEN_MAX: usize = 60;

/// Columns that are looked at.
pub(crate) const COLUMNS_SEEN_MAX: u32 = 1_024;

/// Rows a head may have: a group title over titles, and once more.
const HEIGHT_MAX: usize = 3;

/// The first rows of a sheet as text: row number, then column number and text.
pub(crate) type TopRows = BTreeMap<u32, BTreeMap<u32, String>>;

/// Where the head is, and which sheet column holds which declared column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) first_row: u32,
    pub(crate) last_row: u32,
    /// For each declared column, the sheet column.
    pub(crate) columns: Vec<Option<u32>>,
    /// Titles nobody asked for.
    pub(crate) unknown: Vec<(u32, String)>,
    /// Our own column of problems, from an earlier import.
    pub(crate) problems: Option<u32>,
}

impl Head {
    /// The likeliest head among the first rows, complete or not.
    pub(crate) fn find(top: &TopRows, columns: &Columns) -> Option<Self> {
        let names = Names::of(columns);
        let rows: Vec<u32> = top.keys().copied().collect();
        let mut best: Option<((usize, usize, usize), Self)> = None;
        for start in 0..rows.len() {
            for height in 1..=HEIGHT_MAX.min(rows.len() - start) {
                let candidate = Self::at(top, &rows[start..start + height], &names, columns.len());
                // Of two that find the same, the lower one: a title above is no part of the head.
                // Where nothing is known, the fullest row looks most like one.
                let score = match candidate.score(columns) {
                    0 => (0, HEIGHT_MAX - height, candidate.unknown.len()),
                    known => (known, HEIGHT_MAX - height, 0),
                };
                if best.as_ref().is_none_or(|(highest, _)| *highest < score) {
                    best = Some((score, candidate));
                }
            }
        }
        best.map(|(_, head)| head)
    }

    fn at(top: &TopRows, rows: &[u32], names: &Names, declared: usize) -> Self {
        let mut head = Self {
            first_row: rows[0],
            last_row: rows[rows.len() - 1],
            columns: vec![None; declared],
            unknown: Vec::new(),
            problems: None,
        };
        for (column, Title { own, spellings }) in titles(top, rows) {
            if spellings
                .iter()
                .any(|title| marks::is_problems_title(title))
            {
                head.problems = Some(column);
                continue;
            }
            let known = spellings.iter().find_map(|title| names.position(title));
            match known {
                Some(position) if head.columns[position].is_none() => {
                    head.columns[position] = Some(column);
                }
                _ => head.unknown.push((column, own)),
            }
        }
        head
    }

    /// Required columns weigh more than all others together.
    fn score(&self, columns: &Columns) -> usize {
        let found = self.columns.iter().zip(columns.iter());
        found
            .filter(|(place, _)| place.is_some())
            .map(|(_, column)| {
                if column.required {
                    columns.len() + 1
                } else {
                    1
                }
            })
            .sum()
    }

    pub(crate) fn found(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    pub(crate) fn missing<'c>(&self, columns: &'c Columns) -> Vec<&'c Column> {
        let found = self.columns.iter().zip(columns.iter());
        found
            .filter(|(place, column)| place.is_none() && column.required)
            .map(|(_, column)| column)
            .collect()
    }

    pub(crate) fn last_column(&self) -> u32 {
        let unknown = self.unknown.iter().map(|(column, _)| *column);
        self.columns
            .iter()
            .flatten()
            .copied()
            .chain(unknown)
            .max()
            .unwrap_or(0)
    }
}

/// What a sheet column may be called.
#[derive(Default)]
struct Title {
    /// Its lowest cell.
    own: String,
    /// Best first: the group title with it, it alone, what stands over it.
    spellings: Vec<String>,
}

fn titles(top: &TopRows, rows: &[u32]) -> BTreeMap<u32, Title> {
    let mut titles: BTreeMap<u32, Title> = BTreeMap::new();
    for (depth, row) in rows.iter().enumerate().rev() {
        for (column, text) in &top[row] {
            let title = titles.entry(*column).or_default();
            if title.own.is_empty() {
                title.own = text.clone();
                let groups = rows[..depth].iter().filter_map(|above| {
                    // A merged group title stands in the first of its columns.
                    let (_, group) = top[above].range(..=column).next_back()?;
                    Some(group.as_str())
                });
                let joined: String = groups.chain([text.as_str()]).collect();
                title.spellings.push(joined);
            }
            title.spellings.push(text.clone());
        }
    }
    titles
}

/// All names of all declared columns, folded.
struct Names {
    positions: HashMap<String, usize>,
}

impl Names {
    fn of(columns: &Columns) -> Self {
        let mut positions = HashMap::new();
        for (position, column) in columns.iter().enumerate() {
            for name in column.names_of_head() {
                positions.entry(bare(name)).or_insert(position);
            }
        }
        Self { positions }
    }

    /// First as written, then without what stands in brackets: `完成时限（年月日）`.
    fn position(&self, title: &str) -> Option<usize> {
        let title = bare(title);
        let exact = self.positions.get(&title);
        exact
            .or_else(|| self.positions.get(&without_brackets(&title)))
            .copied()
    }
}

/// A title without the signs that mark it as required and without its closing colon.
pub(crate) fn bare(title: &str) -> String {
    let title = fold(title);
    let title = title.replace("(必填)", "").replace("(required)", "");
    title
        .trim_matches(|c| matches!(c, '*' | ':' | '★' | '※'))
        .to_owned()
}

fn without_brackets(title: &str) -> String {
    let mut depth = 0u32;
    title
        .chars()
        .filter(|c| {
            let before = depth;
            match c {
                '(' | '[' | '【' | '〔' => depth += 1,
                ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && before == 0
        })
        .collect()
}

/// Whether the text of a cell is one of the column's own titles: a head printed again on every page.
pub(crate) fn is_title_of(column: &Column, text: &str) -> bool {
    let text = bare(text);
    column.names_of_head().any(|name| bare(name) == text)
}
