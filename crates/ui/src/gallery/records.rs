use super::{Specimen, say};
use crate::{
    Act, Attachment, BigNumber, Column, Crumb, Event, Fact, Icon, Node, Notice, NoticeKind,
    PageHead, PageKind, Row, Tab, Table, Tone, attachments, badge, big_number, button, charts,
    facts, link_button, notice, number, numbers_row, page_head, section, sheet, status_light,
    table, tabs, timeline, tree, two_columns, words::texts,
};
use kernel::Lang;
use maud::html;

pub(super) fn specimens(lang: Lang) -> Vec<Specimen> {
    vec![
        mine(lang),
        record(lang),
        plan_tree(lang),
        brief(lang),
        small_parts(lang),
    ]
}

fn mine(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let due = |task, day, tone, word| {
        Row::new(vec![
            html! { a href="/tasks/12" { (task) } },
            html! { (day) },
            status_light(tone, word),
        ])
    };
    Specimen::new(
        "mine",
        PageKind::Mine,
        html! {
            (page_head(lang, PageHead {
                title: s("我的工作", "My work"),
                sub: Some(html! { (s("今天是 2021年4月16日，星期五", "Friday, 16 April 2021")) }),
                acts: Some(html! {
                    (link_button(s("记一次动员", "Record a briefing"), "/briefings/new", Act::Primary, Some(Icon::Add)))
                    (link_button(s("报成果", "Report a result"), "/results/new", Act::Plain, None))
                }),
                ..Default::default()
            }))
            (notice(lang, &Notice {
                kind: NoticeKind::Warning,
                title: s("“服务企业走访”退回修改", "“Visits to enterprises” was sent back"),
                text: s("缺少佐证材料的来源文号，请补充后重新提交。", "The document number of the evidence is missing. Please add it and send the report again."),
                act: Some((s("打开退回意见", "Open the remarks"), "/tasks/12")),
                ..Default::default()
            }))
            (numbers_row(&[
                big_number(BigNumber { label: s("本周到期", "Due this week"), text: "3", href: "/tasks?due=week", ..Default::default() }),
                big_number(BigNumber { label: s("待我核查", "For me to check"), text: "12", href: "/tasks?check=me", ..Default::default() }),
                big_number(BigNumber { label: s("滞后任务", "Behind"), text: "1", href: "/tasks?light=red", ..Default::default() }),
                big_number(BigNumber { label: s("已动员支部", "Branches briefed"), text: "208", href: "/figures/branches-mobilised",
                    note: Some(html! { (s("共 211 个", "of 211")) }), ..Default::default() }),
            ]))
            (section("due", s("近期到期", "Due soon"), html! { a href="/tasks?mine" { (s("全部任务", "All tasks")) } },
                table(lang, Table {
                    caption: s("近期到期的任务", "Tasks due soon"),
                    columns: vec![
                        Column::title(s("任务", "Task")).wide(),
                        Column::text(s("完成时限", "Deadline")),
                        Column::text(s("状态", "State")),
                    ],
                    rows: vec![
                        due(s("完成党支部全覆盖动员", "Brief all branches"), "2021-04-20", Tone::Attention, s("预警", "Warning")),
                        due(s("汇总第一批企业诉求", "Compile the first needs of enterprises"), "2021-04-21", Tone::Good, s("正常", "On track")),
                        due(s("报送三月份工作信息", "Send the news of March"), "2021-04-09", Tone::Bad, s("滞后 5 个工作日", "5 working days late")),
                    ],
                    ..Default::default()
                })))
        },
    )
}

