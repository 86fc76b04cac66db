//! One person: where they belong and belonged, and what the book tells of them.
use super::{
    memberships,
    phone::{LOOKED_AT, PhoneViewsUrl, masked},
    sees,
    transferring::TransferUrl,
};
use crate::{
    history, membership, person, unit,
    units::{Sight, UnitUrl, by_ids},
    words::{Texts, texts},
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, PersonId, Right, UnitId};
use ledger::entry::Entry;
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use ui::{Act, Button, Column, Crumb, Event, Fact, Icon, PageHead, Row, Table, form};
use uuid::Uuid;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/people/{person}")]
pub struct PersonUrl {
    pub person: PersonId,
}

pub async fn show(
    url: PersonUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let person = person::Entity::find_by_id(url.person)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    page(&app, &actor, frame, person, None).await
}

/// The telephone number as far as this reader may see it.
enum Phone {
    /// There is none, or it is not for them.
    Nothing,
    Masked(String),
    Full(String),
}

/// What the page shows, in plain values.
struct Shown<'a> {
    person: &'a person::Model,
    memberships: &'a [membership::Model],
    units: &'a HashMap<UnitId, unit::Model>,
    /// Units that this reader may open.
    open: &'a HashSet<UnitId>,
    phone: Phone,
    /// Where they are transferred, for those who may.
    transfer: Option<String>,
}

/// `number`: the telephone number in full, for whoever has just asked for it.
pub(super) async fn page(
    app: &App,
    actor: &Actor,
    frame: Frame,
    person: person::Model,
    number: Option<String>,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let sight = Sight::of(app, actor, Right::Read).await?;
    let of = memberships(app, vec![person.id]).await?;
    let memberships = of.get(&person.id).map_or(&[][..], Vec::as_slice);
    if !sees(&sight, memberships) {
        return Err(WebError::NotFound);
    }
    let keeps_roster = sees(&Sight::of(app, actor, Right::Roster).await?, memberships);
    let phone = match (number, &person.phone) {
        (Some(number), _) => Phone::Full(number),
        (None, Some(sealed)) if keeps_roster => {
            let number = app.keys.open(person::PHONE, sealed);
            Phone::Masked(masked(&number.map_err(WebError::internal)?))
        }
        _ => Phone::Nothing,
    };
    let subject = ("orgs.person", person.id.to_string());
    let entries = ledger::entry::history(app.db.reader(), subject.0, &subject.1).await?;
    let named = entries.iter().flat_map(units_in);
    let named = named.chain(memberships.iter().map(|membership| membership.unit_id));
    let units = by_ids(app, named).await?;
    let open: HashSet<UnitId> = units
        .keys()
        .copied()
        .filter(|unit| sight.sees(*unit))
        .collect();
    let t = texts(lang);
    let events = history::events(app, lang, subject, |entry| what(lang, t, entry, &units)).await?;
    let shown = Shown {
        person: &person,
        memberships,
        units: &units,
        open: &open,
        phone,
        transfer: (actor.has(Right::Roster) && keeps_roster)
            .then(|| TransferUrl { person: person.id }.to_string()),
    };
    let main = view(lang, t, &shown, &events);
    Ok(frame.under("units").page(&person.name, main))
}

fn view(lang: Lang, t: &Texts, shown: &Shown<'_>, events: &[Event]) -> Markup {
    let mut crumbs = vec![Crumb::new(t.units_title(), crate::units::UNITS)];
    if let Some(unit) = shown
        .memberships
        .iter()
        .find(|membership| membership.to_day.is_none() && shown.open.contains(&membership.unit_id))
        .and_then(|membership| shown.units.get(&membership.unit_id))
    {
        let there = UnitUrl { unit: unit.id }.to_string();
        crumbs.push(Crumb::new(unit.name_in(lang), there));
    }
    let head = PageHead {
        title: &shown.person.name,
        crumbs: &crumbs,
        acts: shown.transfer.as_ref().map(|there| {
            ui::link_button(&t.person_transfer(), there, Act::Plain, Some(Icon::Edit))
        }),
        ..PageHead::default()
    };
    let mut facts = vec![Fact::text(t.person_code(), &shown.person.code)];
    match &shown.phone {
        Phone::Nothing => {}
        Phone::Masked(number) => facts.push(Fact::new(
            t.person_phone(),
            html! { (number) (show_phone(t, shown.person.id)) },
        )),
        Phone::Full(number) => facts.push(Fact::new(
            t.person_phone(),
            html! { (number) " " span class="hint" { (t.person_phone_noted()) } },
        )),
    }
    let left = html! {
        (ui::facts(&facts))
        (ui::section("units", &t.person_units(), html! {}, unit_table(lang, t, shown)))
    };
    let right = ui::section(
        "history",
        &t.history(),
        html! {},
        ui::timeline(lang, events),
    );
    html! {
        (ui::page_head(lang, head))
        (ui::two_columns(left, right))
    }
}

