//! Contents as they are kept, for backups: read by their names, and brought back under them.
use crate::{Files, Sha256Hex, StoreError, file};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use std::collections::BTreeSet;

/// The contents of all files that this connection sees, each once.
pub async fn contents(connection: &impl ConnectionTrait) -> Result<BTreeSet<Sha256Hex>, DbErr> {
    let files = file::Entity::find().all(connection).await?;
    Ok(files.iter().flat_map(|file| file.contents()).collect())
}

impl Files {
    pub async fn kept_content(&self, name: &Sha256Hex) -> Result<Vec<u8>, StoreError> {
        self.store.get(name).await
    }

    /// Keeps a content. When this returns, it is on disk.
    pub async fn bring_back(
        &self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
    ) -> Result<Sha256Hex, StoreError> {
        self.store.put(bytes, now).await
    }
}
