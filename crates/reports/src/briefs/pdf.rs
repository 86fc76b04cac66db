//! An issue as a PDF: its Word file laid out by LibreOffice, where that is installed. Made once and kept.
use super::paper::{self, DocxError};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use files::{File, Incoming, Record};
use jobs::{Job, JobError, JobResult, NewJob};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::{path::PathBuf, process::Stdio, sync::LazyLock, time::Duration};
use tokio::process::Command;
use web::{Access, App, JobKind, JobOutcome, JobUrl, Pages, WebError};

const KIND: &str = "reports.brief_pdf";

/// How long LibreOffice may take for one document.
const TIME_MAX: Duration = Duration::from_secs(90);

/// The program that lays out, looked for once.
static SOFFICE: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let names = ["soffice", "libreoffice"];
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
});

/// Whether this machine can make PDFs. Where it cannot, nothing offers one.
pub fn is_possible() -> bool {
    SOFFICE.is_some()
}

#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("LibreOffice is not installed")]
    NotPossible,
    #[error("LibreOffice took longer than {} seconds", TIME_MAX.as_secs())]
    TooSlow,
    #[error("LibreOffice wrote no PDF: {0}")]
    NotWritten(String),
    #[error("a file of the conversion")]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Docx(#[from] DocxError),
}

/// The PDF of a Word file. Several may be made at once: each has a profile of its own.
pub async fn of_docx(docx: &[u8]) -> Result<Vec<u8>, PdfError> {
    let program = SOFFICE.as_ref().ok_or(PdfError::NotPossible)?;
    let folder = tempfile::tempdir()?;
    let (source, made) = (
        folder.path().join("brief.docx"),
        folder.path().join("brief.pdf"),
    );
    let fonts = folder.path().join("fonts.conf");
    tokio::fs::write(&source, docx).await?;
    tokio::fs::write(&fonts, fonts_conf()).await?;
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let run = Command::new(program)
        .args([
            profile.as_str(),
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
        ])
        .arg(folder.path())
        .arg(&source)
        .env("FONTCONFIG_FILE", &fonts)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .output();
    let ended = tokio::time::timeout(TIME_MAX, run).await;
    let ended = ended.map_err(|_| PdfError::TooSlow)??;
    match tokio::fs::read(&made).await {
        Ok(pdf) if pdf.starts_with(b"%PDF") => Ok(pdf),
        _ => Err(PdfError::NotWritten(
            String::from_utf8_lossy(&ended.stderr).trim().to_owned(),
        )),
    }
}

/// Which free fonts stand in for those that the page format names and nobody may ship.
fn fonts_conf() -> String {
    let instead = [
        (
            "仿宋_GB2312",
            ["FangSong", "FandolFang", "Noto Serif CJK SC"],
        ),
        (
            "方正小标宋简体",
            ["STZhongsong", "FandolSong", "Noto Serif CJK SC"],
        ),
        ("黑体", ["SimHei", "FandolHei", "Noto Sans CJK SC"]),
        ("楷体_GB2312", ["KaiTi", "FandolKai", "Noto Serif CJK SC"]),
        ("宋体", ["SimSun", "FandolSong", "Noto Serif CJK SC"]),
    ];
    let mut rules = String::new();
    for (wanted, fonts) in instead {
        let fonts: String = fonts
            .iter()
            .map(|font| format!("<string>{font}</string>"))
            .collect();
        rules.push_str(&format!(
            "<match target=\"pattern\"><test name=\"family\"><string>{wanted}</string></test>\
             <edit name=\"family\" mode=\"append\" binding=\"same\">{fonts}</edit></match>\n"
        ));
    }
    // A folder with further fonts, where the operator names one.
    let further = std::env::var("LUODI_FONTS")
        .ok()
        .filter(|folder| !folder.contains(['<', '&']))
        .map(|folder| format!("<dir>{folder}</dir>\n"))
        .unwrap_or_default();
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n\
         <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n{further}{rules}</fontconfig>\n"
    )
}

