//! The form that records a briefing, and the one that corrects it.
use super::{
    audience::{self, Audience},
    briefing::BriefingId,
    correction::{self, CorrectBriefingError, Correcting},
    list_page::{BriefingsUrl, seen},
    people,
    recording::{self, Held, RecordError, Recording},
};
use crate::{
    campaigns::{campaign::Campaign, store},
    units,
    view::{campaign::{self as head, Page}, history, links, sight::Sight, typed},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, PersonId, Right, UnitId, limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX}};
use maud::{Markup, html};
use orgs::person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use std::collections::HashSet;
use ui::{
    Act, Button, PageHead, PageKind, TickNode, TickTree,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/briefings/new")]
pub struct NewBriefingUrl {
    pub campaign: String,
}

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

pub async fn form(url: NewBriefingUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let input = Input {
        entry: typed::new_entry(),
        title: String::new(),
        day: sight.today.to_string(),
        place: String::new(),
        organiser: actor.unit.to_string(),
        units: Vec::new(),
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
    Ok(frame.kind(PageKind::Form).under("plan").page(&texts(lang).briefing_new(), main))
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

pub async fn correction_form(url: CorrectionUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (sight, briefing) = seen(&app, &actor, url.briefing).await?;
    let reader = app.db.reader();
    let campaign = store::find(reader, &briefing.campaign).await?.ok_or(WebError::NotFound)?;
    let held = correction::held(reader, &briefing).await?;
    let lang = frame.lang;
    let headcounts = held.audience.headcounts.iter();
    let headcounts: Vec<String> =
        headcounts.map(|(unit, people)| format!("{} {people}", code_of(&sight, *unit))).collect();
    let input = Input {
        entry: typed::new_entry(),
        title: held.title,
        day: held.day.to_string(),
        place: held.place,
        organiser: held.organiser.to_string(),
        units: held.audience.units.iter().map(ToString::to_string).collect(),
        with_members: false,
        people: codes(&app, &held.audience.people).await?.join("\n"),
        headcounts: headcounts.join("\n"),
        corrects: Some(briefing.head_entry),
        reason: String::new(),
        withdraw: false,
    };
    let action = CorrectionUrl { briefing: briefing.id }.to_string();
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &[]);
    Ok(frame.kind(PageKind::Form).under("plan").page(&texts(lang).briefing_correct(), main))
}

pub async fn correct(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, briefing) = seen(&app, &actor, url.briefing).await?;
    let campaign = store::find(app.db.reader(), &briefing.campaign).await?.ok_or(WebError::NotFound)?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let wanted = if input.withdraw { Ok(None) } else { held(&app, &actor, lang, &sight, &input).await?.map(Some) };
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
                Ok(_) => return Ok(web::done(&links::briefing(briefing.id), &t.correction_done())),
                Err(CorrectBriefingError::NoSuchBriefing) => return Err(WebError::NotFound),
                Err(CorrectBriefingError::Reason) => vec![FieldProblem::new("reason", t.reason_missing())],
                Err(CorrectBriefingError::AlreadyCorrected) => vec![FieldProblem::new("reason", t.already_corrected())],
                Err(CorrectBriefingError::Record(error)) => vec![problem(&app, lang, &sight, error).await?],
            }
        }
    };
    let action = CorrectionUrl { briefing: briefing.id }.to_string();
    let main = view(lang, &actor, &sight, &campaign, &action, &input, &problems);
    Ok(frame.under("plan").again(&t.briefing_correct(), main))
}

fn code_of(sight: &Sight, unit: UnitId) -> String {
    sight.directory.unit(unit).map_or_else(|| unit.to_string(), |unit| unit.code.clone())
}

/// Codes tell people apart where names do not.
async fn codes(app: &App, people: &[PersonId]) -> Result<Vec<String>, WebError> {
    let mut found = Vec::new();
    for chunk in people.chunks(500) {
        let rows = person::Entity::find().filter(person::Column::Id.is_in(chunk.iter().copied())).all(app.db.reader()).await?;
        found.extend(rows.into_iter().map(|person| person.code));
    }
    Ok(found)
}

