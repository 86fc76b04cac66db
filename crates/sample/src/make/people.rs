//! The roster comes in as a workbook; then some people get log-ins.
use super::{Zone, day, entry, workbook::workbook};
use crate::content::{self, LogIn, PEOPLE_HEAD, ReachOf, UNITS_HEAD, people_rows, unit_rows};
use anyhow::{Context, bail};
use kernel::{Actor, Grant, Lang, PersonId, Scope};
use orgs::{
    Directory,
    access::accounts::{self, Doing, NewAccount, NewGrant},
    person,
    roster::{self, ApplyError, ImportOptions},
};
use sea_orm::EntityTrait;
use std::collections::HashMap;

pub(super) async fn come_in(zone: &Zone<'_>) -> anyhow::Result<()> {
    let (units, people) = (content::units(), content::people());
    zone.clock.move_to(day(2021, 2, 8)?);
    let options = ImportOptions {
        lang: Lang::Zh,
        since: day(2020, 1, 1)?,
        effective: day(2021, 2, 8)?,
    };
    let files = [
        (
            "units",
            workbook(
                "栖云开发区单位名册",
                UNITS_HEAD,
                &unit_rows(&units).collect::<Vec<_>>(),
            )?,
        ),
        // Mobile numbers of sample people cannot be dialled, so they are no phone numbers and are left out.
        (
            "people",
            workbook(
                "栖云开发区党员名册",
                PEOPLE_HEAD,
                &people_rows(&people).map(without_mobile).collect::<Vec<_>>(),
            )?,
        ),
    ];
    for (label, file) in files {
        let draft = roster::read(&file, &options)
            .map_err(|problem| anyhow::anyhow!(problem.text(Lang::Zh)))?;
        let applied = roster::apply(
            zone.book,
            zone.keys,
            &Actor::operator(),
            entry(label).0,
            &draft,
            &options,
            |_, _| (),
        )
        .await;
        if let Err(ApplyError::HasErrors(changes)) = &applied {
            let problems = changes.unit_problems.iter().chain(&changes.people_problems);
            bail!("{:?}", problems.take(5).collect::<Vec<_>>());
        }
        applied?;
    }
    Ok(())
}

fn without_mobile(mut row: [String; 6]) -> [String; 6] {
    row[5].clear();
    row
}

pub(super) async fn get_log_ins(zone: &Zone<'_>) -> anyhow::Result<Vec<LogIn>> {
    let reader = zone.book.db().reader();
    let directory = Directory::load(reader).await?;
    let roster: HashMap<String, PersonId> = person::Entity::find()
        .all(reader)
        .await?
        .into_iter()
        .map(|person| (person.code, person.id))
        .collect();
    let people = content::people();
    let log_ins = content::log_ins(&people);
    let unit = |code: &str| {
        Ok::<_, anyhow::Error>(
            directory
                .unit_by_code(code)
                .with_context(|| format!("no unit {code}"))?
                .id,
        )
    };
    for log_in in &log_ins {
        let person = people
            .iter()
            .find(|person| person.code == log_in.person)
            .context("a log-in is a person's")?;
        let (scope, home) = match &log_in.reach {
            ReachOf::Below(code) => (Scope::Below(unit(code)?), code),
            ReachOf::Unit(code) => (Scope::Unit(unit(code)?), code),
            // Who reaches everywhere sits in an office: the post beside the one in the branch.
            ReachOf::All => (
                Scope::All,
                &person.posts.get(1).unwrap_or(&person.posts[0]).unit,
            ),
        };
        let new = NewAccount {
            person: *roster
                .get(&log_in.person)
                .context("everybody is on the roster")?,
            name: log_in.login.clone(),
            unit: unit(home)?,
            password: crate::PASSWORD.into(),
            must_change: false,
            grants: vec![NewGrant::since(
                zone.book.clock().today(),
                Grant {
                    role: log_in.role,
                    scope,
                },
            )],
        };
        let doing = Doing {
            book: zone.book,
            actor: &Actor::operator(),
            entry: entry(&format!("log-in {}", log_in.login)),
            reason: "活动办公室组建，按名单开通。",
        };
        accounts::open(&doing, &new).await?;
    }
    Ok(log_ins)
}
