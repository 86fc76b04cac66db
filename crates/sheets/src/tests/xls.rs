//! `.xls`, written by hand here since nothing else writes it any more ([MS-XLS] 2.4).
use super::*;
use crate::FileProblem;
use std::io::{Cursor, Write};

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let head = [kind.to_le_bytes(), (body.len() as u16).to_le_bytes()].concat();
    [head, body.to_vec()].concat()
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    words(&text.encode_utf16().collect::<Vec<_>>())
}

fn begin(kind: u16) -> Vec<u8> {
    record(0x0809, &words(&[0x0600, kind, 0, 0, 0, 0, 0, 0]))
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let chars = text.encode_utf16().count() as u16;
    let body = [words(&[row, column, 0, chars]), vec![1], utf16(text)].concat();
    record(0x0204, &body)
}

fn number(row: u16, column: u16, number: f64) -> Vec<u8> {
    let body = [words(&[row, column, 0]), number.to_le_bytes().to_vec()].concat();
    record(0x0203, &body)
}

fn merged(first_row: u16, last_row: u16, first_column: u16, last_column: u16) -> Vec<u8> {
    record(
        0x00E5,
        &words(&[1, first_row, last_row, first_column, last_column]),
    )
}

fn xls(records: &[Vec<u8>]) -> Vec<u8> {
    let end = record(0x000A, &[]);
    let name = "清单";
    let of_sheet = |start: u32| {
        let body = [start.to_le_bytes().to_vec(), vec![0, 0, 2, 1], utf16(name)].concat();
        record(0x0085, &body)
    };
    let start = begin(0x0005).len() + of_sheet(0).len() + end.len();
    let stream = [
        begin(0x0005),
        of_sheet(start as u32),
        end.clone(),
        begin(0x0010),
        records.concat(),
        end,
    ]
    .concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn xls_is_read_with_numbers_and_merged_cells() {
    let bytes = xls(&[
        label(1, 0, "专题"),
        label(1, 1, "具体任务"),
        label(1, 2, "牵头单位"),
        label(1, 3, "工期"),
        label(2, 0, "学习教育"),
        label(2, 1, "一"),
        label(2, 2, "甲"),
        number(2, 3, 20.0),
        label(3, 1, "二"),
        label(3, 2, "乙"),
        merged(2, 3, 0, 0),
    ]);
    insta::assert_snapshot!(seen(&read_zh(&bytes)), @r"
    3:  | 学习教育 | 一 | 甲 |  |  |  |  | 20
    4:  | 学习教育 | 二 | 乙
    ");
}

#[test]
fn an_xls_with_cells_at_opposite_corners_is_refused() {
    let bytes = xls(&[label(0, 0, "具体任务"), label(65_535, 65_535, "远")]);
    let problem = read(&bytes, &work_list(), zh()).unwrap_err();
    assert_eq!(problem, FileProblem::UnpacksTooLarge);
}

#[test]
fn a_damaged_xls_is_told_and_does_no_harm() {
    let whole = xls(&[label(0, 0, "具体任务"), label(0, 1, "牵头单位")]);
    for at in (512..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xFF;
        drop(read(&bytes, &work_list(), zh()));
        drop(read(&whole[..at], &work_list(), zh()));
    }
}

#[test]
fn regions_that_overlap_or_run_backwards_do_no_harm() {
    let bytes = xls(&[
        label(0, 0, "专题"),
        label(0, 1, "具体任务"),
        label(0, 2, "牵头单位"),
        label(1, 0, "学习教育"),
        label(1, 1, "一"),
        label(1, 2, "甲"),
        label(2, 1, "二"),
        label(2, 2, "乙"),
        merged(1, 2, 0, 0),
        merged(1, 60_000, 0, 0),
        merged(2, 2, 3, 1),
    ]);
    let table = read_zh(&bytes);
    assert_eq!(table.len(), 2);
    assert!(crate::with_problems(&bytes, &table, &[], Lang::Zh).is_ok());
}
