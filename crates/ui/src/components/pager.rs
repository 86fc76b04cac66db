use crate::{
    Icon,
    icons::icon,
    query::with_params,
    words::{Texts, texts},
};
use kernel::{Lang, limits::PAGE_ROWS};
use maud::{Markup, html};

/// Which rows of how many are shown. Sets the parameters `page` (from 1) and `rows`, keeps all others.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pager<'a> {
    /// Path and query of the list.
    pub path: &'a str,
    /// From 1.
    pub page: u64,
    /// Rows on a page.
    pub rows: u64,
    pub total: u64,
}

impl Pager<'_> {
    /// How many pages there are, at least one.
    pub fn pages(&self) -> u64 {
        self.total.div_ceil(self.rows.max(1)).max(1)
    }

    fn to(&self, page: u64) -> String {
        with_params(self.path, &[("page", &page.to_string())])
    }
}

/// The total is shown even when all rows fit on one page: it equals the number that led here.
pub fn pager(lang: Lang, pager: Pager<'_>) -> Markup {
    let t = texts(lang);
    let (page, pages) = (pager.page.clamp(1, pager.pages()), pager.pages());
    html! {
        nav class="pager" aria-label=(t.pager_label()) {
            p class="pager-total" { (range_in_words(t, &pager, page)) }
            @if PAGE_ROWS[0] < pager.total {
                ul class="pager-sizes" aria-label=(t.rows_per_page()) {
                    @for rows in PAGE_ROWS {
                        li {
                            a href=(with_params(pager.path, &[("rows", &rows.to_string()), ("page", "")]))
                                aria-current=[(rows == pager.rows).then_some("true")]
                                aria-label=(t.rows_each(rows)) { (rows) }
                        }
                    }
                }
            }
            @if 1 < pages {
                ul class="pager-pages" {
                    li { (step(&pager, (1 < page).then(|| page - 1), &t.page_previous(), Icon::Back)) }
                    @for shown in shown_pages(page, pages) {
                        li {
                            @match shown {
                                Some(number) => a href=(pager.to(number)) aria-current=[(number == page).then_some("page")]
                                    aria-label=(t.page_number(number.to_string())) { (number) },
                                None => span class="pager-gap" { "…" },
                            }
                        }
                    }
                    li { (step(&pager, (page < pages).then(|| page + 1), &t.page_next(), Icon::Forward)) }
                }
            }
        }
    }
}

fn range_in_words(t: &Texts, pager: &Pager<'_>, page: u64) -> String {
    let total = pager.total.to_string();
    if pager.total <= pager.rows {
        return t.rows_total(total);
    }
    let from = (page - 1) * pager.rows + 1;
    let to = (page * pager.rows).min(pager.total);
    t.rows_range(from.to_string(), to.to_string(), total)
}

fn step(pager: &Pager<'_>, to: Option<u64>, label: &str, shown: Icon) -> Markup {
    html! {
        @match to {
            Some(page) => a href=(pager.to(page)) aria-label=(label) { (icon(shown)) },
            None => span class="pager-off" aria-hidden="true" { (icon(shown)) },
        }
    }
}

/// First, last and the neighbours of the current page; `None` stands for those left out.
fn shown_pages(page: u64, pages: u64) -> Vec<Option<u64>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for number in 1..=pages {
        let near = number.abs_diff(page) <= 1 || number == 1 || number == pages;
        if !near {
            continue;
        }
        match number - last {
            0 | 1 => {}
            2 => shown.push(Some(number - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(number));
        last = number;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown_pages;

    fn drawn(page: u64, pages: u64) -> String {
        let words: Vec<String> = shown_pages(page, pages)
            .into_iter()
            .map(|page| page.map_or("…".to_owned(), |page| page.to_string()))
            .collect();
        words.join(" ")
    }

    #[test]
    fn first_last_and_neighbours_are_shown_and_no_gap_hides_a_single_page() {
        assert_eq!(drawn(1, 1), "1");
        assert_eq!(drawn(1, 3), "1 2 3");
        assert_eq!(drawn(1, 12), "1 2 … 12");
        assert_eq!(drawn(4, 12), "1 2 3 4 5 … 12");
        assert_eq!(drawn(6, 12), "1 … 5 6 7 … 12");
        assert_eq!(drawn(12, 12), "1 … 11 12");
    }
}
