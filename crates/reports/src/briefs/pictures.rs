//! Pictures of a brief: sent in to the draft, cleaned as all files are, shown to whoever may read the brief.
use super::{
    brief::{self, BriefId},
    draft_page::{draft, url as draft_url},
    drafting::{self, DraftError, Text},
    embed::{PictureOf, WIDTH_MM, WIDTH_MM_MAX},
    embedded::{self, record},
    working_copy,
};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use files::{FILES_MAX, FORM_BYTES_MAX, File, FileId};
use kernel::{Actor, EntryId, Lang, Right, limits};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{Field, FieldProblem, FilesField, Form as FormFrame, Width},
};
use web::{Access, App, Filled, Frame, Pages, WebError};

/// Endings that the browser offers.
const ACCEPT: &str = ".jpg,.jpeg,.png";

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), form)
        .upload(Access::Right(Right::Publish), FORM_BYTES_MAX, submit)
        .get(Access::Right(Right::Read), file)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/pictures")]
pub struct PicturesUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_pictures/{brief}/{file}")]
pub struct PictureUrl {
    pub brief: BriefId,
    pub file: FileId,
}

pub fn src(brief: BriefId, file: FileId) -> String {
    format!("/brief_pictures/{brief}/{file}")
}

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    #[serde(default)]
    caption: String,
    #[serde(default)]
    width: String,
}

async fn form(
    url: PicturesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let input = Input {
        entry: EntryId(uuid::Uuid::now_v7()),
        caption: String::new(),
        width: WIDTH_MM.to_string(),
    };
    let t = words::texts(frame.lang);
    let main = view(frame.lang, &brief, &input, &[], &[]);
    Ok(frame
        .under("briefs")
        .kind(PageKind::Form)
        .page(&t.picture_title(), main))
}

