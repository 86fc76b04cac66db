use super::*;
use proptest::prelude::*;

const EXAMPLES: [&str; 20] = [
    "214.6亿元",
    "3900余名 | member/members",
    "44万元",
    "40.7亿元",
    "12.65亿元",
    "18.5%",
    "0.2个百分点",
    "62项 | task/tasks",
    "1,234",
    "206人次 | visit/visits",
    "3.9万余名",
    "40余亿元",
    "40亿余元",
    "1234.50元",
    "12.50%",
    "1.2万人次",
    "3.5亿元(自动)",
    "1.2万户(自动) | household/households",
    "1000余只",
    "1,100余人",
];

fn format(example: &str) -> NumberFormat {
    NumberFormat::from_example(example).expect(example)
}

#[track_caller]
fn writes(example: &str, quantity: i64, zh: &str, en: &str) {
    assert_eq!(format(example).write(quantity, Lang::Zh), zh);
    assert_eq!(format(example).write(quantity, Lang::En), en);
}

#[test]
fn the_examples_of_the_model_zone_are_written_as_it_published_them() {
    writes(
        "214.6亿元",
        2_146_000_000_000,
        "214.6亿元",
        "CNY 21.46 billion",
    );
    writes(
        "1316.1亿元",
        13_161_000_000_000,
        "1316.1亿元",
        "CNY 131.61 billion",
    );
    writes(
        "12.65亿元",
        126_500_000_000,
        "12.65亿元",
        "CNY 1.265 billion",
    );
    writes("44万元", 44_000_000, "44万元", "CNY 440,000");
    writes(
        "3900余名 | member/members",
        3_912,
        "3900余名",
        "more than 3,900 members",
    );
    writes("18.5%", 1_850, "18.5%", "18.5%");
    writes("0.2个百分点", 20, "0.2个百分点", "0.2 percentage points");
    writes("0.2个百分点", 100, "1个百分点", "1 percentage point");
    writes("62项 | task/tasks", 62, "62项", "62 tasks");
    writes("62项 | task/tasks", 1, "1项", "1 task");
    writes("206人次", 206, "206人次", "206");
    writes("1,234", 1_234, "1,234", "1,234");
    writes(
        "40余亿元",
        407_000_000_000,
        "40余亿元",
        "more than CNY 4 billion",
    );
    writes(
        "3.9万余名 | member/members",
        39_120,
        "3.9万余名",
        "more than 39,000 members",
    );
}

#[test]
fn a_round_number_is_not_more_than_itself() {
    writes(
        "3900余名 | member/members",
        3_900,
        "3900名",
        "3,900 members",
    );
}

#[test]
fn a_number_smaller_than_its_step_is_rounded_down_to_a_smaller_one() {
    writes("3900余名", 57, "50余名", "more than 50");
    writes("3900余名", 7, "7名", "7");
    writes("40余亿元", 9_600_000, "9余万元", "more than CNY 90,000");
    writes("40余亿元", 123, "1余元", "more than CNY 1");
}

#[test]
fn decimals_are_dropped_when_zero_unless_the_example_ends_in_one() {
    writes(
        "214.6亿元",
        2_140_000_000_000,
        "214亿元",
        "CNY 21.4 billion",
    );
    writes("12.50%", 1_200, "12.00%", "12.00%");
    writes(
        "214.6亿元",
        2_146_500_000_000,
        "214.7亿元",
        "CNY 21.47 billion",
    );
}

#[test]
fn a_quantity_that_is_not_zero_is_never_shown_as_zero() {
    writes("214.6亿元", 44_000_000, "44万元", "CNY 440,000");
    writes("18.5%", 4, "0.04%", "0.04%");
    writes("44万元", 20, "0.2元", "CNY 0.2");
    writes("214.6亿元", 0, "0亿元", "CNY 0");
}

#[test]
fn the_automatic_scale_follows_the_rounded_size() {
    let example = "3.5亿元(自动)";
    writes(example, 126_500_000_000, "12.7亿元", "CNY 1.27 billion");
    writes(example, 44_000_000, "44万元", "CNY 440,000");
    writes(example, 999_999_000_000, "100亿元", "CNY 10 billion");
    writes(example, 9_999_999_999, "1亿元", "CNY 100 million");
    writes(example, 12_350, "123.5元", "CNY 123.5");
}

