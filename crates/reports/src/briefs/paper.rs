//! An issue as a Word file, in the page format of official documents.
use super::{
    chart::Drawing,
    embed::By,
    embedded,
    frozen::{self, Issue},
    frozen_parts::{FrozenChart, FrozenEmbedded, FrozenPicture, FrozenRestatement},
    markup::{self, Span},
};
use crate::words;
use db::Db;
use files::{FileId, Files};
use kernel::Lang;
use paper::{
    Block, Column, Foot, Headings, Image, Inline, Level, PaperError, Table,
    limits::IMAGE_HEIGHT_MM_MAX,
};
use sea_orm::DbErr;
use std::collections::HashMap;
use ui::charts::Style;

/// How wide charts stand on paper, in millimetres.
const CHART_WIDTH_MM: u16 = 150;

#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    #[error("there is no issue {0}")]
    NotFound(i32),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error("a picture of the brief could not be read")]
    Files(#[from] files::StoreError),
    #[error("could not read the book")]
    Database(#[from] DbErr),
}

/// The Word file of the issue with this total number. Its numbers open at `public_url` (no slash at the end).
pub async fn brief_docx(
    db: &Db,
    files: &Files,
    public_url: &str,
    total: i32,
) -> Result<Vec<u8>, DocxError> {
    let found = frozen::find(db.reader(), total).await?;
    let (brief, issue) = found.ok_or(DocxError::NotFound(total))?;
    let mut pictures = HashMap::new();
    for one in &issue.embedded {
        let FrozenEmbedded::Picture(picture) = one else {
            continue;
        };
        let file = files::find(db.reader(), &embedded::record(brief), picture.file).await?;
        if let Some(file) = file {
            pictures.insert(picture.file, files.read(&file).await?);
        }
    }
    let public_url = public_url.to_owned();
    // Charts become pictures and all is packed: not on a thread that serves requests.
    let written =
        tokio::task::spawn_blocking(move || on_paper(&issue, &public_url, &pictures)?.to_docx());
    Ok(written
        .await
        .map_err(|error| PaperError::NotDrawn(error.to_string()))??)
}

/// What the file of an issue is called: name and number, as people speak of it.
pub async fn file_name(db: &Db, total: i32, ending: &str) -> Result<String, DbErr> {
    let found = frozen::find(db.reader(), total).await?;
    let (_, issue) = found.ok_or_else(|| DbErr::RecordNotFound(format!("issue {total}")))?;
    let number = words::texts(Lang::Zh).issue_number(issue.number, issue.total);
    Ok(format!("{}{number}.{ending}", issue.name))
}

/// Where an issued number opens: `index` counts from 1.
pub fn number_url(total: i32, index: usize) -> String {
    format!("/briefs/{total}/numbers/{index}")
}

/// The issue as the crate `paper` writes it.
pub fn on_paper(
    issue: &Issue,
    public_url: &str,
    pictures: &HashMap<FileId, Vec<u8>>,
) -> Result<paper::Brief, PaperError> {
    let numbered_by_hand = markup::Document {
        blocks: issue.blocks.clone(),
        ..markup::Document::default()
    }
    .is_numbered_by_hand();
    let inlines = |spans: &[Span]| -> Vec<Inline> {
        spans
            .iter()
            .map(|span| inline(span, issue, public_url))
            .collect()
    };
    let note = issue
        .editors_note
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let mut blocks = Vec::with_capacity(issue.blocks.len());
    for block in &issue.blocks {
        match block {
            markup::Block::Embedded(index) => blocks.extend(match issue.embedded.get(*index) {
                Some(FrozenEmbedded::Chart(chart)) => Some(self::chart(chart, issue, public_url)?),
                Some(FrozenEmbedded::Picture(picture)) => pictures
                    .get(&picture.file)
                    .and_then(|bytes| self::picture(picture, bytes)),
                Some(FrozenEmbedded::Restatement(one)) => Some(restated(one, issue, public_url)),
                None => None,
            }),
            other => blocks.push(self::block(other, &inlines)),
        }
    }
    Ok(paper::Brief {
        lang: Lang::Zh,
        name: issue.name.clone(),
        issue: paper::Issue {
            number: issue.number.unsigned_abs(),
            total: issue.total.unsigned_abs(),
        },
        office: issue.office.clone(),
        date: issue.date,
        title: issue.title.clone(),
        editors_note: note.map(|line| vec![Inline::text(line)]).collect(),
        headings: if numbered_by_hand {
            Headings::AsWritten
        } else {
            Headings::Numbered
        },
        blocks,
        foot: Foot {
            report_to: issue.report_to.clone(),
            send_to: issue.send_to.clone(),
            issue_to: issue.issue_to.clone(),
            copies: issue.copies,
        },
    })
}

/// A chart as a picture; where this machine has no font for its words, as a table whose numbers open.
fn chart(chart: &FrozenChart, issue: &Issue, public_url: &str) -> Result<Block, PaperError> {
    let opens = |place| number_url(issue.total, place + 1);
    let drawing = Drawing::of_issue(chart, issue, &[], &opens);
    if !paper::can_write_chinese() {
        return Ok(as_table(&drawing, public_url));
    }
    let picture = paper::picture_of_svg(&drawing.draw(Style::Standalone).into_string())?;
    let (width_mm, height_mm) = fitted(CHART_WIDTH_MM, picture.width, picture.height);
    Ok(Block::Image(Image {
        bytes: picture.png,
        width_mm,
        height_mm,
        alt: drawing.in_words(),
        caption: drawing.title.clone(),
    }))
}

fn as_table(drawing: &Drawing, public_url: &str) -> Block {
    let t = words::texts(Lang::Zh);
    let column = |head: String, align| Column { head, align };
    let first = match drawing.by {
        By::Unit => t.column_unit(),
        By::Month => t.column_month(),
    };
    let row = |mark: &super::chart::DrawnMark| {
        let label = match drawing.by {
            By::Unit => mark.label.clone(),
            By::Month => t.chart_month(mark.label.as_str()),
        };
        let number = if mark.href.is_empty() {
            Inline::text(t.no_data())
        } else {
            Inline::number(mark.text.clone(), format!("{public_url}{}", mark.href))
        };
        vec![vec![Inline::text(label)], vec![number]]
    };
    Block::Table(Table {
        caption: Some(drawing.title.clone()),
        columns: vec![
            column(first, paper::Align::Left),
            column(t.column_quantity(), paper::Align::Right),
        ],
        rows: drawing.marks.iter().map(row).collect(),
    })
}

/// A picture in its width, made smaller where it would be taller than the page.
fn picture(picture: &FrozenPicture, bytes: &[u8]) -> Option<Block> {
    let (width, height) = image_size(bytes)?;
    let (width_mm, height_mm) = fitted(picture.width_mm, width, height);
    Some(Block::Image(Image {
        bytes: bytes.to_vec(),
        width_mm,
        height_mm,
        alt: picture.caption.clone(),
        caption: picture.caption.clone(),
    }))
}

/// Millimetres across and down for a picture of so many pixels.
fn fitted(width_mm: u16, width: u32, height: u32) -> (u16, u16) {
    let (across, down) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let most = u64::from(IMAGE_HEIGHT_MM_MAX);
    let tall = u64::from(width_mm) * down / across;
    let (width_mm, height_mm) = if most < tall {
        (most * across / down, most)
    } else {
        (u64::from(width_mm), tall)
    };
    let mm = |value: u64| u16::try_from(value.max(1)).unwrap_or(1);
    (mm(width_mm), mm(height_mm))
}

/// Pixels across and down, from the head of a PNG or JPEG file.
fn image_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let word = |at: usize| {
        Some(u32::from(u16::from_be_bytes([
            *bytes.get(at)?,
            *bytes.get(at + 1)?,
        ])))
    };
    if bytes.starts_with(b"\x89PNG") {
        return Some((word(16)? << 16 | word(18)?, word(20)? << 16 | word(22)?));
    }
    let mut at = 2;
    loop {
        let (mark, kind) = (*bytes.get(at)?, *bytes.get(at + 1)?);
        if mark != 0xFF {
            return None;
        }
        // The frame's head; 0xC4, 0xC8 and 0xCC are none.
        if matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC) {
            return Some((word(at + 7)?, word(at + 5)?));
        }
        at += 2 + usize::try_from(word(at + 2)?).ok()?;
    }
}

