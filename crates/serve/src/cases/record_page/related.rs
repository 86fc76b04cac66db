//! Who else asked, and cases that were merged into this one, that it was merged into, or that were split off.
use crate::{
    cases::{
        links,
        store::{self, Case, asker},
    },
    words::texts,
};
use kernel::Lang;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use web::{App, WebError};

#[derive(Default)]
pub(super) struct Related {
    into: Option<Case>,
    merged: Vec<Case>,
    split_from: Option<Case>,
    split_off: Vec<Case>,
    joined: Vec<asker::Model>,
}

impl Related {
    pub(super) async fn of(app: &App, case: &Case) -> Result<Related, WebError> {
        let reader = app.db.reader();
        let one = async |id: Option<store::CaseId>| match id {
            Some(id) => store::Entity::find_by_id(id).one(reader).await,
            None => Ok(None),
        };
        let with = |column: store::Column| {
            store::Entity::find()
                .filter(column.eq(case.id))
                .order_by_asc(store::Column::Number)
                .all(reader)
        };
        Ok(Related {
            into: one(case.merged_into).await?,
            merged: with(store::Column::MergedInto).await?,
            split_from: one(case.split_from).await?,
            split_off: with(store::Column::SplitFrom).await?,
            joined: asker::of(reader, case.id).await?,
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        let cases = self.merged.len() + self.split_off.len() + self.joined.len();
        cases == 0 && self.into.is_none() && self.split_from.is_none()
    }

    pub(super) fn view(&self, lang: Lang) -> Markup {
        let t = texts(lang);
        let link = |case: &Case| html! { a href=(links::case(case.id)) { (case.number) } " " (case.title) };
        html! {
            ul {
                @if let Some(into) = &self.into { li { (t.related_into()) " " (link(into)) } }
                @for case in &self.merged { li { (t.related_merged()) " " (link(case)) } }
                @if let Some(from) = &self.split_from { li { (t.related_split_from()) " " (link(from)) } }
                @for case in &self.split_off { li { (t.related_split_off()) " " (link(case)) } }
                @if !self.joined.is_empty() { li { (t.related_joined(self.joined.len())) } }
            }
        }
    }
}
