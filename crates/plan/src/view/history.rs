//! A record's history from the book, in words.
use crate::{
    briefings,
    campaigns::{self, working_group_correction},
    import::applying,
    tasks,
    words::texts,
};
use kernel::{Lang, PersonId, zone};
use ledger::entry::Entry;
use maud::{Markup, html};
use orgs::person;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::Value;
use std::collections::HashMap;
use ui::{Event, Tone};

/// Names of people by their numbers.
pub(crate) async fn names(
    connection: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let mut ids: Vec<PersonId> = people.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut names = HashMap::new();
    for chunk in ids.chunks(500) {
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(chunk.iter().copied()))
            .all(connection)
            .await?;
        names.extend(people.into_iter().map(|person| (person.id, person.name)));
    }
    Ok(names)
}

/// The entries as a timeline, the newest first.
pub(crate) async fn timeline(
    connection: &impl ConnectionTrait,
    lang: Lang,
    mut entries: Vec<Entry>,
) -> Result<Markup, DbErr> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    let names = names(connection, entries.iter().map(|entry| entry.actor)).await?;
    let events: Vec<Event> = entries
        .iter()
        .map(|entry| {
            let when = entry
                .recorded_at
                .with_timezone(&zone())
                .format("%Y-%m-%d %H:%M");
            let who = names.get(&entry.actor).cloned().unwrap_or_default();
            let event =
                Event::new(when.to_string(), who, what(lang, entry)).toned(tone(&entry.kind));
            match &entry.reason {
                Some(reason) => event.because(reason),
                None => event,
            }
        })
        .collect();
    Ok(ui::timeline(lang, &events))
}

fn tone(kind: &str) -> Tone {
    match kind {
        tasks::sign_off::SIGNED_OFF => Tone::Good,
        tasks::sign_off::REOPENED
        | tasks::sending_back::SENT_BACK
        | tasks::nudging::NUDGED
        | tasks::extensions::deciding::REFUSED
        | tasks::report_correction::WITHDRAWN
        | briefings::correction::WITHDRAWN
        | applying::WITHDRAWN
        | working_group_correction::WITHDRAWN => Tone::Attention,
        _ => Tone::Idle,
    }
}

/// What an entry of this domain says.
pub(crate) fn what(lang: Lang, entry: &Entry) -> Markup {
    let t = texts(lang);
    let details = entry.details.clone().unwrap_or_default();
    let text = |key: &str| details[key].as_str().unwrap_or_default().to_owned();
    let day = entry.happened_on.to_string();
    let said = match entry.kind.as_str() {
        campaigns::setting_up::SET_UP => t.history_set_up(),
        campaigns::working_group::FORMED => t.history_formed(text("title")),
        working_group_correction::CORRECTED => return changes(lang, &details),
        working_group_correction::WITHDRAWN => t.history_body_withdrawn(),
        applying::IMPORTED => t.history_imported(
            number(&details, "added"),
            number(&details, "changed"),
            number(&details, "withdrawn"),
        ),
        applying::ADDED => t.history_added(),
        applying::CHANGED => return changes(lang, &details),
        applying::WITHDRAWN => t.history_withdrawn(),
        tasks::reporting::REPORTED => t.history_reported(day, text("achieved")),
        tasks::report_correction::CORRECTED => t.history_report_corrected(day, text("achieved")),
        tasks::report_correction::WITHDRAWN => t.history_report_withdrawn(),
        tasks::sign_off::SIGNED_OFF => match text("note").as_str() {
            "" => t.history_signed_off(day),
            note => t.history_signed_off_note(day, note),
        },
        tasks::sign_off::REOPENED => t.history_reopened(day),
        tasks::sending_back::SENT_BACK => t.history_sent_back(day),
        tasks::acknowledging::ACKNOWLEDGED => t.history_acknowledged(day),
        tasks::extensions::asking::ASKED => t.history_extension_asked(text("wanted")),
        tasks::extensions::deciding::GRANTED => t.history_extension_granted(text("wanted")),
        tasks::extensions::deciding::REFUSED => t.history_extension_refused(text("wanted")),
        tasks::extensions::withdrawing::WITHDRAWN => t.history_extension_withdrawn(text("wanted")),
        tasks::nudging::NUDGED => t.history_nudged(day),
        briefings::recording::RECORDED => t.history_briefing(day),
        briefings::correction::CORRECTED => t.history_briefing_corrected(),
        briefings::correction::WITHDRAWN => t.history_briefing_withdrawn(),
        other => other.to_owned(),
    };
    html! { (said) }
}

fn number(details: &Value, key: &str) -> String {
    details[key].as_i64().unwrap_or_default().to_string()
}

fn changes(lang: Lang, details: &Value) -> Markup {
    html! { @for change in each_change(lang, details) { span class="change" { (change) } " " } }
}

/// What an entry changed, as text.
pub(crate) fn changes_in_words(lang: Lang, entry: &Entry) -> String {
    let details = entry.details.clone().unwrap_or_default();
    each_change(lang, &details).join(" ")
}

fn each_change(lang: Lang, details: &Value) -> Vec<String> {
    let t = texts(lang);
    let shown = |value: &Value| match value.as_str() {
        None | Some("") => t.nothing(),
        Some(text) => text.to_owned(),
    };
    let changes = details["changes"].as_array().into_iter().flatten();
    changes
        .map(|change| {
            let field = field(lang, change["field"].as_str().unwrap_or_default());
            t.history_changed(field, shown(&change["old"]), shown(&change["new"]))
        })
        .collect()
}

/// The title of a field by its code in the book.
pub(crate) fn field(lang: Lang, code: &str) -> String {
    let t = texts(lang);
    match code {
        "number" => t.field_number(),
        "title" => t.item_title(),
        "parent" => t.field_parent(),
        "lead" => t.lead_unit(),
        "responsible" => t.responsible_units(),
        "supporting" => t.supporting_units(),
        "in_charge" => t.in_charge(),
        "deadline" => t.deadline(),
        "after" => t.predecessors(),
        "duration" => t.duration(),
        "deliverable" => t.deliverable(),
        "target" => t.target(),
        "place" => t.field_place(),
        "body" => t.body_kind(),
        "title_en" => t.body_title_en(),
        "unit" => t.body_unit(),
        "since" => t.body_since(),
        "duty" => t.body_duty(),
        "head" => t.body_head(),
        "deputies" => t.body_deputies(),
        "members" => t.body_members(),
        other => other.to_owned(),
    }
}
