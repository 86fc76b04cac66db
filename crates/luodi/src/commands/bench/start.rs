//! The start of the program with the sample zone, and what it then holds in memory.
use super::{Line, millis, resident_mb};
use crate::{args::Place, open};
use kernel::Lang;
use std::{path::Path, time::Instant};
use web::Settings;

pub async fn measure(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let place = Place {
        data: folder.join("sample"),
        database: None,
        lang: Lang::En,
    };
    let began = Instant::now();
    crate::commands::sample::make(&place).await?;
    let made = began.elapsed();
    let began = Instant::now();
    let app = open::any(&place, Settings::default()).await?;
    let router = web::router(app.clone());
    let started = began.elapsed();
    drop(router);
    let tree = app.book.tree(app.db.reader()).await?;
    let memory = resident_mb();
    app.db.clone().close().await?;
    Ok(vec![
        Line {
            what: "make the sample zone".into(),
            promised: "under 60 s",
            measured: format!("{made:.1?}"),
        },
        Line {
            what: "start with the sample zone, to the first request".into(),
            promised: "under 300 ms",
            measured: millis(started),
        },
        Line {
            what: format!(
                "resident memory after making and opening the sample zone ({} units)",
                tree.len()
            ),
            promised: "under 150 MB",
            measured: format!("{memory} MB"),
        },
    ])
}
