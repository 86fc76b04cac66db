//! One table in every format.
use super::*;
use crate::FileProblem;
use std::io::Write;

const CSV: &str = "任务清单,,\r\n编码,具体任务,牵头单位,完成时限\r\n\r\n7.0,\"走访\"\"重点\"\"企业，\n座谈\",甲,2021/6/30\r\n";

#[test]
fn csv_is_read_in_every_encoding_in_which_it_is_saved() {
    let (gb18030, ..) = encoding_rs::GB18030.encode(CSV);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            CSV.replace(',', "\t")
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    let seen_of = |bytes: &[u8]| seen(&read_zh(bytes));
    let plain = seen_of(CSV.as_bytes());
    insta::assert_snapshot!(plain, @r#"
    4: 0007 |  | 走访"重点"企业，座谈 | 甲 |  |  | 2021-06-30
    Warning A4 编码: 编码在这里是数字 7，前面的 0 可能丢了，已按 0007 读取。 请核对；如不对，请把此格设为“文本”格式后重新填写。
    "#);
    for bytes in [
        format!("\u{FEFF}{CSV}").as_bytes(),
        &gb18030,
        CSV.replace(',', ";").as_bytes(),
    ] {
        assert_eq!(seen_of(bytes), plain);
    }
    assert_eq!(seen_of(&utf16), plain);
}

#[test]
fn blanks_are_filled_down_where_the_column_allows_it() {
    let columns = Columns::new()
        .with(Column::text("theme", Bilingual::new("专题", "Theme")).fill(Fill::Blanks))
        .with(Column::text("task", Bilingual::new("任务", "Task")).required());
    let table = read(
        "专题,任务\n学习,一\n,二\n服务,三\n".as_bytes(),
        &columns,
        zh(),
    )
    .unwrap();
    let mut problems = Problems::default();
    let themes: Vec<_> = table
        .rows()
        .map(|row| row.text("theme", &mut problems).unwrap())
        .collect();
    assert_eq!(themes, ["学习", "学习", "服务"]);
}

#[test]
fn an_error_value_in_csv_is_a_fault_of_its_cell() {
    let table = read_zh("具体任务,牵头单位\n一,#REF!\n".as_bytes());
    insta::assert_snapshot!(seen(&table), @r"
    2:  |  | 一
    Error B2 牵头单位: 此格的公式出错，结果是 #REF!。 请改正公式，或直接填写结果。
    ");
}

#[test]
fn ods_is_read_with_merged_and_repeated_cells_dates_and_faults() {
    let rows = r#"
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row>
        <table:table-cell office:value-type="string"><text:p>专题</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>具体<text:s/>任务</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>牵头单位</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>完成时限</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>工期</text:p></table:table-cell>
      </table:table-row>
      <table:table-row>
        <table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>学习 &amp; 服务</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>一</text:p><text:p>二</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2021-06-30"><text:p>30/06/21</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="20"><text:p>20</text:p></table:table-cell>
      </table:table-row>
      <table:table-row>
        <table:covered-table-cell/>
        <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>三</text:p></table:table-cell>
        <table:table-cell/>
        <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
      </table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    insta::assert_snapshot!(seen(&read_zh(&ods(rows))), @r"
    4:  | 学习 & 服务 | 一二 | 甲 |  |  | 2021-06-30 |  | 20
    5:  | 学习 & 服务 | 三 | 三
    Error E5 工期: 此格的公式出错，结果是 #DIV/0!。 请改正公式，或直接填写结果。
    ");
}

#[test]
fn an_ods_that_repeats_a_cell_without_end_is_refused() {
    let rows = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell
        table:number-columns-repeated="16000" office:value-type="string"><text:p>具体任务</text:p></table:table-cell></table:table-row>"#;
    let problem = read(&ods(rows), &work_list(), zh()).unwrap_err();
    assert_eq!(problem, FileProblem::UnpacksTooLarge);
}

pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet><table:table table:name="清单">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_is_named_for_what_it_is() {
    let problem = |bytes: &[u8]| read(bytes, &work_list(), zh()).unwrap_err();
    assert_eq!(problem(b""), FileProblem::Empty);
    assert_eq!(problem(b"\n\n"), FileProblem::Empty);
    assert_eq!(
        problem(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        FileProblem::NotAWorkbook
    );
    assert_eq!(
        problem(b"%PDF-1.7 \x00\x01\xff\xfe"),
        FileProblem::NotAWorkbook
    );
    assert_eq!(problem(b"\xEF\xBB\xBF<HTML><table>"), FileProblem::WebPage);
    assert_eq!(problem(b"PK\x03\x04 cut off"), FileProblem::Damaged);
    assert_eq!(
        problem(&zip(&[("word/document.xml", b"<w/>")])),
        FileProblem::NotAWorkbook
    );
    assert_eq!(
        problem(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off"),
        FileProblem::Damaged
    );
}

#[test]
fn a_workbook_with_a_password_is_named_so() {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage")
        .unwrap()
        .write_all(&[7; 64])
        .unwrap();
    file.flush().unwrap();
    let bytes = file.into_inner().into_inner();
    let problem = read(&bytes, &work_list(), zh()).unwrap_err();
    assert_eq!(problem, FileProblem::Encrypted);
}
