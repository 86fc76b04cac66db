mod strangers;

use super::*;
use crate::world::{BUREAU, COMMITTEE, OFFICE, World, day, in_world};

const LIST: &str = "\
党史学习教育任务清单,,,,,,,,,,,,
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,责任人,完成时限,前置任务,工期,成果,目标
1,一、组织发动,建立机制,成立领导小组,组织人事局,党政办公室,,周书,2021年3月1日前,,2,文件,
2,,,组建工作组,BM02,,区直机关党委,,3月5日前,1,3个工作日,名单,
3,,动员部署,召开动员会,党政办公室,,区直机关党委、组织人事局,,4月15日前,2+1天,10,记录,动员党支部数 达到 2
4,二、为民办事,办实事,每月服务日,组织人事局,,,,每月28日,,,登记,
";

#[tokio::test]
async fn a_work_list_as_offices_write_it_becomes_a_plan() {
    in_world(async |world| {
        let imported = world.import(&world.importing(10, LIST)).await.unwrap();
        assert_eq!((imported.added, imported.changed, imported.gone), (9, 0, 0));
        for (figure, count) in [("themes", 2), ("measures", 3), ("tasks", 4)] {
            assert_eq!(world.count(figure).await, count, "{figure}");
        }
        let plan = world.plan().await;
        let third = plan.item(world.task("3").await).unwrap();
        assert_eq!(plan.path(third), ["一、组织发动", "动员部署", "召开动员会"]);
        assert_eq!(third.node.lead_unit, Some(OFFICE));
        assert_eq!(third.supporting, [COMMITTEE, BUREAU]);
        assert_eq!(third.after, [(world.task("2").await, 1)]);
        assert_eq!(third.node.due, Some(day("2021-04-15")));
        assert_eq!(third.target().unwrap().figure, "branches-mobilised");
        assert_eq!(
            plan.item(world.task("2").await).unwrap().node.duration_days,
            Some(3)
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_import_sent_twice_is_one() {
    in_world(async |world| {
        let importing = world.importing(10, LIST);
        let first = world.import(&importing).await.unwrap();
        let second = world.import(&importing).await.unwrap();
        assert_eq!(first, second);
        assert_eq!(world.count("tasks").await, 4);
    })
    .await;
}

#[tokio::test]
async fn importing_again_brings_only_differences() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let again = world.import(&world.importing(11, LIST)).await.unwrap();
        assert_eq!((again.added, again.changed, again.left), (0, 0, 9));

        // The bureau hands the second task over to the office; a row comes in, and the numbers below it move.
        let changed = LIST
            .replace("2,,,组建工作组,BM02", "2,,,组建工作组,BM01")
            .replace(
                "3,,动员部署",
                "3,,,编制方案,BM01,,,,3月12日,2,2,方案,\n4,,动员部署",
            )
            .replace("4,二、为民办事", "5,二、为民办事");
        let preview = preview_plan(world.book(), &world.days, &world.importing(12, &changed))
            .await
            .unwrap();
        let told: Vec<String> = preview
            .difference
            .changed
            .iter()
            .flat_map(|(_, changes)| changes)
            .map(|change| format!("{:?}: {} → {}", change.field, change.old, change.new))
            .collect();
        assert_eq!(
            told,
            [
                "Lead: 组织人事局 → 党政办公室",
                "Number: 3 → 4",
                "Number: 4 → 5"
            ]
        );

        let imported = world.import(&world.importing(12, &changed)).await.unwrap();
        assert_eq!((imported.added, imported.changed, imported.left), (1, 3, 6));
        assert_eq!(world.count("tasks").await, 5);
        assert_eq!(world.figure_at("tasks", OFFICE).await.quantity(), Some(3));
        let numbers: Vec<String> = world
            .plan()
            .await
            .tasks(2)
            .filter_map(|item| item.node.number.clone())
            .collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5"]);
    })
    .await;
}

#[tokio::test]
async fn what_the_list_leaves_out_stays_unless_it_is_withdrawn() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let shorter: String = LIST
            .lines()
            .take(5)
            .map(|line| format!("{line}\n"))
            .collect();
        let kept = world.import(&world.importing(11, &shorter)).await.unwrap();
        assert_eq!((kept.gone, kept.withdrawn), (3, 0));
        assert_eq!(world.count("tasks").await, 4);

        let mut importing = world.importing(12, &shorter);
        importing.missing = Missing::Withdraw;
        assert_eq!(world.import(&importing).await.unwrap().withdrawn, 3);
        assert_eq!(
            (world.count("tasks").await, world.count("themes").await),
            (3, 1)
        );
    })
    .await;
}

