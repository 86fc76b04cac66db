//! What every file looks like.
use super::{Finding, tree::Tree};

/// Lines. The median is near 100; beyond this nobody reads from top to bottom.
const LINES_MAX: usize = 400;

/// Each crate says what it is before anything else.
pub fn crate_docs(tree: &Tree) -> Vec<Finding> {
    let roots = |name: &str| {
        let library = format!("crates/{name}/src/lib.rs");
        if tree.text(&library).is_some() {
            library
        } else {
            format!("crates/{name}/src/main.rs")
        }
    };
    let crates = tree.crates();
    crates
        .into_iter()
        .map(roots)
        .chain(["xtask/src/main.rs".to_owned()])
        .filter(|path| !tree.text(path).is_some_and(|text| text.starts_with("//!")))
        .map(|path| Finding {
            path,
            line: 1,
            what: "it does not begin with `//!`".to_owned(),
            why: "a crate begins with what it is and what is always true of it",
            remedy: "write that, in sentences".to_owned(),
        })
        .collect()
}

pub fn length(tree: &Tree) -> Vec<Finding> {
    tree.texts()
        .filter(|(path, _)| {
            [".rs", ".css", ".js"].iter().any(|end| path.ends_with(end)) && !path.contains("/data/")
        })
        .filter_map(|(path, text)| {
            let lines = text.lines().count();
            (lines > LINES_MAX).then(|| Finding {
                path: path.to_owned(),
                line: 0,
                what: format!("{lines} lines, {LINES_MAX} are allowed"),
                why: "one idea a file: a folder then shows what there is",
                remedy: "move the second idea to a file of its own, tests to `x/tests.rs`"
                    .to_owned(),
            })
        })
        .collect()
}

pub fn last_newline(tree: &Tree) -> Vec<Finding> {
    tree.texts()
        .filter(|(_, text)| !text.is_empty() && !text.ends_with('\n'))
        .map(|(path, text)| Finding {
            path: path.to_owned(),
            line: text.lines().count(),
            what: "the last line does not end".to_owned(),
            why: "adding a line would change two",
            remedy: "end it with a newline".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_without_an_introduction_is_found() {
        let tree = Tree::of(&[
            ("crates/a/Cargo.toml", ""),
            ("crates/a/src/lib.rs", "//! The book.\n"),
            ("crates/b/Cargo.toml", ""),
            ("crates/b/src/main.rs", "fn main() {}\n"),
            ("xtask/src/main.rs", "//! Work.\n"),
        ]);
        let findings = crate_docs(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].path, "crates/b/src/main.rs");
    }

    #[test]
    fn a_file_may_have_400_lines_and_not_401_unless_it_is_data() {
        let long = "a\n".repeat(401);
        let tree = Tree::of(&[
            ("crates/a/src/a.rs", &long[2..]),
            ("crates/a/src/b.rs", &long),
            ("crates/a/src/data/c.rs", &long),
        ]);
        let findings = length(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].path, "crates/a/src/b.rs");
    }

    #[test]
    fn the_last_line_ends() {
        let tree = Tree::of(&[("a", "x\n"), ("b", "x\ny"), ("c", "")]);
        let findings = last_newline(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].path.as_str(), findings[0].line), ("b", 2));
    }
}
