//! A small domain to try files with: albums, all files of which hang at one place.
use axum::{extract::State, response::Response};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use files::{FileId, Record};
use kernel::Actor;
use ledger::ClosedPeriod;
use maud::{Markup, html};
use serde::Deserialize;
use ui::form::{FieldProblem, Form};
use web::{Access, App, Domain, Filled, Frame, Pages, WebError, done};

pub fn domain() -> Domain {
    Domain::new("albums").pages(|| {
        Pages::default()
            .upload(Access::SignedIn, files::FORM_BYTES_MAX, add)
            .get(Access::SignedIn, list)
            .get(Access::SignedIn, save)
            .get(Access::SignedIn, preview)
    })
}

fn album() -> Record {
    Record::new("albums.album", 1)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/albums")]
struct AlbumsUrl;

#[derive(Deserialize)]
struct Input {
    title: String,
    #[serde(default)]
    day: Option<NaiveDate>,
}

async fn add(
    _: AlbumsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    filled: Filled<Input>,
) -> Result<Response, WebError> {
    let (lang, owner) = (frame.lang, Some(actor.person));
    let problem = filled.files.problem(lang);
    if filled.input.title.is_empty() || problem.is_some() {
        let wanted = &filled.files.wanted;
        let kept = files::staged(app.db.reader(), owner, wanted).await?;
        let problems: Vec<FieldProblem> = problem
            .iter()
            .map(|problem| FieldProblem::new(web::FILES_FIELD, problem))
            .collect();
        let form = Form {
            action: "/albums",
            multipart: true,
            problems: &problems,
            ..Form::default()
        };
        let main = html! {
            h1 { "相册" }
            (ui::form::form(lang, form, web::files_field(lang, &kept, problem.as_deref())))
        };
        return Ok(frame.again("相册", main));
    }
    let through = NaiveDate::from_ymd_opt(2021, 3, 31).unwrap();
    if let Some(day) = filled.input.day.filter(|day| *day <= through) {
        return Err(WebError::internal(ClosedPeriod { day, through }));
    }
    let tx = app.db.begin().await?;
    files::attach(&tx, &album(), owner, &filled.files.wanted).await?;
    tx.commit().await?;
    Ok(done("/albums/files", "已保存"))
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/albums/files")]
struct ListUrl;

async fn list(_: ListUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let files = files::of(app.db.reader(), &album()).await?;
    let main = html! { h1 { "相册" } (web::file_list(frame.lang, "/albums", &files)) };
    Ok(frame.page("相册", main))
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/albums/files/{file}")]
struct FileUrl {
    file: FileId,
}

async fn save(url: FileUrl, State(app): State<App>) -> Result<Response, WebError> {
    let file = files::find(app.db.reader(), &album(), url.file).await?;
    web::send_file(&app, &file.ok_or(WebError::NotFound)?).await
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/albums/files/{file}/preview")]
struct PreviewUrl {
    file: FileId,
}

async fn preview(url: PreviewUrl, State(app): State<App>) -> Result<Response, WebError> {
    let file = files::find(app.db.reader(), &album(), url.file).await?;
    web::send_preview(&app, &file.ok_or(WebError::NotFound)?).await
}