/// What is wrong with a list, row by row.
async fn problems(world: &World<'_>, list: &str) -> Vec<String> {
    match world.import(&world.importing(10, list)).await {
        Err(ImportError::Problems(preview)) => preview
            .reading
            .problems
            .iter()
            .map(|problem| format!("{} {}{}", problem.row, problem.what, problem.remedy))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_nothing_is_written() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位,完成时限,前置任务,工期,目标
1,甲,乙,任务一,组织部人事局,2021年1月5日,3,15,
2,甲,乙,任务二,组织人事局、党政办公室,尽快,1,一个月,
2,甲,乙,任务三,组织人事局,6月31日,9,10,动员支部达到 5
4,甲,乙,,组织人事局,6月底前,,,
";
        let told = problems(world, list).await;
        let expected = [
            "2 没有名为“组织部人事局”的单位。请核对，名称相近的有：组织人事局。",
            "2 完成时限“2021年1月5日”（2021-01-05）早于活动开始的 2021-02-25。请写明日期，例如“2021年6月30日”“6月底前”“每月28日”“长期坚持”。",
            "2 前置任务“3”不在本表和现有计划中。请填写任务的序号，几项之间用顿号分开，例如“3、5”；有间隔时写“12+5天”。",
            "3 牵头单位写了 2 个（组织人事局、党政办公室），每项任务只能有一个。请只留一个，例如“组织人事局”，其余移到“责任单位”或“配合单位”。",
            "3 “尽快”没有说明是哪一天。请写明日期，例如“2021年6月30日”“6月底前”“每月28日”“长期坚持”。",
            "3 看不懂工期“一个月”。请填写工作日数，例如“15”“15天”“3周”。",
            "4 序号 2 与第 3 行重复。请给每项任务一个不同的序号，并核对前置任务。",
            "4 没有名为“动员支部”的指标。请核对，名称相近的指标有：动员党支部数、动员党总支数、党支部数。",
            "4 “6月31日”不存在：2021 年 6 月只有 30 天。可以改写为“6月30日”，即 2021-06-30。",
            "4 前置任务“9”不在本表和现有计划中。请填写任务的序号，几项之间用顿号分开，例如“3、5”；有间隔时写“12+5天”。",
            "5 此格必须填写，现在是空的。请填写，例如“召开动员大会”。",
        ];
        assert_eq!(told, expected);
        assert_eq!(world.count("tasks").await, 0);
        assert!(world.plan().await.items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn tasks_that_wait_for_each_other_in_a_ring_are_named_with_their_rows() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位,前置任务
1,甲,乙,任务一,BM01,3
2,甲,乙,任务二,BM01,1
3,甲,乙,任务三,BM01,2
4,甲,乙,任务四,BM01,4
";
        let told = problems(world, list).await;
        let expected = [
            "2 前置任务互相等待，形成了环：任务 1（第 2 行） → 任务 2（第 3 行） → 任务 3（第 4 行） → 任务 1（第 2 行）。请去掉其中一处前置任务。",
            "3 前置任务互相等待，形成了环：任务 1（第 2 行） → 任务 2（第 3 行） → 任务 3（第 4 行） → 任务 1（第 2 行）。请去掉其中一处前置任务。",
            "4 前置任务互相等待，形成了环：任务 1（第 2 行） → 任务 2（第 3 行） → 任务 3（第 4 行） → 任务 1（第 2 行）。请去掉其中一处前置任务。",
            "5 前置任务互相等待，形成了环：任务 4（第 5 行） → 任务 4（第 5 行）。请去掉其中一处前置任务。",
        ];
        assert_eq!(told, expected);
    })
    .await;
}

#[tokio::test]
async fn a_level_that_is_left_out_is_left_out() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位
1,甲,乙,任务一,BM01
2,,,任务二,BM01
3,丙,,任务三,BM01
4,丙,/,任务四,BM01
";
        world.import(&world.importing(10, list)).await.unwrap();
        let plan = world.plan().await;
        let path = async |number: &str| {
            plan.path(plan.item(world.task(number).await).unwrap())
                .join("/")
        };
        assert_eq!(path("2").await, "甲/乙/任务二");
        assert_eq!(path("3").await, "丙/任务三");
        assert_eq!(path("4").await, "丙/任务四");
        assert_eq!(world.count("measures").await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_may_not_plan_imports_nothing() {
    in_world(async |world| {
        let secretary = world.app.people.secretary("陶景", COMMITTEE);
        let importing = world.importing(10, LIST);
        let refused = import_plan(
            world.book(),
            &secretary,
            &world.days,
            &importing,
            Watch::NOBODY,
        )
        .await;
        assert!(matches!(refused, Err(ImportError::NotYours)), "{refused:?}");
        assert_eq!(world.count("tasks").await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_imports_at_once_make_one_plan() {
    in_world(async |world| {
        let (one, other) = (world.importing(10, LIST), world.importing(11, LIST));
        let (one, other) = tokio::join!(world.import(&one), world.import(&other));
        let added = [one.unwrap().added, other.unwrap().added];
        assert_eq!(added.iter().sum::<usize>(), 9, "{added:?}");
        assert_eq!(world.count("tasks").await, 4);
    })
    .await;
}
