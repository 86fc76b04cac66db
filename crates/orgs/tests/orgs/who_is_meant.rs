//! Rows that may mean somebody else than it seems.
use crate::world::*;

const UNITS: &[&[&str]] = &[
    &["编码", "名称", "上级", "类别"],
    &["G", "江海集团", "", "其他"],
    &["D1", "第一党支部", "G", "党支部"],
    &["D2", "第二党支部", "G", "党支部"],
];
const PEOPLE: &[&[&str]] = &[
    &["编号", "姓名", "所在单位", "手机号"],
    &["P1", "张三", "D1", "13800000001"],
    &["P2", "李四", "D2", "13800000002"],
    &["P3", "李四", "D2", ""],
];

#[tokio::test]
async fn two_rows_for_one_person_are_refused_however_they_name_them() {
    in_world(async |world| {
        world.import(&workbook(&[UNITS, PEOPLE])).await.unwrap();
        let twice: &[&[&str]] = &[
            &["编号", "姓名", "所在单位", "职务"],
            &["P1", "张三", "D1", "书记"],
            &["", "张三", "第一党支部", "委员"],
        ];
        let preview = world.preview(&workbook(&[twice])).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @"3: This row and row 2 mean the same person (code “P1”). Remove the row that is there twice; if they are two people, give them different codes."); }
    })
    .await;
}

#[tokio::test]
async fn two_rows_for_one_unit_are_refused_however_they_name_it() {
    in_world(async |world| {
        world.import(&workbook(&[UNITS])).await.unwrap();
        let twice: &[&[&str]] = &[
            &["编码", "名称", "上级"],
            &["D1", "第一党支部", "G"],
            &["", "第一党支部", "G"],
        ];
        let preview = world.preview(&workbook(&[twice])).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @"3: This row and row 2 mean the same unit, “第一党支部”. Remove the row that is there twice; if they are two units, give them different codes."); }
    })
    .await;
}

#[tokio::test]
async fn a_name_that_two_people_of_the_unit_have_needs_a_code() {
    in_world(async |world| {
        world.import(&workbook(&[UNITS, PEOPLE])).await.unwrap();
        let unclear: &[&[&str]] = &[&["姓名", "所在单位", "职务"], &["李四", "D2", "书记"]];
        let preview = world.preview(&workbook(&[unclear])).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @"2: There are 2 people called “李四” in “第二党支部”; which one does this row mean? Fill in the person code; theirs are P2, P3."); }
    })
    .await;
}

#[tokio::test]
async fn many_who_change_post_or_unit_at_once_keep_what_the_list_does_not_say() {
    in_world(async |world| {
        world.import(&workbook(&[UNITS, PEOPLE])).await.unwrap();
        let changed: &[&[&str]] = &[
            &["编号", "姓名", "所在单位", "职务"],
            &["P1", "张三", "D2", "书记"],
            &["P2", "李四", "D2", "委员"],
            &["P4", "王五", "D1", ""],
        ];
        let applied = world.import(&workbook(&[changed])).await.unwrap();
        assert_eq!((applied.people_added, applied.people_changed), (1, 2));
        let state = world.state().await;
        let phones = state.people.iter().filter_map(|person| {
            let sealed = person.phone.as_ref()?;
            Some((
                person.code.as_str(),
                world.keys.open(orgs::person::PHONE, sealed).unwrap(),
            ))
        });
        let mut phones: Vec<_> = phones.collect();
        phones.sort();
        assert_eq!(
            phones,
            [
                ("P1", "13800000001".to_owned()),
                ("P2", "13800000002".to_owned())
            ]
        );
        assert_eq!(world.figure("members", "D1", day(3, 1)).await, 1);
        assert_eq!(world.figure("members", "D2", day(3, 1)).await, 3);
        // Whoever is new has been there since the day that the import names.
        assert_eq!(world.figure("members", "D1", day(2, 28)).await, 2);
    })
    .await;
}

#[tokio::test]
async fn where_thousands_of_units_are_unknown_only_the_first_get_a_proposal() {
    in_world(async |world| {
        world.import(&workbook(&[UNITS])).await.unwrap();
        let mut list = "姓名,所在单位\n".to_owned();
        for at in 0..5_000 {
            list.push_str(&format!("人{at},第九{at}党支部\n"));
        }
        let preview = world.preview(list.as_bytes()).await;
        assert_eq!(preview.errors, 5_000);
        let remedy = |at: usize| preview.people_problems[at].remedy.as_str();
        assert!(remedy(0).contains("第一党支部"), "{}", remedy(0));
        assert!(!remedy(150).contains("第一党支部"), "{}", remedy(150));
    })
    .await;
}

#[tokio::test]
async fn units_of_several_levels_stand_in_lists_as_in_the_tree() {
    in_world(async |world| {
        let units: &[&[&str]] = &[
            &["编码", "名称", "上级", "类别", "排序"],
            &["G", "江海集团", "", "其他", "1"],
            &["W2", "第二党委", "G", "党委", "2"],
            &["W1", "第一党委", "G", "党委", "1"],
            &["B21", "二委一支部", "W2", "党支部", "1"],
            &["B12", "一委二支部", "W1", "党支部", "2"],
            &["B11", "一委一支部", "W1", "党支部", "1"],
        ];
        world.import(&workbook(&[units])).await.unwrap();
        let reader = world.book.db().reader();
        let directory = orgs::Directory::load(reader).await.unwrap();
        let tree = world.book.tree(reader).await.unwrap();
        let on = |day| {
            let all = directory.units().map(|unit| unit.id);
            let ordered = directory.in_tree_order(&tree, day, all).into_iter();
            let codes = ordered.filter_map(|unit| directory.unit(unit));
            codes.map(|unit| unit.code.clone()).collect::<Vec<_>>()
        };
        let codes = ["G", "W1", "B11", "B12", "W2", "B21"];
        assert_eq!(on(day(3, 1)), codes);
        // Nobody is lost on a day on which nothing stood.
        assert_eq!(on(day(1, 1) - chrono::Days::new(9_000)).len(), codes.len());
    })
    .await;
}
