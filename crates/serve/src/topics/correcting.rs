//! Correcting a topic or its result, or taking one of them back.
use super::{
    setting::{
        CONCLUDED, Concluding, SET, SUBJECT, Setting, TopicError, check, check_result, entry,
        result_entry,
    },
    store::{self, Topic, TopicId},
};
use crate::corrections::{self, Changes, Correcting, Part};
use chrono::NaiveDate;
use db::Keys;
use kernel::{Actor, Right};
use ledger::{Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};

pub const CORRECTED: &str = "serve.topic.corrected";
pub const WITHDRAWN: &str = "serve.topic.withdrawn";

/// Corrects what was set, or with `None` takes the topic back. Safe to repeat with the same entry.
pub async fn correct_setting(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<&Setting>,
) -> Result<Appended, TopicError> {
    let topic = theirs(book, actor, new, SET).await?;
    let act = match right {
        Some(right) => {
            check(book, actor, right).await?;
            entry(CORRECTED, topic.id, right)
        }
        None => taken_back(new, &topic, topic.set_on),
    };
    let tx = book.db().begin().await?;
    let topic = find(&tx, topic.id).await?;
    let changes = match right {
        None => Changes::taking_back(topic.id.0),
        Some(right) => Changes::of(topic.id.0)
            .part(Part::TopicTitle, &topic.title, &right.title)
            .part(Part::TopicLeader, &topic.leader, &right.leader)
            .part(Part::TopicUnit, topic.unit, right.unit)
            .part(Part::TopicPlan, &topic.plan, &right.plan)
            .part(Part::TopicSetOn, topic.set_on, right.set_on)
            .part(Part::TopicDueOn, topic.due_on, right.due_on),
    };
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        // The result counts for itself, at the unit and on its day.
        if let Some(concluded_on) = topic.concluded_on {
            match right {
                Some(right) if concluded_on < right.set_on => return Err(TopicError::Order),
                Some(right) if right.unit == topic.unit => (),
                _ => return Err(TopicError::HasResult),
            }
        }
        let mut row = topic.into_active_model();
        row.withdrawn = Set(right.is_none());
        if let Some(right) = right {
            row.title = Set(right.title.trim().to_owned());
            row.leader = Set(right.leader.trim().to_owned());
            row.unit = Set(right.unit);
            row.plan = Set(right.plan.trim().to_owned());
            row.set_on = Set(right.set_on);
            row.due_on = Set(right.due_on);
        }
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// Corrects the result, or with `None` takes it back: then the topic is under way again.
pub async fn correct_result(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: Option<&Concluding>,
) -> Result<Appended, TopicError> {
    let topic = theirs(book, actor, new, CONCLUDED).await?;
    let act = match right {
        Some(right) => {
            check_result(book, actor, &topic, right).await?;
            result_entry(CORRECTED, &topic, right)
        }
        None => taken_back(new, &topic, book.clock().today()),
    };
    let tx = book.db().begin().await?;
    let topic = find(&tx, topic.id).await?;
    let on = right.map(|right| right.day);
    let result = right.map_or("", |right| right.result.as_str());
    let changes = Changes::of(topic.id.0)
        .maybe(Part::TopicConcludedOn, topic.concluded_on, on)
        .part(Part::TopicResult, &topic.result, result);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let mut row = topic.into_active_model();
        row.concluded_on = Set(on);
        row.result = Set(result.trim().to_owned());
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// The topic that the corrected entry is about, of a unit for which the actor records.
async fn theirs(
    book: &Book,
    actor: &Actor,
    new: &Correcting,
    kind: &str,
) -> Result<Topic, TopicError> {
    let reader = book.db().reader();
    let first = corrections::first(reader, new.corrects, kind).await?;
    let id = first.subject_id.parse();
    let topic = find(reader, id.map_err(|_| TopicError::NoSuchTopic)?).await?;
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    match tree.reaches(&actor.reach(Right::Record), topic.unit, today) {
        true => Ok(topic),
        false => Err(TopicError::NotYours),
    }
}

async fn find(connection: &impl ConnectionTrait, id: TopicId) -> Result<Topic, TopicError> {
    let topic = store::Entity::find_by_id(id).one(connection).await?;
    topic.ok_or(TopicError::NoSuchTopic)
}

fn taken_back(new: &Correcting, topic: &Topic, day: NaiveDate) -> NewEntry {
    let subject = Subject::new(SUBJECT, topic.id);
    NewEntry::new(new.entry, WITHDRAWN, subject, topic.unit, day)
}
