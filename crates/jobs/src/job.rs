//! One piece of queued work, as kept and as shown.
use chrono::{DateTime, Utc};
use kernel::PersonId;
use sea_orm::entity::prelude::*;
use serde::de::DeserializeOwned;

kernel::uuid_id!(
    /// A job's id: its address while people watch it.
    JobId
);

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum JobState {
    /// For its time, for a worker, or for the next try.
    #[sea_orm(string_value = "waiting")]
    Waiting,
    #[sea_orm(string_value = "running")]
    Running,
    #[sea_orm(string_value = "done")]
    Done,
    /// Given up: refused by its handler, or tried [`crate::ATTEMPTS_MAX`] times.
    #[sea_orm(string_value = "failed")]
    Failed,
    #[sea_orm(string_value = "cancelled")]
    Cancelled,
}

impl JobState {
    pub fn has_ended(self) -> bool {
        matches!(
            self,
            JobState::Done | JobState::Failed | JobState::Cancelled
        )
    }
}

/// A row of the queue.
pub type Job = Model;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    /// Whose handler runs it, for instance `orgs.import_roster`.
    pub kind: String,
    /// Unique among the jobs of a kind: the same act enqueued twice is one job.
    pub key: String,
    pub payload: Json,
    /// Who wanted it and finds it under "mine".
    pub owner: Option<PersonId>,
    pub state: JobState,
    /// Not before this time.
    pub run_at: DateTime<Utc>,
    /// How often a worker has taken it.
    pub attempts: i32,
    pub leased_by: Option<Uuid>,
    pub leased_until: Option<DateTime<Utc>>,
    pub cancel_wanted: bool,
    /// What is done, out of `total` when that is known.
    pub done: i64,
    pub total: Option<i64>,
    /// A code for what is being done just now; whoever shows it has the words.
    pub stage: Option<String>,
    /// What came of it, in the handler's own shape; also why it was refused.
    pub result: Option<Json>,
    /// What went wrong last, for the operator.
    pub problem: Option<String>,
    pub made_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The payload in the shape in which it was enqueued.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        T::deserialize(&self.payload)
    }
}
