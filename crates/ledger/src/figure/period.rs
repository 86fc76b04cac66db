//! Which days a figure counts, and the days that they are compared with.
use crate::{account::Flow, day, sum::Period};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Which days a figure counts, seen from its as-of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodRule {
    /// Since ever, up to the as-of day.
    ToDate,
    /// From 1 January of the as-of day's year.
    YearToDate,
    /// The as-of day alone.
    Day,
    /// From the Monday of the as-of day's week.
    Week,
    /// From the first day of the as-of day's month.
    Month,
    /// From the first day of its quarter.
    Quarter,
    /// From 1 January or 1 July.
    HalfYear,
    /// From 1 January; unlike year to date, the year ends on 31 December.
    Year,
    /// From the first day of the campaign.
    Campaign,
}

impl PeriodRule {
    pub const ALL: [PeriodRule; 9] = [
        PeriodRule::ToDate,
        PeriodRule::YearToDate,
        PeriodRule::Day,
        PeriodRule::Week,
        PeriodRule::Month,
        PeriodRule::Quarter,
        PeriodRule::HalfYear,
        PeriodRule::Year,
        PeriodRule::Campaign,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            PeriodRule::ToDate => "to_date",
            PeriodRule::YearToDate => "year_to_date",
            PeriodRule::Day => "day",
            PeriodRule::Week => "week",
            PeriodRule::Month => "month",
            PeriodRule::Quarter => "quarter",
            PeriodRule::HalfYear => "half_year",
            PeriodRule::Year => "year",
            PeriodRule::Campaign => "campaign",
        }
    }

    pub fn from_code(code: &str) -> Option<PeriodRule> {
        PeriodRule::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The first day of the period that holds `on`; none where it has no beginning.
    pub fn first_day(self, on: NaiveDate, campaign_from: Option<NaiveDate>) -> Option<NaiveDate> {
        let of_month = |month: u32| NaiveDate::from_ymd_opt(on.year(), month, 1);
        match self {
            PeriodRule::ToDate => None,
            PeriodRule::YearToDate | PeriodRule::Year => of_month(1),
            PeriodRule::Day => Some(on),
            PeriodRule::Week => Some(on - Days::new(on.weekday().num_days_from_monday().into())),
            PeriodRule::Month => of_month(on.month()),
            PeriodRule::Quarter => of_month(on.month0() / 3 * 3 + 1),
            PeriodRule::HalfYear => of_month(on.month0() / 6 * 6 + 1),
            PeriodRule::Campaign => campaign_from,
        }
    }

    /// The last day of the calendar period that holds `on`; none where the as-of day is its end.
    pub fn last_day(self, on: NaiveDate) -> Option<NaiveDate> {
        let first = self.first_day(on, None)?;
        let before = |next: NaiveDate| next - Days::new(1);
        match self {
            PeriodRule::ToDate | PeriodRule::YearToDate | PeriodRule::Campaign => None,
            PeriodRule::Day => Some(on),
            PeriodRule::Week => Some(first + Days::new(6)),
            PeriodRule::Month => Some(before(first + Months::new(1))),
            PeriodRule::Quarter => Some(before(first + Months::new(3))),
            PeriodRule::HalfYear => Some(before(first + Months::new(6))),
            PeriodRule::Year => Some(before(first + Months::new(12))),
        }
    }
}

/// What a growth is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// The same days of the year before.
    YearBefore,
    /// The days just before: the month before a month, as many days before any others.
    PeriodBefore,
}

/// The days that are counted. A stock is counted up to the last of them from the very beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// None: since ever.
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
    step: Step,
}

/// How far the period before lies back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(u64),
    Months(u32),
    /// Nothing is before "since ever".
    None,
}

