//! Makes the zone, in the order in which it came about.
mod account;
mod cases;
mod counters;
mod dancing;
mod evening;
mod evidence;
mod happenings;
mod pairings;
mod people;
mod plan;
mod supervision;
mod visits;
mod wishes;
mod workbook;

use crate::{SampleClock, content};
use anyhow::Context;
use chrono::NaiveDate;
use db::Keys;
use files::Files;
use kernel::{Actor, EntryId, Right};
use ledger::Book;
use orgs::{Directory, access::accounts};
use std::collections::HashMap;
use uuid::Uuid;

/// What the zone is made in: an empty, migrated database whose book runs by the sample's clock.
pub struct Zone<'a> {
    pub book: &'a Book,
    pub keys: &'a Keys,
    pub files: &'a Files,
    pub clock: &'a SampleClock,
}

/// What was made, for whoever greets a newcomer.
#[derive(Debug, Clone)]
pub struct Made {
    pub log_ins: Vec<content::LogIn>,
}

/// Makes the sample zone. The same on every machine and day.
pub async fn make(zone: &Zone<'_>) -> anyhow::Result<Made> {
    people::come_in(zone).await.context("the roster")?;
    let log_ins = people::get_log_ins(zone).await.context("log-ins")?;
    let cast = Cast::load(zone, &log_ins).await?;
    dancing::is_complained_of(zone, &cast)
        .await
        .context("the first complaints")?;
    plan::is_set_up(zone, &cast).await.context("the plan")?;
    counters::are_declared(zone, &cast)
        .await
        .context("the counters")?;
    happenings::take_their_course(zone, &cast)
        .await
        .context("what happened")?;
    evening::is_followed(zone, &cast)
        .await
        .context("the next service")?;
    account::is_given(zone, &cast)
        .await
        .context("the account")?;
    zone.clock.move_to(crate::TODAY);
    Ok(Made { log_ins })
}

/// Who acts, and where.
struct Cast {
    directory: Directory,
    by_log_in: HashMap<String, Actor>,
    /// Those who may record, the ones with the narrowest reach first.
    recorders: Vec<Actor>,
}

impl Cast {
    async fn load(zone: &Zone<'_>, log_ins: &[content::LogIn]) -> anyhow::Result<Cast> {
        let reader = zone.book.db().reader();
        let mut by_log_in = HashMap::new();
        for log_in in log_ins {
            let actor = accounts::actor(reader, &log_in.login, zone.book.clock().today())
                .await?
                .context("a log-in that was just opened")?;
            by_log_in.insert(log_in.login.clone(), actor);
        }
        let mut recorders: Vec<Actor> = by_log_in
            .values()
            .filter(|actor| actor.has(Right::Record))
            .cloned()
            .collect();
        let width = |actor: &Actor| {
            (
                actor.reach(Right::Record) == kernel::Reach::All,
                actor.person,
            )
        };
        recorders.sort_by_key(width);
        Ok(Cast {
            directory: Directory::load(reader).await?,
            by_log_in,
            recorders,
        })
    }

    fn actor(&self, log_in: &str) -> anyhow::Result<&Actor> {
        self.by_log_in
            .get(log_in)
            .with_context(|| format!("nobody logs in as {log_in}"))
    }

    fn unit(&self, code: &str) -> anyhow::Result<kernel::UnitId> {
        Ok(self
            .directory
            .unit_by_code(code)
            .with_context(|| format!("no unit {code}"))?
            .id)
    }

    /// Whoever would record for this unit: somebody of its own, else the office.
    async fn recorder(
        &self,
        zone: &Zone<'_>,
        unit: kernel::UnitId,
        day: NaiveDate,
    ) -> anyhow::Result<&Actor> {
        let tree = zone.book.tree(zone.book.db().reader()).await?;
        let reaches = |actor: &&Actor| tree.reaches(&actor.reach(Right::Record), unit, day);
        self.recorders
            .iter()
            .find(reaches)
            .context("the office reaches everybody")
    }
}

/// An act's id that is the same in every run.
fn entry(label: &str) -> EntryId {
    EntryId(Uuid::new_v5(
        &Uuid::NAMESPACE_URL,
        format!("luodi sample {label}").as_bytes(),
    ))
}

fn day(year: i32, month: u32, day: u32) -> anyhow::Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).context("a day of the calendar")
}
