//! The words of visits.
use super::{Audience, recording::Fate};
use crate::words::texts;
use kernel::Lang;
use maud::Markup;
use ui::Tone;

pub(super) fn audience(lang: Lang, audience: Audience) -> String {
    let t = texts(lang);
    match audience {
        Audience::Enterprise => t.visit_enterprise(),
        Audience::Grassroots => t.visit_grassroots(),
        Audience::Household => t.visit_household(),
    }
}

pub(super) fn fate(lang: Lang, fate: Fate) -> String {
    let t = texts(lang);
    match fate {
        Fate::Help => t.visit_fate_help(),
        Fate::Suggestion => t.visit_fate_suggestion(),
        Fate::Solved => t.visit_fate_solved(),
    }
}

pub(super) fn solved(lang: Lang, is_solved: bool) -> Markup {
    let t = texts(lang);
    match is_solved {
        true => ui::status_light(Tone::Good, &t.visit_problem_solved()),
        false => ui::status_light(Tone::Info, &t.visit_problem_open()),
    }
}
