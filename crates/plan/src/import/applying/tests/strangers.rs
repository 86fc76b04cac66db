//! Lists that were not made for this plan.
use super::LIST;
use crate::{
    import::applying::{Preview, preview_plan},
    tasks::reporting::{Outcome, Reporting, report},
    world::{BUREAU, COMMITTEE, OFFICE, World, day, id, in_world},
};
use kernel::{Bilingual, Lang};
use sheets::{ExportColumn, Format, Shape, Value};

impl World<'_> {
    async fn previewed(&self, list: &str) -> Preview {
        preview_plan(self.book(), &self.days, &self.importing(90, list))
            .await
            .unwrap()
    }
}

fn told(preview: &Preview) -> Vec<String> {
    let problems = preview.reading.problems.iter();
    problems
        .map(|problem| {
            let cell = problem.cell.as_deref().unwrap_or_default();
            format!("{cell} {}{}", problem.what, problem.remedy)
        })
        .collect()
}

#[tokio::test]
async fn a_list_without_numbers_writes_over_no_task_and_takes_numbers_that_are_free() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let other = "\
专题,重点举措,具体任务,牵头单位,完成时限,前置任务
三、检查督导,开展检查,制定检查办法,党政办公室,5月底前,
,,组织检查,党政办公室,6月底前,1
,,召开动员会,党政办公室,4月15日前,
";
        let imported = world.import(&world.importing(11, other)).await.unwrap();
        assert_eq!((imported.added, imported.gone), (4, 8), "{imported:?}");
        let plan = world.plan().await;
        let tasks: Vec<_> = plan
            .tasks(2)
            .map(|item| (item.node.number.as_deref().unwrap(), &*item.node.title))
            .collect();
        assert_eq!(
            tasks,
            [
                ("5", "制定检查办法"),
                ("6", "组织检查"),
                ("3", "召开动员会"),
                ("1", "成立领导小组"),
                ("2", "组建工作组"),
                ("4", "每月服务日"),
            ]
        );
        let checking = plan.item(world.task("6").await).unwrap();
        assert_eq!(checking.after, [(world.task("5").await, 0)]);
    })
    .await;
}

#[tokio::test]
async fn a_row_without_a_number_takes_none_that_another_row_has() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位,完成时限
2,甲,乙,第一件,党政办公室,5月底前
,甲,乙,第二件,党政办公室,5月底前
";
        let preview = world.previewed(list).await;
        assert_eq!(told(&preview), Vec::<String>::new());
        world.import(&world.importing(10, list)).await.unwrap();
        let plan = world.plan().await;
        let numbers: Vec<_> = plan.tasks(2).map(|item| item.node.number.clone()).collect();
        assert_eq!(numbers, [Some("2".to_owned()), Some("3".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn a_number_that_another_task_has_is_told_and_never_takes_reported_work_away() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let other = "序号,专题,重点举措,具体任务,牵头单位,完成时限\n1,二,三,绿化美化,党政办公室,5月底前\n";
        let preview = world.previewed(other).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview).join("\n"), @"A2 序号 1 在计划中是“成立领导小组”，本行却是“绿化美化”，看上去不是同一项任务。请核对：照此导入，原任务将被改成本行的内容。如果是另一项任务，请换一个序号。"); }
        assert!(!preview.reading.problems.has_errors());

        let officer = world.app.people.officer("林晓", BUREAU);
        let new = Reporting {
            entry: id(20),
            task: world.task("1").await,
            result: Outcome {
                unit: BUREAU,
                day: day("2021-03-11"),
                achieved: "已印发".into(),
                evidence: String::new(),
                completes: false,
            },
            files: Vec::new(),
        };
        report(world.book(), &officer, &new).await.unwrap();
        let preview = world.previewed(other).await;
        assert!(preview.reading.problems.has_errors(), "{:?}", told(&preview));
        // A title that was only put right is still the same task.
        let renamed = other.replace("绿化美化", "成立学习教育领导小组");
        assert!(!world.previewed(&renamed).await.reading.problems.has_errors());
    })
    .await;
}

#[tokio::test]
async fn all_units_of_a_kind_may_be_named_together_and_names_parted_by_a_stroke() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限
1,甲,乙,第一件,党政办公室,党政办公室/组织人事局,各党委、各部门,5月底前
2,甲,乙,第二件,党政办公室/组织人事局,,各有关单位,5月底前
";
        let preview = world.previewed(list).await;
        let first = &preview.difference.items[2];
        assert_eq!(first.responsible, [OFFICE, BUREAU]);
        assert_eq!(first.supporting, [COMMITTEE, OFFICE, BUREAU]);
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview).join("\n"), @r"
        E3 牵头单位写了 2 个（党政办公室、组织人事局），每项任务只能有一个。请只留一个，例如“党政办公室”，其余移到“责任单位”或“配合单位”。
        G3 没有名为“各有关单位”的单位。请填写名册中的单位名称或单位编码；新单位请先在“组织”中导入。
        "); }
    })
    .await;
}

#[tokio::test]
async fn tasks_in_a_ring_are_told_at_the_cells_that_make_it() {
    in_world(async |world| {
        let list = "\
序号,专题,重点举措,具体任务,牵头单位,完成时限,前置任务
1,甲,乙,第一件,党政办公室,5月底前,2
2,甲,乙,第二件,党政办公室,5月底前,1
";
        let preview = world.previewed(list).await;
        let cells: Vec<_> = preview
            .reading
            .problems
            .iter()
            .map(|problem| problem.cell.clone())
            .collect();
        assert_eq!(cells, [Some("G2".to_owned()), Some("G3".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn a_deadline_that_lost_its_format_is_still_that_day() {
    in_world(async |world| {
        let bytes = workbook_with_day_number();
        let importing = crate::import::Importing {
            bytes,
            ..world.importing(90, "")
        };
        let preview = preview_plan(world.book(), &world.days, &importing)
            .await
            .unwrap();
        assert_eq!(told(&preview), Vec::<String>::new());
        assert_eq!(
            preview.difference.items[2].node.due,
            Some(day("2021-06-30"))
        );
    })
    .await;
}

fn workbook_with_day_number() -> Vec<u8> {
    let text = |title| ExportColumn::new(Bilingual::new(title, title), Shape::Text);
    let titles = ["序号", "专题", "重点举措", "具体任务", "牵头单位"];
    let mut columns: Vec<ExportColumn> = titles.into_iter().map(text).collect();
    columns.push(ExportColumn::new(
        Bilingual::new("完成时限", "完成时限"),
        Shape::Whole,
    ));
    let cells = ["1", "甲", "乙", "第一件", "党政办公室"];
    let mut row: Vec<Value> = cells.into_iter().map(Value::from).collect();
    row.push(Value::from(44_377_i64));
    sheets::export(Format::Xlsx, "清单", &columns, [row], Lang::Zh).unwrap()
}
