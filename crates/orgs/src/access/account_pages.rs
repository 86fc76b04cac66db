//! Accounts, as the security administrator looks after them: `/accounts`.
mod list;
mod new;
mod new_grant;
mod record;
mod revocation;
mod said;
mod shown_once;
mod steps;
mod typed;

pub(super) use record::{days, held};
pub(super) use said::{FAILED, moment, recent, what, when};

use super::{
    accounts::{Account, one},
    role,
};
use crate::{Directory, units::Sight};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, PersonId, Right};
use serde::Deserialize;
use ui::Crumb;
use web::{Access, App, Pages, WebError};

const ACCOUNTS: &str = "/accounts";
/// Where it stands in the side bar.
const NAV: &str = "accounts";

pub fn pages() -> Pages {
    let access = Access::Right(Right::Accounts);
    Pages::default()
        .get(access, list::show)
        .post(access, new::submit)
        .get(access, new::form)
        .get(access, record::show)
        .get(access, new_grant::form)
        .post(access, new_grant::submit)
        .get(access, revocation::form)
        .post(access, revocation::submit)
        .get(access, steps::form)
        .post(access, steps::submit)
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/accounts/{account}")]
struct AccountUrl {
    /// An account is known by its person.
    account: PersonId,
}

/// An account that the actor looks after, and what its pages need.
struct Seen {
    account: Account,
    directory: Directory,
}

async fn seen(app: &App, actor: &Actor, person: PersonId) -> Result<Seen, WebError> {
    let sight = Sight::of(app, actor, Right::Accounts).await?;
    let account = one(app.db.reader(), person).await?;
    let account = account.ok_or(WebError::NotFound)?;
    sight.check(account.log_in.unit_id)?;
    Ok(Seen {
        account,
        directory: Directory::load(app.db.reader()).await?,
    })
}

impl Seen {
    fn crumbs(&self, lang: Lang) -> Vec<Crumb> {
        let account = AccountUrl {
            account: self.account.person.id,
        };
        vec![
            Crumb::new(crate::words::texts(lang).accounts_title(), ACCOUNTS),
            Crumb::new(self.account.person.name.as_str(), account.to_string()),
        ]
    }

    fn href(&self) -> String {
        AccountUrl {
            account: self.account.person.id,
        }
        .to_string()
    }
}
