//! Words by which a line is known to be no record: totals, notes, samples.
use crate::value::spelling::fold;
use kernel::Lang;

const TOTALS: [&str; 9] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "总合计",
    "total",
    "subtotal",
    "grandtotal",
];

/// Words that begin a note or a line for signatures, when a colon follows.
const NOTES: [&str; 22] = [
    "注",
    "备注",
    "说明",
    "附注",
    "填表说明",
    "填报说明",
    "填写说明",
    "填表人",
    "填报人",
    "填报单位",
    "填报单位(盖章)",
    "填报日期",
    "制表",
    "制表人",
    "审核",
    "审核人",
    "单位负责人",
    "联系人",
    "联系电话",
    "note",
    "notes",
    "preparedby",
];

pub(crate) fn is_total(text: &str) -> bool {
    let text = fold(text);
    TOTALS.contains(&text.trim_matches([':', '(', ')']))
}

pub(crate) fn is_note(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim_start_matches(['*', '※']);
    text.find(':').is_some_and(|colon| {
        let word = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
        NOTES.contains(&word)
    })
}

/// What the sample row of a template begins with.
pub(crate) fn sample(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "【示例】",
        Lang::En => "[Sample]",
    }
}

/// In both languages: a template may be filled in by somebody who reads the other.
pub(crate) fn is_sample(text: &str) -> bool {
    let text = fold(text);
    ["【示例】", "[示例]", "[sample]", "【sample】"]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// The title of the column of problems. It says whose it is, so that no one's own 问题 is taken for it.
pub(crate) fn problems_title(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "问题（导入检查）",
        Lang::En => "Problems (import check)",
    }
}

pub(crate) fn is_problems_title(text: &str) -> bool {
    let text = fold(text);
    Lang::ALL
        .iter()
        .any(|lang| fold(problems_title(*lang)) == text)
}

/// A line under the head that numbers the columns (1 2 3, or 甲 乙 丙) or names units of measure: (人) (年月日).
pub(crate) fn is_column_line<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let texts: Vec<String> = texts.map(fold).collect();
    let bracketed = texts
        .iter()
        .all(|text| text.starts_with('(') && text.ends_with(')'));
    let numbered = 2 < texts.len()
        && texts
            .iter()
            .enumerate()
            .all(|(index, text)| text.trim_matches(['(', ')']) == (index + 1).to_string());
    !texts.is_empty() && (bracketed || numbered)
}
