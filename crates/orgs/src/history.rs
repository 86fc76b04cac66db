//! What the book tells of a unit or a person.
use crate::person;
use kernel::{Lang, PersonId};
use ledger::entry::{Entry, history};
use maud::Markup;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;
use ui::Event;
use web::App;

use crate::words::texts;

/// The newest entries that a page shows of one record.
const EVENTS_MAX: usize = 100;

/// A record's history, newest first. `what` says one entry in words.
pub(crate) async fn events(
    app: &App,
    lang: Lang,
    (kind, id): (&str, String),
    what: impl Fn(&Entry) -> Markup,
) -> Result<Vec<Event>, DbErr> {
    let mut entries = history(app.db.reader(), kind, &id).await?;
    entries.reverse();
    entries.truncate(EVENTS_MAX);
    told(
        app,
        lang,
        &entries,
        |entry| entry.happened_on.to_string(),
        what,
    )
    .await
}

/// These entries as events, in the same order.
pub(crate) async fn told(
    app: &App,
    lang: Lang,
    entries: &[Entry],
    when: impl Fn(&Entry) -> String,
    what: impl Fn(&Entry) -> Markup,
) -> Result<Vec<Event>, DbErr> {
    let names = names(app, entries.iter().map(|entry| entry.actor)).await?;
    let t = texts(lang);
    Ok(entries
        .iter()
        .map(|entry| {
            let who = names.get(&entry.actor);
            let who = who.cloned().unwrap_or_else(|| t.history_somebody());
            let event = Event::new(when(entry), who, what(entry));
            match &entry.reason {
                Some(reason) => event.because(reason.clone()),
                None => event,
            }
        })
        .collect())
}

/// The names of people on the roster.
pub(crate) async fn names(
    app: &App,
    people: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let mut people: Vec<PersonId> = people.collect();
    people.sort();
    people.dedup();
    let found: Vec<(PersonId, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people))
        .into_tuple()
        .all(app.db.reader())
        .await?;
    Ok(found.into_iter().collect())
}

/// What a detail was before and is now, where it differs. Entries keep changes as `{"name": ["old", "new"]}`.
pub(crate) fn change<'a>(
    entry: &'a Entry,
    field: &str,
) -> Option<(&'a serde_json::Value, &'a serde_json::Value)> {
    let pair = entry.details.as_ref()?.get(field)?.as_array()?;
    let (before, after) = (pair.first()?, pair.get(1)?);
    (before != after).then_some((before, after))
}
