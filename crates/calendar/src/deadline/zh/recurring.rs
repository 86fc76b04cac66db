//! What comes again (每…).
use super::{AND, BEFORE};
use crate::deadline::{Period, Rule, cursor::Cursor};
use chrono::Weekday;

pub fn recurring(cursor: &mut Cursor) -> Option<Rule> {
    let mut ahead = *cursor;
    let rule = if ahead.eat(&["每两周", "每2周", "每隔一周", "每双周", "隔周"]) {
        ahead.eat(&["的"]);
        let weekdays = weekdays(&mut ahead);
        (!weekdays.is_empty()).then_some(Rule::Weekly {
            weekdays,
            every_weeks: 2,
        })
    } else if ahead.eat(&["每个", "每"]) {
        every(&mut ahead)
    } else {
        None
    }?;
    ahead.eat(BEFORE);
    *cursor = ahead;
    Some(rule)
}

fn every(cursor: &mut Cursor) -> Option<Rule> {
    if cursor.eat(&["工作日", "日", "天"]) {
        return Some(Rule::Daily);
    }
    for (words, period) in [
        (["半年度", "半年"], Period::HalfYear),
        (["年度", "年"], Period::Year),
        (["季度", "季"], Period::Quarter),
    ] {
        if cursor.eat(&words) {
            end_or_once(cursor);
            return Some(Rule::EndOf(period));
        }
    }
    if cursor.eat(&["月"]) {
        return monthly(cursor);
    }
    let mut ahead = *cursor;
    if ahead.eat(&["星期", "礼拜", "周"]) && (ahead.is_done() || end_or_once(&mut ahead)) {
        *cursor = ahead;
        return Some(Rule::EndOf(Period::Week));
    }
    let weekdays = weekdays(cursor);
    (!weekdays.is_empty()).then_some(Rule::Weekly {
        weekdays,
        every_weeks: 1,
    })
}

fn end_or_once(cursor: &mut Cursor) -> bool {
    cursor.eat(&["月底", "月末", "底", "末", "一次", "1次"])
}

fn monthly(cursor: &mut Cursor) -> Option<Rule> {
    if end_or_once(cursor) || cursor.is_done() {
        return Some(Rule::EndOf(Period::Month));
    }
    for (word, rule) in [
        ("上旬", Rule::Monthly { days: vec![10] }),
        ("中旬", Rule::Monthly { days: vec![20] }),
        ("下旬", Rule::EndOf(Period::Month)),
    ] {
        if cursor.eat(&[word]) {
            return Some(rule);
        }
    }
    cursor.eat(&["的", "逢"]);
    if cursor.eat(&["第"]) {
        let nth = cursor.number()?;
        cursor.eat(&["个"]);
        let weekday = *weekdays(cursor).first()?;
        return Some(Rule::MonthlyWeekday { nth, weekday });
    }
    let mut days = vec![cursor.number()?];
    loop {
        cursor.eat(&["日", "号"]);
        let mut ahead = *cursor;
        if !ahead.eat(AND) {
            break;
        }
        let Some(day) = ahead.number() else { break };
        days.push(day);
        *cursor = ahead;
    }
    Some(Rule::Monthly { days })
}

/// `周二`, `星期二、四`, `周二和周四`.
pub fn weekdays(cursor: &mut Cursor) -> Vec<Weekday> {
    let mut weekdays = Vec::new();
    let mut ahead = *cursor;
    while (ahead.eat(&["星期", "礼拜", "周"]) || !weekdays.is_empty())
        && let Some(weekday) = weekday(&mut ahead)
    {
        weekdays.push(weekday);
        *cursor = ahead;
        ahead.eat(AND);
    }
    weekdays
}

fn weekday(cursor: &mut Cursor) -> Option<Weekday> {
    [
        (Weekday::Mon, ["一", "1"]),
        (Weekday::Tue, ["二", "2"]),
        (Weekday::Wed, ["三", "3"]),
        (Weekday::Thu, ["四", "4"]),
        (Weekday::Fri, ["五", "5"]),
        (Weekday::Sat, ["六", "6"]),
        (Weekday::Sun, ["日", "天"]),
    ]
    .into_iter()
    .find_map(|(weekday, names)| cursor.eat(&names).then_some(weekday))
}
