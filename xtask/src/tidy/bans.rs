//! Text that may not stand in the code, each with its reason.
use super::{
    Finding, OURSELVES,
    code::{has_words, is_rust, product_lines},
    tree::Tree,
};

/// It looks for the same in finished pages, and so names what it forbids, as we do ourselves.
const LINT_OF_PAGES: &str = "crates/ui/src/lint.rs";

struct Ban {
    texts: &'static [&'static str],
    /// Whether the rule speaks about this file.
    holds_for: fn(&str) -> bool,
    /// Whether tests are bound too.
    in_tests: bool,
    why: &'static str,
    remedy: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        texts: &[" style=", "<style", " style {"],
        holds_for: draws_pages,
        in_tests: false,
        why: "the content security policy has no `unsafe-inline`: the browser drops it",
        remedy: "a class in the style sheet (attributes of SVG such as `fill` are fine)",
    },
    Ban {
        texts: &[
            "<script",
            "script {",
            "javascript:",
            "onclick=",
            "onchange=",
            "onsubmit=",
            "hx-on:",
        ],
        holds_for: draws_pages,
        in_tests: false,
        why: "the content security policy has no `unsafe-inline` and no `unsafe-eval`: it would not run",
        remedy: "a listener in the shell's script, bound by a data attribute",
    },
    Ban {
        texts: &["html!"],
        holds_for: |path| {
            ["kernel", "db", "ledger", "calendar"]
                .iter()
                .any(|name| inside(path, name))
        },
        in_tests: true,
        why: "the ground knows nothing of pages",
        remedy: "return plain values and draw them in a view of ui or of a domain",
    },
    Ban {
        texts: &[
            "INSERT OR ",
            "PRAGMA ",
            "strftime(",
            "GROUP_CONCAT(",
            " ILIKE ",
            "date_trunc(",
            "::bigint",
            "STRING_AGG(",
        ],
        holds_for: |path| {
            path.starts_with("crates/") && !inside(path, "db") && !path.contains("migration")
        },
        in_tests: false,
        why: "one code serves SQLite and PostgreSQL; this is understood by one of them only",
        remedy: "what both know (ON CONFLICT, RETURNING, cast_as), or a helper in db",
    },
    Ban {
        texts: &["TransactionTrait"],
        holds_for: |path| is_rust(path) && !inside(path, "db"),
        in_tests: true,
        why: "deferred on SQLite fails under load; use db::Db::begin",
        remedy: "`db::Db::begin`, which takes the one writer at once",
    },
    Ban {
        texts: &["#[ignore"],
        holds_for: is_rust,
        in_tests: true,
        why: "a promise that is not checked is no promise",
        remedy: "make the test run, or take it out",
    },
    Ban {
        texts: &["TODO", "FIXME", "unimplemented!(", "todo!("],
        holds_for: |path| !path.ends_with(".json") && !path.ends_with(".lock"),
        in_tests: true,
        why: "what is handed over is finished",
        remedy: "do it now, or write it down as an issue",
    },
    Ban {
        texts: &["#[allow("],
        holds_for: is_rust,
        in_tests: true,
        why: "an allowance outlives its cause unnoticed",
        remedy: "`#[expect(…, reason = \"…\")]`, which complains once it is not needed",
    },
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree
        .texts()
        .filter(|(path, _)| !path.starts_with(OURSELVES))
    {
        for ban in BANS.iter().filter(|ban| (ban.holds_for)(path)) {
            findings.extend(check_file(path, text, ban));
        }
    }
    findings
}

fn check_file(path: &str, text: &str, ban: &Ban) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lines: Vec<(usize, &str)> = if ban.in_tests {
        (1..).zip(text.lines()).collect()
    } else {
        product_lines(path, text).collect()
    };
    for (number, line) in lines {
        // A comment may name what it warns of, unless the ban is about comments.
        let is_comment = is_rust(path) && line.trim_start().starts_with("//");
        let found = ban.texts.iter().find(|text| {
            let about_comments = text.chars().all(|letter| letter.is_ascii_uppercase());
            has_words(line, text) && (about_comments || !is_comment)
        });
        if let Some(found) = found {
            findings.push(Finding {
                path: path.to_owned(),
                line: number,
                what: format!("`{}` may not stand here", found.trim()),
                why: ban.why,
                remedy: ban.remedy.to_owned(),
            });
        }
    }
    findings
}

