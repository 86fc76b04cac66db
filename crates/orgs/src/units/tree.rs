//! The part of the tree that fits on a page.
use super::{Sight, UnitUrl, by_ids_on};
use crate::{unit, words::Texts};
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use maud::html;
use sea_orm::DbErr;
use std::collections::HashMap;
use ui::Node;
use web::App;

/// Levels that are drawn at once; what is deeper opens on its unit's page.
const LEVELS: usize = 3;
/// Units that are drawn at once.
const UNITS_MAX: usize = 600;
/// Units drawn below one unit; the rest is on that unit's page.
const BELOW_ONE_MAX: usize = 60;

/// Some units with what is directly below each.
pub(super) struct Part {
    tops: Vec<UnitId>,
    below: HashMap<UnitId, Vec<UnitId>>,
    units: HashMap<UnitId, unit::Model>,
    day: NaiveDate,
}

impl Part {
    /// From the highest units in sight, level by level, until the page is full.
    pub async fn load(app: &App, sight: &Sight, day: NaiveDate) -> Result<Part, DbErr> {
        let tops = sight.tops(day);
        let (mut below, mut shown) = (HashMap::new(), tops.clone());
        let mut level = tops.clone();
        for _ in 1..LEVELS {
            let mut next = Vec::new();
            for unit in level {
                let mut children = children(sight, unit, day);
                let is_too_many = BELOW_ONE_MAX < children.len();
                if is_too_many || UNITS_MAX < shown.len() + children.len() {
                    let room = UNITS_MAX.saturating_sub(shown.len()).min(BELOW_ONE_MAX);
                    let known = by_ids_on(app, children.iter().copied(), day).await?;
                    sort(&mut children, &known);
                    children.truncate(room);
                }
                shown.extend(&children);
                next.extend(&children);
                below.insert(unit, children);
            }
            level = next;
        }
        let units = by_ids_on(app, shown, day).await?;
        below
            .values_mut()
            .for_each(|children| sort(children, &units));
        let mut tops = tops;
        sort(&mut tops, &units);
        Ok(Part {
            tops,
            below,
            units,
            day,
        })
    }

    pub fn is_empty(&self) -> bool {
        self.tops.is_empty()
    }

    pub fn nodes(&self, lang: Lang, t: &Texts, sight: &Sight) -> Vec<Node> {
        let tops = self.tops.iter();
        tops.filter_map(|unit| self.node(lang, t, sight, *unit, 0))
            .collect()
    }

    fn node(&self, lang: Lang, t: &Texts, sight: &Sight, id: UnitId, level: usize) -> Option<Node> {
        let unit = self.units.get(&id)?;
        let there = UnitUrl::on(id, self.day, sight.today);
        let count = children(sight, id, self.day).len();
        let drawn: Vec<Node> = self
            .below
            .get(&id)
            .into_iter()
            .flatten()
            .filter_map(|child| self.node(lang, t, sight, *child, level + 1))
            .collect();
        let mut end = html! { span class="none" { (crate::kind::title(&unit.kind, lang)) } };
        if 0 < count {
            let text = t.units_below_count(count);
            end = html! { (end) " " (ui::number(&text, &format!("{there}#below"))) };
        }
        Some(Node {
            label: html! { a href=(there) { (unit.name_in(lang)) } },
            end: Some(end),
            is_open: level == 0,
            children: drawn,
        })
    }
}

/// Directly below `unit` and in sight. Whoever may look at one unit only sees nothing below it.
pub(super) fn children(sight: &Sight, unit: UnitId, day: NaiveDate) -> Vec<UnitId> {
    let mut children = sight.tree.children(unit, day);
    if sight.reach != kernel::Reach::All {
        children.retain(|child| sight.sees(*child));
    }
    children
}

/// In their given order (排序号).
pub(super) fn sort(units: &mut [UnitId], known: &HashMap<UnitId, unit::Model>) {
    units.sort_by_key(|id| (known.get(id).map_or(i32::MAX, |unit| unit.position), *id));
}
