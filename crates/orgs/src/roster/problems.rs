//! The workbook handed back, with a column that says what is wrong in each row.
use super::{
    Changes, Draft, State, compare,
    import::{self, ImportId},
    read,
};
use crate::words::texts;
use axum::extract::State as Given;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use serde::Deserialize;
use sheets::{WriteError, with_problems};
use web::{App, Download, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/roster/imports/{import}/problems")]
pub struct ProblemsUrl {
    pub import: ImportId,
}

pub async fn download(
    url: ProblemsUrl,
    Given(app): Given<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let import = import::own(&app, &actor, url.import).await?;
    let options = import.options().map_err(WebError::internal)?;
    let bytes = import.file.ok_or(WebError::NotFound)?;
    let reader = app.db.reader();
    let state = State::load(reader, app.book.tree(reader).await?, app.keys.clone()).await?;
    let reach = actor.reach(Right::Roster);
    let again = move || {
        let draft = read(&bytes, &options).ok()?;
        let changes = compare(&draft, &state, &reach, &options);
        Some(marked(bytes, &draft, &changes, options.lang))
    };
    let bytes = tokio::task::spawn_blocking(again)
        .await
        .map_err(WebError::internal)?
        .ok_or(WebError::NotFound)?
        .map_err(WebError::internal)?;
    let name = import.file_name;
    let stem = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    Ok(Download::xlsx(
        texts(lang).import_problems_file(stem),
        bytes,
    ))
}

/// The workbook with a column of problems in each of its tables that has any.
pub fn marked(
    original: Vec<u8>,
    draft: &Draft,
    changes: &Changes,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let tables = [
        (&draft.unit_table, &changes.unit_problems),
        (&draft.people_table, &changes.people_problems),
    ];
    let mut bytes = original;
    for (table, problems) in tables {
        if let (Some(table), false) = (table, problems.is_empty()) {
            bytes = with_problems(&bytes, table, problems, lang)?;
        }
    }
    Ok(bytes)
}