impl Window {
    /// The days of a rule as of a day, or from a day of the asker's own.
    pub fn new(
        rule: PeriodRule,
        as_of: NaiveDate,
        asked_from: Option<NaiveDate>,
        campaign_from: Option<NaiveDate>,
    ) -> Window {
        let ruled = rule.first_day(as_of, campaign_from);
        let from = asked_from.or(ruled);
        let step = match (rule, from) {
            (_, None) => Step::None,
            (PeriodRule::Campaign, Some(from)) => Step::of(from, as_of),
            (_, Some(from)) if Some(from) != ruled => Step::of(from, as_of),
            (PeriodRule::Day, _) => Step::Days(1),
            (PeriodRule::Week, _) => Step::Days(7),
            (PeriodRule::Month, _) => Step::Months(1),
            (PeriodRule::Quarter, _) => Step::Months(3),
            (PeriodRule::HalfYear, _) => Step::Months(6),
            (PeriodRule::Year | PeriodRule::YearToDate, _) => Step::Months(12),
            (PeriodRule::ToDate, _) => Step::None,
        };
        Window {
            from,
            to: as_of,
            step,
        }
    }

    /// From one day to another, both included.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Window {
        Window {
            from: Some(from),
            to,
            step: Step::of(from, to),
        }
    }

    pub(crate) fn until(to: NaiveDate) -> Window {
        Window {
            from: None,
            to,
            step: Step::None,
        }
    }

    /// The days this one is compared with; none where there can be none.
    pub fn before(self, against: Against) -> Option<Window> {
        let step = match (against, self.step) {
            // So that a week is compared with a week from Monday.
            (Against::YearBefore, Step::Days(7)) => Step::Days(364),
            (Against::YearBefore, _) => Step::Months(12),
            (Against::PeriodBefore, step) => step,
        };
        let moved = |day: NaiveDate| match step {
            Step::Days(days) => day.checked_sub_days(Days::new(days)),
            Step::Months(months) => months_back(day, months),
            Step::None => None,
        };
        Some(Window {
            // A first day never moves to the end of a month.
            from: match (self.from, step) {
                (Some(from), Step::Months(months)) => {
                    Some(from.checked_sub_months(Months::new(months))?)
                }
                (Some(from), _) => Some(moved(from)?),
                (None, _) => None,
            },
            to: moved(self.to)?,
            step: self.step,
        })
    }

    /// As the book writes it, for an account that adds up in this way.
    pub(crate) fn period(self, flow: Flow) -> Period {
        let from = self.from.filter(|_| flow != Flow::Stock);
        Period {
            from: from.map_or(day::FIRST, day::number),
            to: day::number(self.to),
        }
    }
}

impl Step {
    /// Whole months are compared with as many whole months, anything else with as many days.
    fn of(from: NaiveDate, to: NaiveDate) -> Step {
        if from.day() == 1 && ends_month(to) && from <= to {
            let months = (to.year() - from.year()) * 12 + to.month0() as i32 - from.month0() as i32;
            return Step::Months(months.unsigned_abs() + 1);
        }
        Step::Days((to - from).num_days().unsigned_abs() + 1)
    }
}

/// The same day some months earlier; the end of a month is the end of that month too.
fn months_back(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    let back = day.checked_sub_months(Months::new(months))?;
    if !ends_month(day) {
        return Some(back);
    }
    let first_of_next = back.with_day(1)?.checked_add_months(Months::new(1))?;
    first_of_next.pred_opt()
}

fn ends_month(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1)
}

