//! The first step of an import: a workbook is sent.
use super::{
    ImportOptions,
    import::{self, FILE_KEPT_DAYS, ImportId, ImportState, Listed, Outcome},
    previewing::{self, AT_ONCE_BYTES_MAX, Payload, READ},
    shown::{self, ImportUrl},
    templates::Template,
};
use crate::words::{Texts, texts};
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use chrono::{Datelike, NaiveDate};
use jobs::{NewJob, enqueue};
use kernel::{Actor, Lang, limits::WORKBOOK_BYTES_MAX};
use maud::{Markup, html};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use serde::Deserialize;
use serde_json::json;
use sheets::FileProblem;
use ui::{
    Act, Button, Column, Crumb, Empty, Icon, PageHead, PageKind, Row, Table,
    form::{self, Field, FieldProblem, Form, Width},
};
use uuid::Uuid;
use web::{App, Frame, JobUrl, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/roster/imports")]
pub struct ImportsUrl;

/// The longest file name that is kept, in characters.
const FILE_NAME_CHARS_MAX: usize = 200;

pub async fn form(
    _: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let today = app.clock.today();
    let input = Input {
        entry: Uuid::now_v7().to_string(),
        since: NaiveDate::from_ymd_opt(today.year(), 1, 1)
            .unwrap_or(today)
            .to_string(),
        effective: today.to_string(),
        ..Input::default()
    };
    let recent = import::recent(&app, actor.person).await?;
    let title = texts(frame.lang).import_title();
    let main = view(frame.lang, &title, &input, &[], &recent);
    Ok(frame.kind(PageKind::Form).page(&title, main))
}

/// What was sent, as it was typed.
#[derive(Debug, Default)]
struct Input {
    entry: String,
    since: String,
    effective: String,
    file_name: String,
    file: Vec<u8>,
}

/// What was sent, once it makes sense.
struct Wanted {
    id: ImportId,
    options: ImportOptions,
}

pub async fn upload(
    _: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    parts: Multipart,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let input = Input::read(parts).await?;
    let wanted = match input.check(lang, app.clock.today()) {
        Ok(wanted) => wanted,
        Err(problems) => return again(&app, &actor, frame, &input, &problems).await,
    };
    if AT_ONCE_BYTES_MAX < input.file.len() {
        let job = store(&app, &actor, &input, &wanted, None).await?;
        let there = job.map_or(ImportUrl { import: wanted.id }.to_string(), |job| {
            JobUrl { job }.to_string()
        });
        return Ok(Redirect::to(&there).into_response());
    }
    let preview = previewing::at_once(&app, &actor, input.file.clone(), wanted.options).await?;
    match preview {
        Err(problem) => {
            let problems = [FieldProblem::new("file", problem.text(lang))];
            again(&app, &actor, frame, &input, &problems).await
        }
        Ok(preview) => {
            let outcome = Outcome::Preview {
                preview: Box::new(preview),
                roster_changed: false,
            };
            store(&app, &actor, &input, &wanted, Some(outcome)).await?;
            let there = ImportUrl { import: wanted.id };
            Ok(Redirect::to(&there.to_string()).into_response())
        }
    }
}

impl Input {
    async fn read(mut parts: Multipart) -> Result<Input, WebError> {
        let mut input = Input::default();
        while let Some(part) = parts.next_field().await? {
            match part.name().unwrap_or_default() {
                "entry" => input.entry = part.text().await?,
                "since" => input.since = part.text().await?,
                "effective" => input.effective = part.text().await?,
                "file" => {
                    let name = part.file_name().unwrap_or_default();
                    // Some browsers send the whole path.
                    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
                    input.file_name = name.chars().take(FILE_NAME_CHARS_MAX).collect();
                    input.file = part.bytes().await?.to_vec();
                }
                _ => {}
            }
        }
        Ok(input)
    }

    fn check(&self, lang: Lang, today: NaiveDate) -> Result<Wanted, Vec<FieldProblem>> {
        let t = texts(lang);
        let mut problems = Vec::new();
        if self.file_name.is_empty() {
            problems.push(FieldProblem::new("file", t.import_no_file()));
        } else if self.file.is_empty() {
            problems.push(FieldProblem::new(
                "file",
                t.import_empty_file(&self.file_name),
            ));
        } else if WORKBOOK_BYTES_MAX < self.file.len() {
            let bytes = self.file.len();
            let problem = FileProblem::TooLarge { bytes };
            problems.push(FieldProblem::new("file", problem.text(lang)));
        }
        let mut day = |field, typed: &str| match typed.trim().parse::<NaiveDate>() {
            Ok(day) if day <= today => Some(day),
            Ok(_) => {
                problems.push(FieldProblem::new(field, t.import_day_ahead()));
                None
            }
            Err(_) => {
                problems.push(FieldProblem::new(field, t.import_no_day()));
                None
            }
        };
        let days = (day("since", &self.since), day("effective", &self.effective));
        match (days, self.entry.parse(), problems.is_empty()) {
            ((Some(since), Some(effective)), Ok(id), true) => Ok(Wanted {
                id,
                options: ImportOptions {
                    lang,
                    since,
                    effective,
                },
            }),
            (_, Err(_), true) => Err(vec![FieldProblem::new("file", t.import_form_spoilt())]),
            _ => Err(problems),
        }
    }
}

/// Keeps the workbook; what is not yet compared gets a job, which is returned.
async fn store(
    app: &App,
    actor: &Actor,
    input: &Input,
    wanted: &Wanted,
    outcome: Option<Outcome>,
) -> Result<Option<jobs::JobId>, WebError> {
    let now = app.clock.now();
    let options = serde_json::to_string(&wanted.options).map_err(WebError::internal)?;
    let result = outcome.as_ref().map(serde_json::to_string).transpose();
    let result = result.map_err(WebError::internal)?;
    let tx = app.db.begin().await?;
    import::purge(&tx, now).await?;
    let job = match &outcome {
        Some(_) => None,
        None => {
            let payload = json!(Payload { import: wanted.id });
            let job = NewJob::new(READ, wanted.id, payload, now).owned_by(actor.person);
            Some(enqueue(&tx, job).await?)
        }
    };
    let row = import::ActiveModel {
        id: Set(wanted.id),
        person_id: Set(actor.person),
        file_name: Set(input.file_name.clone()),
        file: Set(Some(input.file.clone())),
        options: Set(options),
        state: Set(outcome.map_or(ImportState::Reading, |outcome| outcome.state())),
        result: Set(result),
        job_id: Set(job),
        made_at: Set(now),
    };
    let there_already = OnConflict::column(import::Column::Id)
        .do_nothing()
        .to_owned();
    import::Entity::insert(row)
        .on_conflict(there_already)
        .try_insert()
        .exec_without_returning(&tx)
        .await?;
    tx.commit().await?;
    Ok(job)
}

/// The form once more. A browser does not send a file twice by itself: it has to be chosen again.
async fn again(
    app: &App,
    actor: &Actor,
    frame: Frame,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Response, WebError> {
    let recent = import::recent(app, actor.person).await?;
    let title = texts(frame.lang).import_title();
    let main = view(frame.lang, &title, input, problems, &recent);
    Ok(frame.again(&title, main))
}

fn view(
    lang: Lang,
    title: &str,
    input: &Input,
    problems: &[FieldProblem],
    recent: &[Listed],
) -> Markup {
    let t = texts(lang);
    let crumbs = [Crumb::new(t.units_title(), crate::units::UNITS)];
    let head = PageHead {
        title,
        sub: Some(html! { (t.import_about()) }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::section("step-prepare", &t.import_step_prepare(), html! {}, html! {
            p { (t.import_step_prepare_text()) }
            (template_links(lang, t))
        }))
        (ui::section("step-send", &t.import_step_send(), html! {}, upload_form(lang, t, input, problems)))
        (ui::section("recent", &t.import_recent(), html! {}, recent_table(lang, t, recent)))
    }
}

fn template_links(lang: Lang, t: &Texts) -> Markup {
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    html! {
        (ui::acts(html! {
            (ui::link_button(&t.import_units_template(), &Template::Units.url(lang), Act::Plain, Some(Icon::Download)))
            (ui::link_button(&t.import_people_template(), &Template::People.url(lang), Act::Plain, Some(Icon::Download)))
            (ui::link_button(&t.import_units_template_other(), &Template::Units.url(other), Act::Quiet, None))
            (ui::link_button(&t.import_people_template_other(), &Template::People.url(other), Act::Quiet, None))
        }))
    }
}

fn upload_form(lang: Lang, t: &Texts, input: &Input, problems: &[FieldProblem]) -> Markup {
    let problem = |field| FieldProblem::of(problems, field);
    let (file, file_help) = (
        t.import_file(),
        t.import_file_help(WORKBOOK_BYTES_MAX / 1024 / 1024, FILE_KEPT_DAYS),
    );
    let (since, since_help) = (t.import_since(), t.import_since_help());
    let (effective, effective_help) = (t.import_effective(), t.import_effective_help());
    let (action, send) = (ImportsUrl.to_string(), t.import_send());
    let file = Field::new("file", &file, "")
        .required()
        .help(&file_help)
        .problem(problem("file"));
    let since = Field::new("since", &since, &input.since)
        .required()
        .help(&since_help)
        .problem(problem("since"))
        .width(Width::Medium);
    let effective = Field::new("effective", &effective, &input.effective)
        .required()
        .help(&effective_help)
        .problem(problem("effective"))
        .width(Width::Medium);
    let form = Form {
        action: &action,
        multipart: true,
        problems,
        ..Form::default()
    };
    form::form(
        lang,
        form,
        html! {
            (form::hidden("entry", &input.entry))
            (form::file(lang, file, ".xlsx,.xls,.ods,.csv,.et"))
            (form::form_row(html! { (form::date(lang, since)) (form::date(lang, effective)) }))
            (ui::acts(ui::button(Button { label: &send, act: Act::Primary, icon: Some(Icon::Upload), ..Button::default() })))
        },
    )
}

fn recent_table(lang: Lang, t: &Texts, recent: &[Listed]) -> Markup {
    let rows = recent.iter().map(|import| {
        let there = ImportUrl { import: import.id }.to_string();
        let made_at = import.made_at.with_timezone(&kernel::zone());
        Row::new(vec![
            html! { a href=(there) { (import.file_name) } },
            shown::light(lang, import.state),
            html! { (made_at.format("%Y-%m-%d %H:%M")) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.import_recent(),
            columns: vec![
                Column::title(t.import_file()).wide(),
                Column::text(t.import_state()),
                Column::text(t.import_made_at()),
            ],
            rows: rows.collect(),
            empty: Some(Empty {
                title: &t.import_recent_empty(),
                text: &t.import_recent_empty_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}
