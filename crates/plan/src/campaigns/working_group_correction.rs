//! Correcting what is known of a body, or taking it back: one more entry that says what is right and why.
use super::working_group::{
    self, FormError, Profile, SUBJECT, WorkingGroup, WorkingGroupId, check, entry_of,
    refuse_double, row, write_people,
};
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, CorrectError, NewEntry, Subject};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const CORRECTED: &str = "plan.working_group.corrected";
pub const WITHDRAWN: &str = "plan.working_group.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    pub group: WorkingGroupId,
    /// The last entry about the body that the person saw.
    pub corrects: EntryId,
    pub reason: String,
    /// `None` takes the body back.
    pub profile: Option<Profile>,
    /// What differs, in words, for its history: field, what it was, what it is.
    pub changes: Vec<(&'static str, String, String)>,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectGroupError {
    #[error("there is no such body")]
    NoSuchGroup,
    #[error(transparent)]
    Form(#[from] FormError),
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
}

impl From<DbErr> for CorrectGroupError {
    fn from(error: DbErr) -> Self {
        FormError::from(error).into()
    }
}

impl From<AppendError> for CorrectGroupError {
    fn from(error: AppendError) -> Self {
        FormError::Book(error).into()
    }
}

impl From<CorrectError> for CorrectGroupError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectGroupError::Reason,
            CorrectError::AlreadyCorrected { .. } => CorrectGroupError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectGroupError::NoSuchGroup,
            CorrectError::Append(error) => FormError::Book(error).into(),
        }
    }
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: WorkingGroupId,
) -> Result<Option<WorkingGroup>, DbErr> {
    working_group::Entity::find_by_id(id).one(connection).await
}

/// What is known of a body, in the shape in which it is formed.
pub async fn profile(
    connection: &impl ConnectionTrait,
    group: &WorkingGroup,
) -> Result<Profile, DbErr> {
    let seats = working_group::seats(connection, &[group.id]).await?;
    Ok(Profile {
        body: group.body,
        unit: group.unit,
        title: group.title.clone(),
        title_en: group.title_en.clone(),
        duty: group.duty.clone(),
        since: group.since,
        people: seats
            .into_iter()
            .map(|seat| (seat.person, seat.role))
            .collect(),
    })
}

/// Corrects a body. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    actor: &Actor,
    new: &Correcting,
) -> Result<Appended, CorrectGroupError> {
    let reader = book.db().reader();
    let group = find(reader, new.group)
        .await?
        .ok_or(CorrectGroupError::NoSuchGroup)?;
    if NOTE_CHARS_MAX < new.reason.chars().count() {
        return Err(CorrectGroupError::Reason);
    }
    let before = profile(reader, &group).await?;
    // Both what it says now and what it will say must be the actor's to plan.
    check(book, actor, &group.campaign, &before).await?;
    let act = match &new.profile {
        Some(profile) => {
            check(book, actor, &group.campaign, profile).await?;
            let mut act = entry_of(new.entry, CORRECTED, group.id, &group.campaign, profile);
            let changes = new.changes.iter();
            let changes =
                changes.map(|(field, old, new)| json!({ "field": field, "old": old, "new": new }));
            if let Some(details) = act.details.as_mut() {
                details["changes"] = changes.collect();
            }
            act
        }
        None => {
            let subject = Subject::new(SUBJECT, group.id);
            NewEntry::new(new.entry, WITHDRAWN, subject, group.unit, group.since)
        }
    };
    let act = act.because(new.reason.trim());
    let tx = book.db().begin().await?;
    if let Some(profile) = &new.profile {
        refuse_double(&tx, &group.campaign, group.id, profile).await?;
    }
    let appended = ledger::correct(&tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if group.head_entry != new.corrects {
            return Err(CorrectGroupError::AlreadyCorrected);
        }
        let now = new.profile.as_ref().unwrap_or(&before);
        let mut row = row(group.id, &group.campaign, now, new.entry);
        row.withdrawn = new.profile.is_none();
        row.into_active_model().reset_all().update(&tx).await?;
        write_people(&tx, group.id, &now.people).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaigns::working_group::{Body, Forming, Role, form, seats},
        world::{BUREAU, OFFICE, World, day, id, in_world},
    };
    use kernel::PersonId;

    fn publicity() -> Forming {
        Forming {
            entry: id(20),
            campaign: "study".into(),
            profile: Profile {
                body: Body::WorkingGroup,
                unit: OFFICE,
                title: "宣传组".into(),
                title_en: String::new(),
                duty: "宣传报道".into(),
                since: day("2021-03-03"),
                people: vec![(PersonId(101), Role::Head), (PersonId(102), Role::Member)],
            },
        }
    }

    fn correcting(entry: u128, profile: Option<Profile>) -> Correcting {
        Correcting {
            entry: id(entry),
            group: WorkingGroupId(id(20).0),
            corrects: id(20),
            reason: "分工调整".into(),
            profile,
            changes: Vec::new(),
        }
    }

    impl World<'_> {
        async fn correct(&self, new: &Correcting) -> Result<Appended, CorrectGroupError> {
            correct(self.book(), &self.clerk, new).await
        }
    }

    #[tokio::test]
    async fn a_corrected_body_counts_at_its_new_unit_and_has_its_new_people() {
        in_world(async |world| {
            form(world.book(), &world.clerk, &publicity())
                .await
                .unwrap();
            let mut profile = publicity().profile;
            profile.unit = BUREAU;
            profile.people = vec![(PersonId(103), Role::Head), (PersonId(101), Role::Deputy)];
            let new = correcting(21, Some(profile));
            world.correct(&new).await.unwrap();
            assert!(
                !world.correct(&new).await.unwrap().is_new(),
                "twice is once"
            );
            assert_eq!(world.count("working-groups").await, 1);
            let at = world.figure_at("working-groups", BUREAU).await;
            assert_eq!(at.quantity(), Some(1));
            let seats = seats(world.book().db().reader(), &[new.group])
                .await
                .unwrap();
            let people: Vec<_> = seats
                .iter()
                .map(|seat| (seat.person.0, seat.role))
                .collect();
            assert_eq!(people, [(103, Role::Head), (101, Role::Deputy)]);
            let stale = world.correct(&correcting(22, None)).await;
            assert!(
                matches!(stale, Err(CorrectGroupError::AlreadyCorrected)),
                "{stale:?}"
            );
        })
        .await;
    }

    #[tokio::test]
    async fn a_body_taken_back_counts_no_more() {
        in_world(async |world| {
            form(world.book(), &world.clerk, &publicity())
                .await
                .unwrap();
            let mut new = correcting(21, None);
            new.reason = String::new();
            let refused = world.correct(&new).await;
            assert!(
                matches!(refused, Err(CorrectGroupError::Reason)),
                "{refused:?}"
            );
            world.correct(&correcting(22, None)).await.unwrap();
            assert_eq!(world.count("working-groups").await, 0);
        })
        .await;
    }

    #[tokio::test]
    async fn nobody_sits_in_a_body_twice() {
        in_world(async |world| {
            let mut new = publicity();
            new.profile.people.push((PersonId(101), Role::Deputy));
            let refused = form(world.book(), &world.clerk, &new).await;
            assert!(
                matches!(refused, Err(FormError::PersonTwice)),
                "{refused:?}"
            );
        })
        .await;
    }
}
