//! What those who help do with a pairing: look at what is sealed, note a contact, end it.
use super::{
    LOOKED_AT,
    making::{
        Contact, Ending, PairError, SUBJECT, check_contact, check_end, check_text,
        end as end_pairing, note_contact as note,
    },
    new_page::problem,
    pairing_page::{Shown, href, page},
    sight,
    store::{Pairing, PairingId},
};
use crate::{
    desk::tell,
    words::{Texts, texts},
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right};
use ledger::{NewEntry, Subject};
use serde::Deserialize;
use ui::form::FieldProblem;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/{pairing}/looks")]
pub struct LooksUrl {
    pub pairing: PairingId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/{pairing}/contacts")]
pub struct ContactsUrl {
    pub pairing: PairingId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings/{pairing}/end")]
pub struct EndUrl {
    pub pairing: PairingId,
}

#[derive(Debug, Deserialize)]
pub struct Look {
    entry: EntryId,
}

#[derive(Debug, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    day: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    reason: String,
}

/// The page with all in full. It is not redirected to: it stands in no address and no cookie.
pub async fn look(
    url: LooksUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Look>,
) -> Result<Response, WebError> {
    let (desk, pairing) = sight::seen(&app, &actor, url.pairing).await?;
    if !desk.opens_pairing(&actor, &pairing) {
        return Err(WebError::NotFound);
    }
    let subject = Subject::new(SUBJECT, pairing.id);
    let entry = NewEntry::new(input.entry, LOOKED_AT, subject, pairing.helper, desk.today);
    app.book.post(&actor, entry).await?;
    let shown = Shown {
        is_open: true,
        ..Shown::default()
    };
    let frame = frame.under("pairings");
    let page = page(&app, &actor, &frame, (&desk, &pairing), &shown).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

pub async fn note_contact(
    url: ContactsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let pairing = served(&app, &actor, url.pairing).await?;
    let (t, fields) = (texts(frame.lang), ("contact-day", "note"));
    let (day, mut problems) = day(t, fields.0, &input);
    let new = Contact {
        entry: input.entry,
        pairing: url.pairing,
        day: day.unwrap_or(pairing.from_day),
        note: input.note.clone(),
    };
    let wrong = [
        check_contact(&app.book, &pairing, new.day),
        check_text(&new.note),
    ];
    let wrong = wrong.into_iter().filter_map(Result::err).collect();
    tell(&mut problems, wrong, |error| at(fields, t, error))?;
    if problems.is_empty() {
        match note(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => return Ok(web::done(&href(url.pairing), &t.pairing_contact_done())),
            Err(error) => problems.push(at(fields, t, error)?),
        }
    }
    again(&app, &actor, frame, url.pairing, &problems, &input).await
}

pub async fn end(
    url: EndUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let pairing = served(&app, &actor, url.pairing).await?;
    let (t, fields) = (texts(frame.lang), ("end-day", "reason"));
    let (day, mut problems) = day(t, fields.0, &input);
    let new = Ending {
        entry: input.entry,
        pairing: url.pairing,
        day: day.unwrap_or(pairing.from_day),
        reason: input.reason.clone(),
    };
    let wrong = [
        check_end(&app.book, &pairing, new.day),
        check_text(&new.reason),
    ];
    let wrong = wrong.into_iter().filter_map(Result::err).collect();
    tell(&mut problems, wrong, |error| at(fields, t, error))?;
    if problems.is_empty() {
        match end_pairing(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(&href(url.pairing), &t.pairing_end_done())),
            Err(error) => problems.push(at(fields, t, error)?),
        }
    }
    again(&app, &actor, frame, url.pairing, &problems, &input).await
}

/// The pairing, for those who help; whoever may only see it learns nothing of what they may write.
async fn served(app: &App, actor: &Actor, id: PairingId) -> Result<Pairing, WebError> {
    let (desk, pairing) = sight::seen(app, actor, id).await?;
    match desk.may(actor, Right::Serve, pairing.helper) {
        true => Ok(pairing),
        false => Err(WebError::NotFound),
    }
}

fn day(t: &Texts, field: &str, input: &Input) -> (Option<NaiveDate>, Vec<FieldProblem>) {
    match input.day.trim().parse() {
        Ok(day) => (Some(day), Vec::new()),
        Err(_) => (
            None,
            vec![FieldProblem::new(field, t.pairing_day_missing())],
        ),
    }
}

/// The problem at the day or the text of this form; whoever may not act learns nothing.
fn at((day, text): (&str, &str), t: &Texts, error: PairError) -> Result<FieldProblem, WebError> {
    let field = match &error {
        PairError::NotYours => return Err(WebError::NotFound),
        PairError::Text => text,
        _ => day,
    };
    Ok(FieldProblem::new(field, problem(t, error)?.message))
}

async fn again(
    app: &App,
    actor: &Actor,
    frame: Frame,
    id: PairingId,
    problems: &[FieldProblem],
    input: &Input,
) -> Result<Response, WebError> {
    let (desk, pairing) = sight::seen(app, actor, id).await?;
    let shown = Shown {
        is_open: false,
        problems,
        note: &input.note,
        reason: &input.reason,
        day: &input.day,
    };
    let frame = frame.under("pairings");
    let page = page(app, actor, &frame, (&desk, &pairing), &shown).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
