//! `luodi sample`: makes the sample zone in an empty folder.
use crate::{
    args::Place,
    open::{self, DATABASE_FILE},
    outcome::refuse,
};
use anyhow::Context;
use chrono::NaiveDate;
use db::Keys;
use kernel::Lang;
use sample::{SampleClock, Zone};
use serde::{Deserialize, Serialize};
use std::{path::PathBuf, process::ExitCode, sync::Arc};
use web::Settings;

/// Beside the database: which day it is in this zone, and who may log in. Only a sample zone has such a file.
pub const SAMPLE_FILE: &str = "sample.json";

#[derive(Debug, Serialize, Deserialize)]
pub struct SampleZone {
    pub today: NaiveDate,
    pub people: Vec<SamplePerson>,
}

/// A sample person, with a password that everybody may know.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SamplePerson {
    pub name: String,
    pub password: String,
    pub task_zh: String,
    pub task_en: String,
}

pub async fn run(place: &Place) -> anyhow::Result<ExitCode> {
    let began = std::time::Instant::now();
    make(place).await?;
    match place.lang {
        Lang::Zh => println!(
            "示例开发区已建好（{:.1} 秒）。",
            began.elapsed().as_secs_f64()
        ),
        Lang::En => println!(
            "The sample zone is made ({:.1} s).",
            began.elapsed().as_secs_f64()
        ),
    }
    print_people(place)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the zone aside and moves it into place when it is whole.
pub async fn make(place: &Place) -> anyhow::Result<()> {
    if place.database.is_none() && place.database_file().exists() {
        let file = place.database_file();
        return refuse(format!(
            "{0} 已经存在。请换一个空文件夹，或先把它移走。\n{0} is there already. Choose an empty folder, or move it away first.",
            file.display()
        ));
    }
    std::fs::create_dir_all(&place.data)
        .with_context(|| format!("cannot make the folder {}", place.data.display()))?;
    let aside = place.data.join(format!("{DATABASE_FILE}.new"));
    for ending in ["", "-wal", "-shm"] {
        let left_over = PathBuf::from(format!("{}{ending}", aside.display()));
        if left_over.exists() {
            std::fs::remove_file(left_over)?;
        }
    }
    let url = place
        .database
        .clone()
        .unwrap_or_else(|| format!("sqlite:{}", aside.display()));
    let keys = Keys::load_or_make(&place.data.join(open::KEY_FILE))?;
    let clock = Arc::new(SampleClock::at(
        NaiveDate::from_ymd_opt(2021, 2, 8).context("a day")?,
    ));
    let app = open::app(
        &url,
        keys,
        place.files(),
        clock.clone(),
        Settings::default(),
    )
    .await?;
    if !orgs::Directory::load(app.db.reader()).await?.is_empty() {
        return refuse("数据库里已经有单位。/ There are units in the database already.");
    }
    let made = sample::make(&Zone {
        book: &app.book,
        keys: &app.keys,
        files: &app.files,
        clock: &clock,
    })
    .await?;
    app.db.clone().close().await?;
    drop(app);
    let people = made.log_ins.into_iter().map(|log_in| SamplePerson {
        name: log_in.login,
        password: sample::PASSWORD.into(),
        task_zh: log_in.task.zh,
        task_en: log_in.task.en,
    });
    let zone = SampleZone {
        today: sample::TODAY,
        people: people.collect(),
    };
    std::fs::write(
        place.data.join(SAMPLE_FILE),
        serde_json::to_string_pretty(&zone)?,
    )?;
    if place.database.is_none() {
        std::fs::rename(&aside, place.database_file())?;
    }
    Ok(())
}

/// What this place says of itself, if it is a sample zone.
pub fn zone(place: &Place) -> anyhow::Result<Option<SampleZone>> {
    let text = text(place)?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// The same as it stands in its file.
pub fn text(place: &Place) -> anyhow::Result<Option<String>> {
    match std::fs::read_to_string(place.data.join(SAMPLE_FILE)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

pub fn people(place: &Place) -> anyhow::Result<Vec<SamplePerson>> {
    Ok(zone(place)?.map(|zone| zone.people).unwrap_or_default())
}

/// Tells a newcomer who may log in.
pub fn print_people(place: &Place) -> anyhow::Result<()> {
    let Some(zone) = zone(place)? else {
        return Ok(());
    };
    match place.lang {
        Lang::Zh => println!(
            "\n示例区里今天是 {}。可以这样登录（密码都是 {}）：",
            zone.today,
            sample::PASSWORD
        ),
        Lang::En => println!(
            "\nIn the sample zone it is {}. Log in as (the password is always {}):",
            zone.today,
            sample::PASSWORD
        ),
    }
    for person in zone.people {
        let task = if place.lang == Lang::Zh {
            person.task_zh
        } else {
            person.task_en
        };
        println!("  {:<14} {task}", person.name);
    }
    println!();
    Ok(())
}
