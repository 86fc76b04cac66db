//! What is done with a wish, each an act with an author: published or refused, lit, made ready, delivered, thanked.
use super::{
    lapsing,
    making::SUBJECT,
    store::{self, BODY, CODE, Column, GUARDIAN, NAME, Wish, WishId},
    wish::{Act, Consent, LIT_DAYS_MAX, NotAllowed, WORDING_CHARS_MAX, Who, may, names_the_child},
};
use crate::{accounts, corrections::CorrectionError};
use chrono::{Days, NaiveDate};
use db::Keys;
use kernel::{
    Actor, EntryId, Right,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Book, CorrectError, NewEntry, Subject, Tree, entry};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, ExprTrait},
};
use serde_json::json;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// What the wall says; and for a child's wish, who agreed to it.
    Publish {
        wording: String,
        consent: Option<Consent>,
    },
    /// Why not; whoever made it reads this by the code.
    Refuse(String),
    Light,
    /// Back to the wall, and why.
    Return(String),
    /// What was bought or done.
    Ready(String),
    /// To whom it went, if there is anything to say.
    Deliver(String),
    /// Words of thanks, if there are any.
    Thank(String),
}

impl Step {
    pub fn act(&self) -> Act {
        match self {
            Step::Publish { .. } => Act::Publication,
            Step::Refuse(_) => Act::Refusal,
            Step::Light => Act::Lighting,
            Step::Return(_) => Act::Return,
            Step::Ready(_) => Act::Readiness,
            Step::Deliver(_) => Act::Delivery,
            Step::Thank(_) => Act::Thanks,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    pub entry: EntryId,
    pub wish: WishId,
    pub step: Step,
}

#[derive(Debug, thiserror::Error)]
pub enum ActError {
    #[error("there is no such wish")]
    NoSuchWish,
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The one who was quicker lit it.
    #[error("somebody was quicker")]
    Meanwhile,
    #[error("a wording of 1 to {WORDING_CHARS_MAX} characters is needed")]
    Wording,
    #[error("the wording tells who the child is")]
    NamesTheChild,
    #[error("a child's wish needs the consent of a guardian: who, when, how")]
    ConsentMissing,
    #[error("the consent is of a day to come")]
    ConsentToCome,
    #[error("words are needed here")]
    WordsMissing,
    #[error("more than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("a wish is not delivered before it is lit, nor on a day to come")]
    Day,
    #[error("there is no such unit today")]
    Lighter,
    #[error("somebody has given thanks for it")]
    Thanked,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ActError {
    fn from(error: DbErr) -> Self {
        ActError::Book(error.into())
    }
}

impl From<CorrectError> for ActError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::Append(error) => ActError::Book(error),
            _ => ActError::Meanwhile,
        }
    }
}

/// What the actor is to the wish.
pub fn who(tree: &Tree, actor: &Actor, wish: &Wish, today: NaiveDate) -> Who {
    let serves = |unit| tree.reaches(&actor.reach(Right::Serve), unit, today);
    Who {
        keeps: serves(wish.unit),
        made_it: actor.person == wish.made_by,
        lights: wish.lit_by == Some(actor.person) || wish.lit_unit.is_some_and(serves),
        may_light: tree.is_open(actor.unit, today),
        asked: false,
    }
}

/// Does one thing with a wish. Of two at once, one is told that somebody was quicker. Safe to repeat.
///
/// # Errors
/// One variant for each thing that is treated differently; nothing is written then.
pub async fn act(book: &Book, keys: &Keys, actor: &Actor, new: &Acting) -> Result<(), ActError> {
    let reader = book.db().reader();
    let wish = store::find(reader, new.wish).await?;
    let wish = wish.ok_or(ActError::NoSuchWish)?;
    let tree = book.tree(reader).await?;
    let who = who(&tree, actor, &wish, book.clock().today());
    carry_out(book, keys, actor, new, &wish, who).await
}

