//! `luodi verify`: reads again what was sealed and names what was changed; or checks a printed seal, or a brief's Word file.
mod brief;

use super::Bar;
use crate::{
    args::{Place, Verify},
    open,
    outcome::{DIFFERS, refuse},
};
use kernel::Lang;
use ledger::seal::{self, FINDINGS_MAX, Finding, Printed, Verified, Wanted};
use reports::seals::{
    checking::{Proof, prove},
    in_words, unreadable,
};
use serde_json::json;
use std::process::ExitCode;
use web::App;

pub async fn run(place: &Place, asked: &Verify) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    match (&asked.file, &asked.seal) {
        (Some(file), _) => brief::run(&app, place.lang, file, asked.json).await,
        (None, Some(text)) => printed(&app, place.lang, text, asked.json).await,
        (None, None) => {
            let wanted = asked.day.map_or(Wanted::All, Wanted::Day);
            book(&app, place.lang, wanted, asked.json).await
        }
    }
}

/// Verifies and prints; also the end of bringing back and moving.
pub async fn book(
    app: &App,
    lang: Lang,
    wanted: Wanted,
    as_json: bool,
) -> anyhow::Result<ExitCode> {
    let bar = Bar::new("verify");
    let verified = seal::verify(app.db.reader(), wanted, |done, all| bar.of(done, all)).await?;
    bar.end();
    if let Wanted::Day(day) = wanted
        && verified.seals == 0
    {
        return refuse(match lang {
            Lang::Zh => format!(
                "{day} 没有封存：当天没有登记，或日期还没有结束。请换一天，或先运行 luodi seal。"
            ),
            Lang::En => format!(
                "No seal covers {day}: nothing was recorded on it, or it is not over. Ask for another day, or run luodi seal first."
            ),
        });
    }
    if as_json {
        println!("{}", as_value(&verified));
    } else {
        say(lang, &verified);
    }
    Ok(code(verified.is_true()))
}

fn as_value(verified: &Verified) -> serde_json::Value {
    json!({
        "true": verified.is_true(),
        "seals": verified.seals,
        "entries": verified.entries,
        "postings": verified.postings,
        "unsealed": verified.unsealed,
        "findings": verified.findings,
    })
}

fn say(lang: Lang, verified: &Verified) {
    let (seals, entries, postings) = (verified.seals, verified.entries, verified.postings);
    let unsealed = verified.unsealed;
    match lang {
        Lang::Zh => println!(
            "已核验 {seals} 次封存：{entries} 条记录，{postings} 笔计数；尚未封存 {unsealed} 条。"
        ),
        Lang::En => println!(
            "Verified {seals} seals: {entries} entries, {postings} postings; {unsealed} entries are not sealed yet."
        ),
    }
    findings(lang, &verified.findings);
}

fn findings(lang: Lang, findings: &[Finding]) {
    match (lang, findings.len()) {
        (Lang::Zh, 0) => println!("全部属实。"),
        (Lang::En, 0) => println!("All is true."),
        (Lang::Zh, FINDINGS_MAX) => println!("不符之处很多，以下是前 {FINDINGS_MAX} 处："),
        (Lang::En, FINDINGS_MAX) => println!("Very much differs; the first {FINDINGS_MAX}:"),
        (Lang::Zh, count) => println!("有 {count} 处不符："),
        (Lang::En, count) => println!("{count} differences:"),
    }
    for finding in findings {
        println!("  {}", in_words(finding, lang));
    }
}

fn code(is_true: bool) -> ExitCode {
    match is_true {
        true => ExitCode::SUCCESS,
        false => DIFFERS.into(),
    }
}

async fn printed(app: &App, lang: Lang, text: &str, as_json: bool) -> anyhow::Result<ExitCode> {
    let printed = match Printed::read(text) {
        Ok(printed) => printed,
        Err(problem) => return refuse(unreadable(problem, lang)),
    };
    let bar = Bar::new("verify");
    let wanted = Wanted::UpTo(printed.number);
    let progress = |done, all| bar.of(done, all);
    let proof = prove(app.db.reader(), &printed, wanted, progress).await?;
    bar.end();
    let (state, found): (&str, &[Finding]) = match &proof {
        Proof::True(_) => ("true", &[]),
        Proof::Changed(_, findings) => ("changed", findings),
        Proof::WrittenAnew(_) => ("written_anew", &[]),
        Proof::NotThere { .. } => ("not_there", &[]),
        Proof::OtherBook { .. } => ("other_book", &[]),
    };
    if as_json {
        let report = json!({
            "true": proof.is_true(),
            "state": state,
            "seal": printed.number,
            "day": printed.day,
            "book": printed.book,
            "findings": found,
        });
        println!("{report}");
        return Ok(code(proof.is_true()));
    }
    let number = printed.number;
    match (&proof, lang) {
        (Proof::True(_), Lang::Zh) => {
            println!("属实：第 {number} 号封存与纸上一致，到它为止的全部记录逐字节未变。")
        }
        (Proof::True(_), Lang::En) => println!(
            "True: seal {number} is the one on paper, and all entries up to it are unchanged to the byte."
        ),
        (Proof::Changed(_, found), lang) => {
            match lang {
                Lang::Zh => {
                    println!("不属实：第 {number} 号封存与纸上一致，但数据在封存后被改动。")
                }
                Lang::En => println!(
                    "Not true: seal {number} is the one on paper, but data was changed after it was sealed."
                ),
            }
            findings(lang, found);
        }
        (Proof::WrittenAnew(_), Lang::Zh) => {
            println!("不属实：账册中第 {number} 号封存与纸上不同，账册在印出之后被重新写过。")
        }
        (Proof::WrittenAnew(_), Lang::En) => println!(
            "Not true: the book's seal {number} is another one than on paper; it was written anew since."
        ),
        (Proof::NotThere { latest }, Lang::Zh) => println!(
            "不属实：账册中没有第 {number} 号封存，最新的是第 {} 号。",
            latest.unwrap_or(0)
        ),
        (Proof::NotThere { latest }, Lang::En) => println!(
            "Not true: the book has no seal {number}; its newest is {}.",
            latest.unwrap_or(0)
        ),
        (Proof::OtherBook { ours }, Lang::Zh) => println!(
            "这张封存单属于另一本账册（代号 {}，本账册为 {}）；如果确由本系统印出，说明本账册从第一号封存起被重新写过。",
            printed.book,
            ours.as_deref().unwrap_or("—")
        ),
        (Proof::OtherBook { ours }, Lang::En) => println!(
            "This seal is of another book (code {}; this one is {}); if it was printed here, this book was written anew from its first seal.",
            printed.book,
            ours.as_deref().unwrap_or("—")
        ),
    }
    Ok(code(proof.is_true()))
}
