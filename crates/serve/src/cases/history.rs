//! What was done with a case, from the book, with the words that stand beside it.
use super::{
    acting::{ACT_FILES, FALLS_TO},
    case::Act,
    contact_page,
    raising::{RAISED, SUBJECT},
    said,
    sight::Sight,
    store::{CaseId, note},
};
use crate::words::texts;
use files::File;
use kernel::{Lang, PersonId, UnitId, zone};
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use orgs::person;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::HashMap;
use ui::{Event, Tone};
use web::App;

/// Names of people by their numbers; whoever has no account is a resident.
pub(crate) struct Names {
    lang: Lang,
    known: HashMap<PersonId, String>,
}

impl Names {
    pub(crate) async fn of(
        app: &App,
        lang: Lang,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<Names, DbErr> {
        let mut people: Vec<PersonId> = people.into_iter().collect();
        people.sort_unstable();
        people.dedup();
        let found = person::Entity::find()
            .filter(person::Column::Id.is_in(people))
            .all(app.db.reader())
            .await?;
        let known = found.into_iter().map(|person| (person.id, person.name));
        Ok(Names {
            lang,
            known: known.collect(),
        })
    }

    pub(crate) fn name(&self, person: PersonId) -> String {
        let t = texts(self.lang);
        match self.known.get(&person) {
            Some(name) => name.clone(),
            None if person == PersonId::PUBLIC => t.history_resident(),
            None => t.history_somebody(),
        }
    }
}

/// The case's timeline, the newest first.
pub(crate) async fn timeline(
    app: &App,
    lang: Lang,
    sight: &Sight,
    case: CaseId,
) -> Result<Markup, DbErr> {
    let reader = app.db.reader();
    let mut entries = entry::history(reader, SUBJECT, &case.to_string()).await?;
    entries.reverse();
    let notes: HashMap<_, _> = note::of(reader, case)
        .await?
        .into_iter()
        .map(|note| (note.entry, note))
        .collect();
    let ids = entries.iter().map(|entry| entry.id);
    let files = files::of_many(reader, ACT_FILES, ids).await?;
    let names = Names::of(app, lang, entries.iter().map(|entry| entry.actor)).await?;
    let events: Vec<Event> = entries
        .iter()
        .map(|entry| {
            let when = entry.recorded_at.with_timezone(&zone()).naive_local();
            let who = names.name(entry.actor);
            let unit = sight.directory.name(entry.unit, lang);
            let who = match entry.actor {
                PersonId::PUBLIC => who,
                _ => format!("{who} {unit}"),
            };
            let of_act = files.get(&entry.id.to_string());
            let of_act = of_act.map_or(&[][..], Vec::as_slice);
            let what = what(app, lang, sight, entry, notes.get(&entry.id), of_act);
            Event::new(said::moment(when), who, what).toned(tone(&entry.kind))
        })
        .collect();
    Ok(ui::timeline(lang, &events))
}

fn tone(kind: &str) -> Tone {
    match Act::of_entry_kind(kind) {
        Some(Act::Closing | Act::Confirmation) => Tone::Good,
        Some(Act::Refusal | Act::Return | Act::Redo | Act::Reopening | Act::Pause) => {
            Tone::Attention
        }
        Some(_) => Tone::Info,
        None => Tone::Idle,
    }
}

fn what(
    app: &App,
    lang: Lang,
    sight: &Sight,
    entry: &Entry,
    note: Option<&note::Model>,
    files: &[File],
) -> Markup {
    let t = texts(lang);
    let details = entry.details.clone().unwrap_or_default();
    let unit = |value: &serde_json::Value| value.as_i64().map(UnitId);
    let act = match entry.kind.as_str() {
        contact_page::LOOKED_AT => t.history_looked(),
        RAISED => app.domains.act(RAISED, lang).to_owned(),
        kind => app.domains.act(kind, lang).to_owned(),
    };
    let lead = unit(&details["lead"]);
    let helpers: Vec<UnitId> = details["helpers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(unit)
        .collect();
    let of_unit = unit(&details["unit"]);
    let fallback = unit(&details[FALLS_TO]);
    let outcome = details["outcome"]
        .as_str()
        .and_then(super::case::Outcome::from_code);
    let limit = details["limit"]
        .as_str()
        .and_then(super::limit::Limit::from_code);
    let found = details["found"]
        .as_str()
        .and_then(super::case::Found::from_code);
    html! {
        (act)
        @if let Some(outcome) = outcome { " " (ui::badge(Tone::Info, &said::outcome(lang, outcome))) }
        @if let Some(limit) = limit { " " (ui::badge(Tone::Idle, &said::limit(lang, limit))) }
        @if let Some(found) = found { " " (ui::badge(Tone::Info, &said::found(lang, found))) }
        @if let Some(of) = of_unit { " " (sight.directory.name(of, lang)) }
        @if let Some(last) = fallback { p { (t.history_fallback(sight.directory.name(last, lang))) } }
        @if let Some(lead) = lead { p { (t.history_lead(sight.directory.name(lead, lang))) } }
        @if !helpers.is_empty() { p { (t.history_helpers(said::units(&sight.directory, lang, helpers.iter().copied()))) } }
        @if let Some(note) = note {
            @if !note.said.is_empty() { p { (t.history_said(note.said.as_str())) } }
            @if !note.noted.is_empty() {
                // What whoever asked wrote with their opinion is their word, not a note of the office.
                @let is_asker = entry.actor == PersonId::PUBLIC;
                p class="hint" {
                    @if is_asker { (t.history_asker(note.noted.as_str())) }
                    @else { (t.history_noted(note.noted.as_str())) }
                }
            }
        }
        @if !files.is_empty() {
            @let path = format!("/cases/{}/acts/{}", entry.subject_id, entry.id);
            (web::file_list(lang, &path, files))
        }
    }
}
