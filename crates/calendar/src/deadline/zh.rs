//! Chinese spellings.
mod point;
mod recurring;

use super::{
    cursor::{Cursor, plain},
    phrase::{Phrase, Point, Span},
};
use point::{point, year};
use recurring::recurring;

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
    ".", ",", ";", "推进", "持续", "坚持", "开展", "实施", "落实", "报送", "上报", "建成", "上午",
    "下午", "晚上", "晚",
];
const BEFORE: &[&str] = &["之前", "以前", "前"];
const TO: &[&str] = &["-", "至", "到"];
const AND: &[&str] = &[",", "和", "及", "与", "/"];
const FROM_NOW: &[&str] = &["即日起", "从现在起", "现在起"];
const STANDING: &[&str] = &[
    "常抓不懈",
    "坚持不懈",
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
    "常抓不懈",
    "不懈",
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
    "立即",
];
/// Days that depend on when they are read, if the text begins with them.
const RELATIVE: &[&str] = &[
    "月底", "月末", "本月", "下月", "次月", "本周", "下周", "明天", "年前", "节前", "明年", "次年",
    "去年",
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
