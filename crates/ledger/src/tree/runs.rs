//! Units below another as runs of numbers: most were founded one after the other, so thousands are a handful of runs.
use super::{Place, Tree};
use crate::day;
use kernel::UnitId;

/// Units numbered from the first to the last that count somewhere on the same days, the last day excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub first: i64,
    pub last: i64,
    pub from: i32,
    pub to: i32,
}

impl Tree {
    /// The units at and below `top`, each on the days on which it hung there; none where they make more than `most` runs.
    pub(crate) fn runs(&self, top: UnitId, most: usize) -> Option<Vec<Run>> {
        let mut below = vec![(top, 0, day::NEVER)];
        let mut next = 0;
        while let Some((unit, from, to)) = below.get(next).copied() {
            next += 1;
            for child in self.children.get(&unit).into_iter().flatten() {
                let places = self.places.get(child).map_or(&[][..], Vec::as_slice);
                for (at, (since, place)) in places.iter().enumerate() {
                    let until = places.get(at + 1).map_or(day::NEVER, |(next, _)| *next);
                    let (since, until) = (from.max(*since), to.min(until));
                    if *place == Place::Below(unit) && since < until {
                        below.push((*child, since, until));
                    }
                }
            }
        }
        below.sort_unstable();
        let mut runs: Vec<Run> = Vec::new();
        for (UnitId(unit), from, to) in below {
            match runs.last_mut() {
                Some(run) if (run.last + 1, run.from, run.to) == (unit, from, to) => {
                    run.last = unit
                }
                _ => runs.push(Run {
                    first: unit,
                    last: unit,
                    from,
                    to,
                }),
            }
            if most < runs.len() {
                return None;
            }
        }
        Some(runs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: i64 = 40;

    /// Units that were founded one after the other, and then moved, closed and moved again.
    fn tree() -> Tree {
        let mut tree = Tree::default();
        let mut version = 0;
        let mut set = |unit: i64, from, place| {
            version += 1;
            tree.set(version, UnitId(unit), from, place, None);
        };
        for unit in 1..=UNITS {
            let place = match unit {
                1 => Place::Root,
                _ => Place::Below(UnitId((unit - 2) / 3 + 1)),
            };
            set(unit, 20200101, place);
        }
        set(5, 20210301, Place::Below(UnitId(2)));
        set(5, 20210601, Place::Below(UnitId(4)));
        set(3, 20210401, Place::Closed);
        set(9, 20210401, Place::Below(UnitId(4)));
        set(3, 20210701, Place::Below(UnitId(1)));
        set(41, 20210501, Place::Below(UnitId(9)));
        tree
    }

    #[test]
    fn a_unit_is_in_a_run_on_the_days_on_which_it_hangs_below() {
        let tree = tree();
        let days = [
            20200101, 20210228, 20210301, 20210331, 20210401, 20210501, 20210531, 20210601,
            20210701, 20231231,
        ];
        for top in 1..=UNITS + 1 {
            let runs = tree.runs(UnitId(top), 1_000).unwrap();
            for unit in (1..=UNITS + 1).map(UnitId) {
                for day in days
                    .into_iter()
                    .filter(|day| tree.place_on(unit, *day).is_some())
                {
                    let holds = |run: &&Run| {
                        (run.first..=run.last).contains(&unit.0)
                            && (run.from..run.to).contains(&day)
                    };
                    let is_below = tree.chain_on(unit, day).contains(&UnitId(top));
                    let times = runs.iter().filter(holds).count();
                    assert_eq!(times, usize::from(is_below), "{unit} below {top} on {day}");
                }
            }
        }
    }

    #[test]
    fn what_was_founded_together_is_one_run_and_too_many_are_none() {
        let tree = tree();
        // Itself, its three, theirs, the two that came to it, each with its own, and the one founded later.
        assert_eq!(tree.runs(UnitId(4), 9).unwrap().len(), 8);
        assert_eq!(tree.runs(UnitId(8), 9).unwrap().len(), 2);
        assert_eq!(tree.runs(UnitId(1), 3), None);
    }
}
