//! Files that would exhaust the machine.
use super::{formats::zip, *};
use crate::FileProblem;
use kernel::limits;

fn problem(bytes: &[u8]) -> FileProblem {
    read(bytes, &work_list(), zh()).unwrap_err()
}

#[test]
fn a_file_over_the_limit_is_not_even_opened() {
    let bytes = vec![b'P'; limits::WORKBOOK_BYTES_MAX + 1];
    assert_eq!(
        problem(&bytes),
        FileProblem::TooLarge { bytes: bytes.len() }
    );
}

#[test]
fn two_cells_at_opposite_corners_are_two_cells() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, &[&["具体任务", "牵头单位"], &["一", "甲"]])?;
        sheet.write_string(1_048_575, 16_383, "远")?;
        Ok(())
    });
    let table = read_zh(&bytes);
    assert_eq!(table.len(), 1);
    let returned = crate::with_problems(&bytes, &table, &[], Lang::Zh).unwrap();
    assert_eq!(raw(&returned, "Sheet1", "XFD1048576"), Value::from("远"));
}

#[test]
fn a_workbook_that_claims_endless_texts_is_refused() {
    let texts = br#"<sst uniqueCount="99999999999999"></sst>"#;
    let bytes = zip(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", texts),
    ]);
    assert_eq!(problem(&bytes), FileProblem::UnpacksTooLarge);
}

#[test]
fn more_rows_than_allowed_are_refused_and_the_limit_is_named() {
    let rows = |count: u32| {
        workbook(|sheet| {
            put(sheet, 0, &[&["具体任务", "牵头单位"]])?;
            for row in 1..=count {
                put(sheet, row, &[&["一", "甲"]])?;
            }
            Ok(())
        })
    };
    let ten = || Options {
        rows_max: 10,
        ..zh()
    };
    assert_eq!(read(&rows(10), &work_list(), ten()).unwrap().len(), 10);
    for count in [11, 6_000] {
        let problem = read(&rows(count), &work_list(), ten()).unwrap_err();
        insta::allow_duplicates! { insta::assert_snapshot!(problem.text(Lang::Zh), @"工作表“Sheet1”超过了 10 行的上限，没有读取。请分成几个文件导入。"); }
    }
}
