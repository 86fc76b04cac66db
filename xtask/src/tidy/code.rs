//! Which lines of a Rust file are the product's, and which only test it.

pub fn is_rust(path: &str) -> bool {
    path.ends_with(".rs")
}

/// The lines that are built into the product, each with its number counted from 1. Files that are not Rust are all
/// product; in Rust, files of tests are none of it, and unit tests stand at the bottom of their file.
pub fn product_lines<'a>(path: &str, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    let rust = is_rust(path);
    let product = if rust && is_test_file(path) { "" } else { text };
    let end = if rust { unit_tests(product) } else { None };
    product[..end.unwrap_or(product.len())]
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
}

/// Whether `line` has `text` as words of its own: `script {` does not stand in `noscript {`.
pub fn has_words(line: &str, text: &str) -> bool {
    let begins_word = text.starts_with(is_of_word);
    let ends_word = text.ends_with(is_of_word);
    line.match_indices(text).any(|(start, _)| {
        let (before, after) = (&line[..start], &line[start + text.len()..]);
        !(begins_word && before.ends_with(is_of_word) || ends_word && after.starts_with(is_of_word))
    })
}

fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// Where the module of unit tests begins. A single item for tests, or tests in a file of their own, ends nothing.
fn unit_tests(text: &str) -> Option<usize> {
    const MARK: &str = "#[cfg(test)]\n";
    text.match_indices(MARK)
        .map(|(start, _)| start)
        .find(|start| {
            let next = text[start + MARK.len()..]
                .lines()
                .next()
                .unwrap_or_default();
            let at_margin = *start == 0 || text[..*start].ends_with('\n');
            at_margin && next.contains("mod ") && next.ends_with('{')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(path: &str, text: &str) -> Vec<usize> {
        product_lines(path, text)
            .map(|(number, _)| number)
            .collect()
    }

    #[test]
    fn unit_tests_at_the_bottom_are_not_the_product() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n}\n";
        assert_eq!(numbers("crates/a/src/a.rs", text), [1]);
    }

    #[test]
    fn one_item_for_tests_does_not_hide_what_follows_it() {
        let text = "#[cfg(test)]\nmod tests;\nimpl A {\n    #[cfg(test)]\n    fn a() {}\n}\n";
        assert_eq!(numbers("crates/a/src/a.rs", text), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn files_of_tests_have_no_product_and_files_of_styles_nothing_else() {
        assert_eq!(numbers("crates/a/tests/a.rs", "x\n"), [] as [usize; 0]);
        assert_eq!(numbers("crates/a/src/a/tests.rs", "x\n"), [] as [usize; 0]);
        assert_eq!(numbers("crates/a/assets/a.css", "x\ny\n"), [1, 2]);
    }

    #[test]
    fn a_word_is_not_found_inside_a_longer_one() {
        assert!(has_words("@if a { script { } }", "script {"));
        assert!(has_words("noscript { script {", "script {"));
        assert!(!has_words("noscript { }", "script {"));
        assert!(!has_words("MyTransactionTraits", "TransactionTrait"));
    }
}
