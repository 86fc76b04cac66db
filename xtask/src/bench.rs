//! Measurements that docs/benchmarks.md quotes.
use crate::{
    args::Args,
    assets,
    shell::{cargo, say, succeed},
};
use anyhow::Result;
use std::process::ExitCode;

pub const HELP: &str = "\
Measure what the benchmarks promise, in release builds.

Usage: cargo xtask bench

Prints each measurement and writes docs/benchmarks.md.";

/// What each measures, and cargo's words for it.
const BENCHES: &[(&str, &[&str])] = &[
    (
        "Schedule of 10,000 tasks",
        &[
            "run",
            "--release",
            "--package",
            "calendar",
            "--example",
            "ten_thousand",
        ],
    ),
    (
        "The book and the server",
        &[
            "run",
            "--release",
            "--package",
            "luodi",
            "--",
            "bench",
            "--out",
            "docs/benchmarks.md",
        ],
    ),
];

pub fn run(args: Args) -> Result<ExitCode> {
    args.finish()?;
    assets::install()?;
    for (title, words) in BENCHES {
        say(title);
        succeed(cargo().args(*words))?;
    }
    Ok(ExitCode::SUCCESS)
}
