//! People in lists and searches that are not their own.
use super::{PersonUrl, memberships, sees};
use crate::{
    membership, person,
    units::{Sight, by_ids, contains},
    words::texts,
};
use kernel::{Actor, Bilingual, Lang, PersonId, Right, UnitId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use web::{App, Hit, Search, SubjectKind, SubjectRow, WebError};

/// Hits that the search on top of the page shows.
const HITS_MAX: usize = 10;
/// Of whoever sees a part only, so many names are looked through.
const LOOKED_THROUGH_MAX: u64 = 500;

pub fn subject() -> SubjectKind {
    SubjectKind::new("orgs.person", Bilingual::new("人员", "Person"), rows)
        .corrected_at(Right::Roster, super::correcting::corrected_at)
}

async fn rows(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let ids = ids.iter().filter_map(|id| id.parse::<PersonId>().ok());
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .all(app.db.reader())
        .await?;
    let seen = Seen::load(&app, &actor, lang, &people).await?;
    Ok(people
        .iter()
        .map(|person| match seen.detail(person.id) {
            None => SubjectRow::masked(person.id.to_string()),
            Some(detail) => SubjectRow {
                id: person.id.to_string(),
                title: person.name.clone(),
                detail,
                href: PersonUrl { person: person.id }.to_string(),
                visible: true,
            },
        })
        .collect())
}

pub fn search() -> Search {
    Search::new(find)
}

async fn find(app: App, actor: Actor, lang: Lang, words: String) -> Result<Vec<Hit>, WebError> {
    if !actor.has(Right::Read) {
        return Ok(Vec::new());
    }
    let named = Condition::any()
        .add(contains(person::Column::Name, &words))
        .add(person::Column::Code.eq(words.as_str()));
    let people = person::Entity::find()
        .filter(named)
        .order_by_asc(person::Column::Id)
        .limit(LOOKED_THROUGH_MAX)
        .all(app.db.reader())
        .await?;
    let seen = Seen::load(&app, &actor, lang, &people).await?;
    let kind = texts(lang).person();
    let hits = people.iter().filter_map(|person| {
        Some(Hit {
            title: person.name.clone(),
            detail: seen.detail(person.id)?,
            href: PersonUrl { person: person.id }.to_string(),
            kind: kind.clone(),
        })
    });
    Ok(hits.take(HITS_MAX).collect())
}

/// Where some people belong, as far as somebody may see it.
struct Seen {
    sight: Sight,
    memberships: HashMap<PersonId, Vec<membership::Model>>,
    units: HashMap<UnitId, String>,
}

impl Seen {
    async fn load(
        app: &App,
        actor: &Actor,
        lang: Lang,
        people: &[person::Model],
    ) -> Result<Seen, WebError> {
        let ids = people.iter().map(|person| person.id).collect();
        let memberships = memberships(app, ids).await?;
        let units = memberships.values().flatten();
        let units = by_ids(app, units.map(|membership| membership.unit_id)).await?;
        Ok(Seen {
            sight: Sight::of(app, actor, Right::Read).await?,
            memberships,
            units: units
                .into_values()
                .map(|unit| (unit.id, unit.name_in(lang).to_owned()))
                .collect(),
        })
    }

    /// The unit they belong to; `None` when they are not to be seen.
    fn detail(&self, person: PersonId) -> Option<String> {
        let memberships = self.memberships.get(&person).map_or(&[][..], Vec::as_slice);
        if !sees(&self.sight, memberships) {
            return None;
        }
        let unit = memberships
            .first()
            .and_then(|newest| self.units.get(&newest.unit_id));
        Some(unit.cloned().unwrap_or_default())
    }
}
