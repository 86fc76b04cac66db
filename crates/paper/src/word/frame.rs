//! What stands around the body: the red head, the editor's note and the title; the foot.
use super::block::paragraph;
use super::links::Links;
use super::run::{inlines, plain, styled};
use super::xml::Xml;
use crate::{Brief, Foot, words, write_date};

/// Largest size of the name, in half points, and the widest it may run, in twips.
const NAME_SIZE_MAX: usize = 124;
const NAME_WIDTH: usize = 8_400;

/// The foot's lines run from edge to edge, its text begins one character further in (GB/T 9704-2012, 7.4.2). An indent would
/// shorten the lines too, so it is an ideographic space.
const INSET: char = '\u{3000}';

/// A frame as wide as the text area, on its lower edge. LibreOffice does not take it from a style.
const BOTTOM: [(&str, &str); 6] = [
    ("w:w", "8844"),
    ("w:wrap", "around"),
    ("w:vAnchor", "margin"),
    ("w:hAnchor", "margin"),
    ("w:xAlign", "center"),
    ("w:yAlign", "bottom"),
];

pub fn head(xml: &mut Xml, brief: &Brief, links: &mut Links) {
    let t = words::texts(brief.lang);
    paragraph(xml, "BriefName", |xml| name(xml, &brief.name));
    paragraph(xml, "BriefIssue", |xml| {
        plain(xml, &t.brief_issue(brief.issue.number, brief.issue.total));
    });
    paragraph(xml, "BriefOffice", |xml| {
        plain(xml, &brief.office);
        xml.node("w:r", &[], |xml| xml.leaf("w:tab", &[]));
        plain(xml, &write_date(brief.date, brief.lang));
    });
    for (index, note) in brief.editors_note.iter().enumerate() {
        paragraph(xml, "EditorsNote", |xml| {
            if index == 0 {
                styled(xml, &t.brief_editors_note(), |xml| xml.leaf("w:b", &[]));
            }
            inlines(xml, note, links);
        });
    }
    paragraph(xml, "Title", |xml| plain(xml, &brief.title));
}

/// The name fills the width of the page: a long one is set smaller, a short one wider apart.
fn name(xml: &mut Xml, name: &str) {
    let halves: usize = name
        .chars()
        .map(|sign| if sign.is_ascii() { 1 } else { 2 })
        .sum();
    let signs = name.chars().count().max(1);
    // An em of one half point is ten twips.
    let size = (NAME_WIDTH * 2 / (halves.max(1) * 10)).clamp(32, NAME_SIZE_MAX);
    let apart = (NAME_WIDTH.saturating_sub(halves * size * 5) / signs).min(size * 3);
    styled(xml, name, |xml| {
        xml.leaf("w:spacing", &[("w:val", &apart.to_string())]);
        xml.leaf("w:sz", &[("w:val", &size.to_string())]);
        xml.leaf("w:szCs", &[("w:val", &size.to_string())]);
    });
}

/// Black lines with whom the brief goes to (版记): one frame at the bottom of the last page.
pub fn foot(xml: &mut Xml, brief: &Brief) {
    let t = words::texts(brief.lang);
    let Foot {
        report_to,
        send_to,
        issue_to,
        copies,
    } = &brief.foot;
    let addressed = [
        (t.brief_report_to(), report_to),
        (t.brief_send_to(), send_to),
        (t.brief_issue_to(), issue_to),
    ];
    let mut lines: Vec<(String, &str)> = addressed
        .into_iter()
        .filter(|(_, to)| !to.is_empty())
        .map(|(word, to)| {
            (
                format!("{INSET}{word}{}", to.join(separator(brief))),
                "left",
            )
        })
        .collect();
    lines.extend(copies.map(|copies| (format!("{}{INSET}", t.brief_copies(copies)), "right")));
    if lines.is_empty() {
        return;
    }
    for (text, align) in &lines {
        xml.node("w:p", &[], |xml| {
            xml.node("w:pPr", &[], |xml| {
                xml.leaf("w:pStyle", &[("w:val", "FootLine")]);
                xml.leaf("w:framePr", &BOTTOM);
                xml.leaf("w:jc", &[("w:val", align)]);
            });
            plain(xml, text);
        });
    }
    // A frame is anchored to the paragraph behind it; this one takes no room.
    paragraph(xml, "Gap", |_| {});
}

fn separator(brief: &Brief) -> &'static str {
    match brief.lang {
        kernel::Lang::Zh => "，",
        kernel::Lang::En => ", ",
    }
}
