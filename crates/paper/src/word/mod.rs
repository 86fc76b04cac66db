//! The Word file, from the outside in: package, parts, head and foot, blocks, runs.
mod block;
mod check;
mod column;
mod frame;
mod links;
mod package;
pub mod reading;
mod run;
mod xml;

use crate::{Brief, PaperError};
use block::Body;
use links::Links;
use xml::Xml;

/// Twips (twentieths of a point) across the text area: A4 less 28 and 26 mm.
const TEXT_WIDTH: u32 = 8_844;

pub fn write(brief: &Brief) -> Result<Vec<u8>, PaperError> {
    check::check(brief)?;
    let mut links = Links::default();
    let document = document(brief, &mut links);
    package::pack(brief, &document, &links)
}

fn document(brief: &Brief, links: &mut Links) -> String {
    let mut xml = Xml::part();
    xml.node(
        "w:document",
        &[
            (
                "xmlns:w",
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            ),
            (
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            ),
            (
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ),
            (
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:pic",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
        ],
        |xml| {
            xml.node("w:body", &[], |xml| {
                frame::head(xml, brief, links);
                Body::new(brief, links).write(xml);
                frame::foot(xml, brief);
                page(xml);
            });
        },
    );
    xml.finish()
}

/// The page of GB/T 9704-2012, 5.2: A4, margins 37, 26, 35 and 28 mm, 22 lines. Characters are spaced by the styles and not by
/// a character grid, which LibreOffice lays out in half as many, twice as wide cells.
fn page(xml: &mut Xml) {
    xml.node("w:sectPr", &[], |xml| {
        xml.leaf(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", "rFooterOdd")],
        );
        xml.leaf(
            "w:footerReference",
            &[("w:type", "even"), ("r:id", "rFooterEven")],
        );
        xml.leaf("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.leaf(
            "w:pgMar",
            &[
                ("w:top", "2098"),
                ("w:right", "1474"),
                ("w:bottom", "1984"),
                ("w:left", "1588"),
                ("w:header", "851"),
                // The dash of the page number is 7 mm below the text area.
                ("w:footer", "1406"),
                ("w:gutter", "0"),
            ],
        );
        xml.leaf("w:docGrid", &[("w:type", "lines"), ("w:linePitch", "579")]);
    });
}

#[cfg(test)]
mod tests;
