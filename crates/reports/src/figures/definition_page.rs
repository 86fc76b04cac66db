//! The form in which a figure's definition is changed, with help, and tried before it is saved.
mod accounts;
mod trial;
mod versions;
mod view;

use super::{
    Asked,
    defining::{self, DefineError, Fault, NewVersion, Typed},
    sight,
};
use crate::words;
use accounts::Found;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{PeriodRule, figure};
use maud::Markup;
use serde::Deserialize;
use trial::Trial;
use ui::PageKind;
use versions::Versions;
use view::view;
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Plan), new_form)
        .get(Access::Right(Right::Plan), form)
        .get(Access::Right(Right::Plan), picker)
        .post(Access::Right(Right::Plan), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figure_definitions")]
pub struct DefinitionsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}/definition")]
pub struct DefinitionUrl {
    figure: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figure_definitions/accounts")]
pub struct AccountsUrl;

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    code: String,
    seen_version: i32,
    /// `try`, `find` or `save`.
    #[serde(default)]
    then: String,
    /// Words of an account that is looked for.
    #[serde(default)]
    pick: String,
    /// An account to be put into the formula.
    #[serde(default)]
    insert: String,
    #[serde(default)]
    reason: String,
    #[serde(flatten)]
    typed: Typed,
}

/// What stands around the form.
#[derive(Default)]
struct Around {
    faults: Vec<Fault>,
    /// The character of the formula at which a mistake stands, from 1.
    mistake_at: Option<usize>,
    trial: Option<Trial>,
    stale: Option<String>,
    found: Vec<Found>,
    versions: Option<Versions>,
}

async fn new_form(
    _: DefinitionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    top(&app, &actor).await?;
    let typed = Typed {
        period: PeriodRule::ToDate.code().to_owned(),
        ..Typed::default()
    };
    let input = input(String::new(), 0, typed);
    shown(&app, frame, input, Around::default()).await
}

async fn form(
    url: DefinitionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    top(&app, &actor).await?;
    let definition = figure::find(app.db.reader(), &url.figure, None)
        .await?
        .ok_or(WebError::NotFound)?;
    let typed = Typed::from(&definition);
    let input = input(definition.code, definition.version, typed);
    shown(&app, frame, input, Around::default()).await
}

/// The accounts that a few characters find, while they are typed.
async fn picker(
    _: AccountsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Query(pick): Query<Pick>,
) -> Result<Markup, WebError> {
    top(&app, &actor).await?;
    let found = accounts::found(&app, &pick.pick, frame.lang).await?;
    Ok(accounts::list(frame.lang, &found))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pick {
    pick: String,
}

async fn submit(
    _: DefinitionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(mut input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let unit = top(&app, &actor).await?;
    let reader = app.db.reader();
    let around = Around::default();
    if !input.insert.is_empty() {
        let formula = input.typed.formula.trim().to_owned();
        input.typed.formula = match formula.is_empty() {
            true => std::mem::take(&mut input.insert),
            false => format!("{formula} {}", std::mem::take(&mut input.insert)),
        };
        return shown(&app, frame, input, around).await;
    }
    if input.then == "find" {
        return shown(&app, frame, input, around).await;
    }
    if input.then == "try" {
        let campaigns = ledger::campaign::all(reader).await?;
        let campaign = campaigns.first().map(|campaign| campaign.code.as_str());
        return match defining::check(&app.book, &input.code, &input.typed, campaign, lang) {
            Ok(definition) => {
                let old = figure::find(reader, &input.code, None).await?;
                let trial = trial::tried(&app, &definition, old, unit, lang).await?;
                let trial = Some(trial);
                shown(&app, frame, input, Around { trial, ..around }).await
            }
            Err(faults) => refused(&app, frame, input, Around { faults, ..around }).await,
        };
    }
    let new = NewVersion {
        entry: input.entry,
        code: input.code.clone(),
        seen_version: input.seen_version,
        unit,
        reason: input.reason.clone(),
        typed: input.typed.clone(),
    };
    match defining::define(&app.book, &actor, &new, lang).await {
        Ok(saved) => Ok(web::done(
            &Asked::default().url(&saved.code),
            &t.figure_saved(saved.version),
        )),
        Err(DefineError::NotAllowed) => Err(WebError::NotFound),
        Err(DefineError::Faulty(faults)) => {
            refused(&app, frame, input, Around { faults, ..around }).await
        }
        Err(DefineError::Stale { current }) => {
            let again = Input {
                entry: fresh(),
                seen_version: current.version,
                ..input
            };
            let stale = Some(t.figure_stale(current.version, current.formula.as_str()));
            refused(&app, frame, again, Around { stale, ..around }).await
        }
        Err(DefineError::Book(source)) => Err(source.into()),
    }
}

/// The unit at the top, for whoever may change figures; for others the page is not there.
async fn top(app: &App, actor: &Actor) -> Result<UnitId, WebError> {
    let tree = app.book.tree(app.db.reader()).await?;
    let home = sight::home(&tree, actor, app.clock.today());
    home.filter(|_| defining::may_define(actor))
        .ok_or(WebError::NotFound)
}

/// The accounts that were looked for and the versions there are.
async fn surrounded(
    app: &App,
    lang: kernel::Lang,
    input: &Input,
    around: Around,
) -> Result<Around, WebError> {
    let campaigns = ledger::campaign::all(app.db.reader()).await?;
    let campaign = campaigns.first().map(|campaign| campaign.code.as_str());
    let compiled = figure::compile(
        &app.book,
        &input.typed.formula,
        campaign.or(Some("campaign")),
    );
    let is_faulty = around.faults.iter().any(|fault| fault.field == "formula");
    Ok(Around {
        mistake_at: compiled
            .err()
            .and_then(|error| error.at())
            .filter(|_| is_faulty),
        found: accounts::found(app, &input.pick, lang).await?,
        versions: match input.seen_version {
            0 => None,
            _ => Some(versions::versions(app, &input.code).await?),
        },
        ..around
    })
}

async fn shown(
    app: &App,
    frame: Frame,
    input: Input,
    around: Around,
) -> Result<Response, WebError> {
    let around = surrounded(app, frame.lang, &input, around).await?;
    let title = words::texts(frame.lang).definition_title();
    let main = view(frame.lang, &input, &around);
    let frame = frame.under("figures").kind(PageKind::Form);
    Ok(frame.page(&title, main).into_response())
}

async fn refused(
    app: &App,
    frame: Frame,
    input: Input,
    around: Around,
) -> Result<Response, WebError> {
    let around = surrounded(app, frame.lang, &input, around).await?;
    let title = words::texts(frame.lang).definition_title();
    let main = view(frame.lang, &input, &around);
    Ok(frame.under("figures").again(&title, main))
}

fn input(code: String, seen_version: i32, typed: Typed) -> Input {
    Input {
        entry: fresh(),
        code,
        seen_version,
        then: String::new(),
        pick: String::new(),
        insert: String::new(),
        reason: String::new(),
        typed,
    }
}

fn fresh() -> EntryId {
    EntryId(uuid::Uuid::now_v7())
}
