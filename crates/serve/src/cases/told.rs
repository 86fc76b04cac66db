//! What whoever asked is told of what was written with the acts of a case.
use super::{
    case::{Act, PartState},
    store::{note, part},
};

/// The reply of a unit that helps: it is for the lead first.
pub(super) fn is_helpers_reply(note: &note::Model, parts: &[part::Model]) -> bool {
    is_reply(note) && helper(note, parts).is_some()
}

/// The words for whoever asked, the newest first. Of the replies of a unit that helps the newest is told, once somebody has
/// signed it off.
pub(super) fn told<'n>(notes: &'n [note::Model], parts: &[part::Model]) -> Vec<&'n note::Model> {
    let is_held_back = |note: &note::Model| {
        let part = helper(note, parts).filter(|_| is_reply(note));
        part.is_some_and(|part| {
            let mut others = notes.iter().filter(|other| other.unit == note.unit);
            part.state() != PartState::SignedOff
                || others.any(|other| is_reply(other) && note.entry < other.entry)
        })
    };
    let mut told: Vec<&note::Model> = notes
        .iter()
        .filter(|note| !note.said.is_empty() && !is_held_back(note))
        .collect();
    told.sort_by_key(|note| std::cmp::Reverse(note.entry));
    told
}

fn is_reply(note: &note::Model) -> bool {
    note.act == Act::Answer.code()
}

fn helper<'p>(note: &note::Model, parts: &'p [part::Model]) -> Option<&'p part::Model> {
    let mut helpers = parts.iter().filter(|part| !part.is_lead);
    helpers.find(|part| part.unit == note.unit)
}
