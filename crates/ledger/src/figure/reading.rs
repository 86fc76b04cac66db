//! From a formula to what must be read of the book.
use super::{
    NoData, Value, Window,
    below::Below,
    formula::{Node, Quoted, QuotedPart, Sum},
    now,
    postings::{self, Accounts},
    quote,
    reckoning::{Got, fold},
};
use crate::{account::Flow, book::Book, sql, sum, tree::By};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// How the book is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From balances, as the book stands.
    Now,
    /// As it stood when this was its last entry: balances less what came later.
    Then(i64),
    /// From postings, the slow and obvious way, up to an entry or the end, by any tree.
    Again(Option<i64>, By),
    /// As the book stands, with the tree of this day laid over the whole period.
    AsNow(NaiveDate),
}

impl Way {
    /// The quickest way to what the book said at its entry `up_to` (or says now) by a tree.
    pub fn of(up_to: Option<i64>, by: By) -> Way {
        match (up_to, by) {
            (None, By::Then) => Way::Now,
            (Some(mark), By::Then) => Way::Then(mark),
            (None, By::Now(day)) => Way::AsNow(day),
            (up_to, by) => Way::Again(up_to, by),
        }
    }

    pub fn by(self) -> By {
        match self {
            Way::Now | Way::Then(_) => By::Then,
            Way::Again(_, by) => by,
            Way::AsNow(day) => By::Now(day),
        }
    }
}

/// Reads one formula, perhaps for many windows.
pub(super) struct Reader<'a, C> {
    pub connection: &'a C,
    pub book: &'a Book,
    pub way: Way,
    accounts: HashMap<String, Vec<i32>>,
}

/// One leaf of a formula in one window; no window: there is none such.
type Read<'n> = (Leaf<'n>, Option<Window>);

