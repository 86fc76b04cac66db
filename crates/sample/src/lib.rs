//! The sample zone: an invented development zone in the real shape of the model case.
//!
//! Always true of it: units, firms and people are invented; the totals are real, and each comes about by counting what was
//! entered through the same acts that people use. Nothing here depends on the day, the machine or the run.
mod clock;
pub mod content;
mod make;

pub use clock::SampleClock;
pub use make::{Made, Zone, make};

use chrono::NaiveDate;

/// The day it is in the sample zone.
pub const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2021, 5, 14) {
    Some(day) => day,
    None => unreachable!(),
};

/// The password of all sample people. They exist in the sample zone only.
pub const PASSWORD: &str = "Qiyun#2021";

/// The campaign's code.
pub const CAMPAIGN: &str = "ph2021";
