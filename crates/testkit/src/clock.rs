use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Clock, FixedClock};
use std::sync::Mutex;

/// A clock that stands still until the test moves it.
pub struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    /// Noon of the 15th of March 2021, a Monday and a working day.
    pub fn new() -> TestClock {
        let day = NaiveDate::from_ymd_opt(2021, 3, 15).unwrap();
        TestClock(Mutex::new(FixedClock::noon(day).now()))
    }

    /// Goes to noon of `day`, forwards or backwards.
    pub fn set_day(&self, day: NaiveDate) {
        *self.0.lock().unwrap() = FixedClock::noon(day).now();
    }

    pub fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Default for TestClock {
    fn default() -> Self {
        TestClock::new()
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}
