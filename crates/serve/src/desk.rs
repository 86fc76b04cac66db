//! What somebody at a desk has before them: the units, the day, and how far their rights reach.
use crate::{corrections, words::texts};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, PersonId, Reach, Right, UnitId, zone};
use ledger::{Tree, entry::Entry};
use maud::{Markup, html};
use orgs::{Directory, person};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use ui::{Event, form::FieldProblem};
use uuid::Uuid;
use web::{App, WebError};

/// Adds what the act finds wrong to what the form found: whoever typed it is told all of it at once.
pub(crate) fn tell<E>(
    problems: &mut Vec<FieldProblem>,
    wrong: Vec<E>,
    problem: impl Fn(E) -> Result<FieldProblem, WebError>,
) -> Result<(), WebError> {
    for error in wrong {
        FieldProblem::add(problems, problem(error)?);
    }
    Ok(())
}

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

    /// Units over which the actor holds a right today, as they stand in the tree.
    pub(crate) fn within(&self, actor: &Actor, right: Right) -> Vec<UnitId> {
        let units = self.tree.units();
        let open = units.filter(|unit| self.tree.is_open(*unit, self.today));
        let theirs = open.filter(|unit| self.may(actor, right, *unit));
        self.directory.in_tree_order(&self.tree, self.today, theirs)
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
    entries: Vec<Entry>,
    say: impl Fn(&Entry) -> Option<String>,
) -> Result<Markup, WebError> {
    timeline_of(app, lang, entries, say, Shows::default()).await
}

/// What a timeline shows beyond who did what.
#[derive(Clone, Copy, Default)]
pub(crate) struct Shows<'a> {
    /// What corrections changed of sealed parts: these were opened.
    pub(crate) sealed: bool,
    /// Where entries are corrected, if the reader may correct what this one said first.
    pub(crate) corrections: Option<&'a (dyn Fn(&Entry) -> bool + Sync)>,
}

/// The same with more.
pub(crate) async fn timeline_of(
    app: &App,
    lang: Lang,
    mut entries: Vec<Entry>,
    say: impl Fn(&Entry) -> Option<String>,
    shows: Shows<'_>,
) -> Result<Markup, WebError> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    let corrections = entries.iter().filter(|entry| entry.corrects.is_some());
    let corrections: Vec<EntryId> = corrections.map(|entry| entry.id).collect();
    let changes = corrections::said(app, lang, &corrections, shows.sealed).await?;
    let corrected: HashSet<i64> = entries.iter().filter_map(|entry| entry.corrects).collect();
    let may_correct = |entry: &Entry| {
        let seq = entry.root.unwrap_or(entry.seq);
        let first = entries.iter().find(|first| first.seq == seq);
        let may = shows.corrections.zip(first);
        !corrected.contains(&entry.seq) && may.is_some_and(|(may, first)| may(first))
    };
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
            // What was written down later says of which day it is.
            @if entry.happened_on != when.date_naive() { div class="hint" { (texts(lang).desk_of_day(entry.happened_on.to_string())) } }
            @if let Some(more) = say(entry) { div class="hint" { (more) } }
            @for change in changes.get(&entry.id).into_iter().flatten() { div class="change" { (change) } }
            @if may_correct(entry) { (correction(app, lang, entry)) }
        };
        let event = Event::new(when.format("%Y-%m-%d %H:%M").to_string(), who, what);
        match &entry.reason {
            Some(reason) => event.because(reason),
            None => event,
        }
    });
    Ok(ui::timeline(lang, &events.collect::<Vec<_>>()))
}

/// The way to the form that corrects an entry, if it is one that is corrected.
fn correction(app: &App, lang: Lang, entry: &Entry) -> Markup {
    let kind = app.domains.subject(&entry.subject_kind);
    let Some((_, href)) = kind.and_then(|kind| kind.correction(entry)) else {
        return html! {};
    };
    let (t, act) = (texts(lang), app.domains.act(&entry.kind, lang));
    html! { " " a href=(href) aria-label=(t.correction_of(act)) { (t.correction_link()) } }
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