#[derive(Clone, Copy)]
enum Leaf<'n> {
    Sum(&'n Sum, Flow),
    Highest(&'n Sum, Flow),
    Quoted(&'n Quoted),
}

impl<'a, C: ConnectionTrait> Reader<'a, C> {
    pub fn new(connection: &'a C, book: &'a Book, way: Way) -> Self {
        Reader {
            connection,
            book,
            way,
            accounts: HashMap::new(),
        }
    }

    /// The formula's value at each unit.
    pub async fn at_units(
        &mut self,
        node: &Node,
        units: &[UnitId],
        window: Window,
    ) -> Result<Vec<(UnitId, Value)>, DbErr> {
        let mut reads = Vec::new();
        leaves(self.book, node, Some(window), &mut reads);
        let mut read = Vec::with_capacity(reads.len());
        for (leaf, window) in reads {
            read.push(match window {
                Some(window) => Some(self.read(leaf, units, window).await?),
                None => None,
            });
        }
        let value = |unit: &UnitId| {
            let mut got = read.iter().map(|units| match units {
                Some(units) => units
                    .get(unit)
                    .copied()
                    .unwrap_or(Got::counted(Err(NoData::NothingRecorded))),
                None => Got::counted(Err(NoData::NothingBeforeSinceEver)),
            });
            (*unit, fold(node, &mut got).value)
        };
        Ok(units.iter().map(value).collect())
    }

    async fn read(
        &mut self,
        leaf: Leaf<'_>,
        units: &[UnitId],
        window: Window,
    ) -> Result<HashMap<UnitId, Got>, DbErr> {
        match leaf {
            Leaf::Sum(sum, flow) => self.sums(sum, flow, units, window).await,
            Leaf::Highest(sum, flow) => {
                let mut found = HashMap::new();
                for unit in units {
                    let best = self.highest(sum, flow, *unit, window).await?;
                    let value = best.map(|(_, value)| value).ok_or(NoData::NothingRecorded);
                    found.insert(*unit, Got::counted(value));
                }
                Ok(found)
            }
            Leaf::Quoted(quoted) => self.quoted(quoted, units, window).await,
        }
    }

    async fn quoted(
        &self,
        quoted: &Quoted,
        units: &[UnitId],
        window: Window,
    ) -> Result<HashMap<UnitId, Got>, DbErr> {
        let mut found: HashMap<UnitId, Got> = units
            .iter()
            .map(|unit| (*unit, Got::counted(Err(NoData::NotPublished))))
            .collect();
        for (unit, kept) in
            quote::at_units(self.connection, quoted, units, window, self.up_to()).await?
        {
            let quote = kept.quote;
            let value = match quoted.what {
                QuotedPart::Value => quote.value,
                QuotedPart::Growth => quote.growth,
                QuotedPart::ComparableGrowth => quote.comparable_growth,
            };
            let got = Got {
                value: value.ok_or(NoData::NotPublished),
                until: Some(quote.to),
                changed: quote.definition_changed,
            };
            found.insert(unit, got);
        }
        Ok(found)
    }

    pub(super) fn up_to(&self) -> Option<i64> {
        match self.way {
            Way::Now | Way::AsNow(_) => None,
            Way::Then(mark) => Some(mark),
            Way::Again(up_to, _) => up_to,
        }
    }

    pub(super) async fn sums(
        &mut self,
        sum: &Sum,
        flow: Flow,
        units: &[UnitId],
        window: Window,
    ) -> Result<HashMap<UnitId, Got>, DbErr> {
        let period = window.period(flow);
        let mut all: HashMap<UnitId, Result<i64, NoData>> = HashMap::new();
        let nothing = match flow {
            // The highest of nothing is not nought.
            Flow::Peak => Err(NoData::NothingRecorded),
            Flow::Flow | Flow::Stock => Ok(0),
        };
        all.extend(units.iter().map(|unit| (*unit, nothing)));
        // Balances of peaks do not add up.
        let slowly =
            matches!(self.way, Way::Again(..)) || flow == Flow::Peak && self.way != Way::Now;
        if slowly {
            for unit in units {
                if let Some(value) = self.slow_sum(sum, flow, *unit, window).await? {
                    all.insert(*unit, Ok(value));
                }
            }
        } else {
            let mut add = |unit: UnitId, quantity: i64| {
                let so_far = all.entry(unit).or_insert(Ok(0));
                *so_far = match so_far.unwrap_or(0).checked_add(quantity) {
                    Some(sum) => Ok(sum),
                    None => Err(NoData::TooLarge),
                };
            };
            for term in sum {
                let accounts = self.ids(&term.account).await?;
                let sums = sum::by_unit(self.connection, &accounts, units, period, flow).await?;
                for (unit, quantity) in sums {
                    add(unit, if term.negative { -quantity } else { quantity });
                }
            }
            if let Way::Then(mark) = self.way {
                let accounts = self.signed(sum).await?;
                for unit in units {
                    let late = self.late(&accounts, *unit, (period, flow), mark).await?;
                    for (_, quantity) in late {
                        add(*unit, -quantity);
                    }
                }
            }
            if let Way::AsNow(now) = self.way {
                let accounts = self.signed(sum).await?;
                for unit in units {
                    let hanging = (period, flow, now);
                    add(
                        *unit,
                        now::elsewhere(self.connection, self.book, &accounts, *unit, hanging)
                            .await?,
                    );
                }
            }
        }
        // A balance of nought is left behind where a unit moved away or a record was taken back.
        let known = |value: Result<i64, NoData>| match (flow, value) {
            (Flow::Peak, Ok(0)) => Err(NoData::NothingRecorded),
            (_, value) => value,
        };
        Ok(all
            .into_iter()
            .map(|(unit, value)| (unit, Got::counted(known(value))))
            .collect())
    }

    /// The sum at one unit.
    pub async fn sum_at(
        &mut self,
        sum: &Sum,
        flow: Flow,
        unit: UnitId,
        window: Window,
    ) -> Result<i64, DbErr> {
        let sums = self.sums(sum, flow, &[unit], window).await?;
        Ok(sums.get(&unit).and_then(|got| got.value.ok()).unwrap_or(0))
    }

    async fn slow_sum(
        &mut self,
        sum: &Sum,
        flow: Flow,
        unit: UnitId,
        window: Window,
    ) -> Result<Option<i64>, DbErr> {
        let accounts = self.signed(sum).await?;
        if accounts.is_empty() {
            return Ok(None);
        }
        let period = window.period(flow);
        let below = self.below(unit, period, flow).await?;
        let (from, values) = postings::source(&accounts, &below, period, self.up_to());
        let quantity = accounts.quantity();
        let select = match flow {
            Flow::Peak => format!(
                "SELECT CAST(MAX(q) AS bigint) FROM (SELECT SUM({quantity}) AS q {from} GROUP BY p.of_seq, p.unit_id, p.day) AS records"
            ),
            Flow::Flow | Flow::Stock => format!("SELECT CAST(SUM({quantity}) AS bigint) {from}"),
        };
        let rows = sql::rows(self.connection, &select, values).await?;
        rows.first().map_or(Ok(None), |row| row.try_get_by_index(0))
    }

    pub(super) async fn below(
        &self,
        unit: UnitId,
        period: sum::Period,
        flow: Flow,
    ) -> Result<Below, DbErr> {
        let hanging = (period.to, flow);
        Below::of(self.connection, self.book, unit, hanging, self.way.by()).await
    }

    pub(super) async fn late(
        &self,
        accounts: &Accounts,
        unit: UnitId,
        (period, flow): (sum::Period, Flow),
        mark: i64,
    ) -> Result<Vec<(i32, i64)>, DbErr> {
        let below = self.below(unit, period, flow).await?;
        let late = postings::Late {
            accounts,
            unit,
            below: &below,
            period,
            mark,
        };
        late.by_day(self.connection).await
    }

    async fn ids(&mut self, account: &str) -> Result<Vec<i32>, DbErr> {
        if let Some(ids) = self.accounts.get(account) {
            return Ok(ids.clone());
        }
        let ids = self.book.ids_within(self.connection, account).await?;
        self.accounts.insert(account.to_owned(), ids.clone());
        Ok(ids)
    }

    pub(super) async fn signed(&mut self, sum: &Sum) -> Result<Accounts, DbErr> {
        let mut accounts = Accounts::default();
        for term in sum {
            let ids = self.ids(&term.account).await?;
            if term.negative {
                accounts.minus.extend(ids);
            } else {
                accounts.plus.extend(ids);
            }
        }
        Ok(accounts)
    }
}

/// The sums that a formula reads, each with its window: not what is published, nor what there cannot be.
pub(super) fn windows(book: &Book, node: &Node, window: Window) -> Vec<(Flow, Window)> {
    let mut reads = Vec::new();
    leaves(book, node, Some(window), &mut reads);
    let counted = reads.into_iter().filter_map(|(leaf, window)| match leaf {
        Leaf::Sum(_, flow) | Leaf::Highest(_, flow) => Some((flow, window?)),
        Leaf::Quoted(_) => None,
    });
    counted.collect()
}

/// What must be read, in the order in which [`fold`] asks for it.
fn leaves<'n>(book: &Book, node: &'n Node, window: Option<Window>, reads: &mut Vec<Read<'n>>) {
    let flow = |sum: &Sum| {
        let first = sum.first().and_then(|term| book.nature(&term.account));
        first.map_or(Flow::Flow, |(flow, _)| flow)
    };
    match node {
        Node::Sum(sum) => reads.push((Leaf::Sum(sum, flow(sum)), window)),
        Node::Highest(sum) => reads.push((Leaf::Highest(sum, flow(sum)), window)),
        Node::Quoted(quoted) => reads.push((Leaf::Quoted(quoted), window)),
        Node::Plus(a, b)
        | Node::Minus(a, b)
        | Node::Ratio(a, b)
        | Node::Coverage(a, b)
        | Node::Points(a, b) => {
            leaves(book, a, window, reads);
            leaves(book, b, window, reads);
        }
        Node::Growth(of, against) => {
            leaves(book, of, window, reads);
            let before = window.and_then(|window| window.before(*against));
            leaves(book, of, before, reads);
        }
    }
}
