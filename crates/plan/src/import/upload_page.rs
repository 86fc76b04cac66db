//! Uploading a work list, looking at what it would change, and importing it.
use super::{
    Change, ImportError, Importing, Missing,
    applying::{self, Preview},
    columns,
    upload::{self, Upload, UploadId},
};
use crate::{
    campaigns::campaign::Campaign,
    view::{
        campaign::{self as head, Page},
        history, links,
        sight::{Sight, working_days},
    },
    words::texts,
};
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use jobs::{Job, JobError, JobResult, NewJob, Progress};
use kernel::{Actor, Bilingual, EntryId, Lang, Right, limits::WORKBOOK_BYTES_MAX};
use maud::{Markup, html};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheets::{Problem, Severity, TemplateOptions};
use ui::{
    Act, Button, Column, Icon, Notice, NoticeKind, PageHead, PageKind, Row, Table, Tone,
    form::{self, Choice, Field, FieldProblem},
};
use web::{App, Download, Frame, JobKind, JobOutcome, JobUrl, WebError};

/// Larger imports are done behind the page, with a progress bar.
const AT_ONCE_MAX: usize = 2_000;
/// Rows of a preview that are listed; the sums are of all.
const LISTED_MAX: usize = 200;
/// Problems that are listed; the returned workbook has all.
const PROBLEMS_MAX: usize = 100;
pub const JOB: &str = "plan.import";

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/plan_imports")]
pub struct ImportsUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/plan_template.xlsx")]
pub struct TemplateUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/plan_imports/{upload}")]
pub struct UploadUrl {
    pub upload: UploadId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan_imports/{upload}/problems.xlsx")]
pub struct ProblemsUrl {
    pub upload: UploadId,
}

/// The campaign, for whoever may change its plan.
async fn plannable(app: &App, actor: &Actor, code: &str) -> Result<(Sight, Campaign), WebError> {
    let (sight, campaign) = Sight::with_campaign(app, actor, code).await?;
    if !crate::rights::may(&sight.tree, actor, Right::Plan, campaign.organiser, sight.today) {
        return Err(WebError::NotFound);
    }
    Ok((sight, campaign))
}

pub async fn form(url: ImportsUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (_, campaign) = plannable(&app, &actor, &url.campaign).await?;
    let lang = frame.lang;
    Ok(frame.kind(PageKind::Form).page(&texts(lang).import_plan(), upload_form(lang, &campaign, &[])))
}

pub async fn template(url: TemplateUrl, State(app): State<App>, actor: Actor, lang: Lang) -> Result<Download, WebError> {
    let (_, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let options = TemplateOptions {
        sheet: Bilingual::new("任务清单", "Work list"),
    };
    let bytes = sheets::template(&columns::columns(&campaign.levels), &options, lang).map_err(WebError::internal)?;
    Ok(Download::xlsx(texts(lang).template_name(), bytes))
}

pub async fn upload(
    url: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    mut parts: Multipart,
) -> Result<Response, WebError> {
    let (_, campaign) = plannable(&app, &actor, &url.campaign).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (mut file_name, mut bytes) = (String::new(), Vec::new());
    while let Some(part) = parts.next_field().await? {
        if part.name() == Some("file") {
            file_name = part.file_name().unwrap_or_default().to_owned();
            bytes = part.bytes().await?.to_vec();
        }
    }
    let problem = if bytes.is_empty() {
        Some(t.file_missing())
    } else if WORKBOOK_BYTES_MAX < bytes.len() {
        Some(sheets::FileProblem::TooLarge { bytes: bytes.len() }.text(lang))
    } else {
        None
    };
    if let Some(problem) = problem {
        let main = upload_form(lang, &campaign, &[FieldProblem::new("file", problem)]);
        return Ok(frame.again(&t.import_plan(), main));
    }
    let row = Upload {
        id: UploadId(uuid::Uuid::now_v7()),
        campaign: campaign.code,
        file_name,
        bytes,
        uploaded_by: actor.person,
        uploaded_at: app.clock.now(),
    };
    let url = UploadUrl { upload: row.id };
    let tx = app.db.begin().await?;
    upload::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(Redirect::to(&url.to_string()).into_response())
}

fn upload_form(lang: Lang, campaign: &Campaign, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, file, help, submit) = (t.import_plan(), t.work_list_file(), t.work_list_file_help(), t.upload_submit());
    let template = links::under(&campaign.code, "plan_template.xlsx");
    let body = html! {
        (form::problem_summary(lang, problems))
        (form::file(lang, Field::new("file", &file, "").required().help(&help).problem(FieldProblem::of(problems, "file")), ".xlsx,.xls,.ods,.csv"))
        (ui::acts(html! {
            (ui::button(Button { label: &submit, act: Act::Primary, icon: Some(Icon::Upload), ..Button::default() }))
            (ui::link_button(&t.template_download(), &template, Act::Plain, Some(Icon::Download)))
        }))
    };
    let head = PageHead {
        title: &title,
        crumbs: &head::crumbs(lang, campaign, Page::Tree)[..2],
        ..PageHead::default()
    };
    let action = links::under(&campaign.code, "plan_imports");
    let frame = form::Form {
        action: &action,
        multipart: true,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

async fn find(app: &App, actor: &Actor, id: UploadId) -> Result<(Sight, Campaign, Upload), WebError> {
    let upload = upload::Entity::find_by_id(id).one(app.db.reader()).await?.ok_or(WebError::NotFound)?;
    let (sight, campaign) = plannable(app, actor, &upload.campaign).await?;
    Ok((sight, campaign, upload))
}

fn importing(upload: &Upload, missing: Missing, sight: &Sight, lang: Lang) -> Importing {
    Importing {
        entry: EntryId(upload.id.0),
        campaign: upload.campaign.clone(),
        bytes: upload.bytes.clone(),
        missing,
        on: sight.today,
        lang,
    }
}

pub async fn preview(url: UploadUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Response, WebError> {
    let (sight, campaign, upload) = find(&app, &actor, url.upload).await?;
    let lang = frame.lang;
    let importing = importing(&upload, Missing::Keep, &sight, lang);
    match applying::preview_plan(&app.book, &working_days(), &importing).await {
        Ok(preview) => {
            let main = preview_view(lang, url, &campaign, &upload, &preview);
            Ok(frame.kind(PageKind::Form).under("plan").page(&texts(lang).import_preview(), main).into_response())
        }
        Err(ImportError::File(problem)) => {
            let main = upload_form(lang, &campaign, &[FieldProblem::new("file", problem.text(lang))]);
            Ok(frame.under("plan").again(&texts(lang).import_plan(), main))
        }
        Err(error) => Err(web_error(error)),
    }
}

/// The uploaded workbook with a column that says what is wrong in each row.
pub async fn problems(url: ProblemsUrl, State(app): State<App>, actor: Actor, lang: Lang) -> Result<Download, WebError> {
    let (sight, _, upload) = find(&app, &actor, url.upload).await?;
    let importing = importing(&upload, Missing::Keep, &sight, lang);
    let preview = applying::preview_plan(&app.book, &working_days(), &importing).await.map_err(web_error)?;
    let reading = &preview.reading;
    let bytes = sheets::with_problems(&upload.bytes, &reading.table, reading.problems.as_slice(), lang)
        .map_err(WebError::internal)?;
    let name = upload.file_name.rsplit_once('.').map_or(upload.file_name.as_str(), |(name, _)| name);
    Ok(Download::xlsx(texts(lang).problems_file_name(name), bytes))
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    #[serde(default)]
    missing: String,
}

/// What a job is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Payload {
    upload: UploadId,
    missing: Missing,
    lang: Lang,
    on: chrono::NaiveDate,
    actor: ActorKept,
}

/// The actor as they were when they asked: a job acts for them.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ActorKept {
    person: kernel::PersonId,
    name: String,
    unit: kernel::UnitId,
    unit_name: String,
    grants: Vec<kernel::Grant>,
}

pub async fn apply(
    url: UploadUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign, upload) = find(&app, &actor, url.upload).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let missing = if input.missing == "withdraw" { Missing::Withdraw } else { Missing::Keep };
    let importing = importing(&upload, missing, &sight, lang);
    let preview = applying::preview_plan(&app.book, &working_days(), &importing).await.map_err(web_error)?;
    let size = preview.difference.added.len() + preview.difference.changed.len() + preview.difference.gone.len();
    if AT_ONCE_MAX < size && !preview.reading.problems.has_errors() {
        let payload = Payload {
            upload: upload.id,
            missing,
            lang,
            on: sight.today,
            actor: ActorKept {
                person: actor.person,
                name: actor.name.clone(),
                unit: actor.unit,
                unit_name: actor.unit_name.clone(),
                grants: actor.grants.clone(),
            },
        };
        let job = NewJob::new(JOB, upload.id, json!(payload), app.clock.now()).owned_by(actor.person);
        let tx = app.db.begin().await?;
        let job = jobs::enqueue(&tx, job).await?;
        tx.commit().await?;
        return Ok(Redirect::to(&JobUrl { job }.to_string()).into_response());
    }
    match applying::import_plan(&app.book, &actor, &working_days(), &importing, &|_, _| ()).await {
        Ok(imported) => {
            let said = t.import_done(imported.added.to_string(), imported.changed.to_string(), imported.withdrawn.to_string());
            Ok(web::done(&links::campaign(&campaign.code), &said))
        }
        Err(ImportError::Problems(preview)) => {
            let main = preview_view(lang, url, &campaign, &upload, &preview);
            Ok(frame.under("plan").again(&t.import_preview(), main))
        }
        Err(error) => Err(web_error(error)),
    }
}

fn web_error(error: ImportError) -> WebError {
    match error {
        ImportError::NoSuchCampaign | ImportError::NotYours => WebError::NotFound,
        ImportError::Busy => WebError::Busy,
        ImportError::Book(source) => source.into(),
        error @ (ImportError::File(_) | ImportError::Problems(_)) => WebError::internal(error),
    }
}

/// Imports behind the page.
pub fn job() -> JobKind {
    JobKind::new(JOB, Bilingual::new("导入任务清单", "Import a work list"), run)
        .stages(|lang, _| texts(lang).import_writing())
        .outcomes(outcome)
}

async fn run(app: App, job: Job, progress: Progress) -> JobResult {
    let payload: Payload = job.payload().map_err(JobError::failed)?;
    let upload = upload::Entity::find_by_id(payload.upload).one(app.db.reader()).await.map_err(JobError::failed)?;
    let upload = upload.ok_or_else(|| JobError::failed("the upload is gone"))?;
    let kept = payload.actor;
    let actor = Actor {
        person: kept.person,
        name: kept.name,
        unit: kept.unit,
        unit_name: kept.unit_name,
        grants: kept.grants,
    };
    let importing = Importing {
        entry: EntryId(upload.id.0),
        campaign: upload.campaign.clone(),
        bytes: upload.bytes,
        missing: payload.missing,
        on: payload.on,
        lang: payload.lang,
    };
    progress.stage("writing", None);
    let told = |done: usize, total: usize| {
        if done <= 500 {
            progress.stage("writing", Some(total));
        }
        progress.done(done);
    };
    let imported = applying::import_plan(&app.book, &actor, &working_days(), &importing, &told).await.map_err(JobError::failed)?;
    Ok(json!({ "campaign": upload.campaign, "imported": imported }))
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let result = job.result.clone().unwrap_or_default();
    let count = |key: &str| result["imported"][key].as_i64().unwrap_or_default().to_string();
    match result["campaign"].as_str() {
        Some(code) => JobOutcome {
            text: texts(lang).import_done(count("added"), count("changed"), count("withdrawn")),
            href: links::campaign(code),
        },
        None => JobOutcome::default(),
    }
}

fn preview_view(lang: Lang, url: UploadUrl, campaign: &Campaign, upload: &Upload, preview: &Preview) -> Markup {
    let t = texts(lang);
    let (reading, difference) = (&preview.reading, &preview.difference);
    let title = t.import_preview();
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.import_file(&upload.file_name, &reading.table.sheet, reading.drafts.len().to_string())) }),
        crumbs: &head::crumbs(lang, campaign, Page::Tree)[..2],
        ..PageHead::default()
    };
    let sums = [
        (t.import_added(), difference.added.len()),
        (t.import_changed(), difference.changed.len()),
        (t.import_left(), difference.left.len()),
        (t.import_gone(), difference.gone.len()),
    ];
    let sums: Vec<Markup> = sums
        .iter()
        .map(|(label, count)| ui::big_number(ui::BigNumber { label, text: &count.to_string(), ..ui::BigNumber::default() }))
        .collect();
    html! {
        (ui::page_head(lang, head))
        (ui::numbers_row(&sums))
        (problems_view(lang, url, reading.problems.as_slice()))
        @if !reading.problems.has_errors() { (apply_form(lang, url, preview)) }
        @if !difference.changed.is_empty() {
            (ui::section("changed", &t.import_changed(), html! {}, changed_view(lang, preview)))
        }
        @if !difference.added.is_empty() {
            (ui::section("added", &t.import_added(), html! {}, items_view(lang, &t.import_added(), difference.added.iter().map(|at| &difference.items[*at].node))))
        }
        @if !difference.gone.is_empty() {
            (ui::section("gone", &t.import_gone(), html! {}, items_view(lang, &t.import_gone(), difference.gone.iter().filter_map(|id| Some(&preview.plan.item(*id)?.node)))))
        }
        @if !reading.table.skipped.is_empty() || !reading.table.ignored.is_empty() {
            (ui::section("aside", &t.import_aside(), html! {}, html! {
                ul {
                    @for skipped in reading.table.skipped.iter().take(PROBLEMS_MAX) { li { (skipped.text(lang)) } }
                    @for ignored in &reading.table.ignored { li { (t.import_ignored(&ignored.column, &ignored.title)) } }
                }
            }))
        }
    }
}

