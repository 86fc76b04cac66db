//! Cutting texts into what they are found by.
//!
//! Chinese is not cut by a dictionary: a dictionary cuts `路灯不亮` this way and `明月路路灯` that way, and then the one is not
//! found by the words of the other. Neighbouring pairs are the same wherever they stand.
use std::collections::BTreeSet;

/// What a record is found by: words of letters and digits, single Chinese characters, and neighbouring pairs of them.
pub fn of_text(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => {
                found.insert(word);
            }
            Run::Chinese(signs) => {
                found.extend(signs.iter().map(char::to_string));
                found.extend(pairs(&signs));
            }
        }
    }
    found
}

/// What a question asks for: words, pairs, and a single Chinese character only where it stands alone.
pub fn of_question(question: &str) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for run in runs(question) {
        match run {
            Run::Word(word) => {
                asked.insert(word);
            }
            Run::Chinese(signs) => match signs[..] {
                [alone] => {
                    asked.insert(alone.to_string());
                }
                _ => asked.extend(pairs(&signs)),
            },
        }
    }
    asked
}

enum Run {
    Word(String),
    Chinese(Vec<char>),
}

/// Letters and digits that stand together, and Chinese characters that do; signs part them.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_new = true;
    for sign in text.chars().map(half_width).flat_map(char::to_lowercase) {
        match (sign, runs.last_mut()) {
            (sign, _) if !sign.is_alphanumeric() => {
                is_new = true;
                continue;
            }
            (sign, Some(Run::Chinese(signs))) if is_chinese(sign) && !is_new => signs.push(sign),
            (sign, _) if is_chinese(sign) => runs.push(Run::Chinese(vec![sign])),
            (sign, Some(Run::Word(word))) if !is_new => word.push(sign),
            (sign, _) => runs.push(Run::Word(sign.to_string())),
        }
        is_new = false;
    }
    runs
}

fn pairs(signs: &[char]) -> impl Iterator<Item = String> + '_ {
    signs.windows(2).map(|pair| pair.iter().collect())
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Digits and letters as input methods widen them.
fn half_width(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: BTreeSet<String>) -> Vec<String> {
        words.into_iter().collect()
    }

    #[test]
    fn every_part_of_a_text_finds_it() {
        let text = of_text("海棠苑3号楼下水道堵塞，污水外溢");
        for question in [
            "下水道",
            "水道",
            "3号楼",
            "海棠苑",
            "溢",
            "堵塞 污水",
            "３号",
        ] {
            assert!(of_question(question).is_subset(&text), "{question}");
        }
        for question in ["塞污", "楼上", "苑楼"] {
            assert!(!of_question(question).is_subset(&text), "{question}");
        }
    }

    #[test]
    fn signs_are_no_words_and_wide_letters_are_letters() {
        assert_eq!(
            list(of_question("ＬＥＤ灯 ３号\" OR '*'；")),
            ["3", "led", "or", "号", "灯"]
        );
        assert!(of_question("！？ \"' ").is_empty());
    }
}
