use chrono::{Datelike, NaiveDate};
use kernel::Lang;

/// A date as official documents write it: `2021年5月14日`, without zeros (GB/T 9704-2012, 7.3.5.4); `14 May 2021`.
pub fn write_date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => date.format("%-d %B %Y").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_have_no_zeros_before_them() {
        let date = NaiveDate::from_ymd_opt(2021, 5, 4).expect("a date");
        assert_eq!(write_date(date, Lang::Zh), "2021年5月4日");
        assert_eq!(write_date(date, Lang::En), "4 May 2021");
    }
}