fn problems_view(lang: Lang, url: UploadUrl, problems: &[Problem]) -> Markup {
    let t = texts(lang);
    if problems.is_empty() {
        return html! {};
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let download = format!("{url}/problems.xlsx");
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| (problem.severity == Severity::Warning, problem.row));
    let rows = sorted.into_iter().take(PROBLEMS_MAX).map(|problem| {
        let tone = if problem.severity == Severity::Error { Tone::Bad } else { Tone::Attention };
        Row::new(vec![
            html! { (problem.row) },
            html! { (problem.cell.as_deref().unwrap_or_default()) " " (problem.column.as_deref().unwrap_or_default()) },
            html! { (problem.what) },
            html! { (problem.remedy) },
        ])
        .toned(tone)
    });
    let (kind, text) = match errors {
        0 => (NoticeKind::Warning, t.import_warnings(problems.len().to_string())),
        errors => (NoticeKind::Error, t.import_errors(errors.to_string())),
    };
    html! {
        (ui::notice(lang, &Notice { kind, text: &text, act: Some((&t.problems_download(), &download)), ..Notice::default() }))
        (ui::table(lang, Table {
            caption: &t.problems(),
            columns: vec![Column::number(t.row()), Column::text(t.cell()), Column::title(t.what_is_wrong()).wide(), Column::text(t.remedy())],
            rows: rows.collect(),
            ..Table::default()
        }))
    }
}

