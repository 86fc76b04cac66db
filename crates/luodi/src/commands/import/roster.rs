use super::{Report, read};
use crate::{
    args::{ImportOptions, Place},
    open,
    outcome::refuse,
};
use chrono::{Datelike, NaiveDate};
use kernel::{Lang, Right};
use orgs::roster::{self, ApplyError, Preview, State};
use serde_json::json;
use std::{path::Path, process::ExitCode};
use uuid::Uuid;
use web::App;

pub async fn run(
    app: &App,
    place: &Place,
    file: &Path,
    options: &ImportOptions,
    since: Option<NaiveDate>,
    effective: Option<NaiveDate>,
) -> anyhow::Result<ExitCode> {
    let actor = open::actor(app, options.actor.as_deref()).await?;
    let bytes = read(file, place.lang)?;
    let today = app.clock.today();
    let wanted = roster::ImportOptions {
        lang: place.lang,
        since: since
            .or(NaiveDate::from_ymd_opt(today.year(), 1, 1))
            .unwrap_or(today),
        effective: effective.unwrap_or(today),
    };
    let draft = match roster::read(&bytes, &wanted) {
        Ok(draft) => draft,
        Err(problem) => return refuse(problem.text(place.lang)),
    };
    let tree = app.book.tree(app.db.reader()).await?;
    let state = State::load(app.db.reader(), tree, app.keys.clone()).await?;
    let preview = roster::preview(&draft, &state, &actor.reach(Right::Roster), &wanted);
    if let Some(out) = &options.problems {
        let changes = roster::compare(&draft, &state, &actor.reach(Right::Roster), &wanted);
        let marked = roster::marked(bytes, &draft, &changes, place.lang)?;
        std::fs::write(out, marked)?;
    }
    drop(state);
    if !options.dry_run && preview.errors == 0 {
        let progress = |done, all| eprint!("\r{done}/{all}");
        match roster::apply(
            &app.book,
            &app.keys,
            &actor,
            Uuid::now_v7(),
            &draft,
            &wanted,
            progress,
        )
        .await
        {
            Ok(_) => eprintln!(),
            Err(ApplyError::HasErrors(_)) => {
                return refuse(match place.lang {
                    Lang::Zh => "名册刚被别人改过，这份表现在有错误。请重新导入。",
                    Lang::En => {
                        "Somebody has just changed the roster, and now the file has errors. Import it again."
                    }
                });
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (units, people) = (preview.units, preview.people);
    let words = match place.lang {
        Lang::Zh => format!(
            "单位：新增 {}，变更 {}，不变 {}；人员：新增 {}，变更 {}，不变 {}。",
            units.added,
            units.changed,
            units.unchanged,
            people.added,
            people.changed,
            people.unchanged
        ),
        Lang::En => format!(
            "Units: {} added, {} changed, {} unchanged; people: {} added, {} changed, {} unchanged.",
            units.added,
            units.changed,
            units.unchanged,
            people.added,
            people.changed,
            people.unchanged
        ),
    };
    let report = Report {
        dry_run: options.dry_run,
        counts: json!({ "units": units, "people": people }),
        problems: preview
            .unit_problems
            .iter()
            .chain(&preview.people_problems)
            .collect(),
        asides: asides(&preview, place.lang),
    };
    report.print(place.lang, options.json, &words)
}

fn asides(preview: &Preview, lang: Lang) -> Vec<String> {
    let unread = preview.unread_sheets.iter().map(|sheet| match lang {
        Lang::Zh => format!("工作表“{sheet}”里也像有同样的表，没有读入。请合并到一张工作表，或另存为一个文件再导入。"),
        Lang::En => format!("The sheet “{sheet}” seems to hold the same kind of table; it was not read. Put both into one sheet, or import it as a file of its own."),
    });
    preview.asides.iter().cloned().chain(unread).collect()
}
