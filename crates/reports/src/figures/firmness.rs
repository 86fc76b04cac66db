//! How firm the days behind a number are: closed, or being restated because they were opened again. Pure.
use ledger::{
    Book, Firmness, Periods,
    figure::{self, Definition, Scope, SideOf},
};

/// What is quoted from others is not counted in our periods.
pub fn of(book: &Book, periods: &Periods, definition: &Definition, scope: &Scope) -> Firmness {
    let campaign = scope.campaign.as_ref().map(|one| one.code.as_str());
    let Ok(compiled) = figure::compile(book, &definition.formula, campaign) else {
        return Firmness::Open;
    };
    let window = figure::window(definition.period, scope);
    let is_stock = compiled.flow == ledger::Flow::Stock;
    let counted = compiled
        .sides
        .iter()
        .filter(|side| !matches!(side.of, SideOf::Quoted(_)));
    let firm: Vec<Firmness> = counted
        .filter_map(|side| {
            let window = match side.before {
                Some(against) => window.before(against)?,
                None => window,
            };
            Some(periods.of(window.from.filter(|_| !is_stock), window.to))
        })
        .collect();
    together(&firm)
}

/// Of a number that is made of several lists: firm only where all of them are.
fn together(firm: &[Firmness]) -> Firmness {
    let is_reopened = |one: &&Firmness| matches!(one, Firmness::Reopened { .. });
    let is_open = |one: &&Firmness| **one == Firmness::Open;
    let least = firm.iter().find(is_reopened).or(firm.iter().find(is_open));
    *least.or(firm.first()).unwrap_or(&Firmness::Open)
}
