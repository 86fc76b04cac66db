//! Making a backup, while people work.
use super::{
    LEFT_OUT,
    archive::{self, FORMAT, Manifest, Part, VERSION},
    key_fingerprint,
};
use crate::{commands::Bar, outcome::refuse};
use anyhow::Context;
use db::{Snapshot, Table};
use files::StoreError;
use ledger::seal;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::{
    collections::BTreeSet,
    fs::File,
    path::{Path, PathBuf},
};
use tokio::sync::mpsc::{Sender, channel};
use web::App;

/// Rows handed over at once, and such handings over that may wait.
const ROWS: usize = 2_000;
const WAITING: usize = 8;

/// Writes everything into one file. Until it is whole it bears another name; a file that is there is never written over.
pub async fn backup(
    app: &App,
    path: &Path,
    sample: Option<String>,
    compress: bool,
    bar: &Bar,
) -> anyhow::Result<Manifest> {
    if path.exists() {
        return refuse(format!(
            "{0} 已经存在，不会覆盖。请换一个文件名。\n{0} is there already and is not written over. Choose another name.",
            path.display()
        ));
    }
    let aside = PathBuf::from(format!("{}.part", path.display()));
    let (parts, arriving) = channel(WAITING);
    let writing = {
        let aside = aside.clone();
        tokio::task::spawn_blocking(move || archive::write(&aside, compress, arriving))
    };
    let read = read_all(app, sample, &parts, bar).await;
    drop(parts);
    let written = writing.await.context("the backup's writer was ended")?;
    let whole = match (read, written) {
        // When the disk is full, the reader only sees that nobody takes any more.
        (Err(error), Ok(_)) | (Ok(_), Err(error)) | (Err(_), Err(error)) => Err(error),
        (Ok(()), Ok(manifest)) => Ok(manifest),
    };
    if whole.is_err() {
        let _ = std::fs::remove_file(&aside);
    }
    let manifest = whole?;
    std::fs::rename(&aside, path)?;
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(manifest)
}

async fn read_all(
    app: &App,
    sample: Option<String>,
    parts: &Sender<Part>,
    bar: &Bar,
) -> anyhow::Result<()> {
    let snapshot = Snapshot::begin(&app.db).await?;
    let tables = kept_tables(app, &snapshot).await?;
    let contents = files::contents(snapshot.connection()).await?;
    let mut all = contents.len() as u64;
    for table in &tables {
        all += snapshot.count(&table.name).await?;
    }
    bar.begin(all);
    let mut done = 0;
    for table in &tables {
        let columns = table.columns.iter().map(|column| column.name.clone());
        send(parts, Part::Table(table.name.clone(), columns.collect())).await?;
        bar.say(&table.name);
        let rows = snapshot.rows::<anyhow::Error>(table, ROWS, async |rows| {
            done += rows.len() as u64;
            bar.done(done);
            send(parts, Part::Rows(rows)).await
        });
        rows.await?;
    }
    let (mut names, mut missing) = (Vec::new(), Vec::new());
    for name in contents {
        match app.files.kept_content(&name).await {
            Ok(bytes) => {
                send(parts, Part::File(name.to_string(), bytes)).await?;
                names.push(name.to_string());
            }
            Err(StoreError::NotThere(_)) => missing.push(name.to_string()),
            Err(error) => return Err(error.into()),
        }
        done += 1;
        bar.done(done);
    }
    let connection = snapshot.connection();
    let first = seal::first(connection).await?;
    let latest = seal::latest(connection).await?;
    let manifest = Manifest {
        format: FORMAT.into(),
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").into(),
        made_at: app.clock.now().to_rfc3339(),
        database: match app.db.backend() {
            DbBackend::Postgres => "postgres".into(),
            _ => "sqlite".into(),
        },
        key: key_fingerprint(&app.keys),
        migrations: migrations(connection).await?,
        last_entry: last_entry(connection).await?,
        seal: first
            .zip(latest)
            .map(|(first, latest)| latest.printed(&first).to_string()),
        tables: Vec::new(),
        serials: snapshot.serials().await?,
        files: names,
        files_missing: missing,
        sample,
    };
    send(parts, Part::Manifest(Box::new(manifest))).await
}

/// All tables but those that are made anew from others.
async fn kept_tables(app: &App, snapshot: &Snapshot) -> anyhow::Result<Vec<Table>> {
    let derived = app.domains.iter().flat_map(|domain| &domain.derived);
    let out: BTreeSet<&str> = derived
        .map(|derived| derived.table)
        .chain(LEFT_OUT)
        .collect();
    let mut tables = snapshot.tables().await?;
    tables.retain(|table| !out.contains(&*table.name));
    Ok(tables)
}

async fn send(parts: &Sender<Part>, part: Part) -> anyhow::Result<()> {
    let sent = parts.send(part).await;
    sent.map_err(|_| anyhow::anyhow!("the backup cannot be written any further"))
}

async fn migrations(connection: &impl ConnectionTrait) -> anyhow::Result<Vec<String>> {
    let select = "SELECT name FROM schema_migration ORDER BY name";
    let select = Statement::from_string(connection.get_database_backend(), select);
    let rows = connection.query_all_raw(select).await?;
    let names: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
    Ok(names?)
}

/// The number of the last entry that this connection sees.
pub(super) async fn last_entry(connection: &impl ConnectionTrait) -> anyhow::Result<i64> {
    let last = ledger::entry::latest(connection, 1).await?;
    Ok(last.first().map_or(0, |entry| entry.seq))
}
