//! Takes the pictures that xtask/screenshots.txt lists: `screenshots LIST FOLDER [--whole] [name…]`.
use anyhow::{Context, Result};
use journeys::{Browser, Page, Viewport, Zone};
use std::path::Path;

/// A line of the list: `path | person | name`.
#[derive(Debug, PartialEq, Eq)]
struct Shot {
    path: String,
    /// A role or a name; nobody logs in for `-`.
    person: String,
    name: String,
}

#[tokio::main]
async fn main() -> Result<()> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let whole = args.iter().any(|arg| arg == "--whole");
    args.retain(|arg| arg != "--whole");
    let [list, folder, names @ ..] = args.as_slice() else {
        anyhow::bail!("usage: screenshots LIST FOLDER [--whole] [name…]");
    };
    let list = std::fs::read_to_string(list).with_context(|| format!("{list} cannot be read"))?;
    let shots: Vec<Shot> = shots(&list)?
        .into_iter()
        .filter(|shot| names.is_empty() || names.iter().any(|name| shot.name.contains(name)))
        .collect();
    anyhow::ensure!(!shots.is_empty(), "no page has such a name");

    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    for (viewport, size) in [(Viewport::Desktop, "desktop"), (Viewport::Phone, "phone")] {
        for (language, lang) in [("zh-CN", "zh"), ("en", "en")] {
            for shot in &shots {
                let page = open(&browser, &zone, shot, viewport, language).await?;
                let file = Path::new(folder).join(format!("{}-{size}-{lang}.png", shot.name));
                if whole {
                    page.screenshot_whole(&file).await?;
                } else {
                    page.screenshot(&file).await?;
                }
                println!("{}", file.display());
            }
        }
    }
    browser.close().await
}

async fn open(
    browser: &Browser,
    zone: &Zone,
    shot: &Shot,
    viewport: Viewport,
    language: &str,
) -> Result<Page> {
    let page = browser.page(viewport).await?;
    page.set_language(language).await?;
    if shot.person != "-" {
        page.log_in(zone, &shot.person).await?;
    }
    page.goto(&zone.url(&shot.path)).await?;
    Ok(page)
}

fn shots(list: &str) -> Result<Vec<Shot>> {
    list.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [path, person, name] = cells[..] else {
                anyhow::bail!("line {}: `path | person | name` is wanted", index + 1);
            };
            Ok(Shot {
                path: path.to_owned(),
                person: person.to_owned(),
                name: name.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_and_a_short_line_is_named() {
        let shots = shots("# pages\n/ | clerk | mine\n").unwrap();
        assert_eq!(
            (shots[0].path.as_str(), shots[0].name.as_str()),
            ("/", "mine")
        );
        assert!(
            super::shots("/ | clerk\n")
                .unwrap_err()
                .to_string()
                .contains("line 1")
        );
    }
}
