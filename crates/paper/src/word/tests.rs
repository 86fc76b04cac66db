mod rendering;
mod sample;
mod schema;

use crate::limits::{LINK_CHARACTERS_MAX, TABLE_COLUMNS_MAX};
use crate::{
    Align, Block, Brief, Column, Headings, Image, Inline, Issue, Level, PaperError, Table,
};
use kernel::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

type Parts = BTreeMap<String, Vec<u8>>;

fn parts(brief: &Brief) -> Parts {
    let bytes = brief.to_docx().expect("a document");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            let name = file.name().expect("a name").into_owned();
            (name, bytes)
        })
        .collect()
}

fn part(parts: &Parts, name: &str) -> String {
    String::from_utf8(parts[name].clone()).expect("UTF-8")
}

fn document(brief: &Brief) -> String {
    part(&parts(brief), "word/document.xml")
}

/// The document's paragraphs as plain text, a tab for a tab.
fn lines(brief: &Brief) -> Vec<String> {
    let xml = document(brief);
    let tree = roxmltree::Document::parse(&xml).expect("well-formed");
    let is = |node: roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    tree.descendants()
        .filter(|node| is(*node, "p"))
        .map(|paragraph| {
            paragraph
                .descendants()
                .map(|node| match node.tag_name().name() {
                    "t" => node.text().unwrap_or_default(),
                    "tab" => "\t",
                    _ => "",
                })
                .collect()
        })
        .collect()
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    let brief = sample::full();
    assert_eq!(
        brief.to_docx().expect("bytes"),
        brief.to_docx().expect("bytes")
    );
}

#[test]
fn every_part_is_well_formed_and_every_relationship_resolves() {
    let parts = parts(&sample::full());
    let mut targets = BTreeMap::new();
    for name in parts.keys().filter(|name| !name.ends_with(".png")) {
        let xml = part(&parts, name);
        let tree = roxmltree::Document::parse(&xml).expect(name);
        if name != "word/_rels/document.xml.rels" && name != "_rels/.rels" {
            continue;
        }
        let folder = if name.starts_with("word/") {
            "word/"
        } else {
            ""
        };
        for relation in tree
            .root_element()
            .children()
            .filter(|node| node.is_element())
        {
            let target = relation.attribute("Target").expect("a target");
            let id = relation.attribute("Id").expect("an id");
            if relation.attribute("TargetMode") != Some("External") {
                assert!(parts.contains_key(&format!("{folder}{target}")), "{target}");
            }
            assert!(
                targets
                    .insert(format!("{folder}{id}"), target.to_owned())
                    .is_none(),
                "{id}"
            );
        }
    }
    let xml = part(&parts, "word/document.xml");
    let tree = roxmltree::Document::parse(&xml).expect("well-formed");
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let used: BTreeSet<_> = tree
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|attribute| attribute.namespace() == Some(relations))
        .map(|attribute| format!("word/{}", attribute.value()))
        .collect();
    for id in &used {
        assert!(targets.contains_key(id), "{id}");
    }
    let unused: Vec<_> = targets
        .keys()
        .filter(|id| id.starts_with("word/rLink") || id.starts_with("word/rImage"))
        .filter(|id| !used.contains(*id))
        .collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn every_part_has_a_content_type() {
    let parts = parts(&sample::full());
    let xml = part(&parts, "[Content_Types].xml");
    let tree = roxmltree::Document::parse(&xml).expect("well-formed");
    let listed: BTreeSet<_> = tree
        .root_element()
        .children()
        .filter_map(|node| node.attribute("PartName"))
        .collect();
    for name in &listed {
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name}");
    }
    for name in parts
        .keys()
        .filter(|name| name.ends_with(".xml") && !name.starts_with('['))
    {
        assert!(listed.contains(format!("/{name}").as_str()), "{name}");
    }
}

#[test]
fn every_number_is_a_link_to_what_it_opens() {
    let parts = parts(&sample::full());
    let document = part(&parts, "word/document.xml");
    let relations = part(&parts, "word/_rels/document.xml.rels");
    assert_eq!(document.matches("<w:hyperlink ").count(), 8);
    // The same address is kept once.
    assert_eq!(relations.matches("/relationships/hyperlink").count(), 7);
    assert!(
        relations.contains("https://luodi.example/figures/members?as_of=2021-05-04&amp;entry=812")
    );
}

#[test]
fn the_head_says_name_issue_office_and_date_and_the_foot_who_gets_it() {
    let lines = lines(&sample::full());
    assert_eq!(
        lines[..5],
        [
            "学习教育简报",
            "第3期（总第15期）",
            "学习教育领导小组办公室\t2021年5月4日",
            "编者按：各单位动员部署扎实有序，现将情况摘编如下，供学习借鉴。",
            "关于学习教育动员情况的报告",
        ]
    );
    let foot: Vec<_> = lines.iter().rev().skip(1).take(4).rev().collect();
    assert_eq!(
        foot,
        [
            "　报：市委学习教育领导小组办公室，区领导",
            "　送：各部门，各社区",
            "　发：各党委、党总支、直属党支部",
            "（共印1050份）　",
        ]
    );
}

