//! Dates in the spellings that offices use.
use super::{Value, spelling};
use chrono::{Days, NaiveDate};

/// Day numbers that Excel may show as a plain number when the date format was lost: 1954-10-03 to 2119-01-20.
const DAY_NUMBERS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// `None` when it is no full date. A month alone (`2021年6月`) is none: which day is meant is not for us to say.
pub(crate) fn date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Moment(moment) => Some(moment.date()),
        Value::Number(number) if number.fract() == 0.0 => of_number(*number as i64),
        Value::Text(text) => of_text(&spelling::squeeze(without_time(text))),
        _ => None,
    }
}

fn of_number(number: i64) -> Option<NaiveDate> {
    if DAY_NUMBERS.contains(&number) {
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        return epoch.checked_add_days(Days::new(number.unsigned_abs()));
    }
    compact(&number.to_string())
}

fn of_text(text: &str) -> Option<NaiveDate> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text).or_else(|| {
            let day_number = text.parse().ok()?;
            DAY_NUMBERS
                .contains(&day_number)
                .then(|| of_number(day_number))?
        });
    }
    if let Some(date) = text.strip_suffix(['日', '号']) {
        let (year, rest) = date.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        return of_parts(year, month, day);
    }
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let mut parts = text.split(sign);
    let date = of_parts(parts.next()?, parts.next()?, parts.next()?)?;
    parts.next().is_none().then_some(date)
}

/// `20210305`
fn compact(digits: &str) -> Option<NaiveDate> {
    if digits.len() != 8 || !digits.is_ascii() {
        return None;
    }
    of_parts(&digits[..4], &digits[4..6], &digits[6..])
}

fn of_parts(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (1900..2200)
        .contains(&chrono::Datelike::year(&date))
        .then_some(date)
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
        date(&Value::Text(text.into())).map_or("none".into(), |date| date.to_string())
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
            "2021-02-30",
            "21-3-5",
            "长期",
            "3/5/2021",
            "2021-3-5-1",
            "8:30",
        ] {
            assert_eq!(read(text), "none", "{text}");
        }
    }
}