/// The PDF of an issue, made anew: for the command line.
pub async fn brief_pdf(
    db: &db::Db,
    files: &files::Files,
    public_url: &str,
    total: i32,
) -> Result<Vec<u8>, PdfError> {
    of_docx(&paper::brief_docx(db, files, public_url, total).await?).await
}

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), download)
        .post(Access::Right(Right::Read), order)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}/brief.pdf")]
pub struct PdfUrl {
    pub total: i32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    total: i32,
}

/// What the PDF belongs to: the issue it was made of.
fn record(total: i32) -> Record {
    Record::new(KIND, total)
}

async fn made(app: &App, total: i32) -> Result<Option<File>, DbErr> {
    Ok(files::of(app.db.reader(), &record(total)).await?.pop())
}

async fn download(url: PdfUrl, State(app): State<App>) -> Result<Response, WebError> {
    let file = made(&app, url.total).await?.ok_or(WebError::NotFound)?;
    web::send_file(&app, &file).await
}

/// Opens the PDF if it is there; else has it made, to be watched and found under "mine".
async fn order(url: PdfUrl, State(app): State<App>, actor: Actor) -> Result<Response, WebError> {
    if made(&app, url.total).await?.is_some() {
        return Ok(Redirect::to(&url.to_string()).into_response());
    }
    let issued = super::brief::issued(app.db.reader(), url.total).await?;
    if issued.is_none() || !is_possible() {
        return Err(WebError::NotFound);
    }
    let payload = serde_json::to_value(Payload { total: url.total }).map_err(WebError::internal)?;
    let key = format!("{}-{}", url.total, uuid::Uuid::now_v7());
    let job = NewJob::new(KIND, key, payload, app.clock.now()).owned_by(actor.person);
    let tx = app.db.begin().await?;
    let job = jobs::enqueue(&tx, job).await?;
    tx.commit().await?;
    Ok(Redirect::to(&JobUrl { job }.to_string()).into_response())
}

pub fn job() -> JobKind {
    JobKind::new(
        KIND,
        Bilingual::new("生成 PDF", "Making a PDF"),
        async |app: App, job: Job, _| run(&app, job).await,
    )
    .outcomes(outcome)
}

async fn run(app: &App, job: Job) -> JobResult {
    let payload: Payload = job.payload().map_err(JobError::failed)?;
    let total = payload.total;
    let href = PdfUrl { total }.to_string();
    if made(app, total).await.map_err(JobError::failed)?.is_none() {
        let public_url = &app.settings.public_url;
        let pdf = match brief_pdf(&app.db, &app.files, public_url, total).await {
            Ok(pdf) => pdf,
            Err(PdfError::Io(source)) => return Err(JobError::failed(source)),
            Err(error) => return Err(JobError::Refused(error.to_string().into())),
        };
        let name = paper::file_name(&app.db, total, "pdf")
            .await
            .map_err(JobError::failed)?;
        let incoming = Incoming::new(name).with(&pdf);
        let now = app.clock.now();
        let taken = app.files.take(&app.db, job.owner, now, incoming).await;
        let file = taken.map_err(JobError::failed)?;
        let tx = app.db.begin().await.map_err(JobError::failed)?;
        files::attach(&tx, &record(total), job.owner, &[file.id])
            .await
            .map_err(JobError::failed)?;
        tx.commit().await.map_err(JobError::failed)?;
    }
    Ok(href.into())
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let t = words::texts(lang);
    let said = job
        .result
        .as_ref()
        .and_then(|result| result.as_str())
        .unwrap_or_default();
    match said.starts_with("/briefs/") {
        true => JobOutcome {
            text: t.pdf_made(),
            href: said.to_owned(),
        },
        false => JobOutcome {
            text: t.pdf_not_made(said),
            href: String::new(),
        },
    }
}
