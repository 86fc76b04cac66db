//! Correcting what was said of a wish on its way: the wording, who lit it, how it was made ready, when and how it was
//! delivered; or taking back a delivery that was not.
use super::{
    acting::{ActError, Step, advance, check, who},
    making::SUBJECT,
    store::{self, Column, Wish, WishId},
    wish::{Act, Consent, State},
};
use crate::{
    accounts,
    corrections::{self, Changes, Correcting, Part},
    refusal,
};
use chrono::NaiveDate;
use db::Keys;
use kernel::{Actor, UnitId};
use ledger::{Appended, Book, NewEntry, Subject};
use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::json;

pub const CORRECTED: &str = "serve.wish.corrected";
pub const WITHDRAWN: &str = "serve.wish.withdrawn";

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishSaid {
    Wording(String),
    /// The unit that lit it.
    Lighter(UnitId),
    Ready(String),
    Delivered {
        on: NaiveDate,
        how: String,
    },
    /// It was not delivered.
    NotDelivered,
}

impl WishSaid {
    /// The act that said what is wrong.
    pub(super) fn act(&self) -> Act {
        match self {
            WishSaid::Wording(_) => Act::Publication,
            WishSaid::Lighter(_) => Act::Lighting,
            WishSaid::Ready(_) => Act::Readiness,
            WishSaid::Delivered { .. } | WishSaid::NotDelivered => Act::Delivery,
        }
    }
}

/// Whether this person may correct what the act said, as the wish stands.
pub(super) fn may(wish: &Wish, keeps: bool, lights: bool, act: Act) -> bool {
    match act {
        Act::Publication => keeps && wish.state.is_public(),
        Act::Lighting => keeps && matches!(wish.state, State::Lit | State::Ready),
        Act::Readiness => {
            (keeps || lights) && (wish.state == State::Ready || wish.state.is_fulfilled())
        }
        Act::Delivery => (keeps || lights) && wish.state.is_fulfilled(),
        _ => false,
    }
}

/// Corrects a wish. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: &WishSaid,
) -> Result<Appended, ActError> {
    let reader = book.db().reader();
    let kind = right.act().entry_kind();
    let first = corrections::first(reader, new.corrects, kind).await?;
    let id = first.subject_id.parse::<WishId>();
    let id = id.map_err(|_| ActError::NoSuchWish)?;
    let wish = store::find(reader, id).await?;
    let wish = wish.ok_or(ActError::NoSuchWish)?;
    let today = book.clock().today();
    let tree = book.tree(reader).await?;
    let who = who(&tree, actor, &wish, today);
    if !(who.keeps || who.lights) {
        return Err(ActError::NoSuchWish);
    }
    refusal::first(wrong(keys, &wish, right, today))?;
    if let WishSaid::Lighter(unit) = right
        && !tree.is_open(*unit, today)
    {
        return Err(ActError::Lighter);
    }
    let unit = wish.lit_unit.unwrap_or(wish.unit);
    let subject = Subject::new(SUBJECT, id);
    let act = |kind, unit, day| NewEntry::new(new.entry, kind, subject.clone(), unit, day);
    let day = first.happened_on;
    let act = match right {
        WishSaid::Wording(wording) => act(CORRECTED, first.unit, day)
            .with_details(json!({ "wording": wording.trim() }))
            .post(accounts::WISH_PUBLISHED, 1),
        WishSaid::Lighter(unit) => act(CORRECTED, *unit, day).post(accounts::WISH_LIT, 1),
        WishSaid::Ready(_) => act(CORRECTED, first.unit, day),
        WishSaid::Delivered { on, .. } => {
            act(CORRECTED, unit, *on).post(accounts::WISH_FULFILLED, 1)
        }
        WishSaid::NotDelivered => act(WITHDRAWN, unit, day),
    };
    let changes = changes(&wish, right);
    let tx = book.db().begin().await?;
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let lit = right.act() != Act::Lighting || wish.lit_entry == Some(new.corrects);
        if !may(&wish, who.keeps, who.lights, right.act()) || !lit {
            return Err(ActError::Meanwhile);
        }
        if wish.state == State::Thanked && *right == WishSaid::NotDelivered {
            return Err(ActError::Thanked);
        }
        advance(&tx, &wish, change(new, right)).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// All that is wrong with what is said: it has to fit as if it were said now.
pub(super) fn wrong(keys: &Keys, wish: &Wish, right: &WishSaid, today: NaiveDate) -> Vec<ActError> {
    let step = match right {
        WishSaid::Wording(wording) => {
            // That a guardian agreed was recorded when it was published.
            let consent = wish.consent_by.map(|how| Consent {
                guardian: "-".to_owned(),
                day: wish.consent_on.unwrap_or(today),
                how,
            });
            let wording = wording.clone();
            Step::Publish { wording, consent }
        }
        WishSaid::Lighter(_) | WishSaid::NotDelivered => return Vec::new(),
        WishSaid::Ready(how) => Step::Ready(how.clone()),
        WishSaid::Delivered { how, .. } => Step::Deliver(how.clone()),
    };
    let mut wrong = Vec::new();
    if let WishSaid::Delivered { on, .. } = right
        && (today < *on || wish.lit_on.is_some_and(|lit| *on < lit))
    {
        wrong.push(ActError::Day);
    }
    wrong.extend(check(keys, wish, &step, today).err());
    wrong
}

fn changes(wish: &Wish, right: &WishSaid) -> Changes {
    let changes = Changes::of(wish.id.0);
    match right {
        WishSaid::Wording(wording) => changes.part(Part::WishWording, &wish.wording, wording),
        WishSaid::Lighter(unit) => changes.maybe(Part::WishLighter, wish.lit_unit, Some(*unit)),
        WishSaid::Ready(how) => changes.part(Part::WishReadyHow, &wish.ready_how, how),
        WishSaid::Delivered { on, how } => changes
            .maybe(Part::WishDeliveredOn, wish.delivered_on, Some(*on))
            .part(Part::WishDeliveredHow, &wish.delivered_how, how),
        WishSaid::NotDelivered => Changes::taking_back(wish.id.0)
            .maybe(Part::WishDeliveredOn, wish.delivered_on, None)
            .part(Part::WishDeliveredHow, &wish.delivered_how, ""),
    }
}

fn change(new: &Correcting, right: &WishSaid) -> sea_orm::UpdateMany<store::Entity> {
    let change = store::Entity::update_many();
    match right {
        WishSaid::Wording(wording) => change.col_expr(Column::Wording, Expr::value(wording.trim())),
        WishSaid::Lighter(unit) => change
            .col_expr(Column::LitUnit, Expr::value(*unit))
            .col_expr(Column::LitEntry, Expr::value(new.entry.0)),
        WishSaid::Ready(how) => change.col_expr(Column::ReadyHow, Expr::value(how.trim())),
        WishSaid::Delivered { on, how } => change
            .col_expr(Column::DeliveredOn, Expr::value(*on))
            .col_expr(Column::DeliveredHow, Expr::value(how.trim())),
        WishSaid::NotDelivered => change
            .col_expr(Column::State, Expr::value(State::Ready))
            .col_expr(Column::DeliveredOn, Expr::value(Option::<NaiveDate>::None))
            .col_expr(Column::DeliveredHow, Expr::value("")),
    }
}
