use super::{Specimen, say};
use crate::{
    BigNumber, PageHead, PageKind, Tone, big_number,
    charts::{
        self, Bar, Bars, Coverage, Months, Multiple, MultipleMark, PeriodPoint, Point, Span, Style,
        TimeRow, Timetable,
    },
    definition, number, numbers_row, page_head, section,
};
use chrono::NaiveDate;
use kernel::Lang;
use maud::{PreEscaped, html};

pub(super) fn specimens(lang: Lang) -> Vec<Specimen> {
    vec![figure(lang), comparison(lang), timetable(lang), edges(lang)]
}

fn figure(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    Specimen::new(
        "figure",
        PageKind::Figure,
        html! {
            (page_head(lang, PageHead { title: s("走访企业", "Visits to enterprises"), sub: Some(html! { (s("全区 · 2021年1月至4月 · 截至 4月16日", "The zone · January to April 2021 · as of 16 April")) }), ..Default::default() }))
            (big_number(BigNumber {
                label: s("累计走访", "Visits so far"), text: "2140", unit: s("次", "visits"),
                picture: Some(charts::spark(s("近八个月走访次数", "Visits in the last eight months"), &[Some(120.0), Some(160.0), Some(150.0), None, Some(210.0), Some(260.0), Some(240.0), Some(310.0)])),
                note: Some(html! { (s("比上年同期增长 18.5%", "18.5% more than a year ago")) }), ..Default::default()
            }))
            (definition(lang, html! { p { (s("已登记的走访记录条数，同一企业同一天的走访计一次。", "Recorded visits; visits to one enterprise on one day count once.")) } }))
            (section("trend", s("各月走访次数", "Visits by month"), html! {}, charts::months(lang, Style::Page, Months {
                title: s("各月走访次数", "Visits by month"), this_year: &points(lang, &[310.0, 180.0, 720.0, 930.0]),
                last_year: &points(lang, &[290.0, 20.0, 410.0, 520.0, 610.0, 480.0, 390.0, 450.0, 700.0, 520.0, 610.0, 830.0]),
                running: s("至4月16日", "to 16 Apr"),
            })))
            (section("parts", s("按单位", "By unit"), html! {}, charts::bars(lang, Style::Page, Bars { title: s("各单位走访次数", "Visits by unit"), bars: &unit_bars(lang) })))
            (section("covered", s("覆盖", "Coverage"), html! {}, html! {
                (charts::coverage(lang, Coverage { label: s("党支部", "Branches"), covered: 208, all: 211, href: "/u?c=1", missing_text: s("未覆盖 3 个", "3 missing"), missing_href: "/u?c=0" }))
                (charts::coverage(lang, Coverage { label: s("党员", "Members"), covered: 3_928, all: 3_928, href: "/p", ..Default::default() }))
                (charts::coverage(lang, Coverage { label: s("其他组织", "Others"), ..Default::default() }))
            }))
        },
    )
}

/// Periods that are no months, and units side by side.
fn comparison(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let weeks = |values: &[Option<f64>], is_running: bool| -> Vec<PeriodPoint> {
        let last = values.len() - 1;
        let one = |(at, value): (usize, &Option<f64>)| PeriodPoint {
            label: format!("{}{}", s("第", "W"), at + 9),
            value: *value,
            title: value.map_or_else(
                || s("暂无数据", "no data").to_owned(),
                |value| format!("{value}{}", s("次", " visits")),
            ),
            href: "/figures/visits?period=week".to_owned(),
            is_running: is_running && at == last,
        };
        values.iter().enumerate().map(one).collect()
    };
    let now = weeks(
        &[Some(31.0), Some(48.0), None, Some(62.0), Some(20.0)],
        true,
    );
    let before = weeks(
        &[Some(12.0), Some(33.0), Some(35.0), Some(41.0), Some(44.0)],
        false,
    );
    let small = unit_bars(lang).into_iter().map(|unit| Multiple {
        text: match unit.value {
            Some(_) => unit.text,
            None => s("暂无数据", "no data").to_owned(),
        },
        marks: [0.2, 0.35, 0.45]
            .map(|part| MultipleMark {
                value: unit.value.map(|value| value * part),
                title: unit.label.clone(),
                href: unit.href.clone(),
            })
            .into(),
        label: unit.label,
        href: unit.href,
    });
    let small: Vec<Multiple> = small.collect();
    let weeks_title = s("各周走访次数", "Visits by week");
    let units_title = s("各单位走访次数", "Visits by unit");
    let then_and_now = [
        (s("按当时隶属", "As it was then"), "48"),
        (s("按现在隶属", "As it is now"), "51"),
    ]
    .map(|(label, text)| {
        big_number(BigNumber {
            label,
            text,
            ..Default::default()
        })
    });
    let none = charts::Periods {
        title: weeks_title,
        ..Default::default()
    };
    Specimen::new(
        "comparison",
        PageKind::Figure,
        html! {
            (page_head(lang, PageHead { title: s("并列与各期", "Side by side, and periods"), ..Default::default() }))
            (numbers_row(&then_and_now))
            (section("weeks", weeks_title, html! {}, charts::periods(lang, Style::Page, charts::Periods { title: weeks_title, now: &now, before: &before })))
            (section("none", s("没有数据", "No data"), html! {}, charts::periods(lang, Style::Page, none)))
            (section("units", units_title, html! {}, charts::multiples(lang, Style::Page, units_title, &small)))
        },
    )
}

fn points(lang: Lang, values: &[f64]) -> Vec<Point> {
    values
        .iter()
        .map(|value| Point {
            value: Some(*value),
            text: format!("{value}{}", say(lang, "次", "")),
            href: "/figures/visits?month=1".to_owned(),
        })
        .collect()
}

