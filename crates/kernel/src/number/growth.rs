//! How a change is worded. A doubling is only claimed when it is true to the last unit.
use super::{digits, words};
use crate::Lang;

/// What a growth is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// 同比: the same period of the year before.
    SamePeriodLastYear,
    /// 环比: the period just before.
    PeriodBefore,
    /// 比上年: the whole year before.
    LastYear,
}

/// A change by a share of what was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    rate: i64,
    is_same: bool,
    times: Times,
}

/// How many whole doublings are true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Times {
    LessThanTwo,
    Two,
    Four,
}

impl Growth {
    /// The growth from one quantity to another; none if there was nothing, or less, to grow from, or if the rate is out of bounds.
    pub fn between(before: i64, now: i64) -> Option<Self> {
        if before <= 0 {
            return None;
        }
        let (before, now) = (i128::from(before), i128::from(now));
        let rate = digits::round((now - before) * 10_000, before) / before;
        Some(Self {
            rate: i64::try_from(rate).ok()?,
            is_same: now == before,
            times: Times::of(now, before),
        })
    }

    /// A growth that somebody published, in basis points.
    pub fn published(rate: i64) -> Self {
        Self {
            rate,
            is_same: rate == 0,
            times: Times::of(i128::from(rate) + 10_000, 10_000),
        }
    }

    /// The rate in basis points.
    pub fn rate(self) -> i64 {
        self.rate
    }

    /// `同比增长18.5%`, `环比下降3%`, `与上年同期持平`; 基本持平 if it changed by less than is kept.
    pub fn write(self, against: Against, lang: Lang) -> String {
        let t = words::texts(lang);
        let rate = rate_text(self.rate);
        match (against, self.rate.signum()) {
            (Against::SamePeriodLastYear, 1) => t.growth_year_up(rate),
            (Against::SamePeriodLastYear, -1) => t.growth_year_down(rate),
            (Against::SamePeriodLastYear, _) if self.is_same => t.growth_year_same(),
            (Against::SamePeriodLastYear, _) => t.growth_year_nearly_same(),
            (Against::PeriodBefore, 1) => t.growth_period_up(rate),
            (Against::PeriodBefore, -1) => t.growth_period_down(rate),
            (Against::PeriodBefore, _) if self.is_same => t.growth_period_same(),
            (Against::PeriodBefore, _) => t.growth_period_nearly_same(),
            (Against::LastYear, 1) => t.growth_last_year_up(rate),
            (Against::LastYear, -1) => t.growth_last_year_down(rate),
            (Against::LastYear, _) if self.is_same => t.growth_last_year_same(),
            (Against::LastYear, _) => t.growth_last_year_nearly_same(),
        }
    }

    /// `实现翻番` if it at least doubled, `实现翻两番` if it at least doubled twice; none if it did not.
    pub fn doubling(self, lang: Lang) -> Option<String> {
        let t = words::texts(lang);
        match self.times {
            Times::LessThanTwo => None,
            Times::Two => Some(t.growth_doubled()),
            Times::Four => Some(t.growth_doubled_twice()),
        }
    }
}

impl Times {
    fn of(now: i128, before: i128) -> Self {
        if 4 * before <= now {
            Times::Four
        } else if 2 * before <= now {
            Times::Two
        } else {
            Times::LessThanTwo
        }
    }
}

/// The difference of two shares in basis points: `提高0.2个百分点`, `下降3个百分点`, `持平`.
pub fn share_change(before: i64, now: i64, lang: Lang) -> String {
    let t = words::texts(lang);
    let change = i128::from(now) - i128::from(before);
    let size = digits::write(change.abs(), 2, 0, lang == Lang::En);
    match (change.signum(), change.abs()) {
        (1, 100) => t.share_up_one(),
        (1, _) => t.share_up(size),
        (-1, 100) => t.share_down_one(),
        (-1, _) => t.share_down(size),
        _ => t.share_same(),
    }
}

/// One decimal, as statistics are published; smaller changes keep the second, so that a change is never shown as none.
fn rate_text(rate: i64) -> String {
    let rate = i128::from(rate).abs();
    let tenth = digits::round(rate, 10);
    digits::write(if tenth == 0 { rate } else { tenth }, 2, 0, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Against::{PeriodBefore, SamePeriodLastYear};

    fn zh(before: i64, now: i64) -> String {
        Growth::between(before, now)
            .expect("something to grow from")
            .write(SamePeriodLastYear, Lang::Zh)
    }

    #[test]
    fn growth_is_worded_as_offices_word_it() {
        assert_eq!(zh(1_000, 1_185), "同比增长18.5%");
        assert_eq!(zh(100, 97), "同比下降3%");
        assert_eq!(zh(100, 100), "与上年同期持平");
        let growth = Growth::published(4_720);
        assert_eq!(growth.write(PeriodBefore, Lang::Zh), "环比增长47.2%");
        assert_eq!(
            growth.write(SamePeriodLastYear, Lang::En),
            "up 47.2% on the same period of the year before"
        );
    }

    #[test]
    fn a_doubling_is_claimed_only_when_it_is_true_to_the_last_unit() {
        let doubling =
            |before, now| Growth::between(before, now).and_then(|it| it.doubling(Lang::Zh));
        assert_eq!(doubling(1_000_000, 1_999_999), None);
        assert_eq!(doubling(1_000_000, 2_000_000).as_deref(), Some("实现翻番"));
        assert_eq!(doubling(7, 28).as_deref(), Some("实现翻两番"));
        assert_eq!(Growth::published(9_999).doubling(Lang::Zh), None);
        assert_eq!(
            Growth::published(22_120).doubling(Lang::En).as_deref(),
            Some("doubled")
        );
    }

    #[test]
    fn nothing_grows_from_nothing() {
        assert_eq!(Growth::between(0, 5), None);
        assert_eq!(Growth::between(-3, 5), None);
    }

    #[test]
    fn a_small_change_is_not_shown_as_none() {
        assert_eq!(zh(10_000, 10_003), "同比增长0.03%");
        assert_eq!(zh(1_000_000_000, 1_000_000_001), "与上年同期基本持平");
    }

    #[test]
    fn shares_differ_by_percentage_points() {
        assert_eq!(share_change(9_100, 9_120, Lang::Zh), "提高0.2个百分点");
        assert_eq!(
            share_change(9_100, 9_000, Lang::En),
            "down 1 percentage point"
        );
        assert_eq!(share_change(9_100, 9_100, Lang::Zh), "持平");
    }
}
