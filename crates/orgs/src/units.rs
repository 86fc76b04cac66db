//! Units as people look at them: the tree, one unit, and finding one by name or code.
mod browsing;
pub mod changes;
mod lineage;
pub(crate) mod particulars;
mod record;
mod since;
mod sources;
mod tree;

pub use browsing::UnitsUrl;
pub use record::UnitUrl;
pub use sources::{search, subject};

use kernel::{Actor, Reach, Right, UnitId};
use ledger::{Tree, tree::Place};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, Func, LikeExpr},
};
use std::{collections::HashMap, sync::Arc};
use web::{Access, App, Pages, WebError};

/// Where the tree begins.
pub const UNITS: &str = "/units";

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), browsing::show)
        .get(Access::Right(Right::Read), record::show)
        .and(changes::pages())
}

/// How far somebody may look, today. What lies above it has a name and nothing else.
#[derive(Clone)]
pub(crate) struct Sight {
    pub tree: Arc<Tree>,
    pub reach: Reach,
    pub today: chrono::NaiveDate,
}

impl Sight {
    pub async fn of(app: &App, actor: &Actor, right: Right) -> Result<Sight, DbErr> {
        Ok(Sight {
            tree: app.book.tree(app.db.reader()).await?,
            reach: actor.reach(right),
            today: app.clock.today(),
        })
    }

    /// A unit that was closed stays in sight of whoever sees where it went, or where it hung at last.
    pub fn sees(&self, unit: UnitId) -> bool {
        if self.tree.reaches(&self.reach, unit, self.today) {
            return true;
        }
        let Reach::Some { below, .. } = &self.reach else {
            return true;
        };
        let is_closed = self.tree.place(unit, self.today) == Some(Place::Closed);
        is_closed
            && self
                .tree
                .home(unit, self.today)
                .iter()
                .any(|above| below.contains(above))
    }

    pub fn check(&self, unit: UnitId) -> Result<(), WebError> {
        if self.sees(unit) {
            Ok(())
        } else {
            Err(WebError::NotFound)
        }
    }

    /// The highest units in sight on `day`.
    pub fn tops(&self, day: chrono::NaiveDate) -> Vec<UnitId> {
        let Reach::Some { below, only } = &self.reach else {
            return self.tree.roots(day);
        };
        let mut tops: Vec<UnitId> = below.iter().chain(only).copied().collect();
        tops.sort();
        tops.dedup();
        let all = tops.clone();
        // One that lies below another is shown there.
        tops.retain(|unit| {
            let above = &self.tree.chain(*unit, day)[1..];
            !above
                .iter()
                .any(|above| below.contains(above) && all.contains(above))
        });
        tops
    }
}

/// Units by their ids.
pub(crate) async fn by_ids(
    app: &App,
    ids: impl IntoIterator<Item = UnitId>,
) -> Result<HashMap<UnitId, crate::unit::Model>, DbErr> {
    let mut ids: Vec<UnitId> = ids.into_iter().collect();
    ids.sort();
    ids.dedup();
    let mut found = HashMap::new();
    for ids in ids.chunks(1_000) {
        let units = crate::unit::Entity::find()
            .filter(crate::unit::Column::Id.is_in(ids.to_vec()))
            .all(app.db.reader())
            .await?;
        found.extend(units.into_iter().map(|unit| (unit.id, unit)));
    }
    Ok(found)
}

/// Units by their ids, as they were called on `day`.
pub(crate) async fn by_ids_on(
    app: &App,
    ids: impl IntoIterator<Item = UnitId>,
    day: chrono::NaiveDate,
) -> Result<HashMap<UnitId, crate::unit::Model>, DbErr> {
    let mut units = by_ids(app, ids).await?;
    if day < app.clock.today() {
        particulars::overlay(app.db.reader(), &mut units, day).await?;
    }
    Ok(units)
}

/// `column` contains `words`, in whichever case and whatever signs are in them.
pub(crate) fn contains(column: impl ColumnTrait, words: &str) -> sea_orm::sea_query::SimpleExpr {
    let mut pattern = String::from("%");
    for character in words.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    Expr::expr(Func::lower(Expr::col(column.as_column_ref())))
        .like(LikeExpr::new(pattern).escape('\\'))
}

/// Units whose name or code has these words in it, or a name that they had before.
pub(crate) fn named(words: &str) -> Condition {
    use crate::unit::Column;
    use particulars::row;
    let before = row::Entity::find()
        .select_only()
        .column(row::Column::UnitId)
        .filter(
            Condition::any()
                .add(contains(row::Column::Name, words))
                .add(contains(row::Column::NameEn, words)),
        );
    Condition::any()
        .add(Column::Id.in_subquery(before.into_query()))
        .add(contains(Column::Name, words))
        .add(contains(Column::Code, words))
        .add(contains(Column::NameEn, words))
}
