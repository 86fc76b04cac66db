//! What goes with what: accounts that exist and count in the same way, counts with counts, shares with shares.
use super::{
    Compiled, FormulaError, Kind, Node, Place, Quoted, QuotedPart, Side, SideOf, Sum,
    parse::{Parsed, What, parse},
};
use crate::{
    account::{Flow, Measure},
    book::Book,
    figure::{Against, quote},
};

/// Reads and checks a formula.
pub fn compile(
    book: &Book,
    formula: &str,
    campaign: Option<&str>,
) -> Result<Compiled, FormulaError> {
    let parsed = parse(formula, campaign)?;
    let (node, kind) = checked(book, parsed)?;
    let mut sides = Vec::new();
    list_sides(
        book,
        &node,
        Role {
            place: Place::Counted,
            before: None,
            share: 0,
        },
        &mut sides,
    );
    let flow = sides.first().map_or(Flow::Flow, |side| side.flow);
    let measure = match kind {
        Kind::Quantity(measure) => measure,
        Kind::Share | Kind::Points => Measure::BasisPoints,
    };
    Ok(Compiled {
        node,
        kind,
        flow,
        measure,
        sides,
    })
}

fn checked(book: &Book, parsed: Parsed) -> Result<(Node, Kind), FormulaError> {
    let at = parsed.at;
    Ok(match parsed.what {
        What::Leaf(Node::Sum(sum)) => {
            let (_, measure) = nature(book, &sum)?;
            (Node::Sum(sum), Kind::Quantity(measure))
        }
        What::Leaf(node) => {
            let kind = match &node {
                Node::Quoted(quoted) => quoted_kind(quoted)?,
                _ => Kind::Share,
            };
            (node, kind)
        }
        What::Plus(left, right) => {
            let (right_at, left, right) = (right.at, checked(book, *left)?, checked(book, *right)?);
            match (left.1, right.1) {
                (Kind::Quantity(a), Kind::Quantity(b)) if a == b => {
                    (Node::Plus(Box::new(left.0), Box::new(right.0)), left.1)
                }
                (Kind::Quantity(_), _) | (_, Kind::Quantity(_)) => {
                    return Err(FormulaError::CountWithShare { at: right_at });
                }
                _ => return Err(FormulaError::SharesAdded { at }),
            }
        }
        What::Minus(left, right) => {
            let (right_at, left, right) = (right.at, checked(book, *left)?, checked(book, *right)?);
            match (left.1, right.1) {
                (Kind::Quantity(a), Kind::Quantity(b)) if a == b => {
                    (Node::Minus(Box::new(left.0), Box::new(right.0)), left.1)
                }
                (Kind::Share, Kind::Share) => (
                    Node::Points(Box::new(left.0), Box::new(right.0)),
                    Kind::Points,
                ),
                _ => return Err(FormulaError::CountWithShare { at: right_at }),
            }
        }
        What::Ratio(part, whole) => {
            let (part, whole) = (quantity(book, *part)?, quantity(book, *whole)?);
            (Node::Ratio(Box::new(part), Box::new(whole)), Kind::Share)
        }
        What::Coverage(part, whole) => {
            let (part, whole) = (quantity(book, *part)?, quantity(book, *whole)?);
            (Node::Coverage(Box::new(part), Box::new(whole)), Kind::Share)
        }
        What::Growth(of, against) => {
            let (node, kind) = checked(book, *of)?;
            let kind = match kind {
                Kind::Quantity(_) => Kind::Share,
                // The growth of a growth would be no number that anybody uses.
                Kind::Share if !has_growth(&node) => Kind::Points,
                Kind::Share | Kind::Points => return Err(FormulaError::NotOfAShare { at }),
            };
            (Node::Growth(Box::new(node), against), kind)
        }
        What::Highest(of) => match checked(book, *of)? {
            (Node::Sum(sum), kind) => (Node::Highest(sum), kind),
            _ => return Err(FormulaError::HighestOfAccounts { at }),
        },
    })
}

fn has_growth(node: &Node) -> bool {
    match node {
        Node::Growth(..) => true,
        Node::Quoted(quoted) => quoted.what != QuotedPart::Value,
        Node::Sum(_) | Node::Highest(_) => false,
        Node::Plus(a, b)
        | Node::Minus(a, b)
        | Node::Ratio(a, b)
        | Node::Coverage(a, b)
        | Node::Points(a, b) => has_growth(a) || has_growth(b),
    }
}

