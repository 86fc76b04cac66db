//! Everything that is kept about one telephone number. A new sort of thing that residents leave is a line here.
use super::follow_code::FollowCode;
use crate::{cases, pairings, service_days, sessions, wishes};
use chrono::NaiveDate;
use db::Keys;
use kernel::Lang;
use web::{App, WebError};

/// One record with this number in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// What it is, in a word: a case, a booking.
    pub(crate) sort: String,
    pub(crate) title: String,
    pub(crate) day: NaiveDate,
    /// Label and value of everything in it.
    pub(crate) facts: Vec<(String, String)>,
    /// The day after which it is cleared; none while it is open.
    pub(crate) kept_until: Option<NaiveDate>,
    /// None where the owner never got one: shown along with records that have one.
    pub(crate) code: Option<HeldCode>,
}

/// How the record's own code is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeldCode {
    pub(crate) codes: FollowCode,
    pub(crate) found_by: Vec<u8>,
}

impl Held {
    fn is_opened_by(&self, keys: &Keys, typed: &str) -> bool {
        let code = self.code.as_ref();
        code.is_some_and(|code| code.codes.found_by(keys, typed) == code.found_by)
    }
}

/// All records with this number, the newest first; none unless the code is of one of them. A number that is not known and
/// a code that does not fit look the same.
pub(crate) async fn of_owner(
    app: &App,
    lang: Lang,
    phone: &str,
    code: &str,
) -> Result<Option<Vec<Held>>, WebError> {
    let mut held = cases::held(app, lang, phone).await?;
    held.extend(sessions::held(app, lang, phone).await?);
    held.extend(service_days::held(app, lang, phone).await?);
    held.extend(wishes::held(app, lang, phone).await?);
    if !held.iter().any(|held| held.is_opened_by(&app.keys, code)) {
        return Ok(None);
    }
    held.extend(pairings::held::held(app, lang, phone).await?);
    held.sort_by_key(|held| std::cmp::Reverse(held.day));
    Ok(Some(held))
}
