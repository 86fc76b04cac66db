//! The ZIP file with its parts (ECMA-376 part 2). Nothing in it depends on when it was made.
use super::block::image_id;
use super::links::Links;
use super::xml::Xml;
use crate::{Block, Brief, Image, PaperError};
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts that are the same in every document.
const FIXED: [(&str, &str); 7] = [
    (
        "[Content_Types].xml",
        include_str!("../../parts/content_types.xml"),
    ),
    ("_rels/.rels", include_str!("../../parts/package_rels.xml")),
    ("word/styles.xml", include_str!("../../parts/styles.xml")),
    (
        "word/settings.xml",
        include_str!("../../parts/settings.xml"),
    ),
    (
        "word/fontTable.xml",
        include_str!("../../parts/font_table.xml"),
    ),
    (
        "word/footer_odd.xml",
        include_str!("../../parts/footer_odd.xml"),
    ),
    (
        "word/footer_even.xml",
        include_str!("../../parts/footer_even.xml"),
    ),
];

/// Those of them that the document refers to: id, kind, target.
const REFERRED: [(&str, &str, &str); 5] = [
    ("rStyles", "styles", "styles.xml"),
    ("rSettings", "settings", "settings.xml"),
    ("rFonts", "fontTable", "fontTable.xml"),
    ("rFooterOdd", "footer", "footer_odd.xml"),
    ("rFooterEven", "footer", "footer_even.xml"),
];

pub fn pack(brief: &Brief, document: &str, links: &Links) -> Result<Vec<u8>, PaperError> {
    let images: Vec<&Image> = brief.blocks.iter().filter_map(image).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in FIXED {
        put(&mut zip, name, part.as_bytes())?;
    }
    put(&mut zip, "docProps/core.xml", core(brief).as_bytes())?;
    put(&mut zip, "word/document.xml", document.as_bytes())?;
    let relations = relations(links, &images);
    put(
        &mut zip,
        "word/_rels/document.xml.rels",
        relations.as_bytes(),
    )?;
    for (index, image) in images.into_iter().enumerate() {
        let path = format!("word/{}", image_path(index + 1, image));
        put(&mut zip, &path, &image.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn image(block: &Block) -> Option<&Image> {
    match block {
        Block::Image(image) => Some(image),
        _ => None,
    }
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, part: &[u8]) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(name, options)?;
    zip.write_all(part)?;
    Ok(())
}

fn relations(links: &Links, images: &[&Image]) -> String {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    xml.node("Relationships", &[("xmlns", namespace)], |xml| {
        let mut relation = |id: &str, kind: &str, target: &str, outside: bool| {
            let kind = format!("{RELATIONS}/{kind}");
            let mut attributes = vec![("Id", id), ("Type", kind.as_str()), ("Target", target)];
            if outside {
                attributes.push(("TargetMode", "External"));
            }
            xml.leaf("Relationship", &attributes);
        };
        for (id, kind, target) in REFERRED {
            relation(id, kind, target, false);
        }
        for (number, image) in (1..).zip(images) {
            let path = image_path(number, image);
            relation(&image_id(number), "image", &path, false);
        }
        for (id, url) in links.all() {
            relation(&id, "hyperlink", url, true);
        }
    });
    xml.finish()
}

fn image_path(number: usize, image: &Image) -> String {
    // What is neither was refused before.
    let ending = image.ending().unwrap_or("png");
    format!("media/image{number}.{ending}")
}

/// Title, author and day, as readers' programs show them.
fn core(brief: &Brief) -> String {
    let mut xml = Xml::part();
    xml.node(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
        |xml| {
            xml.node("dc:title", &[], |xml| xml.text(&brief.title));
            xml.node("dc:creator", &[], |xml| xml.text(&brief.office));
            xml.node("dc:language", &[], |xml| xml.text(brief.lang.tag()));
            xml.node(
                "dcterms:created",
                &[("xsi:type", "dcterms:W3CDTF")],
                |xml| {
                    xml.text(&format!("{}T00:00:00Z", brief.date));
                },
            );
        },
    );
    xml.finish()
}
