//! Workbooks of organisations that are no development zone.
use crate::world::*;

const HOSPITAL: &[&[&str]] = &[
    &["第三人民医院科室一览表"],
    &["填报单位：院办公室", "", "", "", "2021年3月"],
    &[
        "序号",
        "科室编码",
        "科室名称",
        "上级科室",
        "科室类别",
        "备注",
    ],
    &["1", "101.0", "第三人民医院", "", "医院", ""],
    &["2", "102", "内科系统", "第三人民医院", "党总支", ""],
    &["3", "103", "心血管内科", "内科系统", "临床科室", ""],
    &["4", "104", "急诊班组", "103", "", ""],
    &["合计", "", "4"],
    &["注：本表由院办公室填写。"],
];

#[tokio::test]
async fn a_hospital_comes_in_with_its_own_titles() {
    in_world(async |world| {
        let bytes = workbook(&[HOSPITAL]);
        let preview = world.preview(&bytes).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @"6: “临床科室” is not in the list of kinds; it is taken for “Department”. Please check; if that is wrong, choose a kind from the list."); }
        let applied = world.import(&bytes).await.unwrap();
        assert_eq!(applied.units_added, 4);
        assert_eq!(world.figure("departments", "101", day(3, 1)).await, 1);
        let state = world.state().await;
        assert_eq!(state.directory.unit_by_code("104").unwrap().kind, "team");
    })
    .await;
}

#[tokio::test]
async fn a_university_with_a_column_for_each_level_comes_in() {
    in_world(async |world| {
        let university: &[&[&str]] = &[
            &["江海大学机构设置表"],
            &[],
            &["学校", "学院", "系", "教研室"],
            &["江海大学", "文学院", "中文系", "古代文学教研室"],
            &["江海大学", "文学院", "历史系", "世界史教研室"],
            &["江海大学", "理学院", "数学系", "代数教研室"],
        ];
        let preview = world.preview(&workbook(&[university])).await;
        assert_eq!(
            (preview.units.added, preview.errors),
            (9, 0),
            "{}",
            told(&preview)
        );
    })
    .await;
}

#[tokio::test]
async fn a_column_between_two_levels_that_is_not_understood_is_no_silent_gap() {
    in_world(async |world| {
        let group: &[&[&str]] = &[
            &["集团", "片区", "科室", "病区"],
            &["江北医疗集团", "东片", "内科", "一病区"],
            &["江北医疗集团", "西片", "内科", "一病区"],
        ];
        let preview = world.preview(&workbook(&[group])).await;
        let problem = &preview.unit_problems[0];
        assert_eq!(
            (preview.errors, problem.cell.as_deref(), problem.row),
            (1, Some("B1"), 1),
            "{}",
            told(&preview)
        );
        let named: &[&[&str]] = &[
            &["一级单位", "二级单位", "科室", "病区"],
            &["江北医疗集团", "东片", "内科", "一病区"],
            &["江北医疗集团", "西片", "内科", "一病区"],
        ];
        let preview = world.preview(&workbook(&[named])).await;
        assert_eq!(
            (preview.units.added, preview.errors),
            (7, 0),
            "{}",
            told(&preview)
        );
    })
    .await;
}

#[tokio::test]
async fn a_list_by_level_may_begin_at_any_level() {
    in_world(async |world| {
        let ward: &[&[&str]] = &[
            &["医院", "科室", "病区"],
            &["第一医院", "内科", "一病区"],
            &["第一医院", "内科", "二病区"],
        ];
        let preview = world.preview(&workbook(&[ward])).await;
        assert_eq!(
            (preview.units.added, preview.errors),
            (4, 0),
            "{}",
            told(&preview)
        );
    })
    .await;
}

#[tokio::test]
async fn a_kind_of_unit_that_we_do_not_have_is_taken_from_the_name() {
    in_world(async |world| {
        let units: &[&[&str]] = &[
            &["编码", "名称", "上级", "类型"],
            &["H", "第一医院", "", "医院"],
            &["W", "心内科一病区", "H", "护理单元"],
            &["X", "某某", "H", "怪物"],
        ];
        let preview = world.preview(&workbook(&[units])).await;
        assert_eq!(preview.errors, 1, "{}", told(&preview));
        assert!(
            told(&preview).starts_with(
                "3: “护理单元” is not in the list of kinds; it is taken for “Department”."
            ),
            "{}",
            told(&preview)
        );
    })
    .await;
}

#[tokio::test]
async fn a_tree_of_twelve_levels_comes_in() {
    in_world(async |world| {
        let rows: Vec<[String; 3]> = (0..12)
            .map(|at| {
                let above = if at == 0 {
                    String::new()
                } else {
                    format!("X{}", at - 1)
                };
                [format!("X{at}"), format!("第{at}层"), above]
            })
            .collect();
        let rows: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.iter().map(String::as_str).collect())
            .collect();
        let mut sheet: Vec<&[&str]> = vec![&["编码", "名称", "上级"]];
        sheet.extend(rows.iter().map(Vec::as_slice));
        let applied = world.import(&workbook(&[&sheet])).await.unwrap();
        assert_eq!(applied.units_added, 12);
    })
    .await;
}

#[tokio::test]
async fn a_second_sheet_of_the_same_kind_is_told_and_not_passed_over_in_silence() {
    in_world(async |world| {
        let offices: &[&[&str]] = &[&["编码", "名称", "上级"], &["A", "总部", ""]];
        let branches: &[&[&str]] = &[&["编码", "名称", "上级"], &["B", "一部", "A"]];
        let preview = world.preview(&workbook(&[offices, branches])).await;
        assert_eq!(
            (preview.units.added, preview.unread_sheets),
            (1, vec!["Sheet2".to_owned()])
        );
    })
    .await;
}

#[tokio::test]
async fn problems_name_sheet_cell_and_column_from_the_top_of_the_sheet() {
    in_world(async |world| {
        let units: &[&[&str]] = &[
            &["编码", "名称", "上级", "成立日期"],
            &["A", "总部", "", ""],
            &["B", "一部", "没有的部", ""],
            &["C", "二部", "A", "2021年2月30日"],
            &["D", "", "A", ""],
        ];
        let preview = world.preview(&workbook(&[units])).await;
        let places: Vec<_> = preview
            .unit_problems
            .iter()
            .map(|problem| {
                let cell = problem.cell.as_deref().unwrap_or_default();
                format!(
                    "{} {cell} {}",
                    problem.sheet,
                    problem.column.as_deref().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(
            places,
            [
                "Sheet1 C3 Superior unit",
                "Sheet1 D4 Founded",
                "Sheet1 B5 Unit name"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn an_unfilled_sheet_for_people_does_not_keep_the_units_out() {
    in_world(async |world| {
        let units: &[&[&str]] = &[&["编码", "名称", "上级"], &["A", "总部", ""]];
        let people: &[&[&str]] = &[&["编号", "姓名", "所在单位"]];
        let preview = world.preview(&workbook(&[units, people])).await;
        assert_eq!((preview.units.added, preview.people.added), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn of_a_list_of_people_that_lacks_the_unit_just_that_is_said() {
    let people: &[&[&str]] = &[&["序号", "姓名", "性别", "手机"], &["1", "林晓", "女", ""]];
    let problem = orgs::roster::read(&workbook(&[people]), &options()).unwrap_err();
    let told = problem.text(kernel::Lang::En);
    assert!(
        told.contains("Belongs to unit") && !told.contains("Unit name"),
        "{told}"
    );
}
