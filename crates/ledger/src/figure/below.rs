//! The units at and below a unit, each with the days on which what is posted there counts: by the tree of each day, of a
//! version, or of today.
use crate::{
    account::Flow,
    book::Book,
    day,
    tree::{self, By, Run, Stretch, Tree},
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::borrow::Cow;

#[derive(Debug, Clone)]
pub(super) struct Below {
    unit: UnitId,
    units: Units,
    /// The same units as runs of numbers, where somebody asked for them and they are few.
    runs: Option<Vec<Run>>,
}

/// Runs that are looked through for each posting rather than the kept list.
const RUNS_MAX: usize = 40;

#[derive(Debug, Clone)]
enum Units {
    /// As the book keeps them for each day.
    Kept,
    /// As the book keeps them for one day, whenever it was posted: a stock counts where its unit hangs on the last day.
    KeptOn(i32),
    Written(Vec<Stretch>),
}

impl Below {
    /// `last`: the last day that counts.
    pub async fn of(
        connection: &impl ConnectionTrait,
        book: &Book,
        unit: UnitId,
        (last, flow): (i32, Flow),
        by: By,
    ) -> Result<Below, DbErr> {
        let kept = match flow {
            Flow::Stock => Units::KeptOn(last),
            Flow::Flow | Flow::Peak => Units::Kept,
        };
        let units = match by {
            By::Then => kept,
            By::Version(version) => {
                let tree = book.tree(connection).await?;
                if tree.version() == version {
                    kept
                } else {
                    let then = tree::at_version(connection, version).await?;
                    Units::Written(then.stretches(unit, last, flow, None))
                }
            }
            By::Now(now) => {
                let tree = book.tree(connection).await?;
                Units::Written(tree.stretches(unit, last, flow, Some(now)))
            }
        };
        Ok(Below {
            unit,
            units,
            runs: None,
        })
    }

    /// Looks at the tree for runs of numbers, by which a posting is placed without a look at the kept list. It takes a walk
    /// over all units below: for whoever has tens of thousands of postings to place.
    pub fn look_for_runs(&mut self, tree: &Tree) {
        if self.is_by_day() {
            self.runs = tree.runs(self.unit, RUNS_MAX);
        }
    }

    pub fn has_runs(&self) -> bool {
        self.runs.is_some()
    }

    /// By the tree of each day.
    #[cfg(test)]
    pub fn by_day(unit: UnitId) -> Below {
        Below {
            unit,
            units: Units::Kept,
            runs: None,
        }
    }

    /// Whether postings are those whose units hung below on their very day, so that balances of days lead to them.
    pub fn is_by_day(&self) -> bool {
        matches!(self.units, Units::Kept)
    }

    /// Whether it is written out: then it is long, and not to be looked through for each posting.
    pub fn is_written(&self) -> bool {
        matches!(self.units, Units::Written(_))
    }

    /// What stands in a `FROM`, named `b`.
    pub fn table(&self) -> Cow<'static, str> {
        match &self.units {
            Units::Kept | Units::KeptOn(_) => "ledger_below b".into(),
            Units::Written(stretches) => {
                let rows: Vec<String> = stretches
                    .iter()
                    .map(|(unit, from, to)| format!("({unit}, {from}, {to})"))
                    .collect();
                // The first row gives the columns their names and counts nothing.
                let rows = match rows.is_empty() {
                    true => String::new(),
                    false => format!(" UNION ALL VALUES {}", rows.join(", ")),
                };
                format!("(SELECT 0 AS unit_id, 0 AS from_day, 0 AS to_day{rows}) AS b").into()
            }
        }
    }

    /// That a posting `p` counts by a row of it.
    pub fn holds(&self) -> String {
        self.holds_of("p")
    }

    fn holds_of(&self, p: &str) -> String {
        let days =
            format!("{p}.unit_id = b.unit_id AND {p}.day >= b.from_day AND {p}.day < b.to_day");
        match &self.units {
            Units::Kept => format!("b.ancestor_id = {} AND {days}", self.unit),
            Units::KeptOn(last) => format!(
                "b.ancestor_id = {} AND {p}.unit_id = b.unit_id AND b.from_day <= {last} AND {last} < b.to_day",
                self.unit
            ),
            Units::Written(_) => days,
        }
    }

    /// That a posting `p` counts.
    pub fn is_below(&self) -> String {
        self.is_below_of("p")
    }

    /// That a posting of this name counts.
    pub fn is_below_of(&self, p: &str) -> String {
        if let Some(runs) = &self.runs {
            let runs: Vec<String> = runs.iter().map(|run| within(run, p)).collect();
            return format!("({})", runs.join(" OR "));
        }
        let holds = self.holds_of(p);
        format!("EXISTS (SELECT 1 FROM {} WHERE {holds})", self.table())
    }
}

fn within(run: &Run, p: &str) -> String {
    let (first, last) = (run.first, run.last);
    // The plus keeps SQLite from reading run by run, each from its first day.
    let mut within = format!("+{p}.unit_id BETWEEN {first} AND {last}");
    if 0 < run.from {
        within.push_str(&format!(" AND {p}.day >= {}", run.from));
    }
    if run.to != day::NEVER {
        within.push_str(&format!(" AND {p}.day < {}", run.to));
    }
    within
}
