//! Follows every number of an issue to its records and counts it again: the promise of the product, run as a check.
use super::frozen::{self, FrozenNumber, FrozenValue};
use ledger::{
    Book, Flow,
    figure::{self, Definition, Node, Scope, Value},
    tree::By,
};
use sea_orm::{ConnectionTrait, DbErr};

/// Rows read at a time.
const ROWS: u64 = 1_000;

/// Every number of the issue that does not come out of its listed records, in words for whoever has to look into it.
/// `None`: there is no such issue.
pub async fn recount_every_number(book: &Book, total: i32) -> Result<Option<Recount>, DbErr> {
    let connection = book.db().reader();
    let Some((_, issue)) = frozen::find(connection, total).await? else {
        return Ok(None);
    };
    let mut recount = Recount {
        numbers: issue.numbers.len(),
        differences: Vec::new(),
    };
    for (index, number) in (1..).zip(&issue.numbers) {
        let counted = count(connection, book, number, (issue.mark, issue.by())).await?;
        if counted != Some(number.value) {
            let figure = &number.figure;
            recount.differences.push(format!(
                "number {index} ({figure}) was issued as {:?}; its records add up to {counted:?}",
                number.value
            ));
        }
    }
    Ok(Some(recount))
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recount {
    pub numbers: usize,
    pub differences: Vec<String>,
}

/// The number from its listed rows, one by one, and from nothing else.
async fn count(
    connection: &impl ConnectionTrait,
    book: &Book,
    number: &FrozenNumber,
    then: (i64, By),
) -> Result<Option<FrozenValue>, DbErr> {
    let (definition, scope) = (number.definition(connection).await?, number.scope());
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let Ok(compiled) = figure::compile(book, &definition.formula, campaign) else {
        return Ok(None);
    };
    let rows = async |side| side_total(connection, book, &definition, &scope, then, side).await;
    match &compiled.node {
        // The highest of many rows is not their sum.
        Node::Sum(_) if compiled.flow == Flow::Peak => {
            again(connection, book, &definition, &scope, then).await
        }
        Node::Sum(_) => Ok(Some(FrozenValue::Number(rows(0).await?))),
        Node::Ratio(part, whole) => match (&**part, &**whole) {
            (Node::Sum(part), Node::Sum(whole)) if part != whole => Ok(Some(FrozenValue::Share {
                part: rows(0).await?,
                of: rows(1).await?,
            })),
            _ => again(connection, book, &definition, &scope, then).await,
        },
        _ => again(connection, book, &definition, &scope, then).await,
    }
}

/// From all postings, where a formula is more than one list or the share of two.
async fn again(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    (mark, by): (i64, By),
) -> Result<Option<FrozenValue>, DbErr> {
    let value =
        figure::value_counted_again(connection, book, definition, scope, (Some(mark), by)).await?;
    Ok(match value {
        Ok(Value::Number(number)) => Some(FrozenValue::Number(number)),
        Ok(Value::Share { part, of }) => Some(FrozenValue::Share { part, of }),
        Ok(Value::NoData(_)) | Err(_) => None,
    })
}

async fn side_total(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    then: (i64, By),
    side: usize,
) -> Result<i64, DbErr> {
    let own = [scope.unit];
    let mut total = 0;
    for skip in (0..).step_by(ROWS as usize) {
        let wanted = crate::figures::records::Wanted {
            side,
            up_to: Some(then.0),
            by: then.1,
            skip,
            take: ROWS,
        };
        let page = crate::figures::records::list(connection, book, definition, scope, &own, wanted)
            .await?;
        let Ok(page) = page else {
            return Ok(0);
        };
        total += page.rows.iter().map(|row| row.quantity).sum::<i64>();
        if (page.rows.len() as u64) < ROWS {
            break;
        }
    }
    Ok(total)
}
