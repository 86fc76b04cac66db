//! Taking in what was sent: looked at, cleaned, kept, and noted as sent by whom.
use crate::{
    Kind, Refusal,
    clean::{self, Cleaned},
    file::{self, File, FileId},
    folder::Folder,
    incoming::Incoming,
    name::tidied,
    store::{Sha256Hex, Store, StoreError},
};
use chrono::{DateTime, Utc};
use db::Db;
use kernel::PersonId;
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use std::{path::PathBuf, sync::Arc};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Pictures that are unpacked at the same time: each may take some hundred megabytes of memory.
const PICTURES_AT_ONCE: usize = 2;

/// The files of one installation. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    pub(crate) store: Arc<dyn Store>,
    pictures: Arc<Semaphore>,
}

#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    #[error("the file was refused: {0:?}")]
    Refused(Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Files {
    /// Kept in a local folder, which is made when the first file comes.
    pub fn in_folder(root: impl Into<PathBuf>) -> Files {
        Files::in_store(Arc::new(Folder::new(root.into())))
    }

    pub fn in_store(store: Arc<dyn Store>) -> Files {
        Files {
            store,
            pictures: Arc::new(Semaphore::new(PICTURES_AT_ONCE)),
        }
    }

    /// Takes a file in for `owner`. It belongs to no record until an act attaches it.
    pub async fn take(
        &self,
        db: &Db,
        owner: Option<PersonId>,
        now: DateTime<Utc>,
        incoming: Incoming,
    ) -> Result<File, TakeError> {
        let (name, bytes) = incoming.checked().map_err(TakeError::Refused)?;
        let kind = Kind::of(&bytes).ok_or(TakeError::Refused(Refusal::Kind))?;
        let (bytes, preview) = if kind.is_picture() {
            let cleaned = self.clean(kind, bytes).await?;
            (cleaned.bytes, Some(cleaned.preview))
        } else {
            (bytes, None)
        };
        let size_bytes = bytes.len() as i64;
        let sha256 = self.store.put(bytes, now).await?;
        let preview = match preview {
            Some(preview) => Some(self.store.put(preview, now).await?),
            None => None,
        };
        let file = File {
            id: FileId(Uuid::new_v4()),
            sha256: sha256.to_string(),
            name: tidied(&name, kind),
            kind: kind.code().to_owned(),
            size_bytes,
            preview: preview.map(|name| name.to_string()),
            owner,
            record_kind: None,
            record_id: None,
            position: 0,
            made_at: now,
        };
        let tx = db.begin().await?;
        file::Entity::insert(file.clone().into_active_model())
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await?;
        Ok(file)
    }

    pub async fn read(&self, file: &File) -> Result<Vec<u8>, StoreError> {
        self.content(&file.sha256).await
    }

    /// The small picture of a picture, as JPEG.
    pub async fn read_preview(&self, file: &File) -> Result<Option<Vec<u8>>, StoreError> {
        match &file.preview {
            Some(preview) => self.content(preview).await.map(Some),
            None => Ok(None),
        }
    }

    pub(crate) async fn content(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let name = Sha256Hex::parse(name)
            .ok_or_else(|| std::io::Error::other(format!("`{name}` names no content")))?;
        self.store.get(&name).await
    }

    async fn clean(&self, kind: Kind, bytes: Vec<u8>) -> Result<Cleaned, TakeError> {
        let turn = self.pictures.acquire().await;
        let cleaned = tokio::task::spawn_blocking(move || clean::picture(kind, &bytes)).await;
        drop(turn);
        cleaned
            // A decoder that panics has met a picture that is broken on purpose.
            .unwrap_or(Err(Refusal::Broken))
            .map_err(TakeError::Refused)
    }
}
