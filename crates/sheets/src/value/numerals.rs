//! Numbers written in Chinese numerals, as in the dates of official papers: `二〇二一年三月十五日`.

/// A year sign by sign: `二〇二一`; digits stay.
pub(crate) fn year(text: &str) -> Option<String> {
    text.chars().map(digit).collect()
}

/// A number below a hundred: `十`, `十五`, `二十`, `三十一`; digits stay.
pub(crate) fn count(text: &str) -> Option<String> {
    let Some((tens, ones)) = text.split_once('十') else {
        return text.chars().map(digit).collect();
    };
    let one = |text: &str, blank: char| {
        let mut signs = text.chars();
        match (signs.next(), signs.next()) {
            (None, _) => Some(blank),
            (Some(sign), None) => digit(sign),
            _ => None,
        }
    };
    Some([one(tens, '1')?, one(ones, '0')?].iter().collect())
}

fn digit(sign: char) -> Option<char> {
    const SIGNS: [[char; 3]; 10] = [
        ['〇', '零', '○'],
        ['一', '壹', '1'],
        ['二', '贰', '2'],
        ['三', '叁', '3'],
        ['四', '肆', '4'],
        ['五', '伍', '5'],
        ['六', '陆', '6'],
        ['七', '柒', '7'],
        ['八', '捌', '8'],
        ['九', '玖', '9'],
    ];
    if sign.is_ascii_digit() {
        return Some(sign);
    }
    let at = SIGNS.iter().position(|signs| signs.contains(&sign))?;
    char::from_digit(at as u32, 10)
}
