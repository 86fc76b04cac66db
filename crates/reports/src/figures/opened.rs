//! One figure, opened: its number, its trend, its parts by unit, the way up.
use super::sight::{self, Sight};
use kernel::{Actor, UnitId};
use ledger::{
    Book,
    figure::{self, Compiled, Definition, FormulaError, Grain, Scope, Slot, Value, quote::Kept},
};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr};

pub struct Opened {
    pub definition: Definition,
    pub scope: Scope,
    pub compiled: Compiled,
    pub sight: Sight,
    pub value: Value,
    pub grain: Grain,
    /// Period by period, the oldest first; of months those of the as-of day's year.
    pub trend: Vec<Slot>,
    /// The units that are looked at side by side, in their given order.
    pub compared: Vec<Compared>,
    /// Where published values were taken from: the list they belong to, and what stands there.
    pub quotes: Vec<(usize, Kept)>,
    pub parts: Vec<Part>,
    /// The units above that the reader may open, the top first.
    pub above: Vec<UnitId>,
    /// The largest units whose rows the reader may see.
    pub own: Vec<UnitId>,
}

/// One of the units looked at side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub unit: UnitId,
    pub value: Value,
    pub trend: Vec<Slot>,
}

/// How a figure is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// None: no trend is wanted.
    pub grain: Option<Grain>,
    pub compare: Vec<UnitId>,
}

/// A share of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub of: PartOf,
    pub value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    Unit(UnitId),
    /// What is counted at the unit itself and at none below it.
    Itself,
    /// What is counted at units that the reader may not open.
    Masked,
}

/// Opens a figure for somebody. `None`: they may not know of it at this unit.
pub async fn open(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    definition: Definition,
    scope: Scope,
    look: &Look,
) -> Result<Option<Result<Opened, FormulaError>>, DbErr> {
    let tree = book.tree(connection).await?;
    let (unit, day) = (scope.unit, scope.as_of);
    let sight = sight::sight(&tree, actor, unit, day);
    if sight == Sight::Nothing {
        return Ok(None);
    }
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled = match figure::compile(book, &definition.formula, campaign) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Some(Err(error))),
    };
    // What was compiled once compiles again: neither formula nor accounts change in between.
    let value = figure::evaluate(connection, book, &definition, &scope).await?;
    let children = directory.in_order(tree.children(unit, day));
    let parts = figure::parts(connection, book, &definition, &scope, &children).await?;
    let grain = look.grain.unwrap_or(Grain::Month);
    let count = look
        .grain
        .map_or(0, |grain| figure::usual_count(grain, day));
    let trend = figure::series(connection, book, &definition, &scope, grain, count).await?;
    let (value, parts, trend) = match (value, parts, trend) {
        (Ok(value), Ok(parts), Ok(trend)) => (value, parts.units, trend),
        (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => return Ok(Some(Err(error))),
    };
    let is_open = |unit: &UnitId| sight::sight(&tree, actor, *unit, day) != Sight::Nothing;
    let mut above: Vec<UnitId> = tree
        .chain(unit, day)
        .into_iter()
        .skip(1)
        .filter(is_open)
        .collect();
    above.reverse();
    let mut compared = Vec::new();
    for unit in look.compare.iter().filter(|unit| is_open(unit)) {
        let scope = Scope {
            unit: *unit,
            ..scope.clone()
        };
        let value = figure::evaluate(connection, book, &definition, &scope).await?;
        let trend = figure::series(connection, book, &definition, &scope, grain, count).await?;
        if let (Ok(value), Ok(trend)) = (value, trend) {
            let unit = *unit;
            compared.push(Compared { unit, value, trend });
        }
    }
    let quotes = figure::quotes(connection, &definition, &compiled, &scope, None).await?;
    Ok(Some(Ok(Opened {
        own: sight::own_units(&tree, actor, unit, day),
        parts: shares(&compiled, value, parts, is_open),
        definition,
        scope,
        compiled,
        sight,
        value,
        grain,
        trend,
        compared,
        quotes,
        above,
    })))
}

/// The parts that may be opened, and what is left so that all add up. Only sums of flows and stocks add up.
fn shares(
    compiled: &Compiled,
    value: Value,
    parts: Vec<(UnitId, Value)>,
    is_open: impl Fn(&UnitId) -> bool,
) -> Vec<Part> {
    let number = |value: &Value| match value {
        Value::Number(number) => *number,
        Value::Share { .. } | Value::NoData(_) => 0,
    };
    let adds_up = compiled.adds_up();
    // Statistics are seldom published for each unit: those without are no parts.
    let mut parts = parts;
    if compiled.is_quoted() {
        parts.retain(|(_, value)| value.quantity().is_some());
    }
    let below: i64 = parts.iter().map(|(_, value)| number(value)).sum();
    let (open, masked): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(unit, _)| is_open(unit));
    let mut shares: Vec<Part> = open
        .iter()
        .map(|(unit, value)| Part {
            of: PartOf::Unit(*unit),
            value: *value,
        })
        .collect();
    if shares.is_empty() && masked.is_empty() || !adds_up {
        return shares;
    }
    let itself = number(&value) - below;
    let hidden: i64 = masked.iter().map(|(_, value)| number(value)).sum();
    for (of, rest) in [(PartOf::Itself, itself), (PartOf::Masked, hidden)] {
        if rest != 0 {
            let value = Value::Number(rest);
            shares.push(Part { of, value });
        }
    }
    shares
}
