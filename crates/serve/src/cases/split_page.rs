//! The form by which a case that is two things becomes two.
use super::{
    case::Kind,
    links, said,
    sight::{self, Sight},
    splitting::{SplitError, Splitting, split, wrong},
    store::{CaseId, Whole},
};
use crate::{
    desk::tell,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{
    Actor, EntryId, Lang,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/split")]
pub struct SplitUrl {
    case: CaseId,
}

#[derive(Debug, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    place: String,
}

pub async fn form(
    url: SplitUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (_, whole) = kept(&app, &actor, url.case).await?;
    let input = Input {
        entry: crate::desk::new_entry(),
        kind: whole.case.kind.clone(),
        body: String::new(),
        place: whole.case.place.clone(),
    };
    let main = view(frame.lang, &whole, &input, &[]);
    let title = texts(frame.lang).split();
    Ok(frame.kind(PageKind::Form).under("cases").page(&title, main))
}

pub async fn submit(
    url: SplitUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (_, whole) = kept(&app, &actor, url.case).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let new = Splitting {
        entry: input.entry,
        from: url.case,
        kind: Kind::from_code(&input.kind).unwrap_or(whole.case.kind()),
        body: input.body.clone(),
        place: input.place.clone(),
    };
    let mut problems = Vec::new();
    tell(&mut problems, wrong(&new), |error| problem(t, error))?;
    if problems.is_empty() {
        match split(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => {
                let own = links::case(CaseId(new.entry.0));
                return Ok(web::done(&own, &t.split_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &whole, &input, &problems);
    Ok(frame.under("cases").again(&t.split(), main))
}

fn problem(t: &Texts, error: SplitError) -> Result<FieldProblem, WebError> {
    let (field, text) = match error {
        SplitError::NoSuchCase | SplitError::NotYours => return Err(WebError::NotFound),
        SplitError::Book(source) => return Err(source.into()),
        SplitError::NotOpen => ("body", t.problem_not_now()),
        SplitError::Nothing => ("body", t.tell_us_nothing()),
        SplitError::TooLong(field, max) => (field, t.problem_long(max as u32)),
    };
    Ok(FieldProblem::new(field, text))
}

async fn kept(app: &App, actor: &Actor, case: CaseId) -> Result<(Sight, Whole), WebError> {
    let (sight, whole) = sight::seen(app, actor, case).await?;
    match sight.who(actor, &whole).keeps_it {
        true => Ok((sight, whole)),
        false => Err(WebError::NotFound),
    }
}

fn view(lang: Lang, whole: &Whole, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (t, case) = (texts(lang), &whole.case);
    let kinds: Vec<Choice> = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), said::kind(lang, *kind)))
        .collect();
    let (title, what, place, kind) = (t.split(), t.split_what(), t.case_where(), t.case_kind());
    let crumbs = [
        Crumb::new(t.cases(), links::CASES),
        Crumb::new(case.title.as_str(), links::case(case.id)),
    ];
    let head = PageHead {
        title: &title,
        sub: Some(
            html! { p { (case.number) " " (case.body) } p class="hint" { (t.split_help()) } },
        ),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, Field::new("body", &what, &input.body).required().limit(NOTE_CHARS_MAX).problem(FieldProblem::of(problems, "body"))))
        (form::text(lang, Field::new("place", &place, &input.place).limit(TITLE_CHARS_MAX).problem(FieldProblem::of(problems, "place"))))
        (form::select(lang, Field::new("kind", &kind, &input.kind).required().width(Width::Medium), &kinds))
        (ui::acts(ui::button(Button { label: &title, act: Act::Primary, ..Button::default() })))
    };
    let action = links::split(case.id);
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
