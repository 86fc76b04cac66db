//! Units in lists and searches that are not their own.
use super::{Sight, UnitUrl, by_ids, named};
use crate::{kind, unit, words::texts};
use kernel::{Actor, Bilingual, Lang, Right, UnitId};
use ledger::tree::Place;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use web::{App, Hit, Search, SubjectKind, SubjectRow, WebError};

/// Hits that the search on top of the page shows.
const HITS_MAX: usize = 10;
/// Of whoever sees a part only, so many names are looked through.
const LOOKED_THROUGH_MAX: u64 = 2_000;

pub fn subject() -> SubjectKind {
    SubjectKind::new("orgs.unit", Bilingual::new("单位", "Unit"), rows)
}

async fn rows(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let sight = Sight::of(&app, &actor, Right::Read).await?;
    let ids = ids.iter().filter_map(|id| id.parse::<UnitId>().ok());
    let units = by_ids(&app, ids).await?;
    Ok(units
        .into_values()
        .map(|unit| {
            if !sight.sees(unit.id) {
                return SubjectRow::masked(unit.id.to_string());
            }
            SubjectRow {
                id: unit.id.to_string(),
                title: unit.name_in(lang).to_owned(),
                detail: texts(lang).unit_in_list(kind::title(&unit.kind, lang), &unit.code),
                href: UnitUrl { unit: unit.id }.to_string(),
                visible: true,
            }
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
    let sight = Sight::of(&app, &actor, Right::Read).await?;
    let found = unit::Entity::find()
        .filter(named(&words))
        .order_by_asc(unit::Column::Position)
        .order_by_asc(unit::Column::Id)
        .limit(LOOKED_THROUGH_MAX)
        .all(app.db.reader())
        .await?;
    let t = texts(lang);
    let seen = found.into_iter().filter(|unit| sight.sees(unit.id));
    Ok(seen
        .take(HITS_MAX)
        .map(|unit| Hit {
            title: unit.name_in(lang).to_owned(),
            detail: match sight.tree.place(unit.id, sight.today) {
                Some(Place::Closed) => {
                    t.unit_in_list_closed(kind::title(&unit.kind, lang), &unit.code)
                }
                _ => t.unit_in_list(kind::title(&unit.kind, lang), &unit.code),
            },
            href: UnitUrl { unit: unit.id }.to_string(),
            kind: t.unit(),
        })
        .collect())
}
