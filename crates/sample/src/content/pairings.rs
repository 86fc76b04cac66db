//! Who is paired with whom, and when they were in contact. Households are invented, and so is what is said of them.
use super::table;
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// `community`, `household`, `enterprise`.
    pub sort: String,
    /// The code of the unit that helps.
    pub helper: String,
    /// Empty where it is the secretary of the branch.
    pub contact: String,
    pub helped: String,
    pub household: String,
    pub hardship: String,
    pub from_day: NaiveDate,
    pub contacts: Vec<NaiveDate>,
}

pub fn pairings() -> Vec<Pairing> {
    let rows = table::rows::<Row>(include_str!("../../data/pairings.csv"));
    let pairing = |row: Row| Pairing {
        contacts: table::parts(&row.contacts)
            .iter()
            .filter_map(|day| day.parse().ok())
            .collect(),
        sort: row.sort,
        helper: row.helper,
        contact: row.contact,
        helped: row.helped,
        household: row.household,
        hardship: row.hardship,
        from_day: row.from_day,
    };
    rows.into_iter().map(pairing).collect()
}

#[derive(Deserialize)]
struct Row {
    sort: String,
    helper: String,
    contact: String,
    helped: String,
    household: String,
    hardship: String,
    from_day: NaiveDate,
    contacts: String,
}

#[cfg(test)]
mod tests {
    use super::pairings;
    use crate::content::units;

    #[test]
    fn there_are_pairings_of_each_sort_between_units_that_exist_and_some_were_never_in_contact() {
        let (units, pairings) = (units(), pairings());
        let exists = |code: &str| units.iter().any(|unit| unit.code == code);
        for pairing in &pairings {
            assert!(
                exists(&pairing.helper) && exists(&pairing.helped),
                "{pairing:?}"
            );
            assert!(pairing.contacts.iter().all(|day| pairing.from_day <= *day));
        }
        for sort in ["community", "household", "enterprise"] {
            assert!(pairings.iter().any(|pairing| pairing.sort == sort));
        }
        assert!(pairings.iter().any(|pairing| pairing.contacts.is_empty()));
    }
}
