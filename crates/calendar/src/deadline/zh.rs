//! Chinese spellings.
use super::{
    Period, Rule,
    cursor::{Cursor, plain},
    numeric,
    phrase::{Festival, Phrase, Point, Span},
};
use crate::Holiday;
use chrono::Weekday;

/// Words that may stand before a deadline without changing it.
const LEADS: &[&str] = &[
    "截止到",
    "截至到",
    "截止",
    "截至",
    "不晚于",
    "不迟于",
    "最迟",
    "力争",
    "确保",
    "预计",
    "计划",
    "争取",
    "拟于",
    "拟",
    "原则上",
    "完成时限:",
    "时限:",
    "于",
    "在",
    "到",
    "至",
    "贯穿",
    "自",
    "从",
];
/// And after it.
const TAILS: &[&str] = &[
    "完成", "完毕", "办结", "结束", "到位", "截止", "为止", "全部", "基本", "期间", "止", "内",
    ".", ",", ";",
];
const BEFORE: &[&str] = &["之前", "以前", "前"];
const TO: &[&str] = &["-", "至", "到"];
const AND: &[&str] = &[",", "和", "及", "与", "/"];
const FROM_NOW: &[&str] = &["即日起", "从现在起", "现在起", "立即"];
const STANDING: &[&str] = &[
    "长期",
    "持续",
    "常态长效",
    "常态化",
    "常态",
    "常年",
    "经常性",
    "始终",
    "全程",
];
const STANDING_TAILS: &[&str] = &[
    "坚持",
    "推进",
    "开展",
    "实施",
    "落实",
    "深化",
    "抓好",
    "进行",
    "有效",
    "并",
    "长期",
    "持续",
    "常态化",
    ",",
    ".",
];
const NO_DAY: &[&str] = &[
    "尽快",
    "尽早",
    "适时",
    "待定",
    "另行通知",
    "视情",
    "及时",
    "近期",
    "按时",
    "按要求",
    "按期",
    "按计划",
    "立行立改",
];
/// Days that depend on when they are read, if the text begins with them.
const RELATIVE: &[&str] = &[
    "月底", "月末", "本月", "下月", "次月", "本周", "下周", "明天", "年前", "节前",
];
const FESTIVALS: &[(&str, Festival)] = &[
    ("元旦", Festival::Fixed(1, 1)),
    ("三八", Festival::Fixed(3, 8)),
    ("五一", Festival::Fixed(5, 1)),
    ("五四", Festival::Fixed(5, 4)),
    ("六一", Festival::Fixed(6, 1)),
    ("七一", Festival::Fixed(7, 1)),
    ("八一", Festival::Fixed(8, 1)),
    ("十一", Festival::Fixed(10, 1)),
    ("国庆", Festival::Fixed(10, 1)),
    ("春节", Festival::Moving(Holiday::SpringFestival)),
    ("清明", Festival::Moving(Holiday::TombSweeping)),
    ("端午", Festival::Moving(Holiday::DragonBoat)),
    ("中秋", Festival::Moving(Holiday::MidAutumn)),
];

pub fn phrase(text: &str) -> Option<Phrase> {
    let text = plain(text, false).replace(['“', '”', '"'], "");
    let mut cursor = Cursor::new(&text);
    cursor.eat_all(LEADS);
    let phrase = body(&mut cursor)?;
    cursor.eat_all(TAILS);
    cursor.is_done().then_some(phrase)
}

/// Whether the text wishes for haste, or names a day that depends on when it is read.
pub fn names_no_day(text: &str) -> bool {
    let text = plain(text, false);
    let mut cursor = Cursor::new(&text);
    cursor.eat_all(LEADS);
    cursor.eat(RELATIVE) || NO_DAY.iter().any(|word| text.contains(word))
}

fn body(cursor: &mut Cursor) -> Option<Phrase> {
    if cursor.eat(FROM_NOW) {
        return Some(Phrase::From(None, Box::new(then(cursor)?)));
    }
    if cursor.eat(STANDING) {
        cursor.eat_all(STANDING_TAILS);
        return Some(Phrase::Standing);
    }
    if let Some(rule) = recurring(cursor) {
        return Some(Phrase::Recurring(rule));
    }
    if let Some(phrase) = short_range(cursor) {
        return Some(phrase);
    }
    let from = point(cursor)?;
    let has_start = cursor.eat(&["开始", "起"]);
    let mut ahead = *cursor;
    if ahead.eat(TO)
        && let Some(to) = point(&mut ahead).or_else(|| day_of_same_month(&mut ahead, from))
    {
        *cursor = ahead;
        return Some(Phrase::Between(from, to));
    }
    if has_start {
        return Some(Phrase::From(Some(from), Box::new(then(cursor)?)));
    }
    Some(Phrase::On(from))
}

/// What follows `…起`: nothing, which is for good, or a phrase of its own.
fn then(cursor: &mut Cursor) -> Option<Phrase> {
    cursor.eat_all(&[",", ".", ";"]);
    if cursor.is_done() {
        return Some(Phrase::Standing);
    }
    cursor.eat_all(LEADS);
    cursor.eat(TO);
    body(cursor)
}