fn record(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let t = texts(lang);
    let left = html! {
        (section("facts", s("任务情况", "The task"), html! {}, facts(&[
            Fact::text(s("牵头单位", "Lead unit"), s("经济发展局", "Economic Development Bureau")),
            Fact::text(s("责任单位", "Responsible units"), s("投资促进局、行政审批局、财政金融局", "Investment Bureau, Approval Bureau, Finance Bureau")),
            Fact::text(s("配合单位", "Supporting units"), s("各社区党委", "All community committees")),
            Fact::text(s("责任人", "Person responsible"), s("桑晚舟", "Sang Wanzhou")),
            Fact::new(s("完成时限", "Deadline"), html! { (s("2021年6月30日", "30 June 2021")) " " span class="hint" { (s("原定 5月31日，延期一次", "first 31 May, extended once")) } }),
            Fact::new(s("目标", "Target"), html! { (s("走访企业不少于 ", "At least ")) (number(s("160 家", "160 visits"), "/figures/visits")) }),
            Fact::new(s("成果", "Deliverable"), html! {}),
        ])))
        (section("progress", s("进度", "Progress"), html! {}, html! {
            (charts::coverage(lang, charts::Coverage {
                label: s("已走访企业", "Enterprises visited"), covered: 97, all: 160, href: "/visits?task=12",
                missing_text: s("还差 63 家", "63 missing"), missing_href: "/visits?task=12&missing=1",
            }))
        }))
    };
    let right = section(
        "history",
        &t.history(),
        html! {},
        timeline(
            lang,
            &[
                Event::new(
                    "2021-04-12 09:31",
                    s("桑晚舟", "Sang Wanzhou"),
                    html! { (s("报告进展：走访企业 97 家", "Reported: 97 enterprises visited")) },
                )
                .toned(Tone::Info),
                Event::new(
                    "2021-03-30 16:02",
                    s("柳望舒", "Liu Wangshu"),
                    html! { (s("同意延期至 6月30日", "Granted an extension to 30 June")) },
                )
                .because(s(
                    "园区道路施工，部分企业四月下旬才能安排走访。",
                    "Road works: some enterprises can only be visited in late April.",
                ))
                .toned(Tone::Attention),
                Event::new(
                    "2021-03-05 10:15",
                    s("桑晚舟", "Sang Wanzhou"),
                    html! { (s("签收", "Acknowledged")) },
                )
                .toned(Tone::Good),
                Event::new(
                    "2021-03-04 17:40",
                    s("柳望舒", "Liu Wangshu"),
                    html! { (s("交办给经济发展局", "Assigned to the Economic Development Bureau")) },
                ),
            ],
        ),
    );
    Specimen::new(
        "record",
        PageKind::Record,
        html! {
            (page_head(lang, PageHead {
                title: s("走访服务企业，协调解决生产经营困难", "Visit enterprises and help to solve what holds them up"),
                sub: Some(html! {
                    (status_light(Tone::Attention, s("预警", "Warning")))
                    span { (s("任务 3.2.4", "Task 3.2.4")) }
                    (badge(Tone::Info, s("有目标", "has a target")))
                }),
                acts: Some(html! {
                    (link_button(s("报成果", "Report a result"), "/tasks/12/result", Act::Primary, None))
                    (link_button(s("申请延期", "Ask for an extension"), "/tasks/12/extension", Act::Plain, None))
                    (link_button(s("退回", "Send back"), "/tasks/12/return", Act::Plain, None))
                }),
                crumbs: &[
                    Crumb::new(s("计划", "Plan"), "/plan"),
                    Crumb::new(s("为企业解难题", "Solving problems of enterprises"), "/plan/3"),
                    Crumb::new(s("走访服务", "Visits"), "/plan/3/2"),
                ],
            }))
            (tabs(s("任务的各个方面", "Views of the task"), &[
                Tab::new(s("概况", "Overview"), "/tasks/12", true),
                Tab::new(s("成果", "Results"), "/tasks/12/results", false).with_count(4),
                Tab::new(s("前后任务", "Predecessors"), "/tasks/12/links", false).with_count(2),
            ]))
            (two_columns(left, right))
        },
    )
}

