use super::*;

fn text(text: &str) -> Span {
    Span::Text(text.into())
}

#[test]
fn headings_paragraphs_and_lists_are_read_line_by_line() {
    let document =
        read("# 一、总体情况\n全区**认真**部署。\n第二段。\n\n- 甲\n- 乙\n1. 丙\n##不是标题");
    assert_eq!(
        document.blocks,
        [
            Block::Heading {
                depth: 1,
                text: vec![text("一、总体情况")]
            },
            Block::Paragraph(vec![
                text("全区"),
                Span::Strong("认真".into()),
                text("部署。")
            ]),
            Block::Paragraph(vec![text("第二段。")]),
            Block::List {
                ordered: false,
                items: vec![vec![text("甲")], vec![text("乙")]]
            },
            Block::List {
                ordered: true,
                items: vec![vec![text("丙")]]
            },
            Block::Paragraph(vec![text("##不是标题")]),
        ]
    );
    assert!(document.is_numbered_by_hand());
}

#[test]
fn lists_parted_by_an_empty_line_are_two() {
    assert_eq!(read("- 甲\n\n- 乙").blocks.len(), 2);
}

#[test]
fn a_token_knows_its_line_and_what_was_typed() {
    let document = read("共\n{{figure:branches unit=A}}个，{{figur:x}}；{{figure:y");
    let lines: Vec<_> = document.tokens.iter().map(|placed| placed.line).collect();
    assert_eq!(lines, [2, 2, 2]);
    assert_eq!(
        document.tokens[0].token.as_ref().unwrap().figure,
        "branches"
    );
    assert_eq!(document.tokens[1].source, "{{figur:x}}");
    assert_eq!(document.tokens[2].token, Err(TokenError::NotClosed));
}

#[test]
fn a_table_has_a_head_aligned_columns_and_rows_of_its_width() {
    let document = read(
        "| 单位 | 数 |\n|---|--:|\n| 甲 | {{figure:a format=\"1个 | one\"}} |\n| 乙 | 2 | 多 |\n| 丙 |",
    );
    let Block::Table(table) = &document.blocks[0] else {
        panic!("{document:?}")
    };
    assert_eq!(
        table.head[1],
        Cell {
            text: "数".into(),
            align: Align::Right
        }
    );
    assert_eq!(table.rows[0], [vec![text("甲")], vec![Span::Token(0)]]);
    assert_eq!(table.rows[1][1], [text("2"), text(" "), text("多")]);
    assert_eq!(table.rows[2][1], []);
    assert_eq!(
        document.tokens[0].token.as_ref().unwrap().format.as_deref(),
        Some("1个 | one")
    );
}

#[test]
fn a_number_counts_as_many_characters_as_it_shows() {
    let document = read("# 题 目\n共{{figure:a}}。");
    assert_eq!(document.characters(|_| 4), 2 + 2 + 4);
}

#[test]
fn headings_without_ordinals_are_numbered_by_the_page() {
    assert!(!read("# 总体情况\n## 十分重视").is_numbered_by_hand());
    for by_hand in ["# 二、做法", "## （三）成效", "### 1.学习"] {
        assert!(read(by_hand).is_numbered_by_hand(), "{by_hand}");
    }
}

#[test]
fn a_heading_as_offices_write_it_is_a_heading() {
    let document = read(
        "一、动员部署\n（十二）主要做法\n一、坚持学在深处，做到全员参加。\n一方面抓学习\n（一）",
    );
    let depths: Vec<Option<usize>> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Heading { depth, .. } => Some(*depth),
            _ => None,
        })
        .collect();
    assert_eq!(depths, [Some(1), Some(2), None, None, None]);
    assert!(document.is_numbered_by_hand());
}

#[test]
fn a_table_has_its_size_with_and_without_a_row_of_dashes() {
    let text = "前文\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\n| 丙 |\n| 5 |";
    let size = |line, columns, rows| TableSize {
        line,
        columns,
        rows,
    };
    assert_eq!(tables(text), [size(2, 2, 2), size(7, 1, 1)]);
}
