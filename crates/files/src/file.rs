use crate::{Kind, store::Sha256Hex};
use chrono::{DateTime, Utc};
use kernel::PersonId;
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// A file that somebody sent. Random, so that it cannot be guessed.
    FileId
);

pub type File = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub sha256: String,
    /// The name it had where it came from, tidied.
    pub name: String,
    /// Code of a [`Kind`].
    pub kind: String,
    pub size_bytes: i64,
    /// The content of its small picture, if it is a picture.
    pub preview: Option<String>,
    /// Who sent it; nobody known for strangers.
    pub owner: Option<PersonId>,
    /// The record it belongs to, as in the book's subjects; none while it is only sent.
    pub record_kind: Option<String>,
    pub record_id: Option<String>,
    /// Its place among the files of its record, from 0.
    pub position: i32,
    pub made_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn kind(&self) -> Kind {
        // Only kinds are written; what a later version wrote is handed out as it came.
        Kind::from_code(&self.kind).unwrap_or(Kind::Text)
    }

    pub(crate) fn contents(&self) -> impl Iterator<Item = Sha256Hex> + use<> {
        let names = [Some(&self.sha256), self.preview.as_ref()];
        let names: Vec<Sha256Hex> = names
            .into_iter()
            .flatten()
            .filter_map(|name| Sha256Hex::parse(name))
            .collect();
        names.into_iter()
    }
}
