//! Dates in the spellings that offices use.
use super::{Value, numerals, spelling};
use chrono::{Datelike, Days, NaiveDate};

/// Day numbers that Excel may show as a plain number when the date format was lost: 1954-10-03 to 2119-01-20.
const DAY_NUMBERS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// Two digits of a year up to this one are of this century, those after it of the last.
const SHORT_YEAR_MAX: i32 = 49;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateProblem {
    /// A month alone (`2021年6月`) is none either: which day is meant is not for us to say.
    NotADate,
    /// Written as a date, but the calendar has no such day.
    NoSuchDay,
}

type Read = Result<NaiveDate, DateProblem>;

pub(crate) fn date(value: &Value) -> Read {
    match value {
        Value::Moment(moment) => Ok(moment.date()),
        Value::Number(number) if number.fract() == 0.0 => of_number(*number as i64),
        Value::Text(text) => of_text(&spelling::squeeze(without_time(text))),
        _ => Err(DateProblem::NotADate),
    }
}

/// The first day of a month that stands without its day: `2016年3月`, `2016.03`, `2016-3`, `201603`. `2016.1` is refused: it
/// may have been `2016.10` before a workbook took it for a number.
pub(crate) fn month(value: &Value) -> Option<NaiveDate> {
    let text = match value {
        Value::Number(number) => format!("{number}"),
        Value::Text(text) => spelling::squeeze(text),
        _ => return None,
    };
    if text.ends_with(".1") {
        return None;
    }
    if let Some((year, month)) = text.split_once('年') {
        let month = month.trim_end_matches('份').strip_suffix('月')?;
        return of_parts(&numerals::year(year)?, &numerals::count(month)?, "1").ok();
    }
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if text.len() - word.len() == 4 && word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return in_english(&format!("1{text}")).ok();
    }
    let (year, month) = match text.find(['.', '-', '/']) {
        Some(sign) => (&text[..sign], &text[sign + 1..]),
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        None => return None,
    };
    let is_number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    (is_number(year, 4..=4) && is_number(month, 1..=2))
        .then(|| of_parts(year, month, "1").ok())
        .flatten()
}

fn of_number(number: i64) -> Read {
    match of_day_number(number) {
        Some(day) => Ok(day),
        None => compact(&number.to_string()),
    }
}

/// The day with this number in a workbook.
pub(crate) fn of_day_number(number: i64) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    DAY_NUMBERS
        .contains(&number)
        .then(|| epoch.checked_add_days(Days::new(number.unsigned_abs())))?
}

fn of_text(text: &str) -> Read {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return match text.parse() {
            Ok(number) if DAY_NUMBERS.contains(&number) => of_number(number),
            _ => compact(text),
        };
    }
    if let Some(date) = text.strip_suffix(['日', '号']) {
        let parts = date.split_once('年').and_then(|(year, rest)| {
            let (month, day) = rest.split_once('月')?;
            Some((
                numerals::year(year)?,
                numerals::count(month)?,
                numerals::count(day)?,
            ))
        });
        let (year, month, day) = parts.ok_or(DateProblem::NotADate)?;
        return of_parts(&year, &month, &day);
    }
    if text.contains(|c: char| c.is_ascii_alphabetic()) {
        return in_english(text);
    }
    let sign = text.chars().find(|c| !c.is_ascii_digit());
    let sign = sign.filter(|sign| matches!(sign, '-' | '/' | '.'));
    let parts: Vec<&str> = sign.map_or_else(Vec::new, |sign| text.split(sign).collect());
    match parts[..] {
        [year, month, day] if year.len() == 4 => of_parts(year, month, day),
        _ => Err(DateProblem::NotADate),
    }
}

/// `3 Feb 2011`, `Feb 3, 2011`, `3-Feb-2011`, `February 3rd 2011`, here without blanks: the month is spelled out, so that nobody
/// has to guess which number is the day.
fn in_english(text: &str) -> Read {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = without_ordinals(&text.to_ascii_lowercase());
    let start = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
    let word: String = text[start..]
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    let month = MONTHS
        .iter()
        .position(|month| 3 <= word.len() && (month.starts_with(&word) || word == "sept"))
        .map(|at| (at + 1).to_string());
    let month = month.ok_or(DateProblem::NotADate)?;
    let before = text[..start].trim_end_matches(['-', '/', '.', ',']);
    let after = text[start + word.len()..].trim_start_matches(['-', '/', '.', ',']);
    if before.is_empty() {
        // The year is the last four digits; what stands before it is the day.
        let split = after
            .len()
            .checked_sub(4)
            .filter(|at| after.is_char_boundary(*at));
        let (day, year) = after.split_at(split.ok_or(DateProblem::NotADate)?);
        return of_parts(year, &month, day.trim_end_matches([',', '-', '/', '.']));
    }
    of_parts(after, &month, before)
}

