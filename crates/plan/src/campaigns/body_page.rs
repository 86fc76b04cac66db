//! One body of a campaign with its people and history, and the form that corrects it.
use super::{
    body_form::{self, Input, body_title, field_of, role_title},
    campaign::Campaign,
    working_group::{Profile, Role, WorkingGroup, WorkingGroupId},
    working_group_correction::{self, CorrectGroupError, Correcting},
};
use crate::{
    nodes::edit_page::may_change,
    view::{
        campaign::{self as head, Page},
        history, links,
        sight::Sight,
        typed,
    },
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang, PersonId, limits::NOTE_CHARS_MAX};
use ledger::entry;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    Act, Button, Crumb, Fact, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/working_groups/{group}")]
pub struct BodyUrl {
    pub group: WorkingGroupId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/working_groups/{group}/correction")]
pub struct CorrectionUrl {
    pub group: WorkingGroupId,
}

/// A body with all that its pages show.
struct Seen {
    sight: Sight,
    campaign: Campaign,
    group: WorkingGroup,
    profile: Profile,
    names: HashMap<PersonId, String>,
}

async fn seen(app: &App, actor: &Actor, id: WorkingGroupId) -> Result<Seen, WebError> {
    let reader = app.db.reader();
    let group = working_group_correction::find(reader, id).await?;
    let group = group.ok_or(WebError::NotFound)?;
    let (sight, campaign) = Sight::with_campaign(app, actor, &group.campaign).await?;
    let profile = working_group_correction::profile(reader, &group).await?;
    let names = history::names(reader, profile.people.iter().map(|(person, _)| *person)).await?;
    Ok(Seen {
        sight,
        campaign,
        group,
        profile,
        names,
    })
}

pub async fn show(
    url: BodyUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = seen(&app, &actor, url.group).await?;
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = texts(lang);
    let id = url.group.to_string();
    let entries = entry::history(reader, super::working_group::SUBJECT, &id).await?;
    let timeline = history::timeline(reader, lang, entries).await?;
    let title = seen.group.title_in(lang, &seen.sight.directory);
    let may = !seen.group.withdrawn && may_change(&seen.sight, &actor, &seen.campaign);
    let correction = CorrectionUrl { group: url.group }.to_string();
    let acts = may.then(|| ui::link_button(&t.correct(), &correction, Act::Plain, None));
    let crumbs = head::crumbs(lang, &seen.campaign, Page::Bodies);
    let page_head = PageHead {
        title,
        sub: Some(html! {
            (body_title(lang, seen.group.body)) " "
            @if seen.group.withdrawn { (ui::badge(ui::Tone::Attention, &t.body_withdrawn())) }
        }),
        acts,
        crumbs: &crumbs,
    };
    let left = ui::facts(&facts(lang, &seen));
    let right = ui::section("history", &t.history(), html! {}, timeline);
    let main = html! { (ui::page_head(lang, page_head)) (ui::two_columns(left, right)) };
    Ok(frame.kind(PageKind::Record).under("plan").page(title, main))
}

fn facts(lang: Lang, seen: &Seen) -> Vec<Fact> {
    let t = texts(lang);
    let mut facts = vec![
        Fact::text(
            t.body_unit(),
            seen.sight.directory.name(seen.group.unit, lang),
        ),
        Fact::text(t.body_since(), &seen.group.since.to_string()),
    ];
    for role in Role::ALL {
        let people = in_words(lang, &seen.profile, role, &seen.names);
        facts.push(Fact::text(role_title(lang, role), &people));
    }
    facts.push(Fact::text(t.body_duty(), &seen.group.duty));
    facts
}

fn in_words(
    lang: Lang,
    profile: &Profile,
    role: Role,
    names: &HashMap<PersonId, String>,
) -> String {
    let people = profile.people.iter().filter(|(_, other)| *other == role);
    let names: Vec<&str> = people
        .filter_map(|(person, _)| names.get(person).map(String::as_str))
        .collect();
    names.join(crate::units::separator(lang))
}

pub async fn correction_form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = correctable(&app, &actor, url.group).await?;
    let names = body_form::names_with_codes(app.db.reader(), &seen.profile).await?;
    let mut input = Input::of(typed::new_entry(), &seen.profile, &names);
    input.corrects = Some(seen.group.head_entry);
    let title = texts(frame.lang).body_correct();
    let main = view(frame.lang, &seen, &input, &[]);
    Ok(frame.kind(PageKind::Form).under("plan").page(&title, main))
}

