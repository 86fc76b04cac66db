//! `luodi seal`: seals the closed days now, and prints the newest seal.
use super::Bar;
use crate::{args::Place, open};
use kernel::Lang;
use ledger::seal;
use serde_json::json;
use std::process::ExitCode;

pub async fn run(place: &Place, as_json: bool) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let bar = Bar::new("seal");
    let made = seal::seal_closed_days(&app.book, |done, all| bar.of(done, all)).await?;
    bar.end();
    let reader = app.db.reader();
    let first = seal::first(reader).await?;
    let latest = seal::latest(reader).await?;
    let printed = first
        .zip(latest)
        .map(|(first, latest)| latest.printed(&first).to_string());
    if as_json {
        let numbers: Vec<i64> = made.iter().map(|seal| seal.number).collect();
        println!("{}", json!({ "made": numbers, "latest": printed }));
        return Ok(ExitCode::SUCCESS);
    }
    match place.lang {
        Lang::Zh => println!("新封存 {} 次。最新的封存码：", made.len()),
        Lang::En => println!("{} new seals. The newest:", made.len()),
    }
    println!("{}", printed.unwrap_or_else(|| "—".into()));
    Ok(ExitCode::SUCCESS)
}
