//! The rules of a wish: what can be done with it when, and by whom. Pure.
use sea_orm::entity::prelude::*;

/// Days within which a wish that was lit is to be fulfilled. The last day is kept with the wish when it is lit.
pub const LIT_DAYS_MAX: u64 = 30;
/// Longest public wording, in characters: it has to fit on a card of a notice board.
pub const WORDING_CHARS_MAX: usize = 120;
/// Words by which a child could be found.
const SCHOOL_WORDS: [&str; 7] = ["小学", "中学", "幼儿园", "学校", "年级", "School", "school"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Nobody has looked at it yet; only those who keep it see it.
    #[sea_orm(string_value = "made")]
    Made,
    #[sea_orm(string_value = "refused")]
    Refused,
    /// On the wall, waiting for somebody.
    #[sea_orm(string_value = "published")]
    Published,
    #[sea_orm(string_value = "lit")]
    Lit,
    /// Bought, or done; not with the person yet.
    #[sea_orm(string_value = "ready")]
    Ready,
    #[sea_orm(string_value = "delivered")]
    Delivered,
    #[sea_orm(string_value = "thanked")]
    Thanked,
}

impl State {
    pub const ALL: [State; 7] = [
        State::Made,
        State::Refused,
        State::Published,
        State::Lit,
        State::Ready,
        State::Delivered,
        State::Thanked,
    ];

    pub fn code(self) -> String {
        self.to_value()
    }

    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    pub fn is_public(self) -> bool {
        !matches!(self, State::Made | State::Refused)
    }

    pub fn is_fulfilled(self) -> bool {
        matches!(self, State::Delivered | State::Thanked)
    }
}

/// What a person can do with a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Publication,
    Refusal,
    Lighting,
    /// Back to the wall, by whoever cannot fulfil it after all.
    Return,
    Readiness,
    Delivery,
    Thanks,
}

impl Act {
    /// In the order in which they are offered.
    pub const ALL: [Act; 7] = [
        Act::Publication,
        Act::Refusal,
        Act::Lighting,
        Act::Readiness,
        Act::Return,
        Act::Delivery,
        Act::Thanks,
    ];

    /// As in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Act::Publication => "publication",
            Act::Refusal => "refusal",
            Act::Lighting => "lighting",
            Act::Return => "return",
            Act::Readiness => "readiness",
            Act::Delivery => "delivery",
            Act::Thanks => "thanks",
        }
    }

    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.code() == code)
    }

    pub const fn entry_kind(self) -> &'static str {
        match self {
            Act::Publication => "serve.wish.published",
            Act::Refusal => "serve.wish.refused",
            Act::Lighting => "serve.wish.lit",
            Act::Return => "serve.wish.returned",
            Act::Readiness => "serve.wish.ready",
            Act::Delivery => "serve.wish.delivered",
            Act::Thanks => "serve.wish.thanked",
        }
    }

    fn before(self) -> State {
        match self {
            Act::Publication | Act::Refusal => State::Made,
            Act::Lighting => State::Published,
            Act::Return | Act::Readiness => State::Lit,
            Act::Delivery => State::Ready,
            Act::Thanks => State::Delivered,
        }
    }

    /// The state to which it leads.
    pub fn after(self) -> State {
        match self {
            Act::Publication | Act::Return => State::Published,
            Act::Refusal => State::Refused,
            Act::Lighting => State::Lit,
            Act::Readiness => State::Ready,
            Act::Delivery => State::Delivered,
            Act::Thanks => State::Thanked,
        }
    }
}

/// What somebody is to a wish.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Who {
    /// Handles wishes of the unit that keeps it.
    pub keeps: bool,
    /// Wrote it down, on somebody's behalf.
    pub made_it: bool,
    /// Lit it, or handles wishes of the unit that did.
    pub lights: bool,
    /// May light one: belongs to a unit.
    pub may_light: bool,
    /// Is the one who made it, by the code.
    pub asked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    #[error("the wish is at another point of its way")]
    NotNow,
    #[error("this is for others to do")]
    NotYours,
    #[error("whoever wrote a wish down does not publish it")]
    MadeByYou,
}

