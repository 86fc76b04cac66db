//! Bringing a backup back into an empty place.
use super::{
    archive::{Archive, Manifest, Unreadable},
    key_fingerprint,
    place::unfinished,
};
use crate::{
    args::Place,
    commands::{Bar, sample::SAMPLE_FILE},
    domains::domains,
    open,
    outcome::refuse,
};
use anyhow::Context;
use db::{Cell, Db, FillError, Filling, Keys};
use files::Files;
use kernel::{Clock, SystemClock};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};
use tokio::sync::mpsc::channel;

const ROWS: usize = 2_000;
const WAITING: usize = 8;

/// Where the key comes from that opens what is sealed.
#[derive(Debug, Clone)]
pub enum KeyChoice {
    /// From this file, or the one that is in the place already.
    File(Option<PathBuf>),
    /// It is lost: what is sealed stays closed for good.
    Lost,
}

/// Brings a backup back. Refused where anything is; what was cut off before is begun anew.
pub async fn restore(
    path: &Path,
    place: &Place,
    key: &KeyChoice,
    bar: &Bar,
) -> anyhow::Result<Manifest> {
    let archive = opened(path)?;
    let manifest = archive.manifest.clone();
    require_empty(place)?;
    bring_key(place, key, &manifest)?;
    // A database on a server is marked itself.
    let marker = place.database.is_none().then(|| unfinished(place));
    if let Some(marker) = &marker {
        fs::write(marker, path.display().to_string())?;
        sync_folder(&place.data)?;
    }
    let filled = fill(archive, place, bar).await;
    if let (Ok(()), Some(sample)) = (&filled, &manifest.sample) {
        fs::write(place.data.join(SAMPLE_FILE), sample)?;
    }
    if let Some(marker) = &marker {
        fs::remove_file(marker)?;
        sync_folder(&place.data)?;
    }
    match filled {
        Ok(()) => Ok(manifest),
        Err(error) => Err(said(error, path)),
    }
}

fn opened(path: &Path) -> anyhow::Result<Archive> {
    Archive::open(path).map_err(|error| said(error.into(), path))
}

/// Errors that whoever asked can mend, in their sentences.
fn said(error: anyhow::Error, path: &Path) -> anyhow::Error {
    let file = path.display();
    let sentence = match (
        error.downcast_ref::<Unreadable>(),
        error.downcast_ref::<FillError>(),
    ) {
        (Some(Unreadable::Open(source)), _) => format!(
            "打不开 {file}：{source}。请核对文件名。\nCannot open {file}: {source}. Check its name."
        ),
        (Some(Unreadable::CutOff), _) => format!(
            "{file} 不是备份，或没有写完就断了（末尾缺少目录）。请换一份完整的备份；现在什么也没有改变。\n\
             {file} is no backup, or was cut off: the list at its end is missing. Take another one; nothing was changed."
        ),
        (Some(Unreadable::NoBackup), _) => format!(
            "{file} 不是落地的备份。请选用 luodi backup 写出的文件。\n{file} is no backup of Luodi. Take a file that luodi backup wrote."
        ),
        (Some(Unreadable::Version(version)), _) => format!(
            "{file} 是第 {version} 版格式，由更新的程序写出。请先升级程序。\n{file} has format {version}, of a newer program. Update this one first."
        ),
        (Some(Unreadable::Damaged(part)), _) => format!(
            "{file} 中的 {part} 已损坏，与备份时不符。请换一份备份；恢复已放弃。\n\
             {part} in {file} is damaged: it is not what was kept. Take another backup; this one was given up."
        ),
        (_, Some(FillError::Newer(name))) => format!(
            "{file} 由更新的程序写出（{name}）。请先升级程序。\n{file} was made by a newer program ({name}). Update this one first."
        ),
        (_, Some(FillError::NotEmpty(tables))) => format!(
            "目标数据库里已有 {tables} 张表。只能恢复到空的数据库，请换一个；现在什么也没有改变。\n\
             The database has {tables} tables already. Bring it back into an empty one; nothing was changed."
        ),
        _ => return error,
    };
    crate::outcome::Refused(sentence).into()
}

fn require_empty(place: &Place) -> anyhow::Result<()> {
    fs::create_dir_all(&place.data)
        .with_context(|| format!("cannot make the folder {}", place.data.display()))?;
    if place.database.is_none() && place.database_file().exists() {
        return refuse(format!(
            "{0} 已经有数据。只能恢复到空文件夹，请换一个，或先把它移走；现在什么也没有改变。\n\
             {0} is in use. Bring the backup back into an empty folder, or move this one away first; nothing was changed.",
            place.data.display()
        ));
    }
    Ok(())
}

