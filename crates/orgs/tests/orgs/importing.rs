use crate::world::*;
use orgs::roster::ApplyError;

const ZONE: &[&[&str]] = &[
    &["某开发区党组织名册(2021年)"],
    &[
        "序号",
        "党组织名称",
        "党组织编码",
        "类别",
        "上级党组织",
        "成立时间",
    ],
    &["1", "试验开发区", "100", "本级", "", "2020-01-01"],
    &["2", "机关党委", "DW1", "党委", "试验开发区", "2020年3月1日"],
    &["3", "第一党支部", "Z1", "支部", "DW1", "2020.5.4"],
    &["4", "第二党支部", "Z2", "支部", "机关党委", "20200505"],
    &["合计", "4"],
];

const PEOPLE: &[&[&str]] = &[
    &["姓名", "所在党支部", "党内职务", "联系电话"],
    &["林晓", "第一党支部", "书记", "13000000000"],
    &["吴宁", "第一党支部", "", ""],
    &["何一凡", "Z2", "书记", ""],
];

#[tokio::test]
async fn a_roster_as_offices_keep_it_comes_in_and_is_counted() {
    in_world(async |world| {
        let bytes = workbook(&[ZONE, PEOPLE]);
        let preview = world.preview(&bytes).await;
        assert_eq!(
            (preview.units.added, preview.people.added, preview.errors),
            (4, 3, 0),
            "{}",
            told(&preview)
        );
        let applied = world.import(&bytes).await.unwrap();

        assert_eq!((applied.units_added, applied.people_added), (4, 3));
        assert_eq!(world.figure("branches", "100", day(3, 1)).await, 2);
        assert_eq!(world.figure("members", "DW1", day(3, 1)).await, 3);
        assert_eq!(world.figure("members", "Z2", day(3, 1)).await, 1);
        let person = world
            .state()
            .await
            .people
            .into_iter()
            .find(|person| person.name == "林晓")
            .unwrap();
        let phone = world
            .keys
            .open(orgs::person::PHONE, person.phone.as_ref().unwrap())
            .unwrap();
        assert_eq!(phone, "13000000000");
    })
    .await;
}

#[tokio::test]
async fn importing_again_changes_nothing_and_a_changed_list_brings_only_the_differences() {
    in_world(async |world| {
        let bytes = workbook(&[ZONE, PEOPLE]);
        world.import(&bytes).await.unwrap();
        let again = world.preview(&bytes).await;
        assert_eq!((again.units.unchanged, again.people.unchanged, again.has_changes()), (4, 3, false));

        let moved: &[&[&str]] = &[&["党组织名称", "党组织编码", "上级党组织"], &["第二支部(新)", "Z2", "试验开发区"]];
        let people: &[&[&str]] = &[&["姓名", "所在党支部"], &["吴宁", "第一党支部"], &["林晓", "Z1"], &["沈佳", "Z1"]];
        let bytes = workbook(&[moved, people]);
        let preview = world.preview(&bytes).await;
        assert_eq!((preview.units.changed, preview.units.unmentioned), (1, 3));
        assert_eq!((preview.people.added, preview.people.unchanged, preview.people.unmentioned), (1, 2, 1));
        insta::allow_duplicates! { insta::assert_snapshot!(preview.unit_lines[0].detail, @"Name: 第二党支部 → 第二支部(新); Superior: 机关党委 → 试验开发区, from 2021-03-01 on"); }
        world.import(&bytes).await.unwrap();

        assert_eq!(world.figure("branches", "DW1", day(2, 28)).await, 2);
        assert_eq!(world.figure("members", "100", day(3, 1)).await, 4);
    })
    .await;
}

