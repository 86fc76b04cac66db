//! What becomes of everything that hangs on a unit, said before it is done.
use super::{
    Change, What,
    planned::{Plan, State},
};
use crate::{
    access::{grant, log_in},
    units::by_ids,
    words::Texts,
};
use kernel::{Actor, Lang, UnitId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use web::{App, WebError};

/// Names that a sentence lists.
const NAMED_MAX: usize = 8;

pub(super) async fn sentences(
    app: &App,
    actor: &Actor,
    lang: Lang,
    t: &Texts,
    state: &State<'_>,
    (change, plan): (&Change, &Plan),
) -> Result<Vec<String>, WebError> {
    let reader = app.db.reader();
    let named = plan.children.iter().copied().chain(plan.other);
    let units = by_ids(app, named).await?;
    let name = |unit: UnitId| match &plan.founded {
        Some(founded) if founded.id == unit => founded.name_in(lang).to_owned(),
        _ => units
            .get(&unit)
            .map_or_else(String::new, |unit| unit.name_in(lang).to_owned()),
    };
    let here = state.unit.name_in(lang);
    let from = change.from.to_string();
    let other = plan.other.map(name).unwrap_or_default();
    let mut said = vec![match &change.what {
        What::Found(new) => t.will_found(from, here, &new.details.name),
        What::Rename(_) => t.will_rename(from, here),
        What::Move { .. } => t.will_move(from, here, other.as_str()),
        What::Merge { .. } => t.will_merge(from, here, other.as_str()),
        What::Split { .. } => t.will_split(from, here, other.as_str()),
        What::Close => t.will_close(from, here),
        What::Reopen { .. } => t.will_reopen(from, here, other.as_str()),
    }];
    let children: Vec<String> = plan
        .children
        .iter()
        .take(NAMED_MAX)
        .map(|child| name(*child))
        .collect();
    if !children.is_empty() {
        let list = children.join(t.list_comma().as_str());
        said.push(t.will_take_units(plan.children.len(), list, other.as_str()));
    }
    if !plan.people.is_empty() {
        said.push(t.will_take_people(plan.people.len(), other.as_str()));
        let people = plan.people.iter().map(|membership| membership.person_id);
        let log_ins = log_in::Entity::find()
            .filter(log_in::Column::UnitId.eq(change.unit))
            .filter(log_in::Column::PersonId.is_in(people))
            .count(reader)
            .await?;
        if 0 < log_ins {
            said.push(t.will_take_log_ins(log_ins, other.as_str()));
        }
    }
    let moves = matches!(
        change.what,
        What::Move { .. } | What::Merge { .. } | What::Close
    );
    if moves {
        let within = state.tree.subtree(change.unit, change.from);
        let records = ledger::tree::posted_since(reader, &within, change.from).await?;
        if 0 < records {
            said.push(match change.what {
                What::Move { .. } => t.will_count_elsewhere(records, other.as_str()),
                _ => t.will_count_nowhere(records),
            });
        }
        said.push(t.will_keep_figures());
    }
    if matches!(change.what, What::Merge { .. } | What::Close) {
        let grants = grant::Entity::find()
            .filter(grant::Column::UnitId.eq(change.unit))
            .all(reader)
            .await?;
        let held = grants
            .iter()
            .filter(|grant| grant.is_held(state.today))
            .count();
        if 0 < held {
            said.push(t.will_leave_grants(held));
        }
        for source in app.domains.iter().flat_map(|domain| &domain.matters) {
            let matters = source.of(app, actor, lang, change.unit).await?;
            said.extend(matters.into_iter().map(|matter| matter.sentence));
        }
    }
    Ok(said)
}
