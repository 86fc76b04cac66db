use crate::shell::{command, output};
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// The files of the workspace as git sees them (ignored ones are not there), and cargo's description of it.
pub struct Tree {
    /// Path from the root -> text; None when it is not text.
    files: BTreeMap<String, Option<String>>,
    /// What `cargo metadata --no-deps` printed.
    pub metadata: String,
}

impl Tree {
    pub fn read(root: &Path, metadata: String) -> Result<Self> {
        let list = output(
            command("git")
                .args([
                    "ls-files",
                    "-z",
                    "--cached",
                    "--others",
                    "--exclude-standard",
                ])
                .current_dir(root),
        )
        .context("tidy asks git which files belong to the workspace")?;
        let mut files = BTreeMap::new();
        for path in list.split('\0').filter(|path| !path.is_empty()) {
            // A file that git knows but that was just removed.
            let Ok(bytes) = fs::read(root.join(path)) else {
                continue;
            };
            files.insert(path.to_owned(), String::from_utf8(bytes).ok());
        }
        Ok(Self { files, metadata })
    }

    /// Every path, text or not.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every file that is text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// The folder names under crates/.
    pub fn crates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .paths()
            .filter_map(|path| {
                path.strip_prefix("crates/")?
                    .strip_suffix("/Cargo.toml")
                    .filter(|name| !name.contains('/'))
            })
            .collect();
        names.sort_unstable();
        names
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned())))
                .collect(),
            metadata: String::new(),
        }
    }
}
