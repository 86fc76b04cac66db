//! What hangs on a unit here: said before the unit is closed or goes into another.
use crate::{
    cases::{case::State, store},
    words::texts,
};
use kernel::{Actor, Lang, UnitId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use web::{App, Matter, UnitMatters, WebError};

pub(crate) fn matters() -> UnitMatters {
    UnitMatters::new(of)
}

/// Cases at its desk that are not at their end.
async fn of(app: App, _: Actor, lang: Lang, unit: UnitId) -> Result<Vec<Matter>, WebError> {
    let ended = State::ALL.iter().filter(|state| !state.is_open());
    let ended: Vec<&str> = ended.map(|state| state.code()).collect();
    let open = store::Entity::find()
        .filter(store::Column::Desk.eq(unit))
        .filter(store::Column::State.is_not_in(ended))
        .count(app.db.reader())
        .await?;
    if open == 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Matter {
        sentence: texts(lang).unit_has_open_cases(open),
        href: "/cases".to_owned(),
    }])
}
