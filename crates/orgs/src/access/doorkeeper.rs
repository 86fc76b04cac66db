//! From a person's number to somebody with rights.
use super::{grant, log_in};
use crate::{person, unit};
use chrono::NaiveDate;
use kernel::{Actor, PersonId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, Doorkeeper, WebError};

/// Lets in whoever has a log-in that is not closed.
#[derive(Debug, Clone, Copy, Default)]
pub struct RosterDoorkeeper;

#[async_trait::async_trait]
impl Doorkeeper for RosterDoorkeeper {
    async fn actor(&self, app: &App, person: PersonId) -> Result<Option<Actor>, WebError> {
        actor(app.db.reader(), person, app.clock.today())
            .await
            .map_err(WebError::Database)
    }
}

/// The person as somebody who acts, with what they are granted on `day`; nothing without an open log-in.
pub(crate) async fn actor(
    connection: &impl sea_orm::ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Option<Actor>, sea_orm::DbErr> {
    let Some(log_in) = log_in::Entity::find_by_id(person).one(connection).await? else {
        return Ok(None);
    };
    let Some(person) = person::Entity::find_by_id(person).one(connection).await? else {
        return Ok(None);
    };
    if log_in.closed || log_in.must_change {
        return Ok(None);
    }
    let unit = unit::Entity::find_by_id(log_in.unit_id)
        .one(connection)
        .await?;
    let grants = grant::Entity::find()
        .filter(grant::Column::PersonId.eq(person.id))
        .filter(grant::held_on(day))
        .all(connection)
        .await?;
    Ok(Some(Actor {
        person: person.id,
        name: person.name,
        unit: log_in.unit_id,
        unit_name_en: unit.as_ref().and_then(|unit| unit.name_en.clone()),
        unit_name: unit.map(|unit| unit.name).unwrap_or_default(),
        grants: grants.iter().filter_map(grant::Model::grant).collect(),
    }))
}