async fn submit(
    url: PicturesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Filled { input, files: sent }: Filled<Input>,
) -> Result<Response, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let brief = draft(&app, &actor, url.brief).await?;
    let owner = Some(actor.person);
    let mut wanted = files::wanted(reader, &record(brief.id), owner, &sent.wanted).await?;
    let mut problems = Vec::new();
    if let Some(problem) = sent.problem(lang) {
        problems.push(FieldProblem::new("files", problem));
    } else if wanted.is_empty() {
        problems.push(FieldProblem::new("files", t.picture_missing()));
    } else if let Some(other) = wanted.iter().find(|file| !file.kind().is_picture()) {
        problems.push(FieldProblem::new(
            "files",
            t.picture_other_kind(other.name.as_str()),
        ));
    }
    if let Some(large) = wanted.iter().find(|file| embedded::is_too_large(file)) {
        let (name, most) = (large.name.as_str(), embedded::megabytes());
        problems.push(FieldProblem::new(
            "files",
            t.picture_file_too_large(name, most),
        ));
        wanted.retain(|file| !embedded::is_too_large(file));
    }
    let there = files::of(reader, &record(brief.id)).await?.len();
    if FILES_MAX < there + wanted.len() {
        problems.push(FieldProblem::new("files", t.picture_too_many(FILES_MAX)));
    }
    let width = input
        .width
        .trim()
        .parse()
        .ok()
        .filter(|width| (20..=WIDTH_MM_MAX).contains(width));
    if width.is_none() {
        let typed = input.width.as_str();
        problems.push(FieldProblem::new("width", t.token_not_a_width(typed)));
    }
    if limits::TITLE_CHARS_MAX < input.caption.chars().count() {
        problems.push(FieldProblem::new(
            "caption",
            t.field_too_long(limits::TITLE_CHARS_MAX),
        ));
    }
    let (true, Some(width_mm)) = (problems.is_empty(), width) else {
        // A picture that could be taken goes along with the form that comes back.
        let main = view(lang, &brief, &input, &wanted, &problems);
        return Ok(frame.under("briefs").again(&t.picture_title(), main));
    };
    let pictures: Vec<PictureOf> = wanted
        .iter()
        .map(|file| PictureOf {
            file: file.id,
            caption: input.caption.trim().to_owned(),
            width_mm,
        })
        .collect();
    match put_in(&app, &actor, input.entry, &brief, &pictures).await {
        Ok(_) => Ok(web::done(&draft_url(brief.id), &t.picture_put())),
        Err(DraftError::Stale { .. }) => {
            let problems = [FieldProblem::new("files", t.picture_stale())];
            let main = view(lang, &brief, &input, &wanted, &problems);
            Ok(frame.under("briefs").again(&t.picture_title(), main))
        }
        Err(DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}

/// Gives the pictures to the brief and puts them at the end of its text, in one transaction.
pub async fn put_in(
    app: &App,
    actor: &Actor,
    entry: EntryId,
    brief: &brief::Model,
    pictures: &[PictureOf],
) -> Result<brief::Model, DraftError> {
    let put = |body: &str| {
        let lines = pictures.iter().map(PictureOf::to_string);
        lines.fold(body.to_owned(), |body, line| match body.contains(&line) {
            true => body,
            false => working_copy::appended(&body, &line),
        })
    };
    let mut text = Text::from(brief);
    text.body = put(&text.body);
    let looked = drafting::look(&app.book, actor, brief.unit_id, &text).await?;
    let ids: Vec<FileId> = pictures.iter().map(|picture| picture.file).collect();
    let tx = app.db.begin().await?;
    files::attach(&tx, &record(brief.id), Some(actor.person), &ids).await?;
    let act = (entry, brief.id, brief.version);
    let changed = drafting::change_in(&tx, &app.book, actor, act, &text, &looked).await?;
    let versions = (brief.version, changed.version);
    working_copy::carry(&tx, (brief.id, actor.person), versions, put).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Of an issue for whoever reads; of a draft for whoever writes it.
async fn file(url: PictureUrl, State(app): State<App>, actor: Actor) -> Result<Response, WebError> {
    let reader = app.db.reader();
    let brief = brief::find(reader, url.brief)
        .await?
        .ok_or(WebError::NotFound)?;
    if !brief.is_issued() {
        draft(&app, &actor, brief.id).await?;
    }
    let file = files::find(reader, &record(brief.id), url.file).await?;
    let file = file
        .filter(|file| file.kind().is_picture())
        .ok_or(WebError::NotFound)?;
    Ok(web::send_file(&app, &file).await?.into_response())
}

fn view(
    lang: Lang,
    brief: &brief::Model,
    input: &Input,
    kept: &[File],
    problems: &[FieldProblem],
) -> Markup {
    let t = words::texts(lang);
    let back = draft_url(brief.id);
    let action = format!("{back}/pictures");
    let problem = |field| FieldProblem::of(problems, field);
    let kept: Vec<ui::form::KeptFile> = kept
        .iter()
        .map(|file| ui::form::KeptFile {
            id: file.id.to_string(),
            name: file.name.clone(),
            note: file.kind().title(lang),
        })
        .collect();
    let (files_label, files_help) = (t.picture_files(), t.picture_files_help());
    let (caption, width) = (t.picture_caption(), t.picture_width());
    let entry = input.entry.to_string();
    html! {
        (ui::page_head(lang, PageHead {
            title: &t.picture_title(),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs"), Crumb::new(t.draft_title(), &back)],
            ..PageHead::default()
        }))
        (ui::form::form(lang, FormFrame { action: &action, multipart: true, problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::files(lang, Field::new(web::FILES_FIELD, &files_label, "").help(&files_help).required().problem(problem("files")), FilesField { accept: ACCEPT, kept_name: web::KEPT_FIELD, kept: &kept }))
            (ui::form::text(lang, Field::new("caption", &caption, &input.caption).limit(limits::TITLE_CHARS_MAX).problem(problem("caption"))))
            (ui::form::number(lang, Field::new("width", &width, &input.width).required().width(Width::Short).problem(problem("width"))))
            (ui::acts(html! {
                (ui::button(Button { label: &t.picture_submit(), act: Act::Primary, ..Button::default() }))
                (ui::link_button(&t.back_to_draft(), &back, Act::Quiet, None))
            }))
        }))
    }
}
