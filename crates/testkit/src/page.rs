//! An answer, asked for what a person sees.
use axum::http::{HeaderMap, StatusCode, header, response::Parts};
use scraper::{ElementRef, Html, Selector};

/// An answer of the application. Questions about what is not there answer with nothing; wrong selectors panic.
#[derive(Debug, Clone)]
pub struct Page {
    pub url: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    /// Keeps the answer; a page of HTML must keep to the lint.
    #[track_caller]
    pub(crate) fn new(url: &str, parts: Parts, bytes: Vec<u8>) -> Page {
        let page = Page {
            url: url.to_owned(),
            status: parts.status,
            headers: parts.headers,
            bytes,
        };
        if page.is_html() {
            assert_eq!(page.lint(), Vec::<String>::new(), "the HTML of {url}");
        }
        page
    }

    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// Where the answer sends the browser.
    pub fn redirect(&self) -> Option<String> {
        if !self.status.is_redirection() {
            return None;
        }
        self.header("location").map(str::to_owned)
    }

    #[track_caller]
    pub fn assert_redirect(&self, to: impl ToString) {
        assert_eq!(
            (self.status(), self.redirect()),
            (303, Some(to.to_string())),
            "{}",
            self.text("main")
        );
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// An answer of the API.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    /// The language the page says it is in.
    pub fn lang(&self) -> String {
        self.attribute("html", "lang").unwrap_or_default()
    }

    pub fn h1(&self) -> String {
        self.text("h1")
    }

    /// The text of the first element that `css` selects, with single spaces.
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// The texts of all elements that `css` selects.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        html.select(&selector(css)).map(text_of).collect()
    }

    pub fn has(&self, css: &str) -> bool {
        let html = Html::parse_document(&self.html());
        html.select(&selector(css)).next().is_some()
    }

    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        let element = html.select(&selector(css)).next()?;
        element.value().attr(name).map(str::to_owned)
    }

    /// What is wrong, as a screen reader would interrupt with it.
    pub fn alert(&self) -> String {
        self.text("[role=alert]")
    }

    /// The fields that need a change, as the summary leads to them.
    pub fn problems(&self) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        let links = html
            .select(&selector(".problem-summary a"))
            .collect::<Vec<_>>();
        let to = links.iter().filter_map(|link| link.attr("href"));
        to.map(|to| to.trim_start_matches('#').to_owned()).collect()
    }

    /// What has just been done.
    pub fn notice(&self) -> String {
        self.text(".notice[role=status]")
    }

    /// What is said to be wrong with the field of this label. Nothing when there is no such field.
    pub fn field_error(&self, label: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        let field = html
            .select(&selector(".field"))
            .find(|field| labelled(*field, label))?;
        let problem = field.select(&selector(".problem")).next()?;
        let prefix = problem
            .select(&selector(".sr-only"))
            .next()
            .map(text_of)
            .unwrap_or_default();
        let said = text_of(problem);
        Some(
            said.strip_prefix(&prefix)
                .unwrap_or(&said)
                .trim()
                .to_owned(),
        )
    }

    /// The value that a form would send for the field of this name.
    pub fn value(&self, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        let css = format!(
            "input[name=\"{name}\"]:not([type=radio]):not([type=checkbox]), \
             input[name=\"{name}\"][checked], textarea[name=\"{name}\"], select[name=\"{name}\"]"
        );
        let control = html.select(&selector(&css)).next()?;
        match control.value().name() {
            "textarea" => Some(control.text().collect()),
            "select" => control
                .select(&selector("option[selected]"))
                .next()
                .or_else(|| control.select(&selector("option")).next())
                .and_then(|option| option.value().attr("value").map(str::to_owned)),
            _ => Some(control.value().attr("value").unwrap_or("on").to_owned()),
        }
    }

    /// The rows of the page's first table, cell by cell.
    pub fn table(&self) -> Vec<Vec<String>> {
        self.tables().into_iter().next().unwrap_or_default()
    }

    /// The body rows of each table of the page.
    pub fn tables(&self) -> Vec<Vec<Vec<String>>> {
        let html = Html::parse_document(&self.html());
        let (rows, cells) = (selector("tbody tr"), selector("th, td"));
        let row = |row: ElementRef<'_>| row.select(&cells).map(text_of).collect();
        html.select(&selector("table"))
            .map(|table| table.select(&rows).map(row).collect())
            .collect()
    }

    /// Every link of the page's own part: its text, and where it leads.
    pub fn links(&self) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.html());
        let href =
            |link: ElementRef<'_>| Some((text_of(link), link.value().attr("href")?.to_owned()));
        html.select(&selector("main a[href]"))
            .filter_map(href)
            .collect()
    }

    /// Where the link with this text leads, or the first one that begins with it.
    pub fn link(&self, text: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        let selector = selector("a[href]");
        let mut links = html.select(&selector);
        let exact = html.select(&selector).find(|link| text_of(*link) == text);
        let link = exact.or_else(|| links.find(|link| text_of(*link).starts_with(text)))?;
        link.value().attr("href").map(str::to_owned)
    }

    /// What is wrong with the page's HTML. Fragments for htmx are held against the lint within their page only.
    pub fn lint(&self) -> Vec<String> {
        let html = self.html();
        if html.contains("<html") {
            ui::lint::lint(&html)
        } else {
            Vec::new()
        }
    }

    fn is_html(&self) -> bool {
        self.headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    }
}

fn labelled(field: ElementRef<'_>, label: &str) -> bool {
    let css = selector("label, legend");
    field.select(&css).any(|element| {
        let said = text_of(element);
        let said = said.split(['（', '(']).next().unwrap_or_default().trim();
        said == label || text_of(element) == label
    })
}

fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn selector(css: &str) -> Selector {
    match Selector::parse(css) {
        Ok(selector) => selector,
        Err(problem) => panic!("`{css}` is no CSS selector: {problem}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Response;
    use kernel::Lang;
    use maud::{Markup, html};
    use ui::form::{self, Field};

    fn page(main: Markup) -> Page {
        let html = html! { main { (main) } }.into_string();
        let (parts, ()) = Response::new(()).into_parts();
        Page::new("/test", parts, html.into_bytes())
    }

    #[test]
    fn a_field_is_found_by_its_label_with_or_without_the_mark_of_an_optional_one() {
        let page = page(html! {
            (form::text(Lang::Zh, Field::new("place", "地点", "三楼").problem(Some("请写全称。"))))
            (form::text_area(Lang::Zh, Field::new("note", "备注", "甲\n乙").required()))
        });
        assert_eq!(page.field_error("地点").as_deref(), Some("请写全称。"));
        assert_eq!(page.field_error("备注"), None);
        assert_eq!(page.field_error("没有的"), None);
        assert_eq!(page.value("place").as_deref(), Some("三楼"));
        assert_eq!(page.value("note").as_deref(), Some("甲\n乙"));
    }

    #[test]
    fn a_link_is_found_by_its_words_the_exact_ones_first() {
        let page = page(html! { a href="/1" { "任务一览" } a href="/2" { "任务" } });
        assert_eq!(page.link("任务").as_deref(), Some("/2"));
        assert_eq!(page.link("任务一").as_deref(), Some("/1"));
        assert_eq!(page.link("单位"), None);
    }

    #[test]
    fn a_table_reads_cell_by_cell_with_single_spaces() {
        let page = page(html! {
            table {
                thead { tr { th { "单位" } th { "次数" } } }
                tbody { tr { th { "甲 " b { "支部" } } td { "3" } } }
            }
        });
        assert_eq!(page.table(), [["甲 支部", "3"]]);
    }
}
