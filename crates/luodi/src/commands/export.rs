//! `luodi export`: everything in open formats.
use super::Bar;
use crate::{args::Place, keep, open};
use kernel::Lang;
use std::{path::Path, process::ExitCode};

pub async fn run(place: &Place, folder: &Path) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let bar = Bar::new("export");
    let exported = keep::export(&app, folder, &bar).await;
    bar.end();
    let exported = exported?;
    let (tables, rows, files) = (exported.tables, exported.rows, exported.files);
    let name = folder.display();
    match place.lang {
        Lang::Zh => println!(
            "已导出到 {name}：{tables} 张表 {rows} 行，{files} 个附件。各列含义见 columns.csv；敏感个人信息保持密文。"
        ),
        Lang::En => println!(
            "Exported to {name}: {tables} tables with {rows} rows, {files} files. columns.csv says what each column is; sensitive personal data stays sealed."
        ),
    }
    Ok(ExitCode::SUCCESS)
}
