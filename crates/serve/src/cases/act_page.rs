//! The form of one act: what it does, what it needs, what was wrong.
mod reading;
mod view;

use super::{
    acting::{self, ActError},
    case::{Act, EXTENSION_MAX, Refused, Standing, Who, may},
    links, said,
    sight::{self, Sight},
    store::{CaseId, Whole},
};
use crate::words::texts;
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use serde::Deserialize;
use ui::{PageKind, form::FieldProblem};
use uuid::Uuid;
use web::{App, Frame, WebError};

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
    helpers: String,
    unit: String,
    by: String,
    outcome: String,
}

/// What a form is about.
struct Asked {
    lang: Lang,
    act: Act,
    sight: Sight,
    whole: Whole,
    standing: Standing,
    who: Who,
}

impl Asked {
    async fn load(app: &App, actor: &Actor, url: &ActUrl, lang: Lang) -> Result<Asked, WebError> {
        let act = Act::from_code(&url.act).ok_or(WebError::NotFound)?;
        let (sight, whole) = sight::seen(app, actor, url.case).await?;
        Ok(Asked {
            lang,
            act,
            standing: whole.standing(sight.now),
            who: sight.who(actor, &whole),
            sight,
            whole,
        })
    }

    /// The answer that the form proposes.
    fn template(&self) -> String {
        match self.act {
            Act::Answer => texts(self.lang).answer_template(self.whole.case.title.as_str()),
            _ => String::new(),
        }
    }
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
        ..Input::default()
    };
    // Whoever comes by an old link learns why the act is not open to them now.
    let problems: Vec<FieldProblem> = may(&asked.standing, asked.act, &asked.who)
        .err()
        .map(|refused| FieldProblem::new("noted", why(asked.lang, refused)))
        .into_iter()
        .collect();
    let title = said::act(frame.lang, asked.act);
    let main = view::view(&asked, &input, &problems);
    if problems.is_empty() {
        let page = frame.kind(PageKind::Form).under("cases").page(&title, main);
        Ok(axum::response::IntoResponse::into_response(page))
    } else {
        Ok(frame.under("cases").again(&title, main))
    }
}

pub async fn submit(
    url: ActUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let asked = Asked::load(&app, &actor, &url, frame.lang).await?;
    let lang = asked.lang;
    let title = said::act(lang, asked.act);
    let entry: EntryId = input
        .entry
        .parse()
        .map_err(|_| WebError::Unreadable("entry".to_owned()))?;
    let problem = match reading::read(&asked, entry, &input) {
        Err(problem) => problem,
        Ok(new) => {
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
    let main = view::view(&asked, &input, &[problem]);
    Ok(frame.under("cases").again(&title, main))
}

fn problem(lang: Lang, error: ActError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    Ok(match error {
        ActError::NoSuchCase => return Err(WebError::NotFound),
        ActError::Book(source) => return Err(source.into()),
        ActError::Refused(refused @ Refused::Units) => {
            FieldProblem::new("helpers", why(lang, refused))
        }
        ActError::Refused(refused @ Refused::Extension) => {
            FieldProblem::new("by", why(lang, refused))
        }
        ActError::Refused(refused) => FieldProblem::new("noted", why(lang, refused)),
        ActError::NothingSaid => FieldProblem::new("said", t.problem_said()),
        ActError::NothingNoted => FieldProblem::new("noted", t.problem_noted()),
        ActError::TooLong => FieldProblem::new("noted", t.problem_long(NOTE_CHARS_MAX as u32)),
        ActError::NoSuchUnit(_) => FieldProblem::new("helpers", t.problem_units()),
        ActError::NoLimit => FieldProblem::new("noted", t.problem_no_limit()),
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
    }
}
