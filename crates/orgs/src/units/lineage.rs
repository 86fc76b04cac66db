//! Where a unit came from and where it went: its names and places over time, for its page.
use super::{UnitUrl, by_ids, particulars};
use crate::{
    kind, unit,
    words::{Texts, texts},
};
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::{Tree, tree::Place};
use maud::{Markup, html};
use sea_orm::DbErr;
use std::collections::HashMap;
use ui::{Column, Row, Table};
use web::App;

/// A unit's turns, oldest first. Empty for one that never changed.
pub(super) struct Lineage {
    turns: Vec<(NaiveDate, Turn)>,
    units: HashMap<UnitId, unit::Model>,
    /// The unit that it went into.
    pub heir: Option<UnitId>,
    /// The day on which it was closed, if it is.
    pub closed: Option<NaiveDate>,
}

enum Turn {
    Placed(Place, Option<UnitId>),
    Called(particulars::Particulars),
}

impl Lineage {
    pub async fn load(
        app: &App,
        tree: &Tree,
        unit: &unit::Model,
        day: NaiveDate,
    ) -> Result<Lineage, DbErr> {
        let places = tree.turns(unit.id);
        let closed = match places.iter().rev().find(|(from, _)| *from <= day) {
            Some((from, Place::Closed)) => Some(*from),
            _ => None,
        };
        let heir = tree.heir(unit.id, day);
        let timeline = particulars::timeline(app.db.reader(), tree, unit).await?;
        let placed = places.iter().map(|(from, place)| {
            let heir = tree.heir(unit.id, *from);
            (*from, Turn::Placed(*place, heir))
        });
        let mut turns: Vec<(NaiveDate, Turn)> = placed.collect();
        if 1 < timeline.len() {
            turns.extend(
                timeline
                    .into_iter()
                    .map(|(from, held)| (from, Turn::Called(held))),
            );
        }
        turns.sort_by_key(|(from, _)| *from);
        if turns.len() < 2 {
            turns.clear();
        }
        let named = turns.iter().flat_map(|(_, turn)| match turn {
            Turn::Placed(Place::Below(above), _) => vec![*above],
            Turn::Placed(_, heir) => heir.iter().copied().collect(),
            Turn::Called(_) => Vec::new(),
        });
        let units = by_ids(app, named.chain(heir)).await?;
        Ok(Lineage {
            turns,
            units,
            heir,
            closed,
        })
    }

    /// "Closed since …, went into …", with a link.
    pub fn closed_said(&self, lang: Lang, t: &Texts) -> Option<(String, Option<(String, String)>)> {
        let closed = self.closed?;
        let heir = self.heir.and_then(|heir| self.units.get(&heir));
        Some(match heir {
            Some(heir) => {
                let name = heir.name_in(lang);
                let there = UnitUrl { unit: heir.id }.to_string();
                (
                    t.unit_went_into(closed.to_string(), name),
                    Some((name.to_owned(), there)),
                )
            }
            None => (t.unit_closed_since(closed.to_string()), None),
        })
    }

    pub fn view(&self, lang: Lang) -> Markup {
        let t = texts(lang);
        if self.turns.is_empty() {
            return html! {};
        }
        let link = |unit: &UnitId| match self.units.get(unit) {
            Some(found) => html! { a href=(UnitUrl { unit: *unit }) { (found.name_in(lang)) } },
            None => html! {},
        };
        let rows = self.turns.iter().map(|(from, turn)| {
            let (what, now) = match turn {
                Turn::Placed(Place::Below(above), _) => (t.unit_superior(), link(above)),
                Turn::Placed(Place::Root, _) => (t.unit_superior(), html! { (t.unit_at_the_top()) }),
                Turn::Placed(Place::Closed, Some(heir)) => (t.unit_merged_into(), link(heir)),
                Turn::Placed(Place::Closed, None) => (t.unit_closed(), html! {}),
                Turn::Called(held) => {
                    let called = match (lang, &held.name_en) {
                        (Lang::En, Some(name)) => name,
                        _ => &held.name,
                    };
                    (t.unit_called(), html! { (called) " " span class="hint" { (kind::title(&held.kind, lang)) } })
                }
            };
            Row::new(vec![html! { (from) }, html! { (what) }, now])
        });
        let heading = t.unit_lineage();
        let table = Table {
            caption: &heading,
            columns: vec![
                Column::text(t.person_since()),
                Column::text(t.unit_lineage_what()),
                Column::title(t.unit_lineage_now()).wide(),
            ],
            rows: rows.collect(),
            ..Table::default()
        };
        ui::section("lineage", &heading, html! {}, ui::table(lang, table))
    }
}
