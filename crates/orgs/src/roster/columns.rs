//! How the columns of a roster are called, here and elsewhere.
use crate::kind::{KINDS, UnitKind};
use kernel::{Bilingual, Lang};
use sheets::{Choice, Column, Columns, Fill, TemplateOptions, WriteError};

/// The deepest level for which a list may have a column of its own.
pub(super) const LEVELS: [&str; 8] = [
    "level1", "level2", "level3", "level4", "level5", "level6", "level7", "level8",
];

pub fn unit_columns() -> Columns {
    let choice = |kind: &UnitKind| {
        let choice = Choice::new(kind.code, kind.title.zh, kind.title.en);
        kind.aliases
            .iter()
            .fold(choice, |choice, alias| choice.or(alias))
    };
    let kinds: Vec<Choice> = KINDS.iter().map(choice).collect();
    Columns::new()
        .with(
            Column::code("code", Bilingual::new("单位编码", "Unit code"))
                .aliases(&["编码", "组织编码", "单位代码", "组织代码", "代码", "机构编码", "党组织编码", "部门编码", "编号", "Code", "科室编码", "科室代码", "处室编码", "院系编码", "院系代码", "学院代码", "部门代码", "机构代码", "组织机构代码", "党组织代码", "支部编码", "单位编号", "组织编号", "机构编号", "部门编号", "科室编号", "Department code", "Organisation code"])
                .example("ZB0101", "ZB0101")
                .help("不重复、以后不变的编码；没有可不填，按名称和上级识别。", "A code that is unique and stays; without one a unit is told by its name and superior."),
        )
        .with(
            Column::text("name", Bilingual::new("单位名称", "Unit name"))
                .aliases(&["名称", "组织名称", "党组织名称", "单位", "机构名称", "部门名称", "单位全称", "党组织全称", "组织全称", "Name", "Unit", "科室", "科室名称", "处室", "处室名称", "院系", "院系名称", "学院名称", "车间名称", "班组名称", "部门", "机构", "组织", "党组织", "支部名称", "党支部名称", "机构全称", "部门全称", "Department", "Department name", "Organisation", "Organization", "Organization name"])
                .required()
                .example("第一党支部", "First branch"),
        )
        .with(
            Column::text("name_en", Bilingual::new("英文名称", "English name"))
                .aliases(&["英文名", "外文名称", "Name in English"])
                .example("First party branch", "First party branch"),
        )
        .with(
            Column::choice("kind", Bilingual::new("单位类型", "Kind"), kinds)
                .aliases(&["类型", "类别", "组织类别", "单位类别", "党组织类别", "组织类型", "机构类型", "性质", "单位性质", "Type", "科室类别", "科室类型", "部门类别", "部门类型", "机构类别", "机构性质", "党组织类型", "Category", "Unit type", "Department type"])
                .example("党支部", "Party branch")
                .help("从列表中选；不填时按名称判断。", "Choose from the list; left blank, the name decides."),
        )
        .with(
            Column::text("parent", Bilingual::new("上级单位", "Superior unit"))
                .aliases(&[
                    "上级", "上级单位编码", "上级编码", "上级组织", "上级党组织", "隶属", "隶属单位", "所属单位", "主管单位", "上级单位名称",
                    "上级党组织名称", "父级", "父级编码", "所属上级", "Parent", "Superior", "Belongs to", "上级科室", "上级部门", "上级机构", "上级处室",
                    "上级院系", "上级党委", "上级名称", "上级单位全称", "上级单位代码", "上级单位编号", "上级代码", "上级编号", "上级组织编码",
                    "上级机构编码", "上级部门编码", "上级党组织编码", "上级科室编码", "所属部门", "所属机构", "所属院系", "所属学院", "所属科室",
                    "所属党组织", "归属单位", "隶属关系", "主管部门", "直接上级", "父单位", "父级单位", "父级名称", "Parent unit", "Parent code",
                    "Superior code", "Reports to", "Parent department",
                ])
                .fill(Fill::Merged)
                .example("DW01", "DW01")
                .help("上级单位的编码或名称；最上一级不填。", "Code or name of the unit above; blank for the top."),
        )
        .with(
            Column::whole("position", Bilingual::new("排序号", "Order"), 0, 1_000_000)
                .aliases(&["排序", "顺序号", "序号", "序 号", "次序", "显示顺序", "显示序号", "No.", "Order number"])
                .example("1", "1"),
        )
        .with(
            Column::date("founded", Bilingual::new("成立日期", "Founded"))
                .month_is_enough()
                .aliases(&["成立时间", "设立日期", "设立时间", "建立日期", "启用日期", "生效日期", "Since", "Founded on", "建立时间", "组建时间", "批准成立时间", "批准日期", "Established"])
                .example("2020-01-01", "2020-01-01")
                .help("只知道年月的，从当月1日起算。", "Of a month without its day, the first counts."),
        )
}

