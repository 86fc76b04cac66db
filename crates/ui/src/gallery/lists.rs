use super::{Specimen, say};
use crate::{
    Act, Card, Column, Condition, Empty, Icon, PageHead, PageKind, Pager, QueryBar, Row, Sort,
    Table, Tone, cards, conditions,
    form::{self, Choice, Field},
    link_button, number, page_head, pager, qr, query_bar, section, status_light, table, toolbar,
    words::texts,
};
use kernel::Lang;
use maud::{Markup, html};

pub(super) fn specimens(lang: Lang) -> Vec<Specimen> {
    let rows = units(lang);
    vec![
        list(lang, "list", rows.iter().take(6).cloned().collect(), 6),
        list(lang, "list-empty", Vec::new(), 0),
        list(
            lang,
            "list-long",
            rows.iter().cycle().take(20).cloned().collect(),
            3_928,
        ),
        tree_table(lang),
        faulty_rows(lang),
        cards_with_codes(lang),
    ]
}

fn list(lang: Lang, name: &'static str, rows: Vec<Row>, total: u64) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let t = texts(lang);
    let path = "/units?kind=branch&page=7&rows=20";
    let sort = |ascending| Sort {
        href: "/units?sort=members".to_owned(),
        ascending,
    };
    let kinds = [
        Choice::new("committee", s("党委", "Committee")),
        Choice::new("branch", s("党支部", "Branch")),
    ];
    Specimen::new(
        name,
        PageKind::List,
        html! {
            (page_head(lang, PageHead {
                title: s("党支部", "Branches"),
                acts: Some(link_button(s("导入名册", "Import the roster"), "/import", Act::Primary, Some(Icon::Upload))),
                ..Default::default()
            }))
            (query_bar(lang, QueryBar {
                action: "/units",
                keep: &[("rows", "20")],
                fields: html! {
                    (form::search(lang, Field::new("q", s("名称或代码", "Name or code"), "").condition()))
                    (form::select(lang, Field::new("kind", s("类别", "Kind"), "branch").condition(), &kinds))
                    (form::date(lang, Field::new("asof", s("截至", "As of"), "2021-04-16").condition()))
                },
            }))
            (toolbar(
                conditions(lang, &[
                    Condition::new(s("类别：党支部", "Kind: branch"), "/units"),
                    Condition::new(s("截至 2021-04-16", "As of 2021-04-16"), "/units"),
                ]),
                html! {
                    (link_button(&t.export_excel(), "/units.xlsx", Act::Plain, Some(Icon::Download)))
                    (link_button(&t.print(), "/units?print=1", Act::Plain, Some(Icon::Print)))
                },
            ))
            (table(lang, Table {
                caption: s("党支部", "Branches"),
                columns: vec![
                    Column::title(s("单位", "Unit")),
                    Column::text(s("上级", "Parent")),
                    Column::number(s("党员（人）", "Members")).sorted(sort(Some(false))),
                    Column::number(s("已动员（人）", "Briefed")).sorted(sort(None)),
                    Column::text(s("状态", "State")),
                    Column::text(s("书记", "Secretary")),
                ],
                foot: if rows.is_empty() { Vec::new() } else {
                    vec![html! { (s("合计", "Sum")) }, html! {}, number("3928", "/figures/members"), number("3899", "/figures/briefed"), html! {}, html! {}]
                },
                rows,
                empty: Some(Empty {
                    title: s("没有符合条件的单位", "No unit meets these conditions"),
                    text: s("导入名册后，这里列出各单位、人数和动员情况。", "Once a roster has been imported, units, members and briefings are listed here."),
                    act: Some((s("导入名册", "Import a roster"), "/import")),
                }),
                ..Default::default()
            }))
            (pager(lang, Pager { path, page: 7, rows: 20, total }))
        },
    )
}

