//! The clock of a sample zone: it goes like any clock, from the day on which the story stands.
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Clock, SystemClock};

pub struct ShiftedClock {
    back: TimeDelta,
}

impl ShiftedClock {
    /// It is now `today`, at the machine's time of day.
    pub fn begin(today: NaiveDate) -> ShiftedClock {
        ShiftedClock {
            back: SystemClock.today() - today,
        }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() - self.back
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_zone_begins_on_the_day_of_its_story() {
        let day = NaiveDate::from_ymd_opt(2021, 5, 14).expect("a day");
        assert_eq!(ShiftedClock::begin(day).today(), day);
    }
}
