use super::*;
use chrono::Days;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    day(year, 1, 1)
        .iter_days()
        .take_while(move |day| day.year() == year)
}

#[test]
fn the_years_have_the_working_days_that_five_public_lists_agree_on() {
    let china = WorkingDays::china();
    let totals: Vec<_> = (2021..=2026).map(|year| china.count_year(year)).collect();
    assert_eq!(totals, [250, 249, 249, 251, 248, 248]);
}

#[test]
fn the_rest_days_of_2021_are_those_published() {
    let published = [
        ((1, 1), (1, 3)),
        ((2, 11), (2, 17)),
        ((4, 3), (4, 5)),
        ((5, 1), (5, 5)),
        ((6, 12), (6, 14)),
        ((9, 19), (9, 21)),
        ((10, 1), (10, 7)),
    ];
    let expected: Vec<_> = published
        .into_iter()
        .flat_map(|((month, first), (_, last))| (first..=last).map(move |d| day(2021, month, d)))
        .collect();
    let china = WorkingDays::china();
    let holidays: Vec<_> = days_of(2021)
        .filter(|&day| matches!(china.kind(day), DayKind::Holiday(_)))
        .collect();
    assert_eq!(holidays, expected);
}

#[test]
fn the_makeup_workdays_of_2021_are_those_published() {
    let china = WorkingDays::china();
    let makeup: Vec<_> = days_of(2021)
        .filter(|&day| china.kind(day) == DayKind::MakeUp)
        .map(|day| (day.month(), day.day()))
        .collect();
    assert_eq!(
        makeup,
        [(2, 7), (2, 20), (4, 25), (5, 8), (9, 18), (9, 26), (10, 9)]
    );
}

#[test]
fn every_year_from_2004_to_2026_is_known_and_no_other() {
    let china = WorkingDays::china();
    assert!(china.known_years().eq(2004..=2026));
    assert!(!china.is_known(2003));
    assert!(!china.is_known(2027));
}

#[test]
fn outside_the_known_years_monday_to_friday_counts() {
    let china = WorkingDays::china();
    assert_eq!(china.kind(day(2027, 10, 1)), DayKind::Work);
    assert_eq!(china.kind(day(2003, 10, 4)), DayKind::Weekend);
    assert_eq!(china.count_year(2027), 261);
    assert_eq!(china.kind(day(2026, 12, 31)), DayKind::Work);
}

#[test]
fn a_deadline_on_a_rest_day_means_the_working_day_before() {
    let china = WorkingDays::china();
    assert_eq!(china.on_or_before(day(2021, 10, 5)), day(2021, 9, 30));
    assert_eq!(china.on_or_before(day(2021, 2, 14)), day(2021, 2, 10));
    assert_eq!(china.on_or_before(day(2021, 2, 20)), day(2021, 2, 20));
    assert_eq!(china.on_or_after(day(2021, 10, 1)), day(2021, 10, 8));
    assert_eq!(china.on_or_after(day(2021, 9, 18)), day(2021, 9, 18));
}

#[test]
fn seven_working_days_from_the_last_day_before_a_holiday_pass_over_the_makeup_saturday() {
    let china = WorkingDays::china();
    assert_eq!(china.add(day(2021, 9, 30), 1), day(2021, 10, 8));
    assert_eq!(china.add(day(2021, 9, 30), 2), day(2021, 10, 9));
    assert_eq!(china.add(day(2021, 9, 30), 7), day(2021, 10, 15));
    assert_eq!(china.add(day(2021, 10, 15), -7), day(2021, 9, 30));
}

#[test]
fn counting_from_a_rest_day_starts_at_the_next_working_day() {
    let china = WorkingDays::china();
    assert_eq!(china.add(day(2021, 10, 3), 1), day(2021, 10, 8));
    assert_eq!(china.add(day(2021, 10, 3), 0), day(2021, 10, 3));
    assert_eq!(china.add(day(2021, 10, 3), -1), day(2021, 9, 30));
}

