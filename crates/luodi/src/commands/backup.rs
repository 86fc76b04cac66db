//! `luodi backup`, `luodi restore`, `luodi move`.
use super::{Bar, doctor, sample, verify};
use crate::{
    args::{Move, Place, Restore},
    keep::{self, KeyChoice, Lock, Manifest},
    open,
    outcome::refuse,
};
use kernel::Lang;
use ledger::seal::Wanted;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

pub async fn backup(place: &Place, file: &Path) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let bar = Bar::new("backup");
    let made = keep::backup(&app, file, sample::text(place)?, true, &bar).await;
    bar.end();
    let manifest = made?;
    let (rows, files) = (rows(&manifest), manifest.files.len());
    let (tables, key) = (manifest.tables.len(), &manifest.key);
    let name = file.display();
    match place.lang {
        Lang::Zh => println!(
            "已备份到 {name}：{tables} 张表 {rows} 行，{files} 个附件。\n密钥文件 luodi.key（指纹 {key}）不在备份里，请另行妥善保管：没有它，封存的个人信息打不开。"
        ),
        Lang::En => println!(
            "Kept in {name}: {tables} tables with {rows} rows, {files} files.\nThe key file luodi.key (fingerprint {key}) is not in it: keep it elsewhere. Without it, sealed personal data does not open."
        ),
    }
    for missing in &manifest.files_missing {
        match place.lang {
            Lang::Zh => println!("  附件内容原本就已缺失：{missing}"),
            Lang::En => println!("  The content of this file was missing already: {missing}"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn rows(manifest: &Manifest) -> u64 {
    manifest.tables.iter().map(|table| table.rows).sum()
}

pub async fn restore(place: &Place, asked: &Restore) -> anyhow::Result<ExitCode> {
    let key = match asked.without_key {
        true => KeyChoice::Lost,
        false => KeyChoice::File(asked.key.clone()),
    };
    let lock = Lock::alone(place)?;
    let bar = Bar::new("restore");
    let restored = keep::restore(&asked.file, place, &key, &bar).await;
    bar.end();
    let manifest = restored?;
    drop(lock);
    let (rows, files) = (rows(&manifest), manifest.files.len());
    let made_at = here(&manifest.made_at);
    match place.lang {
        Lang::Zh => println!("已恢复：{rows} 行，{files} 个附件，截至 {made_at}。"),
        Lang::En => println!("Brought back: {rows} rows, {files} files, as of {made_at}."),
    }
    proved(place).await
}

/// A moment as people here read it, to the minute; what is none is shown as it stands.
fn here(moment: &str) -> String {
    let read = chrono::DateTime::parse_from_rfc3339(moment);
    read.map_or_else(
        |_| moment.to_owned(),
        |moment| {
            let moment = moment.with_timezone(&kernel::zone());
            moment.format("%Y-%m-%d %H:%M").to_string()
        },
    )
}

/// What is brought back is counted and verified at once.
async fn proved(place: &Place) -> anyhow::Result<ExitCode> {
    let counted = doctor::run(place, false).await?;
    if counted != ExitCode::SUCCESS {
        return Ok(counted);
    }
    let app = open::existing(place).await?;
    let code = verify::book(&app, place.lang, Wanted::All, false).await?;
    app.db.clone().close().await?;
    Ok(code)
}

/// Moves to another database or another folder: the way of a backup, without its file staying.
pub async fn move_to(place: &Place, asked: &Move) -> anyhow::Result<ExitCode> {
    let to = Place {
        data: asked.to_data.clone().unwrap_or_else(|| place.data.clone()),
        database: asked.to_database.clone(),
        lang: place.lang,
    };
    if to.data == place.data && to.database == place.database {
        return refuse(
            "目标与现在的位置相同。请用 --to-database 或 --to-data 指明新位置。\nThat is where it is. Say the new place with --to-database or --to-data.",
        );
    }
    let lock = Lock::alone(place)?;
    let other = match to.data == place.data {
        true => None,
        false => Some(Lock::alone(&to)?),
    };
    let app = open::existing(place).await?;
    let through = to.data.join("move.luodi");
    if through.exists() {
        std::fs::remove_file(&through)?;
    }
    let moved = through_file(&app, place, &to, &through).await;
    let _ = std::fs::remove_file(&through);
    moved?;
    let was = match &place.database {
        None if to.data == place.data => {
            // The old file would be found again by whoever starts without the new address.
            app.db.clone().close().await?;
            let kept = PathBuf::from(format!("{}.moved", place.database_file().display()));
            std::fs::rename(place.database_file(), &kept)?;
            kept.display().to_string()
        }
        None => place.data.display().to_string(),
        Some(_) => "PostgreSQL".to_owned(),
    };
    drop((lock, other));
    match place.lang {
        Lang::Zh => {
            println!("已搬迁。原来的数据仍在 {was}，确认无误后可自行删除；今后请只用新位置启动。")
        }
        Lang::En => println!(
            "Moved. What was there before is still in {was}; delete it when you are sure, and start from the new place only."
        ),
    }
    proved(&to).await
}

async fn through_file(
    app: &web::App,
    place: &Place,
    to: &Place,
    through: &Path,
) -> anyhow::Result<()> {
    let bar = Bar::new("move 1/2");
    let kept = keep::backup(app, through, sample::text(place)?, false, &bar).await;
    bar.end();
    let before = kept?.last_entry;
    let key = KeyChoice::File(Some(place.data.join(open::KEY_FILE)));
    let bar = Bar::new("move 2/2");
    let restored = keep::restore(through, to, &key, &bar).await;
    bar.end();
    restored?;
    let now = ledger::entry::latest(app.db.reader(), 1).await?;
    let now = now.first().map_or(0, |entry| entry.seq);
    if now != before {
        return refuse(format!(
            "搬迁期间原处又登记了 {0} 条记录，新位置不完整，请清空后停止服务再搬一次。\n\
             {0} entries were recorded in the old place meanwhile: the new one is not complete. Empty it, stop the service, and move again.",
            now - before
        ));
    }
    Ok(())
}
