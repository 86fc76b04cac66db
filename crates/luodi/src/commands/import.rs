//! `luodi import`: workbooks come in, as on the pages: all or nothing.
mod plan;
mod roster;

use crate::{
    args::{Import, Place},
    open,
    outcome::{REFUSED, refuse},
};
use kernel::{Lang, limits::WORKBOOK_BYTES_MAX};
use serde::Serialize;
use sheets::{FileProblem, Problem, Severity};
use std::{path::Path, process::ExitCode};

pub async fn run(place: &Place, what: &Import) -> anyhow::Result<ExitCode> {
    // An import may be what begins a zone: then the database is made.
    let app = open::any(place, web::Settings::default()).await?;
    match what {
        Import::Roster {
            file,
            options,
            since,
            effective,
        } => roster::run(&app, place, file, options, *since, *effective).await,
        Import::Plan {
            file,
            options,
            campaign,
        } => plan::run(&app, place, file, options, campaign.as_deref()).await,
    }
}

fn read(file: &Path, lang: Lang) -> anyhow::Result<Vec<u8>> {
    // Before it is read: whoever picks the wrong file of several gigabytes is told so at once.
    let size = std::fs::metadata(file).map(|about| about.len());
    if let Ok(size) = size
        && WORKBOOK_BYTES_MAX < usize::try_from(size).unwrap_or(usize::MAX)
    {
        let too_large = FileProblem::TooLarge {
            bytes: usize::try_from(size).unwrap_or(usize::MAX),
        };
        return refuse(too_large.text(lang));
    }
    std::fs::read(file).or_else(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            return refuse(match lang {
                Lang::Zh => format!("没有文件 {}。请核对路径和文件名。", file.display()),
                Lang::En => format!(
                    "There is no file {}. Please check the path and the name.",
                    file.display()
                ),
            });
        }
        refuse(match lang {
            Lang::Zh => format!("读不到文件 {}：{error}", file.display()),
            Lang::En => format!("Cannot read the file {}: {error}", file.display()),
        })
    })
}

/// What an import did or would do.
#[derive(Serialize)]
struct Report<'a, C: Serialize> {
    dry_run: bool,
    counts: C,
    problems: Vec<&'a Problem>,
    /// What was left aside, in words: columns, rows, sheets.
    asides: Vec<String>,
}

impl<C: Serialize> Report<'_, C> {
    fn is_refused(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }

    /// Prints, and says how the program ends.
    fn print(&self, lang: Lang, as_json: bool, counts_in_words: &str) -> anyhow::Result<ExitCode> {
        if as_json {
            println!("{}", serde_json::to_string_pretty(self)?);
        } else {
            for problem in &self.problems {
                println!("{}", in_words(problem, lang));
            }
            for aside in &self.asides {
                println!("{aside}");
            }
            println!("{counts_in_words}");
            match (lang, self.is_refused(), self.dry_run) {
                (Lang::Zh, true, _) => println!("有错误，什么都没有改动。请改正后重新导入。"),
                (Lang::En, true, _) => println!(
                    "There are errors; nothing was changed. Correct them and import again."
                ),
                (Lang::Zh, false, true) => println!("这是预演，什么都没有改动。"),
                (Lang::En, false, true) => println!("This was a rehearsal; nothing was changed."),
                (_, false, false) => {}
            }
        }
        Ok(if self.is_refused() {
            REFUSED.into()
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// Sheet, place, reason, remedy.
fn in_words(problem: &Problem, lang: Lang) -> String {
    let (sheet, row) = (&problem.sheet, problem.row);
    let cell = problem.cell.as_deref().unwrap_or_default();
    let place = match (lang, &problem.column) {
        (Lang::Zh, Some(column)) => format!("工作表“{sheet}”第 {row} 行 {cell}（{column}）："),
        (Lang::Zh, None) => format!("工作表“{sheet}”第 {row} 行："),
        (Lang::En, Some(column)) => format!("sheet “{sheet}”, row {row}, {cell} ({column}): "),
        (Lang::En, None) => format!("sheet “{sheet}”, row {row}: "),
    };
    let space = match lang {
        Lang::Zh => "",
        Lang::En => " ",
    };
    format!("{place}{}{space}{}", problem.what, problem.remedy)
}
