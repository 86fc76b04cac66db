//! Which crate may use which: ARCHITECTURE.md says it, cargo knows it, and both must agree.
use super::{Finding, tree::Tree};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = "ARCHITECTURE.md";
const MARKER: &str = "<!-- edges -->";
const WHY: &str = "the map of the house must be true; whoever adds an edge decides it knowingly";

/// Crate -> the crates of the workspace that it uses outside tests.
type Edges = BTreeMap<String, BTreeSet<String>>;

pub fn check(tree: &Tree) -> Vec<Finding> {
    let used = match used(&tree.metadata) {
        Ok(used) => used,
        Err(error) => return vec![finding(0, format!("cargo metadata: {error}"), "ask why")],
    };
    let Some((listed, lines)) = tree.text(DOCUMENT).and_then(listed) else {
        let list = lines_of(&used);
        return vec![finding(
            0,
            format!("there is no list of edges between two `{MARKER}` lines"),
            &format!("write this list there:\n{list}"),
        )];
    };
    let mut findings = Vec::new();
    let none = BTreeSet::new();
    for name in used.keys().chain(listed.keys()).collect::<BTreeSet<_>>() {
        let line = lines.get(name).copied().unwrap_or(0);
        let (Some(uses), lists) = (used.get(name), listed.get(name).unwrap_or(&none)) else {
            findings.push(finding(
                line,
                format!("`{name}` is listed but is no crate"),
                "take its line out",
            ));
            continue;
        };
        if !listed.contains_key(name) {
            findings.push(finding(
                0,
                format!("`{name}` is not in the list of edges"),
                &format!("add `{}`", line_of(name, uses)),
            ));
            continue;
        }
        for other in uses.difference(lists) {
            findings.push(finding(
                line,
                format!("`{name}` uses `{other}`, which is not listed"),
                "take the dependency out, or decide that it belongs and list it",
            ));
        }
        for other in lists.difference(uses) {
            findings.push(finding(
                line,
                format!("`{name}` is said to use `{other}`, but does not"),
                "take it out of the list",
            ));
        }
    }
    findings
}

/// Normal dependencies inside the workspace, from `cargo metadata --no-deps`.
fn used(metadata: &str) -> Result<Edges, String> {
    let metadata: Value = serde_json::from_str(metadata).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let name_of = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let names: BTreeSet<String> = packages.iter().map(name_of).collect();
    Ok(packages
        .iter()
        .map(|package| {
            let uses = package["dependencies"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|dependency| dependency["kind"].is_null())
                .map(name_of)
                .filter(|name| names.contains(name))
                .collect();
            (name_of(package), uses)
        })
        .collect())
}

/// Lines `crate -> crate, crate` between the markers (`crate ->` or `crate` alone uses none), and where each stands.
fn listed(document: &str) -> Option<(Edges, BTreeMap<String, usize>)> {
    let mut inside = document
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.trim() != MARKER);
    inside.next()?;
    let (mut edges, mut places) = (Edges::new(), BTreeMap::new());
    for (index, line) in inside {
        let line = line.trim();
        if line == MARKER {
            return Some((edges, places));
        }
        if line.is_empty() || line.starts_with("```") {
            continue;
        }
        let (name, uses) = line.split_once("->").unwrap_or((line, ""));
        let uses = uses.split(',').map(|name| name.trim().to_owned());
        edges
            .entry(name.trim().to_owned())
            .or_default()
            .extend(uses.filter(|name| !name.is_empty()));
        places.insert(name.trim().to_owned(), index + 1);
    }
    None
}

fn lines_of(edges: &Edges) -> String {
    let lines: Vec<String> = edges
        .iter()
        .map(|(name, uses)| line_of(name, uses))
        .collect();
    lines.join("\n")
}

fn line_of(name: &str, uses: &BTreeSet<String>) -> String {
    let uses: Vec<&str> = uses.iter().map(String::as_str).collect();
    format!("{name} -> {}", uses.join(", "))
        .trim_end()
        .to_owned()
}

fn finding(line: usize, what: String, remedy: &str) -> Finding {
    Finding {
        path: DOCUMENT.to_owned(),
        line,
        what,
        why: WHY,
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{"packages": [
        {"name": "plan", "dependencies": [
            {"name": "ledger", "kind": null}, {"name": "serde", "kind": null}, {"name": "testkit", "kind": "dev"}]},
        {"name": "ledger", "dependencies": []},
        {"name": "testkit", "dependencies": [{"name": "ledger", "kind": null}]}
    ]}"#;

    fn check_document(document: &str) -> Vec<String> {
        let mut tree = Tree::of(&[(DOCUMENT, document)]);
        tree.metadata = METADATA.to_owned();
        let findings = check(&tree).into_iter();
        findings
            .map(|finding| format!("{}: {}", finding.line, finding.what))
            .collect()
    }

    #[test]
    fn a_true_list_passes_and_tests_may_use_what_they_like() {
        let document = "# Map\n<!-- edges -->\n```text\nplan -> ledger\nledger ->\ntestkit -> ledger\n```\n<!-- edges -->\n";
        assert_eq!(check_document(document), Vec::<String>::new());
    }

    #[test]
    fn an_unlisted_edge_a_gone_edge_and_a_gone_crate_are_found_in_their_lines() {
        let document = "<!-- edges -->\nplan ->\nledger -> plan\ntestkit -> ledger\nlearn ->\n<!-- edges -->\n";
        assert_eq!(
            check_document(document),
            [
                "5: `learn` is listed but is no crate",
                "3: `ledger` is said to use `plan`, but does not",
                "2: `plan` uses `ledger`, which is not listed",
            ]
        );
    }

    #[test]
    fn a_missing_list_is_offered_ready_to_paste() {
        let mut tree = Tree::of(&[]);
        tree.metadata = METADATA.to_owned();
        assert!(check(&tree)[0].remedy.contains("plan -> ledger\n"));
    }
}
