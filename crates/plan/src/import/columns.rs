//! The columns of a work list, under the names that offices give them.
use crate::campaigns::level::{LEVELS_MAX, Level, Levels};
use kernel::Bilingual;
use sheets::{Column, Columns, Fill};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

pub const NUMBER: &str = "number";
pub const LEAD: &str = "lead";
pub const RESPONSIBLE: &str = "responsible";
pub const SUPPORTING: &str = "supporting";
pub const IN_CHARGE: &str = "in_charge";
pub const DEADLINE: &str = "deadline";
pub const AFTER: &str = "after";
pub const DURATION: &str = "duration";
pub const DELIVERABLE: &str = "deliverable";
pub const TARGET: &str = "target";

/// Keys of the level columns, outermost first.
pub const LEVEL_KEYS: [&str; LEVELS_MAX] = [
    "level1", "level2", "level3", "level4", "level5", "level6", "level7", "level8",
];

const NUMERALS: [&str; LEVELS_MAX] = ["一", "二", "三", "四", "五", "六", "七", "八"];

/// Names of the innermost level, whatever the campaign calls it.
const TASK: [&str; 16] = [
    "具体任务",
    "任务",
    "工作任务",
    "任务名称",
    "任务内容",
    "工作内容",
    "具体举措",
    "具体工作",
    "主要任务",
    "工作事项",
    "事项",
    "重点事项",
    "任务事项",
    "项目名称",
    "task",
    "tasks",
];

const THEME: [&str; 9] = [
    "专题",
    "专题活动",
    "主题",
    "主题活动",
    "专题名称",
    "专项",
    "板块",
    "类别",
    "theme",
];

const MEASURE: [&str; 9] = [
    "重点举措",
    "举措",
    "工作举措",
    "主要举措",
    "重点任务",
    "重点工作",
    "措施",
    "工作措施",
    "measure",
];

/// What the import looks for in a list of a campaign with these levels.
pub fn columns(levels: &Levels) -> Columns {
    let number = Column::code(NUMBER, Bilingual::new("序号", "No."))
        .aliases(&["编号", "任务序号", "任务编号", "号", "no", "number"])
        .example("12", "12")
        .help(
            "每项任务一个序号，不能重复；前置任务用它来指。",
            "One for each task, never twice; predecessors refer to it.",
        );
    let columns = levels
        .0
        .iter()
        .enumerate()
        .fold(Columns::new().with(number), |columns, (at, level)| {
            columns.with(level_column(levels, at, level))
        });
    columns
        .with(
            Column::names(LEAD, Bilingual::new("牵头单位", "Lead unit"))
                .aliases(&["牵头部门", "主责单位", "主办单位", "牵头", "牵头责任单位", "牵头处室", "主要负责单位", "主要责任单位", "主责部门", "主办部门", "负责单位", "lead", "leaddepartment"])
                .required()
                .fill(Fill::Merged)
                .example("组织人事局", "BM02")
                .help("只能填一个单位的名称或编码。", "One unit, by name or code."),
        )
        .with(
            Column::names(RESPONSIBLE, Bilingual::new("责任单位", "Responsible units"))
                .aliases(&["责任部门", "承办单位", "落实单位", "实施单位", "responsible"])
                .fill(Fill::Merged)
                .example("党政办公室、财政局", "BM01, BM03")
                .help("可填多个，用顿号分开。", "Any number, parted by commas."),
        )
        .with(
            Column::names(SUPPORTING, Bilingual::new("配合单位", "Supporting units"))
                .aliases(&["协助单位", "协办单位", "配合部门", "协同单位", "参与单位", "supporting"])
                .fill(Fill::Merged)
                .example("各党委", "DW01, DW02")
                .help("可填多个，用顿号分开。", "Any number, parted by commas."),
        )
        .with(
            Column::text(IN_CHARGE, Bilingual::new("责任人", "Person in charge"))
                .aliases(&["负责人", "责任领导", "具体责任人", "联系人", "incharge"])
                .fill(Fill::Merged),
        )
        .with(
            Column::text(DEADLINE, Bilingual::new("完成时限", "Deadline"))
                .aliases(&[
                    "完成时间", "时限", "截止时间", "截止日期", "时间节点", "时间要求", "完成期限", "办结时限",
                    "时间安排", "推进时间", "完成日期", "计划完成时间", "计划完成日期", "due", "duedate", "completiondate",
                ])
                .fill(Fill::Merged)
                .example("2021年6月30日", "2021-06-30")
                .help(
                    "可写：2021年6月30日、6月底前、3月中旬、上半年、全年、每月28日、长期坚持。",
                    "For instance 2021-06-30, by end of June, 6月底前, 每月28日.",
                ),
        )
        .with(
            Column::text(AFTER, Bilingual::new("前置任务", "Predecessors"))
                .aliases(&["紧前任务", "前置", "前置序号", "前序任务", "依赖任务", "predecessor", "after"])
                .example("3、5+2天", "3, 5+2")
                .help(
                    "写前面任务的序号；“12+5天”表示任务12办结后隔5个工作日，“7-2”表示提前2个工作日开始。",
                    "Numbers of the tasks that end before; 12+5 means five working days after task 12, 7-2 two days before its end.",
                ),
        )
        .with(
            Column::text(DURATION, Bilingual::new("工期", "Duration"))
                .aliases(&["工期(工作日)", "工期(天)", "所需工作日", "工作日", "用时", "days", "workingdays"])
                .example("15", "15")
                .help("需要多少个工作日。", "How many working days it takes."),
        )
        .with(
            Column::note(DELIVERABLE, Bilingual::new("成果", "Deliverable"))
                .aliases(&["成果形式", "工作成果", "成果要求", "预期成果", "完成标志", "标志性成果", "deliverables"])
                .fill(Fill::Merged),
        )
        .with(
            Column::note(TARGET, Bilingual::new("目标", "Target"))
                .aliases(&["目标值", "量化目标", "指标", "工作目标", "目标要求", "目标任务", "targets"])
                .example("动员党支部数 达到 211", "branches-mobilised >= 211")
                .help(
                    "写成“指标 达到 数值”，进度自动从台账读取，不用填报。",
                    "“figure >= value”: progress is then read from the book and never typed.",
                ),
        )
}

