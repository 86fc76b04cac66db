//! Briefings, reports and sign-offs, day by day.
use super::{
    Cast, Zone, cases, counters, dancing, entry, evening, evidence, pairings, plan::CLERK,
    supervision, visits, wishes,
};
use crate::{
    CAMPAIGN,
    content::{self, Covered, TaskResult},
};
use ::plan::{
    briefings::{
        audience::Audience,
        recording::{Held, Recording, record},
    },
    nodes::node::NodeId,
    tasks::{
        reporting::{Outcome, Reporting, report},
        sign_off::{SigningOff, sign_off},
    },
};
use anyhow::Context;
use chrono::{Days, NaiveDate};
use kernel::{PersonId, UnitId};
use orgs::person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

pub(super) const LEADER: &str = "shen.yanqiu";
/// A task is looked at by somebody else some days after it was reported done.
const LOOKED_AT_AFTER_DAYS: u64 = 2;

enum Happening {
    Briefed(content::Briefing),
    Reported(usize, TaskResult),
    SignedOff(u32),
    Supervised(supervision::Step),
    /// A case of residents: which, and which step of its course.
    Case(usize, Option<usize>),
    /// Of the joint action about square dancing.
    Dancing(usize, dancing::Step),
    Booked(content::CounterBooking),
    EveningOffered,
    EveningHeld,
    /// A wish: which, and what happens to it.
    Wish(usize, wishes::Happens),
    /// A visit, by its place among all.
    Visited(usize),
    Problem(visits::ProblemStep),
    TopicSet(content::Topic),
    TopicConcluded(content::Topic),
    /// A pairing, by its place among all.
    Paired(usize),
    InContact(usize),
}

pub(super) async fn take_their_course(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let mut course: Vec<(NaiveDate, Happening)> = Vec::new();
    course.extend(
        content::briefings()
            .into_iter()
            .map(|briefing| (briefing.day, Happening::Briefed(briefing))),
    );
    course.push((evening::offered_on()?, Happening::EveningOffered));
    course.push((evening::held_on()?, Happening::EveningHeld));
    let bookings = content::counter_bookings().into_iter();
    course.extend(bookings.map(|booking| (booking.day, Happening::Booked(booking))));
    for (number, result) in content::results().into_iter().enumerate() {
        if result.completes {
            let day = (result.day + Days::new(LOOKED_AT_AFTER_DAYS)).min(crate::TODAY);
            course.push((day, Happening::SignedOff(result.task)));
        }
        course.push((result.day, Happening::Reported(number, result)));
    }
    let supervised = supervision::course()?.into_iter();
    course.extend(supervised.map(|(day, step)| (day, Happening::Supervised(step))));
    let visited = content::visits();
    for (at, visit) in visited.iter().enumerate() {
        course.push((visit.day, Happening::Visited(at)));
    }
    for (day, step) in visits::course(&visited) {
        course.push((day, Happening::Problem(step)));
    }
    let paired = content::pairings();
    for (at, pairing) in paired.iter().enumerate() {
        course.push((pairing.from_day, Happening::Paired(at)));
        let contacts = pairing.contacts.iter();
        course.extend(contacts.map(|day| (*day, Happening::InContact(at))));
    }
    for topic in content::topics() {
        if let Some(day) = topic.concluded_on {
            course.push((day, Happening::TopicConcluded(topic.clone())));
        }
        course.push((topic.set_on, Happening::TopicSet(topic)));
    }
    for (day, case, step) in cases::course()? {
        course.push((day, Happening::Case(case, step)));
    }
    for (day, number, step) in dancing::course()? {
        course.push((day, Happening::Dancing(number, step)));
    }
    for (day, wish, happens) in wishes::course() {
        course.push((day, Happening::Wish(wish, happens)));
    }
    // Of one day: briefings, then reports, then sign-offs, then cases, then what departments book.
    course.sort_by_key(|(day, happening)| {
        let order = match happening {
            Happening::Briefed(_) => 0,
            Happening::Reported(..) => 1,
            Happening::SignedOff(_) | Happening::Supervised(_) => 2,
            Happening::Case(..) => 3,
            Happening::Dancing(..) | Happening::Booked(_) => 4,
            Happening::EveningOffered | Happening::EveningHeld => 5,
            Happening::Wish(..) => 9,
            Happening::TopicSet(_) | Happening::TopicConcluded(_) => 6,
            Happening::Visited(_) => 7,
            Happening::Problem(_) => 8,
            Happening::Paired(_) => 9,
            Happening::InContact(_) => 10,
        };
        (*day, order)
    });
    let tasks = tasks(zone).await?;
    let people = content::people();
    for (day, happening) in course {
        zone.clock.move_to(day);
        match happening {
            Happening::Briefed(briefing) => brief(zone, cast, &people, briefing).await?,
            Happening::Reported(number, result) => {
                let task = *tasks.get(&result.task).context("a result is of a task")?;
                let unit = cast.unit(&result.unit)?;
                let by = cast.recorder(zone, unit, day).await?;
                let files = evidence::of(zone, by, &result).await?;
                let new = Reporting {
                    entry: entry(&format!("report {number}")),
                    task,
                    result: Outcome {
                        unit,
                        day,
                        achieved: result.achieved.zh,
                        evidence: result.evidence.zh,
                        completes: result.completes,
                    },
                    files,
                };
                report(zone.book, by, &new)
                    .await
                    .with_context(|| format!("report {number} on task {}", result.task))?;
            }
            Happening::Supervised(step) => {
                supervision::happens(zone, cast, &tasks, (day, step)).await?;
            }
            Happening::EveningOffered => evening::is_offered_and_booked(zone, cast).await?,
            Happening::EveningHeld => evening::is_held(zone, cast).await?,
            Happening::Wish(wish, happens) => wishes::happens(zone, cast, wish, happens).await?,
            Happening::Visited(at) => visits::is_made(zone, cast, &visited[at]).await?,
            Happening::Problem(step) => {
                visits::problem_goes_on(zone, cast, &visited, step).await?;
            }
            Happening::Paired(at) => pairings::is_made(zone, cast, (at, &paired[at])).await?,
            Happening::InContact(at) => {
                pairings::are_in_contact(zone, cast, (at, &paired[at]), day).await?;
            }
            Happening::TopicSet(topic) => visits::topic_is_set(zone, cast, &topic).await?,
            Happening::TopicConcluded(topic) => {
                visits::topic_is_concluded(zone, cast, &topic, day).await?;
            }
            Happening::Case(case, step) => cases::happens(zone, cast, (case, step)).await?,
            Happening::Dancing(number, step) => {
                dancing::happens(zone, cast, (day, number, step)).await?;
            }
            Happening::Booked(booking) => counters::is_booked(zone, cast, booking).await?,
            Happening::SignedOff(task) => {
                let new = SigningOff {
                    entry: entry(&format!("sign-off {task}")),
                    task: *tasks.get(&task).context("a sign-off is of a task")?,
                    day,
                    note: "已对照成果要求核查。".into(),
                };
                let signed = sign_off(zone.book, cast.actor(LEADER)?, &new).await;
                signed.with_context(|| format!("sign-off of task {task}"))?;
            }
        }
    }
    Ok(())
}

