//! The work around the code: `cargo xtask run`, `test`, `tidy`, `assets`, `bench`, `screenshots`.
//!
//! Always true: each command installs what it needs and says so, works in a fresh clone, and needs nothing from the
//! network when everything is there. Nothing is skipped because something is missing.
mod args;
mod assets;
mod bench;
mod debian;
mod fonts;
mod postgres;
mod run;
mod screenshots;
mod shell;
mod test;
mod tidy;

use std::process::ExitCode;

/// One command of `cargo xtask`.
struct Task {
    name: &'static str,
    help: &'static str,
    run: fn(args::Args) -> anyhow::Result<ExitCode>,
}

const TASKS: &[Task] = &[
    Task {
        name: "run",
        help: run::HELP,
        run: run::run,
    },
    Task {
        name: "test",
        help: test::HELP,
        run: test::run,
    },
    Task {
        name: "tidy",
        help: tidy::HELP,
        run: tidy::run,
    },
    Task {
        name: "assets",
        help: assets::HELP,
        run: assets::run,
    },
    Task {
        name: "bench",
        help: bench::HELP,
        run: bench::run,
    },
    Task {
        name: "screenshots",
        help: screenshots::HELP,
        run: screenshots::run,
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    if name.is_empty() || matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{}", overview());
        return ExitCode::SUCCESS;
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("There is no command `{name}`.\n\n{}", overview());
        return ExitCode::from(2);
    };
    let args = args::Args::new(words);
    if args.wants_help() {
        println!("{}", task.help);
        return ExitCode::SUCCESS;
    }
    (task.run)(args).unwrap_or_else(|error| {
        eprintln!("\ncargo xtask {name}: {error:#}");
        ExitCode::FAILURE
    })
}

fn overview() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND [--help]\n\n");
    for task in TASKS {
        let first = task.help.lines().next().unwrap_or_default();
        text += &format!("  {:<12} {first}\n", task.name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_in_one_line_what_it_does_and_then_how_to_call_it() {
        for task in TASKS {
            let mut lines = task.help.lines();
            assert!(
                lines.next().is_some_and(|line| line.ends_with('.')),
                "{}",
                task.name
            );
            assert!(
                task.help
                    .contains(&format!("Usage: cargo xtask {}", task.name)),
                "{}",
                task.name
            );
        }
    }
}
