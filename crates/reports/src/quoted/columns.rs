//! The columns of a statistics workbook.
use kernel::Bilingual;
use sheets::{Choice, Column, Columns};

const fn title(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual::new(zh, en)
}

pub(super) fn columns() -> Columns {
    let yes_no = vec![
        Choice::new("yes", "是", "Yes"),
        Choice::new("no", "否", "No"),
    ];
    Columns::new()
        .with(
            Column::code("code", title("指标编码", "Figure code"))
                .aliases(&["编码", "代码"])
                .required()
                .example("industrial-output", "industrial-output")
                .help(
                    "小写字母、数字和连字符，以后各期保持不变。",
                    "Lower-case letters, digits and hyphens; the same in every issue.",
                ),
        )
        .with(
            Column::text("title", title("指标名称", "Figure"))
                .aliases(&["指标", "名称", "主要指标"])
                .required()
                .example("规模以上工业产值", "Industrial output"),
        )
        .with(
            Column::text("title_en", title("英文名称", "English title"))
                .example("Industrial output", "Industrial output"),
        )
        .with(
            Column::text("month", title("月份", "Month"))
                .aliases(&["报告期", "统计月份", "年月"])
                .required()
                .example("2021年4月", "2021-04"),
        )
        .with(
            Column::text("unit", title("单位", "Unit"))
                .aliases(&["地区", "填报单位"])
                .help(
                    "单位名称或编码；不填为全区。",
                    "Name or code of a unit; empty: the whole.",
                ),
        )
        .with(
            Column::text("measure", title("计量单位", "Measured in"))
                .aliases(&["计量", "数据单位", "单位(计量)"])
                .required()
                .example("亿元", "亿元"),
        )
        .with(Column::text("month_value", title("当月", "Month alone")).aliases(&["本月", "当月值", "本月值", "当月数", "当月完成"]))
        .with(
            Column::text("month_growth", title("当月同比(%)", "Month's growth (%)"))
                .aliases(&["本月同比(%)", "当月增速(%)", "当月同比", "本月同比", "当月增速", "当月同比增速", "当月同比增速(%)", "当月同比增长(%)"]),
        )
        .with(
            Column::text("total_value", title("累计", "Year to date"))
                .aliases(&["本年累计", "累计值", "累计数", "累计完成", "1月至本月累计"])
                .example("214.6", "214.6"),
        )
        .with(
            Column::text("total_growth", title("累计同比(%)", "Growth, year to date (%)"))
                .aliases(&["累计增速(%)", "累计同比", "累计增速", "累计同比增速", "累计同比增速(%)", "累计同比增长", "累计同比增长(%)", "累计增长(%)"])
                .example("18.5", "18.5"),
        )
        .with(
            Column::text(
                "comparable_growth",
                title("可比口径累计同比(%)", "Growth on a comparable basis (%)"),
            )
            .aliases(&["可比口径(%)", "可比增速(%)", "可比口径", "可比增速", "可比口径增速", "可比口径增速(%)", "可比口径累计同比"]),
        )
        .with(
            Column::choice("changed", title("口径有调整", "Definition changed"), yes_no)
                .aliases(&["口径调整", "口径变化", "统计口径有调整", "统计口径调整"])
                .help(
                    "与上年同期口径不同的，填“是”：系统不再用两年的数自行计算增长率。",
                    "“Yes” where the definition is another than a year before: growth is then not reckoned from the two values.",
                ),
        )
        .with(Column::note("note", title("备注", "Note")))
}