#[test]
fn a_brief_in_english_has_its_fixed_words_in_english() {
    let brief = Brief {
        lang: Lang::En,
        ..sample::full()
    };
    let lines = lines(&brief);
    assert_eq!(lines[1], "No. 3 (No. 15 in all)");
    assert_eq!(lines[2], "学习教育领导小组办公室\t4 May 2021");
    assert!(
        lines[3].starts_with("Editor's note: 各单位"),
        "{}",
        lines[3]
    );
    assert!(lines.contains(&"(1050 copies printed)　".to_owned()));
}

#[test]
fn headings_are_numbered_level_by_level_unless_their_author_does_it() {
    let heading = |level| Block::Heading {
        level,
        text: vec![Inline::text("题")],
    };
    let brief = Brief {
        blocks: [
            Level::One,
            Level::Two,
            Level::Two,
            Level::Three,
            Level::One,
            Level::Two,
        ]
        .map(heading)
        .to_vec(),
        ..sample::empty()
    };
    let numbered = lines(&brief).split_off(4);
    assert_eq!(
        numbered,
        [
            "一、题",
            "（一）题",
            "（二）题",
            "1.题",
            "二、题",
            "（一）题"
        ]
    );
    let written = lines(&Brief {
        headings: Headings::AsWritten,
        ..brief
    })
    .split_off(4);
    assert_eq!(written, ["题"; 6]);
}

#[test]
fn a_brief_without_foot_or_blocks_is_still_a_document() {
    assert_eq!(lines(&sample::empty()).len(), 4);
}

#[test]
fn what_xml_forbids_is_left_out_and_what_it_reserves_is_escaped() {
    let brief = Brief {
        title: "甲\u{0}\u{8}\u{FFFF}<乙>&\"丙\"\n丁".into(),
        ..sample::empty()
    };
    assert_eq!(lines(&brief)[3], "甲<乙>&\"丙\" 丁");
}

#[test]
fn a_table_repeats_its_head_and_fills_the_page_from_edge_to_edge() {
    let xml = document(&sample::full());
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    let tree = roxmltree::Document::parse(&xml).expect("well-formed");
    let grid = tree
        .descendants()
        .find(|node| node.tag_name().name() == "tblGrid");
    let widths: Vec<u32> = grid
        .expect("a grid")
        .children()
        .filter_map(|column| column.attributes().next()?.value().parse().ok())
        .collect();
    assert_eq!(widths.len(), 5);
    assert_eq!(widths.iter().sum::<u32>(), super::TEXT_WIDTH);
}

#[test]
fn what_cannot_stand_in_a_word_file_is_refused_with_place_and_remedy() {
    let column = || Column {
        head: "列".into(),
        align: Align::Left,
    };
    let table = |columns, rows| {
        Block::Table(Table {
            caption: None,
            columns: (0..columns).map(|_| column()).collect(),
            rows: vec![vec![Vec::new(); 2]; rows],
        })
    };
    let image = |png: Vec<u8>, width_mm| {
        Block::Image(Image {
            bytes: png,
            caption: String::new(),
            width_mm,
            height_mm: 40,
            alt: String::new(),
        })
    };
    let number = |url: &str| Block::Paragraph(vec![Inline::number("62项", url)]);
    let long = format!("https://luodi.example/{}", "a".repeat(LINK_CHARACTERS_MAX));
    for (block, place) in [
        (table(3, 1), "第1个表格第1行有2格"),
        (table(0, 0), "第1个表格没有列"),
        (table(TABLE_COLUMNS_MAX + 1, 0), "最多12"),
        (table(2, 2_001), "有2001，最多2000"),
        (image(b"GIF89a".to_vec(), 100), "第1张图片既不是PNG"),
        (image(sample::png(), 157), "宽须为1至156毫米"),
        (image(sample::png(), 0), "宽须为1至156毫米"),
        (number("javascript:alert(1)"), "“62项”的链接"),
        (number("https://luodi.example/ x"), "“62项”的链接"),
        (number("file:///etc/passwd"), "“62项”的链接"),
        (number(&long), "最多2048"),
        (
            Block::Paragraph(vec![Inline::text("字".repeat(500_001))]),
            "最多500000",
        ),
    ] {
        let brief = Brief {
            blocks: vec![block],
            ..sample::empty()
        };
        let error: PaperError = brief.to_docx().expect_err(place);
        assert!(
            error.text(Lang::Zh).contains(place),
            "{}",
            error.text(Lang::Zh)
        );
        assert!(
            error.text(Lang::En).ends_with('.'),
            "{}",
            error.text(Lang::En)
        );
    }
}

#[test]
fn issue_numbers_have_no_thousands_separator() {
    let brief = Brief {
        issue: Issue {
            number: 12,
            total: 1_234,
        },
        ..sample::empty()
    };
    assert_eq!(lines(&brief)[1], "第12期（总第1234期）");
}
