//! The places in the side bar, group by group.
use super::{NavItem, Shell};
use crate::icons::icon;
use maud::{Markup, html};

/// Places of one group that stand side by side; a longer group shows its first, and the rest while one of it is open.
const GROUP_SHOWN_MAX: usize = 3;

pub(super) fn list(shell: &Shell<'_>) -> Markup {
    let groups: Vec<&[NavItem]> = shell
        .nav
        .chunk_by(|one, next| one.group == next.group)
        .collect();
    html! {
        ul class="nav-list" {
            @for (at, group) in groups.iter().enumerate() {
                @let is_long = GROUP_SHOWN_MAX < group.len();
                @let is_open = !is_long || group.iter().any(|item| item.key == shell.current);
                @for (place, item) in group.iter().enumerate() {
                    @let is_below = is_long && 0 < place;
                    li class=[class(at > 0 && place == 0, is_below)] hidden[is_below && !is_open] {
                        (link(item, shell.current))
                    }
                }
            }
        }
    }
}

fn class(starts_group: bool, is_below: bool) -> Option<&'static str> {
    match (starts_group, is_below) {
        (true, _) => Some("nav-gap"),
        (false, true) => Some("nav-below"),
        (false, false) => None,
    }
}

pub(super) fn link(item: &NavItem, current: &str) -> Markup {
    html! {
        a href=(item.href)
            aria-current=[(item.key == current).then_some("page")]
            data-go=[item.letter.map(|letter| letter.to_ascii_lowercase())]
        {
            (icon(item.icon)) span { (item.label) }
        }
    }
}
