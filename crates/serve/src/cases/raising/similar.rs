//! Open cases like one that is being written: those that share two-character words with it.
use crate::cases::{
    case::State,
    store::{self, Case},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::BTreeSet;

/// Open cases that are looked through, the newest first.
const LOOKED_THROUGH_MAX: u64 = 500;
/// Cases that are shown.
const SHOWN_MAX: usize = 5;
/// Two-character words that two cases share before one is called like the other.
const SHARED_MIN: usize = 4;

/// Open cases like this text, the likest first. `among` narrows them to those that the reader may see.
pub async fn similar(
    connection: &impl ConnectionTrait,
    text: &str,
    among: Condition,
) -> Result<Vec<Case>, DbErr> {
    let words = pairs(text);
    let open = State::ALL.iter().filter(|state| state.is_open());
    let cases = store::Entity::find()
        .filter(store::Column::State.is_in(open.map(|state| state.code())))
        .filter(among)
        .order_by_desc(store::Column::RaisedAt)
        .limit(LOOKED_THROUGH_MAX)
        .all(connection)
        .await?;
    let mut found: Vec<(usize, Case)> = cases
        .into_iter()
        .map(|case| {
            (
                shared(&words, &format!("{} {}", case.body, case.place)),
                case,
            )
        })
        .filter(|(shared, _)| SHARED_MIN <= *shared)
        .collect();
    found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    Ok(found
        .into_iter()
        .take(SHOWN_MAX)
        .map(|(_, case)| case)
        .collect())
}

fn shared(words: &BTreeSet<[char; 2]>, text: &str) -> usize {
    pairs(text).intersection(words).count()
}

/// Neighbouring pairs of Chinese characters.
fn pairs(text: &str) -> BTreeSet<[char; 2]> {
    let chars: Vec<char> = text.chars().collect();
    let is_chinese = |sign: &char| ('\u{4e00}'..='\u{9fff}').contains(sign);
    chars
        .windows(2)
        .filter(|pair| pair.iter().all(is_chinese))
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_about_the_same_share_words_and_others_do_not() {
        let words = pairs("海棠苑3号楼下水道堵塞，污水外溢");
        assert!(SHARED_MIN <= shared(&words, "海棠苑下水道堵塞三天了"));
        assert!(shared(&words, "明月路路灯不亮") < SHARED_MIN);
    }
}
