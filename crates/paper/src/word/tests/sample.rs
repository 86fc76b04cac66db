//! A brief with one of everything. Its units and numbers are invented.
use crate::{Align, Block, Brief, Column, Foot, Headings, Image, Inline, Issue, Level, Table};
use chrono::NaiveDate;
use kernel::Lang;

pub fn empty() -> Brief {
    Brief {
        lang: Lang::Zh,
        name: "学习教育简报".into(),
        issue: Issue {
            number: 3,
            total: 15,
        },
        office: "学习教育领导小组办公室".into(),
        date: NaiveDate::from_ymd_opt(2021, 5, 4).expect("a date"),
        title: "关于学习教育动员情况的报告".into(),
        editors_note: Vec::new(),
        headings: Headings::Numbered,
        blocks: Vec::new(),
        foot: Foot::default(),
    }
}

pub fn full() -> Brief {
    let text = |text: &str| vec![Inline::text(text)];
    let heading = |level, words: &str| Block::Heading {
        level,
        text: text(words),
    };
    let members = Inline::number(
        "3900余名",
        "https://luodi.example/figures/members?as_of=2021-05-04&entry=812",
    );
    let column = |head: &str, align| Column {
        head: head.into(),
        align,
    };
    Brief {
        editors_note: vec![text(
            "各单位动员部署扎实有序，现将情况摘编如下，供学习借鉴。",
        )],
        blocks: vec![
            heading(Level::One, "总体情况"),
            Block::Paragraph(vec![
                Inline::text("截至2021年5月4日，全区共动员"),
                Inline::number("211个", "https://luodi.example/figures/branches"),
                Inline::text("党支部、"),
                members.clone(),
                Inline::text("党员，规上工业产值"),
                Inline::number("214.6亿元", "https://luodi.example/figures/output"),
                Inline::text("，同比增长"),
                Inline::number("18.5%", "https://luodi.example/figures/output-growth"),
                Inline::text("。“一支部一特色”逐步成形，"),
                Inline::Strong("问题清单逐项办结".into()),
                Inline::text("，做到底数清、情况明——件件有着落，事事有回音。"),
            ]),
            heading(Level::Two, "动员部署"),
            heading(Level::Three, "基层党支部"),
            heading(Level::Four, "社区党支部"),
            Block::List {
                ordered: false,
                items: vec![
                    text("坚持学做结合，把学习成果转化为为群众办实事的举措。"),
                    text("坚持上下联动，各级党组织同步推进。"),
                ],
            },
            Block::Table(Table {
                caption: Some("各类组织动员情况".into()),
                columns: vec![
                    column("序号", Align::Centre),
                    column("组织类别", Align::Left),
                    column("应动员（个）", Align::Right),
                    column("已动员（个）", Align::Right),
                    column("动员率（%）", Align::Right),
                ],
                rows: [
                    ("1", "党委", "9"),
                    ("2", "党总支", "11"),
                    ("3", "党支部", "211"),
                ]
                .map(|(number, kind, count)| {
                    let link = format!("https://luodi.example/figures/{number}");
                    vec![
                        text(number),
                        text(kind),
                        text(count),
                        vec![Inline::number(count, link)],
                        text("100.0"),
                    ]
                })
                .to_vec(),
            }),
            Block::Image(Image {
                bytes: png(),
                caption: "图1　各单位动员支部数".into(),
                width_mm: 120,
                height_mm: 40,
                alt: "动员人数逐周变化".into(),
            }),
            heading(Level::One, "下一步工作"),
            Block::Paragraph(vec![
                Inline::text("继续抓好"),
                members,
                Inline::text("党员的学习教育，按月通报进展。"),
            ]),
        ],
        foot: Foot {
            report_to: vec!["市委学习教育领导小组办公室".into(), "区领导".into()],
            send_to: vec!["各部门".into(), "各社区".into()],
            issue_to: vec!["各党委、党总支、直属党支部".into()],
            copies: Some(1_050),
        },
        ..empty()
    }
}

/// One grey pixel, which the page stretches.
pub fn png() -> Vec<u8> {
    let bytes: &[u8] =
        b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\
        \x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\
        \x38\x00\x00\x00\xc2\x00\xc1\x52\x5e\x57\x51\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\
        \x82";
    bytes.to_vec()
}
