//! From a place on the command line to a running application.
use crate::{
    args::Place, commands::sample, domains::domains, keep, outcome::refuse, shifted::ShiftedClock,
};
use anyhow::Context;
use db::{Db, Keys};
use files::Files;
use kernel::{Actor, Clock, SystemClock};
use orgs::access::{RosterDoorkeeper, accounts};
use std::{path::PathBuf, sync::Arc};
use web::{App, Parts, Settings};

/// The embedded database's file in the data folder.
pub const DATABASE_FILE: &str = "luodi.db";
pub const KEY_FILE: &str = "luodi.key";
/// What people attach, also where the database is elsewhere.
pub const FILES_FOLDER: &str = "files";

impl Place {
    pub fn database_file(&self) -> PathBuf {
        self.data.join(DATABASE_FILE)
    }

    pub fn files(&self) -> Files {
        Files::in_folder(self.data.join(FILES_FOLDER))
    }

    fn url(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.database_file().display()))
    }
}

/// Opens what is there already.
pub async fn existing(place: &Place) -> anyhow::Result<App> {
    keep::require_whole(place)?;
    if place.database.is_none() && !place.database_file().exists() {
        let folder = place.data.display();
        return refuse(format!(
            "{folder} 里没有数据库。请先运行 `luodi sample --data {folder}`，或用 `luodi serve` 新建。\n\
             There is no database in {folder}. Run `luodi sample --data {folder}` first, or make one with `luodi serve`."
        ));
    }
    any(place, Settings::default()).await
}

/// Opens the place, and makes it ready if it is new.
pub async fn any(place: &Place, settings: Settings) -> anyhow::Result<App> {
    keep::require_whole(place)?;
    std::fs::create_dir_all(&place.data)
        .with_context(|| format!("cannot make the folder {}", place.data.display()))?;
    let keys = Keys::load_or_make(&place.data.join(KEY_FILE))?;
    // In a sample zone the story's day goes on; everywhere else it is today.
    let clock: Arc<dyn Clock> = match sample::zone(place)? {
        Some(zone) => Arc::new(ShiftedClock::begin(zone.today)),
        None => Arc::new(SystemClock),
    };
    app(&place.url(), keys, place.files(), clock, settings).await
}

/// The application on a database that is brought up to date first.
pub async fn app(
    url: &str,
    keys: Keys,
    files: Files,
    clock: Arc<dyn Clock>,
    settings: Settings,
) -> anyhow::Result<App> {
    let db = Db::open(url).await?;
    let domains = domains();
    db.migrate(&web::migrations(&domains))
        .await
        .context("cannot bring the database up to date")?;
    let app = App::new(Parts {
        db,
        clock,
        keys,
        files,
        domains,
        settings,
        doorkeeper: Arc::new(RosterDoorkeeper),
    });
    let tx = app.db.begin().await?;
    ledger::figure::seed(&tx, &*app.clock, app.domains.figures()).await?;
    tx.commit().await?;
    Ok(app)
}

/// Who acts on the command line: the person with this log-in; without a name the operator, who may do everything.
pub async fn actor(app: &App, name: Option<&str>) -> anyhow::Result<Actor> {
    let Some(name) = name else {
        return Ok(Actor::operator());
    };
    match accounts::actor(app.db.reader(), name, app.clock.today()).await? {
        Some(actor) => Ok(actor),
        None => refuse(format!(
            "没有登录名“{name}”，或已停用。/ Nobody logs in as `{name}`, or no longer."
        )),
    }
}
