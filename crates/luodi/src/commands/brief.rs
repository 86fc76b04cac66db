//! `luodi brief`: an issued brief as a Word file.
use crate::{
    args::{Brief, Place},
    open,
    outcome::refuse,
};
use anyhow::Context;
use kernel::Lang;
use reports::briefs::paper::{DocxError, brief_docx};
use std::process::ExitCode;

pub async fn run(place: &Place, brief: &Brief) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let total = i32::try_from(brief.number).unwrap_or(i32::MAX);
    let bytes = match brief_docx(&app.db, &app.settings.public_url, total).await {
        Ok(bytes) => bytes,
        Err(DocxError::NotFound(_)) => {
            return refuse(match place.lang {
                Lang::Zh => format!("没有总第 {total} 期简报。已印发的简报见页面“简报”。"),
                Lang::En => format!(
                    "There is no brief number {total}. The page \"Briefs\" lists those that were issued."
                ),
            });
        }
        Err(error) => return Err(error.into()),
    };
    std::fs::write(&brief.out, bytes)
        .with_context(|| format!("cannot write {}", brief.out.display()))?;
    println!("{}", brief.out.display());
    Ok(ExitCode::SUCCESS)
}
