//! What stands behind a number beside its records: what changed since a mark, and the published words it quotes.
use super::{
    Compiled, Definition, FormulaError, Scope, SideOf,
    below::Below,
    evaluate::{compiled, side_window, window},
    postings,
};
use crate::{book::Book, tree::By};
use sea_orm::{ConnectionTrait, DbErr};

/// A record that counts otherwise than it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// The record's first entry.
    pub of_seq: i64,
    /// What was added to it, or taken from it, since.
    pub quantity: i64,
}

/// Which records of one list were added, corrected or taken back since the book's last entry was `mark`; at most `most`.
pub async fn changed_since(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    (side, mark): (usize, i64),
    most: u64,
) -> Result<Result<Vec<Late>, FormulaError>, DbErr> {
    let compiled = match compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let window = side_window(
        connection,
        book,
        definition,
        &compiled,
        scope,
        (side, Some(mark)),
    )
    .await?;
    let (Some(side), Some(window)) = (compiled.side(side), window) else {
        return Ok(Ok(Vec::new()));
    };
    let (SideOf::Sum(sum) | SideOf::Highest(sum)) = &side.of else {
        return Ok(Ok(Vec::new()));
    };
    let accounts = postings::Accounts::of(connection, book, sum).await?;
    let period = window.period(side.flow);
    let hanging = (period.to, side.flow);
    let below = Below::of(connection, book, scope.unit, hanging, By::Then).await?;
    let late = postings::Late {
        accounts: &accounts,
        unit: scope.unit,
        below: &below,
        period,
        mark,
    };
    let mut by_record = std::collections::BTreeMap::<i64, i64>::new();
    for (of_seq, quantity) in late.by_record(connection, most).await? {
        *by_record.entry(of_seq).or_insert(0) += quantity;
    }
    let changed = by_record.into_iter().rev();
    Ok(Ok(changed
        .filter(|(_, quantity)| *quantity != 0)
        .map(|(of_seq, quantity)| Late { of_seq, quantity })
        .collect()))
}

/// The published words that a figure stands on: with which cells they were taken from.
pub async fn quotes(
    connection: &impl ConnectionTrait,
    definition: &Definition,
    compiled: &Compiled,
    scope: &Scope,
    up_to: Option<i64>,
) -> Result<Vec<(usize, super::quote::Kept)>, DbErr> {
    let mut kept = Vec::new();
    for (at, side) in compiled.sides.iter().enumerate() {
        let SideOf::Quoted(quoted) = &side.of else {
            continue;
        };
        let window = window(definition.period, scope);
        let window = match side.before {
            Some(against) => window.before(against),
            None => Some(window),
        };
        if let Some(window) = window {
            let units = [scope.unit];
            let found = super::quote::at_units(connection, quoted, &units, window, up_to).await?;
            kept.extend(found.into_values().map(|kept| (at, kept)));
        }
    }
    Ok(kept)
}
