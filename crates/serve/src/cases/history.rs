//! What was done with a case, from the book, with the words that stand beside it.
use super::{
    acting::{ACT_FILES, FALLS_TO},
    case::Act,
    contact_page,
    raising::{RAISED, SUBJECT},
    said,
    sight::Sight,
    store::{CaseId, note, part},
    told,
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
    let parts = part::of(reader, case).await?;
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
            let what = what(
                app,
                lang,
                sight,
                entry,
                words_of(lang, notes.get(&entry.id), &parts),
                of_act,
            );
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

/// What was written with an act.
#[derive(Default)]
struct Words<'n> {
    /// For whoever asked, or of a unit that helps for the lead.
    said: Option<String>,
    noted: Option<&'n str>,
}

fn words_of<'n>(lang: Lang, note: Option<&'n note::Model>, parts: &[part::Model]) -> Words<'n> {
    let (t, Some(note)) = (texts(lang), note) else {
        return Words::default();
    };
    let said = match told::is_helpers_reply(note, parts) {
        true => t.history_reply(note.said.as_str()),
        false => t.history_said(note.said.as_str()),
    };
    Words {
        said: (!note.said.is_empty()).then_some(said),
        noted: (!note.noted.is_empty()).then_some(note.noted.as_str()),
    }
}

fn what(
    app: &App,
    lang: Lang,
    sight: &Sight,
    entry: &Entry,
    words: Words,
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
        @if let Some(said) = words.said { p { (said) } }
        @if let Some(noted) = words.noted {
            // What whoever asked wrote with their opinion is their word, not a note of the office.
            p class="hint" {
                @if entry.actor == PersonId::PUBLIC { (t.history_asker(noted)) }
                @else { (t.history_noted(noted)) }
            }
        }
        @if !files.is_empty() {
            @let path = format!("/cases/{}/acts/{}", entry.subject_id, entry.id);
            (web::file_list(lang, &path, files))
        }
    }
}
