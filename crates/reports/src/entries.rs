//! One act in the book, and the history of a record.
pub mod entry_page;
pub mod history;

pub use entry_page::pages;
pub use history::history;

use kernel::{EntryId, Lang, PersonId};
use orgs::person;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Where an entry is shown.
pub fn url(entry: EntryId) -> String {
    format!("/entries/{entry}")
}

/// What an entry of this kind did, in a word: the last part of a kind is always a verb.
pub fn act_in_words(kind: &str, lang: Lang) -> String {
    let t = crate::words::texts(lang);
    match kind.rsplit('.').next().unwrap_or_default() {
        "recorded" | "added" | "entered" => t.act_recorded(),
        "corrected" => t.act_corrected(),
        "withdrawn" | "removed" | "taken_back" => t.act_withdrawn(),
        "drafted" | "begun" | "opened" | "set_up" | "founded" | "created" => t.act_begun(),
        "changed" | "renamed" | "moved" | "edited" => t.act_changed(),
        "issued" | "published" => t.act_issued(),
        "imported" => t.act_imported(),
        "reported" => t.act_reported(),
        "signed_off" | "accepted" => t.act_signed_off(),
        "sent_back" | "returned" => t.act_sent_back(),
        "reopened" => t.act_reopened(),
        "closed" | "ended" => t.act_closed(),
        "joined" => t.act_joined(),
        "left" => t.act_left(),
        "extended" => t.act_extended(),
        "defined" => t.act_defined(),
        other => other.replace('_', " "),
    }
}

/// The names of people, where the roster knows them.
pub async fn names(
    connection: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let people: Vec<PersonId> = people.into_iter().collect();
    let select = person::Entity::find().filter(person::Column::Id.is_in(people));
    let found = select.all(connection).await?;
    Ok(found
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect())
}

/// A moment in the product's time zone, to the minute.
pub(crate) fn moment(at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&kernel::zone())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}
