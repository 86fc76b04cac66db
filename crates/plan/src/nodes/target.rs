//! A target: "figure X in scope Y reaches Z". How far it is reached is read from the book and never typed.
use chrono::NaiveDate;
use kernel::UnitId;
use ledger::{
    Book,
    figure::{self, Definition, Scope, Value},
};
use sea_orm::{ConnectionTrait, DbErr};

/// All of it, in basis points.
pub const WHOLE_BP: i64 = 10_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Code of the figure.
    pub figure: String,
    /// The figure is read at this unit and all below it.
    pub unit: UnitId,
    /// In the measure of the figure: pieces, fen, basis points.
    pub at_least: i64,
}

/// What the book says of a target on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// `None` where the figure has no data, or its formula cannot be read any more.
    pub quantity: Option<i64>,
    /// Up to [`WHOLE_BP`].
    pub share_bp: i64,
    /// The first day on which it was reached, if it is.
    pub on: Option<NaiveDate>,
}

/// The share of the target that `quantity` is, in basis points, between nothing and all of it.
pub fn share_bp(quantity: i64, at_least: i64) -> i64 {
    if at_least <= quantity {
        return WHOLE_BP;
    }
    if at_least <= 0 || quantity <= 0 {
        return 0;
    }
    let share = i128::from(quantity) * i128::from(WHOLE_BP) / i128::from(at_least);
    i64::try_from(share).unwrap_or(0)
}

/// Reads a target's figure from the book as of `today`.
pub async fn reached(
    connection: &impl ConnectionTrait,
    book: &Book,
    target: &Target,
    definition: &Definition,
    campaign: &ledger::campaign::Campaign,
    today: NaiveDate,
) -> Result<Reached, DbErr> {
    let quantity_on = async |as_of: NaiveDate| -> Result<Option<i64>, DbErr> {
        let scope = Scope {
            unit: target.unit,
            as_of,
            from: None,
            campaign: Some(campaign.clone()),
        };
        let value = figure::evaluate(connection, book, definition, &scope).await?;
        Ok(value.ok().and_then(Value::quantity))
    };
    let Some(quantity) = quantity_on(today).await? else {
        return Ok(Reached {
            quantity: None,
            share_bp: 0,
            on: None,
        });
    };
    let mut on = None;
    if target.at_least <= quantity {
        // Halving finds the day in few readings; a figure that falls again gives one of the days on which it was reached.
        let (mut below, mut reached) = (campaign.from.min(today), today);
        while below < reached {
            let middle = below + (reached - below) / 2;
            let held = quantity_on(middle).await?;
            if held.is_some_and(|held| target.at_least <= held) {
                reached = middle;
            } else if let Some(next) = middle.succ_opt() {
                below = next;
            } else {
                break;
            }
        }
        on = Some(reached);
    }
    Ok(Reached {
        quantity: Some(quantity),
        share_bp: share_bp(quantity, target.at_least),
        on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_never_more_than_reached_nor_less_than_not_begun() {
        assert_eq!(share_bp(105, 211), 4_976);
        assert_eq!(share_bp(300, 211), WHOLE_BP);
        assert_eq!(share_bp(0, 211), 0);
        assert_eq!(share_bp(-4, 211), 0);
        assert_eq!(share_bp(0, 0), WHOLE_BP);
    }
}
