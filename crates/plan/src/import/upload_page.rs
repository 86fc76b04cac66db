//! Uploading a work list, looking at what it would change, and importing it.
mod behind;
mod preview_view;

use super::{
    ImportError, Importing, Missing, Watch, applying, columns,
    upload::{self, Upload, UploadId},
};
use crate::{
    campaigns::campaign::Campaign,
    view::{
        campaign::{self as head, Page},
        links,
        sight::Sight,
    },
    words::texts,
};
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{
    Actor, Bilingual, EntryId, Lang, Right,
    limits::{TITLE_CHARS_MAX, WORKBOOK_BYTES_MAX},
};
use maud::{Markup, html};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde::Deserialize;
use sheets::TemplateOptions;
use ui::{
    Act, Button, Icon, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Download, Frame, JobUrl, WebError};

pub use behind::job;
use preview_view::preview_view;

/// Larger imports are done behind the page, with a progress bar.
const AT_ONCE_MAX: usize = 2_000;

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
    if !crate::rights::may(
        &sight.tree,
        actor,
        Right::Plan,
        campaign.organiser,
        sight.today,
    ) {
        return Err(WebError::NotFound);
    }
    Ok((sight, campaign))
}

pub async fn form(
    url: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (_, campaign) = plannable(&app, &actor, &url.campaign).await?;
    let lang = frame.lang;
    Ok(frame.kind(PageKind::Form).page(
        &texts(lang).import_plan(),
        upload_form(lang, &campaign, &[]),
    ))
}

pub async fn template(
    url: TemplateUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let (_, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let options = TemplateOptions {
        sheet: Bilingual::new("任务清单", "Work list"),
    };
    let bytes = sheets::template(&columns::columns(&campaign.levels), &options, lang)
        .map_err(WebError::internal)?;
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
            let name = part.file_name().unwrap_or_default();
            // Some browsers send the whole path.
            let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
            file_name = name.chars().take(TITLE_CHARS_MAX).collect();
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
    upload::purge(&tx, row.uploaded_at).await?;
    upload::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx)
        .await?;
    tx.commit().await?;
    Ok(Redirect::to(&url.to_string()).into_response())
}

fn upload_form(lang: Lang, campaign: &Campaign, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, file, help, submit) = (
        t.import_plan(),
        t.work_list_file(),
        t.work_list_file_help(),
        t.upload_submit(),
    );
    let template = links::under(&campaign.code, "plan_template.xlsx");
    let body = html! {
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

async fn find(
    app: &App,
    actor: &Actor,
    id: UploadId,
) -> Result<(Sight, Campaign, Upload), WebError> {
    let upload = upload::Entity::find_by_id(id)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
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

pub async fn preview(
    url: UploadUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let (sight, campaign, upload) = find(&app, &actor, url.upload).await?;
    let lang = frame.lang;
    if upload.bytes.is_empty() {
        return Ok(file_gone(frame, &campaign));
    }
    let importing = importing(&upload, Missing::Keep, &sight, lang);
    match applying::preview_plan(&app.book, &sight.days, &importing).await {
        Ok(preview) => {
            let main = preview_view(lang, url, &campaign, &upload, &preview);
            Ok(frame
                .kind(PageKind::Form)
                .under("plan")
                .page(&texts(lang).import_preview(), main)
                .into_response())
        }
        Err(ImportError::File(problem)) => Ok(unreadable(frame, &campaign, problem.text(lang))),
        Err(error) => Err(web_error(error)),
    }
}

/// The form once more: a browser does not send a file twice by itself.
fn unreadable(frame: Frame, campaign: &Campaign, problem: String) -> Response {
    let lang = frame.lang;
    let main = upload_form(lang, campaign, &[FieldProblem::new("file", problem)]);
    frame.under("plan").again(&texts(lang).import_plan(), main)
}

fn file_gone(frame: Frame, campaign: &Campaign) -> Response {
    let problem = texts(frame.lang).file_gone(upload::FILE_KEPT_DAYS);
    unreadable(frame, campaign, problem)
}

/// The uploaded workbook with a column that says what is wrong in each row.
pub async fn problems(
    url: ProblemsUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let (sight, _, upload) = find(&app, &actor, url.upload).await?;
    if upload.bytes.is_empty() {
        return Err(WebError::NotFound);
    }
    let importing = importing(&upload, Missing::Keep, &sight, lang);
    let preview = applying::preview_plan(&app.book, &sight.days, &importing)
        .await
        .map_err(web_error)?;
    let reading = &preview.reading;
    let bytes = sheets::with_problems(
        &upload.bytes,
        &reading.table,
        reading.problems.as_slice(),
        lang,
    )
    .map_err(WebError::internal)?;
    let name = upload
        .file_name
        .rsplit_once('.')
        .map_or(upload.file_name.as_str(), |(name, _)| name);
    Ok(Download::xlsx(texts(lang).problems_file_name(name), bytes))
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    #[serde(default)]
    missing: String,
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
    let missing = if input.missing == "withdraw" {
        Missing::Withdraw
    } else {
        Missing::Keep
    };
    if upload.bytes.is_empty() {
        return Ok(file_gone(frame, &campaign));
    }
    let importing = importing(&upload, missing, &sight, lang);
    let preview = match applying::preview_plan(&app.book, &sight.days, &importing).await {
        Ok(preview) => preview,
        Err(ImportError::File(problem)) => {
            return Ok(unreadable(frame, &campaign, problem.text(lang)));
        }
        Err(error) => return Err(web_error(error)),
    };
    let size = preview.difference.added.len()
        + preview.difference.changed.len()
        + preview.difference.gone.len();
    if AT_ONCE_MAX < size && !preview.reading.problems.has_errors() {
        let job = behind::enqueue(&app, &actor, upload.id, &importing).await?;
        return Ok(Redirect::to(&JobUrl { job }.to_string()).into_response());
    }
    match applying::import_plan(&app.book, &actor, &sight.days, &importing, Watch::NOBODY).await {
        Ok(imported) => {
            let said = t.import_done(
                imported.added.to_string(),
                imported.changed.to_string(),
                imported.withdrawn.to_string(),
            );
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
        error @ (ImportError::File(_) | ImportError::Problems(_) | ImportError::Cancelled) => {
            WebError::internal(error)
        }
    }
}

#[cfg(test)]
mod tests;
