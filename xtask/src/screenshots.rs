//! Pictures of pages, for the README and for people who judge the look.
use crate::{
    args::Args,
    assets, debian, run,
    shell::{cargo, root, say, succeed},
};
use anyhow::Result;
use std::process::ExitCode;

pub const HELP: &str = "\
Take pictures of the sample zone's pages.

Usage: cargo xtask screenshots [--out FOLDER] [--whole] [name…]

  --out FOLDER   where the pictures go (docs/screenshots)
  --whole        the whole page, however long, instead of what the window shows
  name…          only the pages whose name contains one of these

The pages are listed in xtask/screenshots.txt. Each is taken at 1366x768 and 390x844, in Chinese and English:
NAME-desktop-zh.png, NAME-desktop-en.png, NAME-phone-zh.png, NAME-phone-en.png.";

pub fn run(mut args: Args) -> Result<ExitCode> {
    let out = args
        .option("--out")?
        .unwrap_or_else(|| "docs/screenshots".to_owned());
    let whole = args.flag("--whole");
    let names = args.rest()?;
    debian::install_for_tests()?;
    assets::install()?;
    let luodi = run::build(false)?;
    say(format!("Taking pictures into {out}"));
    succeed(
        cargo()
            .args([
                "run",
                "--quiet",
                "--package",
                "journeys",
                "--bin",
                "screenshots",
                "--",
            ])
            .args([root().join("xtask/screenshots.txt"), root().join(out)])
            .args(whole.then_some("--whole"))
            .args(names)
            .env("LUODI_BIN", luodi),
    )?;
    Ok(ExitCode::SUCCESS)
}
