//! The briefings of the mobilisation, from the kick-off to the last visit to a small branch.
//!
//! Together they reach everybody, some twice; what counts only once is for the book to see to.
use super::{Text, table};
use chrono::NaiveDate;
use kernel::Bilingual;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    pub number: u32,
    pub day: NaiveDate,
    pub title: Text,
    /// The code of the unit that held it.
    pub organiser: String,
    pub place: Text,
    pub audience: Audience,
    pub covered: Covered,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Cadres,
    Secretaries,
    Members,
    Retired,
    Workers,
    Residents,
}

impl Audience {
    pub fn title(self) -> Bilingual {
        match self {
            Audience::Cadres => Bilingual::new("领导干部", "Leading cadres"),
            Audience::Secretaries => Bilingual::new("党组织书记", "Secretaries"),
            Audience::Members => Bilingual::new("在职党员", "Members at work"),
            Audience::Retired => Bilingual::new("离退休党员", "Retired members"),
            Audience::Workers => Bilingual::new("企业职工党员", "Members in enterprises"),
            Audience::Residents => Bilingual::new("社区党员", "Members in communities"),
        }
    }
}

/// Whom a briefing reached, by unit codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covered {
    /// These units, all units below them, and every member there.
    Trees(Vec<String>),
    /// These units and the members who belong to them directly. A committee has none of its own.
    Units(Vec<String>),
    /// The secretaries of all branches in these units, as persons; their branches are not briefed by that.
    SecretariesIn(Vec<String>),
    /// The unit, and so many of its members without a list of names: others than the secretary, who was named before.
    Headcount(Headcount),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headcount {
    pub unit: String,
    pub persons: usize,
}

/// All briefings, in the order in which they were held.
pub fn briefings() -> Vec<Briefing> {
    table::rows::<Row>(include_str!("../../data/briefings.csv"))
        .into_iter()
        .map(|row| Briefing {
            number: row.number,
            day: row.day,
            title: Text::new(row.title, row.title_en),
            organiser: row.organiser,
            place: Text::new(row.place, row.place_en),
            audience: row.audience,
            covered: covered(&row.covered),
        })
        .collect()
}

/// Reads `tree:DW05-Z01`, `units:A;B`, `secretaries:A;B` or `headcount:A=2`.
fn covered(cell: &str) -> Covered {
    let (way, whom) = cell.split_once(':').expect("a cell says how it covers");
    match way {
        "tree" => Covered::Trees(table::parts(whom)),
        "units" => Covered::Units(table::parts(whom)),
        "secretaries" => Covered::SecretariesIn(table::parts(whom)),
        "headcount" => {
            let (unit, persons) = whom.split_once('=').expect("a headcount has a number");
            Covered::Headcount(Headcount {
                unit: unit.to_owned(),
                persons: persons.parse().expect("a headcount is a number"),
            })
        }
        other => panic!("{other} is no way to cover units"),
    }
}

#[derive(Deserialize)]
struct Row {
    number: u32,
    day: NaiveDate,
    title: String,
    title_en: String,
    organiser: String,
    place: String,
    place_en: String,
    audience: Audience,
    covered: String,
}

#[cfg(test)]
mod tests;