fn show_phone(t: &Texts, person: PersonId) -> Markup {
    let action = PhoneViewsUrl { person };
    let label = t.person_phone_show();
    html! {
        form method="post" action=(action) {
            (form::hidden("entry", &Uuid::now_v7().to_string()))
            (ui::button(Button { label: &label, act: Act::Plain, ..Button::default() }))
            p class="hint" { (t.person_phone_help()) }
        }
    }
}

fn unit_table(lang: Lang, t: &Texts, shown: &Shown<'_>) -> Markup {
    let rows = shown.memberships.iter().map(|membership| {
        let id = membership.unit_id;
        let name = shown.units.get(&id).map_or("", |unit| unit.name_in(lang));
        let until = match membership.to_day.and_then(|day| day.pred_opt()) {
            Some(last) => last.to_string(),
            None => t.person_until_now(),
        };
        Row::new(vec![
            html! {
                @if shown.open.contains(&id) { a href=(UnitUrl { unit: id }) { (name) } } @else { (name) }
            },
            html! { (membership.post) },
            html! { @if membership.is_member { (t.yes()) } @else { (t.no()) } },
            html! { (membership.from_day) },
            html! { (until) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.person_units(),
            columns: vec![
                Column::title(t.person_unit()).wide(),
                Column::text(t.person_post()),
                Column::text(t.person_is_member()),
                Column::text(t.person_since()),
                Column::text(t.person_until()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

/// Units that an entry names.
fn units_in(entry: &Entry) -> Vec<UnitId> {
    let Some(unit) = entry
        .details
        .as_ref()
        .and_then(|details| details.get("unit"))
    else {
        return Vec::new();
    };
    let pair = unit.as_array().into_iter().flatten();
    let ids = pair.chain([unit]).filter_map(serde_json::Value::as_i64);
    ids.map(UnitId).collect()
}

/// An entry about the person in words.
fn what(lang: Lang, t: &Texts, entry: &Entry, units: &HashMap<UnitId, unit::Model>) -> Markup {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let unit = |value: &serde_json::Value| {
        let unit = value.as_i64().and_then(|id| units.get(&UnitId(id)));
        unit.map_or_else(String::new, |unit| unit.name_in(lang).to_owned())
    };
    let said = match entry.kind.as_str() {
        "orgs.person.joined" => {
            let joined = entry
                .details
                .as_ref()
                .and_then(|details| details.get("unit"));
            t.person_joined(joined.map(unit).unwrap_or_default())
        }
        "orgs.person.changed" => t.person_was_changed(),
        "orgs.person.left" => t.person_left(),
        super::CORRECTED => t.person_transfer_was_corrected(),
        super::TAKEN_BACK => t.person_transfer_was_taken_back(),
        LOOKED_AT => t.person_phone_was_looked_at(),
        other => other.to_owned(),
    };
    let mut changes = Vec::new();
    if let Some((before, after)) = history::change(entry, "name") {
        changes.push(t.was_and_is(t.person_name(), text(before), text(after)));
    }
    if let Some((before, after)) = history::change(entry, "unit") {
        changes.push(t.was_and_is(t.person_unit(), unit(before), unit(after)));
    }
    if let Some((before, after)) = history::change(entry, "day") {
        changes.push(t.was_and_is(t.person_transfer_day(), text(before), text(after)));
    }
    if let Some((before, after)) = history::change(entry, "post") {
        changes.push(t.was_and_is(t.person_post(), text(before), text(after)));
    }
    if history::change(entry, "is_member").is_some() {
        changes.push(t.person_membership_changes());
    }
    html! {
        a href={ "/entries/" (entry.id) } { (said) }
        @if !changes.is_empty() { ul { @for change in changes { li { (change) } } } }
    }
}
