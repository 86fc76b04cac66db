//! The bodies of a campaign, and the form that forms one.
use super::{
    body_form::{self, Input, body_title, problem},
    campaign::Campaign,
    working_group::{self, Body, FormError, Forming, Profile, Role, WorkingGroup},
};
use crate::{
    view::{campaign as head, history, links, sight::Sight, typed},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    Act, Button, Column, Empty, PageKind, Row, Table,
    form::{self, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/working_groups")]
pub struct BodiesUrl {
    pub campaign: String,
}

pub async fn show(
    url: BodiesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let blank = Profile {
        body: Body::WorkingGroup,
        unit: campaign.organiser,
        title: String::new(),
        title_en: String::new(),
        duty: String::new(),
        since: app.clock.today(),
        people: Vec::new(),
    };
    let mut input = Input::of(typed::new_entry(), &blank, &HashMap::new());
    input.unit.clear();
    let lang = frame.lang;
    let main = view(&app, &actor, lang, &sight, &campaign, &input, &[]).await?;
    Ok(frame
        .kind(PageKind::List)
        .page(&head::Page::Bodies.title(lang), main))
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
    let problems = match input.profile(app.db.reader(), lang, &sight).await? {
        Err(problems) => problems,
        Ok(profile) => {
            let new = Forming {
                entry: input.entry,
                campaign: url.campaign.clone(),
                profile,
            };
            match working_group::form(&app.book, &actor, &new).await {
                Ok(_) => {
                    return Ok(web::done(
                        &links::under(&url.campaign, "working_groups"),
                        &t.body_done(new.profile.title.trim()),
                    ));
                }
                Err(FormError::Book(source)) => return Err(source.into()),
                Err(FormError::NoSuchCampaign | FormError::NotYours) => {
                    return Err(WebError::NotFound);
                }
                Err(error) => vec![problem(t, &error)],
            }
        }
    };
    let main = view(&app, &actor, lang, &sight, &campaign, &input, &problems).await?;
    Ok(frame.again(&head::Page::Bodies.title(lang), main))
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
    let mut groups = working_group::of_campaign(app.db.reader(), &campaign.code).await?;
    // The leading group first, then the office under it.
    groups.sort_by_key(|group| Body::ALL.iter().position(|body| *body == group.body));
    let ids: Vec<_> = groups.iter().map(|group| group.id).collect();
    let seats = working_group::seats(app.db.reader(), &ids).await?;
    let heads: HashMap<_, _> = seats
        .iter()
        .filter(|seat| seat.role == Role::Head)
        .map(|seat| (seat.working_group, seat.person))
        .collect();
    let names = history::names(app.db.reader(), heads.values().copied()).await?;
    let may_plan = crate::rights::may(
        &sight.tree,
        actor,
        Right::Plan,
        campaign.organiser,
        sight.today,
    );
    let caption = head::Page::Bodies.title(lang);
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::title(t.body_title()),
            Column::text(t.body_kind()),
            Column::text(t.body_unit()),
            Column::text(t.body_head()),
            Column::text(t.body_duty()),
            Column::text(t.body_since()),
        ],
        rows: groups
            .iter()
            .map(|group| {
                let head = heads.get(&group.id).and_then(|head| names.get(head));
                row(lang, sight, group, head.map_or("", String::as_str))
            })
            .collect(),
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

fn row(lang: Lang, sight: &Sight, group: &WorkingGroup, head: &str) -> Row {
    Row::new(vec![
        html! { a href=(links::working_group(group.id)) { (group.title_in(lang, &sight.directory)) } },
        html! { (body_title(lang, group.body)) },
        html! { (sight.directory.name(group.unit, lang)) },
        html! { (head) },
        html! { (group.duty) },
        html! { time datetime=(group.since) { (group.since) } },
    ])
}

fn entry_form(
    lang: Lang,
    sight: &Sight,
    campaign: &Campaign,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let submit = texts(lang).body_submit();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (body_form::fields(lang, sight, input, problems))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = links::under(&campaign.code, "working_groups");
    form::form(
        lang,
        form::Form {
            action: &action,
            draft: &action,
            problems,
            ..form::Form::default()
        },
        body,
    )
}
