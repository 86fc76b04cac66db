//! Several names in one cell.
use super::spelling;

/// The names in their order, each once. What stands in brackets belongs to its name: `区委办（督查室、机要局）`.
pub(crate) fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut depth = 0usize;
    for part in text.split(|c: char| {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_separator(c)
    }) {
        let name = spelling::tidy(part);
        if !name.is_empty() && !spelling::is_none(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '、' | '，' | ',' | '；' | ';' | '\n' | '\r' | '\t' | '|' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_at_every_usual_sign_but_not_inside_brackets() {
        assert_eq!(
            names("区委办（督查室、机要局）、组织部，宣传部;Party School\n组织部； 无"),
            [
                "区委办（督查室、机要局）",
                "组织部",
                "宣传部",
                "Party School"
            ]
        );
        assert_eq!(names(" — "), Vec::<String>::new());
    }
}
