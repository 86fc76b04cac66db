//! The form that sets up a campaign.
use super::{
    level::{Levels, LevelsProblem},
    list_page::CampaignsUrl,
    setting_up::{SetUpError, SettingUp, set_up},
};
use crate::{
    view::{links, sight::Sight, typed},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits::TITLE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/new")]
pub struct NewCampaignUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    code: String,
    #[serde(default)]
    title_zh: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    organiser: String,
    #[serde(default)]
    levels: String,
}

pub async fn form(
    _: NewCampaignUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let input = Input {
        entry: typed::new_entry(),
        code: String::new(),
        title_zh: String::new(),
        title_en: String::new(),
        from: app.clock.today().to_string(),
        to: String::new(),
        organiser: actor.unit.to_string(),
        levels: Levels::default().write(),
    };
    let lang = frame.lang;
    let main = view(&app, &actor, lang, &input, &[]).await?;
    Ok(frame
        .kind(PageKind::Form)
        .page(&texts(lang).campaign_new(), main))
}

pub async fn submit(
    _: CampaignsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (from, to, organiser) = (
        typed::day(&input.from),
        typed::day(&input.to),
        typed::unit(&input.organiser),
    );
    let problems = match (from, to, organiser) {
        (Some(from), Some(to), Some(organiser)) => {
            let new = SettingUp {
                entry: input.entry,
                code: input.code.trim().to_owned(),
                title_en: if input.title_en.trim().is_empty() {
                    input.title_zh.clone()
                } else {
                    input.title_en.clone()
                },
                title_zh: input.title_zh.clone(),
                from,
                to,
                organiser,
                levels: Levels::read(&input.levels),
                on: from.min(app.clock.today()),
            };
            match set_up(&app.book, &actor, &new).await {
                Ok(_) => return Ok(web::done(&links::campaign(&new.code), &t.campaign_done())),
                Err(SetUpError::Book(source)) => return Err(source.into()),
                Err(error) => vec![problem(t, &error)],
            }
        }
        (from, to, organiser) => {
            let missing = [
                ("from", from.is_none(), t.day_missing()),
                ("to", to.is_none(), t.day_missing()),
                ("organiser", organiser.is_none(), t.unit_missing()),
            ];
            let missing = missing.into_iter().filter(|(_, is_missing, _)| *is_missing);
            missing
                .map(|(field, _, message)| FieldProblem::new(field, message))
                .collect()
        }
    };
    let main = view(&app, &actor, lang, &input, &problems).await?;
    Ok(frame.again(&t.campaign_new(), main))
}

fn problem(t: &Texts, error: &SetUpError) -> FieldProblem {
    let (field, message) = match error {
        SetUpError::NotYours | SetUpError::UnknownOrganiser => {
            ("organiser", t.organiser_not_yours())
        }
        SetUpError::Code => ("code", t.campaign_code_wrong()),
        SetUpError::CodeTaken => ("code", t.campaign_code_taken()),
        SetUpError::Title => ("title_zh", t.title_wrong(TITLE_CHARS_MAX.to_string())),
        SetUpError::Days => ("to", t.campaign_days_wrong()),
        SetUpError::Levels(LevelsProblem::Number) => (
            "levels",
            t.levels_number(super::level::LEVELS_MAX.to_string()),
        ),
        SetUpError::Levels(LevelsProblem::Untitled(level)) => {
            ("levels", t.level_untitled(level.to_string()))
        }
        SetUpError::Levels(LevelsProblem::Key(key)) => ("levels", t.level_key_wrong(key)),
        SetUpError::Levels(LevelsProblem::Doubled(title)) => ("levels", t.level_doubled(title)),
        SetUpError::Book(error) => ("code", error.to_string()),
    };
    FieldProblem::new(field, message)
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let sight = Sight::of(app, actor).await?;
    let units: Vec<Choice> = sight
        .within(actor, Right::Plan)
        .iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang)))
        .collect();
    let of = |field| FieldProblem::of(problems, field);
    let (title_zh, title_en, code) = (
        t.campaign_title_zh(),
        t.campaign_title_en(),
        t.campaign_code(),
    );
    let (from, to, organiser, levels) = (
        t.campaign_from(),
        t.campaign_to(),
        t.organiser(),
        t.levels(),
    );
    let (code_help, levels_help, submit) =
        (t.campaign_code_help(), t.levels_help(), t.campaign_submit());
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("title_zh", &title_zh, &input.title_zh).required().limit(TITLE_CHARS_MAX).problem(of("title_zh"))))
        (form::text(lang, Field::new("title_en", &title_en, &input.title_en).problem(of("title_en"))))
        (form::text(lang, Field::new("code", &code, &input.code).required().help(&code_help).width(Width::Medium).problem(of("code"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("from", &from, &input.from).required().width(Width::Short).problem(of("from"))))
            (form::date(lang, Field::new("to", &to, &input.to).required().width(Width::Short).problem(of("to"))))
        }))
        (form::select(lang, Field::new("organiser", &organiser, &input.organiser).required().problem(of("organiser")), &units))
        (form::text_area(lang, Field::new("levels", &levels, &input.levels).required().help(&levels_help).problem(of("levels"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = t.campaign_new();
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.campaigns(), "/campaigns")],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/campaigns",
        draft: "/campaigns/new",
        problems,
        ..form::Form::default()
    };
    Ok(html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) })
}
