//! The template to download.
use super::*;
use crate::{FileProblem, TemplateOptions, template};
use std::io::{Cursor, Read};

fn options() -> TemplateOptions {
    TemplateOptions {
        sheet: Bilingual::new("任务", "Tasks"),
    }
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn a_template_that_was_not_filled_in_has_only_its_sample() {
    for lang in Lang::ALL {
        let bytes = template(&work_list(), &options(), lang).unwrap();
        let problem = read(&bytes, &work_list(), zh()).unwrap_err();
        assert!(matches!(problem, FileProblem::NoRows { .. }), "{problem}");
    }
}

#[test]
fn a_template_filled_in_below_its_sample_reads() {
    let bytes = template(&work_list(), &options(), Lang::Zh).unwrap();
    let mut rows: Vec<String> = Vec::new();
    for column in ["A", "B", "C", "D", "E", "F", "G", "H", "I"] {
        rows.push(raw(&bytes, "任务", &format!("{column}1")).as_text());
        rows.push(raw(&bytes, "任务", &format!("{column}2")).as_text());
    }
    insta::assert_snapshot!(rows.join(" / "), @"编码 / 【示例】0101 / 专题 /  / 具体任务* / 走访企业 / 牵头单位* /  / 配合单位 /  / 类别 /  / 完成时限 / 2021-06-30 / 联系电话 /  / 工期 / 20");

    let filled = workbook(|sheet| {
        let titles: Vec<&str> = rows.iter().step_by(2).map(String::as_str).collect();
        let sample: Vec<&str> = rows.iter().skip(1).step_by(2).map(String::as_str).collect();
        put(sheet, 0, &[&titles, &sample, &["0101", "学习", "一", "甲"]])
    });
    let table = read_zh(&filled);
    insta::assert_snapshot!(seen(&table), @"3: 0101 | 学习 | 一 | 甲");
    insta::assert_snapshot!(skipped(&table), @"第 2 行是模板的示例，没有导入。");
}

#[test]
fn cells_to_fill_in_offer_choices_and_keep_codes_as_text() {
    let bytes = template(&work_list(), &options(), Lang::Zh).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains(r#"<formula1>"党务,服务"</formula1>"#),
        "{sheet}"
    );
    assert!(sheet.contains(r#"topLeftCell="A2""#) && sheet.contains(r#"state="frozen""#));
    assert!(part(&bytes, "xl/styles.xml").contains("yyyy-mm-dd"));
}

#[test]
fn a_long_list_of_choices_stands_on_a_hidden_sheet() {
    let units: Vec<Choice> = (0..300)
        .map(|n| Choice::plain(&format!("第{n}党支部")))
        .collect();
    let columns = Columns::new()
        .with(Column::text("name", Bilingual::new("姓名", "Name")).required())
        .with(Column::choice(
            "unit",
            Bilingual::new("单位", "Unit"),
            units,
        ));
    let bytes = template(&columns, &options(), Lang::Zh).unwrap();
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains(r#"<definedName name="choices_1">_lists!$A$1:$A$300</definedName>"#),
        "{book}"
    );
    assert!(book.contains(r#"state="hidden""#));
    assert_eq!(raw(&bytes, "_lists", "A300").as_text(), "第299党支部");
}

#[test]
fn the_second_sheet_explains_every_column() {
    for lang in Lang::ALL {
        let bytes = template(&work_list(), &options(), lang).unwrap();
        let name = crate::words::texts(lang).template_explanation();
        for (row, column) in (3..).zip(work_list().iter()) {
            assert_eq!(
                raw(&bytes, &name, &format!("A{row}")).as_text(),
                column.title.get(lang)
            );
            assert_ne!(raw(&bytes, &name, &format!("C{row}")), Value::Empty);
        }
    }
}
