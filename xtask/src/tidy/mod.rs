//! Rules of the house that no compiler knows. Each says where, what, why, and what to do instead.
mod assets;
mod bans;
mod code;
mod edges;
mod ftl;
mod glossary;
mod shape;
mod strangers;
mod tree;
mod words;

use crate::{
    args::Args,
    shell::{cargo, output, root},
};
use anyhow::Result;
use std::{fmt, process::ExitCode};
use tree::Tree;

pub const HELP: &str = "\
Check the rules of the house that no compiler knows.

Usage: cargo xtask tidy

Edges between crates as ARCHITECTURE.md lists them, bans with a reason, words in both languages, the glossary, crate
documentation, size of files, nothing of third parties. Each finding says where, why, and what to do instead.";

/// The folder whose files name what they forbid; the rules about text pass it by.
const OURSELVES: &str = "xtask/src/tidy/";

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1; 0 means the file as a whole.
    line: usize,
    what: String,
    why: &'static str,
    remedy: String,
}

/// One rule over the whole tree.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule {
        name: "edges between crates",
        check: edges::check,
    },
    Rule {
        name: "bans",
        check: bans::check,
    },
    Rule {
        name: "nothing from outside",
        check: assets::check,
    },
    Rule {
        name: "words in both languages",
        check: words::check,
    },
    Rule {
        name: "glossary",
        check: glossary::check,
    },
    Rule {
        name: "crate documentation",
        check: shape::crate_docs,
    },
    Rule {
        name: "length of files",
        check: shape::length,
    },
    Rule {
        name: "ends of files",
        check: shape::last_newline,
    },
    Rule {
        name: "nothing of third parties",
        check: strangers::check,
    },
];

pub fn run(args: Args) -> Result<ExitCode> {
    args.finish()?;
    let (_, failed) = check_all()?;
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Checks every rule over the workspace; how many hold and how many are broken.
pub fn check_all() -> Result<(usize, usize)> {
    let metadata =
        output(cargo().args(["metadata", "--no-deps", "--format-version=1", "--offline"]))?;
    let tree = Tree::read(&root(), metadata)?;
    let mut failed = 0;
    for rule in RULES {
        let findings = (rule.check)(&tree);
        let verdict = if findings.is_empty() { "ok" } else { "FAILED" };
        println!("rule {} ... {verdict}", rule.name);
        failed += usize::from(!findings.is_empty());
        for finding in findings {
            println!("{finding}\n");
        }
    }
    Ok((RULES.len() - failed, failed))
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {}", self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(
            f,
            ": {}\n    why: {}\n    instead: {}",
            self.what, self.why, self.remedy
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_where_what_why_and_what_to_do() {
        let finding = Finding {
            path: "crates/a/src/lib.rs".into(),
            line: 3,
            what: "that".into(),
            why: "so",
            remedy: "do this".into(),
        };
        assert_eq!(
            finding.to_string(),
            "  crates/a/src/lib.rs:3: that\n    why: so\n    instead: do this"
        );
    }
}