/// Whoever made it says thank you, by the code.
pub async fn thank_by_code(
    book: &Book,
    keys: &Keys,
    entry: EntryId,
    code: &str,
    words: &str,
) -> Result<(), ActError> {
    let found = store::Entity::find().filter(Column::CodeFoundBy.eq(CODE.found_by(keys, code)));
    let wish = found.one(book.db().reader()).await?;
    let wish = wish.ok_or(ActError::NoSuchWish)?;
    let who = Who {
        asked: true,
        ..Who::default()
    };
    let new = Acting {
        entry,
        wish: wish.id,
        step: Step::Thank(words.to_owned()),
    };
    carry_out(book, keys, &Actor::public(wish.unit), &new, &wish, who).await
}

async fn carry_out(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Acting,
    wish: &Wish,
    who: Who,
) -> Result<(), ActError> {
    let (act, today) = (new.step.act(), book.clock().today());
    let subject = Subject::new(SUBJECT, wish.id);
    if let Some(before) = entry::by_id(book.db().reader(), new.entry).await? {
        let is_same = before.kind == act.entry_kind()
            && before.subject_id == subject.id
            && before.actor == actor.person;
        return match is_same {
            true => Ok(()),
            false => Err(AppendError::IdReused.into()),
        };
    }
    may(wish.state, who, act).map_err(|error| match (error, act) {
        (NotAllowed::NotNow, Act::Lighting) => ActError::Meanwhile,
        (error, _) => error.into(),
    })?;
    check(keys, wish, &new.step, today)?;
    let unit = match act {
        Act::Lighting => actor.unit,
        _ => wish.lit_unit.unwrap_or(wish.unit),
    };
    let written = NewEntry::new(new.entry, act.entry_kind(), subject, unit, today);
    let written = match (&new.step, act) {
        (Step::Publish { wording, .. }, _) => written
            .with_details(json!({ "wording": wording.trim() }))
            .post(accounts::WISH_PUBLISHED, 1),
        (Step::Return(why), _) => written.because(why.trim()),
        (_, Act::Lighting) => written.post(accounts::WISH_LIT, 1),
        (_, Act::Delivery) => written.post(accounts::WISH_FULFILLED, 1),
        (_, Act::Thanks) => written.post(accounts::WISH_THANKED, 1),
        _ => written,
    };
    let tx = book.db().begin().await?;
    let change = changes(keys, actor, new, today);
    advance(&tx, wish, change).await?;
    if act == Act::Lighting {
        let job = lapsing::job(wish.id, new.entry, lapses_on(today), book.clock().now());
        jobs::enqueue(&tx, job).await?;
    }
    match (act, wish.lit_entry) {
        // It counts as lit no longer.
        (Act::Return, Some(lit)) => drop(ledger::correct(&tx, book, actor, lit, &written).await?),
        _ => drop(ledger::append(&tx, book, actor, &written).await?),
    }
    tx.commit().await?;
    Ok(())
}

/// Changes the row if it is still as it was looked at; its row is held until the transaction ends.
pub(super) async fn advance(
    tx: &impl ConnectionTrait,
    wish: &Wish,
    change: UpdateMany<store::Entity>,
) -> Result<(), ActError> {
    let changed = change
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(wish.id))
        .filter(Column::Version.eq(wish.version))
        .exec(tx)
        .await?;
    match changed.rows_affected {
        0 => Err(ActError::Meanwhile),
        _ => Ok(()),
    }
}

/// Puts a wish that was lit back on the wall.
pub(super) fn back_on_the_wall() -> UpdateMany<store::Entity> {
    let none = |column| (column, Expr::value(Option::<i64>::None));
    let mut change = store::Entity::update_many()
        .col_expr(Column::State, Expr::value(Act::Return.after()))
        .col_expr(Column::LitOn, Expr::value(Option::<NaiveDate>::None))
        .col_expr(Column::LapsesOn, Expr::value(Option::<NaiveDate>::None))
        .col_expr(Column::LitEntry, Expr::value(Option::<uuid::Uuid>::None));
    for (column, value) in [none(Column::LitBy), none(Column::LitUnit)] {
        change = change.col_expr(column, value);
    }
    change
}

