use super::{Report, read};
use crate::{
    args::{ImportOptions, Place},
    open,
    outcome::refuse,
};
use kernel::{EntryId, Lang};
use plan::import::applying::{ImportError, Importing, Missing, Watch, import_plan, preview_plan};
use serde_json::json;
use std::{path::Path, process::ExitCode};
use uuid::Uuid;
use web::App;

pub async fn run(
    app: &App,
    place: &Place,
    file: &Path,
    options: &ImportOptions,
    campaign: Option<&str>,
) -> anyhow::Result<ExitCode> {
    let actor = open::actor(app, options.actor.as_deref()).await?;
    let Some(campaign) =
        ledger::campaign::find(app.db.reader(), campaign, app.clock.today()).await?
    else {
        return refuse(match place.lang {
            Lang::Zh => "没有这个活动。请先在页面上建立活动，或用 --campaign 写它的代码。",
            Lang::En => {
                "There is no such campaign. Set it up on the pages first, or give its code with --campaign."
            }
        });
    };
    let importing = Importing {
        entry: EntryId(Uuid::now_v7()),
        campaign: campaign.code,
        bytes: read(file, place.lang)?,
        missing: Missing::Keep,
        on: app.clock.today().clamp(campaign.from, campaign.to),
        lang: place.lang,
    };
    let days = orgs::working_days(app.db.reader()).await?;
    let preview = match preview_plan(&app.book, &days, &importing).await {
        Ok(preview) => preview,
        Err(ImportError::File(problem)) => return refuse(problem.text(place.lang)),
        Err(error) => return Err(error.into()),
    };
    let problems = preview.reading.problems.as_slice();
    if let Some(out) = &options.problems {
        std::fs::write(
            out,
            sheets::with_problems(
                &importing.bytes,
                &preview.reading.table,
                problems,
                place.lang,
            )?,
        )?;
    }
    let difference = &preview.difference;
    let (added, changed, left, gone) = (
        difference.added.len(),
        difference.changed.len(),
        difference.left.len(),
        difference.gone.len(),
    );
    let report = Report {
        dry_run: options.dry_run,
        counts: json!({ "added": added, "changed": changed, "unchanged": left, "not_in_file": gone }),
        problems: problems.iter().collect(),
        asides: asides(&preview.reading.table, place.lang),
    };
    if !options.dry_run && !report.is_refused() {
        let watch = Watch {
            written: &|done, all| eprint!("\r{done}/{all}"),
            ..Watch::NOBODY
        };
        match import_plan(&app.book, &actor, &days, &importing, watch).await {
            Ok(_) => eprintln!(),
            Err(ImportError::NotYours) => {
                return refuse(match place.lang {
                    Lang::Zh => "您没有编制这个活动计划的权限。",
                    Lang::En => "Your rights do not reach this campaign's plan.",
                });
            }
            Err(error) => return Err(error.into()),
        }
    }
    let words = match place.lang {
        Lang::Zh => format!("计划：新增 {added}，变更 {changed}，不变 {left}，表中没有 {gone}。"),
        Lang::En => format!(
            "Plan: {added} added, {changed} changed, {left} unchanged, {gone} not in the file."
        ),
    };
    report.print(place.lang, options.json, &words)
}

fn asides(table: &sheets::Table, lang: Lang) -> Vec<String> {
    let skipped = table.skipped.iter().map(|skipped| skipped.text(lang));
    let others = &table.other_sheets;
    let unread = (!others.is_empty()).then(|| match lang {
        Lang::Zh => format!("工作表“{}”里也像有任务清单，没有读入。", others.join("、")),
        Lang::En => format!(
            "The sheets “{}” seem to hold a work list too; they were not read.",
            others.join(", ")
        ),
    });
    skipped.chain(unread).collect()
}
