//! What comes back every week, month or quarter, and where its days move.
use super::*;

#[track_caller]
fn rule(text: &str) -> Rule {
    match read(text) {
        Ok(Deadline {
            kind: Kind::Recurring(rule),
            ..
        }) => rule,
        other => panic!("{text} is read as {other:?}"),
    }
}

#[test]
fn recurring_work_is_understood() {
    let weekly = |weekdays: &[Weekday]| Rule::Weekly {
        weekdays: weekdays.to_vec(),
        every_weeks: 1,
    };
    for (text, expected) in [
        ("每月28日", Rule::Monthly { days: vec![28] }),
        ("每月28日前", Rule::Monthly { days: vec![28] }),
        ("每月二十八日", Rule::Monthly { days: vec![28] }),
        ("每月10日、25日", Rule::Monthly { days: vec![10, 25] }),
        ("每月底", Rule::EndOf(Period::Month)),
        ("每月", Rule::EndOf(Period::Month)),
        ("每月一次", Rule::EndOf(Period::Month)),
        ("每周二", weekly(&[Weekday::Tue])),
        ("每星期二", weekly(&[Weekday::Tue])),
        ("每周二、周四", weekly(&[Weekday::Tue, Weekday::Thu])),
        ("每周二、四", weekly(&[Weekday::Tue, Weekday::Thu])),
        ("每周", Rule::EndOf(Period::Week)),
        ("每周一", weekly(&[Weekday::Mon])),
        ("每周一次", Rule::EndOf(Period::Week)),
        ("每季度", Rule::EndOf(Period::Quarter)),
        ("每季度末", Rule::EndOf(Period::Quarter)),
        ("每半年", Rule::EndOf(Period::HalfYear)),
        (
            "每月第二个周五",
            Rule::MonthlyWeekday {
                nth: 2,
                weekday: Weekday::Fri,
            },
        ),
        ("28th of each month", Rule::Monthly { days: vec![28] }),
        ("every month on the 28th", Rule::Monthly { days: vec![28] }),
        ("every Tuesday", weekly(&[Weekday::Tue])),
        (
            "Tuesdays and Thursdays",
            weekly(&[Weekday::Tue, Weekday::Thu]),
        ),
        ("quarterly", Rule::EndOf(Period::Quarter)),
        ("end of each quarter", Rule::EndOf(Period::Quarter)),
        (
            "first Tuesday of each month",
            Rule::MonthlyWeekday {
                nth: 1,
                weekday: Weekday::Tue,
            },
        ),
    ] {
        assert_eq!(rule(text), expected, "{text}");
    }
    assert_eq!(read("每月28日").unwrap().due, day(12, 28));
}

#[test]
fn study_nights_move_off_rest_days_as_told() {
    let nights = Rule::Weekly {
        weekdays: vec![Weekday::Tue],
        every_weeks: 1,
    };
    let in_october = |rest_days| -> Vec<u32> {
        nights
            .occurrences(day(9, 27), day(10, 17), rest_days, &WorkingDays::china())
            .into_iter()
            .map(|occurrence| occurrence.day.day())
            .collect()
    };
    assert_eq!(in_october(RestDays::Keep), [28, 5, 12]);
    assert_eq!(in_october(RestDays::Before), [28, 30, 12]);
    assert_eq!(in_october(RestDays::After), [28, 8, 12]);
}

#[test]
fn the_last_service_day_stays_within_the_campaign() {
    let service = Rule::Monthly { days: vec![31] };
    let held = service.occurrences(
        day(2, 1),
        day(2, 28),
        RestDays::After,
        &WorkingDays::china(),
    );
    assert_eq!(
        held,
        [Occurrence {
            written: day(2, 28),
            day: day(2, 26)
        }]
    );
}

#[test]
fn every_other_week_counts_from_the_first_week() {
    let rule = rule("每两周周五");
    let held: Vec<_> = rule
        .occurrences(day(3, 1), day(3, 31), RestDays::Keep, &WorkingDays::china())
        .into_iter()
        .map(|occurrence| occurrence.written.day())
        .collect();
    assert_eq!(held, [5, 19]);
}
