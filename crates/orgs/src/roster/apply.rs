//! Doing an import: all or nothing, in one transaction.
use super::{Changes, Draft, ImportOptions, PersonChange, State, UnitChange, compare};
use crate::{MEMBER, UNIT, membership, person, unit};
use db::Keys;
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{
    AppendError, Book, NewEntry, Subject, append_many,
    tree::{self, Edge, Place, TreeError},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbBackend, DbErr, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// Rows written by one statement.
const ROWS_TOGETHER: usize = 1_000;

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    pub units_added: usize,
    pub units_changed: usize,
    pub people_added: usize,
    pub people_changed: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// The workbook has errors, or got them because somebody changed the roster since the preview.
    #[error("the workbook has errors; nothing was changed")]
    HasErrors(Box<Changes>),
    #[error("a unit cannot hang where the workbook puts it; nothing was changed")]
    Tree(#[from] TreeError),
    #[error("could not write to the book; nothing was changed")]
    Append(#[from] AppendError),
    #[error("could not write to the database; nothing was changed")]
    Database(#[from] DbErr),
}

/// Applies a workbook in a transaction of its own. `import` is its id: the same import applied twice is one.
/// `progress` is told rows done and rows in all.
pub async fn apply(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    import: Uuid,
    draft: &Draft,
    options: &ImportOptions,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Applied, ApplyError> {
    let tx = book.db().begin().await?;
    let applied = apply_in(&tx, book, keys, actor, import, draft, options, progress).await?;
    tx.commit().await?;
    Ok(applied)
}

/// [`apply`] as a part of the act that `tx` is. When it fails, take `tx` back.
#[expect(
    clippy::too_many_arguments,
    reason = "each is a thing of its own, and the caller has all of them at hand"
)]
pub async fn apply_in(
    tx: &db::Tx,
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    import: Uuid,
    draft: &Draft,
    options: &ImportOptions,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<Applied, ApplyError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        // One import at a time: numbers of new units and people are given here.
        tx.execute_unprepared(
            "LOCK TABLE ledger_unit_edge IN EXCLUSIVE MODE; LOCK TABLE orgs_unit IN EXCLUSIVE MODE",
        )
        .await?;
    }
    let state = State::load(tx, book.tree(tx).await?, keys.clone()).await?;
    let changes = compare(draft, &state, &actor.reach(Right::Roster), options);
    if changes.has_errors() {
        return Err(ApplyError::HasErrors(Box::new(changes)));
    }
    let all = changes.units.len() + changes.people.len();
    let work = Work {
        book,
        keys,
        actor,
        import,
        tx,
    };
    work.units(&changes.units).await?;
    let mut done = changes.units.len();
    progress(done, all);
    for people in changes.people.chunks(ROWS_TOGETHER) {
        work.people(people, options).await?;
        done += people.len();
        progress(done, all);
    }
    let added = |is_new: &[bool]| is_new.iter().filter(|is_new| **is_new).count();
    let units_added = added(
        &changes
            .units
            .iter()
            .map(|change| change.before.is_none())
            .collect::<Vec<_>>(),
    );
    let people_added = added(
        &changes
            .people
            .iter()
            .map(|change| change.before.is_none())
            .collect::<Vec<_>>(),
    );
    Ok(Applied {
        units_added,
        units_changed: changes.units.len() - units_added,
        people_added,
        people_changed: changes.people.len() - people_added,
    })
}

struct Work<'a> {
    book: &'a Book,
    keys: &'a Keys,
    actor: &'a Actor,
    import: Uuid,
    tx: &'a db::Tx,
}

