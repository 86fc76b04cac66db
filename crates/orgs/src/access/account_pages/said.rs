//! What the book tells of an account, and what is said when something cannot be done with one.
use super::role;
use crate::{
    Directory,
    access::accounts::{AccountError, SUBJECT},
    words::texts,
};
use chrono::{DateTime, Utc};
use kernel::{Grant, Lang, PersonId, limits::NOTE_CHARS_MAX, zone};
use ledger::entry::{Entry, history};
use sea_orm::DbErr;
use web::{App, WebError};

/// That somebody came in: for the owner's eyes, and the auditor's, who reads acts and no sums (rule R3).
pub(in crate::access) const ENTERED: &str = "orgs.log_in.succeeded";
pub(in crate::access) const FAILED: &str = "orgs.log_in.failed";

/// The newest entries about an account of which `is_wanted` holds, newest first.
pub(in crate::access) async fn recent(
    app: &App,
    person: PersonId,
    count: usize,
    is_wanted: impl Fn(&Entry) -> bool,
) -> Result<Vec<Entry>, DbErr> {
    let mut entries = history(app.db.reader(), SUBJECT, &person.to_string()).await?;
    entries.retain(is_wanted);
    entries.reverse();
    entries.truncate(count);
    Ok(entries)
}

/// An entry about an account in words.
pub(in crate::access) fn what(lang: Lang, directory: &Directory, entry: &Entry) -> String {
    let t = texts(lang);
    let detail = |key: &str| entry.details.as_ref().and_then(|details| details.get(key));
    let grant = || {
        let grant = detail("grant").cloned().unwrap_or_default();
        serde_json::from_value::<Grant>(grant)
            .map(|grant| role::grant(grant, directory, lang))
            .unwrap_or_default()
    };
    match entry.kind.as_str() {
        "orgs.log_in.opened" => {
            let name = detail("name").and_then(|name| name.as_str());
            t.history_opened(name.unwrap_or_default())
        }
        "orgs.log_in.granted" => t.history_granted(grant()),
        "orgs.log_in.revoked" => t.history_revoked(grant()),
        "orgs.log_in.closed" => t.history_closed(),
        "orgs.log_in.reopened" => t.history_reopened(),
        "orgs.log_in.unlocked" => t.history_unlocked(),
        "orgs.log_in.password_reset" => t.history_password_reset(),
        "orgs.log_in.password_changed" => t.history_password_changed(),
        "orgs.log_in.sessions_ended" => t.history_sessions_ended(),
        "orgs.log_in.other_sessions_ended" => t.history_other_sessions_ended(),
        ENTERED => t.history_entered(),
        FAILED => match detail("locked_minutes").and_then(|minutes| minutes.as_i64()) {
            Some(minutes) => t.history_failed_locked(minutes.to_string()),
            None => t.history_failed(),
        },
        other => other.to_owned(),
    }
}

/// When it was recorded, to the minute: of log-ins the day does not tell enough.
pub(in crate::access) fn when(entry: &Entry) -> String {
    moment(entry.recorded_at)
}

/// `2021-05-14 09:30`, in the product's time zone.
pub(in crate::access) fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&zone())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// Field and sentence for what people can mend.
pub(super) fn problem(lang: Lang, error: AccountError) -> Result<(&'static str, String), WebError> {
    let t = texts(lang);
    Ok(match error {
        AccountError::NoSuchPerson | AccountError::NoSuchAccount(_) => {
            return Err(WebError::NotFound);
        }
        AccountError::AccountThere(name) => ("person", t.account_there(name)),
        AccountError::NameTaken(name) => ("name", t.account_name_taken(name)),
        AccountError::NameMalformed => ("name", t.account_name_malformed()),
        AccountError::AdministratorsMustDiffer => ("role", t.administrators_differ()),
        AccountError::OutOfReach => ("unit", t.out_of_reach()),
        AccountError::Oneself => ("reason", t.not_oneself()),
        AccountError::LastAdministrator => ("reason", t.last_administrator()),
        AccountError::GrantThere => ("role", t.grant_there()),
        AccountError::NoSuchGrant => ("reason", t.grant_gone()),
        AccountError::Days => ("from", t.grant_days_wrong()),
        AccountError::Reason => ("reason", t.reason_missing(NOTE_CHARS_MAX.to_string())),
        AccountError::Append(source) => return Err(source.into()),
        AccountError::Database(source) => return Err(source.into()),
        // Passwords are generated here, so they are strong enough.
        error @ (AccountError::Weak(_) | AccountError::Hash) => {
            return Err(WebError::internal(error));
        }
    })
}
