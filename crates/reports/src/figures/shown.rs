//! A figure's value as people write it.
use crate::words;
use kernel::{
    Lang,
    number::{ExampleError, Growth, Measure, NumberFormat},
};
use ledger::figure::{Compiled, Definition, Kind, NoData, Node, Value};

/// The format of a figure in a language, from its two examples.
///
/// The Chinese example says measure, scale and rounding; the English one only which word stands behind the number.
pub fn format(definition: &Definition) -> Result<NumberFormat, ExampleError> {
    format_of(&definition.format_zh, &definition.format_en)
}

pub fn format_of(zh: &str, en: &str) -> Result<NumberFormat, ExampleError> {
    let format = NumberFormat::from_example(zh)?;
    let word = match en.split_once(['|', '｜']) {
        Some((_, word)) => word.trim(),
        None => behind_number(en),
    };
    let is_word = !word.chars().any(|c| c.is_ascii_digit());
    Ok(match word {
        "" => format,
        word if is_word && format.measure() == Measure::Plain => format.with_english(word),
        _ => format,
    })
}

/// What stands behind the number of an English example.
fn behind_number(example: &str) -> &str {
    let word = example.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    word.trim_start_matches('%').trim()
}

/// The number inside a sentence; for a value that there is none of, the words for that.
pub fn write(format: &NumberFormat, value: Value, lang: Lang) -> String {
    match value.quantity() {
        Some(quantity) => format.write(quantity, lang),
        None => words::texts(lang).no_data(),
    }
}

/// The number in a table's cell, whose head says [`NumberFormat::cell_unit`].
pub fn write_cell(format: &NumberFormat, value: Value, lang: Lang) -> String {
    match value.quantity() {
        Some(quantity) => format.write_cell(quantity),
        None => words::texts(lang).no_data(),
    }
}

/// The value with the format of its definition; plain digits where the example says no format.
pub fn write_as_defined(definition: &Definition, value: Value, lang: Lang) -> String {
    match (format(definition), value.quantity()) {
        (Ok(format), _) => write(&format, value, lang),
        (Err(_), Some(quantity)) => quantity.to_string(),
        (Err(_), None) => words::texts(lang).no_data(),
    }
}

/// Why there is no number, in a sentence.
pub fn why_no_data(value: Value, lang: Lang) -> Option<String> {
    let t = words::texts(lang);
    let Value::NoData(none) = value else {
        return None;
    };
    Some(match none {
        NoData::NothingToMeasureBy => t.no_data_nothing_to_measure_by(),
        NoData::NothingTheYearBefore => t.no_data_nothing_the_year_before(),
        NoData::NothingThePeriodBefore => t.no_data_nothing_the_period_before(),
        NoData::BelowNoughtBefore => t.no_data_below_nought_before(),
        NoData::NothingBeforeSinceEver => t.no_data_nothing_before_since_ever(),
        NoData::NothingRecorded => t.no_data_nothing_recorded(),
        NoData::MoreThanAll => t.no_data_more_than_all(),
        NoData::NotPublished => t.no_data_not_published(),
        NoData::DefinitionChanged => t.no_data_definition_changed(),
        NoData::TooLarge => t.no_data_too_large(),
    })
}

/// What is true of a growth beside its number: that it is a doubling.
pub fn doubling(compiled: &Compiled, value: Value, lang: Lang) -> Option<String> {
    match (&compiled.node, value) {
        (Node::Growth(..), Value::Share { part, of }) if compiled.kind == Kind::Share => {
            Growth::between(of, of.checked_add(part)?)?.doubling(lang)
        }
        _ => None,
    }
}

/// Whether a format is for what the figure's quantities are.
pub fn fits(format: &NumberFormat, measure: ledger::Measure) -> bool {
    let wanted = match measure {
        ledger::Measure::Count => Measure::Plain,
        ledger::Measure::Fen => Measure::Fen,
        ledger::Measure::BasisPoints => Measure::BasisPoints,
    };
    format.measure() == wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_example_says_the_word_and_the_chinese_one_the_rest() {
        let format = format_of("3900余名", "more than 3,900 member/members").unwrap();
        assert_eq!(format.write(3_917, Lang::Zh), "3900余名");
        assert_eq!(format.write(3_917, Lang::En), "more than 3,900 members");
        assert_eq!(
            format_of("85.5%", "85.5%").unwrap().write(10_000, Lang::En),
            "100%"
        );
        let bar = format_of("3场", "3场 | session/sessions").unwrap();
        assert_eq!(bar.write(1, Lang::En), "1 session");
        assert_eq!(format_of("9个", "9").unwrap().write(9, Lang::En), "9");
    }

    #[test]
    fn no_data_is_said_in_words_and_never_as_a_nought() {
        let format = format_of("85.5%", "85.5%").unwrap();
        let none = Value::NoData(NoData::NothingToMeasureBy);
        assert_eq!(write(&format, none, Lang::Zh), "暂无数据");
        assert!(why_no_data(none, Lang::En).unwrap().contains("nothing"));
    }
}
