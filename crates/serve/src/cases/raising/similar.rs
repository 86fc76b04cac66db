//! Open cases like one that is being written: those that share words with it.
use crate::cases::{
    case::State,
    store::{self, Case, SEARCH},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Open cases with a word of the text that are looked at, the newest first.
const LOOKED_AT_MAX: u64 = 500;
/// Cases that are shown.
const SHOWN_MAX: usize = 5;
/// Pairs of characters that two cases share before one is called like the other.
const SHARED_MIN: usize = 4;

/// Open cases like this text, the likest first. `among` narrows them to those that the reader may see.
pub async fn similar(
    connection: &impl ConnectionTrait,
    text: &str,
    among: Condition,
) -> Result<Vec<Case>, DbErr> {
    let words = search::of_question(text);
    let open = State::ALL.iter().filter(|state| state.is_open());
    let backend = connection.get_database_backend();
    let cases = store::Entity::find()
        .filter(store::Column::State.is_in(open.map(|state| state.code())))
        .filter(SEARCH.with_any(backend, "serve_case.id", &words))
        .filter(among)
        .order_by_desc(store::Column::RaisedAt)
        .limit(LOOKED_AT_MAX)
        .all(connection)
        .await?;
    let shared = |case: &Case| {
        let of_case = search::of_question(&format!("{} {}", case.body, case.place));
        let shared = of_case.intersection(&words);
        shared.filter(|word| 1 < word.chars().count()).count()
    };
    let mut found: Vec<(usize, Case)> = cases
        .into_iter()
        .map(|case| (shared(&case), case))
        .filter(|(shared, _)| SHARED_MIN <= *shared)
        .collect();
    found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let likest = found.into_iter().take(SHOWN_MAX);
    Ok(likest.map(|(_, case)| case).collect())
}
