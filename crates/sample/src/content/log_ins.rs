//! The sample people who may log in: one for each kind of work, and the three administrators, who are three people.
use super::{Person, Post, Text, holder_of, plan::CAMPAIGN_STARTS, table};
use kernel::Role;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogIn {
    /// What is typed to log in.
    pub login: String,
    /// The person's code.
    pub person: String,
    pub role: Role,
    pub reach: ReachOf,
    /// What this person does in the zone, for the list that greets a newcomer.
    pub task: Text,
}

/// How far the role reaches, by unit code: `kernel::Scope` before units have numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReachOf {
    All,
    Below(String),
    Unit(String),
}

/// `people` are those of `people()`.
pub fn log_ins(people: &[Person]) -> Vec<LogIn> {
    table::rows::<Row>(include_str!("../../data/log_ins.csv"))
        .into_iter()
        .map(|row| LogIn {
            person: find(people, &row.who).code.clone(),
            login: row.login,
            role: Role::from_code(&row.role).expect("the table names roles of the kernel"),
            reach: match row.scope.as_str() {
                "below" => ReachOf::Below(row.unit),
                "unit" => ReachOf::Unit(row.unit),
                _ => ReachOf::All,
            },
            task: Text::new(row.task, row.task_en),
        })
        .collect()
}

/// `who` is the name of somebody in office, or `secretary:` and a unit.
fn find<'a>(people: &'a [Person], who: &str) -> &'a Person {
    match who.strip_prefix("secretary:") {
        Some(unit) => holder_of(people, unit, Post::Secretary, CAMPAIGN_STARTS),
        None => people
            .iter()
            .find(|person| person.name == who && 1 < person.posts.len()),
    }
    .expect("the table names people who hold posts")
}

#[derive(Deserialize)]
struct Row {
    login: String,
    role: String,
    scope: String,
    unit: String,
    who: String,
    task: String,
    task_en: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{people, units};
    use std::collections::HashSet;

    #[test]
    fn every_log_in_is_a_different_person_and_every_role_is_there() {
        let log_ins = log_ins(&people());
        assert_eq!(log_ins.len(), 11);
        let people: HashSet<_> = log_ins.iter().map(|log_in| &log_in.person).collect();
        let logins: HashSet<_> = log_ins.iter().map(|log_in| &log_in.login).collect();
        let roles: HashSet<_> = log_ins.iter().map(|log_in| log_in.role).collect();
        assert_eq!(people.len(), log_ins.len());
        assert_eq!(logins.len(), log_ins.len());
        assert_eq!(roles.len(), Role::ALL.len());
    }

    #[test]
    fn a_log_in_reaches_over_units_that_exist() {
        let units = units();
        for log_in in log_ins(&people()) {
            if let ReachOf::Below(unit) | ReachOf::Unit(unit) = log_in.reach {
                assert!(units.iter().any(|known| known.code == unit), "{unit}");
            }
        }
    }
}
