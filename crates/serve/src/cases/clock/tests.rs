use super::*;
use chrono::NaiveTime;

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn end_of(text: &str) -> Option<Due> {
    Some(Due::EndOf(day(text)))
}

#[test]
fn seven_working_days_over_the_spring_festival_count_make_up_days_and_skip_the_holiday() {
    let days = WorkingDays::china();
    // 2021: 7 February (Sunday) is worked, 11 to 17 February is not, 20 February (Saturday) is.
    let due = due(&days, at("2021-02-05 16:00"), Span::WorkingDays(7), &[]);
    assert_eq!(due, end_of("2021-02-20"));
}

#[test]
fn an_emergency_at_night_is_due_two_hours_later() {
    let days = WorkingDays::china();
    let due = due(&days, at("2021-02-11 23:30"), Span::Hours(2), &[]);
    assert_eq!(due, Some(Due::At(at("2021-02-12 01:30"))));
}

#[test]
fn a_month_that_ends_on_a_rest_day_ends_on_the_working_day_before() {
    let days = WorkingDays::china();
    let due = due(&days, at("2021-04-03 09:00"), Span::Months(1), &[]);
    assert_eq!(due, end_of("2021-04-30"));
}

#[test]
fn a_paused_clock_has_no_deadline_and_goes_on_with_what_was_left() {
    let days = WorkingDays::china();
    let paused = [Event::Paused(at("2021-03-03 10:00"))];
    let start = at("2021-03-01 09:00");
    assert_eq!(due(&days, start, Span::WorkingDays(7), &paused), None);
    let resumed = [paused[0], Event::Resumed(at("2021-03-15 10:00"))];
    let lines = explain(&days, start, Span::WorkingDays(7), &resumed);
    assert_eq!(lines[1].what, What::Paused { left: 5 });
    assert_eq!(lines[2].due, end_of("2021-03-22"));
}

#[test]
fn an_extension_adds_to_a_clock_that_runs_and_to_one_that_stands() {
    let days = WorkingDays::china();
    let start = at("2021-03-01 09:00");
    let running = [Event::Extended(at("2021-03-02 09:00"), 3)];
    assert_eq!(
        due(&days, start, Span::WorkingDays(7), &running),
        end_of("2021-03-15")
    );
    let standing = [
        Event::Paused(at("2021-03-03 10:00")),
        Event::Extended(at("2021-03-04 10:00"), 3),
        Event::Resumed(at("2021-03-15 10:00")),
    ];
    assert_eq!(
        due(&days, start, Span::WorkingDays(7), &standing),
        end_of("2021-03-25")
    );
}

#[test]
fn a_clock_that_has_run_out_cannot_be_paused_any_more() {
    let days = WorkingDays::china();
    let late = [Event::Paused(at("2021-03-20 10:00"))];
    assert_eq!(
        due(&days, at("2021-03-01 09:00"), Span::WorkingDays(7), &late),
        end_of("2021-03-10")
    );
}

/// Counts day by day, with nothing but a list of days that are worked.
fn counted_by_hand(
    days: &WorkingDays,
    start: NaiveDate,
    n: i64,
    pause: Option<(NaiveDate, NaiveDate)>,
) -> NaiveDate {
    let (mut today, mut counted) = (start, 0);
    while counted < n {
        today = today.succ_opt().unwrap();
        let stands = pause.is_some_and(|(from, to)| from < today && today <= to);
        if days.is_working_day(today) && !stands {
            counted += 1;
        }
    }
    today
}

#[test]
fn every_day_of_six_years_gives_the_deadline_that_a_finger_on_the_calendar_finds() {
    let days = WorkingDays::china();
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
    let mut start = day("2021-01-01");
    while start < day("2026-11-01") {
        for n in [1, 3, 7, 15] {
            let span = Span::WorkingDays(n);
            let by_rule = due(&days, start.and_time(noon), span, &[]);
            let by_hand = counted_by_hand(&days, start, i64::from(n), None);
            assert_eq!(by_rule, Some(Due::EndOf(by_hand)), "{n} days from {start}");
            let (from, to) = (start + Days::new(2), start + Days::new(20));
            if by_hand < from {
                continue;
            }
            let events = [
                Event::Paused(from.and_time(noon)),
                Event::Resumed(to.and_time(noon)),
            ];
            let by_hand = counted_by_hand(&days, start, i64::from(n), Some((from, to)));
            // A clock whose last day is the day of the pause has nothing left: it is due when it goes on.
            let by_rule = due(&days, start.and_time(noon), span, &events).map(Due::day);
            if days.between(start, from) < i64::from(n) {
                assert_eq!(
                    by_rule,
                    Some(by_hand),
                    "{n} days from {start}, with a pause"
                );
            }
        }
        start = start + Days::new(1);
    }
}

/// Counts minute by minute.
fn office_minutes_by_hand(days: &WorkingDays, start: NaiveDateTime, minutes: u32) -> NaiveDateTime {
    let (mut now, mut counted) = (start, 0);
    while counted < minutes {
        let minute = chrono::Timelike::hour(&now) * 60 + chrono::Timelike::minute(&now);
        let is_open = (510..720).contains(&minute) || (840..1050).contains(&minute);
        if is_open && days.is_working_day(now.date()) {
            counted += 1;
        }
        now += TimeDelta::minutes(1);
    }
    now
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn working_hours_end_at_the_minute_that_a_clerk_with_a_watch_finds(
        minute in 0i64..(5 * 365 * 24 * 60),
        hours in 1u32..=24,
    ) {
        let days = WorkingDays::china();
        let start = at("2021-01-01 00:00") + TimeDelta::minutes(minute);
        let by_rule = due(&days, start, Span::WorkingHours(hours), &[]);
        let by_hand = office_minutes_by_hand(&days, start, hours * 60);
        proptest::prop_assert_eq!(by_rule, Some(Due::At(by_hand)));
        // A pause over a night, and all that was left after it.
        let (from, to) = (start + TimeDelta::hours(1), start + TimeDelta::hours(30));
        if by_hand <= from {
            return Ok(());
        }
        let events = [Event::Paused(from), Event::Resumed(to)];
        let by_rule = due(&days, start, Span::WorkingHours(hours), &events);
        let mut used = 0;
        while used < hours * 60 && office_minutes_by_hand(&days, start, used + 1) <= from {
            used += 1;
        }
        let by_hand = match hours * 60 - used {
            0 => to,
            left => office_minutes_by_hand(&days, to, left),
        };
        proptest::prop_assert_eq!(by_rule, Some(Due::At(by_hand)));
    }

    #[test]
    fn natural_hours_pass_by_day_and_by_night(minute in 0i64..(5 * 365 * 24 * 60), hours in 1u32..100) {
        let start = at("2021-01-01 00:00") + TimeDelta::minutes(minute);
        let by_hand = (0..hours * 60).fold(start, |now, _| now + TimeDelta::minutes(1));
        let by_rule = due(&WorkingDays::china(), start, Span::Hours(hours), &[]);
        proptest::prop_assert_eq!(by_rule, Some(Due::At(by_hand)));
    }
}