fn plan_tree(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let task = |label: &'static str, tone, word| Node {
        label: html! { a href="/tasks/1" { (label) } },
        end: Some(status_light(tone, word)),
        ..Default::default()
    };
    let nodes = [
        Node {
            label: html! { (s("一、学习教育", "1 Study")) },
            end: Some(html! { (number("18", "/tasks?theme=1")) }),
            is_open: true,
            children: vec![
                Node {
                    label: html! { (s("（一）集中学习", "1.1 Group study")) },
                    end: Some(html! { (number("6", "/tasks?measure=1")) }),
                    is_open: true,
                    children: vec![
                        task(
                            s("每周二开展夜学", "Study night each Tuesday"),
                            Tone::Good,
                            s("正常", "On track"),
                        ),
                        task(
                            s(
                                "组织离退休干部、流动党员、新就业群体党员分类开展送学上门，做到应学尽学、不落一人",
                                "Bring study to retired cadres, members on the move and members in new kinds of work, so that none is left out",
                            ),
                            Tone::Attention,
                            s("预警", "Warning"),
                        ),
                        task(
                            s("编印学习资料", "Print materials"),
                            Tone::Idle,
                            s("未开始", "Not started"),
                        ),
                    ],
                },
                Node {
                    label: html! { (s("（二）专题宣讲", "1.2 Lectures")) },
                    end: Some(html! { (number("12", "/tasks?measure=2")) }),
                    ..Default::default()
                },
            ],
        },
        Node {
            label: html! { (s("二、为群众办实事", "2 Practical things for residents")) },
            end: Some(html! { (number("22", "/tasks?theme=2")) }),
            children: vec![task(
                s("疫苗接种夜间专场", "Vaccination night"),
                Tone::Bad,
                s("滞后", "Behind"),
            )],
            ..Default::default()
        },
    ];
    Specimen::new(
        "tree",
        PageKind::Plan,
        tree(lang, s("工作计划", "The plan"), &nodes),
    )
}

fn brief(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "brief",
        PageKind::Brief,
        html! {
            (page_head(lang, PageHead { title: s("工作简报 第3期", "Brief no. 3"), sub: Some(status_light(Tone::Good, s("已签发", "Issued"))), ..Default::default() }))
            (sheet(html! {
                p {
                    (s("截至4月30日，全区", "By 30 April, ")) (number(s("211个", "211"), "/figures/a?n=3"))
                    (s("党支部、", " branches and ")) (number(s("3900余名", "more than 3,900"), "/figures/b?n=3"))
                    (s("党员完成动员，覆盖率", " members had been briefed, a coverage of ")) (number("100%", "/figures/c?n=3")) (s("。", "."))
                }
            }, html! { p { (s("三个数均已核对。", "All three figures have been checked.")) } }))
        },
    )
}

fn small_parts(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let b = |label, act, icon| {
        button(crate::Button {
            label,
            act,
            icon,
            ..Default::default()
        })
    };
    Specimen::new(
        "small-parts",
        PageKind::Record,
        html! {
            form action="/gallery" {
                div class="acts" {
                    (b(s("保存", "Save"), Act::Primary, None))
                    (b(s("导出", "Export"), Act::Plain, Some(Icon::Download)))
                    (b(s("撤回", "Withdraw"), Act::Danger, None))
                    (b(s("取消", "Cancel"), Act::Quiet, None))
                }
            }
            p {
                (status_light(Tone::Good, s("正常", "On track"))) " "
                (status_light(Tone::Attention, s("预警", "Warning"))) " "
                (status_light(Tone::Bad, s("滞后", "Behind"))) " "
                (status_light(Tone::Info, s("提醒", "Reminder"))) " "
                (status_light(Tone::Idle, s("未开始", "Not started")))
            }
            (attachments(lang, &[
                Attachment { name: s("社区动员会签到表.pdf", "Attendance of the community's briefing.pdf").to_owned(), note: "PDF · 312 KB".to_owned(), href: "/files/1".to_owned(), ..Default::default() },
                Attachment { name: s("整改前后对比一览（含各社区、各企业和各部门的全部点位）.xlsx", "Before and after, with all places of communities, enterprises and departments.xlsx").to_owned(), note: s("Excel 表格 · 1.4 MB", "Excel workbook · 1.4 MB").to_owned(), href: "/files/2".to_owned(), ..Default::default() },
            ]))
            p {
                (badge(Tone::Good, s("已销号", "Signed off"))) " " (badge(Tone::Attention, s("退回", "Sent back"))) " "
                (badge(Tone::Bad, s("超期", "Overdue"))) " " (badge(Tone::Info, s("更正", "Correction"))) " " (badge(Tone::Idle, s("草稿", "Draft")))
            }
            p { (s("共争取资金 ", "Raised ")) (number(s("214.6亿元", "21.46 billion yuan"), "/figures/x")) (s("。", ".")) }
            p class="acts" { @for icon in Icon::ALL { (crate::icon(icon)) } }
        },
    )
}