/// A list that has a column for each level of the tree, usually merged over the rows below.
pub(super) fn level_columns() -> Columns {
    const TITLES: [Bilingual; 8] = [
        Bilingual::new("一级单位", "Level 1"),
        Bilingual::new("二级单位", "Level 2"),
        Bilingual::new("三级单位", "Level 3"),
        Bilingual::new("四级单位", "Level 4"),
        Bilingual::new("五级单位", "Level 5"),
        Bilingual::new("六级单位", "Level 6"),
        Bilingual::new("七级单位", "Level 7"),
        Bilingual::new("八级单位", "Level 8"),
    ];
    const ALIASES: [&[&str]; 8] = [
        &[
            "一级",
            "第一级",
            "一级组织",
            "一级机构",
            "一级党组织",
            "学校",
            "校级",
            "大学",
            "医院",
            "集团",
            "总公司",
            "总部",
        ],
        &[
            "二级",
            "第二级",
            "二级组织",
            "二级机构",
            "党委",
            "党委名称",
            "所属党委",
            "学院",
            "院系",
            "院级",
            "成员单位",
            "分院",
            "院区",
            "分公司",
            "子公司",
            "处室",
            "系统",
        ],
        &[
            "三级",
            "第三级",
            "三级组织",
            "三级机构",
            "党总支",
            "党总支名称",
            "所属党总支",
            "系",
            "系所",
            "系部",
            "系级",
            "科室",
            "部门",
            "车间",
            "专业",
        ],
        &[
            "四级",
            "第四级",
            "四级组织",
            "四级机构",
            "党支部",
            "党支部名称",
            "所属党支部",
            "教研室",
            "研究室",
            "实验室",
            "病区",
            "班组",
            "工段",
        ],
        &[
            "五级",
            "第五级",
            "五级组织",
            "五级机构",
            "党小组",
            "课题组",
            "护理组",
            "医疗组",
            "小组",
        ],
        &[
            "六级",
            "第六级",
            "六级组织",
            "六级机构",
            "学习小组",
            "岗位组",
        ],
        &["七级", "第七级"],
        &["八级", "第八级"],
    ];
    LEVELS
        .into_iter()
        .enumerate()
        .fold(Columns::new(), |columns, (level, key)| {
            let column = Column::text(key, TITLES[level])
                .aliases(ALIASES[level])
                .fill(Fill::Merged);
            columns.with(column)
        })
}

