//! The glossary has a word in each language for each thing.
use super::{Finding, tree::Tree};

const DOCUMENT: &str = "docs/words.md";
const WHY: &str = "the code speaks English and the office Chinese; the glossary is where they meet";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.text(DOCUMENT) else {
        return vec![finding(
            0,
            "it is missing",
            "write a table of the field's words",
        )];
    };
    let mut findings = Vec::new();
    let mut rows = 0;
    for (index, line) in text.lines().enumerate() {
        let Some(cells) = line
            .trim()
            .strip_prefix('|')
            .and_then(|line| line.strip_suffix('|'))
        else {
            continue;
        };
        rows += 1;
        if cells.split('|').any(|cell| cell.trim().is_empty()) {
            findings.push(finding(index + 1, "a cell is empty", "fill it in"));
        }
    }
    if rows == 0 {
        findings.push(finding(
            0,
            "it has no table",
            "write a table of the field's words",
        ));
    }
    findings
}

fn finding(line: usize, what: &str, remedy: &str) -> Finding {
    Finding {
        path: DOCUMENT.to_owned(),
        line,
        what: what.to_owned(),
        why: WHY,
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_cell_is_found_in_its_line() {
        let full = "| zh | en |\n|---|---|\n| 销号 | sign off |\n";
        assert_eq!(check(&Tree::of(&[(DOCUMENT, full)])), []);
        let gap = format!("{full}| 办结 | |\n");
        assert_eq!(check(&Tree::of(&[(DOCUMENT, &gap)]))[0].line, 4);
    }

    #[test]
    fn a_missing_glossary_is_found() {
        assert_eq!(check(&Tree::of(&[])).len(), 1);
    }
}
