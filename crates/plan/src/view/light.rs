//! Lights, states and promises in words.
use crate::{schedule::State, words::texts};
use calendar::light::{Color, Light, Line};
use kernel::Lang;
use maud::Markup;
use ui::Tone;

pub(crate) fn tone(color: Color) -> Tone {
    match color {
        Color::Green => Tone::Good,
        Color::Yellow => Tone::Attention,
        Color::Red => Tone::Bad,
    }
}

pub(crate) fn word(lang: Lang, color: Color) -> String {
    let t = texts(lang);
    match color {
        Color::Green => t.light_green(),
        Color::Yellow => t.light_yellow(),
        Color::Red => t.light_red(),
    }
}

pub(crate) fn code(color: Color) -> &'static str {
    match color {
        Color::Green => "green",
        Color::Yellow => "yellow",
        Color::Red => "red",
    }
}

pub(crate) fn lamp(lang: Lang, color: Color) -> Markup {
    ui::status_light(tone(color), &word(lang, color))
}

pub(crate) fn state(lang: Lang, state: State) -> String {
    let t = texts(lang);
    match state {
        State::NotStarted => t.state_not_started(),
        State::UnderWay => t.state_under_way(),
        State::ToVerify => t.state_to_verify(),
        State::SignedOff => t.state_signed_off(),
    }
}

pub(crate) fn state_badge(lang: Lang, shown: State) -> Markup {
    let tone = match shown {
        State::NotStarted => Tone::Idle,
        State::UnderWay | State::ToVerify => Tone::Info,
        State::SignedOff => Tone::Good,
    };
    ui::badge(tone, &state(lang, shown))
}

/// A share as people write it: `49.7%`.
pub(crate) fn percent(share_bp: i64) -> String {
    match (share_bp / 100, share_bp % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, part) => format!("{whole}.{}%", part / 10),
    }
}

/// The sum behind a light, line by line.
pub(crate) fn sum(lang: Lang, light: &Light) -> Vec<String> {
    let t = texts(lang);
    let points = |bp: i64| percent(bp.abs()).trim_end_matches('%').to_owned();
    let line = |line: &Line| match *line {
        Line::Finished { on } => t.sum_finished(on.to_string()),
        Line::ByTime(expected) => t.sum_by_time(
            expected.total_days.to_string(),
            expected.elapsed_days.to_string(),
            percent(expected.share_bp),
        ),
        Line::ByMilestones { share_bp } => t.sum_by_milestones(percent(share_bp)),
        Line::Reached { share_bp } => t.sum_reached(percent(share_bp)),
        Line::Behind { by_bp, .. } if by_bp <= 0 => t.sum_ahead(points(by_bp)),
        Line::Behind { by_bp, color } => t.sum_behind(points(by_bp), word(lang, color)),
        Line::NotStarted { months: 0, .. } => t.sum_start_due(),
        Line::NotStarted { months, color } => t.sum_not_started(months.to_string(), word(lang, color)),
        Line::Overdue { working_days, color } => t.sum_overdue(working_days.to_string(), word(lang, color)),
    };
    light.lines.iter().map(line).collect()
}
