//! What a document must keep to before anything is written.
use crate::error::Counted;
use crate::limits::{
    BLOCKS_MAX, CHARACTERS_MAX, IMAGE_BYTES_MAX, IMAGE_HEIGHT_MM_MAX, IMAGES_MAX,
    LINK_CHARACTERS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX, TEXT_WIDTH_MM,
};
use crate::{Block, Brief, Image, Inline, PaperError, Table};

pub fn check(brief: &Brief) -> Result<(), PaperError> {
    at_most(Counted::Blocks, brief.blocks.len(), BLOCKS_MAX)?;
    let mut checked = Checked::default();
    for text in [&brief.name, &brief.office, &brief.title] {
        checked.text(text);
    }
    for to in [
        &brief.foot.report_to,
        &brief.foot.send_to,
        &brief.foot.issue_to,
    ] {
        to.iter().for_each(|addressee| checked.text(addressee));
    }
    for note in &brief.editors_note {
        checked.inlines(note)?;
    }
    for block in &brief.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => checked.inlines(text)?,
            Block::List { items, .. } => items.iter().try_for_each(|item| checked.inlines(item))?,
            Block::Table(table) => checked.table(table)?,
            Block::Image(image) => checked.image(image)?,
        }
    }
    at_most(Counted::Characters, checked.characters, CHARACTERS_MAX)?;
    at_most(Counted::Images, checked.images, IMAGES_MAX)
}

fn at_most(what: Counted, count: usize, max: usize) -> Result<(), PaperError> {
    if max < count {
        return Err(PaperError::TooMany { what, count, max });
    }
    Ok(())
}

/// What was counted so far.
#[derive(Default)]
struct Checked {
    characters: usize,
    tables: usize,
    images: usize,
}

impl Checked {
    fn text(&mut self, text: &str) {
        self.characters += text.chars().count();
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Result<(), PaperError> {
        for inline in inlines {
            self.text(inline.shown());
            if let Inline::Number { text, url } = inline {
                at_most(
                    Counted::LinkCharacters,
                    url.chars().count(),
                    LINK_CHARACTERS_MAX,
                )?;
                if !is_address(url) {
                    return Err(PaperError::BadLink { text: text.clone() });
                }
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), PaperError> {
        self.tables += 1;
        let columns = table.columns.len();
        if columns == 0 {
            return Err(PaperError::NoColumns { table: self.tables });
        }
        at_most(Counted::Columns, columns, TABLE_COLUMNS_MAX)?;
        at_most(Counted::Rows, table.rows.len(), TABLE_ROWS_MAX)?;
        table.caption.iter().for_each(|caption| self.text(caption));
        table
            .columns
            .iter()
            .for_each(|column| self.text(&column.head));
        for (index, row) in table.rows.iter().enumerate() {
            if row.len() != columns {
                return Err(PaperError::UnevenRow {
                    table: self.tables,
                    row: index + 1,
                    cells: row.len(),
                    columns,
                });
            }
            row.iter().try_for_each(|cell| self.inlines(cell))?;
        }
        Ok(())
    }

    fn image(&mut self, image: &Image) -> Result<(), PaperError> {
        self.images += 1;
        at_most(Counted::ImageBytes, image.bytes.len(), IMAGE_BYTES_MAX)?;
        if image.ending().is_none() {
            return Err(PaperError::NotAnImage { image: self.images });
        }
        let fits = (1..=TEXT_WIDTH_MM).contains(&image.width_mm)
            && (1..=IMAGE_HEIGHT_MM_MAX).contains(&image.height_mm);
        if !fits {
            return Err(PaperError::WrongSize { image: self.images });
        }
        self.text(&image.alt);
        self.text(&image.caption);
        Ok(())
    }
}

/// Whether a reader's Word may be sent there: nothing but the web, and nothing that ends the address early.
fn is_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty())
        && !url.contains(|sign: char| {
            sign.is_whitespace() || sign.is_control() || matches!(sign, '"' | '<' | '>' | '\\')
        })
}
