//! The audit trail: who did what, when, for which unit, and whether it succeeded. `/audit_trail`
//!
//! It is the book, read by the time of recording: there is no second log. It adds nothing up by person (rule R3), and what a
//! record says stays with those who may open the record.
mod asked;
mod export;
mod list;
mod subject;

pub(crate) use subject::account_subject;

use asked::Wanted;
use axum_extra::routing::TypedPath;
use kernel::{Lang, PersonId, Right};
use ledger::entry::Entry;
use serde::Deserialize;
use std::collections::HashMap;
use web::{Access, App, Pages};

const TRAIL: &str = "/audit_trail";
/// Where it stands in the side bar.
pub(crate) const NAV: &str = "audit_trail";

pub fn pages() -> Pages {
    let access = Access::Right(Right::Audit);
    Pages::default()
        .get(access, list::show)
        .get(access, export::xlsx)
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/audit_trail")]
pub(super) struct TrailUrl;

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/audit_trail.xlsx")]
pub(super) struct TrailXlsxUrl;

/// One act in words.
struct Told {
    recorded: String,
    happened: chrono::NaiveDate,
    who: String,
    unit: String,
    act: String,
    /// The kind of record, and its number in the book: enough to ask whoever may open it.
    kind: String,
    id: String,
    reason: String,
    succeeded: bool,
}

async fn told(app: &App, lang: Lang, entries: &[Entry]) -> Result<Vec<Told>, sea_orm::DbErr> {
    let people = entries.iter().map(|entry| entry.actor);
    let names: HashMap<PersonId, String> = crate::history::names(app, people).await?;
    let directory = crate::Directory::load(app.db.reader()).await?;
    let t = crate::words::texts(lang);
    let who = |person: PersonId| match person {
        PersonId::OPERATOR => t.trail_operator(),
        PersonId::PUBLIC => t.trail_public(),
        person => names
            .get(&person)
            .cloned()
            .unwrap_or_else(|| person.to_string()),
    };
    let one = |entry: &Entry| Told {
        recorded: super::account_pages::when(entry),
        happened: entry.happened_on,
        who: who(entry.actor),
        unit: directory.name(entry.unit, lang).to_owned(),
        act: app.domains.act(&entry.kind, lang).to_owned(),
        kind: app
            .domains
            .subject(&entry.subject_kind)
            .map_or(entry.subject_kind.as_str(), |kind| kind.title.get(lang))
            .to_owned(),
        id: entry.subject_id.clone(),
        reason: entry.reason.clone().unwrap_or_default(),
        succeeded: entry.kind != super::account_pages::FAILED,
    };
    Ok(entries.iter().map(one).collect())
}
