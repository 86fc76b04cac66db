//! The least that a whole page keeps to, until `ui::lint` takes over.
use super::{selector, text_of};
use scraper::Html;
use std::collections::BTreeSet;

pub(super) fn lint(html: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_whole = html.contains("<html");
    let html = Html::parse_document(html);
    if is_whole && html.select(&selector("h1")).count() != 1 {
        wrong.push("a page has exactly one h1".to_owned());
    }
    let mut ids = BTreeSet::new();
    for element in html.select(&selector("[id]")) {
        let id = element.value().attr("id").unwrap_or_default();
        if !ids.insert(id) {
            wrong.push(format!("the id `{id}` is there twice"));
        }
    }
    for link in html.select(&selector("a[href]")) {
        if text_of(link).is_empty() && link.value().attr("aria-label").is_none() {
            wrong.push("a link has no words".to_owned());
        }
    }
    wrong
}
