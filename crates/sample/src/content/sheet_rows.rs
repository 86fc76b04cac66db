//! The sample zone as rows of cells, so that it can be put into a workbook and imported as any office's would be.
use super::{Person, Task, Text, Unit, person_in_charge, plan, plan::CAMPAIGN_STARTS};
use kernel::Lang;

pub const PLAN_HEAD: [&str; 13] = [
    "序号",
    "专题",
    "重点举措",
    "具体任务",
    "牵头单位",
    "责任单位",
    "配合单位",
    "责任人",
    "完成时限",
    "前置任务",
    "工期",
    "成果",
    "目标",
];

pub const UNITS_HEAD: [&str; 8] = [
    "单位编码",
    "单位名称",
    "英文名称",
    "单位类别",
    "上级单位编码",
    "排序号",
    "启用日期",
    "统一社会信用代码",
];

pub const PEOPLE_HEAD: [&str; 6] = [
    "人员编号",
    "姓名",
    "所在单位编码",
    "职务",
    "任职日期",
    "手机号",
];

/// One row a task. In Chinese, units stand by name as an office writes them; in English by code, which reads the same in
/// any language. Deadlines, lags and the head are Chinese in both, as the import reads them.
pub fn plan_rows(lang: Lang, units: &[Unit], people: &[Person]) -> Vec<[String; 13]> {
    let plan = plan();
    plan.tasks
        .iter()
        .map(|task| {
            let measure = plan
                .measures
                .iter()
                .find(|measure| measure.number == task.measure)
                .expect("every task lies under a measure");
            let theme = plan
                .themes
                .iter()
                .find(|theme| theme.number == measure.theme)
                .expect("every measure lies under a theme");
            plan_row(lang, task, [&theme.title, &measure.title], units, people)
        })
        .collect()
}

fn plan_row(
    lang: Lang,
    task: &Task,
    above: [&Text; 2],
    units: &[Unit],
    people: &[Person],
) -> [String; 13] {
    let name = |code: &String| match lang {
        Lang::En => code.clone(),
        Lang::Zh => units
            .iter()
            .find(|unit| &unit.code == code)
            .map(|unit| unit.name.zh.clone())
            .expect("tasks name units that exist"),
    };
    let names = |codes: &[String]| codes.iter().map(name).collect::<Vec<_>>().join("、");
    let answers = person_in_charge(people, &task.lead, CAMPAIGN_STARTS)
        .expect("every department has somebody in charge");
    let [theme, measure] = above.map(|title| title.get(lang).to_owned());
    [
        task.number.to_string(),
        theme,
        measure,
        task.title.get(lang).to_owned(),
        name(&task.lead),
        names(&task.responsible),
        names(&task.supporting),
        answers.name.clone(),
        task.deadline.clone(),
        task.after
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("、"),
        task.duration_working_days
            .map_or_else(String::new, |days| days.to_string()),
        task.deliverable.get(lang).to_owned(),
        task.target
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
    ]
}

/// One row a unit, parents first.
pub fn unit_rows(units: &[Unit]) -> impl Iterator<Item = [String; 8]> {
    units.iter().map(|unit| {
        [
            unit.code.clone(),
            unit.name.zh.clone(),
            unit.name.en.clone(),
            unit.kind.title().zh.to_owned(),
            unit.parent.clone().unwrap_or_default(),
            unit.order.to_string(),
            unit.valid_from.to_string(),
            unit.credit_code.clone().unwrap_or_default(),
        ]
    })
}

/// One row a person, with the post in the branch.
pub fn people_rows(people: &[Person]) -> impl Iterator<Item = [String; 6]> {
    people.iter().map(|person| {
        let post = &person.posts[0];
        [
            person.code.clone(),
            person.name.clone(),
            person.branch.clone(),
            post.title.zh.clone(),
            post.from.to_string(),
            person.mobile.clone().unwrap_or_default(),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{people, units};

    #[test]
    fn every_unit_in_the_work_list_is_found_again_by_its_name_or_code() {
        let (units, people) = (units(), people());
        for lang in Lang::ALL {
            for row in plan_rows(lang, &units, &people) {
                for cell in row[4..7].iter().flat_map(|cell| cell.split('、')) {
                    let known = units
                        .iter()
                        .any(|unit| unit.name.zh == cell || unit.code == cell);
                    assert!(cell.is_empty() || known, "{cell}");
                }
            }
        }
    }

    #[test]
    fn the_first_rows_of_the_work_list_read_as_an_office_writes_them() {
        let (units, people) = (units(), people());
        let rows = plan_rows(Lang::Zh, &units, &people);
        assert_eq!(
            rows[1].join(" | "),
            "2 | 组织发动与专题学习 | 健全领导机构和工作机制 | 组建三个工作组，明确联络员和议事规则 | 组织人事局 | 党政办公室、宣传统战部 | \
             纪检监察工委 | 叶知遥 | 3月5日前 | 1 | 3 | 工作组名单和工作规则 | "
        );
        assert_eq!(rows[11][9], "7+3天");
    }
}