/// Crates whose code writes HTML. Papers and sheets write other XML.
fn draws_pages(path: &str) -> bool {
    is_rust(path)
        && path != LINT_OF_PAGES
        && path.starts_with("crates/")
        && !["paper", "sheets", "journeys", "testkit"]
            .iter()
            .any(|name| inside(path, name))
}

fn inside(path: &str, name: &str) -> bool {
    path.strip_prefix("crates/")
        .and_then(|rest| rest.strip_prefix(name))
        .is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let findings = check(&Tree::of(&[(path, text)]));
        findings.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn inline_style_and_script_are_banned_in_pages_and_named_by_line() {
        let view = "html! {\n  p style=\"color:red\" { }\n  script { }\n  script src=(url) {}\n}\n";
        assert_eq!(lines("crates/plan/src/pages.rs", view), [2, 3]);
        assert_eq!(lines("crates/paper/src/docx.rs", view), [] as [usize; 0]);
    }

    #[test]
    fn what_stands_in_for_a_script_and_the_lint_that_looks_for_scripts_are_no_scripts() {
        let view = "noscript { meta http-equiv=\"refresh\"; }\n";
        assert_eq!(lines("crates/ui/src/shell.rs", view), [] as [usize; 0]);
        let lint = "if link.starts_with(\"javascript:\") {}\n";
        assert_eq!(lines("crates/ui/src/lint.rs", lint), [] as [usize; 0]);
        assert_eq!(lines("crates/ui/src/link.rs", lint), [1]);
    }

    #[test]
    fn transactions_are_begun_by_the_database_only() {
        let code = "use sea_orm::TransactionTrait;\n";
        assert_eq!(lines("crates/ledger/src/posting.rs", code), [1]);
        assert_eq!(lines("crates/ledger/tests/book/world.rs", code), [1]);
        assert_eq!(lines("crates/db/src/group.rs", code), [] as [usize; 0]);
    }

    #[test]
    fn the_ground_draws_nothing() {
        assert_eq!(lines("crates/ledger/src/lib.rs", "html! { p { } }\n"), [1]);
        assert_eq!(
            lines("crates/ui/src/shell.rs", "html! { p { } }\n"),
            [] as [usize; 0]
        );
    }

    #[test]
    fn sql_of_one_vendor_stands_in_db_and_migrations_only() {
        let code = "let sql = \"INSERT OR REPLACE INTO t VALUES (1)\";\n";
        assert_eq!(lines("crates/ledger/src/posting.rs", code), [1]);
        assert_eq!(lines("crates/db/src/lib.rs", code), [] as [usize; 0]);
        assert_eq!(
            lines("crates/ledger/src/migrations/first.rs", code),
            [] as [usize; 0]
        );
    }

    #[test]
    fn tests_may_try_a_hole_that_code_may_not_use() {
        let code = "fn a() {}\n#[cfg(test)]\nmod tests {\n  const HOLE: &str = \"INSERT OR REPLACE\";\n}\n";
        assert_eq!(
            lines("crates/ledger/src/posting.rs", code),
            [] as [usize; 0]
        );
        assert_eq!(
            lines("crates/ledger/src/posting/tests.rs", "\"PRAGMA x\"\n"),
            [] as [usize; 0]
        );
    }

    #[test]
    fn a_comment_may_warn_of_a_banned_text_but_not_promise_work() {
        assert_eq!(
            lines(
                "crates/ui/src/a.rs",
                "// hx-on: would not run\n// TODO later\n"
            ),
            [2]
        );
    }

    #[test]
    fn ignored_tests_and_allowances_are_found_in_tests_too() {
        let code =
            "#[cfg(test)]\nmod tests {\n  #[ignore]\n  #[allow(dead_code)]\n  fn a() {}\n}\n";
        assert_eq!(lines("crates/plan/src/a.rs", code), [3, 4]);
    }
}
