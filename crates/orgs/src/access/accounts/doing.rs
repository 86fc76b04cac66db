use super::{AccountError, SUBJECT};
use crate::access::log_in;
use kernel::{Actor, EntryId, PersonId, Right, Scope, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{Appended, Book, NewEntry, Subject, append};
use sea_orm::{ConnectionTrait, EntityTrait};

/// Somebody changes an account: who, under which id, and why.
#[derive(Clone, Copy)]
pub struct Doing<'a> {
    pub book: &'a Book,
    pub actor: &'a Actor,
    /// From the form, so that the same act sent twice is done once.
    pub entry: EntryId,
    pub reason: &'a str,
}

impl Doing<'_> {
    pub(super) fn check_reason(&self) -> Result<(), AccountError> {
        let chars = self.reason.trim().chars().count();
        if (1..=NOTE_CHARS_MAX).contains(&chars) {
            Ok(())
        } else {
            Err(AccountError::Reason)
        }
    }

    /// Refuses accounts of units that the actor's right does not reach.
    pub(super) async fn check_unit(&self, unit: UnitId) -> Result<(), AccountError> {
        let tree = self.book.tree(self.book.db().reader()).await?;
        let reach = self.actor.reach(Right::Accounts);
        if tree.reaches(&reach, unit, self.book.clock().today()) {
            Ok(())
        } else {
            Err(AccountError::OutOfReach)
        }
    }

    /// Nobody grants further than they reach.
    pub(super) async fn check_scope(&self, scope: Scope) -> Result<(), AccountError> {
        let tree = self.book.tree(self.book.db().reader()).await?;
        let day = self.book.clock().today();
        let reaches_far_enough = match (self.actor.reach(Right::Accounts), scope) {
            (kernel::Reach::All, _) => true,
            (_, Scope::All) => false,
            (reach, Scope::Unit(unit)) => tree.reaches(&reach, unit, day),
            (kernel::Reach::Some { below, .. }, Scope::Below(unit)) => {
                let only = Vec::new();
                tree.reaches(&kernel::Reach::Some { below, only }, unit, day)
            }
        };
        if reaches_far_enough {
            Ok(())
        } else {
            Err(AccountError::OutOfReach)
        }
    }

    pub(super) fn check_not_oneself(&self, person: PersonId) -> Result<(), AccountError> {
        if person == self.actor.person {
            Err(AccountError::Oneself)
        } else {
            Ok(())
        }
    }

    pub(super) async fn account(
        &self,
        connection: &impl ConnectionTrait,
        person: PersonId,
    ) -> Result<log_in::Model, AccountError> {
        log_in::Entity::find_by_id(person)
            .one(connection)
            .await?
            .ok_or_else(|| AccountError::NoSuchAccount(person.to_string()))
    }

    pub(super) async fn write(
        &self,
        tx: &db::Tx,
        kind: &'static str,
        person: PersonId,
        unit: UnitId,
        details: Option<serde_json::Value>,
    ) -> Result<Appended, AccountError> {
        let subject = Subject::new(SUBJECT, person);
        let day = self.book.clock().today();
        let mut entry =
            NewEntry::new(self.entry, kind, subject, unit, day).because(self.reason.trim());
        entry.details = details;
        Ok(append(tx, self.book, self.actor, &entry).await?)
    }
}