fn restated(one: &FrozenRestatement, issue: &Issue, public_url: &str) -> Block {
    let t = words::texts(Lang::Zh);
    let old = format!("{public_url}{}", number_url(one.total, one.number));
    let new = format!("{public_url}{}", number_url(issue.total, one.new + 1));
    let shown = issue
        .numbers
        .get(one.new)
        .map(|number| number.shown.clone());
    Block::Paragraph(vec![
        Inline::text(t.restated_before(one.issue_number, one.total, one.title.as_str())),
        Inline::number(one.old.clone(), old),
        Inline::text(t.restated_now()),
        Inline::number(shown.unwrap_or_default(), new),
        Inline::text(t.restated_because(one.reason.as_str())),
    ])
}

fn block(block: &markup::Block, inlines: &impl Fn(&[Span]) -> Vec<Inline>) -> Block {
    match block {
        markup::Block::Heading { depth, text } => Block::Heading {
            level: Level::from_depth(*depth),
            text: inlines(text),
        },
        markup::Block::Paragraph(text) => Block::Paragraph(inlines(text)),
        // Drawn by its own kind; see `on_paper`.
        markup::Block::Embedded(_) => Block::Paragraph(Vec::new()),
        markup::Block::List { ordered, items } => Block::List {
            ordered: *ordered,
            items: items.iter().map(|item| inlines(item)).collect(),
        },
        markup::Block::Table(table) => Block::Table(Table {
            caption: None,
            columns: table.head.iter().map(column).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| inlines(cell)).collect())
                .collect(),
        }),
    }
}

fn column(cell: &markup::Cell) -> Column {
    Column {
        head: cell.text.clone(),
        align: match cell.align {
            markup::Align::Left => paper::Align::Left,
            markup::Align::Centre => paper::Align::Centre,
            markup::Align::Right => paper::Align::Right,
        },
    }
}

fn inline(span: &Span, issue: &Issue, public_url: &str) -> Inline {
    match span {
        Span::Text(text) => Inline::text(text.clone()),
        Span::Strong(text) => Inline::Strong(text.clone()),
        Span::Token(index) => match issue.numbers.get(*index) {
            Some(number) => {
                let url = format!("{public_url}{}", number_url(issue.total, index + 1));
                Inline::number(number.shown.clone(), url)
            }
            None => Inline::text(""),
        },
    }
}
