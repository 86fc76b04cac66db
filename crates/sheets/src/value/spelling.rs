//! One spelling for what looks the same: full-width letters, digits and spaces, and stray blanks.

/// Half-width letters, digits and the signs used inside numbers; blanks of every kind collapse into one space.
/// Chinese punctuation stays: it belongs to names.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || is_invisible(c) {
            blank |= c.is_whitespace() && !tidy.is_empty();
            continue;
        }
        if blank {
            tidy.push(' ');
            blank = false;
        }
        tidy.push(half_width(c));
    }
    tidy
}

/// As [`tidy`], but lines stay lines: for notes of several paragraphs.
pub(crate) fn tidy_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(tidy).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// As [`tidy`], in one line. A break between Chinese characters was only made to fit the cell and leaves no blank.
pub(crate) fn one_line(text: &str) -> String {
    text.lines().map(tidy).fold(String::new(), |mut all, line| {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if is_latin(all.chars().next_back()) && is_latin(line.chars().next()) {
            all.push(' ');
        }
        all + &line
    })
}

/// Without any blanks: for codes, numbers, dates and phone numbers.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .map(half_width_sign)
        .collect()
}

/// What is left of a title or a choice when spelling does not matter: small letters, no blanks, one form of brackets.
pub(crate) fn fold(text: &str) -> String {
    squeeze(text).to_lowercase()
}

/// How offices write "nothing here": a stroke.
pub(crate) fn is_stroke(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| {
            matches!(
                c,
                '/' | '\\' | '-' | '—' | '－' | '–' | '―' | '／' | '＼' | '_'
            )
        })
}

/// How offices write "none" where a date, a number or a name is expected.
pub(crate) fn is_none(text: &str) -> bool {
    is_stroke(text) || matches!(fold(text).as_str(), "无" | "none" | "n/a" | "暂无" | "空")
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => shift(c),
        _ => c,
    }
}

fn half_width_sign(c: char) -> char {
    match c {
        '！'..='～' => shift(c),
        '—' | '–' | '−' | '‐' | '‑' => '-',
        '。' => '.',
        _ => c,
    }
}

/// Full-width forms lie at a fixed distance from ASCII (Unicode block "Halfwidth and Fullwidth Forms").
fn shift(c: char) -> char {
    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' | '\u{202A}'..='\u{202E}')
        || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_letters_and_stray_blanks_do_not_make_another_name() {
        assert_eq!(tidy(" \u{3000}第１党支部　（Ａ区）\n"), "第1党支部 （A区）");
        assert_eq!(tidy("王\u{200B}明\u{FEFF}"), "王明");
    }

    #[test]
    fn a_title_is_known_whatever_its_brackets_and_blanks() {
        assert_eq!(fold("单 位\n名称（全称）"), fold("单位名称(全称)"));
    }

    #[test]
    fn a_stroke_means_nothing_here() {
        assert!(is_stroke(" —— ") && is_stroke("/") && !is_stroke("A-1") && !is_stroke(" "));
    }
}
