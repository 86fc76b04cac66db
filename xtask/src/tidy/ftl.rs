//! Enough of Fluent to compare two languages: which messages there are and which arguments each takes.
use std::collections::BTreeSet;

/// One message, with its attributes' texts.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    /// Counted from 1.
    pub line: usize,
    pub text: String,
    pub arguments: BTreeSet<String>,
    /// A comment `# as is: reason` stands above: the text needs no translation.
    pub as_is: bool,
}

/// The messages of a file, in order. The compiler reads the file properly; this reads what it accepted.
pub fn messages(file: &str) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut as_is = false;
    for (index, line) in file.lines().enumerate() {
        if let Some(comment) = line.strip_prefix('#') {
            as_is |= comment.trim_start_matches('#').trim().starts_with("as is:");
            continue;
        }
        let begins = line
            .chars()
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic() || first == '-');
        if let Some((key, text)) = line.split_once('=').filter(|_| begins) {
            messages.push(Message {
                key: key.trim().to_owned(),
                line: index + 1,
                text: text.trim().to_owned(),
                arguments: arguments(text).collect(),
                as_is: std::mem::take(&mut as_is),
            });
        } else if let Some(message) = messages.last_mut() {
            message.text.push('\n');
            message.text.push_str(line.trim());
            message.arguments.extend(arguments(line));
        }
    }
    messages
}

/// Whether any of it is Chinese.
pub fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'))
}

/// Whether something is left to translate beside what is put in: letters outside `{ … }`, or a choice of wordings.
pub fn has_letters(text: &str) -> bool {
    let mut depth = 0_usize;
    text.contains("->")
        || text.chars().any(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && letter.is_alphabetic()
        })
}

/// The names after `$`.
fn arguments(text: &str) -> impl Iterator<Item = String> {
    text.split('$').skip(1).map(|rest| {
        rest.chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_over_several_lines_is_one_message_with_all_its_arguments() {
        let file = "# Head\ntitle = Tasks\n\n# $count (Number) - how many\nfound =\n    { $count ->\n        [one] one task of { $unit }\n       *[other] { $count } tasks of { $unit }\n    }\n";
        let messages = messages(file);
        assert_eq!(messages.len(), 2);
        assert_eq!((messages[1].key.as_str(), messages[1].line), ("found", 5));
        assert_eq!(
            messages[1].arguments,
            ["count", "unit"].map(String::from).into()
        );
    }

    #[test]
    fn only_what_is_outside_placeholders_needs_translation() {
        assert!(!has_letters("{ $done } / { $all }"));
        assert!(has_letters("{ $done } of { $all }"));
        assert!(has_letters("{ $n -> [one] a *[other] b }"));
    }

    #[test]
    fn an_as_is_comment_speaks_for_the_next_message_only() {
        let messages = messages("# as is: a name\nbrand = Luodi\nother = Luodi\n");
        assert!(messages[0].as_is && !messages[1].as_is);
    }
}
