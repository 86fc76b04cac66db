//! Deadlines as they are written, and what is refused.
mod recurring;

use super::*;
use chrono::{Datelike, Weekday};
use proptest::prelude::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

fn campaign() -> Campaign {
    Campaign {
        start: day(2, 1),
        end: day(12, 31),
    }
}

fn read(text: &str) -> Result<Deadline, DeadlineProblem> {
    super::read(text, &campaign(), &WorkingDays::china())
}

#[track_caller]
fn written(text: &str) -> (u32, u32) {
    match read(text) {
        Ok(Deadline {
            kind: Kind::On(day),
            ..
        }) => (day.month(), day.day()),
        other => panic!("{text} is read as {other:?}"),
    }
}

#[track_caller]
fn refused(text: &str) -> (Why, Option<String>) {
    let problem = read(text).expect_err(text);
    (problem.why, problem.proposal.map(|proposal| proposal.text))
}

#[test]
fn days_are_understood_in_every_usual_spelling() {
    for text in [
        "2021年6月30日",
        "2021-06-30",
        "2021.6.30",
        "2021/6/30",
        "20210630",
        "6月30日前",
        "6月30日",
        "6月30号之前",
        "6.30",
        "6/30前",
        "２０２１年６月３０日",
        "2021 年 6 月 30 日",
        "六月三十日",
        "二〇二一年六月三十日",
        "21年6月30日",
        "于2021年6月30日前完成",
        "截至6月30日。",
        "七一前",
        "“七一”前",
        "建党节前",
        "2021-06-30 00:00:00",
        "2021-06-30T00:00:00",
        "6月30日（星期三）前",
        "30 June 2021",
        "June 30, 2021",
        "30th of June",
        "by 30 Jun",
        "30/6/2021",
    ] {
        assert_eq!(written(text), (6, 30), "{text}");
    }
}

#[test]
fn ends_of_months_and_parts_of_the_year_are_their_last_days() {
    for (text, expected) in [
        ("6月底前", (6, 30)),
        ("6月底", (6, 30)),
        ("6月末", (6, 30)),
        ("6月", (6, 30)),
        ("2021年6月", (6, 30)),
        ("2021-06", (6, 30)),
        ("三月底前", (3, 31)),
        ("2月底", (2, 28)),
        ("3月上旬", (3, 10)),
        ("3月中旬", (3, 20)),
        ("3月下旬", (3, 31)),
        ("力争3月中旬前完成", (3, 20)),
        ("上半年", (6, 30)),
        ("2021年上半年", (6, 30)),
        ("下半年", (12, 31)),
        ("第一季度", (3, 31)),
        ("一季度", (3, 31)),
        ("2季度末", (6, 30)),
        ("四季度", (12, 31)),
        ("全年", (12, 31)),
        ("贯穿全年", (12, 31)),
        ("2021年全年", (12, 31)),
        ("2021年", (12, 31)),
        ("年底前", (12, 31)),
        ("2021年底", (12, 31)),
        ("2021年年底前", (12, 31)),
        ("年内", (12, 31)),
        ("十一月底", (11, 30)),
        ("十一前", (9, 30)),
        ("国庆节前", (9, 30)),
        ("七一", (7, 1)),
        ("春节前", (2, 10)),
        ("by end of June", (6, 30)),
        ("end of June 2021", (6, 30)),
        ("June", (6, 30)),
        ("mid-March", (3, 20)),
        ("early March", (3, 10)),
        ("late March 2021", (3, 31)),
        ("first half", (6, 30)),
        ("second half of 2021", (12, 31)),
        ("Q1", (3, 31)),
        ("Q1 2021", (3, 31)),
        ("2021年Q1", (3, 31)),
        ("全年推进", (12, 31)),
        ("third quarter", (9, 30)),
        ("all year", (12, 31)),
        ("by the end of the year", (12, 31)),
        ("end of 2021", (12, 31)),
        ("year-end", (12, 31)),
    ] {
        assert_eq!(written(text), expected, "{text}");
    }
}

#[test]
fn a_range_ends_on_its_last_day_and_says_when_work_begins() {
    for (text, from, to) in [
        ("4月-6月", (4, 1), (6, 30)),
        ("4-6月", (4, 1), (6, 30)),
        ("4月—6月底", (4, 1), (6, 30)),
        ("2021年3月至5月", (3, 1), (5, 31)),
        ("2021年3月-2021年5月", (3, 1), (5, 31)),
        ("2021.3-2021.5", (3, 1), (5, 31)),
        ("自3月起至6月底", (3, 1), (6, 30)),
        ("3月15日至20日", (3, 15), (3, 20)),
        ("3月15日-4月20日前", (3, 15), (4, 20)),
        ("二至三季度", (4, 1), (9, 30)),
        ("下半年", (7, 1), (12, 31)),
        ("二季度", (4, 1), (6, 30)),
        ("上半年", (2, 1), (6, 30)),
        ("即日起至6月30日", (2, 1), (6, 30)),
        ("April-June", (4, 1), (6, 30)),
        ("April to June 2021", (4, 1), (6, 30)),
        ("from 1 March to 30 June", (3, 1), (6, 30)),
        ("15 to 20 April", (4, 15), (4, 20)),
    ] {
        assert_eq!(written(text), to, "{text}");
        assert_eq!(
            read(text).unwrap().from,
            Some(day(from.0, from.1)),
            "{text}"
        );
    }
}

#[test]
fn a_month_or_ten_days_say_only_when_work_ends() {
    for text in ["6月", "3月中旬", "6月底前", "一季度末", "年底前"] {
        assert_eq!(read(text).unwrap().from, None, "{text}");
    }
}

