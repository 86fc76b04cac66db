//! `luodi doctor`: counts everything again the slow way and compares; reads every file and compares it with its hash.
use crate::{args::Place, open, outcome::DIFFERS};
use kernel::Lang;
use ledger::recount::recount;
use serde_json::json;
use std::process::ExitCode;

pub async fn run(place: &Place, as_json: bool) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let found = recount(app.db.reader(), &app.book, |done, all| {
        if !as_json {
            eprint!("\r{done}/{all}");
        }
    })
    .await?;
    let (files, file_differences) = files::check(&app.files, &app.db).await?;
    let differences: Vec<&String> = found.differences.iter().chain(&file_differences).collect();
    if as_json {
        let report = json!({
            "entries": found.entries,
            "postings": found.postings,
            "balances": found.balances,
            "files": files,
            "differences": differences,
        });
        println!("{report}");
    } else {
        eprintln!();
        let (entries, postings, balances) = (found.entries, found.postings, found.balances);
        match place.lang {
            Lang::Zh => {
                println!(
                    "已重新清点：{entries} 条记录，{postings} 笔计数，{balances} 个余额，{files} 个附件。"
                )
            }
            Lang::En => println!(
                "Counted again: {entries} entries, {postings} postings, {balances} balances, {files} files."
            ),
        }
        match (place.lang, differences.len()) {
            (Lang::Zh, 0) => println!("全部相符。"),
            (Lang::En, 0) => println!("All is well."),
            (Lang::Zh, count) => println!("有 {count} 处不符："),
            (Lang::En, count) => println!("{count} differences:"),
        }
        for difference in &differences {
            println!("  {difference}");
        }
    }
    Ok(if differences.is_empty() {
        ExitCode::SUCCESS
    } else {
        DIFFERS.into()
    })
}
