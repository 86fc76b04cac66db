//! Leading cadres call on enterprises and communities; what they hear becomes cases, some of which are closed. And their
//! research topics.
use super::{Cast, Zone, entry};
use crate::content::{Course, Topic, Visit};
use ::serve::{
    cases::{
        acting::{Acting, act},
        case::Step,
        limit::Limit,
        store::CaseId,
    },
    topics::{
        TopicId,
        setting::{Concluding, Setting, conclude, set},
    },
    visits::recording::{Fate, Problem, Recording, Visited, problem_id, record},
};
use anyhow::Context;
use calendar::WorkingDays;
use chrono::{Days, NaiveDate};
use kernel::EntryId;

const KEEPS: &str = "song.wanqing";
const HANDLES: &str = "he.shuyun";

/// What happens to the case of a problem: so many days after the visit, and from which course on.
const STEPS: [(u64, Course, Happens); 5] = [
    (0, Course::Handled, Happens::Accepted),
    (0, Course::Handled, Happens::Dispatched),
    (1, Course::Handled, Happens::Acknowledged),
    (4, Course::Answered, Happens::Answered),
    (6, Course::Closed, Happens::Closed),
];

#[derive(Debug, Clone, Copy)]
enum Happens {
    Accepted,
    Dispatched,
    Acknowledged,
    Answered,
    Closed,
}

/// Step `step` of problem `problem` of a visit.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProblemStep {
    visit: usize,
    problem: usize,
    step: usize,
}

/// Everything that happens to what was heard, with its day.
pub(super) fn course(visits: &[Visit]) -> Vec<(NaiveDate, ProblemStep)> {
    let mut course = Vec::new();
    for (at, visit) in visits.iter().enumerate() {
        for (problem, heard) in visit.problems.iter().enumerate() {
            let steps = STEPS.iter().enumerate();
            let steps = steps.filter(|(_, (_, from, _))| *from <= heard.course);
            course.extend(steps.map(|(step, (days, ..))| {
                let day = visit.day + Days::new(*days);
                let step = ProblemStep {
                    visit: at,
                    problem,
                    step,
                };
                (day, step)
            }));
        }
    }
    course
}

fn id(visit: &Visit) -> EntryId {
    entry(&format!("visit {}", visit.number))
}

pub(super) async fn is_made(zone: &Zone<'_>, cast: &Cast, visit: &Visit) -> anyhow::Result<()> {
    let unit = cast.unit(&visit.unit)?;
    let problems = visit.problems.iter().map(|problem| Problem {
        body: problem.body.clone(),
        fate: match (problem.course, problem.fate.as_str()) {
            (Course::Solved, _) => Fate::Solved,
            (_, "suggestion") => Fate::Suggestion,
            _ => Fate::Help,
        },
    });
    let new = Recording {
        entry: id(visit),
        visit: Visited {
            day: visit.day,
            unit,
            visited: cast.unit(&visit.visited)?,
            household: String::new(),
            people: visit.people.clone(),
            heard: visit.heard.clone(),
        },
        problems: problems.collect(),
    };
    let by = cast.recorder(zone, unit, visit.day).await?;
    let made = record(zone.book, zone.keys, by, &new).await;
    made.map(drop)
        .with_context(|| format!("visit {}", visit.number))
}

pub(super) async fn problem_goes_on(
    zone: &Zone<'_>,
    cast: &Cast,
    visits: &[Visit],
    at: ProblemStep,
) -> anyhow::Result<()> {
    let visit = &visits[at.visit];
    let lead = cast.unit(&visit.problems[at.problem].lead)?;
    let (.., happens) = STEPS[at.step];
    let (step, said, by) = match happens {
        Happens::Accepted => (
            Step::Accept {
                limit: Limit::Complex,
            },
            "",
            KEEPS,
        ),
        Happens::Dispatched => {
            let helpers = Vec::new();
            (Step::Dispatch { lead, helpers }, "", KEEPS)
        }
        Happens::Acknowledged => (Step::Acknowledge(lead), "", HANDLES),
        Happens::Answered => {
            let said = "已到现场了解，办理意见已当面告知。";
            (Step::Answer(lead), said, HANDLES)
        }
        Happens::Closed => (Step::Close, "", KEEPS),
    };
    let label = format!("visit {} problem {}", visit.number, at.problem);
    let new = Acting {
        entry: entry(&format!("{label} step {}", at.step)),
        case: CaseId(problem_id(id(visit), at.problem)),
        step,
        said: said.into(),
        noted: String::new(),
        public_title: String::new(),
        files: Vec::new(),
    };
    let done = act(zone.book, &WorkingDays::china(), cast.actor(by)?, &new).await;
    done.map(drop)
        .with_context(|| format!("{label}, {happens:?}"))
}

pub(super) async fn topic_is_set(
    zone: &Zone<'_>,
    cast: &Cast,
    topic: &Topic,
) -> anyhow::Result<()> {
    let unit = cast.unit(&topic.unit)?;
    let new = Setting {
        entry: entry(&format!("topic {}", topic.title)),
        title: topic.title.clone(),
        leader: topic.leader.clone(),
        unit,
        plan: topic.plan.clone(),
        set_on: topic.set_on,
        due_on: topic.due_on,
    };
    let by = cast.recorder(zone, unit, topic.set_on).await?;
    let made = set(zone.book, by, &new).await;
    made.map(drop).with_context(|| topic.title.clone())
}

pub(super) async fn topic_is_concluded(
    zone: &Zone<'_>,
    cast: &Cast,
    topic: &Topic,
    day: NaiveDate,
) -> anyhow::Result<()> {
    let new = Concluding {
        entry: entry(&format!("result of topic {}", topic.title)),
        topic: TopicId(entry(&format!("topic {}", topic.title)).0),
        day,
        result: topic.result.clone(),
    };
    let by = cast.recorder(zone, cast.unit(&topic.unit)?, day).await?;
    let concluded = conclude(zone.book, by, &new).await;
    concluded.map(drop).with_context(|| topic.title.clone())
}