#[tokio::test]
async fn a_person_who_changes_units_is_counted_in_the_new_one_from_that_day() {
    in_world(async |world| {
        let people: &[&[&str]] = &[&["编号", "姓名", "所在党支部"], &["7", "林晓", "Z1"]];
        world.import(&workbook(&[ZONE, people])).await.unwrap();
        let people: &[&[&str]] = &[
            &["编号", "姓名", "所在党支部", "转入日期"],
            &["7", "林晓", "Z2", "2021-02-10"],
        ];
        world.import(&workbook(&[people])).await.unwrap();

        for (unit, on, expected) in [
            ("Z1", day(2, 9), 1),
            ("Z1", day(2, 10), 0),
            ("Z2", day(2, 10), 1),
            ("100", day(3, 1), 1),
        ] {
            assert_eq!(
                world.figure("members", unit, on).await,
                expected,
                "{unit} on {on}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn wrong_rows_are_named_with_reason_and_remedy_and_nothing_is_changed() {
    in_world(async |world| {
        let units: &[&[&str]] = &[
            &["单位名称", "单位编码", "上级单位"],
            &["本级", "1", ""],
            &["甲支部", "A", "乙支部"],
            &["乙支部", "B", "A"],
            &["丙支部", "C", "丙支部"],
            &["丁支部", "D", "没有的单位"],
            &["戊支部", "A", "1"],
        ];
        let people: &[&[&str]] = &[&["姓名", "单位"], &["林晓", "甲"], &["吴宁", "本级"], &["吴宁", "本级"]];
        let bytes = workbook(&[units, people]);
        let preview = world.preview(&bytes).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @r"
        3: These units are above each other in a ring: 甲支部 (row 3) → 乙支部 (row 4). Correct the superior of one of them.
        5: “丙支部” is given as its own superior. Give the unit that it really belongs to; leave the cell blank for the top unit.
        6: There is no unit “没有的单位”. Give the code or the full name of a unit in the list or in the system.
        7: The unit code “A” was used in row 3 already. Give one of the two units another code, or remove the row that is there twice.
        2: There is no unit “甲”. The nearest are: 甲支部. Give the code or the full name of a unit.
        4: “吴宁” of the same unit stands in row 3 already. Remove the row that is there twice; if they are two people, give them different codes.
        "); }
        let refused = world.import(&bytes).await;

        assert!(matches!(refused, Err(ApplyError::HasErrors(_))));
        assert!(world.state().await.directory.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_list_with_a_column_for_each_level_is_a_tree_too() {
    in_world(async |world| {
        let units: &[&[&str]] = &[
            &["一级单位", "二级单位", "三级单位"],
            &["南湖大学", "文学院", "2019级1班"],
            &["南湖大学", "文学院", "2019级2班"],
            &["南湖大学", "理学院", ""],
        ];
        let people: &[&[&str]] = &[&["姓名", "班级"], &["林晓", "2019级1班"]];
        world.import(&workbook(&[units, people])).await.unwrap();

        let state = world.state().await;
        assert_eq!(state.directory.len(), 5);
        let class = state.directory.units_named("2019级2班")[0].id;
        let chain = state.tree.chain(class, day(3, 1));
        let names: Vec<_> = chain
            .iter()
            .map(|unit| state.directory.name(*unit, kernel::Lang::Zh))
            .collect();
        assert_eq!(names, ["2019级2班", "文学院", "南湖大学"]);
        let root = &state.directory.unit(*chain.last().unwrap()).unwrap().code;
        assert_eq!(world.figure("members", root, day(3, 1)).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_top_units_are_refused_with_the_remedy() {
    in_world(async |world| {
        let units: &[&[&str]] = &[&["单位名称", "上级单位"], &["甲公司", ""], &["乙公司", ""], &["丙车间", "甲公司"]];
        let preview = world.preview(&workbook(&[units])).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @"3: The units in rows 2, 3 have no superior; an organisation has one top unit only. Add a row for the organisation itself and give it as the superior of these units."); }
    })
    .await;
}

#[tokio::test]
async fn the_templates_can_be_imported_as_they_are_filled_in() {
    in_world(async |world| {
        for lang in kernel::Lang::ALL {
            let options = orgs::roster::ImportOptions { lang, ..options() };
            for template in [
                orgs::roster::units_template(lang).unwrap(),
                orgs::roster::people_template(lang).unwrap(),
            ] {
                let read = orgs::roster::read(&template, &options);
                // Only the sample row is in it, and that is no record.
                assert!(
                    matches!(read, Err(sheets::FileProblem::NoRows { .. })),
                    "{read:?}"
                );
            }
        }
        assert!(world.state().await.directory.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_a_list_dates_into_the_closed_period_counts_from_the_first_open_day() {
    in_world(async |world| {
        world.import(&workbook(&[ZONE, PEOPLE])).await.unwrap();
        let last = day(1, 31);
        let wish = orgs::periods::Wish {
            entry: kernel::EntryId(uuid::Uuid::from_u128(7)),
            day: last,
            reason: "一月数字已公布".into(),
        };
        orgs::periods::close(&world.book, &clerk(), &wish)
            .await
            .unwrap();
        let units: &[&[&str]] = &[
            &["编码", "名称", "上级", "类别", "成立时间"],
            &["Z5", "第五党支部", "DW1", "支部", "2015-05-01"],
        ];
        let people: &[&[&str]] = &[
            &["编号", "姓名", "所在单位", "入职时间"],
            &["N1", "新来甲", "Z5", "2019-09-01"],
            &["N2", "新来乙", "Z1", "2019-09-01"],
            &["N3", "新来丙", "Z1", "2021-02-15"],
        ];
        let bytes = workbook(&[units, people]);
        let preview = world.preview(&bytes).await;
        let sentence = "The days of 1 units and 2 people lie in the closed period (through 2021-01-31): \
                        they count from 2021-02-01 on";
        assert!(
            preview.asides.iter().any(|aside| aside.starts_with(sentence)),
            "{:?}",
            preview.asides
        );
        world.import(&bytes).await.unwrap();
        for (on, branches, members) in [(last, 2, 3), (day(2, 1), 3, 5), (day(2, 15), 3, 6)] {
            assert_eq!(world.figure("branches", "100", on).await, branches, "{on}");
            assert_eq!(world.figure("members", "100", on).await, members, "{on}");
        }
        let again = world.preview(&bytes).await;
        assert!(!again.has_changes(), "the second time there is nothing to do");
    })
    .await;
}
