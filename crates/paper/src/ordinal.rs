use crate::Level;
use kernel::Lang;

/// What goes before the `number`th heading of its level, from 1: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3), in English 1. (1) a. (a).
pub fn ordinal(level: Level, number: usize, lang: Lang) -> String {
    match (lang, level) {
        (Lang::Zh, Level::One) => format!("{}、", chinese(number)),
        (Lang::Zh, Level::Two) => format!("（{}）", chinese(number)),
        (Lang::Zh, Level::Three) => format!("{number}."),
        (Lang::Zh, Level::Four) => format!("（{number}）"),
        (Lang::En, Level::One) => format!("{number}. "),
        (Lang::En, Level::Two) => format!("({number}) "),
        (Lang::En, Level::Three) => format!("{}. ", letter(number)),
        (Lang::En, Level::Four) => format!("({}) ", letter(number)),
    }
}

/// Chinese numerals up to 99; nobody counts headings further, so digits do there.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, 0) | (10.., _) => number.to_string(),
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

fn letter(number: usize) -> String {
    ('a'..='z')
        .nth(number.wrapping_sub(1))
        .map_or_else(|| number.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_numbered_as_the_standard_has_them() {
        let all = |number| {
            Level::ALL
                .map(|level| ordinal(level, number, Lang::Zh))
                .concat()
        };
        assert_eq!(all(1), "一、（一）1.（1）");
        assert_eq!(all(10), "十、（十）10.（10）");
        assert_eq!(all(21), "二十一、（二十一）21.（21）");
        assert_eq!(ordinal(Level::One, 100, Lang::Zh), "100、");
        assert_eq!(ordinal(Level::Four, 2, Lang::En), "(b) ");
    }
}
