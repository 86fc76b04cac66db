//! What hangs on a unit here: said before the unit is closed or goes into another.
use crate::{
    nodes::node::{self, node_unit},
    words::texts,
};
use kernel::{Actor, Lang, UnitId};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};
use web::{App, Matter, UnitMatters, WebError};

pub(crate) fn matters() -> UnitMatters {
    UnitMatters::new(of)
}

/// Tasks that are not signed off and name the unit, whichever its part in them.
async fn of(app: App, _: Actor, lang: Lang, unit: UnitId) -> Result<Vec<Matter>, WebError> {
    let helped = node_unit::Entity::find()
        .select_only()
        .column(node_unit::Column::Node)
        .filter(node_unit::Column::Unit.eq(unit));
    let names_it = Condition::any()
        .add(node::Column::LeadUnit.eq(unit))
        .add(node::Column::Id.in_subquery(helped.into_query()));
    let open = node::Entity::find()
        .filter(names_it)
        .filter(node::Column::WithdrawnOn.is_null())
        .filter(node::Column::SignedOffOn.is_null())
        .count(app.db.reader())
        .await?;
    if open == 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Matter {
        sentence: texts(lang).unit_has_open_tasks(open),
        href: "/campaigns".to_owned(),
    }])
}