impl Work<'_> {
    /// Every unit and person gets an act of its own in the book, with an id that the import's id gives.
    fn entry(
        &self,
        kind: &'static str,
        subject: Subject,
        unit: UnitId,
        day: chrono::NaiveDate,
    ) -> NewEntry {
        let id = Uuid::new_v5(&self.import, format!("{kind} {}", subject.id).as_bytes());
        NewEntry::new(EntryId(id), kind, subject, unit, day)
    }

    async fn units(&self, changes: &[UnitChange]) -> Result<(), ApplyError> {
        let new: Vec<_> = changes
            .iter()
            .filter(|change| change.before.is_none())
            .collect();
        for rows in new.chunks(ROWS_TOGETHER) {
            let rows = rows
                .iter()
                .map(|change| unit::ActiveModel::from(change.after.clone()));
            unit::Entity::insert_many(rows)
                .exec_without_returning(self.tx)
                .await?;
        }
        for change in changes.iter().filter(|change| change.before.is_some()) {
            let unit = change.after.clone();
            let row = unit::ActiveModel {
                id: Set(unit.id),
                code: Set(unit.code),
                name: Set(unit.name),
                name_en: Set(unit.name_en),
                kind: Set(unit.kind),
                position: Set(unit.position),
            };
            unit::Entity::update(row)
                .exec_without_returning(self.tx)
                .await?;
        }
        let edges: Vec<Edge> = changes
            .iter()
            .filter_map(|change| {
                let place = change.place?.map_or(Place::Root, Place::Below);
                Some(Edge {
                    unit: change.after.id,
                    from: change.from,
                    place,
                })
            })
            .collect();
        tree::change(self.tx, self.book, &edges).await?;
        let entries: Vec<NewEntry> = changes
            .iter()
            .map(|change| self.unit_entry(change))
            .collect();
        self.append(&entries).await
    }

    fn unit_entry(&self, change: &UnitChange) -> NewEntry {
        let after = &change.after;
        let subject = Subject::new("orgs.unit", after.id);
        match &change.before {
            None => self
                .entry("orgs.unit.founded", subject, after.id, change.from)
                .with_details(json!({ "name": after.name, "code": after.code, "kind": after.kind }))
                .post(format!("{UNIT}.{}", after.kind), 1),
            Some(before) => {
                let details = json!({
                    "name": [before.name, after.name],
                    "kind": [before.kind, after.kind],
                    "position": [before.position, after.position],
                    "moved_below": change.place,
                });
                let entry = self
                    .entry("orgs.unit.changed", subject, after.id, change.from)
                    .with_details(details);
                if before.kind == after.kind {
                    return entry;
                }
                entry
                    .post(format!("{UNIT}.{}", before.kind), -1)
                    .post(format!("{UNIT}.{}", after.kind), 1)
            }
        }
    }

    async fn people(
        &self,
        changes: &[PersonChange],
        options: &ImportOptions,
    ) -> Result<(), ApplyError> {
        let new: Vec<_> = changes
            .iter()
            .filter(|change| change.before.is_none())
            .collect();
        if !new.is_empty() {
            let rows = new.iter().map(|change| self.person(change));
            person::Entity::insert_many(rows)
                .exec_without_returning(self.tx)
                .await?;
            let rows = new.iter().map(|change| membership(change));
            membership::Entity::insert_many(rows)
                .exec_without_returning(self.tx)
                .await?;
        }
        for change in changes {
            let Some((_, old)) = &change.before else {
                continue;
            };
            let mut row = self.person(change);
            if change.phone.is_none() {
                row.phone = sea_orm::ActiveValue::NotSet;
                row.phone_found_by = sea_orm::ActiveValue::NotSet;
            }
            person::Entity::update(row)
                .exec_without_returning(self.tx)
                .await?;
            if old.unit_id == change.unit {
                let row = membership::ActiveModel {
                    id: Set(old.id),
                    post: Set(change.post.clone()),
                    is_member: Set(change.is_member),
                    ..Default::default()
                };
                membership::Entity::update(row)
                    .exec_without_returning(self.tx)
                    .await?;
            } else {
                let ended = membership::ActiveModel {
                    id: Set(old.id),
                    to_day: Set(Some(change.from)),
                    ..Default::default()
                };
                membership::Entity::update(ended)
                    .exec_without_returning(self.tx)
                    .await?;
                membership::Entity::insert(membership(change))
                    .exec_without_returning(self.tx)
                    .await?;
            }
        }
        let entries: Vec<NewEntry> = changes
            .iter()
            .map(|change| self.person_entry(change, options))
            .collect();
        self.append(&entries).await
    }

    fn person(&self, change: &PersonChange) -> person::ActiveModel {
        let phone = change.phone.as_ref();
        person::ActiveModel {
            id: Set(change.id),
            code: Set(change.code.clone()),
            name: Set(change.name.clone()),
            phone: Set(phone.map(|phone| self.keys.seal(person::PHONE, phone))),
            phone_found_by: Set(phone.map(|phone| self.keys.fingerprint(person::PHONE, phone))),
        }
    }

    fn person_entry(&self, change: &PersonChange, options: &ImportOptions) -> NewEntry {
        let subject = Subject::new("orgs.person", change.id);
        let Some((person, old)) = &change.before else {
            let entry = self.entry("orgs.person.joined", subject, change.unit, change.from);
            let entry = entry.with_details(json!({ "unit": change.unit, "post": change.post }));
            return if change.is_member {
                entry.post(MEMBER, 1)
            } else {
                entry
            };
        };
        let day = if old.unit_id == change.unit {
            options.effective.max(change.from)
        } else {
            change.from
        };
        let details = json!({
            "name": [person.name, change.name],
            "unit": [old.unit_id, change.unit],
            "post": [old.post, change.post],
            "is_member": [old.is_member, change.is_member],
        });
        let mut entry = self
            .entry("orgs.person.changed", subject, change.unit, day)
            .with_details(details);
        if (old.unit_id, old.is_member) != (change.unit, change.is_member) {
            if old.is_member {
                entry = entry.post_at(MEMBER, old.unit_id, day, -1);
            }
            if change.is_member {
                entry = entry.post(MEMBER, 1);
            }
        }
        entry
    }

    async fn append(&self, entries: &[NewEntry]) -> Result<(), ApplyError> {
        for entries in entries.chunks(5 * ROWS_TOGETHER) {
            let acts = entries.iter().map(|entry| (self.actor, entry));
            for appended in append_many(self.tx, self.book, acts).await? {
                appended?;
            }
        }
        Ok(())
    }
}

fn membership(change: &PersonChange) -> membership::ActiveModel {
    membership::ActiveModel {
        person_id: Set(change.id),
        unit_id: Set(change.unit),
        from_day: Set(change.from),
        to_day: Set(None),
        is_member: Set(change.is_member),
        post: Set(change.post.clone()),
        ..Default::default()
    }
}
