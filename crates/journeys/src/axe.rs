use crate::{page::Page, root};
use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// WCAG 2.2 AA and all below it.
const STANDARD: &str = r#"["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]"#;

/// A rule of accessibility that a page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule's name: `color-contrast`, `label`.
    pub id: String,
    pub impact: Option<String>,
    pub help: String,
    /// The elements, and what is wrong with each.
    pub nodes: Vec<Node>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    pub html: String,
    pub failure_summary: Option<String>,
}

impl Page {
    /// What breaks WCAG 2.2 AA on the page as it is now, as far as axe can tell.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        let file = root().join("node_modules/axe-core/axe.min.js");
        let script = std::fs::read_to_string(&file)
            .with_context(|| format!("{} is missing; run `cargo xtask assets`", file.display()))?;
        if self.look::<String>("typeof axe").await? == "undefined" {
            self.look::<serde_json::Value>(&format!("{script}; null"))
                .await?;
        }
        self.look(&format!(
            "axe.run(document, {{ preload: false, resultTypes: ['violations'], runOnly: {{ type: 'tag', values: {STANDARD} }} }}).then(found => found.violations)"
        ))
        .await
    }

    /// Fails when axe finds anything.
    pub async fn must_be_accessible(&self) -> Result<()> {
        let violations = self.axe().await?;
        if violations.is_empty() {
            return Ok(());
        }
        let mut report = String::new();
        for violation in &violations {
            report += &format!("{}: {}\n", violation.id, violation.help);
            for node in &violation.nodes {
                let summary = node.failure_summary.as_deref().unwrap_or_default();
                report += &format!("  {}\n    {}\n", node.html, summary.replace('\n', "\n    "));
            }
        }
        bail!("{} is not accessible:\n{report}", self.path().await?)
    }
}
