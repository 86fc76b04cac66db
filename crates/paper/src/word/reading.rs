//! Reading a Word file back: its paragraphs, and the numbers in it that are links.
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Largest file that is read, in bytes, and largest part in it once unpacked.
const FILE_BYTES_MAX: usize = 60 * 1024 * 1024;
const PART_BYTES_MAX: u64 = 40 * 1024 * 1024;
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What stands in a Word file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Those with any text, in their order, also those in tables.
    pub paragraphs: Vec<String>,
    pub links: Vec<Link>,
}

/// Text that opens an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    pub url: String,
    /// In which of the paragraphs, from 0.
    pub paragraph: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("the file is larger than {} MB", FILE_BYTES_MAX / 1024 / 1024)]
    TooLarge,
    #[error("the file cannot be unpacked: it is no .docx, or it was cut off")]
    NoPackage(#[from] zip::result::ZipError),
    #[error("the file holds no Word document")]
    NoDocument,
    #[error("a part of the file cannot be read: it was cut off or damaged")]
    Damaged,
}

/// Reads what [`crate::Brief::to_docx`] writes, and whatever else made of it.
pub fn read(bytes: &[u8]) -> Result<Written, ReadError> {
    if FILE_BYTES_MAX < bytes.len() {
        return Err(ReadError::TooLarge);
    }
    let mut package = ZipArchive::new(Cursor::new(bytes))?;
    let document = part(&mut package, "word/document.xml")?.ok_or(ReadError::NoDocument)?;
    let relations = part(&mut package, "word/_rels/document.xml.rels")?.unwrap_or_default();
    let targets = targets(&relations)?;
    let document = roxmltree::Document::parse(&document).map_err(|_| ReadError::Damaged)?;
    let mut written = Written::default();
    let is_paragraph = |node: &roxmltree::Node| node.has_tag_name((WORD, "p"));
    for paragraph in document.descendants().filter(is_paragraph) {
        let text = text_of(paragraph);
        if text.trim().is_empty() {
            continue;
        }
        let place = written.paragraphs.len();
        let mut open: Option<Link> = None;
        for node in paragraph.descendants() {
            if node.has_tag_name((WORD, "hyperlink")) {
                let id = node.attribute((RELATIONS, "id")).unwrap_or_default();
                let url = targets.get(id).cloned().unwrap_or_default();
                written.links.push(Link {
                    text: text_of(node),
                    url,
                    paragraph: place,
                });
            } else if node.has_tag_name((WORD, "instrText")) {
                // Other programs write a link as a field: its address, a mark, its text, and an end.
                let code = node.text().unwrap_or_default().trim();
                open = code.strip_prefix("HYPERLINK").map(|url| Link {
                    text: String::new(),
                    url: url.split('"').nth(1).unwrap_or_default().to_owned(),
                    paragraph: place,
                });
            } else if node.has_tag_name((WORD, "t")) {
                if let Some(link) = &mut open {
                    link.text.push_str(node.text().unwrap_or_default());
                }
            } else if node.attribute((WORD, "fldCharType")) == Some("end") {
                written.links.extend(open.take());
            }
        }
        written.paragraphs.push(text);
    }
    Ok(written)
}

fn part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ReadError> {
    let Ok(file) = package.by_name(name) else {
        return Ok(None);
    };
    let mut text = String::new();
    let read = file.take(PART_BYTES_MAX).read_to_string(&mut text);
    read.map(|_| Some(text)).map_err(|_| ReadError::Damaged)
}

fn targets(relations: &str) -> Result<HashMap<String, String>, ReadError> {
    if relations.is_empty() {
        return Ok(HashMap::new());
    }
    let relations = roxmltree::Document::parse(relations).map_err(|_| ReadError::Damaged)?;
    let targets = relations.descendants().filter_map(|node| {
        let id = node.attribute("Id")?.to_owned();
        Some((id, node.attribute("Target")?.to_owned()))
    });
    Ok(targets.collect())
}

fn text_of(node: roxmltree::Node) -> String {
    let texts = node
        .descendants()
        .filter(|node| node.has_tag_name((WORD, "t")));
    texts.filter_map(|node| node.text()).collect()
}
