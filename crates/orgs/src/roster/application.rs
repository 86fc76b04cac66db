//! "Import": what was looked at is done, all of it or nothing.
use super::{
    Applied, ApplyError, Counts, Preview, apply_in,
    import::{self, ImportId, ImportState, Outcome},
    previewing::{self, Payload},
    shown::ImportUrl,
};
use crate::words::texts;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use jobs::{Job, JobError, JobResult, NewJob, Progress, enqueue};
use kernel::{Actor, Bilingual, EntryId, Lang, Right};
use ledger::tree::TreeError;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;
use serde_json::json;
use web::{App, JobKind, JobOutcome, JobUrl, WebError};

/// The kind of the job that applies an import.
pub const APPLY: &str = "orgs.roster.apply";

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/roster/imports/{import}/application")]
pub struct ApplicationUrl {
    pub import: ImportId,
}

#[derive(Deserialize)]
pub struct Input {
    /// Made when the page was drawn: pressed twice, it is one job.
    entry: EntryId,
}

pub async fn submit(
    url: ApplicationUrl,
    State(app): State<App>,
    actor: Actor,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let import = import::own(&app, &actor, url.import).await?;
    let there = ImportUrl { import: import.id };
    let outcome = import.outcome().map_err(WebError::internal)?;
    let can_be_applied = matches!(
        &outcome,
        Some(Outcome::Preview { preview, .. }) if preview.can_be_applied()
    );
    if !can_be_applied || import.file.is_none() {
        // Done already, or never to be done: its own page says which.
        return Ok(Redirect::to(&there.to_string()).into_response());
    }
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let payload = json!({ "import": import.id });
    let job = NewJob::new(APPLY, input.entry, payload, now).owned_by(actor.person);
    let job = enqueue(&tx, job).await?;
    import::Entity::update_many()
        .col_expr(import::Column::JobId, Expr::value(job))
        .filter(import::Column::Id.eq(import.id))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(Redirect::to(&JobUrl { job }.to_string()).into_response())
}

pub(super) fn job() -> JobKind {
    JobKind::new(APPLY, Bilingual::new("导入名册", "Importing a roster"), run)
        .stages(|lang, stage| match stage {
            "writing" => texts(lang).import_stage_writing(),
            _ => texts(lang).import_stage_reading(),
        })
        .outcomes(outcome)
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let t = texts(lang);
    let Ok(payload) = job.payload::<Payload>() else {
        return JobOutcome::default();
    };
    let applied: Option<Applied> = job
        .result
        .as_ref()
        .and_then(|result| serde_json::from_value(result["applied"].clone()).ok());
    JobOutcome {
        text: match applied {
            Some(applied) => applied.in_words(lang),
            None => t.import_refused(),
        },
        href: ImportUrl {
            import: payload.import,
        }
        .to_string(),
    }
}

impl Applied {
    pub(super) fn in_words(self, lang: Lang) -> String {
        texts(lang).import_applied(
            self.units_added,
            self.units_changed,
            self.people_added,
            self.people_changed,
        )
    }

    /// Whether this is just what the preview had promised.
    fn is_as_previewed(self, preview: &Preview) -> bool {
        let promised = |counts: Counts| (counts.added, counts.changed);
        (self.units_added, self.units_changed) == promised(preview.units)
            && (self.people_added, self.people_changed) == promised(preview.people)
    }
}

async fn run(app: App, job: Job, progress: Progress) -> JobResult {
    let id = job.payload::<Payload>()?.import;
    let done = |applied: Applied| Ok(json!({ "applied": applied }));
    let refused = || Err(JobError::Refused(json!({ "import": id })));
    let Some(import) = import::Entity::find_by_id(id).one(app.db.reader()).await? else {
        return refused();
    };
    let options = import.options()?;
    let promised = match import.outcome()? {
        Some(Outcome::Applied(applied)) => return done(applied),
        Some(Outcome::Preview { preview, .. }) => preview,
        _ => return refused(),
    };
    let actor = app.doorkeeper.actor(&app, import.person_id).await;
    let (Some(actor), Some(bytes)) = (actor.map_err(JobError::failed)?, import.file) else {
        return refused();
    };
    let Ok(draft) = previewing::draft_watched(bytes, options, &progress).await? else {
        return refused();
    };

    progress.stage("writing", Some(promised.changes()));
    let tx = app.db.begin().await?;
    // Whoever ran this job before may have done it and died before saying so.
    let now = import::Entity::find_by_id(id).one(&tx).await?;
    if let Some(now) = now.filter(|import| import.state == ImportState::Applied)
        && let Some(Outcome::Applied(applied)) = now.outcome()?
    {
        return done(applied);
    }
    let tell = |rows, _| progress.done(rows);
    let applied = apply_in(
        &tx, &app.book, &app.keys, &actor, id.0, &draft, &options, tell,
    )
    .await;
    match applied {
        Ok(applied) if applied.is_as_previewed(&promised) => {
            import::settle(&tx, id, &Outcome::Applied(applied)).await?;
            progress.commits()?;
            tx.commit().await?;
            done(applied)
        }
        // Looking again would not help.
        Err(error @ ApplyError::Tree(TreeError::PeriodClosed(_))) => Err(JobError::failed(error)),
        Ok(_) | Err(ApplyError::HasErrors(_) | ApplyError::Tree(_)) => {
            drop(tx);
            let reach = actor.reach(Right::Roster);
            let preview = previewing::compared(&app, draft, reach, options).await;
            let outcome = Outcome::Preview {
                preview: Box::new(preview.map_err(JobError::failed)?),
                roster_changed: true,
            };
            let tx = app.db.begin().await?;
            import::settle(&tx, id, &outcome).await?;
            tx.commit().await?;
            refused()
        }
        Err(error) => Err(JobError::failed(error)),
    }
}