pub fn people_columns() -> Columns {
    let yes_or_no = vec![
        Choice::new("yes", "是", "Yes")
            .or("√")
            .or("党员")
            .or("正式党员")
            .or("预备党员")
            .or("中共党员")
            .or("1"),
        Choice::new("no", "否", "No")
            .or("群众")
            .or("非党员")
            .or("0")
            .or("×"),
    ];
    Columns::new()
        .with(
            Column::code("code", Bilingual::new("人员编号", "Person code"))
                .aliases(&["编号", "工号", "员工编号", "人员编码", "党员编号", "职工号", "学号", "Code", "Employee number", "教工号", "职工编号", "人员代码", "身份编号", "Employee ID", "Staff number", "Staff ID", "Staff no.", "Employee no.", "Personnel number"])
                .example("R00001", "R00001")
                .help("不重复、以后不变的编号；没有可不填，按姓名和单位识别。", "A code that is unique and stays; without one a person is told by name and unit."),
        )
        .with(
            Column::text("name", Bilingual::new("姓名", "Full name"))
                .aliases(&["党员姓名", "人员姓名", "姓 名", "Person", "Name of person", "名字", "职工姓名", "员工姓名", "教师姓名", "学生姓名", "Name", "Employee name", "Staff name"])
                .required()
                .example("林晓", "Lin Xiao"),
        )
        .with(
            Column::text("unit", Bilingual::new("所在单位", "Belongs to unit"))
                .aliases(&[
                    "所在党支部", "所属党支部", "所在支部", "所属支部", "党支部", "党支部名称", "单位", "所属单位", "单位名称", "单位编码",
                    "部门", "所在部门", "所属部门", "所在党组织", "组织关系所在党支部", "所在单位编码", "班级", "Unit", "Branch", "Department", "支部", "支部名称",
                    "所属党组织", "党组织", "党组织名称", "工作单位", "机构", "所在机构", "科室", "科室名称", "所在科室", "所属科室", "处室",
                    "院系", "所在院系", "所属院系", "学院", "所在学院", "车间", "班组", "部门名称", "部门编码", "Unit code", "Party branch", "Team",
                ])
                .required()
                .fill(Fill::Merged)
                .example("ZB0101", "ZB0101")
                .help("单位的编码或名称。", "Code or name of the unit."),
        )
        .with(
            Column::text("unit_above", Bilingual::new("单位的上级", "Unit above"))
                .aliases(&["所属党委", "所属党总支", "所在党委", "上级单位", "上级党组织", "党委", "Superior"])
                .fill(Fill::Merged)
                .help("几个单位同名时用来区分。", "Tells units of the same name apart."),
        )
        .with(
            Column::text("post", Bilingual::new("职务", "Post"))
                .aliases(&["党内职务", "岗位", "职位", "担任职务", "Position held", "Role", "党内任职", "现任职务", "岗位名称", "行政职务", "Title", "Job title", "Position"])
                .example("书记", "Secretary"),
        )
        .with(
            Column::phone("phone", Bilingual::new("手机号", "Mobile"))
                .aliases(&["手机", "手机号码", "联系电话", "电话", "联系方式", "Phone", "Mobile phone", "移动电话", "电话号码", "联系手机", "手机电话", "Telephone", "Mobile number"])
                .help("加密保存。", "Kept sealed."),
        )
        .with(
            Column::choice("is_member", Bilingual::new("是否党员", "Member"), yes_or_no)
                .aliases(&["党员", "政治面貌", "是否中共党员", "人员类别", "Is member"])
                .help("不填时，在党组织里的人算党员。", "Left blank, people of a party unit are members."),
        )
        .with(
            Column::date("from", Bilingual::new("加入日期", "Since"))
                .month_is_enough()
                .aliases(&["转入日期", "转入时间", "加入时间", "组织关系转入时间", "起始日期", "到岗日期", "入职日期", "From", "Joined", "入职时间", "到岗时间", "任职时间", "报到日期", "Start date", "Joined on"])
                .example("2020-01-01", "2020-01-01")
                .help("只知道年月的，从当月1日起算。", "Of a month without its day, the first counts."),
        )
}

pub fn units_template(lang: Lang) -> Result<Vec<u8>, WriteError> {
    sheets::template(
        &unit_columns(),
        &TemplateOptions {
            sheet: Bilingual::new("单位", "Units"),
        },
        lang,
    )
}

pub fn people_template(lang: Lang) -> Result<Vec<u8>, WriteError> {
    sheets::template(
        &people_columns(),
        &TemplateOptions {
            sheet: Bilingual::new("人员", "People"),
        },
        lang,
    )
}
