//! What others wrote is fetched by lock file, never committed.
use super::{Finding, tree::Tree};

const FOLDERS: [&str; 3] = ["node_modules/", "vendor/", "third_party/"];
const ENDS: [&str; 10] = [
    ".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".otf", ".ttc", ".wasm", ".so", ".deb",
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.paths()
        .filter(|path| {
            let in_folder = FOLDERS
                .iter()
                .any(|folder| path.starts_with(folder) || path.contains(&format!("/{folder}")));
            in_folder || ENDS.iter().any(|end| path.ends_with(end))
        })
        .map(|path| Finding {
            path: path.to_owned(),
            line: 0,
            what: "it looks like the work of others".to_owned(),
            why: "copies grow old, and their licences are not ours to pass on",
            remedy: "name it in package.json or Cargo.toml and let `cargo xtask assets` fetch it"
                .to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_scripts_and_fonts_are_found() {
        let tree = Tree::of(&[
            ("crates/ui/vendor/htmx.js", ""),
            ("crates/ui/assets/chart.min.js", ""),
            ("crates/ui/assets/app.js", ""),
            ("crates/vendors/src/lib.rs", ""),
        ]);
        let paths: Vec<String> = check(&tree)
            .into_iter()
            .map(|finding| finding.path)
            .collect();
        assert_eq!(
            paths,
            ["crates/ui/assets/chart.min.js", "crates/ui/vendor/htmx.js"]
        );
    }
}
