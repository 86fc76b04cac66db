//! Service days from January to May: which day each was, the projects, who signed up and how many came.
use super::table;
use chrono::NaiveDate;
use serde::Deserialize;

/// What the office decided about a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayDecided {
    pub month: &'static str,
    pub decided_on: (u32, u32),
    pub day: (u32, u32),
    pub reason: &'static str,
}

/// 28 February and 28 March 2021 were Sundays: the one was moved, the other was not.
pub const DAYS_DECIDED: [DayDecided; 2] = [
    DayDecided {
        month: "2021-02",
        decided_on: (2, 22),
        day: (2, 26),
        reason: "28 日是周日，又在春节后第一个完整工作周，提前到周五，方便单位组织。",
    },
    DayDecided {
        month: "2021-03",
        decided_on: (3, 15),
        day: (3, 28),
        reason: "28 日是周日，居民在家的多，不改期。",
    },
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceProject {
    pub month: String,
    /// The code of the unit that organises it.
    pub unit: String,
    pub title: String,
    pub place: String,
    pub starts: String,
    pub ends: String,
    pub wanted: i64,
    pub bring: String,
    pub about: String,
    /// Who signed up, phone by phone.
    pub sign_ups: Vec<SignUp>,
    /// People counted without a name.
    pub heads: i64,
    /// Names of those who came without having signed up.
    pub others: Vec<String>,
    /// Why it was cancelled; empty when it was not.
    pub cancelled: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUp {
    /// A short number that nobody has.
    pub phone: String,
    pub names: Vec<String>,
    /// How many of them came: the first of the names.
    pub came: usize,
}

impl ServiceProject {
    /// The day of the month's service day, as decided or as the rule has it.
    pub fn day(&self) -> NaiveDate {
        let decided = DAYS_DECIDED.iter().find(|day| day.month == self.month);
        let (month, day) = decided.map_or_else(
            || (self.month[5..].parse().expect("a month"), 28),
            |decided| decided.day,
        );
        NaiveDate::from_ymd_opt(2021, month, day).expect("a day of the calendar")
    }

    /// All who came.
    pub fn came(&self) -> i64 {
        let ticked: usize = self.sign_ups.iter().map(|one| one.came).sum();
        i64::try_from(ticked + self.others.len()).expect("a few") + self.heads
    }
}

pub fn service_projects() -> Vec<ServiceProject> {
    let rows = table::rows::<Row>(include_str!("../../data/service_projects.csv"));
    let mut next = 0;
    let mut neighbour = || {
        next += 1;
        neighbour_named(next)
    };
    let mut phones = 0;
    let projects = rows.into_iter().map(|row| {
        let sizes = row.sign_ups.split(';').filter(|size| !size.is_empty());
        let sign_ups = sizes.map(|size| {
            let size: usize = size.parse().expect("how many sign up");
            phones += 1;
            SignUp {
                phone: format!("556{phones:04}"),
                names: (0..size).map(|_| neighbour()).collect(),
                // Here and there somebody could not come after all.
                came: size - usize::from(1 < size && phones % 4 == 0),
            }
        });
        ServiceProject {
            sign_ups: sign_ups.collect(),
            others: (0..row.others).map(|_| neighbour()).collect(),
            month: row.month,
            unit: row.unit,
            title: row.title,
            place: row.place,
            starts: row.starts,
            ends: row.ends,
            wanted: row.wanted,
            bring: row.bring,
            about: row.about,
            heads: row.heads,
            cancelled: row.cancelled,
        }
    });
    projects.collect()
}

/// An invented neighbour; of the same number always the same.
fn neighbour_named(number: usize) -> String {
    const SURNAMES: [&str; 13] = [
        "芮", "尤", "厉", "蒲", "巫", "邬", "盛", "晏", "柯", "鲍", "宓", "臧", "项",
    ];
    const GIVEN: [&str; 17] = [
        "春燕", "志高", "桂芬", "文博", "小满", "立新", "雅琴", "云帆", "秋实", "巧云", "思远",
        "红梅", "景行", "玉珍", "天佑", "晓岚", "长庚",
    ];
    let (surname, given) = (SURNAMES[number % 13], GIVEN[number % 17]);
    format!("{surname}{given}")
}

#[derive(Deserialize)]
struct Row {
    month: String,
    unit: String,
    title: String,
    place: String,
    starts: String,
    ends: String,
    wanted: i64,
    bring: String,
    about: String,
    sign_ups: String,
    heads: i64,
    others: usize,
    cancelled: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_signs_up_beyond_what_is_wanted_and_each_month_has_its_day() {
        let projects = service_projects();
        for project in &projects {
            let signed: usize = project.sign_ups.iter().map(|one| one.names.len()).sum();
            assert!(signed as i64 <= project.wanted, "{}", project.title);
        }
        let mut days: Vec<String> = projects.iter().map(|one| one.day().to_string()).collect();
        days.dedup();
        assert_eq!(
            days,
            [
                "2021-01-28",
                "2021-02-26",
                "2021-03-28",
                "2021-04-28",
                "2021-05-28"
            ]
        );
    }
}
