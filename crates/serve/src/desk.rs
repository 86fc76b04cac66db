//! What somebody at a desk has before them: the units, the day, and how far their rights reach.
use crate::words::texts;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, PersonId, Reach, Right, UnitId, zone};
use ledger::{Tree, entry::Entry, tree::Place};
use maud::{Markup, html};
use orgs::{Directory, person};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::{collections::HashMap, sync::Arc};
use ui::Event;
use uuid::Uuid;
use web::{App, WebError};

pub(crate) struct Desk {
    pub(crate) tree: Arc<Tree>,
    pub(crate) directory: Directory,
    pub(crate) today: NaiveDate,
    reach: Reach,
}

impl Desk {
    pub(crate) async fn of(app: &App, actor: &Actor) -> Result<Desk, WebError> {
        let reader = app.db.reader();
        Ok(Desk {
            tree: app.book.tree(reader).await?,
            directory: Directory::load(reader).await?,
            today: app.clock.today(),
            reach: actor.reach(Right::Read),
        })
    }

    pub(crate) fn sees(&self, unit: UnitId) -> bool {
        self.tree.reaches(&self.reach, unit, self.today)
    }

    pub(crate) fn may(&self, actor: &Actor, right: Right, unit: UnitId) -> bool {
        self.tree.reaches(&actor.reach(right), unit, self.today)
    }

    /// Units over which the actor holds a right today, in their given order.
    pub(crate) fn within(&self, actor: &Actor, right: Right) -> Vec<UnitId> {
        let open = self.tree.units().filter(|unit| {
            let place = self.tree.place(*unit, self.today);
            matches!(place, Some(place) if place != Place::Closed) && self.may(actor, right, *unit)
        });
        self.directory.in_order(open)
    }

    /// The page of a figure at a unit, as of today.
    pub(crate) fn figure_href(&self, code: &str, unit: UnitId) -> String {
        let unit = self.directory.unit(unit);
        let unit = unit.map_or("", |unit| unit.code.as_str());
        let as_of = self.today.to_string();
        let conditions = [("unit", unit), ("as_of", as_of.as_str())];
        ui::query::with_params(&format!("/figures/{code}"), &conditions)
    }
}

/// The id of the act that a form will be.
pub(crate) fn new_entry() -> EntryId {
    EntryId(Uuid::now_v7())
}

/// Entries as a timeline, the newest first; `say` may add to the word for each act.
pub(crate) async fn timeline(
    app: &App,
    lang: Lang,
    mut entries: Vec<Entry>,
    say: impl Fn(&Entry) -> Option<String>,
) -> Result<Markup, DbErr> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    let names = names(app, entries.iter().map(|entry| entry.actor)).await?;
    let events = entries.iter().map(|entry| {
        let when = entry.recorded_at.with_timezone(&zone());
        let who = match entry.actor {
            PersonId::OPERATOR => texts(lang).desk_by_rule(),
            PersonId::PUBLIC => texts(lang).desk_a_resident(),
            actor => names.get(&actor).cloned().unwrap_or_default(),
        };
        let what = html! {
            (app.domains.act(&entry.kind, lang))
            @if let Some(more) = say(entry) { div class="hint" { (more) } }
        };
        let event = Event::new(when.format("%Y-%m-%d %H:%M").to_string(), who, what);
        match &entry.reason {
            Some(reason) => event.because(reason),
            None => event,
        }
    });
    Ok(ui::timeline(lang, &events.collect::<Vec<_>>()))
}

/// Names of people by their numbers.
async fn names(
    app: &App,
    people: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let mut ids: Vec<PersonId> = people.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut names = HashMap::new();
    for chunk in ids.chunks(500) {
        let select = person::Entity::find().filter(person::Column::Id.is_in(chunk.iter().copied()));
        let people = select.all(app.db.reader()).await?;
        names.extend(people.into_iter().map(|person| (person.id, person.name)));
    }
    Ok(names)
}