#[test]
fn cells_of_a_column_share_scale_and_decimals() {
    let money = format("12.65亿元");
    assert_eq!(money.write_cell(13_161_000_000_000), "1,316.10");
    assert_eq!(money.write_cell(44_000_000), "0.00");
    assert_eq!(money.cell_unit(Lang::Zh), "亿元");
    assert_eq!(money.cell_unit(Lang::En), "CNY 100 million");
    assert_eq!(format("3900余名").write_cell(3_912), "3,912");
    assert_eq!(format("62项 | task/tasks").cell_unit(Lang::En), "tasks");
    assert_eq!(format("18.5%").write_cell(-1_850), "-18.5");
}

#[test]
fn a_format_is_kept_as_its_example() {
    for example in EXAMPLES {
        assert_eq!(format(example).to_string(), example);
        let json = serde_json::to_string(&format(example)).expect("a text");
        assert_eq!(
            serde_json::from_str::<NumberFormat>(&json).expect("the same text"),
            format(example)
        );
    }
    assert_eq!(format("３９００余名").to_string(), "3900余名");
}

#[test]
fn an_example_that_says_no_format_gets_a_sentence_in_both_languages() {
    for example in [
        "",
        "许多",
        "亿元",
        "18.555%",
        "1.5项",
        "3912余名",
        "18余%",
        "0余名",
        "62项2",
        "99999999999999999999亿元",
        "62这个量词实在是太长太长太长太长太长太长太长了",
    ] {
        let error = NumberFormat::from_example(example).expect_err(example);
        assert!(error.text(Lang::Zh).ends_with('。'), "{example}");
        assert!(error.text(Lang::En).ends_with('.'), "{example}");
    }
}

/// Reads a written number back, leaving out "more than".
fn read_back(format: &NumberFormat, written: &str) -> i64 {
    let exact = written.replacen('余', "", 1).replacen("more than ", "", 1);
    format.measure().read(&exact).expect(written)
}

fn a_format() -> impl Strategy<Value = NumberFormat> {
    proptest::sample::select(EXAMPLES.as_slice()).prop_map(format)
}

fn an_at_least_format() -> impl Strategy<Value = NumberFormat> {
    let examples = EXAMPLES.iter().filter(|example| example.contains('余'));
    proptest::sample::select(examples.copied().collect::<Vec<_>>()).prop_map(format)
}

proptest! {
    #[test]
    fn more_than_is_never_rounded_up(format in an_at_least_format(), quantity in 1_i64..) {
        for lang in Lang::ALL {
            let written = format.write(quantity, lang);
            let read = read_back(&format, &written);
            prop_assert!(read <= quantity, "{written}");
            let says_more = written.contains('余') || written.starts_with("more than");
            prop_assert_eq!(says_more, read < quantity, "{}", written);
        }
    }

    #[test]
    fn both_languages_say_the_same_number(format in a_format(), quantity: i64) {
        let zh = format.write(quantity, Lang::Zh);
        let en = format.write(quantity, Lang::En);
        prop_assert_eq!(read_back(&format, &zh), read_back(&format, &en), "{} {}", zh, en);
    }

    #[test]
    fn what_is_not_zero_is_not_written_as_zero(format in a_format(), quantity: i64) {
        let written = format.write(quantity, Lang::Zh);
        let has_digit = written.contains(|sign: char| ('1'..='9').contains(&sign));
        prop_assert_eq!(quantity != 0, has_digit, "{}", written);
    }

    #[test]
    fn a_written_quantity_is_read_back(quantity: i64) {
        for (measure, example) in [
            (Measure::Plain, "62项"),
            (Measure::Plain, "1,234"),
            (Measure::Fen, "1234.56元"),
            (Measure::Fen, "1.2345678901亿元"),
            (Measure::BasisPoints, "18.55%"),
            (Measure::BasisPoints, "18.55个百分点"),
        ] {
            for lang in Lang::ALL {
                let written = format(example).write(quantity, lang);
                prop_assert_eq!(measure.read(&written), Ok(quantity), "{}", written);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,40}") {
        let _ = NumberFormat::from_example(&text);
        for measure in [Measure::Plain, Measure::Fen, Measure::BasisPoints] {
            let _ = measure.read(&text);
        }
    }
}
