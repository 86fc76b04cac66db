//! Word reads a file only if the children of its elements stand in the order of the schema (ECMA-376, part 1, annex A).
use super::{part, parts, sample};

/// The elements that we write, in the schema's order; others of the schema are left out.
const ORDER: [(&str, &[&str]); 14] = [
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "pBdr",
            "tabs",
            "kinsoku",
            "overflowPunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
        ],
    ),
    (
        "rPr",
        &[
            "rStyle", "rFonts", "b", "bCs", "i", "color", "spacing", "position", "sz", "szCs", "u",
            "lang",
        ],
    ),
    (
        "tblPr",
        &[
            "tblStyle",
            "tblpPr",
            "tblOverlap",
            "tblW",
            "jc",
            "tblInd",
            "tblBorders",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
    ),
    ("trPr", &["cantSplit", "tblHeader"]),
    ("tcPr", &["tcW", "gridSpan", "tcBorders", "vAlign"]),
    (
        "tblBorders",
        &["top", "left", "bottom", "right", "insideH", "insideV"],
    ),
    ("tblCellMar", &["top", "left", "bottom", "right"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tc", &["tcPr", "p"]),
    ("sectPr", &["footerReference", "pgSz", "pgMar", "docGrid"]),
    (
        "style",
        &["name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr"],
    ),
    (
        "settings",
        &[
            "zoom",
            "defaultTabStop",
            "evenAndOddHeaders",
            "drawingGridVerticalSpacing",
            "characterSpacingControl",
            "compat",
            "themeFontLang",
        ],
    ),
    ("font", &["altName", "charset", "family", "pitch"]),
    ("inline", &["extent", "docPr", "graphic"]),
];

#[test]
fn the_children_of_every_element_stand_in_the_order_of_the_schema() {
    let parts = parts(&sample::full());
    for name in parts
        .keys()
        .filter(|name| name.starts_with("word/") && name.ends_with(".xml"))
    {
        let xml = part(&parts, name);
        let tree = roxmltree::Document::parse(&xml).expect(name);
        for node in tree.descendants().filter(|node| node.is_element()) {
            let Some((_, order)) = ORDER
                .iter()
                .find(|(parent, _)| node.has_tag_name_local(parent))
            else {
                continue;
            };
            let places: Vec<usize> = node
                .children()
                .filter(|child| child.is_element())
                .map(|child| {
                    let child = child.tag_name().name();
                    let place = order.iter().position(|known| *known == child);
                    place.unwrap_or_else(|| panic!("{child} is not known in {name}"))
                })
                .collect();
            assert!(
                places.is_sorted(),
                "{name}: {} {places:?}",
                node.tag_name().name()
            );
        }
    }
}

/// A style that is used but not defined would silently look like any other text.
#[test]
fn every_style_that_is_used_is_defined() {
    let parts = parts(&sample::full());
    let styles = part(&parts, "word/styles.xml");
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/footer_odd.xml",
        "word/footer_even.xml",
    ] {
        let xml = part(&parts, name);
        let tree = roxmltree::Document::parse(&xml).expect(name);
        let used = ["pStyle", "rStyle", "tblStyle", "basedOn", "next"];
        for node in tree
            .descendants()
            .filter(|node| used.iter().any(|it| node.has_tag_name_local(it)))
        {
            let style = node.attributes().next().expect("a style").value();
            assert!(
                styles.contains(&format!("w:styleId=\"{style}\"")),
                "{style}"
            );
        }
    }
}

trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}
