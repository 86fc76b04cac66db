use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// Seconds that China Standard Time is ahead of UTC. It has had no daylight saving time since 1991.
pub const ZONE_OFFSET_SECONDS: i32 = 8 * 3600;

/// The one time zone of the product (Asia/Shanghai).
pub fn zone() -> FixedOffset {
    FixedOffset::east_opt(ZONE_OFFSET_SECONDS).expect("eight hours is a valid offset")
}

/// Where the time comes from. Tests and the sample zone hand in one that stands still.
pub trait Clock: Send + Sync + 'static {
    /// Now, cut to microseconds: both databases keep exactly this much.
    fn now(&self) -> DateTime<Utc>;

    /// The calendar day it is in the product's time zone.
    fn today(&self) -> NaiveDate {
        self.now().with_timezone(&zone()).date_naive()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock that others are handed"
    )]
    fn now(&self) -> DateTime<Utc> {
        to_micros(Utc::now())
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl FixedClock {
    /// Noon of `day` in the product's time zone.
    pub fn noon(day: NaiveDate) -> Self {
        let noon = day.and_hms_opt(12, 0, 0).expect("noon exists");
        Self(
            noon.and_local_timezone(zone())
                .single()
                .expect("a fixed offset has no gaps")
                .with_timezone(&Utc),
        )
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        to_micros(self.0)
    }
}

fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}
