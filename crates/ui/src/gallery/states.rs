use super::{Specimen, say};
use crate::{
    Confirm, Empty, Notice, NoticeKind, PageKind, Progress, WholePage, confirm, empty, notice,
    progress, whole_page,
};
use kernel::Lang;
use maud::html;

pub(super) fn specimens(lang: Lang) -> Vec<Specimen> {
    vec![
        notices(lang),
        long_work(lang),
        nothing_yet(lang),
        sure(lang),
        not_found(lang),
        failed(lang),
    ]
}

fn notices(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let one = |kind, title, text| {
        notice(
            lang,
            &Notice {
                kind,
                title,
                text,
                ..Default::default()
            },
        )
    };
    Specimen::new(
        "notices",
        PageKind::Record,
        html! {
            (one(NoticeKind::Info, "", s("5月1日至5日放假，时限已按工作日顺延。", "1 to 5 May are holidays; limits have moved accordingly.")))
            (one(NoticeKind::Success, s("动员已记录", "The briefing has been recorded"), s("新增 12 个支部、306 名党员。", "12 branches and 306 members are new.")))
            (one(NoticeKind::Warning, s("数字已有更正", "A figure has been corrected"), s("签发后更正 2 条，原数保留。", "Two corrections since it was issued; the figure stays as it was.")))
            (notice(lang, &Notice {
                kind: NoticeKind::Error,
                title: s("导出没有完成", "The export did not finish"),
                text: s("磁盘空间不足，请联系系统管理员后重试。", "The disk is full. Please tell the administrator and try again."),
                act: Some((s("重试", "Try again"), "/export")),
                operation: Some("018f3c1e-77aa-7c3e-9a51-0c9be2a7d3f1"),
            }))
        },
    )
}

fn long_work(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "progress",
        PageKind::Record,
        html! {
            (progress(lang, Progress { id: "import", label: s("导入名册", "Importing the roster"), done: 41_200, total: Some(100_000), step: s("正在核对单位", "Checking units"), poll: Some("/jobs/7") }))
            (progress(lang, Progress { id: "recount", label: s("重新计数", "Recounting"), done: 512, total: None, step: s("正在读取", "Reading"), poll: Some("/jobs/8") }))
            (progress(lang, Progress { id: "done", label: s("导出", "Export"), done: 211, total: Some(211), step: s("已完成", "Done"), poll: None }))
        },
    )
}

fn nothing_yet(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "empty",
        PageKind::Mine,
        empty(Empty {
            title: s("没有待办", "Nothing to do"),
            text: s(
                "交办给您的任务、退回的报告会出现在这里。",
                "Tasks given to you and reports sent back appear here.",
            ),
            act: None,
        }),
    )
}

fn sure(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "confirm",
        PageKind::Form,
        confirm(
            lang,
            Confirm {
                title: s("撤回导入", "Withdraw the import"),
                question: s(
                    "确定撤回 4月16日 的名册导入吗？",
                    "Withdraw the roster import of 16 April?",
                ),
                consequences: &[
                    s(
                        "新增的 12 个单位将关闭，历史保留。",
                        "The 12 new units are closed; their history stays.",
                    )
                    .to_owned(),
                    s("已发布的数字不变。", "Published figures do not change.").to_owned(),
                ],
                action: "/imports/3/withdrawal",
                hidden: &[("entry", "018f0000-0000-7000-8000-000000000002")],
                verb: s("撤回导入", "Withdraw the import"),
                danger: true,
                cancel_href: "/imports/3",
                csrf: None,
            },
        ),
    )
}

fn not_found(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "not-found",
        PageKind::Record,
        whole_page(
            lang,
            WholePage {
                title: s("没有找到这个页面", "This page was not found"),
                text: s(
                    "网址可能有误，或者您无权查看。",
                    "The address may be wrong, or you may not see it.",
                ),
                remedy: s(
                    "请核对网址，或从首页进入。",
                    "Please check the address or start from the first page.",
                ),
                acts: &[(s("回到首页", "First page"), "/")],
                operation: None,
            },
        ),
    )
}

fn failed(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "failed",
        PageKind::Public,
        whole_page(
            lang,
            WholePage {
                title: s("系统出错", "Something went wrong"),
                text: s(
                    "这次操作没有完成，数据未改变。",
                    "The operation was not finished and nothing was changed.",
                ),
                remedy: s(
                    "请稍后重试；仍不成功时，把操作编号告诉系统管理员。",
                    "Please try again later; if it fails again, tell the administrator the operation id.",
                ),
                acts: &[(s("返回", "Back"), "/")],
                operation: Some("018f3c1e-77aa-7c3e-9a51-0c9be2a7d3f1"),
            },
        ),
    )
}
