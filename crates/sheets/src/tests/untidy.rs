//! Workbooks as offices keep them.
use super::*;
use crate::FileProblem;

#[test]
fn a_head_is_found_below_titles_in_any_order_and_under_other_names() {
    let bytes = text_rows(&[
        &["2021年度重点工作任务清单"],
        &["填报单位：综合办公室", "", "", "2021年2月"],
        &[],
        &[
            "序号",
            "完成时间",
            "工作任务 *",
            "备注",
            "牵头单位（部门）",
            "类 别",
        ],
        &["1", "2021.6.30", "走访企业", "", "综合办公室", "党建"],
    ]);
    let table = read_zh(&bytes);

    assert_eq!(table.head_row, 4);
    insta::assert_snapshot!(seen(&table), @"5:  |  | 走访企业 | 综合办公室 |  | party | 2021-06-30");
    let ignored: Vec<_> = table
        .ignored
        .iter()
        .map(|c| (&*c.column, &*c.title))
        .collect();
    assert_eq!(ignored, [("A", "序号"), ("D", "备注")]);
}

#[test]
fn a_head_of_two_rows_with_merged_cells_is_one_head() {
    let bytes = workbook(|sheet| {
        merge(sheet, (0, 0, 0, 5), "任务分工表")?;
        merge(sheet, (1, 0, 2, 0), "专题")?;
        merge(sheet, (1, 1, 2, 1), "具体任务")?;
        merge(sheet, (1, 2, 1, 3), "责任分工")?;
        merge(sheet, (1, 4, 2, 4), "完成时限")?;
        put(sheet, 2, &[&["", "", "牵头单位", "配合单位"]])?;
        put(
            sheet,
            3,
            &[&["学习", "读书会", "宣传部", "工会、团委", "2021年3月5日"]],
        )
    });
    let table = read_zh(&bytes);

    assert_eq!(table.head_row, 3);
    insta::assert_snapshot!(seen(&table), @"4:  | 学习 | 读书会 | 宣传部 | 工会+团委 |  | 2021-03-05");
}

#[test]
fn a_theme_merged_over_its_tasks_belongs_to_each_of_them() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, &[&["专题", "具体任务", "牵头单位"]])?;
        merge(sheet, (1, 0, 3, 0), "学习教育")?;
        put(
            sheet,
            1,
            &[
                &["", "一", "甲"],
                &["", "二", "乙"],
                &["", "三", "丙"],
                &["", "四", "丁"],
            ],
        )?;
        sheet.write_string(1, 0, "学习教育")?;
        Ok(())
    });
    insta::assert_snapshot!(seen(&read_zh(&bytes)), @r"
    2:  | 学习教育 | 一 | 甲
    3:  | 学习教育 | 二 | 乙
    4:  | 学习教育 | 三 | 丙
    5:  |  | 四 | 丁
    ");
}

#[test]
fn a_column_that_may_not_be_filled_down_says_that_the_cell_is_empty() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, &[&["具体任务", "牵头单位"], &["一"], &["二"]])?;
        merge(sheet, (1, 1, 2, 1), "甲")
    });
    insta::assert_snapshot!(seen(&read_zh(&bytes)), @r"
    2:  |  | 一 | 甲
    3:  |  | 二
    Error B3 牵头单位: 此格必须填写，现在是空的。 请填写。
    ");
}

