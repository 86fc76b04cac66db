//! What a person does on a page.
use crate::{
    keys,
    page::{Page, Target},
};
use anyhow::{Context, Result, bail};
use chromiumoxide::{
    cdp::browser_protocol::{dom::SetFileInputFilesParams, input::InsertTextParams},
    layout::Point,
    page::ScreenshotParams,
};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Spot {
    x: f64,
    y: f64,
}

impl Page {
    /// Opens an address and waits until it has loaded.
    pub async fn goto(&self, url: &str) -> Result<()> {
        let outcome = async {
            self.tab.goto(url).await?;
            self.settle().await
        };
        self.end(format!("going to {url}"), outcome.await).await
    }

    /// Clicks a button, link, tab or label by what is written on it, where a person would; then waits for rest.
    pub async fn click(&self, target: impl Into<Target>) -> Result<()> {
        let target = target.into();
        let call = format!("point({})", finder("clickable", &target));
        let outcome = async {
            let spot: Spot = self.until(async || self.find(&call).await).await?;
            self.tab.click(Point::new(spot.x, spot.y)).await?;
            self.settle().await
        };
        self.end(format!("clicking {target:?}"), outcome.await)
            .await
    }

    /// Puts `value` into a field by its label: types it, sets a date, chooses by the option's words, or attaches a file by path.
    pub async fn fill(&self, target: impl Into<Target>, value: &str) -> Result<()> {
        let target = target.into();
        let outcome = self.fill_in(&finder("control", &target), value).await;
        self.end(format!("filling {target:?} with {value:?}"), outcome)
            .await
    }

    async fn fill_in(&self, control: &str, value: &str) -> Result<()> {
        let prepare = format!("prepare({control})");
        let way: String = self.until(async || self.find(&prepare).await).await?;
        let quoted = quoted(value);
        match way.as_str() {
            "set" | "choose" => {
                self.find::<bool>(&format!("{way}({control}, {quoted})"))
                    .await?;
            }
            "file" => {
                let object = self.find_object(control).await?;
                let mut files = SetFileInputFilesParams::new(vec![value.to_owned()]);
                files.object_id = object.object_id;
                self.tab.execute(files).await?;
            }
            // What stood there is selected: typing replaces it, and nothing typed removes it.
            _ if value.is_empty() => self.strike("Delete").await?,
            _ => {
                self.tab.execute(InsertTextParams::new(value)).await?;
            }
        }
        self.settle().await
    }

    /// Presses a key: `Enter`, `Tab`, `Shift+Tab`, `Escape`, `ArrowDown`, `/`, `Control+a`.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let outcome = async {
            self.strike(keys).await?;
            self.settle().await
        };
        self.end(format!("pressing {keys}"), outcome.await).await
    }

    async fn strike(&self, keys: &str) -> Result<()> {
        for stroke in keys::strokes(keys)? {
            self.tab.execute(stroke).await?;
        }
        Ok(())
    }

    /// Waits until something matches and can be seen; gives its text.
    pub async fn wait_for(&self, selector: &str) -> Result<String> {
        let text = format!(
            "(e => {{ if (!visible(e)) throw new Error('it is there but cannot be seen'); return e.innerText || e.value || ''; }})(selected({}))",
            quoted(selector)
        );
        let outcome = self.until(async || self.find(&text).await).await;
        self.end(format!("waiting for {selector}"), outcome).await
    }

    /// Waits until the page says this.
    pub async fn wait_for_text(&self, wanted: &str) -> Result<()> {
        let outcome = self
            .until(async || {
                if !self.text().await?.contains(wanted) {
                    bail!("the page does not say it");
                }
                Ok(())
            })
            .await;
        self.end(format!("waiting for “{wanted}”"), outcome).await
    }

    /// How many elements match, now.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.look(&format!(
            "document.querySelectorAll({}).length",
            quoted(selector)
        ))
        .await
    }

    /// What a field holds.
    pub async fn value(&self, target: impl Into<Target>) -> Result<String> {
        self.find(&format!("{}.value", finder("control", &target.into())))
            .await
    }

    /// The name of what has the focus; empty when nothing has.
    pub async fn focused(&self) -> Result<String> {
        self.find("focused()").await
    }

    /// Fails when the page is wider than the window, naming what sticks out.
    pub async fn must_fit(&self) -> Result<()> {
        let overhang: Vec<String> = self.find("overhang()").await?;
        let outcome = if overhang.is_empty() {
            Ok(())
        } else {
            Err(anyhow::anyhow!(
                "it scrolls sideways:\n  {}",
                overhang.join("\n  ")
            ))
        };
        self.end("fitting the window".to_owned(), outcome).await
    }

    /// A picture of the window, as PNG. Missing folders are made.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        self.picture(path, false).await
    }

    /// A picture of the whole page, however long.
    pub async fn screenshot_whole(&self, path: &Path) -> Result<()> {
        self.picture(path, true).await
    }

    async fn picture(&self, path: &Path, whole: bool) -> Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let params = ScreenshotParams::builder().full_page(whole).build();
        let png = self.tab.screenshot(params).await?;
        std::fs::write(path, png).with_context(|| format!("{} cannot be written", path.display()))
    }
}

fn finder(by_name: &str, target: &Target) -> String {
    match target {
        Target::Name(name) => format!("{by_name}({})", quoted(name)),
        Target::Css(selector) => format!("selected({})", quoted(selector)),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
