//! Cells of a row, understood or explained: each problem says what is wrong and what would be right.
use super::{
    columns::{DEADLINE, DURATION, TARGET},
    duration::{self, DurationProblem},
    reading::Known,
    target_text::{self, Context, TargetProblem},
};
use crate::{
    nodes::target::Target,
    units::{self, Named, separator},
    words::{Texts, texts},
};
use calendar::deadline::{self, Deadline, DeadlineProblem, Why};
use kernel::{Lang, UnitId};
use sheets::{Problem, Problems, Row};

/// As many units as `各党委` may stand for; above it a matrix could not be read any more.
const UNITS_MEANT_MAX: usize = 40;

/// The one unit that leads.
pub(super) fn lead(
    row: Row<'_>,
    key: &str,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Option<UnitId> {
    let names = row.names(key, problems);
    let t = texts(known.lang);
    match &names[..] {
        [] => None,
        [name] => match units::parted(known.directory, name) {
            Some(several) => {
                let first = units::names(known.directory, &several[..1], known.lang);
                let what = t.lead_several(
                    several.len().to_string(),
                    units::names(known.directory, &several, known.lang),
                );
                problems.push(row.problem(key, what, t.lead_several_remedy(first)));
                None
            }
            None => unit(row, key, name, known, problems),
        },
        several => {
            // One unit whose name holds the sign that parts names.
            let whole = row.text(key, problems).unwrap_or_default();
            if let Named::One(unit) = units::named(known.directory, &whole) {
                return Some(unit);
            }
            let what = t.lead_several(
                several.len().to_string(),
                several.join(separator(known.lang)),
            );
            problems.push(row.problem(key, what, t.lead_several_remedy(&several[0])));
            None
        }
    }
}

/// Any number of units.
pub(super) fn list(
    row: Row<'_>,
    key: &str,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Vec<UnitId> {
    let mut found = Vec::new();
    for name in row.names(key, problems) {
        for unit in meant(row, key, &name, known, problems) {
            if !found.contains(&unit) {
                found.push(unit);
            }
        }
    }
    found
}

/// The units that one name in a list means: a unit, several parted by an unusual sign, or all of a kind.
fn meant(
    row: Row<'_>,
    key: &str,
    name: &str,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Vec<UnitId> {
    let t = texts(known.lang);
    if let Named::One(unit) = units::named(known.directory, name) {
        return vec![unit];
    }
    if let Some(units) = units::parted(known.directory, name) {
        return units;
    }
    match units::all_of(known.directory, known.tree, known.on, name) {
        Some(all) if UNITS_MEANT_MAX < all.len() => {
            let what = t.units_too_many(name, all.len().to_string());
            let remedy = t.units_too_many_remedy(UNITS_MEANT_MAX.to_string());
            problems.push(row.problem(key, what, remedy));
            Vec::new()
        }
        Some(all) if !all.is_empty() => all,
        _ => Vec::from_iter(unit(row, key, name, known, problems)),
    }
}

fn unit(
    row: Row<'_>,
    key: &str,
    name: &str,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Option<UnitId> {
    let t = texts(known.lang);
    match units::named(known.directory, name) {
        Named::One(unit) => return Some(unit),
        Named::Several(units) => {
            let codes: Vec<&str> = units
                .iter()
                .filter_map(|unit| known.directory.unit(*unit))
                .map(|unit| unit.code.as_str())
                .collect();
            let remedy = t.unit_several_remedy(codes.join(separator(known.lang)));
            problems.push(row.problem(key, t.unit_several(name), remedy));
        }
        Named::Nobody(nearest) if nearest.is_empty() => {
            problems.push(row.problem(key, t.unit_unknown(name), t.unit_unknown_remedy()));
        }
        Named::Nobody(nearest) => {
            let nearest = units::names(known.directory, &nearest, known.lang);
            problems.push(row.problem(key, t.unit_unknown(name), t.unit_nearest_remedy(nearest)));
        }
    }
    None
}

pub(super) fn deadline(
    row: Row<'_>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Option<Deadline> {
    // A day whose format was lost is a plain number.
    let text = match row.value(DEADLINE).day_number() {
        Some(day) => day.to_string(),
        None => row.text(DEADLINE, problems)?,
    };
    let campaign = known.campaign.days();
    match deadline::read(&text, &campaign, known.days) {
        Ok(deadline) => {
            if campaign.end < deadline.due {
                let t = texts(known.lang);
                let what = t.deadline_late(deadline.due.to_string(), campaign.end.to_string());
                problems.push(row.warning(DEADLINE, what, t.deadline_late_remedy()));
            }
            Some(deadline)
        }
        Err(problem) => {
            problems.push(deadline_problem(row, &problem, known));
            None
        }
    }
}

fn deadline_problem(row: Row<'_>, problem: &DeadlineProblem, known: &Known<'_>) -> Problem {
    let (what, remedy) = deadline_in_words(problem, known.lang);
    row.problem(DEADLINE, what, remedy)
}

/// What is wrong with a deadline, and what would be right.
pub(crate) fn deadline_in_words(problem: &DeadlineProblem, lang: Lang) -> (String, String) {
    let t = texts(lang);
    let what = match &problem.why {
        Why::Empty | Why::NotUnderstood => t.deadline_not_understood(&problem.text),
        Why::TooLong { chars_max } => t.deadline_too_long(chars_max.to_string()),
        Why::NoDay => t.deadline_no_day(&problem.text),
        Why::Ambiguous => t.deadline_ambiguous(&problem.text),
        Why::NoSuchMonth { month } => t.deadline_no_month(month.to_string()),
        Why::NoSuchDay {
            year, month, last, ..
        } => t.deadline_no_such_day(
            &problem.text,
            year.to_string(),
            month.to_string(),
            last.to_string(),
        ),
        Why::NoSuchNumber { .. } => t.deadline_no_such_number(&problem.text),
        Why::HolidayUnknown { year } => t.deadline_holiday_unknown(year.to_string()),
        Why::Backwards { from, to } => t.deadline_backwards(from.to_string(), to.to_string()),
        Why::BeforeCampaign { day, start } => {
            t.deadline_before_campaign(&problem.text, day.to_string(), start.to_string())
        }
        Why::NeverInCampaign => t.deadline_never(&problem.text),
    };
    let remedy = match &problem.proposal {
        Some(proposal) => t.deadline_proposal(&proposal.text, proposal.due.to_string()),
        None => t.deadline_remedy(),
    };
    (what, remedy)
}

pub(super) fn duration(row: Row<'_>, known: &Known<'_>, problems: &mut Problems) -> Option<i32> {
    let text = row.text(DURATION, problems)?;
    if matches!(text.as_str(), "无" | "长期") {
        return None;
    }
    let t = texts(known.lang);
    let problem = match duration::read(&text) {
        Ok(days) => return Some(days),
        Err(problem) => problem,
    };
    let (what, remedy) = match problem {
        DurationProblem::NotUnderstood => (t.duration_wrong(&text), t.duration_wrong_remedy()),
        DurationProblem::TooLong => {
            let max = duration::DAYS_MAX.to_string();
            (t.duration_long(&text), t.duration_long_remedy(max))
        }
        DurationProblem::Months { proposed_days } => (
            t.duration_months(&text),
            t.duration_months_remedy(proposed_days.to_string()),
        ),
    };
    problems.push(row.problem(DURATION, what, remedy));
    None
}

/// The target, and the aim as written. An aim in words is kept as words.
pub(super) fn target(
    row: Row<'_>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> (Option<Target>, Option<String>) {
    let Some(text) = row.text(TARGET, problems) else {
        return (None, None);
    };
    let context = Context {
        figures: known.figures,
        units: known.directory,
        root: known.root,
        lang: known.lang,
    };
    match target_text::read(&text, context) {
        Ok(target) => (Some(target), Some(text)),
        Err(problem) => {
            let problem = target_problem(row, problem, &text, known, texts(known.lang));
            problems.push(problem);
            (None, Some(text))
        }
    }
}

fn target_problem(
    row: Row<'_>,
    problem: TargetProblem,
    text: &str,
    known: &Known<'_>,
    t: &Texts,
) -> Problem {
    let joined = |names: Vec<String>| names.join(separator(known.lang));
    match problem {
        TargetProblem::InWords => {
            row.warning(TARGET, t.target_in_words(text), t.target_in_words_remedy())
        }
        TargetProblem::UnknownFigure { written, nearest } if nearest.is_empty() => {
            row.problem(TARGET, t.target_figure(written), t.target_figure_remedy())
        }
        TargetProblem::UnknownFigure { written, nearest } => {
            let remedy = t.target_figure_nearest(joined(nearest));
            row.problem(TARGET, t.target_figure(written), remedy)
        }
        TargetProblem::UnknownScope { written, nearest } if nearest.is_empty() => {
            row.problem(TARGET, t.unit_unknown(written), t.unit_unknown_remedy())
        }
        TargetProblem::UnknownScope { written, nearest } => {
            let nearest = units::names(known.directory, &nearest, known.lang);
            row.problem(
                TARGET,
                t.unit_unknown(written),
                t.unit_nearest_remedy(nearest),
            )
        }
        TargetProblem::Value { written, why } => row.problem(TARGET, t.target_value(written), why),
    }
}