/// `4-6月`, `2021年一至三季度`: the first number borrows what the second says.
fn short_range(cursor: &mut Cursor) -> Option<Phrase> {
    let mut ahead = *cursor;
    let year = year(&mut ahead);
    ahead.eat(&["第"]);
    let number = ahead.number().filter(|number| *number <= 12)?;
    if !ahead.eat(TO) {
        return None;
    }
    let to = point(&mut ahead)?;
    let from = match to.span {
        Span::Quarter(_) => Span::Quarter(number),
        Span::Month(_) | Span::Third(..) => Span::Month(number),
        _ => return None,
    };
    *cursor = ahead;
    Some(Phrase::Between(Point::new(year, from), to))
}

fn day_of_same_month(cursor: &mut Cursor, from: Point) -> Option<Point> {
    let Span::Day(month, _) = from.span else {
        return None;
    };
    let mut ahead = *cursor;
    let day = ahead.number()?;
    if !ahead.eat(&["日", "号"]) {
        return None;
    }
    ahead.eat(BEFORE);
    *cursor = ahead;
    Some(Point::new(from.year, Span::Day(month, day)))
}

fn point(cursor: &mut Cursor) -> Option<Point> {
    let mut ahead = *cursor;
    let mut point = numeric::point(&mut ahead).or_else(|| in_words(&mut ahead))?;
    if ahead.eat(BEFORE) {
        point = before(point);
    }
    *cursor = ahead;
    Some(point)
}

/// `6月30日前` includes the day and `6月底前` the month, but `6月前` may mean either.
fn before(point: Point) -> Point {
    match point.span {
        Span::Festival(festival) => Point::new(point.year, Span::BeforeFestival(festival)),
        Span::Day(..) | Span::Third(..) | Span::BeforeFestival(_) => point,
        Span::Year | Span::Half(_) | Span::Quarter(_) | Span::Month(_) if point.is_end => point,
        Span::Year | Span::Half(_) | Span::Quarter(_) | Span::Month(_) => point.unclear(),
    }
}

fn in_words(cursor: &mut Cursor) -> Option<Point> {
    let this_year = cursor.eat(&["今年", "本年度", "本年", "当年"]);
    let year = if this_year { None } else { year(cursor) };
    if let Some(span) = festival(cursor) {
        return Some(Point::new(year, span));
    }
    if let Some(span) = part_of_year(cursor).or_else(|| part_of_month(cursor)) {
        let is_end = matches!(span, Span::Half(_) | Span::Quarter(_) | Span::Month(_))
            && cursor.eat(&["月底", "月末", "底", "末"]);
        let point = Point::new(year, span);
        return Some(if is_end { point.end() } else { point });
    }
    let whole = Point::new(year, Span::Year);
    if cursor.eat(&["年底", "年末", "年终", "年内"]) {
        return Some(whole.end());
    }
    if cursor.eat(&["全年度", "全年", "整年"]) {
        return Some(whole);
    }
    if !this_year && year.is_none() {
        return None;
    }
    let is_end = cursor.eat(&["底", "末", "终", "内"]);
    Some(if is_end { whole.end() } else { whole })
}

/// Four digits, or two for this century.
fn year(cursor: &mut Cursor) -> Option<i32> {
    let mut ahead = *cursor;
    let number = i32::try_from(ahead.number()?).ok()?;
    let is_followed_by_end = ahead.rest.starts_with("年底") || ahead.rest.starts_with("年末");
    if !is_followed_by_end && !ahead.eat(&["年度", "年"]) {
        return None;
    }
    *cursor = ahead;
    Some(if number < 100 { 2000 + number } else { number })
}

fn festival(cursor: &mut Cursor) -> Option<Span> {
    let mut ahead = *cursor;
    let (_, festival) = FESTIVALS.iter().find(|(name, _)| ahead.eat(&[name]))?;
    if ahead.rest.starts_with(['月', '年', '日', '号', '季']) {
        return None;
    }
    ahead.eat(&[
        "劳动节",
        "建党节",
        "建军节",
        "儿童节",
        "青年节",
        "妇女节",
        "国庆节",
        "节",
    ]);
    *cursor = ahead;
    Some(Span::Festival(*festival))
}

fn part_of_year(cursor: &mut Cursor) -> Option<Span> {
    if cursor.eat(&["上半年"]) {
        return Some(Span::Half(1));
    }
    if cursor.eat(&["下半年"]) {
        return Some(Span::Half(2));
    }
    let mut ahead = *cursor;
    ahead.eat(&["第"]);
    let number = ahead.number()?;
    if !ahead.eat(&["季度", "季"]) {
        return None;
    }
    *cursor = ahead;
    Some(Span::Quarter(number))
}

fn part_of_month(cursor: &mut Cursor) -> Option<Span> {
    let mut ahead = *cursor;
    let month = ahead.number()?;
    if !ahead.eat(&["月份", "月"]) {
        return None;
    }
    *cursor = ahead;
    for (word, third) in [("上旬", 1), ("中旬", 2), ("下旬", 3)] {
        if cursor.eat(&[word]) {
            return Some(Span::Third(month, third));
        }
    }
    if let Some(day) = cursor.number() {
        cursor.eat(&["日", "号"]);
        return Some(Span::Day(month, day));
    }
    Some(Span::Month(month))
}

fn recurring(cursor: &mut Cursor) -> Option<Rule> {
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
fn weekdays(cursor: &mut Cursor) -> Vec<Weekday> {
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
