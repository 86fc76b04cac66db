//! The one binary: serves the pages, and does from the command line what scripts need.
//!
//! Always true: a command does what a page does, through the same acts, as somebody who may.
mod args;
mod commands;
mod domains;
mod keep;
mod open;
mod outcome;
mod shifted;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    outcome::end_quietly_when_unread();
    let args = Args::parse();
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("LUODI_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("luodi: {error}");
            return outcome::BROKEN.into();
        }
    };
    let as_json = args.command.prints_json();
    match runtime.block_on(run(args)) {
        Ok(code) => code,
        Err(error) => outcome::end(&error, as_json),
    }
}

async fn run(args: Args) -> anyhow::Result<ExitCode> {
    let place = &args.place;
    match &args.command {
        Command::Serve(serve) => commands::serve::run(place, serve).await,
        Command::Sample => commands::sample::run(place).await,
        Command::Import { what } => commands::import::run(place, what).await,
        Command::Figure(figure) => commands::figure::run(place, figure).await,
        Command::Brief(brief) => commands::brief::run(place, brief).await,
        Command::Doctor { json } => commands::doctor::run(place, *json).await,
        Command::Seal { json } => commands::seal::run(place, *json).await,
        Command::Verify(verify) => commands::verify::run(place, verify).await,
        Command::Backup { file } => commands::backup::backup(place, file).await,
        Command::Restore(restore) => commands::backup::restore(place, restore).await,
        Command::Move(to) => commands::backup::move_to(place, to).await,
        Command::Export { folder } => commands::export::run(place, folder).await,
        Command::User { what } => commands::user::run(place, what).await,
        Command::Bench(bench) => commands::bench::run(place, bench).await,
    }
}
