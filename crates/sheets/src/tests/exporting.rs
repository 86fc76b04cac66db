//! Lists to take away.
use super::*;
use crate::{ExportColumn, Format, Shape, export};

fn list(format: Format) -> Vec<u8> {
    let title = Bilingual::new;
    let columns = [
        ExportColumn::new(title("编码", "Code"), Shape::Code),
        ExportColumn::new(title("名称", "Name"), Shape::Text),
        ExportColumn::new(title("金额（万元）", "Amount"), Shape::Decimal(2)),
        ExportColumn::new(title("日期", "Date"), Shape::Date),
        ExportColumn::new(title("人数", "People"), Shape::Whole),
    ];
    let date = chrono::NaiveDate::from_ymd_opt(2021, 6, 30).unwrap();
    let rows = [
        vec![
            "0101".into(),
            "甲,\"乙\"\n丙".into(),
            (-12.5).into(),
            date.into(),
            3i64.into(),
        ],
        vec![
            "0102".into(),
            "=HYPERLINK(\"http://x\")".into(),
            Value::Empty,
            Value::Empty,
            None::<i64>.into(),
        ],
        vec!["0103".into(), "@SUM(A1)".into()],
    ];
    export(format, "清单", &columns, rows, Lang::Zh).unwrap()
}

#[test]
fn a_csv_opens_in_a_spreadsheet_and_runs_no_formula() {
    insta::assert_snapshot!(String::from_utf8(list(Format::Csv)).unwrap().replace('\u{FEFF}', "[mark]").replace("\r\n", "⏎\n"), @r#"
    [mark]编码,名称,金额（万元）,日期,人数⏎
    0101,"甲,""乙""
    丙",-12.50,2021-06-30,3⏎
    0102,"'=HYPERLINK(""http://x"")",,,⏎
    0103,"'@SUM(A1)"⏎
    "#);
}

#[test]
fn a_workbook_keeps_numbers_codes_and_dates_apart() {
    let bytes = list(Format::Xlsx);
    let cell = |name| raw(&bytes, "清单", name);
    assert_eq!(cell("A2"), Value::from("0101"));
    assert_eq!(cell("C2"), Value::Number(-12.5));
    assert_eq!(cell("D2").as_text(), "2021-06-30");
    assert!(matches!(cell("D2"), Value::Moment(_)));
    assert_eq!(cell("B3"), Value::from("=HYPERLINK(\"http://x\")"));
    assert_eq!(cell("C3"), Value::Empty);
}
