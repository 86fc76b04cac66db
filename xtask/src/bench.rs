//! Measurements that docs/benchmarks.md quotes.
use crate::{
    args::Args,
    assets, debian, postgres,
    shell::{cargo, say, succeed},
};
use anyhow::Result;
use std::process::ExitCode;

pub const HELP: &str = "\
Measure what the benchmarks promise, in release builds.

Usage: cargo xtask bench

Prints each measurement and writes docs/benchmarks.md. Starts a throw-away PostgreSQL (installed if it is missing) for
what is measured on both databases, and stops it in the end.";

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
    debian::install_for_tests()?;
    assets::install()?;
    let server = postgres::start_durable()?;
    for (title, words) in BENCHES {
        say(title);
        succeed(cargo().args(*words).env("LUODI_DATABASE", &server.url))?;
    }
    Ok(ExitCode::SUCCESS)
}
