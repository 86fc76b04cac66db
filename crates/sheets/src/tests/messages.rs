//! What is said, in both languages.
use super::*;
use crate::FileProblem;

fn faulty() -> Vec<u8> {
    workbook(|sheet| {
        put(
            sheet,
            0,
            &[
                &[
                    "编码",
                    "具体任务",
                    "牵头单位",
                    "类别",
                    "完成时限",
                    "联系电话",
                    "工期",
                ],
                &["", "", "甲", "其他", "6月底前", "12345", "二十天"],
            ],
        )?;
        let long = "长".repeat(201);
        sheet.write_number(1, 0, 7)?;
        sheet.write_number(2, 0, 110_101_199_001_011_234_f64)?;
        sheet.write_string(2, 1, &long)?;
        let fault = rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!");
        sheet.write_formula(2, 2, fault)?;
        sheet.write_number(2, 6, 1000)?;
        Ok(())
    })
}

#[test]
fn every_fault_of_a_cell_says_place_reason_and_remedy() {
    let told_in = |options| {
        let mut problems = Problems::default();
        let table = read(&faulty(), &work_list(), options).unwrap();
        table.rows().for_each(|row| drop(line(row, &mut problems)));
        told(&problems).join("\n")
    };
    insta::assert_snapshot!(told_in(zh()), @r"
    Warning A2 编码: 编码在这里是数字 7，前面的 0 可能丢了，已按 0007 读取。 请核对；如不对，请把此格设为“文本”格式后重新填写。
    Error B2 具体任务: 此格必须填写，现在是空的。 请填写，例如“走访企业”。
    Error D2 类别: “其他”不在可选范围内。 请从下列各项中选择：党务、服务。
    Error E2 完成时限: “6月底前”不是完整的日期。 请写明年、月、日，例如 2021-06-30 或 2021年6月30日。
    Error F2 联系电话: “12345”不是有效的电话号码。 请填写 11 位手机号码，或带区号的固定电话，例如 010-55550123。
    Error G2 工期: “二十天”不是这里可用的整数。 请填写 1 到 999 之间的整数，不要带单位。
    Error A3 编码: 这个编码太长，又是数字格式，末尾几位已被表格软件改成了 0。 请把此格设为“文本”格式后重新填写。
    Error B3 具体任务: 此格有 201 个字，太长了。 请缩短到 200 个字以内。
    Error C3 牵头单位: 此格的公式出错，结果是 #DIV/0!。 请改正公式，或直接填写结果。
    Error G3 工期: “1000”不是这里可用的整数。 请填写 1 到 999 之间的整数，不要带单位。
    ");
    insta::assert_snapshot!(told_in(en()), @r"
    Warning A2 Code: The code stands here as the number 7 and may have lost its leading zeros; it was read as 0007. Please check it; if it is wrong, format the cell as text and type the code again.
    Error B2 Task: This cell must be filled in and is empty. Please fill it in, for example “Visit enterprises”.
    Error D2 Kind: “其他” is not one of the choices. Please choose one of: Party work, Service.
    Error E2 Deadline: “6月底前” is not a full date. Please give year, month and day, for example 2021-06-30.
    Error F2 Phone: “12345” is not a valid phone number. Please give a mobile number of 11 digits, or a landline with area code such as 010-55550123.
    Error G2 Working days: “二十天” is not a whole number that fits here. Please give a whole number from 1 to 999, without a unit.
    Error A3 Code: This code is too long for a number: its last digits have been turned into 0. Please format the cell as text and type the code again.
    Error B3 Task: This cell has 201 characters, which is too long. Please shorten it to at most 200 characters.
    Error C3 Lead unit: The formula in this cell gives the error #DIV/0!. Please correct the formula, or type the result.
    Error G3 Working days: “1000” is not a whole number that fits here. Please give a whole number from 1 to 999, without a unit.
    ");
}

#[test]
fn every_reason_not_to_read_a_file_says_what_to_do() {
    let sheet = || "Sheet1".to_owned();
    let problems = [
        FileProblem::TooLarge {
            bytes: 300 * 1024 * 1024,
        },
        FileProblem::UnpacksTooLarge,
        FileProblem::NotAWorkbook,
        FileProblem::WebPage,
        FileProblem::Encrypted,
        FileProblem::Damaged,
        FileProblem::Empty,
        FileProblem::NoRows { sheet: sheet() },
        FileProblem::TooManyRows {
            sheet: sheet(),
            rows_max: 100_000,
        },
        FileProblem::UnknownFault {
            sheet: sheet(),
            after: "C5".into(),
            fault: "#SPILL!".into(),
        },
    ];
    let said = |lang| {
        problems
            .iter()
            .map(|p| p.text(lang))
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(said(Lang::Zh), @r"
    文件有 300 MB，超过了 32 MB 的上限。请删去图片和不用的工作表，或分成几个文件导入。
    文件解压后超出允许的大小，为安全起见没有读取。请把需要的行复制到一个新的工作簿，保存后再导入。
    这不是表格文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入；也可使用 .xls、.ods、.csv。
    这个文件虽然可能叫 .xls，里面其实是网页或 XML。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。
    工作簿设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后再导入。
    文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开检查，另存为“Excel 工作簿（.xlsx）”后再导入。
    文件里没有任何内容。请检查是否选对了文件；可下载模板，填写后再导入。
    工作表“Sheet1”找到了表头，但下面没有可以导入的行。请在表头下面逐行填写；标有“【示例】”的行不会导入。
    工作表“Sheet1”超过了 100000 行的上限，没有读取。请分成几个文件导入。
    工作表“Sheet1”中单元格 C5 之后有公式错误值 #SPILL!，无法读取。请改正公式，或把公式粘贴为数值后再导入。
    ");
    insta::assert_snapshot!(said(Lang::En), @r"
    The file has 300 MB; at most 32 MB are allowed. Please remove pictures and unused sheets, or import several smaller files.
    The file unpacks to more than is allowed and was not read, for safety. Please copy the rows you need into a new workbook, save it, and import that.
    This is not a workbook. Please open it in Excel or WPS, save it as “Excel workbook (.xlsx)” and import that; .xls, .ods and .csv work too.
    Whatever its name says, this file holds a web page or XML. Please open it in Excel or WPS, save it as “Excel workbook (.xlsx)” and import that.
    The workbook has a password and cannot be read. Please remove the password in Excel or WPS, save, and import again.
    The file is damaged or incomplete and cannot be read. Please open it in Excel or WPS to check it, save it as “Excel workbook (.xlsx)” and import that.
    The file holds nothing. Please check that it is the right file; you can download the template, fill it in and import that.
    Sheet “Sheet1” has a head but no rows under it to import. Please fill in rows below the head; rows marked “[Sample]” are not imported.
    Sheet “Sheet1” has more than the 100000 rows allowed and was not read. Please import several smaller files.
    Sheet “Sheet1” has the formula error #SPILL! after cell C5 and cannot be read. Please correct the formula, or paste it as a value, and import again.
    ");
}

#[test]
fn the_caller_adds_its_own_problems_to_the_same_list() {
    let table = read_zh(&text_rows(&[&["具体任务", "牵头单位"], &["一", "甲"]]));
    let mut problems = Problems::default();
    let row = table.rows().next().unwrap();
    problems.push(row.problem("lead", "没有名为“甲”的单位。", "请先在单位中登记。"));
    problems.push(row.row_problem("与第 9 行重复。", "请删去一行。"));
    insta::assert_snapshot!(told(&problems).join("\n"), @r"
    Error B2 牵头单位: 没有名为“甲”的单位。 请先在单位中登记。
    Error - -: 与第 9 行重复。 请删去一行。
    ");
    assert!(problems.has_errors());
}

#[test]
fn none_is_no_answer_where_a_name_is_required() {
    let columns = Columns::new()
        .with(Column::text("task", Bilingual::new("任务", "Task")))
        .with(Column::names("lead", Bilingual::new("牵头单位", "Lead units")).required());
    let bytes = text_rows(&[&["任务", "牵头单位"], &["一", "无"]]);
    let table = read(&bytes, &columns, zh()).unwrap();
    let mut problems = Problems::default();
    table
        .rows()
        .for_each(|row| drop(row.names("lead", &mut problems)));
    insta::assert_snapshot!(told(&problems).join("\n"), @"Error B2 牵头单位: 此格必须填写，现在是空的。 请填写。");
}
