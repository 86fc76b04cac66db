//! How wishes are said.
use super::{
    store::Wish,
    wish::{ConsentBy, State},
};
use crate::words::texts;
use kernel::Lang;
use maud::Markup;
use ui::Tone;

pub(crate) fn state(lang: Lang, state: State) -> String {
    let t = texts(lang);
    match state {
        State::Made => t.wish_state_made(),
        State::Refused => t.wish_state_refused(),
        State::Published => t.wish_state_published(),
        State::Lit => t.wish_state_lit(),
        State::Ready => t.wish_state_ready(),
        State::Delivered => t.wish_state_delivered(),
        State::Thanked => t.wish_state_thanked(),
    }
}

/// What it is called in a list: its wording, once there is one.
pub(crate) fn name(lang: Lang, wish: &Wish) -> String {
    let t = texts(lang);
    match (wish.wording.as_str(), wish.state) {
        ("", State::Refused) => t.wish_not_shown(),
        ("", _) => t.wish_without_wording(),
        (wording, _) => wording.to_owned(),
    }
}

pub(crate) fn badge(lang: Lang, of: State) -> Markup {
    let tone = match of {
        State::Made => Tone::Attention,
        State::Refused => Tone::Idle,
        State::Published | State::Lit | State::Ready => Tone::Info,
        State::Delivered | State::Thanked => Tone::Good,
    };
    ui::badge(tone, &state(lang, of))
}

pub(crate) fn consent_by(lang: Lang, how: ConsentBy) -> String {
    let t = texts(lang);
    match how {
        ConsentBy::Signed => t.wish_consent_signed(),
        ConsentBy::Spoken => t.wish_consent_spoken(),
        ConsentBy::Message => t.wish_consent_message(),
    }
}
