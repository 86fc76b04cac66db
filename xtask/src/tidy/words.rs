//! Both languages say the same things.
use super::{
    Finding,
    ftl::{Message, has_chinese, has_letters, messages},
    tree::Tree,
};
use std::collections::BTreeMap;

const BOTH: &str = "whoever reads the one language must not get less than whoever reads the other";
const OWN: &str = "a page in two languages at once reads like a mistake";
const AS_IS: &str = "translate it, or say above it why not: `# as is: reason`";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| path.ends_with(".ftl")) {
        let Some((lang, twin)) = twin_of(path) else {
            continue;
        };
        let own = messages(text);
        findings.extend(doubled(path, &own));
        findings.extend(
            own.iter()
                .filter_map(|message| wrong_language(path, lang, message)),
        );
        let Some(twin_text) = tree.text(&twin) else {
            findings.push(finding(
                path,
                0,
                format!("there is no {twin}"),
                BOTH,
                "write it",
            ));
            continue;
        };
        let twins = messages(twin_text);
        let twins: BTreeMap<&str, &Message> = twins
            .iter()
            .map(|message| (message.key.as_str(), message))
            .collect();
        for message in &own {
            findings.extend(unlike(path, &twin, lang, message, &twins));
        }
    }
    findings
}

/// `crates/x/locales/zh/a.ftl` -> `zh` and the same file in `en`.
fn twin_of(path: &str) -> Option<(&str, String)> {
    let (folder, rest) = path.split_once("/locales/")?;
    let (lang, name) = rest.split_once('/')?;
    let other = match lang {
        "zh" => "en",
        "en" => "zh",
        _ => return None,
    };
    Some((lang, format!("{folder}/locales/{other}/{name}")))
}

fn doubled(path: &str, messages: &[Message]) -> Vec<Finding> {
    let mut first = BTreeMap::new();
    messages
        .iter()
        .filter_map(|message| {
            let line = *first.entry(&message.key).or_insert(message.line);
            (line != message.line).then(|| {
                let what = format!("`{}` stands in line {line} already", message.key);
                finding(
                    path,
                    message.line,
                    what,
                    "only one of them is used",
                    "keep one",
                )
            })
        })
        .collect()
}

fn wrong_language(path: &str, lang: &str, message: &Message) -> Option<Finding> {
    let chinese = has_chinese(&message.text);
    let what = match lang {
        _ if message.as_is => return None,
        "zh" if !chinese && has_letters(&message.text) => "has no Chinese",
        "en" if chinese => "has Chinese in English",
        _ => return None,
    };
    let what = format!("`{}` {what}", message.key);
    Some(finding(path, message.line, what, OWN, AS_IS))
}

/// A message that the twin lacks (each file reports its own surplus), or whose arguments differ (reported once, in zh).
fn unlike(
    path: &str,
    twin: &str,
    lang: &str,
    message: &Message,
    twins: &BTreeMap<&str, &Message>,
) -> Option<Finding> {
    let Some(other) = twins.get(message.key.as_str()) else {
        let what = format!("`{}` is missing in {twin}", message.key);
        return Some(finding(
            path,
            message.line,
            what,
            BOTH,
            "write it there too",
        ));
    };
    if lang != "zh" || other.arguments == message.arguments {
        return None;
    }
    let what = format!(
        "`{}` takes {:?} here and {:?} in {twin}:{}",
        message.key, message.arguments, other.arguments, other.line
    );
    Some(finding(
        path,
        message.line,
        what,
        BOTH,
        "use the same arguments in both",
    ))
}

fn finding(path: &str, line: usize, what: String, why: &'static str, remedy: &str) -> Finding {
    Finding {
        path: path.to_owned(),
        line,
        what,
        why,
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(zh: &str, en: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("crates/a/locales/zh/a.ftl", zh),
            ("crates/a/locales/en/a.ftl", en),
        ]);
        let findings = check(&tree).into_iter();
        findings
            .map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.what))
            .collect()
    }

    #[test]
    fn equal_files_pass() {
        let zh = "tasks = 任务 { $count } 项\nshare = { $a } / { $b }\n";
        let en = "tasks = { $count } tasks\nshare = { $a } / { $b }\n";
        assert_eq!(found(zh, en), Vec::<String>::new());
    }

    #[test]
    fn a_key_that_one_language_lacks_is_named_where_it_stands() {
        assert_eq!(
            found("a = 甲\nb = 乙\n", "a = A\nc = C\n"),
            [
                "crates/a/locales/en/a.ftl:2: `c` is missing in crates/a/locales/zh/a.ftl",
                "crates/a/locales/zh/a.ftl:2: `b` is missing in crates/a/locales/en/a.ftl",
            ]
        );
    }

    #[test]
    fn other_arguments_doubled_keys_and_the_wrong_language_are_found() {
        let found = found(
            "a = 甲 { $n }\nb = B\na = 乙 { $n }\n",
            "a = A { $m }\nb = 乙\n",
        );
        assert!(
            found
                .iter()
                .any(|line| line.contains("zh/a.ftl:1: `a` takes {\"n\"} here and {\"m\"}"))
        );
        assert!(
            found.contains(&"crates/a/locales/zh/a.ftl:3: `a` stands in line 1 already".to_owned())
        );
        assert!(found.contains(&"crates/a/locales/zh/a.ftl:2: `b` has no Chinese".to_owned()));
        assert!(
            found.contains(&"crates/a/locales/en/a.ftl:2: `b` has Chinese in English".to_owned())
        );
    }

    #[test]
    fn a_reason_excuses_a_text_that_is_the_same_everywhere() {
        let en = "# as is: each language is named in itself\nchinese = 中文\n";
        assert_eq!(found("chinese = 中文\n", en), Vec::<String>::new());
    }

    #[test]
    fn a_file_without_its_twin_is_found() {
        let findings = check(&Tree::of(&[("crates/a/locales/zh/a.ftl", "a = 甲\n")]));
        assert_eq!(findings[0].what, "there is no crates/a/locales/en/a.ftl");
    }
}