#[test]
fn blank_rows_and_columns_change_nothing_and_rows_keep_their_numbers() {
    let bytes = text_rows(&[
        &[],
        &["", "", "具体任务", "", "牵头单位"],
        &[],
        &["", "", "一", "", "甲"],
        &["", "", " \u{3000}", "", ""],
        &["", "", "二", "", "乙"],
    ]);
    insta::assert_snapshot!(seen(&read_zh(&bytes)), @r"
    4:  |  | 一 | 甲
    6:  |  | 二 | 乙
    ");
}

#[test]
fn lines_that_are_no_records_are_left_aside_and_told() {
    let bytes = workbook(|sheet| {
        put(
            sheet,
            0,
            &[
                &["编码", "专题", "具体任务", "牵头单位"],
                &["（1）", "（2）", "（3）", "（4）"],
            ],
        )?;
        merge(sheet, (2, 0, 2, 3), "一、学习教育")?;
        put(
            sheet,
            3,
            &[
                &["0101", "", "一", "甲"],
                &["小 计", "", "1项"],
                &["编码", "专题", "具体任务", "牵头单位"],
                &["0102", "", "二", "乙"],
                &["合计：", "", "2项"],
                &["注：以上任务按月调度。"],
                &["填表人：林一", "", "审核人：陈二"],
            ],
        )
    });
    let table = read_zh(&bytes);

    insta::assert_snapshot!(seen(&table), @r"
    4: 0101 |  | 一 | 甲
    7: 0102 |  | 二 | 乙
    ");
    insta::assert_snapshot!(skipped(&table), @r"
    第 2 行是列号或单位，没有导入。
    第 3 行是小标题（一、学习教育），没有导入。
    第 5 行是合计（小 计），没有导入。
    第 6 行是重复的表头，没有导入。
    第 8 行是合计（合计：），没有导入。
    第 9 行是说明或签名（注：以上任务按月调度。），没有导入。
    第 10 行是说明或签名（填表人：林一），没有导入。
    ");
}

#[test]
fn a_record_may_be_called_like_a_note() {
    let bytes = text_rows(&[
        &["具体任务", "牵头单位"],
        &["说明会", "甲"],
        &["总计划编制", "乙"],
    ]);
    assert_eq!(read_zh(&bytes).len(), 2);
}

#[test]
fn cells_are_read_in_all_their_spellings() {
    let bytes = workbook(|sheet| {
        put(
            sheet,
            0,
            &[&[
                "编码",
                "具体任务",
                "牵头单位",
                "配合单位",
                "类别",
                "完成时限",
                "联系电话",
                "工期",
            ]],
        )?;
        put(
            sheet,
            1,
            &[
                &[
                    "０１０１",
                    "　Ａ区\n走访 ",
                    "甲",
                    "乙，丙；丁",
                    "ｐａｒｔｙ",
                    "２０２１年６月３０日",
                    "１３８００００００００",
                    "１２",
                ],
                &["", "二", "甲", "——", "/", "—", "010-55550123", " 12 "],
            ],
        )?;
        let date = Format::new().set_num_format("yyyy/m/d");
        sheet.write_number(2, 0, 102)?;
        sheet.write_number(3, 0, 12345.0)?;
        put(sheet, 3, &[&["", "三", "甲"]])?;
        sheet.write_number_with_format(3, 5, 44377, &date)?;
        sheet.write_number(3, 6, 13_800_000_000_f64)?;
        sheet.write_number(3, 7, 20)?;
        Ok(())
    });
    insta::assert_snapshot!(seen(&read_zh(&bytes)), @r"
    2: 0101 |  | A区走访 | 甲 | 乙+丙+丁 | party | 2021-06-30 | 13800000000 | 12
    3: 0102 |  | 二 | 甲 |  |  |  | 010-55550123 | 12
    4: 12345 |  | 三 | 甲 |  |  | 2021-06-30 | 13800000000 | 20
    Warning A3 编码: 编码在这里是数字 102，前面的 0 可能丢了，已按 0102 读取。 请核对；如不对，请把此格设为“文本”格式后重新填写。
    ");
}

#[test]
fn the_sheet_is_found_by_its_head_and_others_like_it_are_told() {
    let mut book = Workbook::new();
    let cover = book.add_worksheet().set_name("封面").unwrap();
    put(cover, 0, &[&["任务清单"], &["编制：综合办公室"]]).unwrap();
    for (name, task) in [("一季度", "一"), ("二季度", "二")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        put(sheet, 0, &[&["具体任务", "牵头单位"], &[task, "甲"]]).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();

    let table = read_zh(&bytes);
    assert_eq!(
        (table.sheet.as_str(), &*table.other_sheets),
        ("一季度", &["二季度".to_owned()][..])
    );

    let second = Options {
        sheet: Some("二季度".into()),
        ..zh()
    };
    insta::assert_snapshot!(seen(&read(&bytes, &work_list(), second).unwrap()), @"2:  |  | 二 | 甲");

    let none = Options {
        sheet: Some("三季度".into()),
        ..zh()
    };
    let problem = read(&bytes, &work_list(), none).unwrap_err();
    insta::assert_snapshot!(problem.text(Lang::Zh), @"文件里没有名为“三季度”的工作表，现有：封面、一季度、二季度。请从中选择一个。");
}

#[test]
fn a_workbook_without_the_required_columns_says_which_and_what_was_seen() {
    let bytes = text_rows(&[
        &["任务清单"],
        &["序号", "具体任务", "责任人"],
        &["1", "一", "林一"],
    ]);
    let problem = read(&bytes, &work_list(), zh()).unwrap_err();
    insta::assert_snapshot!(problem.text(Lang::Zh), @"没有找到完整的表头。最接近的是工作表“Sheet1”第 2 行（序号、具体任务、责任人），缺少必需的列：牵头单位。请补上这些列名后再导入，或下载模板填写。");
    let problem = read(&bytes, &work_list(), en()).unwrap_err();
    insta::assert_snapshot!(problem.text(Lang::En), @"No complete head was found. Nearest is sheet “Sheet1”, row 2 (序号, 具体任务, 责任人), which lacks required columns: Lead unit. Please add these titles and import again, or fill in the template.");
}

#[test]
fn a_head_without_rows_is_told() {
    let bytes = text_rows(&[&["具体任务", "牵头单位"]]);
    let problem = read(&bytes, &work_list(), zh()).unwrap_err();
    assert_eq!(
        problem,
        FileProblem::NoRows {
            sheet: "Sheet1".into()
        }
    );
}

#[test]
fn a_column_that_is_left_out_can_be_told_from_one_that_is_blank() {
    let table = read_zh(&text_rows(&[
        &["具体任务", "牵头单位", "工期"],
        &["一", "甲"],
    ]));
    assert!(table.has("days") && !table.has("phone"));
}
