//! The plan itself: a tree of items whose innermost level are the tasks.
pub(crate) mod edit_page;
pub mod editing;
pub(crate) mod item_page;
pub(crate) mod matrix_page;
pub mod node;
pub mod order;
pub mod plan;
pub mod target;
pub(crate) mod tree_page;
pub(crate) mod withdraw_page;
pub mod withdrawing;
pub(crate) mod work_list_page;
pub mod written;

use crate::{
    campaigns::campaign::Campaign,
    import::applying::{ITEM, TASK},
};
use plan::Item;

/// What the book calls such an item.
pub(crate) fn subject_kind(campaign: &Campaign, item: &Item) -> &'static str {
    match item.is_task(campaign.levels.innermost()) {
        true => TASK,
        false => ITEM,
    }
}