fn apply_form(lang: Lang, url: UploadUrl, preview: &Preview) -> Markup {
    let t = texts(lang);
    let (label, submit, action) = (t.missing_items(), t.import_submit(), url.to_string());
    let choices = [Choice::new("keep", t.missing_keep()), Choice::new("withdraw", t.missing_withdraw())];
    let is_nothing = preview.difference.is_empty() && preview.difference.gone.is_empty();
    if is_nothing {
        return ui::notice(lang, &Notice { kind: NoticeKind::Info, text: &t.import_nothing(), ..Notice::default() });
    }
    let body = html! {
        @if !preview.difference.gone.is_empty() {
            (form::radios(lang, Field::new("missing", &label, "keep").required(), &choices))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    form::form(lang, form::Form { action: &action, ..form::Form::default() }, body)
}

fn items_view<'a>(lang: Lang, caption: &str, nodes: impl Iterator<Item = &'a crate::nodes::node::Node>) -> Markup {
    let t = texts(lang);
    let rows = nodes.take(LISTED_MAX).map(|node| {
        Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            html! { (node.title) },
            html! { (node.deadline_text.as_deref().unwrap_or_default()) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption,
            columns: vec![Column::text(t.field_number()), Column::title(t.field_title()).wide(), Column::text(t.deadline())],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

fn changed_view(lang: Lang, preview: &Preview) -> Markup {
    let t = texts(lang);
    let none = t.nothing();
    let shown = |text: &str| if text.is_empty() { none.clone() } else { text.to_owned() };
    let rows = preview.difference.changed.iter().take(LISTED_MAX).flat_map(|(at, changes)| {
        let node = &preview.difference.items[*at].node;
        changes.iter().map(move |change: &Change| (node, change))
    });
    let rows = rows.map(|(node, change)| {
        let code = serde_json::to_value(change.field).unwrap_or_default();
        Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            html! { (node.title) },
            html! { (history::field(lang, code.as_str().unwrap_or_default())) },
            html! { (shown(&change.old)) },
            html! { (shown(&change.new)) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.import_changed(),
            columns: vec![
                Column::text(t.field_number()),
                Column::title(t.field_title()).wide(),
                Column::text(t.changed_field()),
                Column::text(t.old_value()),
                Column::text(t.new_value()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}
