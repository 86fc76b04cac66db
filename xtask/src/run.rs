//! The newcomer's first command.
use crate::{
    args::Args,
    assets,
    shell::{cargo, command, root, say, succeed, target},
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub const HELP: &str = "\
Build Luodi, make the sample zone if there is none, and serve it.

Usage: cargo xtask run [--fresh] [--port N] [--lang zh|en] [--release]

  --fresh      throw the sample zone in data/ away and make it anew
  --port N     the port to serve on (8080)
  --lang L     the language of the sample people's list that is printed (zh)
  --release    build for speed (takes minutes the first time)

The address and the sample people who may log in are printed when it is ready. Ctrl-C ends it.";

const PORT: u16 = 8080;

pub fn run(mut args: Args) -> Result<ExitCode> {
    let fresh = args.flag("--fresh");
    let release = args.flag("--release");
    let port = args.number("--port")?.unwrap_or(PORT);
    let lang = args.option("--lang")?;
    if let Some(other) = lang.as_deref().filter(|lang| !["zh", "en"].contains(lang)) {
        bail!("`--lang {other}`: there are zh and en");
    }
    args.finish()?;

    assets::install()?;
    let luodi = build(release)?;
    let data = root().join("data");
    make_sample(&luodi, &data, fresh)?;

    say(format!(
        "Serving data/luodi.db on port {port}; Ctrl-C ends it"
    ));
    let mut serve = command(&luodi);
    serve.args(["serve", "--data", "data", "--port", &port.to_string()]);
    if let Some(lang) = lang {
        serve.args(["--lang", &lang]);
    }
    // The server takes our place, so that Ctrl-C reaches it alone and it ends in good order.
    Err(serve.exec()).context("luodi could not be started")
}

/// Builds the one binary and gives its place.
pub fn build(release: bool) -> Result<PathBuf> {
    say("Building luodi");
    let mut build = cargo();
    // With the workspace's features, so that `cargo xtask test` builds nothing a second time.
    build.args(["build", "--workspace", "--bin", "luodi"]);
    if release {
        build.arg("--release");
    }
    succeed(&mut build)?;
    let profile = if release { "release" } else { "debug" };
    Ok(target().join(profile).join("luodi"))
}

fn make_sample(luodi: &Path, data: &Path, fresh: bool) -> Result<()> {
    if fresh {
        remove_sample(data)?;
    }
    if data.join("luodi.db").is_file() {
        return Ok(());
    }
    fs::create_dir_all(data)?;
    say("Making the sample zone in data/luodi.db");
    let made = succeed(command(luodi).args(["sample", "--data", "data"]));
    if made.is_err() {
        remove_sample(data)?;
    }
    made
}

/// Removes the database with its write-ahead log; other files in the folder are left.
fn remove_sample(data: &Path) -> Result<()> {
    for name in ["luodi.db", "luodi.db-wal", "luodi.db-shm"] {
        match fs::remove_file(data.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("data/{name} cannot be removed"));
            }
            _ => {}
        }
    }
    Ok(())
}