#[test]
fn a_deadline_on_a_rest_day_keeps_the_written_day_and_means_the_working_day_before() {
    let deadline = read("10月5日前").unwrap();
    assert_eq!(deadline.kind, Kind::On(day(10, 5)));
    assert_eq!(deadline.due, day(9, 30));
    assert_eq!(deadline.text, "10月5日前");
}

#[test]
fn standing_work_is_due_when_the_campaign_ends() {
    for text in [
        "长期坚持",
        "长期",
        "持续推进",
        "常态化开展",
        "长期坚持，持续推进",
        "ongoing",
        "long-term",
        "continuous",
    ] {
        let deadline = read(text).unwrap();
        assert_eq!(
            (deadline.kind, deadline.due),
            (Kind::Standing, day(12, 31)),
            "{text}"
        );
        assert_eq!(deadline.from, None);
    }
    for (text, from) in [
        ("即日起", day(2, 1)),
        ("3月1日起", day(3, 1)),
        ("3月起长期坚持", day(3, 1)),
        ("from March onwards", day(3, 1)),
    ] {
        let deadline = read(text).unwrap();
        assert_eq!(
            (deadline.kind, deadline.from),
            (Kind::Standing, Some(from)),
            "{text}"
        );
    }
}

#[test]
fn a_day_without_a_year_lies_in_the_campaign() {
    let over_new_year = Campaign {
        start: NaiveDate::from_ymd_opt(2020, 11, 1).unwrap(),
        end: day(10, 31),
    };
    let due = |text| {
        super::read(text, &over_new_year, &WorkingDays::china())
            .unwrap()
            .due
    };
    assert_eq!(due("12月底前").year(), 2020);
    assert_eq!(due("6月底前"), day(6, 30));
    assert_eq!(due("11月至2月"), day(2, 26));
}

#[test]
fn what_cannot_be_used_is_refused_with_a_proposal_and_a_reason() {
    let no_such_day = |month, day, last| Why::NoSuchDay {
        year: 2021,
        month,
        day,
        last,
    };
    for (text, why, proposal) in [
        ("6月31日", no_such_day(6, 31, 30), Some("6月30日")),
        (
            "2021年2月29日",
            no_such_day(2, 29, 28),
            Some("2021年2月28日"),
        ),
        ("31 June 2021", no_such_day(6, 31, 30), Some("30 June 2021")),
        ("6月0日", no_such_day(6, 0, 30), None),
        ("13月底前", Why::NoSuchMonth { month: 13 }, None),
        ("五季度", Why::NoSuchNumber { number: 5 }, None),
        ("每月32日", Why::NoSuchNumber { number: 32 }, None),
        ("尽快", Why::NoDay, None),
        ("asap", Why::NoDay, None),
        ("月底前", Why::NoDay, None),
        ("尽快，6月底前", Why::NoDay, Some("6月底前")),
        ("", Why::Empty, None),
        ("张三", Why::NotUnderstood, None),
        ("6月前", Why::Ambiguous, Some("6月底前")),
        ("before June", Why::Ambiguous, Some("end of June")),
        ("6.3", Why::Ambiguous, Some("6月3日")),
        ("5/6/2021", Why::Ambiguous, Some("2021年6月5日")),
        ("6月30日左右", Why::NotUnderstood, Some("6月30日")),
        (
            "6月底前完成，长期坚持",
            Why::NotUnderstood,
            Some("6月底前完成"),
        ),
        ("around 30 June", Why::NotUnderstood, Some("30 June")),
        (
            "3月底前启动，6月底前建成",
            Why::NotUnderstood,
            Some("6月底前建成"),
        ),
        (
            "上半年完成初稿，9月底定稿",
            Why::NotUnderstood,
            Some("9月底"),
        ),
        (
            "6月-4月",
            Why::Backwards {
                from: day(6, 1),
                to: day(4, 30),
            },
            Some("4月至6月"),
        ),
    ] {
        assert_eq!(refused(text), (why, proposal.map(str::to_owned)), "{text}");
    }
}

#[test]
fn a_deadline_before_the_campaign_is_a_problem_of_its_own() {
    assert_eq!(
        refused("1月15日前"),
        (
            Why::BeforeCampaign {
                day: day(1, 15),
                start: day(2, 1)
            },
            None
        )
    );
    let (why, proposal) = refused("2020年6月30日");
    assert!(matches!(why, Why::BeforeCampaign { .. }));
    assert_eq!(proposal.as_deref(), Some("6月30日"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_proposal_is_understood(text in "[0-9０-９一二十三月日年底前上中旬半每周季度至、，起自第个.\\-/ a-z]{0,14}|\\PC{0,20}") {
        if let Err(problem) = read(&text)
            && let Some(proposal) = problem.proposal
        {
            let proposed = read(&proposal.text).unwrap();
            prop_assert_eq!(proposed, *proposal);
        }
    }

    #[test]
    fn a_day_is_the_same_in_every_spelling(offset in 0u64..334) {
        let wanted = day(2, 1) + chrono::Days::new(offset);
        let (y, m, d) = (wanted.year(), wanted.month(), wanted.day());
        for text in [
            format!("{y}年{m}月{d}日"), format!("{y}-{m:02}-{d:02}"), format!("{y}.{m}.{d}"), format!("{y}/{m}/{d}"),
            format!("{y}{m:02}{d:02}"), format!("{m}月{d}日前"), wanted.format("%-d %B %Y").to_string(), wanted.format("%b %-d").to_string(),
        ] {
            let deadline = read(&text).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
            prop_assert_eq!(deadline.kind, Kind::On(wanted), "{}", text);
        }
    }
}