fn quantity(book: &Book, parsed: Parsed) -> Result<Node, FormulaError> {
    let at = parsed.at;
    match checked(book, parsed)? {
        (node, Kind::Quantity(_)) => Ok(node),
        _ => Err(FormulaError::NotOfAShare { at }),
    }
}

/// What a published figure is measured in is said by the first word of its series: `money.industrial-output`.
fn quoted_kind(quoted: &Quoted) -> Result<Kind, FormulaError> {
    match (quote::measure_of(&quoted.series), quoted.what) {
        (None, _) => Err(FormulaError::Unexpected {
            at: quoted.at,
            found: quoted.series.clone(),
        }),
        (Some(Measure::BasisPoints), QuotedPart::Value) => Ok(Kind::Share),
        (Some(measure), QuotedPart::Value) => Ok(Kind::Quantity(measure)),
        (Some(_), QuotedPart::Growth | QuotedPart::ComparableGrowth) => Ok(Kind::Share),
    }
}

/// How the accounts of a sum add up and are read; they must do so in the same way.
fn nature(book: &Book, sum: &Sum) -> Result<(Flow, Measure), FormulaError> {
    let mut first: Option<(&str, (Flow, Measure))> = None;
    for term in sum {
        let Some(nature) = book
            .nature(&term.account)
            .filter(|_| book.knows(&term.account))
        else {
            return Err(FormulaError::UnknownAccount {
                at: term.at,
                code: term.account.clone(),
                nearest: nearest(book, &term.account),
            });
        };
        match first {
            None => first = Some((&term.account, nature)),
            Some((account, other)) if other != nature => {
                return Err(FormulaError::Mixed {
                    first: account.to_owned(),
                    second: term.account.clone(),
                });
            }
            Some(_) => {}
        }
    }
    first.map(|(_, nature)| nature).ok_or(FormulaError::Empty)
}

/// Where in a formula a list of records stands.
#[derive(Clone, Copy)]
struct Role {
    place: Place,
    before: Option<Against>,
    share: u8,
}

fn list_sides(book: &Book, node: &Node, role: Role, sides: &mut Vec<Side>) {
    let mut push = |of: SideOf, flow: Flow, measure: Measure| {
        let side = Side {
            of,
            place: role.place,
            before: role.before,
            share: role.share,
            flow,
            measure,
        };
        if !sides.contains(&side) {
            sides.push(side);
        }
    };
    match node {
        Node::Sum(sum) | Node::Highest(sum) => {
            let (flow, measure) = nature(book, sum).unwrap_or((Flow::Flow, Measure::Count));
            let of = match node {
                Node::Highest(_) => SideOf::Highest(sum.clone()),
                _ => SideOf::Sum(sum.clone()),
            };
            push(of, flow, measure);
        }
        Node::Quoted(quoted) => {
            let measure = match quoted_kind(quoted) {
                Ok(Kind::Quantity(measure)) => measure,
                _ => Measure::BasisPoints,
            };
            push(SideOf::Quoted(quoted.clone()), Flow::Flow, measure);
        }
        Node::Plus(a, b) | Node::Minus(a, b) => {
            list_sides(book, a, role, sides);
            list_sides(book, b, role, sides);
        }
        Node::Ratio(part, whole) | Node::Coverage(part, whole) => {
            list_sides(book, part, role, sides);
            let place = Place::MeasuredBy;
            list_sides(book, whole, Role { place, ..role }, sides);
        }
        Node::Growth(of, against) => {
            list_sides(book, of, role, sides);
            let before = Some(*against);
            list_sides(book, of, Role { before, ..role }, sides);
        }
        Node::Points(first, second) => {
            list_sides(book, first, Role { share: 1, ..role }, sides);
            list_sides(book, second, Role { share: 2, ..role }, sides);
        }
    }
}

/// The declared account that shares the most leading characters; empty where none shares any.
fn nearest(book: &Book, code: &str) -> String {
    let shared = |other: &str| {
        other
            .chars()
            .zip(code.chars())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let accounts = book.accounts();
    accounts
        .iter()
        .filter(|account| 0 < shared(account.code))
        .max_by_key(|account| shared(account.code))
        .map(|account| account.code.to_owned())
        .unwrap_or_default()
}
