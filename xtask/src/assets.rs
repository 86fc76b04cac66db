//! Scripts of others that the pages use. They come from npm by lock file and are never committed.
use crate::{
    args::Args,
    debian,
    shell::{command, root, say, succeed},
};
use anyhow::{Context, Result};
use std::{fs, process::ExitCode};

pub const HELP: &str = "\
Fetch the scripts of others that the pages use.

Usage: cargo xtask assets

Runs `npm ci` when package-lock.json has changed since the last time, and copies what the pages use into
crates/ui/vendor, which is not committed.";

/// From node_modules, to the workspace.
const COPIES: [(&str, &str); 3] = [
    ("htmx.org/dist/htmx.min.js", "crates/ui/vendor/htmx.min.js"),
    ("qr/decode.js", "crates/ui/vendor/qr/decode.js"),
    ("qr/index.js", "crates/ui/vendor/qr/index.js"),
];

pub fn run(args: Args) -> Result<ExitCode> {
    args.finish()?;
    install()?;
    say("The scripts are in crates/ui/vendor");
    Ok(ExitCode::SUCCESS)
}

/// Makes sure that the scripts are there and are those of the lock file.
pub fn install() -> Result<()> {
    let root = root();
    let lock = fs::read(root.join("package-lock.json")).context("package-lock.json is missing")?;
    let stamp = root.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        debian::install_node()?;
        say("Fetching the scripts of the pages (npm ci)");
        succeed(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
        fs::write(&stamp, &lock)?;
    }
    for (from, to) in COPIES {
        let (from, to) = (root.join("node_modules").join(from), root.join(to));
        let wanted = fs::read(&from).with_context(|| format!("{} is missing", from.display()))?;
        if fs::read(&to).ok().as_ref() != Some(&wanted) {
            fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
            fs::write(&to, wanted)?;
        }
    }
    Ok(())
}
