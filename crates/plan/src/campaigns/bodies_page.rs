//! The bodies of a campaign, and the form that forms one.
use super::{
    campaign::Campaign,
    working_group::{self, Body, FormError, Forming, WorkingGroup},
};
use crate::{
    view::{campaign as head, links, sight::Sight, typed},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX}};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Empty, PageKind, Row, Table,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/working_groups")]
pub struct BodiesUrl {
    pub campaign: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    body: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    duty: String,
    #[serde(default)]
    since: String,
}

pub async fn show(url: BodiesUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let input = Input {
        entry: typed::new_entry(),
        body: Body::WorkingGroup.code().to_owned(),
        unit: String::new(),
        title: String::new(),
        duty: String::new(),
        since: app.clock.today().to_string(),
    };
    let lang = frame.lang;
    let main = view(&app, &actor, lang, &sight, &campaign, &input, &[]).await?;
    Ok(frame.kind(PageKind::List).page(&head::Page::Bodies.title(lang), main))
}

pub async fn submit(
    url: BodiesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problem = match (Body::from_code(&input.body), typed::unit(&input.unit), typed::day(&input.since)) {
        (None, ..) => FieldProblem::new("body", t.body_missing()),
        (_, None, _) => FieldProblem::new("unit", t.unit_missing()),
        (_, _, None) => FieldProblem::new("since", t.day_missing()),
        (Some(body), Some(unit), Some(since)) => {
            let new = Forming {
                entry: input.entry,
                campaign: url.campaign.clone(),
                body,
                unit,
                title: input.title.clone(),
                duty: input.duty.clone(),
                since,
            };
            match working_group::form(&app.book, &actor, &new).await {
                Ok(_) => return Ok(web::done(&links::under(&url.campaign, "working_groups"), &t.body_done(new.title.trim()))),
                Err(FormError::Book(source)) => return Err(source.into()),
                Err(FormError::NoSuchCampaign | FormError::NotYours) => return Err(WebError::NotFound),
                Err(error) => problem(t, &error),
            }
        }
    };
    let main = view(&app, &actor, lang, &sight, &campaign, &input, &[problem]).await?;
    Ok(frame.again(&head::Page::Bodies.title(lang), main))
}

fn problem(t: &Texts, error: &FormError) -> FieldProblem {
    match error {
        FormError::DutyTooLong => FieldProblem::new("duty", t.text_long(NOTE_CHARS_MAX.to_string())),
        FormError::Doubled => FieldProblem::new("title", t.body_doubled()),
        FormError::UnknownUnit => FieldProblem::new("unit", t.unit_not_then()),
        _ => FieldProblem::new("title", t.title_wrong(TITLE_CHARS_MAX.to_string())),
    }
}

fn body_title(lang: Lang, body: Body) -> String {
    let t = texts(lang);
    match body {
        Body::LeadingGroup => t.body_leading_group(),
        Body::Office => t.body_office(),
        Body::WorkingGroup => t.body_working_group(),
        Body::TaskForce => t.body_task_force(),
    }
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    sight: &Sight,
    campaign: &Campaign,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let groups = working_group::of_campaign(app.db.reader(), &campaign.code).await?;
    let may_plan = crate::rights::may(&sight.tree, actor, Right::Plan, campaign.organiser, sight.today);
    let caption = head::Page::Bodies.title(lang);
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.body_title()),
            Column::text(t.body_kind()),
            Column::text(t.body_unit()),
            Column::text(t.body_duty()).wide(),
            Column::text(t.body_since()),
        ],
        rows: groups.iter().map(|group| row(lang, sight, group)).collect(),
        empty: Some(Empty {
            title: &t.bodies_empty(),
            text: &t.bodies_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    Ok(html! {
        (head::head(lang, campaign, head::Page::Bodies, html! {}))
        (ui::table(lang, table))
        @if may_plan {
            (ui::section("new-body", &t.body_new(), html! {}, entry_form(lang, sight, campaign, input, problems)))
        }
    })
}

fn row(lang: Lang, sight: &Sight, group: &WorkingGroup) -> Row {
    Row::new(vec![
        html! { (group.title) },
        html! { (body_title(lang, group.body)) },
        html! { (sight.directory.name(group.unit, lang)) },
        html! { (group.duty) },
        html! { (group.since) },
    ])
}

fn entry_form(lang: Lang, sight: &Sight, campaign: &Campaign, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let bodies: Vec<Choice> = Body::ALL.iter().map(|body| Choice::new(body.code(), body_title(lang, *body))).collect();
    let units = sight.directory.in_order(sight.tree.units());
    let units: Vec<Choice> = units.iter().map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang))).collect();
    let (kind, title, unit, duty, since) = (t.body_kind(), t.body_title(), t.body_unit(), t.body_duty(), t.body_since());
    let submit = t.body_submit();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::problem_summary(lang, problems))
        (form::radios(lang, Field::new("body", &kind, &input.body).required().problem(of("body")), &bodies))
        (form::text(lang, Field::new("title", &title, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &units))
        (form::date(lang, Field::new("since", &since, &input.since).required().width(Width::Short).problem(of("since"))))
        (form::text_area(lang, Field::new("duty", &duty, &input.duty).limit(NOTE_CHARS_MAX).problem(of("duty"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = links::under(&campaign.code, "working_groups");
    form::form(lang, form::Form { action: &action, draft: &action, problems, ..form::Form::default() }, body)
}
