//! Hours in which nobody's telephone rings for something that can wait.
use chrono::{DateTime, Days, NaiveTime, Utc};
use kernel::zone;

const FROM: NaiveTime = NaiveTime::from_hms_opt(21, 0, 0).expect("a time of the day");
const UNTIL: NaiveTime = NaiveTime::from_hms_opt(7, 30, 0).expect("a time of the day");

/// This moment, or half past seven in the morning that follows if it lies between 21:00 and then.
pub fn after(at: DateTime<Utc>) -> DateTime<Utc> {
    let local = at.with_timezone(&zone());
    let morning = match local.time() {
        time if time < UNTIL => local.date_naive(),
        time if FROM <= time => local.date_naive() + Days::new(1),
        _ => return at,
    };
    super::offering::instant(morning, UNTIL)
}

#[cfg(test)]
mod tests {
    use super::after;
    use crate::sessions::offering::instant;

    #[test]
    fn at_night_everything_waits_for_half_past_seven() {
        let at = |day: &str, time: &str| instant(day.parse().unwrap(), time.parse().unwrap());
        for (when, expected) in [
            (("2021-04-08", "20:59:59"), ("2021-04-08", "20:59:59")),
            (("2021-04-08", "21:00:00"), ("2021-04-09", "07:30:00")),
            (("2021-04-08", "23:59:00"), ("2021-04-09", "07:30:00")),
            (("2021-04-09", "00:00:00"), ("2021-04-09", "07:30:00")),
            (("2021-04-09", "07:29:59"), ("2021-04-09", "07:30:00")),
            (("2021-04-09", "07:30:00"), ("2021-04-09", "07:30:00")),
            (("2021-12-31", "22:00:00"), ("2022-01-01", "07:30:00")),
        ] {
            let (expected, when) = (at(expected.0, expected.1), at(when.0, when.1));
            assert_eq!(after(when), expected);
        }
    }
}