fn units(lang: Lang) -> Vec<Row> {
    let s = |zh, en| say(lang, zh, en);
    [
        (s("栖霞社区第一党支部", "First branch, Qixia community"), 42, 42, Tone::Good, s("动员完成", "Done")),
        (s("云岭精密制造有限公司党支部", "Branch of Yunling Precision"), 18, 12, Tone::Attention, s("进行中", "Under way")),
        (s("行政审批局机关党支部", "Branch of the Approval Bureau"), 31, 31, Tone::Good, s("动员完成", "Done")),
        (
            s("云岭开发区新兴产业服务中心与中小企业公共服务平台联合党支部", "Joint branch of the Service Centre for New Industries and the Public Platform for Small and Medium Enterprises"),
            1_206, 0, Tone::Bad, s("尚未动员", "Not yet"),
        ),
        (s("松涛社区第二党支部", "Second branch, Songtao community"), 7, 7, Tone::Good, s("动员完成", "Done")),
        (s("离退休干部党支部", "Branch of retired cadres"), 96, 0, Tone::Idle, s("未开始", "Not started")),
    ]
    .into_iter()
    .map(|(name, members, briefed, tone, word)| {
        Row::new(vec![
            html! { a href="/units/7" { (name) } },
            html! { (s("社区党委", "Community committee")) },
            count(members),
            count(briefed),
            status_light(tone, word),
            html! { @if tone != Tone::Idle { (s("桑晚舟", "Sang Wanzhou")) } },
        ])
    })
    .collect()
}

fn count(value: u64) -> Markup {
    number(&value.to_string(), "/people?unit=7")
}

fn tree_table(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let row = |level, name: &'static str, all: u64, done: u64| {
        Row::new(vec![
            html! { a href="/units/1" { (name) } },
            count(all),
            count(done),
        ])
        .at_level(level)
    };
    Specimen::new(
        "table-levels",
        PageKind::List,
        table(
            lang,
            Table {
                caption: s("各单位动员情况", "Briefings by unit"),
                caption_shown: true,
                columns: vec![
                    Column::title(s("单位", "Unit")).wide(),
                    Column::number(s("党员（人）", "Members")),
                    Column::number(s("已动员（人）", "Briefed")),
                ],
                rows: vec![
                    row(0, s("开发区党工委", "Zone committee"), 3_928, 3_899),
                    row(1, s("社区党委", "Community committee"), 640, 640),
                    row(2, s("栖霞社区党总支", "General branch of Qixia"), 120, 120),
                    row(3, s("栖霞社区第一党支部", "First branch of Qixia"), 42, 42),
                    row(1, s("机关党委", "Committee of the offices"), 512, 483),
                ],
                ..Default::default()
            },
        ),
    )
}

fn faulty_rows(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "table-faults",
        PageKind::List,
        table(lang, Table {
            caption: s("不能导入的行", "Rows that cannot be imported"),
            columns: vec![
                Column::number(s("行", "Row")),
                Column::title(s("任务", "Task")),
                Column::text(s("问题", "Problem")).wide(),
            ],
            rows: vec![
                Row::new(vec![html! { "12" }, html! { (s("编印学习资料", "Print materials")) }, html! { (s("完成时限“春节前后”无法识别，可改为“2月10日前”。", "The deadline “around spring festival” is not understood; “by 10 February” would be.")) }]).toned(Tone::Bad),
                Row::new(vec![html! { "40" }, html! { (s("开展走访", "Visits")) }, html! { (s("牵头单位“经发局”有两个单位同名，请写明代码。", "Two units are called “Economic Bureau”; please give the code.")) }]).toned(Tone::Attention),
            ],
            ..Default::default()
        }),
    )
}

/// Read from some steps away, scanned, and printed.
fn cards_with_codes(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let card = |text: &str, foot: &str, is_coded: bool| Card {
        href: "/wishes/1".to_owned(),
        text: text.to_owned(),
        mark: Some(status_light(Tone::Info, s("待认领", "Waiting"))),
        foot: html! { (foot) },
        picture: is_coded.then(|| {
            qr(
                "https://luodi.example.org/wishes/1",
                s("扫码打开这张卡片", "Scan to open this card"),
            )
        }),
    };
    let all = [
        card(
            s("想要一张写字用的书桌", "A desk to write at"),
            s("栖霞社区 · 3天前", "Qixia community · 3 days ago"),
            true,
        ),
        card(
            s(
                "楼道的灯坏了好几个月，晚上接孩子回家看不见台阶，希望能换成声控的",
                "The lights on the stairs have been out for months; when we bring the children home at night we cannot see the steps",
            ),
            s("云岭社区 · 今天", "Yunling community · today"),
            false,
        ),
    ];
    Specimen::new(
        "cards",
        PageKind::List,
        html! {
            (page_head(lang, PageHead { title: s("卡片", "Cards"), ..Default::default() }))
            (cards(&all))
            (section("seal", s("印在纸上的封印", "A seal on paper"), html! {}, qr(&"0123456789abcdef".repeat(12), s("封印", "Seal"))))
        },
    )
}
