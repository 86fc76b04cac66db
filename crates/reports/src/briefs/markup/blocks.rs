//! Lines to blocks.
use super::{
    Align, Block, Cell, Document, Heading, Placed, Span, Standing, Table, TableSize, spans,
};
use crate::briefs::embed;

/// Deepest heading of the page format.
const DEPTH_MAX: usize = 4;

enum Line<'a> {
    Empty,
    Heading(usize, &'a str),
    Item {
        ordered: bool,
        text: &'a str,
    },
    TableRow(&'a str),
    /// What stands between the braces of a line that is nothing else.
    Embedded(&'a str),
    Text(&'a str),
}

pub fn read(text: &str) -> Document {
    let mut tokens = Vec::new();
    let mut blocks = Vec::new();
    let mut embedded = Vec::new();
    let lines: Vec<(usize, Line<'_>)> = (1..).zip(text.lines().map(classify)).collect();
    let mut next = 0;
    while let Some((number, line)) = lines.get(next) {
        next += 1;
        match line {
            Line::Empty => {}
            Line::Heading(depth, text) => blocks.push(Block::Heading {
                depth: *depth,
                text: spans::read(text, *number, &mut tokens),
            }),
            Line::Item { ordered, text } => {
                let item = spans::read(text, *number, &mut tokens);
                add_item(
                    &mut blocks,
                    *ordered,
                    item,
                    next >= 2 && is_item(&lines[next - 2].1),
                );
            }
            Line::TableRow(_) => {
                let rows: Vec<(usize, &str)> = lines[next - 1..]
                    .iter()
                    .map_while(|(number, line)| match line {
                        Line::TableRow(row) => Some((*number, *row)),
                        _ => None,
                    })
                    .collect();
                next += rows.len() - 1;
                blocks.push(table(&rows, &mut tokens));
            }
            Line::Embedded(inside) => {
                blocks.push(Block::Embedded(embedded.len()));
                embedded.push(Standing {
                    line: *number,
                    source: format!("{{{{{inside}}}}}"),
                    embed: embed::read(inside),
                });
            }
            // Each line is a paragraph: that is how offices type, and what they see.
            Line::Text(text) => {
                blocks.push(Block::Paragraph(spans::read(text, *number, &mut tokens)));
            }
        }
    }
    Document {
        blocks,
        tokens,
        embedded,
    }
}

pub fn headings(text: &str) -> Vec<Heading> {
    let lines = (1..).zip(text.lines().map(classify));
    let headings = lines.filter_map(|(line, read)| match read {
        Line::Heading(depth, text) => Some(Heading {
            line,
            depth,
            text: text.to_owned(),
        }),
        _ => None,
    });
    headings.collect()
}

pub fn tables(text: &str) -> Vec<TableSize> {
    let mut tables: Vec<TableSize> = Vec::new();
    let mut goes_on = false;
    for (line, read) in (1..).zip(text.lines().map(classify)) {
        let Line::TableRow(row) = read else {
            goes_on = false;
            continue;
        };
        match tables.last_mut().filter(|_| goes_on) {
            Some(table) if line == table.line + 1 && is_ruler(&cells(row)) => {}
            Some(table) => table.rows += 1,
            None => tables.push(TableSize {
                line,
                columns: cells(row).len(),
                rows: 0,
            }),
        }
        goes_on = true;
    }
    tables
}

fn is_item(line: &Line<'_>) -> bool {
    matches!(line, Line::Item { .. })
}

fn add_item(blocks: &mut Vec<Block>, is_ordered: bool, item: Vec<Span>, goes_on: bool) {
    if goes_on
        && let Some(Block::List { ordered, items }) = blocks.last_mut()
        && *ordered == is_ordered
    {
        items.push(item);
        return;
    }
    blocks.push(Block::List {
        ordered: is_ordered,
        items: vec![item],
    });
}

fn classify(line: &str) -> Line<'_> {
    let line = line.trim_matches(|c: char| c.is_whitespace());
    if line.is_empty() {
        return Line::Empty;
    }
    let signs = line.chars().take_while(|c| matches!(c, '#' | '＃')).count();
    if 0 < signs {
        let text = line.trim_start_matches(['#', '＃']);
        if text.starts_with(char::is_whitespace) && !text.trim().is_empty() {
            return Line::Heading(signs.min(DEPTH_MAX), text.trim());
        }
    }
    if let Some(inside) = embed::inside(line) {
        return Line::Embedded(inside);
    }
    if let Some(text) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return Line::Item {
            ordered: false,
            text: text.trim(),
        };
    }
    if let Some((number, text)) = line.split_once(". ")
        && !number.is_empty()
        && number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Line::Item {
            ordered: true,
            text: text.trim(),
        };
    }
    if 1 < line.chars().count() && line.starts_with(['|', '｜']) {
        return Line::TableRow(line);
    }
    match office_heading(line) {
        Some(depth) => Line::Heading(depth, line),
        None => Line::Text(line),
    }
}

/// A line such as `一、动员部署` or `（一）做法` is a heading by itself (GB/T 9704): short, and no sentence.
fn office_heading(line: &str) -> Option<usize> {
    const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    const CHARS_MAX: usize = 40;
    let is_sentence = line.ends_with(['。', '；', '：', '，', '！', '？', ';', ':', '.', '”']);
    if is_sentence || CHARS_MAX < line.chars().count() {
        return None;
    }
    let bracketed = line.strip_prefix(['（', '(']);
    let bare = bracketed.unwrap_or(line);
    let rest = bare.trim_start_matches(NUMERALS);
    let is_numbered = rest.len() < bare.len();
    let (depth, title) = match bracketed {
        Some(_) => (2, rest.strip_prefix(['）', ')'])),
        None => (1, rest.strip_prefix('、')),
    };
    let has_title = title.is_some_and(|title| !title.trim().is_empty());
    (is_numbered && has_title).then_some(depth)
}

/// The first row is the head; a second row of dashes says how the columns are aligned.
fn table(rows: &[(usize, &str)], tokens: &mut Vec<Placed>) -> Block {
    let head: Vec<&str> = cells(rows[0].1);
    let ruler = rows
        .get(1)
        .map(|(_, row)| cells(row))
        .filter(|cells| is_ruler(cells));
    let body = if ruler.is_some() {
        &rows[2..]
    } else {
        &rows[1..]
    };
    let head: Vec<Cell> = head
        .iter()
        .enumerate()
        .map(|(at, text)| Cell {
            text: (*text).to_owned(),
            align: ruler
                .as_ref()
                .and_then(|ruler| ruler.get(at))
                .map_or(Align::Left, |dashes| align(dashes)),
        })
        .collect();
    let rows = body.iter().map(|(line, row)| {
        let mut cells: Vec<Vec<Span>> = cells(row)
            .into_iter()
            .map(|cell| spans::read(cell, *line, tokens))
            .collect();
        // What stands in more cells than there are heads is kept in the last one.
        while head.len() < cells.len() {
            let extra = cells.remove(head.len());
            let last = cells[head.len() - 1..].first_mut();
            last.into_iter().for_each(|last| {
                last.push(Span::Text(" ".into()));
                last.extend(extra.iter().cloned());
            });
        }
        cells.resize(head.len(), Vec::new());
        cells
    });
    Block::Table(Table {
        rows: rows.collect(),
        head,
    })
}

/// The cells of a row. A bar inside a token belongs to the token.
fn cells(row: &str) -> Vec<&str> {
    let is_bar = |c: char| matches!(c, '|' | '｜');
    let row = row.strip_prefix(is_bar).unwrap_or(row);
    let row = row.strip_suffix(is_bar).unwrap_or(row);
    let (mut cells, mut start, mut depth) = (Vec::new(), 0usize, 0usize);
    let mut before = ' ';
    for (at, character) in row.char_indices() {
        match (before, character) {
            ('{', '{') => depth = 1,
            ('}', '}') => depth = 0,
            (_, bar) if is_bar(bar) && depth == 0 => {
                cells.push(row[start..at].trim());
                start = at + bar.len_utf8();
            }
            _ => {}
        }
        before = character;
    }
    cells.push(row[start..].trim());
    cells
}

fn is_ruler(cells: &[&str]) -> bool {
    let is_dashes =
        |cell: &&str| cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':'));
    cells.iter().all(is_dashes)
}

fn align(dashes: &str) -> Align {
    match (dashes.starts_with(':'), dashes.ends_with(':')) {
        (true, true) => Align::Centre,
        (false, true) => Align::Right,
        _ => Align::Left,
    }
}
