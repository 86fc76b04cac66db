use super::{Specimen, say};
use crate::{
    Act, Button, PageHead, PageKind, TickNode, TickTree, button,
    form::{self, Choice, Field, FieldProblem, FilesField, Form, KeptFile, Width},
    link_button, page_head, tick_tree,
    words::texts,
};
use kernel::Lang;
use maud::{Markup, html};

pub(super) fn specimens(lang: Lang) -> Vec<Specimen> {
    vec![
        whole(lang, "form", &[]),
        whole(
            lang,
            "form-problems",
            &[
                FieldProblem::new(
                    "title",
                    say(
                        lang,
                        "请填写名称，不超过 40 字。",
                        "Please give a name of at most 40 characters.",
                    ),
                ),
                FieldProblem::new(
                    "count",
                    say(
                        lang,
                        "“三十来人”不是数字，请填写如 30 的整数。",
                        "“about thirty” is not a number; a whole number such as 30 would be.",
                    ),
                ),
                FieldProblem::new(
                    "way",
                    say(
                        lang,
                        "请选择参加人员的记录方式。",
                        "Please choose how those present are recorded.",
                    ),
                ),
                FieldProblem::new(
                    "units",
                    say(lang, "至少勾选一个单位。", "Please tick at least one unit."),
                ),
            ],
        ),
        log_in(lang),
    ]
}

fn whole(lang: Lang, name: &'static str, problems: &[FieldProblem]) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let of = |field| FieldProblem::of(problems, field);
    let t = texts(lang);
    let ways = [
        Choice::new("tick", s("按单位勾选", "Tick units")).note(s(
            "每个单位、每名党员只计一次",
            "Each unit and member counts once",
        )),
        Choice::new("paste", s("粘贴名单", "Paste a list"))
            .note(s("每行一个姓名或代码", "One name or code a line")),
        Choice::new("head", s("只填人数", "Headcount only")),
    ];
    let units = [
        Choice::new("1", s("党工委办公室", "Office")).group(s("机关", "Offices")),
        Choice::new("2", s("经济发展局", "Economic Development Bureau"))
            .group(s("机关", "Offices")),
        Choice::new("3", s("栖霞社区", "Qixia")).group(s("社区", "Communities")),
    ];
    // A form that comes back has lost none of the files that came with it.
    let kept: Vec<KeptFile> = problems
        .first()
        .map(|_| KeptFile {
            id: "018f".to_owned(),
            name: s("动员会签到表.pdf", "Attendance.pdf").to_owned(),
            note: "PDF · 312 KB".to_owned(),
        })
        .into_iter()
        .collect();
    let body = html! {
        (form::hidden("entry", "018f0000-0000-7000-8000-000000000001"))
        (form::text(lang, Field::new("title", s("名称", "Name"), if problems.is_empty() { s("四月动员会", "Briefing of April") } else { "" }).required().limit(40).problem(of("title"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("day", s("日期", "Day"), "2021-04-16").required()))
            (form::number(lang, Field::new("count", s("到会人数", "Present"), if problems.is_empty() { "30" } else { s("三十来人", "about thirty") }).problem(of("count"))))
        }))
        (form::select(lang, Field::new("unit", s("主办单位", "Held by"), "2").required().width(Width::Medium), &units))
        (form::combobox(lang, Field::new("place", s("地点", "Place"), "").help(s("可从以往地点中选择，也可直接填写。", "Choose one used before or type another.")).width(Width::Medium), &[Choice::new(s("三楼会议室", "Room 3"), "")]))
        (form::radios(lang, Field::new("way", s("参加人员", "Those present"), if problems.is_empty() { "tick" } else { "" }).required().problem(of("way")), &ways))
        (tick_tree(lang, TickTree { name: "units", legend: s("参加单位", "Units present"), help: s("勾选上级即勾选其全部下级。", "Ticking a unit ticks all below it."), problem: of("units"), nodes: &tree(lang, problems.is_empty()) }))
        (form::checkboxes(lang, Field::new("kinds", s("形式", "Form"), ""), &[Choice::new("meeting", s("会议", "Meeting")), Choice::new("video", s("视频", "Video")), Choice::new("visit", s("上门", "At home"))], &["meeting"]))
        (form::text_area(lang, Field::new("note", s("说明", "Note"), "").limit(2000)))
        (form::file(lang, Field::new("file", s("工作簿", "Workbook"), ""), ".xlsx"))
        (form::files(lang, Field::new("files", s("附件", "Attachments"), "").help(s("附件始终可以不传。", "A file is never needed.")), FilesField { accept: ".pdf,.docx", kept_name: "kept_file", kept: &kept }))
        (form::text(lang, Field { read_only: true, ..Field::new("by", s("录入人", "Recorded by"), s("柳望舒", "Liu Wangshu")) }))
        (form::checkbox(lang, Field::new("notify", s("同时通知参加单位", "Also tell the units"), ""), true))
        div class="acts" {
            (button(Button { label: &t.submit(), act: Act::Primary, ..Default::default() }))
            (link_button(&t.cancel(), "/briefings", Act::Quiet, None))
        }
    };
    Specimen::new(
        name,
        PageKind::Form,
        html! {
            (page_head(lang, PageHead { title: s("记一次动员", "Record a briefing"), ..Default::default() }))
            (form::form(lang, Form { action: "/briefings", draft: "/briefings/new", target: "#main", multipart: true, problems, ..Default::default() }, body))
        },
    )
}

fn tree(lang: Lang, ticked: bool) -> Vec<TickNode> {
    let s = |zh: &str, en: &str| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    let leaf = |value: &str, label: String, is_ticked| TickNode {
        value: value.to_owned(),
        label,
        is_ticked,
        ..Default::default()
    };
    vec![
        TickNode {
            label: s("社区党委", "Community committee"),
            is_group: true,
            is_open: true,
            children: vec![
                leaf(
                    "11",
                    s("栖霞社区第一党支部", "First branch of Qixia"),
                    ticked,
                ),
                leaf(
                    "12",
                    s("栖霞社区第二党支部", "Second branch of Qixia"),
                    false,
                ),
                TickNode {
                    note: s("已覆盖", "covered"),
                    is_fixed: true,
                    ..leaf("13", s("松涛社区党支部", "Branch of Songtao"), false)
                },
            ],
            ..Default::default()
        },
        TickNode {
            value: "2".to_owned(),
            label: s("机关党委", "Committee of the offices"),
            note: s("2 个支部", "2 branches"),
            children: vec![
                leaf("21", s("党工委办公室党支部", "Branch of the Office"), false),
                leaf(
                    "22",
                    s("行政审批局党支部", "Branch of the Approval Bureau"),
                    false,
                ),
            ],
            ..Default::default()
        },
    ]
}

fn log_in(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let t = texts(lang);
    let fields: Markup = html! {
        (form::text(lang, Field { autocomplete: "username", ..Field::new("account", s("账号", "Account"), "").required() }))
        (form::password(lang, Field { autocomplete: "current-password", ..Field::new("password", s("密码", "Password"), "").required() }))
        div class="acts" { (button(Button { label: &t.log_in(), act: Act::Primary, ..Default::default() })) }
    };
    Specimen::new(
        "log-in",
        PageKind::Public,
        html! {
            (page_head(lang, PageHead { title: &t.log_in(), sub: Some(html! { (s("用单位分配的账号登录。", "Use the account your unit gave you.")) }), ..Default::default() }))
            (form::form(lang, Form { action: "/login", ..Default::default() }, fields))
        },
    )
}