/// What was typed, understood; or everything that could not be.
async fn held(
    app: &App,
    actor: &Actor,
    lang: Lang,
    sight: &Sight,
    input: &Input,
) -> Result<Result<Held, Vec<FieldProblem>>, WebError> {
    let t = texts(lang);
    let mut problems = Vec::new();
    let (day, organiser) = (typed::day(&input.day), typed::unit(&input.organiser));
    if day.is_none() {
        problems.push(FieldProblem::new("day", t.day_missing()));
    }
    if organiser.is_none() {
        problems.push(FieldProblem::new("organiser", t.unit_missing()));
    }
    let on = day.unwrap_or(sight.today);
    let reach = actor.reach(Right::Record);
    let within = |unit| sight.tree.reaches(&reach, unit, on);
    let found = people::find(app.db.reader(), &sight.directory, &sight.tree, &input.people, on, within).await?;
    if !found.is_clear() {
        problems.push(FieldProblem::new("people", people_problem(t, &found)));
    }
    let headcounts = audience::read_headcounts(&input.headcounts, &sight.directory).unwrap_or_else(|(line, text)| {
        problems.push(FieldProblem::new("headcounts", t.headcount_wrong(line.to_string(), text)));
        Vec::new()
    });
    match (day, organiser) {
        (Some(day), Some(organiser)) if problems.is_empty() => Ok(Ok(Held {
            title: input.title.clone(),
            place: input.place.clone(),
            day,
            organiser,
            audience: Audience {
                units: input.units.iter().filter_map(|unit| typed::unit(unit)).collect(),
                with_members: input.with_members,
                people: found.people,
                headcounts,
            },
        })),
        _ => Ok(Err(problems)),
    }
}

/// All names that could not be told, in one text: the list stays as it was typed, to be corrected there.
fn people_problem(t: &Texts, found: &people::Found) -> String {
    const TOLD_MAX: usize = 10;
    let several = found.several.iter().map(|several| {
        let people: Vec<String> = several.people.iter().map(|(_, code, unit)| format!("{code} {unit}")).collect();
        t.name_several(several.line.to_string(), &several.name, people.join("; "))
    });
    let unknown = found.unknown.iter().map(|unknown| t.name_unknown(unknown.line.to_string(), &unknown.name));
    let mut told: Vec<String> = several.chain(unknown).take(TOLD_MAX).collect();
    let count = found.several.len() + found.unknown.len();
    if TOLD_MAX < count {
        told.push(t.names_more((count - TOLD_MAX).to_string()));
    }
    told.join(" ")
}

async fn problem(app: &App, lang: Lang, sight: &Sight, error: RecordError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    let names = |ids: &[UnitId]| units::names(&sight.directory, &ids[..ids.len().min(10)], lang);
    Ok(match error {
        RecordError::NoSuchCampaign => return Err(WebError::NotFound),
        RecordError::Book(source) => return Err(source.into()),
        RecordError::Title => FieldProblem::new("title", t.title_wrong(TITLE_CHARS_MAX.to_string())),
        RecordError::Place => FieldProblem::new("place", t.text_long(TITLE_CHARS_MAX.to_string())),
        RecordError::Nobody => FieldProblem::new("units", t.nobody_briefed()),
        RecordError::TooMany => FieldProblem::new("units", t.too_many_briefed()),
        RecordError::DayToCome => FieldProblem::new("day", t.day_to_come()),
        RecordError::BeforeCampaign(start) => FieldProblem::new("day", t.day_before_campaign(start.to_string())),
        RecordError::NotYours(units) => FieldProblem::new("units", t.units_not_yours(names(&units))),
        RecordError::NoSuchUnit(units) => FieldProblem::new("units", t.units_not_then(names(&units))),
        RecordError::Nowhere(people) => {
            let names = history::names(app.db.reader(), people.iter().copied().take(10)).await?;
            let names: Vec<String> = names.into_values().collect();
            FieldProblem::new("people", t.people_nowhere(names.join(units::separator(lang))))
        }
    })
}