/// The key that opens what is sealed in the backup is in the place afterwards, or nothing is done.
fn bring_key(place: &Place, key: &KeyChoice, manifest: &Manifest) -> anyhow::Result<()> {
    let own = place.data.join(open::KEY_FILE);
    let fits = |keys: &Keys| key_fingerprint(keys) == manifest.key;
    if matches!(key, KeyChoice::Lost) {
        Keys::load_or_make(&own)?;
        return Ok(());
    }
    if own.exists() {
        if fits(&Keys::load_or_make(&own)?) {
            return Ok(());
        }
    } else if let KeyChoice::File(Some(file)) = key {
        let keys = Keys::load(file)?;
        if fits(&keys) {
            return Ok(keys.save(&own)?);
        }
    }
    refuse(format!(
        "备份里的个人敏感信息是用另一把密钥封存的（密钥指纹 {0}）。请把原来的 luodi.key 放进 {1}，或用 --key 指明；\
         如果密钥确已遗失，可加 --without-key，封存的内容将再也打不开。现在什么也没有改变。\n\
         What is sealed in this backup needs the key with the fingerprint {0}. Put the old luodi.key into {1}, or name it with --key; \
         if it is lost, add --without-key, and what is sealed will never open again. Nothing was changed.",
        manifest.key,
        place.data.display()
    ))
}

async fn fill(archive: Archive, place: &Place, bar: &Bar) -> anyhow::Result<()> {
    let archive = bring_files(archive, &place.files(), bar).await?;
    if let Some(url) = &place.database {
        return fill_database(archive, url, bar).await;
    }
    let aside = PathBuf::from(format!("{}.restoring", place.database_file().display()));
    clear(&aside)?;
    let filled = fill_database(archive, &format!("sqlite:{}", aside.display()), bar).await;
    if filled.is_err() {
        clear(&aside)?;
        return filled;
    }
    File::open(&aside)?.sync_all()?;
    fs::rename(&aside, place.database_file())?;
    sync_folder(&place.data)
}

fn clear(aside: &Path) -> anyhow::Result<()> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let left = PathBuf::from(format!("{}{ending}", aside.display()));
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    Ok(())
}

/// Contents bear their hashes for names: those that are there already are the same.
async fn bring_files(archive: Archive, files: &Files, bar: &Bar) -> anyhow::Result<Archive> {
    let names = archive.manifest.files.clone();
    let rows: u64 = archive.manifest.tables.iter().map(|table| table.rows).sum();
    bar.begin(rows + names.len() as u64);
    let mut archive = archive;
    for (done, name) in names.into_iter().enumerate() {
        let read = tokio::task::spawn_blocking(move || {
            let bytes = archive.file(&name);
            (archive, bytes)
        });
        let (back, bytes) = read.await?;
        archive = back;
        files.bring_back(bytes?, SystemClock.now()).await?;
        bar.done(done as u64 + 1);
    }
    Ok(archive)
}

async fn fill_database(mut archive: Archive, url: &str, bar: &Bar) -> anyhow::Result<()> {
    let domains = domains();
    let migrations = web::migrations(&domains);
    let manifest = archive.manifest.clone();
    let mut filling = Filling::begin(url, &migrations, &manifest.migrations).await?;
    let mut done = manifest.files.len() as u64;
    for table in &manifest.tables {
        bar.say(&table.name);
        let (rows, mut arriving) = channel::<Vec<Vec<Cell>>>(WAITING);
        let of = table.clone();
        let counted = bar.clone();
        let reading = tokio::task::spawn_blocking(move || {
            let mut read = done;
            let result = archive.rows(&of, ROWS, |some| {
                read += some.len() as u64;
                counted.done(read);
                rows.blocking_send(some).is_ok()
            });
            (archive, result)
        });
        let written = filling
            .fill(&table.name, &table.columns, &mut arriving)
            .await;
        drop(arriving);
        let (back, read) = reading.await?;
        archive = back;
        read?;
        let written = written?;
        if written != table.rows {
            anyhow::bail!(
                "{} of {} rows of {} were written",
                written,
                table.rows,
                table.name
            );
        }
        done += table.rows;
    }
    bar.say("");
    let derive = async |db: &Db| {
        for derived in domains.iter().flat_map(|domain| &domain.derived) {
            derived.fill(db).await?;
        }
        Ok(())
    };
    Ok(filling
        .finish(&manifest.serials, &migrations, derive)
        .await?)
}

fn sync_folder(folder: &Path) -> anyhow::Result<()> {
    Ok(File::open(folder)?.sync_all()?)
}