fn changes(
    keys: &Keys,
    actor: &Actor,
    new: &Acting,
    today: NaiveDate,
) -> UpdateMany<store::Entity> {
    let change =
        store::Entity::update_many().col_expr(Column::State, Expr::value(new.step.act().after()));
    match &new.step {
        Step::Publish { wording, consent } => {
            let change = change
                .col_expr(Column::Wording, Expr::value(wording.trim()))
                .col_expr(Column::PublishedOn, Expr::value(today));
            match consent {
                None => change,
                Some(consent) => change
                    .col_expr(
                        Column::Guardian,
                        Expr::value(keys.seal(GUARDIAN, consent.guardian.trim())),
                    )
                    .col_expr(Column::ConsentOn, Expr::value(consent.day))
                    .col_expr(Column::ConsentBy, Expr::value(consent.how)),
            }
        }
        Step::Refuse(why) => change.col_expr(Column::Refusal, Expr::value(why.trim())),
        Step::Light => change
            .col_expr(Column::LitOn, Expr::value(today))
            .col_expr(Column::LitBy, Expr::value(actor.person))
            .col_expr(Column::LitUnit, Expr::value(actor.unit))
            .col_expr(Column::LitEntry, Expr::value(new.entry.0))
            .col_expr(Column::LapsesOn, Expr::value(lapses_on(today))),
        Step::Return(_) => back_on_the_wall(),
        Step::Ready(how) => change.col_expr(Column::ReadyHow, Expr::value(how.trim())),
        Step::Deliver(how) => change
            .col_expr(Column::DeliveredOn, Expr::value(today))
            .col_expr(Column::DeliveredHow, Expr::value(how.trim())),
        Step::Thank(words) => {
            let change = change.col_expr(Column::ThankedOn, Expr::value(today));
            match words.trim() {
                "" => change,
                words => {
                    change.col_expr(Column::Thanks, Expr::value(keys.seal(store::THANKS, words)))
                }
            }
        }
    }
}

/// The last day for a wish that is lit on this day.
fn lapses_on(day: NaiveDate) -> NaiveDate {
    day + Days::new(LIT_DAYS_MAX)
}

pub(super) fn check(
    keys: &Keys,
    wish: &Wish,
    step: &Step,
    today: NaiveDate,
) -> Result<(), ActError> {
    match step {
        Step::Publish { wording, consent } => {
            let wording = wording.trim();
            if wording.is_empty() || WORDING_CHARS_MAX < wording.chars().count() {
                return Err(ActError::Wording);
            }
            match (wish.is_child, consent) {
                (true, consent) => check_child(keys, wish, wording, consent.as_ref(), today),
                (false, _) => Ok(()),
            }
        }
        Step::Refuse(words) | Step::Return(words) | Step::Ready(words)
            if words.trim().is_empty() =>
        {
            Err(ActError::WordsMissing)
        }
        Step::Refuse(words)
        | Step::Return(words)
        | Step::Ready(words)
        | Step::Deliver(words)
        | Step::Thank(words) => match words.chars().count() <= NOTE_CHARS_MAX {
            true => Ok(()),
            false => Err(ActError::TooLong),
        },
        Step::Light => Ok(()),
    }
}

/// A child's wish tells neither name nor school, and somebody has agreed to it.
fn check_child(
    keys: &Keys,
    wish: &Wish,
    wording: &str,
    consent: Option<&Consent>,
    today: NaiveDate,
) -> Result<(), ActError> {
    let name = wish.name.as_deref();
    let name = name.and_then(|sealed| keys.open(NAME, sealed).ok());
    if names_the_child(wording, &name.unwrap_or_default()) {
        return Err(ActError::NamesTheChild);
    }
    let consent = consent.ok_or(ActError::ConsentMissing)?;
    let guardian = consent.guardian.trim();
    if guardian.is_empty() || TITLE_CHARS_MAX < guardian.chars().count() {
        return Err(ActError::ConsentMissing);
    }
    match consent.day <= today {
        true => Ok(()),
        false => Err(ActError::ConsentToCome),
    }
}

/// What was wished, in their own words. For those who keep it.
pub fn body(keys: &Keys, wish: &Wish) -> String {
    keys.open(BODY, &wish.body).unwrap_or_default()
}
