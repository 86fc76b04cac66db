//! An import on its way: the workbook as it was sent, what it would do, what it did.
use super::{Applied, ImportOptions, Preview};
use crate::words::texts;
use chrono::{DateTime, TimeDelta, Utc};
use db::Tx;
use jobs::JobId;
use kernel::{Actor, Lang, PersonId, Right};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};
use serde::{Deserialize, Serialize};
use web::{App, Todo, WebError};

kernel::uuid_id!(
    /// The id of the form that sent the workbook: sent twice, it is one import.
    ImportId
);

/// How long a workbook that nobody applied is kept, in days. It holds telephone numbers in clear.
pub const FILE_KEPT_DAYS: i64 = 7;
/// Imports listed for one person.
const LISTED_MAX: u64 = 20;

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ImportState {
    /// To be read and compared by a job.
    #[sea_orm(string_value = "reading")]
    Reading,
    /// No table of units or people was found in it.
    #[sea_orm(string_value = "unreadable")]
    Unreadable,
    /// Compared; to be looked at.
    #[sea_orm(string_value = "previewed")]
    Previewed,
    #[sea_orm(string_value = "applied")]
    Applied,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub person_id: PersonId,
    pub file_name: String,
    /// Gone once it is applied, or after [`FILE_KEPT_DAYS`].
    pub file: Option<Vec<u8>>,
    /// [`ImportOptions`] as JSON.
    pub options: String,
    pub state: ImportState,
    /// [`Outcome`] as JSON.
    pub result: Option<String>,
    /// The job that reads or applies it just now, or did so last.
    pub job_id: Option<JobId>,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// What came of an import so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Why the file cannot be read, in words.
    Unreadable(String),
    Preview {
        preview: Box<Preview>,
        /// It was to be applied, but the roster had changed since it was looked at.
        roster_changed: bool,
    },
    Applied(Applied),
}

impl Outcome {
    pub fn state(&self) -> ImportState {
        match self {
            Outcome::Unreadable(_) => ImportState::Unreadable,
            Outcome::Preview { .. } => ImportState::Previewed,
            Outcome::Applied(_) => ImportState::Applied,
        }
    }
}

impl Model {
    pub fn options(&self) -> Result<ImportOptions, serde_json::Error> {
        serde_json::from_str(&self.options)
    }

    pub fn outcome(&self) -> Result<Option<Outcome>, serde_json::Error> {
        self.result.as_deref().map(serde_json::from_str).transpose()
    }

    /// When it was sent, in the product's time zone.
    pub fn made(&self) -> String {
        let made_at = self.made_at.with_timezone(&kernel::zone());
        made_at.format("%Y-%m-%d %H:%M").to_string()
    }
}

/// An import of this person's own.
pub async fn own(app: &App, actor: &Actor, id: ImportId) -> Result<Model, WebError> {
    Entity::find_by_id(id)
        .one(app.db.reader())
        .await?
        .filter(|import| import.person_id == actor.person)
        .ok_or(WebError::NotFound)
}

/// One of a person's imports, without its workbook.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Listed {
    pub id: ImportId,
    pub file_name: String,
    pub state: ImportState,
    pub result: Option<String>,
    pub made_at: DateTimeUtc,
}

/// The newest imports of this person, newest first.
pub async fn recent(app: &App, person: PersonId) -> Result<Vec<Listed>, DbErr> {
    Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::FileName,
            Column::State,
            Column::Result,
            Column::MadeAt,
        ])
        .filter(Column::PersonId.eq(person))
        .order_by_desc(Column::MadeAt)
        .limit(LISTED_MAX)
        .into_model()
        .all(app.db.reader())
        .await
}

/// Notes what came of an import; an applied one gives up its workbook.
pub async fn settle(tx: &Tx, id: ImportId, outcome: &Outcome) -> Result<(), DbErr> {
    let result = serde_json::to_string(outcome).map_err(|error| DbErr::Json(error.to_string()))?;
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(outcome.state()))
        .col_expr(Column::Result, Expr::value(result))
        .filter(Column::Id.eq(id))
        // What was done stays done, whatever a late job has to say.
        .filter(Column::State.ne(ImportState::Applied));
    if matches!(outcome, Outcome::Applied(_)) {
        update = update.col_expr(Column::File, Expr::value(Option::<Vec<u8>>::None));
    }
    update.exec(tx).await?;
    Ok(())
}

/// Removes workbooks that nobody applied in time.
pub async fn purge(tx: &Tx, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::File, Expr::value(Option::<Vec<u8>>::None))
        .filter(Column::File.is_not_null())
        .filter(Column::MadeAt.lt(now - TimeDelta::days(FILE_KEPT_DAYS)))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) async fn todos(app: App, actor: Actor, lang: Lang) -> Result<Vec<Todo>, WebError> {
    if !actor.has(Right::Roster) {
        return Ok(Vec::new());
    }
    let t = texts(lang);
    let oldest = app.clock.now() - TimeDelta::days(FILE_KEPT_DAYS);
    let waiting = recent(&app, actor.person).await?.into_iter();
    let waiting =
        waiting.filter(|import| import.state == ImportState::Previewed && oldest <= import.made_at);
    Ok(waiting
        .filter_map(|import| {
            let Ok(Outcome::Preview { preview, .. }) =
                serde_json::from_str(import.result.as_deref()?)
            else {
                return None;
            };
            preview.has_changes().then(|| Todo {
                title: t.import_todo(&import.file_name),
                detail: t.import_todo_detail(preview.changes(), preview.errors),
                due: None,
                href: super::shown::ImportUrl { import: import.id }.to_string(),
                kind: t.import_todo_kind(),
            })
        })
        .collect())
}
