//! Runs: stretches of text that look alike.
use super::links::Links;
use super::xml::Xml;
use crate::Inline;

pub fn inlines(xml: &mut Xml, inlines: &[Inline], links: &mut Links) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => plain(xml, text),
            Inline::Strong(text) => styled(xml, text, |xml| xml.leaf("w:b", &[])),
            Inline::Number { text, url } => {
                let id = links.id(url);
                xml.node("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
                    number(xml, text);
                });
            }
        }
    }
}

pub fn plain(xml: &mut Xml, text: &str) {
    styled(xml, text, |_| {});
}

/// A run with properties of its own, in the order of the schema; the font comes before them.
pub fn styled(xml: &mut Xml, text: &str, properties: impl FnOnce(&mut Xml)) {
    xml.node("w:r", &[], |xml| {
        xml.node("w:rPr", &[], |xml| {
            east_asian_marks(xml, text);
            properties(xml);
        });
        content(xml, text);
    });
}

fn number(xml: &mut Xml, text: &str) {
    xml.node("w:r", &[], |xml| {
        xml.node("w:rPr", &[], |xml| {
            xml.leaf("w:rStyle", &[("w:val", "Number")]);
            east_asian_marks(xml, text);
        });
        content(xml, text);
    });
}

/// Quotation marks, dashes and dots are shared by Chinese and Latin fonts: beside Chinese text they take the Chinese form.
fn east_asian_marks(xml: &mut Xml, text: &str) {
    let is_chinese = text.contains(|sign: char| ('\u{2E80}'..='\u{FFEF}').contains(&sign));
    if is_chinese && text.contains(['“', '”', '‘', '’', '—', '…', '·', '×', '°']) {
        xml.leaf("w:rFonts", &[("w:hint", "eastAsia")]);
    }
}

fn content(xml: &mut Xml, text: &str) {
    xml.node("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
}
