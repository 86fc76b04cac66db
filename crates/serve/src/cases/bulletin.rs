//! The weekly hotline bulletin: totals, shares of four kinds, growth on the week before. Pure.
use super::case::Kind;
use chrono::{Datelike, Days, NaiveDate};

/// A week from Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    pub sunday: NaiveDate,
}

impl Week {
    /// The week of a day.
    pub fn of(day: NaiveDate) -> Week {
        let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
        let monday = day.checked_sub_days(back).unwrap_or(day);
        Week {
            monday,
            sunday: monday.checked_add_days(Days::new(6)).unwrap_or(monday),
        }
    }

    pub fn before(self) -> Week {
        Week::of(self.monday.pred_opt().unwrap_or(self.monday))
    }

    pub fn after(self) -> Week {
        Week::of(self.sunday.succ_opt().unwrap_or(self.sunday))
    }
}

super::case::codes! {
    /// The four kinds that bulletins count.
    Sort {
        Inquiry = "inquiry",
        Help = "help",
        Complaint = "complaint",
        Suggestion = "suggestion",
    }
}

impl Sort {
    pub fn of(kind: Kind) -> Sort {
        match kind {
            Kind::Inquiry => Sort::Inquiry,
            Kind::Help => Sort::Help,
            Kind::Complaint | Kind::Report => Sort::Complaint,
            Kind::Suggestion | Kind::Praise => Sort::Suggestion,
        }
    }

    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL
            .iter()
            .copied()
            .filter(move |kind| Sort::of(*kind) == self)
    }
}

/// How much more or less than the week before, in tenths of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// There was nothing the week before.
    NothingBefore,
    Same,
    More(u64),
    Less(u64),
}

impl Growth {
    pub fn of(now: u64, before: u64) -> Growth {
        if before == 0 {
            return Growth::NothingBefore;
        }
        let tenths = (now.abs_diff(before) * 2_000 + before) / (before * 2);
        match now.cmp(&before) {
            std::cmp::Ordering::Equal => Growth::Same,
            std::cmp::Ordering::Greater => Growth::More(tenths),
            std::cmp::Ordering::Less => Growth::Less(tenths),
        }
    }
}

/// One kind of a bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub sort: Sort,
    pub count: u64,
    pub before: u64,
    /// Of all, in tenths of a percent.
    pub share: u64,
    pub growth: Growth,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulletin {
    pub total: u64,
    pub before: u64,
    pub growth: Growth,
    pub lines: Vec<Line>,
}

impl Bulletin {
    /// From the counts of this week and of the week before, in the order of [`Sort::ALL`].
    pub fn of(now: [u64; 4], before: [u64; 4]) -> Bulletin {
        let (total, total_before) = (now.iter().sum(), before.iter().sum());
        let shares = shares(now);
        let lines = Sort::ALL.iter().enumerate().map(|(at, sort)| Line {
            sort: *sort,
            count: now[at],
            before: before[at],
            share: shares[at],
            growth: Growth::of(now[at], before[at]),
        });
        Bulletin {
            total,
            before: total_before,
            growth: Growth::of(total, total_before),
            lines: lines.collect(),
        }
    }

    /// Whether nothing has to be said about rounding.
    pub fn shares_make_a_hundred(&self) -> bool {
        let sum: u64 = self.lines.iter().map(|line| line.share).sum();
        matches!(sum, 0 | 1_000)
    }
}

/// Tenths of a percent, each rounded half up by itself, as published: a share is true on its own. Together they may then be a
/// tenth off a hundred.
fn shares(counts: [u64; 4]) -> [u64; 4] {
    let total: u64 = counts.iter().sum();
    counts.map(|count| (count * 2_000 + total).checked_div(total * 2).unwrap_or(0))
}

/// `41.4%` of 414 tenths.
pub fn percent(tenths: u64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_goes_from_monday_to_sunday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for text in ["2021-03-15", "2021-03-18", "2021-03-21"] {
            let week = Week::of(day(text));
            assert_eq!(
                (week.monday, week.sunday),
                (day("2021-03-15"), day("2021-03-21"))
            );
            assert_eq!(week.before().after(), week);
        }
    }

    #[test]
    fn growth_is_told_as_published() {
        assert_eq!(Growth::of(1_185, 1_000), Growth::More(185));
        assert_eq!(Growth::of(2, 3), Growth::Less(333));
        assert_eq!(Growth::of(5, 5), Growth::Same);
        assert_eq!(Growth::of(5, 0), Growth::NothingBefore);
        assert_eq!(Growth::of(10, 3), Growth::More(2_333));
    }

    #[test]
    fn each_share_is_rounded_by_itself() {
        let bulletin = Bulletin::of([12, 8, 17, 4], [0; 4]);
        let shares: Vec<_> = bulletin
            .lines
            .iter()
            .map(|line| percent(line.share))
            .collect();
        assert_eq!(shares, ["29.3%", "19.5%", "41.5%", "9.8%"]);
        assert!(!bulletin.shares_make_a_hundred());
        assert!(Bulletin::of([1, 1, 2, 0], [0; 4]).shares_make_a_hundred());
        assert!(Bulletin::of([0; 4], [0; 4]).shares_make_a_hundred());
    }

    proptest::proptest! {
        #[test]
        fn no_share_is_off_by_more_than_half_a_tenth(counts in proptest::array::uniform4(0u64..5_000)) {
            let total: u64 = counts.iter().sum();
            let shares = shares(counts);
            for (count, share) in counts.iter().zip(shares).filter(|_| 0 < total) {
                let exact = *count as f64 * 1_000.0 / total as f64;
                proptest::prop_assert!((share as f64 - exact).abs() < 0.5 + 1e-9);
            }
        }
    }
}
