//! The form that records a briefing, and the one that corrects it.
#[cfg(test)]
mod tests;
mod understood;
mod view;

use super::{
    briefing::BriefingId,
    correction::{self, CorrectBriefingError, Correcting},
    list_page::{BriefingsUrl, seen},
    recording::{self, Recording},
};
use crate::{
    campaigns::store,
    view::{links, sight::Sight, typed},
    words::texts,
};
use axum::{
    extract::State,
    response::{Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, PersonId, Right, UnitId};
use maud::Markup;
use orgs::person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use ui::{PageKind, form::FieldProblem};
use understood::{held, problem};
use view::view;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/briefings/new")]
pub struct NewBriefingUrl {
    pub campaign: String,
}

/// The short way from "mine": to the form of the campaign that began last.
#[derive(TypedPath, Deserialize)]
#[typed_path("/briefings/new")]
pub struct ShortUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefings/{briefing}/correction")]
pub struct CorrectionUrl {
    pub briefing: BriefingId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    title: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    organiser: String,
    #[serde(default)]
    units: Vec<String>,
    #[serde(default)]
    with_members: bool,
    #[serde(default)]
    people: String,
    #[serde(default)]
    headcounts: String,
    corrects: Option<EntryId>,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    withdraw: bool,
}

pub async fn short(_: ShortUrl, State(app): State<App>) -> Result<Redirect, WebError> {
    let today = app.clock.today();
    let campaigns = store::all(app.db.reader()).await?;
    let latest = campaigns
        .iter()
        .find(|campaign| campaign.from_day <= today)
        .or(campaigns.first());
    Ok(match latest {
        Some(campaign) => Redirect::to(&links::under(&campaign.code, "briefings/new")),
        None => Redirect::to("/campaigns"),
    })
}

pub async fn form(
    url: NewBriefingUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let input = Input {
        entry: typed::new_entry(),
        title: String::new(),
        day: sight.today.to_string(),
        place: String::new(),
        organiser: actor.unit.to_string(),
        // Whoever records for one unit only means that one.
        units: match sight.within(&actor, Right::Record)[..] {
            [unit] => vec![unit.to_string()],
            _ => Vec::new(),
        },
        with_members: true,
        people: String::new(),
        headcounts: String::new(),
        corrects: None,
        reason: String::new(),
        withdraw: false,
    };
    let lang = frame.lang;
    let action = links::under(&campaign.code, "briefings");
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&texts(lang).briefing_new(), main))
}

pub async fn submit(
    url: BriefingsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problems = match held(&app, &actor, lang, &sight, &input).await? {
        Err(problems) => problems,
        Ok(held) => {
            let new = Recording {
                entry: input.entry,
                campaign: campaign.code.clone(),
                held,
            };
            match recording::record(&app.book, &actor, &new).await {
                Ok(_) => {
                    let id = BriefingId(input.entry.0);
                    return Ok(web::done(&links::briefing(id), &t.briefing_done()));
                }
                Err(error) => vec![problem(&app, lang, &sight, error).await?],
            }
        }
    };
    let action = links::under(&campaign.code, "briefings");
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &problems);
    Ok(frame.under("plan").again(&t.briefing_new(), main))
}

pub async fn correction_form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, briefing) = seen(&app, &actor, url.briefing).await?;
    let reader = app.db.reader();
    let campaign = store::find(reader, &briefing.campaign)
        .await?
        .ok_or(WebError::NotFound)?;
    let held = correction::held(reader, &briefing).await?;
    let lang = frame.lang;
    let headcounts = held.audience.headcounts.iter();
    let headcounts: Vec<String> = headcounts
        .map(|(unit, people)| format!("{} {people}", code_of(&sight, *unit)))
        .collect();
    let input = Input {
        entry: typed::new_entry(),
        title: held.title,
        day: held.day.to_string(),
        place: held.place,
        organiser: held.organiser.to_string(),
        units: held
            .audience
            .units
            .iter()
            .map(ToString::to_string)
            .collect(),
        with_members: false,
        people: codes(&app, &held.audience.people).await?.join("\n"),
        headcounts: headcounts.join("\n"),
        corrects: Some(briefing.head_entry),
        reason: String::new(),
        withdraw: false,
    };
    let action = CorrectionUrl {
        briefing: briefing.id,
    }
    .to_string();
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&texts(lang).briefing_correct(), main))
}

pub async fn correct(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, briefing) = seen(&app, &actor, url.briefing).await?;
    let campaign = store::find(app.db.reader(), &briefing.campaign)
        .await?
        .ok_or(WebError::NotFound)?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let wanted = if input.withdraw {
        Ok(None)
    } else {
        held(&app, &actor, lang, &sight, &input).await?.map(Some)
    };
    let problems = match wanted {
        Err(problems) => problems,
        Ok(held) => {
            let new = Correcting {
                entry: input.entry,
                briefing: briefing.id,
                corrects: input.corrects.unwrap_or(briefing.head_entry),
                reason: input.reason.clone(),
                held,
            };
            match correction::correct(&app.book, &actor, &new).await {
                Ok(_) => {
                    return Ok(web::done(
                        &links::briefing(briefing.id),
                        &t.correction_done(),
                    ));
                }
                Err(CorrectBriefingError::NoSuchBriefing) => return Err(WebError::NotFound),
                Err(CorrectBriefingError::Reason) => {
                    vec![FieldProblem::new("reason", t.reason_missing())]
                }
                Err(CorrectBriefingError::AlreadyCorrected) => {
                    vec![FieldProblem::new("reason", t.already_corrected())]
                }
                Err(CorrectBriefingError::Record(error)) => {
                    vec![problem(&app, lang, &sight, error).await?]
                }
            }
        }
    };
    let action = CorrectionUrl {
        briefing: briefing.id,
    }
    .to_string();
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &problems);
    Ok(frame.under("plan").again(&t.briefing_correct(), main))
}

fn code_of(sight: &Sight, unit: UnitId) -> String {
    sight
        .directory
        .unit(unit)
        .map_or_else(|| unit.to_string(), |unit| unit.code.clone())
}

/// Codes tell people apart where names do not.
async fn codes(app: &App, people: &[PersonId]) -> Result<Vec<String>, WebError> {
    let mut found = Vec::new();
    for chunk in people.chunks(500) {
        let rows = person::Entity::find()
            .filter(person::Column::Id.is_in(chunk.iter().copied()))
            .all(app.db.reader())
            .await?;
        found.extend(rows.into_iter().map(|person| person.code));
    }
    Ok(found)
}
