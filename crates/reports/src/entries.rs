//! One act in the book, and the history of a record.
pub mod entry_page;
pub mod history;
mod was_is;

pub use entry_page::pages;
pub use history::history;

use kernel::{EntryId, PersonId};
use orgs::person;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Where an entry is shown.
pub fn url(entry: EntryId) -> String {
    format!("/entries/{entry}")
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
