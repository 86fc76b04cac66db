//! `luodi brief`: an issued brief as a Word file, or as a PDF where LibreOffice is installed.
use crate::{
    args::{Brief, Place},
    open,
    outcome::refuse,
};
use anyhow::Context;
use kernel::Lang;
use reports::briefs::{
    paper::{DocxError, brief_docx},
    pdf::{self, PdfError},
};
use std::process::ExitCode;

pub async fn run(place: &Place, brief: &Brief) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let total = i32::try_from(brief.number).unwrap_or(i32::MAX);
    let (files, public_url) = (&app.files, &app.settings.public_url);
    let docx = match brief_docx(&app.db, files, public_url, total).await {
        Ok(docx) => docx,
        Err(DocxError::NotFound(_)) => {
            return refuse(match place.lang {
                Lang::Zh => format!("没有总第 {total} 期简报。已印发的简报见页面“简报”。"),
                Lang::En => format!(
                    "There is no brief number {total}. The page \"Briefs\" lists those that were issued."
                ),
            });
        }
        Err(DocxError::Paper(error)) => return refuse(error.text(place.lang)),
        Err(error) => return Err(error.into()),
    };
    let wants_pdf = brief
        .out
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let bytes = match wants_pdf {
        false => docx,
        true => match pdf::of_docx(&docx).await {
            Ok(pdf) => pdf,
            Err(PdfError::NotPossible) => {
                return refuse(match place.lang {
                    Lang::Zh => "这台机器没有安装 LibreOffice，不能生成 PDF。请先安装，或把 --out 写成 .docx。".to_owned(),
                    Lang::En => "LibreOffice is not installed here, so no PDF can be made. Install it, or let --out end in .docx.".to_owned(),
                });
            }
            Err(error) => return Err(error.into()),
        },
    };
    std::fs::write(&brief.out, bytes)
        .with_context(|| format!("cannot write {}", brief.out.display()))?;
    println!("{}", brief.out.display());
    Ok(ExitCode::SUCCESS)
}
