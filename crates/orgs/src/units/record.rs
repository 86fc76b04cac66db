//! One unit on one day: what it is, where it hangs, who belongs to it, what became of it.
mod view;

use super::{Sight, by_ids, by_ids_on, changes, lineage::Lineage, tree};
use crate::{
    FIGURES, history, membership, person, unit,
    words::{Texts, texts},
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, Lang, PersonId, Right, UnitId};
use ledger::{entry::Entry, figure, tree::Place};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use std::collections::HashMap;
use web::{App, AsOf, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/units/{unit}")]
pub struct UnitUrl {
    pub unit: UnitId,
}

impl UnitUrl {
    /// The unit as of a day; today needs no saying.
    pub fn on(unit: UnitId, day: NaiveDate, today: NaiveDate) -> String {
        let there = UnitUrl { unit }.to_string();
        if day == today {
            return there;
        }
        ui::query::with_param(&there, "day", &day.to_string())
    }
}

/// Figures shown of a unit, where they are not nought; members always.
const SHOWN_FIGURES: [&str; 4] = ["members", "branches", "general-branches", "committees"];
/// Units below it that its page lists; the rest is in the list that its number opens.
const BELOW_MAX: usize = 100;

/// What the page shows, in plain values.
struct Shown {
    unit: unit::Model,
    day: NaiveDate,
    today: NaiveDate,
    place: Option<Place>,
    founded: Option<NaiveDate>,
    /// From the top: name, and its address where it may be opened.
    above: Vec<(String, Option<String>)>,
    /// Title, value, address.
    figures: Vec<(String, String, String)>,
    below: Vec<unit::Model>,
    below_total: usize,
    people: Vec<(person::Model, membership::Model)>,
    people_total: u64,
    lineage: Lineage,
    /// Where it is changed, for those who may.
    changes: Option<String>,
}

pub async fn show(
    url: UnitUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    AsOf(day): AsOf,
    paging: Paging,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let sight = Sight::of(&app, &actor, Right::Read).await?;
    let mut named = by_ids_on(&app, [url.unit], day).await?;
    let unit = named.remove(&url.unit).ok_or(WebError::NotFound)?;
    sight.check(unit.id)?;
    let today = by_ids(&app, [unit.id]).await?.remove(&unit.id);
    let lineage = Lineage::load(&app, &sight.tree, today.as_ref().unwrap_or(&unit), day).await?;
    let keeps = Sight::of(&app, &actor, Right::Roster).await?;
    let may_change = actor.has(Right::Roster) && keeps.sees(unit.id);
    let (below, below_total) = below(&app, &sight, unit.id, day).await?;
    let (people, people_total) = people(&app, unit.id, day, paging).await?;
    let shown = Shown {
        day,
        today: sight.today,
        place: sight.tree.place(unit.id, day),
        founded: sight.tree.founded(unit.id),
        above: above(&app, &sight, lang, unit.id, day).await?,
        figures: figures(&app, lang, &unit, day).await?,
        below,
        below_total,
        people,
        people_total,
        lineage,
        changes: may_change.then(|| changes::ChangesUrl { unit: unit.id }.to_string()),
        unit,
    };
    let events = events(&app, lang, shown.unit.id).await?;
    let title = shown.unit.name_in(lang).to_owned();
    let pager = paging.pager(&frame.path, people_total);
    let main = view::record(lang, &shown, pager, &events);
    Ok(frame.under("units").page(&title, main))
}

async fn above(
    app: &App,
    sight: &Sight,
    lang: Lang,
    unit: UnitId,
    day: NaiveDate,
) -> Result<Vec<(String, Option<String>)>, WebError> {
    let chain = sight.tree.chain(unit, day);
    let units = by_ids_on(app, chain[1..].iter().copied(), day).await?;
    let above = chain[1..].iter().rev().filter_map(|id| units.get(id));
    Ok(above
        .map(|unit| {
            let there = sight
                .sees(unit.id)
                .then(|| UnitUrl::on(unit.id, day, sight.today));
            (unit.name_in(lang).to_owned(), there)
        })
        .collect())
}

async fn figures(
    app: &App,
    lang: Lang,
    unit: &unit::Model,
    day: NaiveDate,
) -> Result<Vec<(String, String, String)>, WebError> {
    let mut shown = Vec::new();
    for code in SHOWN_FIGURES {
        let Some(seed) = FIGURES.iter().find(|figure| figure.code == code) else {
            continue;
        };
        let scope = figure::Scope {
            unit: unit.id,
            as_of: day,
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(app.db.reader(), &app.book, &seed.into(), &scope).await;
        let value = value?.map_err(WebError::internal)?.quantity().unwrap_or(0);
        if value == 0 && code != "members" {
            continue;
        }
        let day = day.to_string();
        let query = [("unit", unit.code.as_str()), ("as_of", day.as_str())];
        let there = ui::query::with_params(&format!("/figures/{code}"), &query);
        shown.push((seed.title.get(lang).to_owned(), value.to_string(), there));
    }
    Ok(shown)
}

/// Units directly below it, in their given order, and how many they are.
async fn below(
    app: &App,
    sight: &Sight,
    unit: UnitId,
    day: NaiveDate,
) -> Result<(Vec<unit::Model>, usize), WebError> {
    let mut children = tree::children(sight, unit, day);
    let mut units = by_ids_on(app, children.iter().copied(), day).await?;
    tree::sort(&mut children, &units);
    let total = children.len();
    let shown = children.into_iter().take(BELOW_MAX);
    Ok((shown.filter_map(|id| units.remove(&id)).collect(), total))
}

/// One page of those who belong to the unit itself.
async fn people(
    app: &App,
    unit: UnitId,
    day: NaiveDate,
    paging: Paging,
) -> Result<(Vec<(person::Model, membership::Model)>, u64), WebError> {
    let reader = app.db.reader();
    let select = membership::Entity::find()
        .filter(membership::on(day))
        .filter(membership::Column::UnitId.eq(unit));
    let total = select.clone().count(reader).await?;
    let memberships = select
        // Whoever holds a post comes first.
        .order_by_asc(sea_orm::sea_query::Expr::cust(
            "CASE WHEN post = '' THEN 1 ELSE 0 END",
        ))
        .order_by_asc(membership::Column::Id)
        .limit(paging.limit())
        .offset(paging.offset())
        .all(reader)
        .await?;
    let ids: Vec<PersonId> = memberships
        .iter()
        .map(|membership| membership.person_id)
        .collect();
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .all(reader)
        .await?;
    let people: HashMap<PersonId, person::Model> = people
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let rows = memberships.into_iter().filter_map(|membership| {
        let person = people.get(&membership.person_id)?.clone();
        Some((person, membership))
    });
    Ok((rows.collect(), total))
}

async fn events(app: &App, lang: Lang, unit: UnitId) -> Result<Vec<ui::Event>, WebError> {
    let entries = ledger::entry::history(app.db.reader(), "orgs.unit", &unit.to_string()).await?;
    let moves = entries.iter().flat_map(named_units);
    let units = by_ids(app, moves).await?;
    let t = texts(lang);
    let what = |entry: &Entry| what(lang, t, entry, &units);
    Ok(history::events(app, lang, ("orgs.unit", unit.to_string()), what).await?)
}

/// All units that an entry names.
fn named_units(entry: &Entry) -> Vec<UnitId> {
    let Some(details) = &entry.details else {
        return Vec::new();
    };
    let fields = ["moved_below", "other", "split_from", "below"].into_iter();
    let values = fields.filter_map(|field| details.get(field));
    let values = values.flat_map(|value| match value.as_array() {
        Some(pair) => pair.iter().filter_map(serde_json::Value::as_i64).collect(),
        None => value.as_i64().into_iter().collect::<Vec<i64>>(),
    });
    values.map(UnitId).collect()
}

fn moved_below(entry: &Entry) -> Option<UnitId> {
    let above = entry.details.as_ref()?.get("moved_below")?.as_i64()?;
    Some(UnitId(above))
}

/// An entry about the unit in words.
fn what(lang: Lang, t: &Texts, entry: &Entry, units: &HashMap<UnitId, unit::Model>) -> Markup {
    let mut changes = Vec::new();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let kind = |value: &serde_json::Value| {
        crate::kind::title(value.as_str().unwrap_or_default(), lang).to_owned()
    };
    if let Some((before, after)) = history::change(entry, "name") {
        changes.push(t.was_and_is(t.unit_name(), text(before), text(after)));
    }
    if let Some((before, after)) = history::change(entry, "kind") {
        changes.push(t.was_and_is(t.unit_kind(), kind(before), kind(after)));
    }
    if let Some((before, after)) = history::change(entry, "position") {
        changes.push(t.was_and_is(t.unit_position(), before.to_string(), after.to_string()));
    }
    if entry.kind == "orgs.unit.changed"
        && let Some(above) = moved_below(entry).and_then(|above| units.get(&above))
    {
        changes.push(t.unit_moved_below(above.name_in(lang)));
    }
    let detail = |field: &str| {
        entry
            .details
            .as_ref()
            .and_then(|details| details.get(field))
    };
    let name = |value: Option<&serde_json::Value>| {
        let unit = value.and_then(serde_json::Value::as_i64).map(UnitId);
        let unit = unit.and_then(|unit| units.get(&unit));
        unit.map_or_else(String::new, |unit| unit.name_in(lang).to_owned())
    };
    if let Some((before, after)) = history::change(entry, "below") {
        changes.push(t.was_and_is(t.unit_superior(), name(Some(before)), name(Some(after))));
    }
    let said = match entry.kind.as_str() {
        "orgs.unit.founded" if detail("split_from").is_some() => {
            t.unit_was_split_from(name(detail("split_from")))
        }
        "orgs.unit.founded" => t.unit_was_founded(),
        "orgs.unit.changed" => t.unit_was_changed(),
        "orgs.unit.moved" => t.unit_was_moved(),
        "orgs.unit.merged" => t.unit_was_merged(name(detail("other"))),
        "orgs.unit.took_over" => t.unit_took_over(name(detail("other"))),
        "orgs.unit.split" => t.unit_was_split(name(detail("other"))),
        "orgs.unit.closed" => t.unit_was_closed(),
        "orgs.unit.reopened" => t.unit_was_reopened(name(detail("other"))),
        other => other.to_owned(),
    };
    html! {
        (said)
        @if !changes.is_empty() { ul { @for change in changes { li { (change) } } } }
    }
}
