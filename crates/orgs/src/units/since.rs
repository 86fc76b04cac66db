//! A past day's tree beside today's: what was founded, closed, moved and renamed since.
use super::{Sight, UnitUrl, by_ids, by_ids_on};
use crate::words::Texts;
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::tree::Place;
use maud::{Markup, html};
use sea_orm::DbErr;
use ui::{Column, Row, Table};
use web::App;

/// Differences that are listed.
const LISTED_MAX: usize = 200;

pub(super) async fn differences(
    app: &App,
    sight: &Sight,
    lang: Lang,
    t: &Texts,
    day: NaiveDate,
) -> Result<Markup, DbErr> {
    let (tree, today) = (&sight.tree, sight.today);
    let seen: Vec<UnitId> = tree.units().filter(|unit| sight.sees(*unit)).collect();
    let then = by_ids_on(app, seen.iter().copied(), day).await?;
    let now = by_ids(app, seen.iter().copied()).await?;
    let mut changed: Vec<(UnitId, String, String)> = Vec::new();
    let name = |unit: UnitId| {
        now.get(&unit)
            .map_or("", |unit| unit.name_in(lang))
            .to_owned()
    };
    let said = |unit: UnitId, place: Option<Place>, on: NaiveDate| match place {
        None => t.since_not_founded(),
        Some(Place::Root) => t.unit_at_the_top(),
        Some(Place::Below(above)) => t.since_below(name(above)),
        Some(Place::Closed) => match tree.heir(unit, on) {
            Some(heir) => t.since_went_into(name(heir)),
            None => t.unit_closed(),
        },
    };
    for unit in &seen {
        let (before, after) = (tree.place(*unit, day), tree.place(*unit, today));
        if before != after {
            changed.push((*unit, said(*unit, before, day), said(*unit, after, today)));
        }
        if let (Some(then), Some(now)) = (then.get(unit), now.get(unit))
            && before.is_some()
            && (&then.name, &then.kind) != (&now.name, &now.kind)
        {
            let in_words = |unit: &crate::unit::Model| {
                t.since_called(unit.name_in(lang), crate::kind::title(&unit.kind, lang))
            };
            changed.push((*unit, in_words(then), in_words(now)));
        }
    }
    changed.sort_by_key(|(unit, ..)| (now.get(unit).map_or(i32::MAX, |unit| unit.position), *unit));
    let heading = t.since_heading();
    if changed.is_empty() {
        let none = html! { p class="none" { (t.since_none()) } };
        return Ok(ui::section("since", &heading, html! {}, none));
    }
    let rows = changed
        .iter()
        .take(LISTED_MAX)
        .map(|(unit, before, after)| {
            let there = UnitUrl { unit: *unit };
            let name = name(*unit);
            Row::new(vec![
                html! { a href=(there) { (name) } },
                html! { (before) },
                html! { (after) },
            ])
        });
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::title(t.unit()).wide(),
            Column::text(t.since_then(day.to_string())),
            Column::text(t.since_today()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let body = html! {
        (ui::table(lang, table))
        @if LISTED_MAX < changed.len() { p { (t.import_listed(changed.len(), LISTED_MAX)) } }
    };
    Ok(ui::section("since", &heading, html! {}, body))
}
