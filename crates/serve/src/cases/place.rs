//! Where something is, as a board gathers it. Pure.

/// Characters of a place that names no community.
const KEY_CHARS: usize = 12;

/// The community that the place names, the longest name where several fit; or its first words, up to the first number or sign:
/// `海棠苑3号楼南侧` and `海棠苑 5 号楼` are one place.
pub fn key(place: &str, communities: &[String]) -> String {
    let place = place.trim();
    let named = |name: &&String| {
        let short = name.strip_suffix("社区").unwrap_or(name);
        !short.is_empty() && place.contains(short)
    };
    if let Some(community) = communities
        .iter()
        .filter(named)
        .max_by_key(|name| name.chars().count())
    {
        return community.clone();
    }
    let is_word = |sign: char| sign.is_alphabetic();
    let word: String = place.chars().take_while(|sign| is_word(*sign)).collect();
    let word = match word.is_empty() {
        true => place,
        false => &word,
    };
    word.chars().take(KEY_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_community_that_it_names() {
        let communities = ["海棠苑社区".to_owned(), "明月社区".to_owned()];
        assert_eq!(key("海棠苑3号楼南侧", &communities), "海棠苑社区");
        assert_eq!(key("明月社区东门", &communities), "明月社区");
    }

    #[test]
    fn a_place_without_a_community_is_its_first_words() {
        assert_eq!(key("产业园南门站", &[]), "产业园南门站");
        assert_eq!(key("明月路12号", &[]), "明月路");
        assert_eq!(key("12号楼", &[]), "12号楼");
        assert_eq!(key("  ", &[]), "");
    }
}
