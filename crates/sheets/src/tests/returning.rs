//! The workbook that goes back to be corrected.
use super::*;
use crate::{Problem, with_problems};
use rust_xlsxwriter::ExcelDateTime;

fn original() -> Vec<u8> {
    workbook(|sheet| {
        sheet.set_name("任务")?;
        merge(sheet, (0, 0, 0, 5), "重点任务清单")?;
        put(
            sheet,
            1,
            &[&["编码", "专题", "具体任务", "牵头单位", "完成时限", "备注"]],
        )?;
        put(
            sheet,
            2,
            &[
                &["0101", "", "一", "", "", "留意"],
                &["", "", "二", "乙", "某日"],
                &["合计", "", "2项"],
            ],
        )?;
        merge(sheet, (2, 1, 3, 1), "学习")?;
        sheet.write_number(3, 0, 102)?;
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_datetime_with_format(2, 4, ExcelDateTime::from_ymd(2021, 6, 30)?, &date)?;
        Ok(())
    })
}

fn problems_of(table: &Table) -> Vec<Problem> {
    let mut problems = Problems::default();
    table.rows().for_each(|row| drop(line(row, &mut problems)));
    problems.sort();
    problems.as_slice().to_vec()
}

#[test]
fn each_row_says_what_is_wrong_in_it_beside_what_it_was() {
    let bytes = original();
    let table = read_zh(&bytes);
    let returned = with_problems(&bytes, &table, &problems_of(&table), Lang::Zh).unwrap();

    let cell = |name| raw(&returned, "任务", name);
    assert_eq!(cell("A3"), Value::from("0101"));
    assert_eq!(cell("A4"), Value::Number(102.0));
    assert_eq!(cell("E3").as_text(), "2021-06-30");
    assert!(matches!(cell("E3"), Value::Moment(_)));
    assert_eq!(cell("F3"), Value::from("留意"));
    assert_eq!(cell("C5"), Value::from("2项"));
    let column = ["G1", "G2", "G3", "G4", "G5"]
        .map(|name| cell(name).as_text())
        .join("\n--\n");
    insta::assert_snapshot!(column, @r"
    --
    问题（导入检查）
    --
    D3（牵头单位）：此格必须填写，现在是空的。请填写。
    --
    提醒 A4（编码）：编码在这里是数字 102，前面的 0 可能丢了，已按 0102 读取。请核对；如不对，请把此格设为“文本”格式后重新填写。
    E4（完成时限）：“某日”不是完整的日期。请写明年、月、日，例如 2021-06-30 或 2021年6月30日。
    --
    ");
    let merged = crate::source::Source::open(&returned)
        .unwrap()
        .merged("任务")
        .unwrap();
    assert_eq!(merged.len(), 2);
}

#[test]
fn the_returned_workbook_reads_as_the_original_and_its_column_is_renewed() {
    let bytes = original();
    let table = read_zh(&bytes);
    let once = with_problems(&bytes, &table, &problems_of(&table), Lang::Zh).unwrap();
    let again = read_zh(&once);
    assert_eq!(seen(&again), seen(&table));
    assert_eq!(again.ignored, table.ignored);

    let twice = with_problems(&once, &again, &problems_of(&again)[..1], Lang::En).unwrap();
    assert_eq!(
        raw(&twice, "任务", "G2").as_text(),
        "Problems (import check)"
    );
    assert_eq!(raw(&twice, "任务", "G4"), Value::Empty);
    assert_eq!(raw(&twice, "任务", "H2"), Value::Empty);
    assert_eq!(seen(&read_zh(&twice)), seen(&table));
}

#[test]
fn a_csv_goes_back_as_a_workbook() {
    let bytes = "具体任务,牵头单位\n一,\n".as_bytes();
    let table = read_zh(bytes);
    let returned = with_problems(bytes, &table, &problems_of(&table), Lang::En).unwrap();
    assert_eq!(seen(&read_zh(&returned)), seen(&table));
}

#[test]
fn somebodys_own_column_of_problems_is_theirs() {
    let bytes = text_rows(&[&["具体任务", "牵头单位", "问题"], &["一", "", "缺人手"]]);
    let table = read_zh(&bytes);
    let returned = with_problems(&bytes, &table, &problems_of(&table), Lang::Zh).unwrap();
    assert_eq!(raw(&returned, "Sheet1", "C2").as_text(), "缺人手");
    assert_eq!(raw(&returned, "Sheet1", "D1").as_text(), "问题（导入检查）");
}

#[test]
fn other_sheets_and_drop_downs_come_back_too() {
    let mut book = Workbook::new();
    let notes = book.add_worksheet().set_name("说明").unwrap();
    put(notes, 0, &[&["请逐行填写"]]).unwrap();
    let sheet = book.add_worksheet().set_name("任务").unwrap();
    let rows: [&[&str]; 2] = [&["具体任务", "牵头单位", "类别"], &["一", "甲", "其他"]];
    put(sheet, 0, &rows).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let table = read_zh(&bytes);
    let returned = with_problems(&bytes, &table, &problems_of(&table), Lang::Zh).unwrap();
    assert_eq!(raw(&returned, "说明", "A1").as_text(), "请逐行填写");
    let sheet = templates::part(&returned, "xl/worksheets/sheet2.xml");
    assert!(
        sheet.contains(r#"<formula1>"党务,服务"</formula1>"#),
        "{sheet}"
    );
    assert_eq!(seen(&read_zh(&returned)), seen(&table));
}
