//! Doing a change: edges of the tree, rows, people and an entry for each record that it touches, in one transaction.
use super::{
    Change, Refused, What,
    planned::{Plan, State, plan},
};
use crate::{
    MEMBER, UNIT,
    access::log_in,
    membership, unit,
    units::particulars::{self, Timeline},
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{
    AppendError, Book, NewEntry, Subject, append_many,
    entry::{self, Entry},
    tree::{Place, change_with_heirs},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::Expr,
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) const SUBJECT: &str = "orgs.unit";

/// Changes the organisation. Safe to repeat: the same change under the same entry is done once. Tells the unit whose page
/// says what became of it.
pub async fn change_unit(book: &Book, actor: &Actor, change: &Change) -> Result<UnitId, Refused> {
    let tx = book.db().begin().await?;
    if tx.get_database_backend() == DbBackend::Postgres {
        // One change at a time, and none during an import: numbers of new units are given here.
        tx.execute_unprepared(
            "LOCK TABLE ledger_unit_edge IN EXCLUSIVE MODE; LOCK TABLE orgs_unit IN EXCLUSIVE MODE",
        )
        .await?;
    }
    if let Some(before) = entry::by_id(&tx, change.entry).await? {
        return repeated(actor, change, &before);
    }
    let tree = book.tree(&tx).await?;
    let today = book.clock().today();
    let found = unit::Entity::find_by_id(change.unit).one(&tx).await?;
    let unit = found.ok_or(Refused::NoSuchUnit)?;
    let reach = actor.reach(Right::Roster);
    if !tree
        .home(unit.id, today)
        .iter()
        .any(|above| tree.reaches(&reach, *above, today))
    {
        return Err(Refused::NoSuchUnit);
    }
    let state = State {
        tree: &tree,
        today,
        unit,
    };
    let plan = plan(&tx, actor, &state, change).await?;
    let before = counted(&tx, &state).await?;
    change_with_heirs(&tx, book, &plan.edges, &plan.heirs).await?;
    if let Some(founded) = &plan.founded {
        unit::Entity::insert(founded.clone().into_active_model().reset_all())
            .exec_without_returning(&tx)
            .await?;
    }
    if let Some(timeline) = &plan.timeline {
        particulars::keep(&tx, &state.unit, timeline).await?;
    }
    people_go(&tx, change, &plan).await?;

    let tree = book.tree(&tx).await?;
    let after = counted(
        &tx,
        &State {
            tree: &tree,
            ..state.clone()
        },
    )
    .await?;
    let entries = entries(change, &state, &plan, &before, &after);
    let acts = entries.iter().map(|entry| (actor, entry));
    for appended in append_many(&tx, book, acts).await? {
        appended?;
    }
    tx.commit().await?;
    Ok(plan.founded.map_or(change.unit, |founded| founded.id))
}

fn repeated(actor: &Actor, change: &Change, before: &Entry) -> Result<UnitId, Refused> {
    let asked = before
        .details
        .as_ref()
        .and_then(|details| details.get("asked"));
    let same_reason = before.reason.as_deref() == Some(change.reason.trim());
    if before.actor != actor.person || asked != Some(&json!(change)) || !same_reason {
        return Err(Refused::Append(AppendError::IdReused));
    }
    let shown = before
        .details
        .as_ref()
        .and_then(|details| details.get("founded")?.as_i64());
    Ok(shown.map_or(change.unit, UnitId))
}

async fn counted(
    tx: &impl ConnectionTrait,
    state: &State<'_>,
) -> Result<BTreeMap<(String, NaiveDate), i64>, Refused> {
    let timeline: Timeline = particulars::timeline(tx, state.tree, &state.unit).await?;
    Ok(particulars::counted(
        &timeline,
        &state.tree.turns(state.unit.id),
    ))
}

async fn people_go(tx: &impl ConnectionTrait, change: &Change, plan: &Plan) -> Result<(), Refused> {
    let Some(to) = plan.people_to else {
        return Ok(());
    };
    for memberships in plan.people.chunks(500) {
        let ids = memberships.iter().map(|membership| membership.id);
        membership::Entity::update_many()
            .col_expr(membership::Column::ToDay, Expr::value(change.from))
            .filter(membership::Column::Id.is_in(ids))
            .exec(tx)
            .await?;
        let new = memberships
            .iter()
            .filter(|membership| !plan.already.contains(&membership.person_id));
        let begun: Vec<_> = new
            .map(|membership| membership::ActiveModel {
                id: NotSet,
                from_day: Set(change.from),
                unit_id: Set(to),
                ..membership.clone().into_active_model().reset_all()
            })
            .collect();
        if !begun.is_empty() {
            membership::Entity::insert_many(begun)
                .exec_without_returning(tx)
                .await?;
        }
        // They act for their new unit; what they may do stays as it was granted.
        let people = memberships.iter().map(|membership| membership.person_id);
        log_in::Entity::update_many()
            .col_expr(log_in::Column::UnitId, Expr::value(to))
            .filter(log_in::Column::UnitId.eq(change.unit))
            .filter(log_in::Column::PersonId.is_in(people))
            .exec(tx)
            .await?;
    }
    Ok(())
}

type Counts = BTreeMap<(String, NaiveDate), i64>;

fn entries(
    change: &Change,
    state: &State<'_>,
    plan: &Plan,
    before: &Counts,
    after: &Counts,
) -> Vec<NewEntry> {
    let from = change.from;
    let derived = |name: String| EntryId(Uuid::new_v5(&change.entry.0, name.as_bytes()));
    let entry = |id, kind, unit: UnitId| {
        NewEntry::new(id, kind, Subject::new(SUBJECT, unit), unit, from)
            .because(change.reason.trim())
    };
    let kind = match &change.what {
        What::Found(_) => "orgs.unit.founded",
        What::Rename(_) => "orgs.unit.changed",
        What::Move { .. } => "orgs.unit.moved",
        What::Merge { .. } => "orgs.unit.merged",
        What::Split { .. } => "orgs.unit.split",
        What::Close => "orgs.unit.closed",
        What::Reopen { .. } => "orgs.unit.reopened",
    };
    let mut entries = Vec::new();
    // Of a unit that is founded, the act itself is about the new one.
    let about = match (&change.what, &plan.founded) {
        (What::Found(_), Some(founded)) => founded.id,
        _ => change.unit,
    };
    let mut details =
        json!({ "asked": change, "people": plan.people.len(), "units": plan.children });
    let fields = [
        ("founded", plan.founded.as_ref().map(|unit| json!(unit.id))),
        ("other", plan.other.map(|unit| json!(unit))),
    ];
    for (field, value) in fields {
        if let Some(value) = value {
            details[field] = value;
        }
    }
    if let What::Move { below } = &change.what {
        details["below"] = match state.tree.place(change.unit, from) {
            Some(Place::Below(before)) => json!([before, below]),
            _ => json!([null, below]),
        };
    }
    if let (What::Rename(asked), Some(unit)) = (&change.what, &plan.was) {
        let new = asked.particulars();
        details["name"] = json!([unit.name, new.name]);
        details["name_en"] = json!([unit.name_en, new.name_en]);
        details["kind"] = json!([unit.kind, new.kind]);
        details["position"] = json!([unit.position, new.position]);
    }
    if let (What::Found(_), Some(founded)) = (&change.what, &plan.founded) {
        details["name"] = json!(founded.name);
        details["code"] = json!(founded.code);
        details["kind"] = json!(founded.kind);
        details["moved_below"] = json!(change.unit);
    }
    let mut act = entry(change.entry, kind, about).with_details(details);
    if about == change.unit {
        for key in before
            .keys()
            .chain(after.keys())
            .collect::<std::collections::BTreeSet<_>>()
        {
            let times =
                after.get(key).copied().unwrap_or(0) - before.get(key).copied().unwrap_or(0);
            if times != 0 {
                act = act.post_at(format!("{UNIT}.{}", key.0), change.unit, key.1, times);
            }
        }
    }
    let new = plan.founded.as_ref();
    if let (What::Found(_), Some(founded)) = (&change.what, new) {
        act = act.post_at(format!("{UNIT}.{}", founded.kind), founded.id, from, 1);
    }
    entries.push(act);
    if let (What::Split { .. }, Some(founded)) = (&change.what, new) {
        let details = json!({
            "name": founded.name, "code": founded.code, "kind": founded.kind, "split_from": change.unit,
        });
        let id = derived(format!("founded {}", founded.id));
        let entry = entry(id, "orgs.unit.founded", founded.id).with_details(details);
        entries.push(entry.post(format!("{UNIT}.{}", founded.kind), 1));
    }
    if let What::Merge { into } = &change.what {
        let details =
            json!({ "other": change.unit, "people": plan.people.len(), "units": plan.children });
        let id = derived(format!("took over {into}"));
        entries.push(entry(id, "orgs.unit.took_over", *into).with_details(details));
    }
    if matches!(change.what, What::Merge { .. } | What::Split { .. }) {
        for child in &plan.children {
            let details = json!({ "below": [change.unit, plan.other] });
            let id = derived(format!("moved {child}"));
            entries.push(entry(id, "orgs.unit.moved", *child).with_details(details));
        }
    }
    let to = plan.people_to.unwrap_or(change.unit);
    for membership in &plan.people {
        let person = membership.person_id;
        let details = json!({ "unit": [membership.unit_id, to] });
        let id = derived(format!("person {}", membership.id));
        let subject = Subject::new("orgs.person", person);
        let mut entry = NewEntry::new(id, "orgs.person.changed", subject, to, from)
            .because(change.reason.trim())
            .with_details(details);
        if membership.is_member {
            entry = entry.post_at(MEMBER, membership.unit_id, from, -1);
            if !plan.already.contains(&person) {
                entry = entry.post(MEMBER, 1);
            }
        }
        entries.push(entry);
    }
    entries
}