/// Whether the act can be done now, by this person.
pub fn may(state: State, who: Who, act: Act) -> Result<(), NotAllowed> {
    if state != act.before() {
        return Err(NotAllowed::NotNow);
    }
    let is_theirs = match act {
        Act::Publication | Act::Refusal => who.keeps,
        Act::Lighting => who.may_light,
        Act::Return | Act::Readiness | Act::Delivery => who.lights || who.keeps,
        Act::Thanks => who.asked || who.lights || who.keeps,
    };
    match is_theirs {
        false => Err(NotAllowed::NotYours),
        true if act == Act::Publication && who.made_it => Err(NotAllowed::MadeByYou),
        true => Ok(()),
    }
}

/// Who said yes for a child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub guardian: String,
    pub day: chrono::NaiveDate,
    pub how: ConsentBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ConsentBy {
    #[sea_orm(string_value = "signed")]
    Signed,
    #[sea_orm(string_value = "spoken")]
    Spoken,
    #[sea_orm(string_value = "message")]
    Message,
}

impl ConsentBy {
    pub const ALL: [ConsentBy; 3] = [ConsentBy::Signed, ConsentBy::Spoken, ConsentBy::Message];

    pub fn code(self) -> String {
        self.to_value()
    }

    pub fn from_code(code: &str) -> Option<ConsentBy> {
        ConsentBy::ALL.into_iter().find(|by| by.code() == code)
    }
}

/// Whether a child could be known by the wording: by the name that was given, also without the family name, or by a school.
pub fn names_the_child(wording: &str, name: &str) -> bool {
    let name: String = name.split_whitespace().collect();
    let wording: String = wording.split_whitespace().collect();
    let given = || name.chars().skip(1).collect::<String>();
    let by_name = match name.chars().count() {
        0 | 1 => false,
        2 => wording.contains(&name),
        _ => wording.contains(&name) || wording.contains(&given()),
    };
    by_name || SCHOOL_WORDS.iter().any(|word| wording.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEEPER: Who = Who {
        keeps: true,
        made_it: false,
        lights: false,
        may_light: true,
        asked: false,
    };

    #[test]
    fn each_act_is_possible_at_one_point_of_the_way_only() {
        for act in Act::ALL {
            for state in State::ALL {
                let possible = may(state, KEEPER, act) != Err(NotAllowed::NotNow);
                assert_eq!(possible, state == act.before(), "{act:?} {state:?}");
            }
        }
    }

    #[test]
    fn whoever_wrote_a_wish_down_does_not_publish_it_but_may_refuse_it() {
        let who = Who {
            made_it: true,
            ..KEEPER
        };
        let published = may(State::Made, who, Act::Publication);
        assert_eq!(published, Err(NotAllowed::MadeByYou));
        assert_eq!(may(State::Made, who, Act::Refusal), Ok(()));
    }

    #[test]
    fn a_stranger_with_the_code_can_thank_and_nothing_else() {
        let who = Who {
            asked: true,
            ..Who::default()
        };
        for act in Act::ALL {
            let allowed = may(act.before(), who, act).is_ok();
            assert_eq!(allowed, act == Act::Thanks, "{act:?}");
        }
    }

    #[test]
    fn a_child_is_known_by_its_name_or_its_school() {
        assert!(names_the_child("小满想要一盒水彩笔", "小满"));
        assert!(names_the_child("枕溪小学三班的孩子想要水彩笔", ""));
        assert!(
            names_the_child("给 小满 一盒水彩笔", "何小满"),
            "the given name, with blanks"
        );
        assert!(!names_the_child("一名 9 岁的孩子想要一盒水彩笔", "小满"));
    }
}