async fn brief(
    zone: &Zone<'_>,
    cast: &Cast,
    people: &[content::Person],
    briefing: content::Briefing,
) -> anyhow::Result<()> {
    let organiser = cast.unit(&briefing.organiser)?;
    let new = Recording {
        entry: entry(&format!("briefing {}", briefing.number)),
        campaign: CAMPAIGN.into(),
        held: Held {
            title: briefing.title.zh,
            place: briefing.place.zh,
            day: briefing.day,
            organiser,
            audience: audience(zone, cast, people, &briefing.covered, briefing.day).await?,
        },
    };
    let recorded = record(zone.book, cast.actor(CLERK)?, &new).await;
    recorded
        .map(drop)
        .with_context(|| format!("briefing {}", briefing.number))
}

async fn audience(
    zone: &Zone<'_>,
    cast: &Cast,
    people: &[content::Person],
    covered: &Covered,
    day: NaiveDate,
) -> anyhow::Result<Audience> {
    let tree = zone.book.tree(zone.book.db().reader()).await?;
    let units = |codes: &[String]| {
        codes
            .iter()
            .map(|code| cast.unit(code))
            .collect::<anyhow::Result<Vec<UnitId>>>()
    };
    Ok(match covered {
        Covered::Trees(codes) => {
            let tops = units(codes)?;
            let units = tops
                .into_iter()
                .flat_map(|top| tree.subtree(top, day))
                .collect();
            Audience {
                units,
                with_members: true,
                ..Audience::default()
            }
        }
        Covered::Units(codes) => Audience {
            units: units(codes)?,
            with_members: true,
            ..Audience::default()
        },
        Covered::SecretariesIn(codes) => Audience {
            people: secretaries(zone, people, codes, day).await?,
            ..Audience::default()
        },
        Covered::Headcount(headcount) => {
            let counted = (
                cast.unit(&headcount.unit)?,
                u32::try_from(headcount.persons)?,
            );
            Audience {
                headcounts: vec![counted],
                ..Audience::default()
            }
        }
    })
}

async fn secretaries(
    zone: &Zone<'_>,
    people: &[content::Person],
    codes: &[String],
    day: NaiveDate,
) -> anyhow::Result<Vec<PersonId>> {
    let branches = content::units();
    let branches = branches.iter().filter(|unit| {
        unit.kind == content::UnitKind::PartyBranch
            && codes
                .iter()
                .any(|top| content::is_below(&branches, &unit.code, top))
    });
    let codes: Vec<String> = branches
        .map(|branch| {
            content::holder_of(people, &branch.code, content::Post::Secretary, day)
                .map(|person| person.code.clone())
        })
        .collect::<Option<_>>()
        .context("every branch has a secretary")?;
    let mut found = Vec::new();
    for codes in codes.chunks(500) {
        let select = person::Entity::find().filter(person::Column::Code.is_in(codes.to_vec()));
        found.extend(
            select
                .all(zone.book.db().reader())
                .await?
                .into_iter()
                .map(|person| person.id),
        );
    }
    Ok(found)
}

/// Tasks by their number in the work list.
async fn tasks(zone: &Zone<'_>) -> anyhow::Result<HashMap<u32, NodeId>> {
    let plan = ::plan::nodes::plan::Plan::load(zone.book.db().reader(), CAMPAIGN).await?;
    let numbered = plan
        .items
        .iter()
        .filter_map(|item| Some((item.node.number.as_ref()?.parse().ok()?, item.node.id)));
    Ok(numbered.collect())
}