fn view(
    lang: Lang,
    actor: &Actor,
    sight: &Sight,
    campaign: &Campaign,
    action: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let mine: HashSet<UnitId> = sight.within(actor, Right::Record).into_iter().collect();
    let organisers: Vec<Choice> = sight
        .directory
        .in_order(mine.iter().copied())
        .iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang)))
        .collect();
    let ticked: HashSet<UnitId> = input.units.iter().filter_map(|unit| typed::unit(unit)).collect();
    let roots = sight.tree.roots(sight.today);
    let nodes: Vec<TickNode> = roots.iter().filter_map(|root| tick_node(lang, sight, &mine, &ticked, *root, 0)).collect();
    let (title, day, place, organiser) = (t.briefing_title(), t.day(), t.place(), t.organiser());
    let (units, units_help, members, members_help) =
        (t.units_briefed(), t.units_briefed_help(), t.with_members(), t.with_members_help());
    let (people, people_help, headcounts, headcounts_help) = (t.people(), t.people_help(), t.headcounts(), t.headcounts_help());
    let (withdraw, reason) = (t.briefing_withdraw(), t.reason());
    let is_correction = input.corrects.is_some();
    let submit = if is_correction { t.correct_submit() } else { t.briefing_submit() };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(corrects) = input.corrects { (form::hidden("corrects", &corrects.to_string())) }
        (form::problem_summary(lang, problems))
        (form::text(lang, Field::new("title", &title, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
            (form::text(lang, Field::new("place", &place, &input.place).width(Width::Medium).problem(of("place"))))
        }))
        (form::select(lang, Field::new("organiser", &organiser, &input.organiser).required().problem(of("organiser")), &organisers))
        (ui::tick_tree(lang, TickTree { name: "units", legend: &units, help: &units_help, problem: of("units"), nodes: &nodes }))
        (form::checkbox(lang, Field::new("with_members", &members, "").help(&members_help), input.with_members))
        (form::text_area(lang, Field::new("people", &people, &input.people).help(&people_help).problem(of("people"))))
        (form::text_area(lang, Field::new("headcounts", &headcounts, &input.headcounts).help(&headcounts_help).problem(of("headcounts"))))
        @if is_correction {
            (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
            (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = if is_correction { t.briefing_correct() } else { t.briefing_new() };
    let head = PageHead {
        title: &title,
        crumbs: &head::crumbs(lang, campaign, Page::Briefings),
        ..PageHead::default()
    };
    let frame = form::Form {
        action,
        draft: action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

/// The unit tree as far as the person may record for it: units beyond it stand there only to lead to those within.
fn tick_node(
    lang: Lang,
    sight: &Sight,
    mine: &HashSet<UnitId>,
    ticked: &HashSet<UnitId>,
    unit: UnitId,
    depth: usize,
) -> Option<TickNode> {
    let below = sight.directory.in_order(sight.tree.children(unit, sight.today));
    let children: Vec<TickNode> =
        below.iter().filter_map(|child| tick_node(lang, sight, mine, ticked, *child, depth + 1)).collect();
    let is_mine = mine.contains(&unit);
    if !is_mine && children.is_empty() {
        return None;
    }
    let kind = sight.directory.unit(unit).map_or("", |unit| unit.kind.as_str());
    Some(TickNode {
        value: unit.to_string(),
        label: sight.directory.name(unit, lang).to_owned(),
        note: orgs::kind::title(kind, lang).to_owned(),
        is_ticked: ticked.contains(&unit),
        is_group: !is_mine,
        is_open: depth < 1,
        children,
        ..TickNode::default()
    })
}
