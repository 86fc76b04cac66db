//! Days written in digits alone, the same in every language.
use super::{
    cursor::Cursor,
    phrase::{Point, Span},
};

/// `2021-06-30`, `2021.6.30`, `2021/6/30`, `20210630`, `2021-06`, `202106`, `30/6/2021`, `6.30`, `6/30`.
pub fn point(cursor: &mut Cursor) -> Option<Point> {
    let mut ahead = *cursor;
    let point = forms(&mut ahead)?;
    if ahead.rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    *cursor = ahead;
    Some(point)
}

fn forms(cursor: &mut Cursor) -> Option<Point> {
    let (first, length) = cursor.digits()?;
    match length {
        8 => return Some(day(Some(first / 10_000), first / 100 % 100, first % 100)),
        6 => {
            return Some(Point::new(
                Some(year(first / 100)),
                Span::Month(first % 100),
            ));
        }
        _ => {}
    }
    let separator = ["-", "/", "."]
        .into_iter()
        .find(|&sign| cursor.eat(&[sign]))?;
    let (second, second_length) = cursor.digits()?;
    let mut ahead = *cursor;
    let third = ahead.eat(&[separator]).then(|| ahead.digits()).flatten();
    match (length, third) {
        (4, Some((third, 1 | 2))) => {
            *cursor = ahead;
            Some(day(Some(first), second, third))
        }
        (4, None) if second_length <= 2 => Some(Point::new(Some(year(first)), Span::Month(second))),
        (1 | 2, Some((third, 4))) => {
            *cursor = ahead;
            Some(day_first(first, second, third))
        }
        (1 | 2, Some((third, 1 | 2))) if length == 2 => {
            *cursor = ahead;
            Some(short_year(first, second, third))
        }
        (1 | 2, None) if separator != "-" => Some(month_and_day(first, second, second_length)),
        _ => None,
    }
}

fn day(year_number: Option<u32>, month: u32, day: u32) -> Point {
    Point::new(year_number.map(year), Span::Day(month, day))
}

fn year(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// With both numbers up to twelve nobody knows which is the month.
fn day_first(first: u32, second: u32, year: u32) -> Point {
    match (first <= 12, second <= 12) {
        (true, true) if first != second => day(Some(year), second, first).unclear(),
        (true, false) => day(Some(year), first, second),
        _ => day(Some(year), second, first),
    }
}

/// `21.6.30` or `30.6.21`: the number in the twenties is taken for the year, but only to propose it.
fn short_year(first: u32, second: u32, third: u32) -> Point {
    let (year, number) = if (20..30).contains(&first) {
        (first, third)
    } else {
        (third, first)
    };
    day(Some(2000 + year), second, number).unclear()
}

/// `6.3` may be a `6.30` that a spreadsheet took for a number.
fn month_and_day(month: u32, number: u32, length: usize) -> Point {
    let point = day(None, month, number);
    if length == 1 && (1..=3).contains(&number) {
        point.unclear()
    } else {
        point
    }
}
