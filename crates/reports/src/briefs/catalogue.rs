//! The figures that numbers typed into a draft are compared with: those it quotes, and all others as the brief would ask.
use super::{
    live::{Asking, Context, Numbers},
    markup::Document,
    token::Token,
    typed::Candidate,
};
use crate::figures::shown;
use kernel::{Actor, Lang};
use ledger::{Book, figure};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr};

/// Those that the draft quotes.
pub fn quoted(document: &Document, numbers: &Numbers) -> Vec<Candidate> {
    let quoted = document.tokens.iter().zip(numbers);
    quoted
        .filter_map(|(placed, number)| {
            let (token, number) = (placed.token.as_ref().ok()?, number.as_ref().ok()?);
            Some(Candidate {
                title: number.definition.title(Lang::Zh).to_owned(),
                format: shown::format(&number.definition).ok()?,
                quantity: number.value.quantity()?,
                token: token.clone(),
                is_quoted: true,
            })
        })
        .collect()
}

/// Those, and every figure of the catalogue at the brief's unit and day.
pub async fn all(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    document: &Document,
    numbers: &Numbers,
    context: &Context,
) -> Result<Vec<Candidate>, DbErr> {
    let mut candidates = quoted(document, numbers);
    let asking = Asking::load(connection, book, directory, actor, context).await?;
    for definition in figure::all(connection).await? {
        let token = Token {
            figure: definition.code.clone(),
            ..Token::default()
        };
        let Ok(number) = asking.resolve(connection, &token).await? else {
            continue;
        };
        let (Ok(format), Some(quantity)) = (shown::format(&definition), number.value.quantity())
        else {
            continue;
        };
        candidates.push(Candidate {
            title: definition.title(Lang::Zh).to_owned(),
            format,
            quantity,
            token,
            is_quoted: false,
        });
    }
    Ok(candidates)
}
