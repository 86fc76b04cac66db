//! A brief's Word file: for each number in it whether it is true to the book.
use crate::outcome::{DIFFERS, refuse};
use anyhow::Context;
use kernel::Lang;
use reports::{
    briefs::file_check::{Checked, FileCheck, FileError, State, check_file},
    seals::in_words,
};
use serde_json::json;
use std::{path::Path, process::ExitCode};
use web::App;

pub async fn run(app: &App, lang: Lang, file: &Path, as_json: bool) -> anyhow::Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let check = match check_file(&app.book, &app.files, &bytes).await {
        Ok(check) => check,
        Err(FileError::Unreadable(problem)) => {
            let name = file.display();
            return refuse(match lang {
                Lang::Zh => format!(
                    "{name} 无法作为 Word 文件读取，可能没有传完或已损坏（{problem}）。请重新取得 .docx 文件。"
                ),
                Lang::En => format!(
                    "{name} cannot be read as a Word file; it may have been cut off or damaged ({problem}). Get the .docx again."
                ),
            });
        }
        Err(FileError::NoBrief) => {
            let name = file.display();
            return refuse(match lang {
                Lang::Zh => format!(
                    "{name} 里没有指向已印发简报的数字。请选用 luodi brief 或简报页面写出的文件；链接被去掉的副本无法核验。"
                ),
                Lang::En => format!(
                    "No number in {name} opens an issued brief. Take the file that luodi brief or the brief's page wrote; a copy without its links cannot be checked."
                ),
            });
        }
        Err(error) => return Err(error.into()),
    };
    if as_json {
        let report = json!({ "as_issued": check.is_as_issued(), "check": check });
        println!("{report}");
    } else {
        say(lang, &check);
    }
    Ok(match check.is_as_issued() {
        true => ExitCode::SUCCESS,
        false => DIFFERS.into(),
    })
}

fn say(lang: Lang, check: &FileCheck) {
    match lang {
        Lang::Zh => println!("总第 {} 期 {}", check.total, check.title),
        Lang::En => println!("Brief {} in total: {}", check.total, check.title),
    }
    for number in &check.numbers {
        println!("  {}", in_a_line(lang, number));
    }
    let paragraphs = check
        .added
        .iter()
        .map(|text| ("+", text))
        .chain(check.missing.iter().map(|text| ("-", text)));
    for (sign, text) in paragraphs {
        let text: String = text.chars().take(60).collect();
        println!("  {sign} {text}");
    }
    match (lang, check.seal) {
        (Lang::Zh, Some(seal)) => println!("印发记录在第 {seal} 号封存之下。"),
        (Lang::En, Some(seal)) => println!("The issue is under seal {seal}."),
        (Lang::Zh, None) => println!("印发记录尚未封存。"),
        (Lang::En, None) => println!("The issue is not sealed yet."),
    }
    for finding in &check.findings {
        println!("  {}", in_words(finding, lang));
    }
    match (lang, check.is_as_issued()) {
        (Lang::Zh, true) => println!("文件与印发时一致。"),
        (Lang::En, true) => println!("The file is as it was issued."),
        (Lang::Zh, false) => println!("文件与印发的不一致。"),
        (Lang::En, false) => println!("The file is not as it was issued."),
    }
}

fn in_a_line(lang: Lang, number: &Checked) -> String {
    let state = match (&number.state, lang) {
        (State::True, Lang::Zh) => "属实".to_owned(),
        (State::True, Lang::En) => "true".to_owned(),
        (State::ChangedSince { today }, Lang::Zh) => format!("印发时属实，今天是 {today}"),
        (State::ChangedSince { today }, Lang::En) => {
            format!("true when issued; today it is {today}")
        }
        (State::Edited { issued }, Lang::Zh) => format!("印发后被改动，印发的是 {issued}"),
        (State::Edited { issued }, Lang::En) => format!("edited after issue; {issued} was issued"),
        (State::Missing { issued }, Lang::Zh) => format!("印发过 {issued}，文件里没有了"),
        (State::Missing { issued }, Lang::En) => {
            format!("{issued} was issued and is not in the file")
        }
        (State::NotOurs, Lang::Zh) => "不是本账册印发的数字".to_owned(),
        (State::NotOurs, Lang::En) => "not a number that this book issued".to_owned(),
        (State::NotCounted, Lang::Zh) => {
            "账册中当时的记录已得不出这个数，请运行 luodi verify".to_owned()
        }
        (State::NotCounted, Lang::En) => {
            "the records of then no longer add up to it; run luodi verify".to_owned()
        }
    };
    let figure = number.figure.as_deref().unwrap_or("—");
    format!(
        "{}/{} {} [{figure}] {state}",
        number.total, number.index, number.text
    )
}
