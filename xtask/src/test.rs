//! Everything that must hold, in one command.
use crate::{
    args::Args,
    assets, debian, fonts, postgres,
    shell::{cargo, say, succeed, target},
    tidy,
};
use anyhow::{Context, Result};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, ExitCode, Stdio},
};

pub const HELP: &str = "\
Run everything that must hold: format, lints, tidy rules, and all tests on both databases and in a browser.

Usage: cargo xtask test [filter…]

  filter…   only tests whose name contains one of these (no format, lints or tidy rules then)

Installs what is missing and says so: Debian packages (PostgreSQL, Chromium, fonts, LibreOffice, poppler, node), the
Fandol fonts into target/fonts, the scripts of package-lock.json. Starts a throw-away PostgreSQL, stops it in the end.
The last line is the sum over all parts: N passed, N failed.";

/// What came of a part: tests, or one check.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
    ignored: usize,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let filters = args.rest()?;
    debian::install_for_tests()?;
    let fonts = fonts::install()?;
    assets::install()?;
    let server = postgres::start()?;

    let mut sum = Count::default();
    if filters.is_empty() {
        say("Format (cargo fmt)");
        sum.add(check(succeed(cargo().args(["fmt", "--all", "--check"]))));
        say("Tidy rules");
        let (passed, failed) = tidy::check_all()?;
        sum.add(Count {
            passed,
            failed,
            ignored: 0,
        });
        say("Lints (cargo clippy)");
        sum.add(check(succeed(cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny=warnings",
        ]))));
    }
    // Tests' own dependencies may switch on features that the program has forgotten to ask for.
    say("The program as people build it");
    sum.add(check(succeed(cargo().args([
        "build",
        "--workspace",
        "--bin",
        "luodi",
    ]))));
    // Before the tests, so that journeys find the binary made of the very same dependencies.
    say("Build");
    let built = succeed(cargo().args(["build", "--workspace", "--all-targets"]));
    say("Tests (cargo test)");
    let mut tests = cargo();
    tests
        .args(["test", "--workspace", "--no-fail-fast"])
        .env("LUODI_TEST_POSTGRES", &server.url)
        .env("LUODI_FONTS", fonts);
    if built.is_ok() {
        tests.env("LUODI_BIN", target().join("debug/luodi"));
    }
    if !filters.is_empty() {
        tests.arg("--").args(&filters);
    }
    let tested = count_tests(&mut tests)?;
    sum.add(tested);
    drop(server);

    if tested.passed + tested.failed == 0 {
        println!("No test has such a name, which counts as failed.");
        sum.failed += 1;
    }

    if sum.ignored > 0 {
        println!(
            "{} tests were ignored, which counts as failed.",
            sum.ignored
        );
        sum.failed += sum.ignored;
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn check(result: Result<()>) -> Count {
    match result {
        Ok(()) => Count {
            passed: 1,
            ..Count::default()
        },
        Err(error) => {
            eprintln!("{error:#}");
            Count {
                failed: 1,
                ..Count::default()
            }
        }
    }
}

/// Runs cargo test, lets its lines through, and adds its closing lines up.
fn count_tests(command: &mut Command) -> Result<Count> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo test could not be started")?;
    let mut lines = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let mut count = Count::default();
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        std::io::stdout().write_all(&line)?;
        if let Some(part) = closing_line(&String::from_utf8_lossy(&line)) {
            count.add(part);
        }
        line.clear();
    }
    // Not a test that failed, but the build, or a test program that was killed.
    if !child.wait()?.success() && count.failed == 0 {
        count.failed += 1;
    }
    Ok(count)
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`
fn closing_line(line: &str) -> Option<Count> {
    let line = line.strip_prefix("test result: ")?;
    let (_, counts) = line.split_once(". ")?;
    let number = |word: &str| -> Option<usize> {
        counts
            .split("; ")
            .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(Count {
        passed: number("passed")?,
        failed: number("failed")?,
        ignored: number("ignored")?,
    })
}

impl Count {
    fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_closing_lines_are_counted_and_no_other() {
        let line = "test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        let count = closing_line(line).unwrap();
        assert_eq!((count.passed, count.failed, count.ignored), (3, 2, 1));
        assert_eq!(closing_line("test a_promise ... ok\n"), None);
    }
}
