//! `luodi figure`: a number, as of any day, with the records it was counted from.
use crate::{
    args::{Figure, Place},
    open,
    outcome::refuse,
};
use kernel::Lang;
use reports::figures::{Asked, figure_report};
use std::process::ExitCode;

pub async fn run(place: &Place, figure: &Figure) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let Some(code) = &figure.code else {
        for definition in ledger::figure::all(app.db.reader()).await? {
            println!("{}\t{}", definition.code, definition.title(place.lang));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let asked = Asked {
        unit: figure.unit.clone().unwrap_or_default(),
        as_of: figure.as_of.unwrap_or(app.clock.today()).to_string(),
        from: String::new(),
        campaign: figure.campaign.clone().unwrap_or_default(),
    };
    let report = match figure_report(&app.db, &app.book, code, &asked, figure.records).await {
        Ok(report) => report,
        Err(error) => return refuse(error.text(place.lang)),
    };
    if figure.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
        return Ok(ExitCode::SUCCESS);
    }
    let (title, text, words) = match place.lang {
        Lang::Zh => (&report.title_zh, &report.text_zh, &report.definition_zh),
        Lang::En => (&report.title_en, &report.text_en, &report.definition_en),
    };
    println!("{title}: {text}");
    println!("{} · {} · {words}", report.unit_name, report.as_of);
    for source in &report.sources {
        let (file, sheet, cell) = (&source.file_name, &source.sheet, &source.cell);
        println!("{} – {}\t{file}\t{sheet}\t{cell}", source.from, source.to);
    }
    for record in report.records.iter().flatten() {
        let (day, quantity) = (record.happened_on, record.quantity);
        println!(
            "{day}\t{quantity:>8}\t{}\t{}\t{}/{}",
            record.unit, record.kind, record.subject_kind, record.subject_id
        );
    }
    Ok(ExitCode::SUCCESS)
}
