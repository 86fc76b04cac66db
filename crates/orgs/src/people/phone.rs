//! Looking at a telephone number: an act of its own, in the book.
use super::{memberships, record, sees};
use crate::{person, units::Sight};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, PersonId, Right};
use ledger::{NewEntry, Subject};
use sea_orm::EntityTrait;
use serde::Deserialize;
use web::{App, Frame, WebError};

/// The kind of the entry that says who looked.
pub const LOOKED_AT: &str = "orgs.person.phone_looked_at";

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/people/{person}/phone-views")]
pub struct PhoneViewsUrl {
    pub person: PersonId,
}

#[derive(Deserialize)]
pub struct Input {
    entry: EntryId,
}

/// The page with the number in full. It is not redirected to: the number stands in no address and no cookie.
pub async fn look(
    url: PhoneViewsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let person = person::Entity::find_by_id(url.person)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    let sight = Sight::of(&app, &actor, Right::Roster).await?;
    let of = memberships(&app, vec![person.id]).await?;
    let memberships = of.get(&person.id).map_or(&[][..], Vec::as_slice);
    if !sees(&sight, memberships) {
        return Err(WebError::NotFound);
    }
    let sealed = person.phone.as_ref().ok_or(WebError::NotFound)?;
    let number = app
        .keys
        .open(person::PHONE, sealed)
        .map_err(WebError::internal)?;
    let subject = Subject::new("orgs.person", person.id);
    let entry = NewEntry::new(input.entry, LOOKED_AT, subject, actor.unit, sight.today);
    app.book.post(&actor, entry).await?;
    let page = record::page(&app, &actor, frame, person, Some(number)).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

/// Enough to tell two numbers apart, and too little to call: `130****0000`.
pub(super) fn masked(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    if digits.len() < 8 {
        return "*".repeat(digits.len());
    }
    let (first, last) = (&digits[..3], &digits[digits.len() - 4..]);
    let hidden = "*".repeat(digits.len() - 7);
    first
        .iter()
        .copied()
        .chain(hidden.chars())
        .chain(last.iter().copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_number_is_masked_in_its_middle_and_a_short_one_altogether() {
        assert_eq!(masked("13000000000"), "130****0000");
        assert_eq!(masked("83000000"), "830*0000");
        assert_eq!(masked("8300"), "****");
    }
}