fn unit_bars(lang: Lang) -> Vec<Bar> {
    let s = |zh, en| say(lang, zh, en);
    [
        (s("党工委办公室", "Office"), Some(210.0)),
        (s("经济发展局", "Economic Development Bureau"), Some(930.0)),
        (
            s(
                "新兴产业服务中心与中小企业公共服务平台联合党支部",
                "Joint branch of the Service Centre for New Industries",
            ),
            Some(48.0),
        ),
        (s("行政审批局", "Approval Bureau"), Some(0.0)),
        (s("栖霞社区", "Qixia community"), None),
    ]
    .into_iter()
    .map(|(label, value)| Bar {
        label: label.to_owned(),
        value,
        text: value.map_or(String::new(), |value| value.to_string()),
        href: "/figures/visits?unit=3".to_owned(),
    })
    .collect()
}

fn timetable(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let rows = rows(lang);
    Specimen::new(
        "timetable",
        PageKind::Plan,
        html! {
            (page_head(lang, PageHead { title: s("工作时间表", "Timetable"), ..Default::default() }))
            (charts::timetable(lang, Style::Page, Timetable { title: s("工作时间表", "Timetable"), from: day(2021, 2, 22), to: day(2021, 12, 31), today: Some(day(2021, 4, 16)), rows: &rows }))
        },
    )
}

fn rows(lang: Lang) -> Vec<TimeRow> {
    let s = |zh, en| say(lang, zh, en);
    let heading = |label: &'static str, level, from, to| TimeRow {
        label: label.to_owned(),
        href: "/plan/1".to_owned(),
        level,
        is_heading: true,
        spans: vec![Span {
            from,
            to,
            title: label.to_owned(),
            href: String::new(),
            tone: Tone::Idle,
            is_critical: false,
        }],
        ..Default::default()
    };
    let task =
        |label: &'static str, from, to, deadline, tone, word: &'static str, is_critical| TimeRow {
            label: label.to_owned(),
            href: "/tasks/1".to_owned(),
            level: 1,
            spans: vec![Span {
                from,
                to,
                title: format!("{label} {from} – {to}"),
                href: "/tasks/1".to_owned(),
                tone: Tone::Idle,
                is_critical,
            }],
            deadline: Some(deadline),
            light: Some(tone),
            note: word.to_owned(),
            ..Default::default()
        };
    vec![
        heading(
            s("一、学习教育", "1 Study"),
            0,
            day(2021, 3, 1),
            day(2021, 9, 30),
        ),
        task(
            s("完成党支部全覆盖动员", "Brief all branches"),
            day(2021, 3, 1),
            day(2021, 4, 20),
            day(2021, 4, 30),
            Tone::Good,
            s("正常", "On track"),
            false,
        ),
        task(
            s(
                "编印学习资料并送到流动党员手中",
                "Print materials and bring them to members on the move",
            ),
            day(2021, 4, 12),
            day(2021, 5, 28),
            day(2021, 5, 31),
            Tone::Attention,
            s("预警", "Warning"),
            true,
        ),
        task(
            s(
                "组织专题宣讲，覆盖机关、社区、企业各类党组织",
                "Lectures for offices, communities and enterprises",
            ),
            day(2021, 6, 1),
            day(2021, 9, 24),
            day(2021, 9, 30),
            Tone::Idle,
            s("未开始", "Not started"),
            true,
        ),
        heading(
            s("二、为群众办实事", "2 Practical things for residents"),
            0,
            day(2021, 3, 15),
            day(2021, 12, 31),
        ),
        task(
            s("疫苗接种夜间专场", "Vaccination nights"),
            day(2021, 3, 15),
            day(2021, 4, 9),
            day(2021, 4, 9),
            Tone::Bad,
            s("滞后", "Behind"),
            false,
        ),
        task(
            s("长期坚持：每月28日服务日", "Always: service day each 28th"),
            day(2021, 1, 1),
            day(2022, 12, 31),
            day(2021, 12, 28),
            Tone::Info,
            s("提醒", "Reminder"),
            false,
        ),
    ]
}

fn edges(lang: Lang) -> Specimen {
    let s = |zh, en| say(lang, zh, en);
    let many: Vec<Bar> = (1..=64)
        .map(|at| Bar {
            label: format!("{} {at}", s("第", "No.")),
            value: Some(f64::from(at * at)),
            text: format!("{}", at * at),
            href: format!("/u/{at}"),
        })
        .collect();
    let signed = [("甲", 12.5), ("乙", -4.0)].map(|(label, value)| Bar {
        label: label.to_owned(),
        value: Some(value),
        text: format!("{value}%"),
        href: String::new(),
    });
    Specimen::new(
        "charts-edges",
        PageKind::Figure,
        html! {
            (page_head(lang, PageHead { title: s("图表的边角情形", "Edges of charts"), ..Default::default() }))
            (section("none", s("没有数据", "No data"), html! {}, charts::months(lang, Style::Page, Months { title: s("没有数据", "No data"), ..Default::default() })))
            (section("signed", s("有正有负", "Below and above zero"), html! {}, charts::bars(lang, Style::Page, Bars { title: s("有正有负", "Below and above zero"), bars: &signed })))
            (section("alone", s("Word 中的图片", "A picture for Word"), html! {}, html! {
                (PreEscaped(charts::bars(lang, Style::Standalone, Bars { title: s("各单位走访次数", "Visits by unit"), bars: &unit_bars(lang) }).into_string()))
            }))
            (section("many", s("很多单位", "Many units"), html! { (number("64", "/u")) }, charts::bars(lang, Style::Page, Bars { title: s("很多单位", "Many units"), bars: &many })))
        },
    )
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("specimens use days that exist")
}
