//! An issue as a Word file, in the page format of official documents.
use super::{
    frozen::{self, Issue},
    markup::{self, Span},
};
use db::Db;
use kernel::Lang;
use paper::{Block, Column, Foot, Headings, Inline, Level, PaperError, Table};
use sea_orm::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    #[error("there is no issue {0}")]
    NotFound(i32),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error("could not read the book")]
    Database(#[from] DbErr),
}

/// The Word file of the issue with this total number. Its numbers open at `public_url` (no slash at the end).
pub async fn brief_docx(db: &Db, public_url: &str, total: i32) -> Result<Vec<u8>, DocxError> {
    let found = frozen::find(db.reader(), total).await?;
    let (_, issue) = found.ok_or(DocxError::NotFound(total))?;
    Ok(on_paper(&issue, public_url).to_docx()?)
}

/// Where an issued number opens: `index` counts from 1.
pub fn number_url(total: i32, index: usize) -> String {
    format!("/briefs/{total}/numbers/{index}")
}

/// The issue as the crate `paper` writes it.
pub fn on_paper(issue: &Issue, public_url: &str) -> paper::Brief {
    let numbered_by_hand = markup::Document {
        blocks: issue.blocks.clone(),
        tokens: Vec::new(),
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
    paper::Brief {
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
        blocks: issue
            .blocks
            .iter()
            .map(|block| self::block(block, &inlines))
            .collect(),
        foot: Foot {
            report_to: issue.report_to.clone(),
            send_to: issue.send_to.clone(),
            issue_to: issue.issue_to.clone(),
            copies: None,
        },
    }
}

fn block(block: &markup::Block, inlines: &impl Fn(&[Span]) -> Vec<Inline>) -> Block {
    match block {
        markup::Block::Heading { depth, text } => Block::Heading {
            level: Level::from_depth(*depth),
            text: inlines(text),
        },
        markup::Block::Paragraph(text) => Block::Paragraph(inlines(text)),
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
