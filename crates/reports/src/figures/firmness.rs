//! How firm the days behind a number are: closed, or being restated because they were opened again. Pure.
use crate::words;
use chrono::NaiveDate;
use kernel::Lang;
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

/// That the days of a number are closed or open again, in words.
pub fn text(lang: Lang, firmness: Firmness) -> Option<String> {
    let t = words::texts(lang);
    match firmness {
        Firmness::Closed { through } => Some(t.figure_closed(through.to_string())),
        Firmness::Reopened { through } => Some(t.figure_reopened(through.to_string())),
        Firmness::Open => None,
    }
}

/// Of many numbers: what is firm, and what is being restated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Firm {
    /// How many are over closed days only, and through which day the book is closed.
    pub closed: Option<(usize, NaiveDate)>,
    pub reopened: Option<Reopened>,
}

/// Numbers whose days were closed and are open again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopened {
    pub numbers: usize,
    /// Where they stand; each place once, in order.
    pub places: Vec<usize>,
    pub through: NaiveDate,
}

impl Firm {
    /// Counts one number, after those that stand before it.
    pub fn add(&mut self, place: usize, firmness: Firmness) {
        match firmness {
            Firmness::Open => {}
            Firmness::Closed { through } => self.closed.get_or_insert((0, through)).0 += 1,
            Firmness::Reopened { through } => {
                let reopened = self.reopened.get_or_insert(Reopened {
                    numbers: 0,
                    places: Vec::new(),
                    through,
                });
                reopened.numbers += 1;
                if reopened.places.last() != Some(&place) {
                    reopened.places.push(place);
                }
            }
        }
    }
}
