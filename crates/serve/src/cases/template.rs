//! Beginnings of answers that the office writes once. A change holds from a day on; the newest of a name holds.
use super::case::Kind;
use chrono::NaiveDate;
use kernel::EntryId;
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::BTreeMap;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_answer_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub name: String,
    /// The kind of case that it is for; empty for all.
    pub kind: String,
    pub from_day: NaiveDate,
    /// Empty: taken out from this day on.
    pub text: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// Everything that was ever written, the newest last.
pub(crate) async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .order_by_asc(Column::FromDay)
        .order_by_asc(Column::Entry)
        .all(connection)
        .await
}

/// What holds on a day for a kind of case, by name.
pub(crate) async fn on(
    connection: &impl ConnectionTrait,
    kind: Kind,
    day: NaiveDate,
) -> Result<Vec<Model>, DbErr> {
    Ok(holding(all(connection).await?, Some(kind), day))
}

/// Of all that was written, what holds on a day.
pub(crate) fn holding(all: Vec<Model>, kind: Option<Kind>, day: NaiveDate) -> Vec<Model> {
    let mut newest: BTreeMap<String, Model> = BTreeMap::new();
    for template in all.into_iter().filter(|template| template.from_day <= day) {
        newest.insert(template.name.clone(), template);
    }
    let fits = |template: &Model| {
        let is_for =
            template.kind.is_empty() || kind.is_none_or(|kind| kind.code() == template.kind);
        is_for && !template.text.is_empty()
    };
    newest.into_values().filter(fits).collect()
}
