//! A number of an issued brief as it is said anew in a draft: what it was, and what it is today.
use super::Restatement;
use crate::{
    briefs::{
        embed::RestatementOf,
        frozen,
        live::{Number, NumberProblem},
    },
    figures::shown,
};
use kernel::{Lang, number::NumberFormat};
use ledger::{
    Book,
    figure::{self, Definition, Value},
};
use sea_orm::{ConnectionTrait, DbErr};

pub(super) async fn restatement(
    connection: &impl ConnectionTrait,
    book: &Book,
    asked: &RestatementOf,
) -> Result<Result<Restatement, NumberProblem>, DbErr> {
    let unknown = || NumberProblem::UnknownIssuedNumber {
        total: asked.total,
        number: asked.number,
    };
    let Some((_, issue)) = frozen::find(connection, asked.total).await? else {
        return Ok(Err(unknown()));
    };
    let index = asked.number.checked_sub(1);
    let Some(old) = index.and_then(|index| issue.numbers.get(index)) else {
        return Ok(Err(unknown()));
    };
    let definition = old.definition(connection).await?;
    let value = match frozen::today(connection, book, old).await? {
        Ok(value) if value.quantity().is_none() => return Ok(Err(NumberProblem::NoData(value))),
        Ok(value) => value,
        Err(error) => return Ok(Err(NumberProblem::Formula(error))),
    };
    if value == old.value.value() {
        return Ok(Err(NumberProblem::NothingToRestate {
            total: asked.total,
            shown: old.shown.clone(),
        }));
    }
    let format = match restated_format(&definition, old, value) {
        Ok(format) => format,
        Err(error) => return Ok(Err(NumberProblem::Format(error))),
    };
    let scope = old.scope();
    let compiled = figure::compile(
        book,
        &definition.formula,
        scope
            .campaign
            .as_ref()
            .map(|campaign| campaign.code.as_str()),
    );
    match compiled {
        Ok(compiled) if !shown::fits(&format, compiled.measure) => {
            return Ok(Err(NumberProblem::Misfit(compiled.measure)));
        }
        Ok(_) => {}
        Err(error) => return Ok(Err(NumberProblem::Formula(error))),
    }
    Ok(Ok(Restatement {
        total: asked.total,
        number: asked.number,
        issue_number: issue.number,
        old: old.shown.clone(),
        new: Number {
            shown: shown::write(&format, value, Lang::Zh),
            definition,
            scope,
            value,
        },
        reason: asked.reason.clone(),
    }))
}

/// As the number was printed; finer where the two would look alike.
fn restated_format(
    definition: &Definition,
    old: &frozen::FrozenNumber,
    value: Value,
) -> Result<NumberFormat, kernel::number::ExampleError> {
    let of_figure = shown::format(definition)?;
    let printed = NumberFormat::from_example(&old.shown)
        .ok()
        .filter(|format| format.measure() == of_figure.measure())
        .filter(|format| shown::write(format, value, Lang::Zh) != old.shown);
    Ok(printed.unwrap_or(of_figure))
}
