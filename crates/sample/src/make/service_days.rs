//! Service days: fixed by the office, entered by units, signed up for by neighbours, held, and cancelled once for a storm.
use super::{Cast, Zone, day, entry};
use crate::content::{self, DAYS_DECIDED, DayDecided, ServiceProject};
use ::serve::service_days::{
    came::{Came, Ticked, note_came},
    cancelling::cancel,
    deciding::{Deciding, decide},
    declaring::{Declaring, Said, declare},
    project::{ProjectId, minutes},
    sign_up::SignUpId,
    signing_up::{SigningUp, sign_up},
};
use anyhow::Context;
use chrono::{Days, NaiveDate};
use kernel::EntryId;

const OFFICE: &str = "song.wanqing";
/// Months whose projects were entered before the campaign began.
const BEFORE: [&str; 2] = ["2021-01", "2021-02"];
/// How long before its day a project is entered, and how long before it people sign up.
const ENTERED_DAYS_BEFORE: u64 = 16;
const SIGNED_UP_DAYS_BEFORE: u64 = 14;

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Decided(usize),
    /// A project, by its place among all.
    Entered(usize),
    SignedUp(usize),
    Cancelled(usize),
    Held(usize),
}

/// January's projects are entered afterwards, from paper; February's are entered for the day it was moved to.
pub(super) async fn begin(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let projects = content::service_projects();
    zone.clock.move_to(day(2021, 2, 22)?);
    happens(zone, cast, Step::Decided(0)).await?;
    for (at, project) in projects.iter().enumerate() {
        if BEFORE.contains(&project.month.as_str()) {
            happens(zone, cast, Step::Entered(at)).await?;
        }
        if project.month == BEFORE[0] {
            happens(zone, cast, Step::Held(at)).await?;
        }
    }
    zone.clock.move_to(day(2021, 2, 23)?);
    for (at, project) in projects.iter().enumerate() {
        if project.month == BEFORE[1] {
            happens(zone, cast, Step::SignedUp(at)).await?;
        }
    }
    Ok(())
}

/// Everything that happens after that, by its day.
pub(super) fn course() -> anyhow::Result<Vec<(NaiveDate, Step)>> {
    let (month, decided) = DAYS_DECIDED[1].decided_on;
    let mut course = vec![(day(2021, month, decided)?, Step::Decided(1))];
    for (at, project) in content::service_projects().iter().enumerate() {
        let on = project.day();
        if !BEFORE.contains(&project.month.as_str()) {
            course.push((on - Days::new(ENTERED_DAYS_BEFORE), Step::Entered(at)));
            course.push((on - Days::new(SIGNED_UP_DAYS_BEFORE), Step::SignedUp(at)));
        }
        match project.cancelled.is_empty() {
            true if project.month != BEFORE[0] => course.push((on, Step::Held(at))),
            true => {}
            false => course.push((on - Days::new(1), Step::Cancelled(at))),
        }
    }
    course.retain(|(on, _)| *on <= crate::TODAY);
    Ok(course)
}

pub(super) async fn happens(zone: &Zone<'_>, cast: &Cast, step: Step) -> anyhow::Result<()> {
    let projects = content::service_projects();
    let project = |at: usize| projects.get(at).context("a project of the table");
    match step {
        Step::Decided(at) => is_decided(zone, cast, &DAYS_DECIDED[at]).await,
        Step::Entered(at) => is_entered(zone, cast, at, project(at)?).await,
        Step::SignedUp(at) => sign_up_for(zone, at, project(at)?).await,
        Step::Held(at) => is_held(zone, cast, at, project(at)?).await,
        Step::Cancelled(at) => {
            let project = project(at)?;
            let unit = cast.unit(&project.unit)?;
            let by = cast.recorder(zone, unit, zone.book.clock().today()).await?;
            let act = entry(&format!("service project {at} cancelled"));
            let cancelled = cancel(zone.book, by, act, id(at), &project.cancelled).await;
            cancelled.with_context(|| format!("{} is cancelled", project.title))
        }
    }
}

fn entry_of(at: usize) -> EntryId {
    entry(&format!("service project {at}"))
}

fn id(at: usize) -> ProjectId {
    ProjectId(entry_of(at).0)
}

fn sign_up_entry(at: usize, number: usize) -> EntryId {
    entry(&format!("service project {at} sign-up {number}"))
}

async fn is_decided(zone: &Zone<'_>, cast: &Cast, decided: &DayDecided) -> anyhow::Result<()> {
    let (month, on) = decided.day;
    let new = Deciding {
        entry: entry(&format!("service day {}", decided.month)),
        month: decided.month.parse()?,
        day: day(2021, month, on)?,
        reason: decided.reason.to_owned(),
    };
    let done = decide(zone.book, cast.actor(OFFICE)?, &new).await;
    done.with_context(|| format!("the service day of {}", decided.month))
}

async fn is_entered(
    zone: &Zone<'_>,
    cast: &Cast,
    at: usize,
    project: &ServiceProject,
) -> anyhow::Result<()> {
    let unit = cast.unit(&project.unit)?;
    let by = cast.recorder(zone, unit, zone.book.clock().today()).await?;
    let time = |text: &str| minutes(text).context("a time of day");
    let new = Declaring {
        entry: entry_of(at),
        unit,
        month: project.month.parse()?,
        said: Said {
            title: project.title.clone(),
            about: project.about.clone(),
            place: project.place.clone(),
            starts: time(&project.starts)?,
            ends: time(&project.ends)?,
            wanted: project.wanted,
            bring: project.bring.clone(),
        },
    };
    let done = declare(zone.book, by, &new).await;
    done.with_context(|| format!("{} is entered", project.title))
}

async fn sign_up_for(zone: &Zone<'_>, at: usize, project: &ServiceProject) -> anyhow::Result<()> {
    for (number, one) in project.sign_ups.iter().enumerate() {
        let new = SigningUp {
            entry: sign_up_entry(at, number),
            project: id(at),
            phone: one.phone.clone(),
            names: one.names.clone(),
            tells: false,
        };
        let done = sign_up(zone.book, zone.keys, &new).await;
        done.with_context(|| format!("{} for {}", one.phone, project.title))?;
    }
    Ok(())
}

async fn is_held(
    zone: &Zone<'_>,
    cast: &Cast,
    at: usize,
    project: &ServiceProject,
) -> anyhow::Result<()> {
    let unit = cast.unit(&project.unit)?;
    let by = cast.recorder(zone, unit, zone.book.clock().today()).await?;
    let ticked = project
        .sign_ups
        .iter()
        .enumerate()
        .flat_map(|(number, one)| {
            let sign_up = SignUpId(sign_up_entry(at, number).0);
            (0..one.came).map(move |at| Ticked { sign_up, at })
        });
    let time = |text: &str| minutes(text).context("a time of day");
    let long = time(&project.ends)? - time(&project.starts)?;
    let new = Came {
        entry: entry(&format!("service project {at} held")),
        project: id(at),
        ticked: ticked.collect(),
        names: project.others.clone(),
        head_count: project.heads,
        // Whole hours of all together.
        hours: project.came() * long / 60,
        seen: None,
        reason: String::new(),
    };
    let came = note_came(zone.book, zone.keys, by, &new).await;
    let came = came.with_context(|| format!("{} is held", project.title))?;
    anyhow::ensure!(came == project.came(), "{}: {came} came", project.title);
    Ok(())
}