/// How fine a trend is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Grain {
    pub const ALL: [Grain; 5] = [
        Grain::Day,
        Grain::Week,
        Grain::Month,
        Grain::Quarter,
        Grain::Year,
    ];

    pub fn code(self) -> &'static str {
        self.rule().code()
    }

    pub fn from_code(code: &str) -> Option<Grain> {
        Grain::ALL.into_iter().find(|grain| grain.code() == code)
    }

    /// The period that one of its points counts.
    pub fn rule(self) -> PeriodRule {
        match self {
            Grain::Day => PeriodRule::Day,
            Grain::Week => PeriodRule::Week,
            Grain::Month => PeriodRule::Month,
            Grain::Quarter => PeriodRule::Quarter,
            Grain::Year => PeriodRule::Year,
        }
    }

    /// The first days of the last `count` periods, the newest (which holds `on`) last.
    pub fn starts(self, on: NaiveDate, count: u32) -> Vec<NaiveDate> {
        let Some(newest) = self.rule().first_day(on, None) else {
            return Vec::new();
        };
        let back = |steps: u32| match self {
            Grain::Day => newest.checked_sub_days(Days::new(steps.into())),
            Grain::Week => newest.checked_sub_days(Days::new(7 * u64::from(steps))),
            Grain::Month => newest.checked_sub_months(Months::new(steps)),
            Grain::Quarter => newest.checked_sub_months(Months::new(3 * steps)),
            Grain::Year => newest.checked_sub_months(Months::new(12 * steps)),
        };
        (0..count).rev().filter_map(back).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_rule_knows_its_first_and_its_last_day() {
        let cases = [
            (PeriodRule::Day, "2021-05-14", "2021-05-14"),
            (PeriodRule::Week, "2021-05-10", "2021-05-16"),
            (PeriodRule::Month, "2021-05-01", "2021-05-31"),
            (PeriodRule::Quarter, "2021-04-01", "2021-06-30"),
            (PeriodRule::HalfYear, "2021-01-01", "2021-06-30"),
            (PeriodRule::Year, "2021-01-01", "2021-12-31"),
        ];
        for (rule, first, last) in cases {
            let on = date("2021-05-14");
            assert_eq!(rule.first_day(on, None), Some(date(first)), "{rule:?}");
            assert_eq!(rule.last_day(on), Some(date(last)), "{rule:?}");
            assert_eq!(PeriodRule::from_code(rule.code()), Some(rule));
        }
        assert_eq!(
            PeriodRule::Week.first_day(date("2021-05-16"), None),
            Some(date("2021-05-10"))
        );
    }

    #[test]
    fn a_period_is_compared_with_the_one_before_and_the_same_a_year_earlier() {
        let cases = [
            // A running month is compared with as much of the month before.
            (
                PeriodRule::Month,
                "2021-05-14",
                "2021-04-01..2021-04-14",
                "2020-05-01..2020-05-14",
            ),
            (
                PeriodRule::Month,
                "2021-02-28",
                "2021-01-01..2021-01-31",
                "2020-02-01..2020-02-29",
            ),
            (
                PeriodRule::Month,
                "2021-03-31",
                "2021-02-01..2021-02-28",
                "2020-03-01..2020-03-31",
            ),
            (
                PeriodRule::Quarter,
                "2021-05-14",
                "2021-01-01..2021-02-14",
                "2020-04-01..2020-05-14",
            ),
            (
                PeriodRule::Week,
                "2021-05-12",
                "2021-05-03..2021-05-05",
                "2020-05-11..2020-05-13",
            ),
            (
                PeriodRule::YearToDate,
                "2021-04-30",
                "2020-01-01..2020-04-30",
                "2020-01-01..2020-04-30",
            ),
        ];
        let text = |window: Window| format!("{}..{}", window.from.unwrap(), window.to);
        for (rule, as_of, period_before, year_before) in cases {
            let window = Window::new(rule, date(as_of), None, None);
            let before = |against| text(window.before(against).unwrap());
            assert_eq!(before(Against::PeriodBefore), period_before, "{rule:?}");
            assert_eq!(before(Against::YearBefore), year_before, "{rule:?}");
        }
        let any = Window::between(date("2021-03-03"), date("2021-03-12"));
        assert_eq!(
            text(any.before(Against::PeriodBefore).unwrap()),
            "2021-02-21..2021-03-02"
        );
        let quarter = Window::between(date("2021-01-01"), date("2021-03-31"));
        assert_eq!(
            text(quarter.before(Against::PeriodBefore).unwrap()),
            "2020-10-01..2020-12-31"
        );
    }

    #[test]
    fn nothing_is_before_since_ever() {
        let ever = Window::new(PeriodRule::ToDate, date("2021-05-14"), None, None);
        assert_eq!(ever.before(Against::PeriodBefore), None);
        assert_eq!(
            ever.before(Against::YearBefore).map(|window| window.to),
            Some(date("2020-05-14"))
        );
    }

    #[test]
    fn a_trend_ends_with_the_period_that_is_running() {
        assert_eq!(
            Grain::Week.starts(date("2021-05-14"), 3),
            ["2021-04-26", "2021-05-03", "2021-05-10"].map(date)
        );
        assert_eq!(
            Grain::Quarter.starts(date("2021-05-14"), 2),
            ["2021-01-01", "2021-04-01"].map(date)
        );
    }
}
