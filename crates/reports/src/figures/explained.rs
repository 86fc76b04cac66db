//! What a formula counts, in words: read off the formula itself, so that it cannot say something else.
use super::sides::sum_in_words;
use crate::words;
use kernel::Lang;
use ledger::{
    Book,
    figure::{Against, Node, QuotedPart},
};

/// The title of an account, with what is below an open one: `支部动员（学习教育，党支部）`.
pub fn account_title(book: &Book, code: &str, lang: Lang) -> String {
    match book.declaration(code) {
        Some(account) if account.code == code => account.title.get(lang).to_owned(),
        Some(account) => {
            let below = code.get(account.code.len() + 1..).unwrap_or_default();
            words::texts(lang).account_below(account.title.get(lang), below)
        }
        // A parent of declared accounts has no title of its own: it is named by its children.
        None => {
            let prefix = format!("{code}.");
            let accounts = book.accounts();
            let children = accounts
                .iter()
                .filter(|account| account.code.starts_with(&prefix));
            let titles: Vec<&str> = children
                .take(4)
                .map(|account| account.title.get(lang))
                .collect();
            titles.join(words::texts(lang).list_comma().as_str())
        }
    }
}

/// What a formula counts, in a sentence's words.
pub fn node(book: &Book, of: &Node, lang: Lang) -> String {
    let t = words::texts(lang);
    let said = |of: &Node| node(book, of, lang);
    match of {
        Node::Sum(sum) => sum_in_words(book, sum, lang),
        Node::Highest(sum) => t.explained_highest(sum_in_words(book, sum, lang)),
        Node::Quoted(quoted) => {
            let series = quoted.series.as_str();
            let code = series.split_once('.').map_or(series, |(_, code)| code);
            match quoted.what {
                QuotedPart::Value => t.explained_quoted(code),
                QuotedPart::Growth => t.explained_published_growth(code),
                QuotedPart::ComparableGrowth => t.explained_comparable_growth(code),
            }
        }
        Node::Plus(a, b) => t.explained_plus(said(a), said(b)),
        Node::Minus(a, b) => t.explained_minus(said(a), said(b)),
        Node::Ratio(a, b) => t.explained_ratio(said(a), said(b)),
        Node::Coverage(a, b) => t.explained_coverage(said(a), said(b)),
        Node::Growth(of, Against::YearBefore) => t.explained_growth_year(said(of)),
        Node::Growth(of, Against::PeriodBefore) => t.explained_growth_period(said(of)),
        Node::Points(a, b) => t.explained_points(said(a), said(b)),
    }
}