fn level_column(levels: &Levels, at: usize, level: &Level) -> Column {
    let is_task = at == levels.innermost();
    let (zh, en) = (
        interned(std::slice::from_ref(&level.zh))[0],
        interned(std::slice::from_ref(&level.en))[0],
    );
    let numeral = NUMERALS[at];
    let mut names: Vec<String> = ["级", "级任务", "级指标", "级目标", "级事项"]
        .iter()
        .map(|ending| format!("{numeral}{ending}"))
        .chain([format!("第{numeral}级"), format!("level{}", at + 1)])
        .collect();
    // A name that is another level's own title is not an alias of this one.
    let known: &[&str] = match level.key.as_str() {
        _ if is_task => &TASK,
        "theme" => &THEME,
        "measure" => &MEASURE,
        _ => &[],
    };
    let is_taken = |name: &str| {
        let others = levels
            .0
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        others
            .into_iter()
            .any(|(_, level)| level.zh == name || level.en.eq_ignore_ascii_case(name))
    };
    names.extend(
        known
            .iter()
            .filter(|name| !is_taken(name))
            .map(|name| (*name).to_owned()),
    );
    let column = Column::note(LEVEL_KEYS[at], Bilingual::new(zh, en)).aliases(interned(&names));
    if is_task {
        column
            .required()
            .example("召开动员大会", "Hold the kick-off meeting")
    } else {
        column.fill(Fill::Merged).help(
            "与上一行相同时可留空。",
            "May be left blank when it is the same as above.",
        )
    }
}

/// Titles of the level columns, for a workbook that is to be read again.
pub fn level_titles(levels: &Levels) -> Vec<Bilingual> {
    levels
        .0
        .iter()
        .map(|level| {
            let (zh, en) = (
                interned(std::slice::from_ref(&level.zh))[0],
                interned(std::slice::from_ref(&level.en))[0],
            );
            Bilingual::new(zh, en)
        })
        .collect()
}

/// Titles of levels are data, but columns are declared with words that live as long as the program. Each list is kept
/// once; there are as many as an office has kinds of campaigns.
fn interned(names: &[String]) -> &'static [&'static str] {
    static KEPT: Mutex<Option<HashMap<Vec<String>, &'static [&'static str]>>> = Mutex::new(None);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.get_or_insert_default()
        .entry(names.to_vec())
        .or_insert_with(|| {
            let names = names.iter().map(|name| &*name.clone().leak());
            names.collect::<Vec<&'static str>>().leak()
        })
}
