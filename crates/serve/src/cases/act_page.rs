//! The form of one act: what it does, what it needs, what was wrong.
mod helpers;
mod reading;
mod view;

use super::{
    acting::{self, ActError},
    case::{Act, EXTENSION_MAX, Refused, Standing, Who, may},
    links,
    raising::similar::similar,
    said,
    sight::{self, Sight},
    store::{self, Case, CaseId, Whole, note},
    template,
};
use crate::words::texts;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use files::File;
use kernel::{
    Actor, EntryId, Lang, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use ui::{PageKind, form::FieldProblem};
use uuid::Uuid;
use web::{App, Filled, Frame, WebError};

/// An act by its name: `acceptance`, `dispatch`, `answer` …
#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/{act}")]
pub struct ActUrl {
    pub case: CaseId,
    pub act: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    entry: String,
    said: String,
    noted: String,
    limit: String,
    public_title: String,
    lead: String,
    /// Those who help, row by row: who, with what, by when.
    helper: Vec<String>,
    duty: Vec<String>,
    until: Vec<String>,
    /// The button that asks for more rows.
    rows: String,
    unit: String,
    by: String,
    outcome: String,
    day: String,
    found: String,
    into: String,
    /// The button of a template, where no script puts its text in.
    template: String,
}

/// What a form is about.
struct Asked {
    lang: Lang,
    act: Act,
    sight: Sight,
    whole: Whole,
    standing: Standing,
    who: Who,
    /// What the office wrote for answers to this kind.
    templates: Vec<template::Model>,
    /// Cases that this one may be the same as.
    similar: Vec<Case>,
    /// The case that was named as the same.
    into: Option<CaseId>,
    /// Files that were taken in with the form before it came back.
    files: Vec<File>,
    /// Rows for units that help.
    rows: usize,
    /// What units that help replied, where somebody looks at it.
    replies: Vec<(UnitId, String)>,
}

impl Asked {
    async fn load(app: &App, actor: &Actor, url: &ActUrl, lang: Lang) -> Result<Asked, WebError> {
        let act = Act::from_code(&url.act).ok_or(WebError::NotFound)?;
        let (sight, whole) = sight::seen(app, actor, url.case).await?;
        let reader = app.db.reader();
        let templates = match act {
            Act::Answer => template::on(reader, whole.case.kind(), sight.today).await?,
            _ => Vec::new(),
        };
        let similar = match act {
            Act::Merge => similar_to(app, &sight, &whole.case).await?,
            _ => Vec::new(),
        };
        Ok(Asked {
            lang,
            act,
            standing: whole.standing(sight.now),
            who: sight.who(actor, &whole),
            templates,
            similar,
            into: None,
            files: Vec::new(),
            rows: helpers::ROWS,
            replies: match act {
                Act::PartSignOff | Act::PartRedo => replies(app, url.case).await?,
                _ => Vec::new(),
            },
            sight,
            whole,
        })
    }

    /// Finds the case whose number was typed, among those that this person keeps.
    async fn find_target(&mut self, app: &App, number: &str) -> Result<(), WebError> {
        if self.act == Act::Merge {
            let kept = self
                .sight
                .kept()
                .add(store::Column::Number.eq(number.trim()));
            let found = store::Entity::find().filter(kept);
            let found = found.one(app.db.reader()).await?;
            self.into = found.map(|case| case.id);
        }
        Ok(())
    }

    /// The answer that the form proposes.
    fn template(&self) -> String {
        match self.act {
            Act::Answer => texts(self.lang).answer_template(self.whole.case.title.as_str()),
            _ => String::new(),
        }
    }
}

/// The newest reply of each unit last.
async fn replies(app: &App, case: CaseId) -> Result<Vec<(UnitId, String)>, WebError> {
    let mut notes = note::of(app.db.reader(), case).await?;
    notes.retain(|note| note.act == Act::Answer.code());
    notes.sort_by_key(|note| (note.day, note.entry));
    Ok(notes
        .into_iter()
        .map(|note| (note.unit, note.said))
        .collect())
}

async fn similar_to(app: &App, sight: &Sight, case: &Case) -> Result<Vec<Case>, WebError> {
    let text = format!("{} {}", case.body, case.place);
    let among = sight.kept().add(store::Column::Id.ne(case.id));
    Ok(similar(app.db.reader(), &text, among).await?)
}

pub async fn form(
    url: ActUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let asked = Asked::load(&app, &actor, &url, frame.lang).await?;
    let input = Input {
        entry: Uuid::now_v7().to_string(),
        said: asked.template(),
        limit: "ordinary".to_owned(),
        by: asked
            .standing
            .more_time
            .map_or_else(String::new, |more| more.amount.to_string()),
        ..Input::default()
    };
    let title = said::act(frame.lang, asked.act);
    // Whoever comes by an old link learns why the act is not open to them now.
    if let Err(refused) = may(&asked.standing, asked.act, &asked.who) {
        let main = view::refused(&asked, &why(asked.lang, refused));
        return Ok(frame.under("cases").again(&title, main));
    }
    let main = view::view(&asked, &input, &[]);
    let page = frame.kind(PageKind::Form).under("cases").page(&title, main);
    Ok(page.into_response())
}

pub async fn submit(
    url: ActUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Filled {
        input: mut typed,
        files: sent,
    }: Filled<Input>,
) -> Result<Response, WebError> {
    let mut asked = Asked::load(&app, &actor, &url, frame.lang).await?;
    asked.find_target(&app, &typed.into).await?;
    let lang = asked.lang;
    let title = said::act(lang, asked.act);
    let entry: EntryId = typed
        .entry
        .parse()
        .map_err(|_| WebError::Unreadable("entry".to_owned()))?;
    if !typed.rows.is_empty() {
        // Nothing is done yet: the form comes back with what was typed and room for more.
        asked.files = files::staged(app.db.reader(), Some(actor.person), &sent.wanted).await?;
        asked.rows = helpers::more(typed.rows.trim().parse().unwrap_or(0));
        let main = view::view(&asked, &typed, &[]);
        return Ok(frame.under("cases").again(&title, main));
    }
    let named = |template: &&template::Model| template.name == typed.template;
    if let Some(template) = asked.templates.iter().find(named) {
        // Without script, the button sends the form: it comes back with the text in its field.
        typed.said = format!("{}{}", typed.said, template.text);
        asked.files = files::staged(app.db.reader(), Some(actor.person), &sent.wanted).await?;
        let main = view::view(&asked, &typed, &[]);
        return Ok(frame.under("cases").again(&title, main));
    }
    let refused = sent.problem(lang);
    let refused = refused.map(|problem| FieldProblem::new(web::FILES_FIELD, problem));
    let read = refused.map_or_else(|| reading::read(&asked, entry, &typed), Err);
    let problem = match read {
        Err(problem) => problem,
        Ok(new) => {
            let new = acting::Acting {
                files: sent.wanted.clone(),
                ..new
            };
            let days = orgs::working_days(app.db.reader()).await?;
            match acting::act(&app.book, &days, &actor, &new).await {
                Ok(_) => {
                    let done = texts(lang).act_done(title);
                    return Ok(web::done(&links::case(url.case), &done));
                }
                Err(error) => problem(lang, error)?,
            }
        }
    };
    asked.files = files::staged(app.db.reader(), Some(actor.person), &sent.wanted).await?;
    let main = view::view(&asked, &typed, &[problem]);
    Ok(frame.under("cases").again(&title, main))
}

fn problem(lang: Lang, error: ActError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    Ok(match error {
        ActError::NoSuchCase => return Err(WebError::NotFound),
        ActError::Book(source) => return Err(source.into()),
        ActError::Refused(refused @ Refused::Units) => {
            FieldProblem::new(helpers::FIRST, why(lang, refused))
        }
        ActError::Refused(refused @ (Refused::Duty | Refused::HelperDay)) => {
            FieldProblem::new(helpers::FIRST, why(lang, refused))
        }
        ActError::Refused(refused @ Refused::Extension) => {
            FieldProblem::new("by", why(lang, refused))
        }
        ActError::Refused(refused @ Refused::DayPast) => {
            FieldProblem::new("day", why(lang, refused))
        }
        ActError::Refused(refused) => FieldProblem::new("noted", why(lang, refused)),
        ActError::NothingSaid => FieldProblem::new("said", t.problem_said()),
        ActError::NothingNoted => FieldProblem::new("noted", t.problem_noted()),
        ActError::TooLong => FieldProblem::new("noted", t.problem_long(NOTE_CHARS_MAX as u32)),
        ActError::NoSuchUnit(_) => FieldProblem::new(helpers::FIRST, t.problem_units_gone()),
        ActError::NoLimit => FieldProblem::new("noted", t.problem_no_limit()),
        ActError::NoSuchTarget => FieldProblem::new("into", t.problem_merge_unknown()),
        ActError::Circle => FieldProblem::new("into", t.problem_merge_circle()),
        ActError::Meanwhile => FieldProblem::new("noted", t.problem_meanwhile()),
    })
}

fn why(lang: Lang, refused: Refused) -> String {
    let t = texts(lang);
    match refused {
        Refused::NotNow(_) => t.problem_not_now(),
        Refused::NotYours => t.problem_not_yours(),
        Refused::YourOwnWork => t.problem_own_work(),
        Refused::HelpersOpen => t.problem_helpers_open(),
        Refused::RunOut => t.problem_run_out(),
        Refused::Units => t.problem_units(),
        Refused::Extension => t.problem_extension(EXTENSION_MAX),
        Refused::YourOwnWish => t.problem_own_wish(),
        Refused::DayPast => t.problem_recheck_day(),
        Refused::Duty => t.problem_duty(TITLE_CHARS_MAX as u32),
        Refused::HelperDay => t.problem_helper_day(),
        Refused::Fallback => t.problem_fallback(),
    }
}
