use crate::Kind;

/// Longest name that is kept, in characters, without its ending.
const CHARS_MAX: usize = 100;

/// A name to show and to save under: no path, nothing invisible, and an ending that tells the truth.
pub(crate) fn tidied(name: &str, kind: Kind) -> String {
    // Some browsers send the whole path.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_shown = |c: &char| !c.is_control() && !is_invisible(*c);
    let name: String = name.chars().filter(is_shown).collect();
    let name = name.trim().trim_start_matches('.');
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if kind.goes_by(ending) => (stem, ending),
        _ => (name, kind.code()),
    };
    let stem: String = stem.chars().take(CHARS_MAX).collect();
    let stem = if stem.is_empty() { "file" } else { &stem };
    format!("{stem}.{ending}")
}

/// Marks that turn the direction of writing make `gpj.exe` of `exe.jpg`.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_path_and_an_ending_that_tells_the_truth() {
        assert_eq!(tidied("C:\\照片\\合影.JPEG", Kind::Jpeg), "合影.JPEG");
        assert_eq!(tidied("../../etc/passwd", Kind::Text), "passwd.txt");
        assert_eq!(tidied("报告.exe", Kind::Pdf), "报告.exe.pdf");
        assert_eq!(tidied("\u{202e}gpj.a\r\n.png", Kind::Png), "gpj.a.png");
        assert_eq!(tidied("", Kind::Png), "file.png");
        assert_eq!(tidied("名册.csv", Kind::Text), "名册.csv");
    }
}
