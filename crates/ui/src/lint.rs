//! What every page's HTML keeps to. Used by the tests of every crate that has pages.
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with a whole page, one sentence each; empty when it is right.
pub fn lint(html: &str) -> Vec<String> {
    Page::new(html).check()
}

/// Panics with all that is wrong; `name` tells which page it was.
///
/// # Panics
/// When [`lint`] finds anything.
pub fn assert_clean(name: &str, html: &str) {
    let problems = lint(html);
    assert!(problems.is_empty(), "{name}:\n  {}", problems.join("\n  "));
}

struct Page {
    document: Html,
    ids: BTreeSet<String>,
    problems: Vec<String>,
}

impl Page {
    fn new(html: &str) -> Self {
        let document = Html::parse_document(html);
        let any_id = Selector::parse("[id]").expect("a fixed selector");
        let ids = document
            .select(&any_id)
            .map(|e| attr(e, "id").to_owned())
            .collect();
        Self {
            document,
            ids,
            problems: Vec::new(),
        }
    }

    fn check(mut self) -> Vec<String> {
        self.frame();
        self.ids();
        self.references();
        self.fields();
        self.names();
        self.tables();
        self.policy();
        self.problems
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("selectors here are written in code");
        self.document.select(&selector).collect()
    }

    fn say(&mut self, found: Vec<String>) {
        self.problems.extend(found);
    }

    fn frame(&mut self) {
        let mut found = Vec::new();
        let headings = self.all("h1").len();
        if headings != 1 {
            found.push(format!("there are {headings} h1 instead of one"));
        }
        if self.all("html[lang]").is_empty() {
            found.push("html has no lang".to_owned());
        }
        if self
            .all("head > title")
            .iter()
            .all(|title| text(*title).is_empty())
        {
            found.push("the page has no title".to_owned());
        }
        let mains = self.all("main").len();
        if mains != 1 {
            found.push(format!("there are {mains} main instead of one"));
        }
        self.say(found);
    }

    fn ids(&mut self) {
        let mut seen = BTreeMap::<String, usize>::new();
        for element in self.all("[id]") {
            *seen.entry(attr(element, "id").to_owned()).or_default() += 1;
        }
        let found = seen
            .into_iter()
            .filter(|(id, count)| 1 < *count || id.is_empty() || id.contains(' '))
            .map(|(id, count)| format!("the id '{id}' stands {count} times or is not an id"))
            .collect();
        self.say(found);
    }

    fn references(&mut self) {
        let mut found = Vec::new();
        for name in [
            "for",
            "list",
            "form",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
        ] {
            for element in self.all(&format!("[{name}]")) {
                for id in attr(element, name).split_whitespace() {
                    if !self.has_id(id) {
                        found.push(format!(
                            "{} names the id '{id}' in {name}, which is not on the page",
                            sketch(element)
                        ));
                    }
                }
            }
        }
        for element in self.all("[hx-target]") {
            let target = attr(element, "hx-target");
            let known = match target.strip_prefix('#') {
                Some(id) => self.has_id(id),
                None => {
                    ["this", "closest ", "find ", "next", "previous"]
                        .iter()
                        .any(|word| target.starts_with(word))
                        || Selector::parse(target)
                            .is_ok_and(|selector| self.document.select(&selector).next().is_some())
                }
            };
            if !known {
                found.push(format!(
                    "{} has hx-target '{target}', which is not on the page",
                    sketch(element)
                ));
            }
        }
        for link in self.all("a[href^='#']") {
            let id = attr(link, "href").trim_start_matches('#');
            if !id.is_empty() && !self.has_id(id) {
                found.push(format!("a link leads to '#{id}', which is not on the page"));
            }
        }
        self.say(found);
    }

