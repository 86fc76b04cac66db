use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Clock, FixedClock};
use std::sync::{Mutex, PoisonError};

/// A clock that the sample's story sets: every entry is recorded on the day on which somebody would have recorded it.
#[derive(Debug)]
pub struct SampleClock(Mutex<DateTime<Utc>>);

impl SampleClock {
    pub fn at(day: NaiveDate) -> SampleClock {
        SampleClock(Mutex::new(FixedClock::noon(day).now()))
    }

    /// Noon of `day`, or a little later than before if that is past.
    pub fn move_to(&self, day: NaiveDate) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = FixedClock::noon(day)
            .now()
            .max(*now + TimeDelta::minutes(1));
    }
}

impl Clock for SampleClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