async fn correctable(app: &App, actor: &Actor, id: WorkingGroupId) -> Result<Seen, WebError> {
    let seen = seen(app, actor, id).await?;
    match !seen.group.withdrawn && may_change(&seen.sight, actor, &seen.campaign) {
        true => Ok(seen),
        false => Err(WebError::NotFound),
    }
}

pub async fn correct(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let mut seen = seen(&app, &actor, url.group).await?;
    let understood = match input.withdraw {
        true => Ok(None),
        false => input.profile(reader, lang, &seen.sight).await?.map(Some),
    };
    let problems = match understood {
        Err(problems) => problems,
        Ok(profile) => {
            let changes = match &profile {
                None => Vec::new(),
                Some(profile) => {
                    let people = profile.people.iter().map(|(person, _)| *person);
                    let names = history::names(reader, people).await?;
                    seen.names.extend(names);
                    changes(lang, &seen, profile)
                }
            };
            let new = Correcting {
                entry: input.entry,
                group: url.group,
                corrects: input.corrects.unwrap_or(seen.group.head_entry),
                reason: input.reason.clone(),
                profile,
                changes,
            };
            match working_group_correction::correct(&app.book, &actor, &new).await {
                Ok(_) => {
                    let href = BodyUrl { group: url.group }.to_string();
                    return Ok(web::done(&href, &t.correction_done()));
                }
                Err(CorrectGroupError::NoSuchGroup) => return Err(WebError::NotFound),
                Err(CorrectGroupError::Form(error)) => match error {
                    super::working_group::FormError::Book(source) => return Err(source.into()),
                    super::working_group::FormError::NotYours
                    | super::working_group::FormError::NoSuchCampaign => {
                        return Err(WebError::NotFound);
                    }
                    error => vec![body_form::problem(t, &error)],
                },
                Err(CorrectGroupError::Reason) => {
                    vec![FieldProblem::new("reason", t.reason_missing())]
                }
                Err(CorrectGroupError::AlreadyCorrected) => {
                    vec![FieldProblem::new("reason", t.already_corrected())]
                }
            }
        }
    };
    let main = view(lang, &seen, &input, &problems);
    Ok(frame.under("plan").again(&t.body_correct(), main))
}

/// What differs, in the words of the history.
fn changes(lang: Lang, seen: &Seen, new: &Profile) -> Vec<(&'static str, String, String)> {
    let unit = |profile: &Profile| seen.sight.directory.name(profile.unit, lang).to_owned();
    let old = &seen.profile;
    let fields = [
        (
            "body",
            body_title(lang, old.body),
            body_title(lang, new.body),
        ),
        ("title", old.title.clone(), new.title.trim().to_owned()),
        (
            "title_en",
            old.title_en.clone(),
            new.title_en.trim().to_owned(),
        ),
        ("unit", unit(old), unit(new)),
        ("since", old.since.to_string(), new.since.to_string()),
        ("duty", old.duty.clone(), new.duty.trim().to_owned()),
    ];
    let people = Role::ALL.map(|role| {
        (
            field_of(role),
            in_words(lang, old, role, &seen.names),
            in_words(lang, new, role, &seen.names),
        )
    });
    let all = fields.into_iter().chain(people);
    all.filter(|(_, old, new)| old != new).collect()
}

fn view(lang: Lang, seen: &Seen, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let name = seen.group.title_in(lang, &seen.sight.directory);
    let mut crumbs = head::crumbs(lang, &seen.campaign, Page::Bodies);
    crumbs.push(Crumb::new(name, links::working_group(seen.group.id)));
    let (title, reason) = (t.body_correct(), t.reason());
    let (withdraw, submit) = (t.body_withdraw(), t.correct_submit());
    let action = CorrectionUrl {
        group: seen.group.id,
    }
    .to_string();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(corrects) = input.corrects { (form::hidden("corrects", &corrects.to_string())) }
        (body_form::fields(lang, &seen.sight, input, problems))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(FieldProblem::of(problems, "reason"))))
        (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let page_head = PageHead {
        title: &title,
        sub: Some(html! { p { (name) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, page_head)) (form::form(lang, frame, body)) }
}
