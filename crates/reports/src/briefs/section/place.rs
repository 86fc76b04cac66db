//! Where in the draft a section is put: at its end, or at the end of the part under a heading. Pure.
use crate::briefs::{
    markup::{self, Heading},
    working_copy::appended,
};

/// How a form names a heading: by its line and its words, so that it is found again when lines were added above it.
pub fn name(heading: &Heading) -> String {
    format!("{}:{}", heading.line, heading.text)
}

/// `body` with the section. A heading that is gone meanwhile, as none, means the end.
pub fn put(body: &str, section: &str, below: &str) -> String {
    let headings = markup::headings(body);
    let Some(at) = found(&headings, below) else {
        return appended(body, section);
    };
    let part = &headings[at];
    let next = headings[at + 1..]
        .iter()
        .find(|next| next.depth <= part.depth);
    let Some(next) = next else {
        return appended(body, section);
    };
    let lines: Vec<&str> = body.lines().collect();
    let (before, after) = lines.split_at(next.line - 1);
    format!(
        "{}\n\n{}",
        appended(&before.join("\n"), section),
        after.join("\n")
    )
}

/// Whether the heading is there.
pub fn is_there(body: &str, below: &str) -> bool {
    below.is_empty() || found(&markup::headings(body), below).is_some()
}

fn found(headings: &[Heading], below: &str) -> Option<usize> {
    let by_name = headings.iter().position(|heading| name(heading) == below);
    by_name.or_else(|| {
        let (_, text) = below.split_once(':')?;
        headings.iter().position(|heading| heading.text == text)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_there, put};

    const BODY: &str = "# 一、做法\n甲。\n## （一）动员\n乙。\n\n# 二、成效\n丙。\n";

    #[test]
    fn a_section_goes_to_the_end_of_the_part_under_its_heading() {
        let whole = put(BODY, "丁。", "1:一、做法");
        assert_eq!(
            whole,
            "# 一、做法\n甲。\n## （一）动员\n乙。\n\n丁。\n\n# 二、成效\n丙。"
        );
        assert_eq!(put(BODY, "丁。", "3:（一）动员"), whole);
        let last = "# 一、做法\n甲。\n## （一）动员\n乙。\n\n# 二、成效\n丙。\n\n丁。";
        assert_eq!(put(BODY, "丁。", "6:二、成效"), last);
        assert_eq!(put(BODY, "丁。", ""), last);
    }

    #[test]
    fn a_heading_is_found_though_it_has_moved_and_its_absence_means_the_end() {
        assert_eq!(
            put(BODY, "丁。", "9:一、做法"),
            put(BODY, "丁。", "1:一、做法")
        );
        assert!(!is_there(BODY, "1:三、打算") && is_there(BODY, ""));
        assert_eq!(put(BODY, "丁。", "1:三、打算"), put(BODY, "丁。", ""));
        assert_eq!(put("", "丁。", "1:三、打算"), "丁。");
    }
}
