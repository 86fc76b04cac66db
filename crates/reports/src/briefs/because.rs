//! Who changed a record behind an issued number, and why.
use super::frozen::{Change, Since};
use crate::entries::names;
use kernel::PersonId;
use ledger::entry::Entry;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// A change with the acts that made it, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub change: Change,
    pub acts: Vec<Entry>,
}

/// The acts behind the changes since `mark`, and the names of whoever acted.
pub async fn explain(
    connection: &impl ConnectionTrait,
    since: Since,
    mark: i64,
) -> Result<(Vec<Explained>, HashMap<PersonId, String>), DbErr> {
    let seqs: Vec<i64> = since
        .changes
        .iter()
        .map(|change| change.record.entry.seq)
        .collect();
    let mut acts = ledger::touching::since(connection, &seqs, mark).await?;
    let explained: Vec<Explained> = since
        .changes
        .into_iter()
        .map(|change| Explained {
            acts: acts.remove(&change.record.entry.seq).unwrap_or_default(),
            change,
        })
        .collect();
    let acts = explained.iter().flat_map(|one| &one.acts);
    let people: Vec<PersonId> = acts.map(|act| act.actor).collect();
    let names = names(connection, people).await?;
    Ok((explained, names))
}
