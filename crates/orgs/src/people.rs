//! People as others look at them. Telephone numbers are for those who keep the roster, and each look is in the book.
mod correcting;
mod correction_page;
mod phone;
mod record;
mod sources;
mod transfer_form;
mod transferring;

pub(crate) use correcting::{CORRECTED, TAKEN_BACK};
pub use correcting::{CorrectTransferError, Correction, correct_transfer};
pub use phone::LOOKED_AT;
pub use record::PersonUrl;
pub use sources::{search, subject};
pub use transferring::{Transfer, TransferError, transfer};

use crate::{membership, units::Sight};
use kernel::{PersonId, Right};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use web::{Access, App, Pages};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), record::show)
        .post(Access::Right(Right::Roster), phone::look)
        .get(Access::Right(Right::Roster), transferring::form)
        .post(Access::Right(Right::Roster), transferring::submit)
        .get(Access::Right(Right::Roster), correction_page::form)
        .post(Access::Right(Right::Roster), correction_page::submit)
}

/// All memberships of some people, the newest first.
async fn memberships(
    app: &App,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, Vec<membership::Model>>, DbErr> {
    let found = membership::Entity::find()
        .filter(membership::Column::PersonId.is_in(people))
        .order_by_desc(membership::Column::FromDay)
        .order_by_desc(membership::Column::Id)
        .all(app.db.reader())
        .await?;
    let mut of: HashMap<PersonId, Vec<membership::Model>> = HashMap::new();
    for membership in found {
        of.entry(membership.person_id).or_default().push(membership);
    }
    Ok(of)
}

/// Whether somebody may look at a person: one of the units they belong to now is in sight; of whoever left, any unit.
fn sees(sight: &Sight, memberships: &[membership::Model]) -> bool {
    if sight.reach == kernel::Reach::All {
        return true;
    }
    let is_now = |membership: &&membership::Model| {
        membership.to_day.is_none_or(|to_day| sight.today < to_day)
    };
    let left = !memberships.iter().any(|membership| is_now(&membership));
    memberships
        .iter()
        .filter(|membership| left || is_now(membership))
        .any(|membership| sight.sees(membership.unit_id))
}