/// `5th` is `5`. No month begins with these letters.
fn without_ordinals(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        bare.push(c);
        rest = &rest[c.len_utf8()..];
        if c.is_ascii_digit() {
            let endings = ["st", "nd", "rd", "th"];
            rest = endings
                .iter()
                .find_map(|ending| rest.strip_prefix(ending))
                .unwrap_or(rest);
        }
    }
    bare
}

/// `20210305`
fn compact(digits: &str) -> Read {
    if digits.len() != 8 || !digits.is_ascii() {
        return Err(DateProblem::NotADate);
    }
    of_parts(&digits[..4], &digits[4..6], &digits[6..])
}

fn of_parts(year: &str, month: &str, day: &str) -> Read {
    let number = |digits: &str| match digits.len() {
        1..=4 => digits.parse::<u32>().ok(),
        _ => None,
    };
    let (Some(year_number), Some(month), Some(day)) = (number(year), number(month), number(day))
    else {
        return Err(DateProblem::NotADate);
    };
    let century = match (year.len(), year_number as i32) {
        (4, _) => 0,
        (2, short) if short <= SHORT_YEAR_MAX => 2000,
        (2, _) => 1900,
        _ => return Err(DateProblem::NotADate),
    };
    NaiveDate::from_ymd_opt(century + year_number as i32, month, day)
        .filter(|date| (1900..2200).contains(&date.year()))
        .ok_or(DateProblem::NoSuchDay)
}

/// `2021-03-05 08:30:00` and `2021-03-05T08:30:00` are the date they begin with.
fn without_time(text: &str) -> &str {
    if !text.contains([':', '：']) {
        return text;
    }
    let text = text.trim_start();
    let end = text.find(|c: char| c == 'T' || c.is_whitespace());
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        date(&Value::Text(text.into()))
            .map_or_else(|problem| format!("{problem:?}"), |date| date.to_string())
    }

    #[test]
    fn the_usual_spellings_are_one_date() {
        for text in [
            "2021-03-05",
            "2021-3-5",
            "2021/3/5",
            "2021.3.5",
            "2021．０３．０５",
            "2021年3月5日",
            "２０２１年０３月０５日",
            "2021年 3月 5号",
            "20210305",
            "2021-03-05T00:00:00",
            "2021-03-05 08:30:00",
            "2021/3/5 8:30",
            "44260",
            "21年3月5日",
            "二〇二一年三月五日",
            "二零二一年三月五日",
            "5 Mar 2021",
            "5-Mar-2021",
            "5th March 2021",
            "March 5, 2021",
            "Mar. 5th, 2021",
        ] {
            assert_eq!(read(text), "2021-03-05", "{text}");
        }
        for number in [44_260.0, 20_210_305.0] {
            assert_eq!(
                date(&Value::Number(number)).unwrap().to_string(),
                "2021-03-05"
            );
        }
    }

    #[test]
    fn what_is_no_full_date_is_refused() {
        for text in [
            "2021年6月",
            "6月底前",
            "2021.3",
            "21-3-5",
            "121年3月5日",
            "长期",
            "3/5/2021",
            "2021-3-5-1",
            "8:30",
            "Mar 2021",
            "5 Foo 2021",
            "March",
        ] {
            assert_eq!(read(text), "NotADate", "{text}");
        }
    }

    #[test]
    fn a_month_alone_begins_with_its_first_day_where_that_is_enough() {
        let month = |value: Value| month(&value).map(|day| day.to_string());
        for text in [
            "2016年3月",
            "2016年03月份",
            "16年3月",
            "二〇一六年三月",
            "2016.03",
            "2016.3",
            "2016-3",
            "2016/03",
            "201603",
            "Mar 2016",
            "March 2016",
        ] {
            let first = month(Value::Text(text.into()));
            assert_eq!(first.as_deref(), Some("2016-03-01"), "{text}");
        }
        for (number, day) in [
            (2016.03, Some("2016-03-01")),
            (2016.3, Some("2016-03-01")),
            (2016.12, Some("2016-12-01")),
            (201_603.0, Some("2016-03-01")),
            // January, or October without its zero.
            (2016.1, None),
            (2016.13, None),
            (2016.0, None),
        ] {
            assert_eq!(month(Value::Number(number)).as_deref(), day, "{number}");
        }
        for text in [
            "2016", "2016.1", "3月", "2016年", "2016.13", "16-3", "201613", "不详",
        ] {
            assert_eq!(month(Value::Text(text.into())), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_told_from_what_is_no_date() {
        for text in [
            "2021-02-30",
            "2021.13.1",
            "2021年2月30日",
            "20210230",
            "21年2月29日",
        ] {
            assert_eq!(read(text), "NoSuchDay", "{text}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_of_this_century_or_of_the_last() {
        assert_eq!(read("85年10月1日"), "1985-10-01");
        assert_eq!(read("08年10月1日"), "2008-10-01");
        assert_eq!(read("一九四九年十月一日"), "1949-10-01");
        assert_eq!(read("二〇二一年十二月三十一日"), "2021-12-31");
    }
}
