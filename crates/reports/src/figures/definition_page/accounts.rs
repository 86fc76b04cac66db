//! Accounts and published series, found by a few characters of their titles, to be put into a formula.
use crate::{figures::explained::account_title, words};
use kernel::Lang;
use ledger::Flow;
use maud::{Markup, html};
use orgs::folded;
use sea_orm::DbErr;
use web::App;

/// Most that are listed at once.
const LISTED_MAX: usize = 12;

/// What can stand in a formula.
pub struct Found {
    /// As it is put into the formula.
    insert: String,
    title: String,
    note: String,
}

/// Accounts whose code or title has the words in it, and what is published.
pub async fn found(app: &App, wanted: &str, lang: Lang) -> Result<Vec<Found>, DbErr> {
    let t = words::texts(lang);
    let wanted = folded(wanted);
    let has = |text: &str| folded(text).contains(&wanted);
    let mut all = Vec::new();
    for account in app.book.accounts() {
        let title = account.title;
        if !has(account.code) && !has(title.zh) && !has(title.en) {
            continue;
        }
        let flow = match account.flow {
            Flow::Flow => t.flow_flow(),
            Flow::Stock => t.flow_stock(),
            Flow::Peak => t.flow_peak(),
        };
        all.push(Found {
            insert: account.code.to_owned(),
            title: account_title(&app.book, account.code, lang),
            note: match account.open {
                true => t.account_open(flow),
                false => flow,
            },
        });
    }
    let definitions = ledger::figure::all(app.db.reader()).await?;
    for series in ledger::figure::quote::series(app.db.reader()).await? {
        let formula = format!("quoted({series})");
        let known = definitions.iter().find(|one| one.formula == formula);
        let title = known.map_or(series.as_str(), |one| one.title(lang));
        if has(&series) || has(title) {
            all.push(Found {
                title: title.to_owned(),
                note: t.account_published(),
                insert: formula,
            });
        }
    }
    Ok(all)
}

/// Each a button: with script it goes to the cursor, without to the formula's end.
pub fn list(lang: Lang, found: &[Found]) -> Markup {
    let t = words::texts(lang);
    html! {
        @if found.is_empty() { p class="none" { (t.accounts_nothing()) } }
        ul class="picker-list" {
            @for one in found.iter().take(LISTED_MAX) {
                li {
                    button class="button button-quiet" type="submit" name="insert" value=(one.insert) data-insert=(one.insert) data-insert-into="formula" {
                        (one.title) " " code { (one.insert) } " " span class="hint" { (one.note) }
                    }
                }
            }
        }
        @if LISTED_MAX < found.len() { p class="hint" { (t.accounts_more(found.len() - LISTED_MAX)) } }
    }
}
