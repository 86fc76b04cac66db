//! The clock against a calculation that shares nothing with it: the notices of the State Council on rest days and make-up
//! workdays of 2021 to 2026, copied by hand, and a finger that goes from day to day.
use super::{Due, Event, Span, due};
use calendar::WorkingDays;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use std::collections::HashSet;

/// First and last rest day of each holiday.
const RESTS: [(&str, &str); 41] = [
    ("2021-01-01", "2021-01-03"),
    ("2021-02-11", "2021-02-17"),
    ("2021-04-03", "2021-04-05"),
    ("2021-05-01", "2021-05-05"),
    ("2021-06-12", "2021-06-14"),
    ("2021-09-19", "2021-09-21"),
    ("2021-10-01", "2021-10-07"),
    ("2022-01-01", "2022-01-03"),
    ("2022-01-31", "2022-02-06"),
    ("2022-04-03", "2022-04-05"),
    ("2022-04-30", "2022-05-04"),
    ("2022-06-03", "2022-06-05"),
    ("2022-09-10", "2022-09-12"),
    ("2022-10-01", "2022-10-07"),
    ("2022-12-31", "2023-01-02"),
    ("2023-01-21", "2023-01-27"),
    ("2023-04-05", "2023-04-05"),
    ("2023-04-29", "2023-05-03"),
    ("2023-06-22", "2023-06-24"),
    ("2023-09-29", "2023-10-06"),
    ("2023-12-30", "2024-01-01"),
    ("2024-02-10", "2024-02-17"),
    ("2024-04-04", "2024-04-06"),
    ("2024-05-01", "2024-05-05"),
    ("2024-06-08", "2024-06-10"),
    ("2024-09-15", "2024-09-17"),
    ("2024-10-01", "2024-10-07"),
    ("2025-01-01", "2025-01-01"),
    ("2025-01-28", "2025-02-04"),
    ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"),
    ("2025-05-31", "2025-06-02"),
    ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
    // Next year's is not published; no test goes so far.
    ("2027-01-01", "2027-01-01"),
];

