//! A single day or stretch of days.
use super::{BEFORE, recurring::weekdays};
use crate::{
    Holiday,
    deadline::{
        cursor::Cursor,
        numeric,
        phrase::{Festival, Point, Span},
    },
};

const FESTIVALS: &[(&str, Festival)] = &[
    ("元旦", Festival::Fixed(1, 1)),
    ("三八", Festival::Fixed(3, 8)),
    ("五一", Festival::Fixed(5, 1)),
    ("五四", Festival::Fixed(5, 4)),
    ("六一", Festival::Fixed(6, 1)),
    ("七一", Festival::Fixed(7, 1)),
    ("八一", Festival::Fixed(8, 1)),
    ("十一", Festival::Fixed(10, 1)),
    ("建党节", Festival::Fixed(7, 1)),
    ("建军节", Festival::Fixed(8, 1)),
    ("劳动节", Festival::Fixed(5, 1)),
    ("国庆", Festival::Fixed(10, 1)),
    ("春节", Festival::Moving(Holiday::SpringFestival)),
    ("清明", Festival::Moving(Holiday::TombSweeping)),
    ("端午", Festival::Moving(Holiday::DragonBoat)),
    ("中秋", Festival::Moving(Holiday::MidAutumn)),
];

pub fn point(cursor: &mut Cursor) -> Option<Point> {
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
pub fn year(cursor: &mut Cursor) -> Option<i32> {
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
    let is_short = ahead.eat(&["q"]);
    ahead.eat(&["第"]);
    let number = ahead.number()?;
    if is_short && 9 < number {
        return None;
    }
    if !is_short && !ahead.eat(&["季度", "季"]) {
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
        weekday_in_brackets(cursor);
        return Some(Span::Day(month, day));
    }
    Some(Span::Month(month))
}

/// `6月30日(星期三)`: the date holds, the weekday only helps to read it.
fn weekday_in_brackets(cursor: &mut Cursor) {
    let mut ahead = *cursor;
    if ahead.eat(&["("]) && weekdays(&mut ahead).len() == 1 && ahead.eat(&[")"]) {
        *cursor = ahead;
    }
}
