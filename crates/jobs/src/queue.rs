//! Putting jobs into the queue and looking at them.
use crate::job::{self, Job, JobId, JobState};
use chrono::{DateTime, Utc};
use db::{Db, Tx};
use kernel::PersonId;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;

/// Most jobs that are listed for one person.
const LISTED_MAX: u64 = 50;

/// A job to be enqueued.
#[derive(Debug, Clone)]
pub struct NewJob {
    pub kind: &'static str,
    /// For instance the entry id of the act: enqueued again, it is the same job.
    pub key: String,
    pub payload: Value,
    pub owner: Option<PersonId>,
    pub made_at: DateTime<Utc>,
    /// Not before this time.
    pub run_at: DateTime<Utc>,
}

impl NewJob {
    /// A job to run as soon as a worker is free.
    pub fn new(
        kind: &'static str,
        key: impl ToString,
        payload: Value,
        now: DateTime<Utc>,
    ) -> NewJob {
        NewJob {
            kind,
            key: key.to_string(),
            payload,
            owner: None,
            made_at: now,
            run_at: now,
        }
    }

    /// Not before `run_at`.
    pub fn at(self, run_at: DateTime<Utc>) -> NewJob {
        NewJob { run_at, ..self }
    }

    /// To be found under "mine" by this person.
    pub fn owned_by(self, owner: PersonId) -> NewJob {
        NewJob {
            owner: Some(owner),
            ..self
        }
    }
}

/// Enqueues a job as part of the act that `tx` is; of two with the same kind and key there is one.
pub async fn enqueue(tx: &Tx, new: NewJob) -> Result<JobId, DbErr> {
    let id = JobId(uuid::Uuid::now_v7());
    let row = job::ActiveModel {
        id: Set(id),
        kind: Set(new.kind.to_owned()),
        key: Set(new.key.clone()),
        payload: Set(new.payload),
        owner: Set(new.owner),
        state: Set(JobState::Waiting),
        run_at: Set(new.run_at),
        attempts: Set(0),
        leased_by: Set(None),
        leased_until: Set(None),
        cancel_wanted: Set(false),
        done: Set(0),
        total: Set(None),
        stage: Set(None),
        result: Set(None),
        problem: Set(None),
        made_at: Set(new.made_at),
        ended_at: Set(None),
    };
    let there_already = OnConflict::columns([job::Column::Kind, job::Column::Key])
        .do_nothing()
        .to_owned();
    let added = job::Entity::insert(row)
        .on_conflict(there_already)
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    if matches!(added, sea_orm::TryInsertResult::Inserted(rows) if 0 < rows) {
        return Ok(id);
    }
    let old = job::Entity::find()
        .filter(job::Column::Kind.eq(new.kind))
        .filter(job::Column::Key.eq(new.key))
        .one(tx)
        .await?;
    old.map(|job| job.id)
        .ok_or_else(|| DbErr::RecordNotFound("the job that was in the way".to_owned()))
}

pub async fn find(db: &Db, id: JobId) -> Result<Option<Job>, DbErr> {
    job::Entity::find_by_id(id).one(db.reader()).await
}

/// A person's jobs, newest first; those that ended before `since` are left out.
pub async fn of_owner(db: &Db, owner: PersonId, since: DateTime<Utc>) -> Result<Vec<Job>, DbErr> {
    job::Entity::find()
        .filter(job::Column::Owner.eq(owner))
        .filter(
            job::Column::EndedAt
                .is_null()
                .or(job::Column::EndedAt.gte(since)),
        )
        .order_by_desc(job::Column::MadeAt)
        .order_by_desc(job::Column::Id)
        .limit(LISTED_MAX)
        .all(db.reader())
        .await
}

/// Takes a waiting job out, and asks a running one to stop at its next step. Ended jobs stay as they are.
pub async fn cancel(tx: &Tx, id: JobId, now: DateTime<Utc>) -> Result<(), DbErr> {
    job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(JobState::Cancelled))
        .col_expr(job::Column::EndedAt, Expr::value(now))
        .filter(job::Column::Id.eq(id))
        .filter(job::Column::State.eq(JobState::Waiting))
        .exec(tx)
        .await?;
    job::Entity::update_many()
        .col_expr(job::Column::CancelWanted, Expr::value(true))
        .filter(job::Column::Id.eq(id))
        .filter(job::Column::State.eq(JobState::Running))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets jobs that ended before `before`. Returns how many.
pub async fn purge(tx: &Tx, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = job::Entity::delete_many()
        .filter(job::Column::EndedAt.lt(before))
        .exec(tx)
        .await?;
    Ok(gone.rows_affected)
}
