//! No page ever loads anything from another host.
use super::{Finding, code::product_lines, tree::Tree};

const WHY: &str =
    "the product runs where no outside address is reached, and tells nobody who reads it";
/// Names of XML languages look like addresses and are never fetched.
const NAMESPACES: &str = "http://www.w3.org/";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| path.starts_with("crates/")) {
        let loads: &[&str] = match path.rsplit_once('.').map(|(_, extension)| extension) {
            Some("css" | "js" | "svg" | "html") => &["http://", "https://", "url(//", "\"//"],
            Some("rs") => &["src=\"http", "src=\"//", "srcset=\"http", "@import"],
            _ => continue,
        };
        for (number, line) in product_lines(path, text) {
            let line = line.replace(NAMESPACES, "");
            if let Some(found) = loads.iter().find(|text| line.contains(**text)) {
                findings.push(Finding {
                    path: path.to_owned(),
                    line: number,
                    what: format!("`{found}…` leads to another host"),
                    why: WHY,
                    remedy: "bring it in through package.json and serve it ourselves".to_owned(),
                });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_of_another_host_is_found_and_a_namespace_is_not() {
        let tree = Tree::of(&[
            (
                "crates/ui/assets/a.css",
                "p {}\n@font-face { src: url(https://fonts.example/a) }\n",
            ),
            (
                "crates/ui/assets/a.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
            ),
            (
                "crates/ui/src/a.rs",
                "fn a() {}\n#[cfg(test)]\nmod tests {\n  const BROKEN: &str = r#\"<img src=\"https://a.example/a.png\">\"#;\n}\n",
            ),
            ("README.md", "https://example.org\n"),
        ]);
        let findings = check(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!(
            (findings[0].path.as_str(), findings[0].line),
            ("crates/ui/assets/a.css", 2)
        );
    }
}