#[test]
fn between_leaves_out_the_first_day_and_count_has_both() {
    let china = WorkingDays::china();
    let (monday, friday) = (day(2021, 3, 1), day(2021, 3, 5));
    assert_eq!(china.between(monday, friday), 4);
    assert_eq!(china.between(friday, monday), -4);
    assert_eq!(china.count(monday, friday), 5);
    assert_eq!(china.count(friday, monday), 0);
    assert_eq!(china.count(monday, monday), 1);
}

#[test]
fn an_administrator_can_give_a_day_off_and_take_it_back() {
    let closed = day(2021, 6, 30);
    let changed = WorkingDays::china().with_changes([(closed, DayKind::Holiday(Holiday::Other))]);
    assert!(!changed.is_working_day(closed));
    assert_eq!(changed.count_year(2021), 249);
    assert_eq!(changed.on_or_before(closed), day(2021, 6, 29));
    let restored = changed.with_changes([(closed, DayKind::Work)]);
    assert_eq!(restored, WorkingDays::china());
}

#[test]
fn a_year_that_an_administrator_adds_is_known() {
    let added = WorkingDays::china().with_year(
        2027,
        [
            (day(2027, 1, 1), DayKind::Holiday(Holiday::NewYear)),
            (day(2027, 1, 3), DayKind::MakeUp),
        ],
    );
    assert!(added.is_known(2027));
    assert_eq!(added.count_year(2027), 261);
    assert_eq!(added.kind(day(2027, 1, 3)), DayKind::MakeUp);
    assert_eq!(added.exceptions(2027).count(), 2);
}

#[test]
fn a_month_is_shown_in_whole_weeks_from_monday() {
    let month = WorkingDays::china().month(2021, 10).unwrap();
    assert_eq!(month.weeks.len(), 5);
    assert_eq!(month.working_days, 17);
    let first = month.weeks[0][0];
    assert_eq!((first.day, first.in_month), (day(2021, 9, 27), false));
    let makeup = month.weeks[1][5];
    assert_eq!(
        (makeup.day, makeup.kind),
        (day(2021, 10, 9), DayKind::MakeUp)
    );
    assert_eq!(WorkingDays::china().month(2021, 13), None);
}

#[test]
fn the_first_day_of_a_holiday_is_found() {
    let china = WorkingDays::china();
    assert_eq!(
        china.first_day_of(Holiday::SpringFestival, 2021),
        Some(day(2021, 2, 11))
    );
    assert_eq!(china.first_day_of(Holiday::SpringFestival, 2030), None);
}

#[test]
fn adding_without_end_stops_at_the_last_day_that_can_be_written() {
    let china = WorkingDays::china();
    assert_eq!(china.add(day(2021, 1, 1), i64::MAX), NaiveDate::MAX);
    assert_eq!(china.add(day(2021, 1, 1), i64::MIN), NaiveDate::MIN);
}

/// The obvious way: one day at a time.
fn walk(china: &WorkingDays, from: NaiveDate, n: i64) -> NaiveDate {
    let mut day = from;
    let mut left = n.abs();
    while left > 0 {
        day = if n > 0 {
            day + Days::new(1)
        } else {
            day - Days::new(1)
        };
        left -= i64::from(china.is_working_day(day));
    }
    day
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..10_500).prop_map(|offset| day(2002, 1, 1) + Days::new(offset))
}

fn some_kind() -> impl Strategy<Value = DayKind> {
    prop_oneof![
        Just(DayKind::Work),
        Just(DayKind::MakeUp),
        Just(DayKind::Weekend),
        Just(DayKind::Holiday(Holiday::Other)),
    ]
}

proptest! {
    #[test]
    fn adding_is_walking(from in some_day(), n in -300i64..300, changes in proptest::collection::vec((some_day(), some_kind()), 0..40)) {
        let days = WorkingDays::china().with_changes(changes);
        let to = days.add(from, n);
        prop_assert_eq!(to, walk(&days, from, n));
        prop_assert_eq!(days.between(from, to), n);
    }

    #[test]
    fn counting_is_walking(from in some_day(), length in 0u64..500) {
        let china = WorkingDays::china();
        let to = from + Days::new(length);
        let walked = from.iter_days().take_while(|&day| day <= to).filter(|&day| china.is_working_day(day)).count();
        prop_assert_eq!(china.count(from, to), i64::try_from(walked).unwrap());
    }
}