/// Saturdays and Sundays that are worked.
const WORKED: [&str; 36] = [
    "2021-02-07",
    "2021-02-20",
    "2021-04-25",
    "2021-05-08",
    "2021-09-18",
    "2021-09-26",
    "2021-10-09",
    "2022-01-29",
    "2022-01-30",
    "2022-04-02",
    "2022-04-24",
    "2022-05-07",
    "2022-10-08",
    "2022-10-09",
    "2023-01-28",
    "2023-01-29",
    "2023-04-23",
    "2023-05-06",
    "2023-06-25",
    "2023-10-07",
    "2023-10-08",
    "2024-02-04",
    "2024-02-18",
    "2024-04-07",
    "2024-04-28",
    "2024-05-11",
    "2024-09-14",
    "2024-09-29",
    "2024-10-12",
    "2025-01-26",
    "2025-02-08",
    "2025-04-27",
    "2025-09-28",
    "2025-10-11",
    "2026-01-04",
    "2026-02-14",
];
const WORKED_LATER: [&str; 4] = ["2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

struct Finger {
    rests: HashSet<NaiveDate>,
    worked: HashSet<NaiveDate>,
}

impl Finger {
    fn new() -> Finger {
        let mut rests = HashSet::new();
        for (first, last) in RESTS {
            let mut today = day(first);
            while today <= day(last) {
                rests.insert(today);
                today = today.succ_opt().unwrap();
            }
        }
        let worked = WORKED.iter().chain(&WORKED_LATER);
        Finger {
            rests,
            worked: worked.map(|text| day(text)).collect(),
        }
    }

    fn works(&self, today: NaiveDate) -> bool {
        let is_weekend = matches!(today.weekday(), Weekday::Sat | Weekday::Sun);
        self.worked.contains(&today) || !(is_weekend || self.rests.contains(&today))
    }

    fn worked_on_or_before(&self, mut today: NaiveDate) -> NaiveDate {
        while !self.works(today) {
            today = today.pred_opt().unwrap();
        }
        today
    }

    /// The day on which the count is full; days in a pause (after its first, up to its last) are not counted.
    fn counted(
        &self,
        start: NaiveDate,
        n: u32,
        pause: Option<(NaiveDate, NaiveDate)>,
        counts: impl Fn(NaiveDate) -> bool,
    ) -> NaiveDate {
        let (mut today, mut counted) = (start, 0);
        while counted < n {
            today = today.succ_opt().unwrap();
            let stands = pause.is_some_and(|(from, to)| from < today && today <= to);
            if counts(today) && !stands {
                counted += 1;
            }
        }
        today
    }

    /// The same day of a later month, or its last; on a rest day the working day before.
    fn months(&self, start: NaiveDate, n: u32) -> NaiveDate {
        let month = start.month0() + n;
        let (year, month) = (start.year() + (month / 12) as i32, month % 12 + 1);
        let in_month = (1..=start.day()).rev();
        let last = in_month
            .filter_map(|day| NaiveDate::from_ymd_opt(year, month, day))
            .next()
            .unwrap();
        self.worked_on_or_before(last)
    }

    fn office_hours(&self, start: NaiveDateTime, hours: u32) -> NaiveDateTime {
        let (mut now, mut left) = (start, hours * 60);
        while 0 < left {
            let minute = now
                .time()
                .signed_duration_since(chrono::NaiveTime::MIN)
                .num_minutes();
            let is_open = (510..720).contains(&minute) || (840..1050).contains(&minute);
            if is_open && self.works(now.date()) {
                left -= 1;
            }
            now += TimeDelta::minutes(1);
        }
        now
    }
}

#[test]
fn each_year_has_as_many_working_days_as_published() {
    let finger = Finger::new();
    let china = WorkingDays::china();
    for (year, published) in [
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ] {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days: Vec<_> = first
            .iter_days()
            .take_while(|day| day.year() == year)
            .collect();
        let by_hand = days.iter().filter(|day| finger.works(**day)).count();
        assert_eq!(by_hand, published, "{year}");
        for today in days {
            assert_eq!(finger.works(today), china.is_working_day(today), "{today}");
        }
    }
}

#[test]
fn every_day_of_six_years_gives_the_deadlines_of_both_sets_of_rules() {
    let (finger, china) = (Finger::new(), WorkingDays::china());
    let mut start = day("2021-01-01");
    while start < day("2026-11-01") {
        let at = start.and_hms_opt(10, 7, 0).unwrap();
        let end = |span, events: &[Event]| due(&china, at, span, events);
        for n in [1, 3, 7, 15, 30] {
            let by_hand = finger.counted(start, n, None, |day| finger.works(day));
            assert_eq!(
                end(Span::WorkingDays(n), &[]),
                Some(Due::EndOf(by_hand)),
                "{n} from {start}"
            );
            let by_hand = finger.counted(start, n, None, |_| true);
            let by_hand = finger.worked_on_or_before(by_hand);
            assert_eq!(
                end(Span::Days(n), &[]),
                Some(Due::EndOf(by_hand)),
                "{n} natural days from {start}"
            );
        }
        assert_eq!(
            end(Span::Months(1), &[]),
            Some(Due::EndOf(finger.months(start, 1))),
            "a month from {start}"
        );
        for hours in [2, 24] {
            let by_hand = at + TimeDelta::seconds(i64::from(hours) * 3_600);
            assert_eq!(end(Span::Hours(hours), &[]), Some(Due::At(by_hand)));
        }
        start = start.succ_opt().unwrap();
    }
}

#[test]
fn pauses_transfers_and_extensions_in_six_years_are_counted_as_by_hand() {
    let (finger, china) = (Finger::new(), WorkingDays::china());
    let noon = |day: NaiveDate| day.and_hms_opt(12, 0, 0).unwrap();
    let mut start = day("2021-01-01");
    while start < day("2026-10-01") {
        for (n, pause_after, stands, more) in [(7, 2, 9, 0), (7, 1, 20, 3), (15, 4, 5, 5)] {
            let from = start + TimeDelta::days(pause_after);
            let to = from + TimeDelta::days(stands);
            let mut events = vec![
                Event::Paused(noon(from)),
                Event::Transferred(noon(from) + TimeDelta::hours(1)),
                Event::Resumed(noon(to)),
            ];
            if 0 < more {
                events.push(Event::Extended(noon(to) + TimeDelta::hours(1), more));
            }
            let by_rule = |span| due(&china, noon(start), span, &events).map(Due::day);
            let pause = Some((from, to));
            let by_hand = finger.counted(start, n + more, pause, |day| finger.works(day));
            assert_eq!(
                by_rule(Span::WorkingDays(n)),
                Some(by_hand),
                "{n} from {start}, {events:?}"
            );
            let by_hand = finger.counted(start, n + more, pause, |_| true);
            // What is due on a rest day is due before it, and may be so while it stands: then the clock does not stop.
            if from < finger.worked_on_or_before(start + TimeDelta::days(i64::from(n))) {
                let by_hand = finger.worked_on_or_before(by_hand);
                assert_eq!(
                    by_rule(Span::Days(n)),
                    Some(by_hand),
                    "{n} days from {start}"
                );
            }
        }
        start = start.succ_opt().unwrap();
    }
}

#[test]
fn working_hours_from_every_third_day_end_at_the_same_minute() {
    let (finger, china) = (Finger::new(), WorkingDays::china());
    let mut start = day("2021-01-01").and_hms_opt(7, 55, 0).unwrap();
    while start.date() < day("2026-11-01") {
        for hours in [1, 4, 9] {
            let by_rule = due(&china, start, Span::WorkingHours(hours), &[]);
            let by_hand = finger.office_hours(start, hours);
            assert_eq!(
                by_rule,
                Some(Due::At(by_hand)),
                "{hours} hours from {start}"
            );
        }
        start += TimeDelta::minutes(3 * 24 * 60 + 97);
    }
}
