//! The arrangements that the General Office of the State Council published, from the crate `chinese_holiday`.
use super::{DayKind, Holiday, WorkingDays};
use chinese_holiday::{DayKind as Published, Ymd, chinese_holiday};
use chrono::{Datelike, NaiveDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
    sync::LazyLock,
};

/// The years that the crate carries.
const YEARS: RangeInclusive<i32> = 2004..=2026;

/// The crate panics after this day; no arrangement reaches later.
const LAST_DAY: (i32, u32, u32) = (2026, 12, 25);

pub fn published() -> &'static WorkingDays {
    static CHINA: LazyLock<WorkingDays> = LazyLock::new(|| {
        let exceptions: BTreeMap<NaiveDate, DayKind> = days()
            .map(|day| (day, kind(day)))
            .filter(|&(day, kind)| kind != DayKind::by_weekday(day))
            .collect();
        let known: BTreeSet<i32> = YEARS.collect();
        WorkingDays::of(exceptions, known)
    });
    &CHINA
}

fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).expect("every year has a first day");
    let (year, month, day) = LAST_DAY;
    let last = NaiveDate::from_ymd_opt(year, month, day).expect("the last day is a date");
    first.iter_days().take_while(move |&day| day <= last)
}

fn kind(day: NaiveDate) -> DayKind {
    let year = u16::try_from(day.year()).expect("the years carried are small");
    let month = u8::try_from(day.month()).expect("months are small");
    let number = u8::try_from(day.day()).expect("days of a month are small");
    match chinese_holiday(Ymd::new(year, month, number)) {
        Published::NormalWorkday => DayKind::Work,
        Published::NormalHoliday => DayKind::Weekend,
        Published::NewYearsDayHoliday => DayKind::Holiday(Holiday::NewYear),
        Published::SpringFestivalHoliday => DayKind::Holiday(Holiday::SpringFestival),
        Published::ChingMingFestivalHoliday => DayKind::Holiday(Holiday::TombSweeping),
        Published::InternationalWorkersDayHoliday => DayKind::Holiday(Holiday::Labour),
        Published::DragonBoatFestivalHoliday => DayKind::Holiday(Holiday::DragonBoat),
        Published::MidAutumnFestivalHoliday => DayKind::Holiday(Holiday::MidAutumn),
        Published::NationalDayHoliday => DayKind::Holiday(Holiday::National),
        Published::OtherHoliday => DayKind::Holiday(Holiday::Other),
        Published::NewYearsDayWorkday
        | Published::SpringFestivalWorkday
        | Published::ChingMingFestivalWorkday
        | Published::InternationalWorkersDayWorkday
        | Published::DragonBoatFestivalWorkday
        | Published::MidAutumnFestivalWorkday
        | Published::NationalDayWorkday
        | Published::OtherWorkday => DayKind::MakeUp,
    }
}