    fn fields(&mut self) {
        let mut found = Vec::new();
        let labelled_ids: BTreeSet<&str> = self
            .all("label[for]")
            .into_iter()
            .filter(|label| !text(*label).is_empty())
            .map(|label| attr(label, "for"))
            .collect();
        for field in self.all("input, select, textarea, progress") {
            if ["hidden", "submit", "button", "reset"].contains(&attr(field, "type")) {
                continue;
            }
            let id = attr(field, "id");
            let labelled = !attr(field, "aria-label").is_empty()
                || !attr(field, "aria-labelledby").is_empty()
                || labelled_ids.contains(id)
                || field
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|above| above.value().name() == "label");
            if !labelled {
                found.push(format!("{} has no label", sketch(field)));
            }
        }
        for group in self.all("fieldset") {
            let legend = group.children().filter_map(ElementRef::wrap).next();
            if !legend
                .is_some_and(|first| first.value().name() == "legend" && !text(first).is_empty())
            {
                found.push(format!("{} does not begin with a legend", sketch(group)));
            }
        }
        self.say(found);
    }

    fn names(&mut self) {
        let mut found = Vec::new();
        for element in self.all("a[href], button, summary") {
            let pictures = Selector::parse("img[alt], title").expect("a fixed selector");
            let named = !text(element).is_empty()
                || !attr(element, "aria-label").is_empty()
                || element
                    .select(&pictures)
                    .any(|picture| !attr(picture, "alt").is_empty() || !text(picture).is_empty());
            if !named {
                found.push(format!("{} has no text", sketch(element)));
            }
            if attr(element, "href")
                .trim_start()
                .to_ascii_lowercase()
                .starts_with("javascript:")
            {
                found.push(format!("{} is a script", sketch(element)));
            }
        }
        found.extend(
            self.all("img:not([alt])")
                .into_iter()
                .map(|image| format!("{} has no alt", sketch(image))),
        );
        found.extend(
            self.all("[role='img']")
                .into_iter()
                .filter(|image| {
                    attr(*image, "aria-label").is_empty()
                        && attr(*image, "aria-labelledby").is_empty()
                })
                .map(|image| format!("{} has no name", sketch(image))),
        );
        found.extend(
            self.all("nav, dialog, section, [role='group'], [role='region']")
                .into_iter()
                .filter(|part| {
                    attr(*part, "aria-label").is_empty()
                        && attr(*part, "aria-labelledby").is_empty()
                })
                .map(|part| format!("{} has no name", sketch(part))),
        );
        self.say(found);
    }

    fn tables(&mut self) {
        let head = Selector::parse("thead th").expect("a fixed selector");
        let caption = Selector::parse("caption").expect("a fixed selector");
        let mut found = Vec::new();
        for table in self.all("table") {
            if table.select(&head).next().is_none() {
                found.push(format!("{} has no head", sketch(table)));
            }
            if table
                .select(&caption)
                .all(|caption| text(caption).is_empty())
            {
                found.push(format!("{} has no caption", sketch(table)));
            }
        }
        self.say(found);
    }

    /// The content security policy has no `unsafe-*`: nothing of the sort may stand in the HTML.
    fn policy(&mut self) {
        let mut found = Vec::new();
        found.extend(
            self.all("style")
                .into_iter()
                .map(|_| "there is an inline style sheet".to_owned()),
        );
        found.extend(
            self.all("[style]")
                .into_iter()
                .map(|element| format!("{} has a style attribute", sketch(element))),
        );
        found.extend(
            self.all("script:not([src])")
                .into_iter()
                .filter(|script| attr(*script, "type") != "application/json")
                .map(|_| "there is an inline script".to_owned()),
        );
        for element in self.all("*") {
            for (name, _) in element.value().attrs() {
                if name.starts_with("on") || name.starts_with("hx-on") {
                    found.push(format!("{} carries a script in {name}", sketch(element)));
                }
            }
        }
        for element in self.all("[src], link[href], use[href]") {
            let address = if attr(element, "src").is_empty() {
                attr(element, "href")
            } else {
                attr(element, "src")
            };
            if address.starts_with("//") || address.contains("://") {
                found.push(format!("{} loads from outside: {address}", sketch(element)));
            }
        }
        self.say(found);
    }

    fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

fn attr<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// Enough of an element to find it.
fn sketch(element: ElementRef<'_>) -> String {
    let mut sketch = format!("<{}", element.value().name());
    for name in ["id", "name", "class", "href"] {
        if let Some(value) = element.value().attr(name) {
            sketch.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    sketch.push('>');
    sketch
}

#[cfg(test)]
mod tests {
    use super::lint;

    fn page(main: &str) -> String {
        format!(
            r#"<!DOCTYPE html><html lang="zh-Hans"><head><title>t</title></head><body><main><h1>t</h1>{main}</main></body></html>"#
        )
    }

    #[test]
    fn a_plain_page_is_clean() {
        assert_eq!(lint(&page("<p>好</p>")), Vec::<String>::new());
    }

    #[test]
    fn each_promise_is_noticed_when_it_is_broken() {
        for (broken, word) in [
            ("<h1>two</h1>", "h1"),
            (r#"<input name="a">"#, "label"),
            (r#"<p id="a"></p><p id="a"></p>"#, "id"),
            (
                r##"<a href="/x" hx-get="/x" hx-target="#gone">x</a>"##,
                "hx-target",
            ),
            (r#"<img src="/a.png">"#, "alt"),
            ("<style>a{}</style>", "style"),
            (r#"<p style="color:red">x</p>"#, "style"),
            ("<script>1</script>", "script"),
            (r#"<p onclick="x()">x</p>"#, "onclick"),
            (r#"<p hx-on:click="x()">x</p>"#, "hx-on"),
            (r#"<a href="/x"></a>"#, "text"),
            ("<table><tr><td>1</td></tr></table>", "head"),
            (
                r#"<img alt="x" src="https://example.org/a.png">"#,
                "outside",
            ),
            (r#"<label for="gone">x</label>"#, "gone"),
            ("<fieldset><input type=hidden></fieldset>", "legend"),
        ] {
            let problems = lint(&page(broken)).join("; ");
            assert!(problems.contains(word), "{broken}: {problems}");
        }
        assert!(lint("<p>x</p>").join("; ").contains("lang"));
    }
}
