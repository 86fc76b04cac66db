//! The form by which a wish is made: by a resident without an account, or by somebody of a unit on their behalf.
use super::{
    list_page,
    making::{self, MakeError, Making, make},
    store::CODE,
};
use crate::{
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, UnitId, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes/new")]
pub struct NewWishUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records/new")]
pub struct NewRecordUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    body: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    child: bool,
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
}

impl Input {
    fn new(unit: String) -> Input {
        Input {
            entry: new_entry(),
            body: String::new(),
            unit,
            child: false,
            name: String::new(),
            phone: String::new(),
        }
    }

    fn making(&self, unit: UnitId) -> Making {
        Making {
            entry: self.entry,
            unit,
            is_child: self.child,
            body: self.body.clone(),
            name: self.name.clone(),
            phone: self.phone.clone(),
        }
    }
}

/// Whose form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Resident,
    Desk,
}

impl By {
    fn href(self) -> &'static str {
        match self {
            By::Resident => "/wishes/new",
            By::Desk => "/wish_records/new",
        }
    }

    fn title(self, t: &Texts) -> String {
        match self {
            By::Resident => t.wish_make(),
            By::Desk => t.wish_make_for(),
        }
    }
}

pub async fn form(_: NewWishUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let units = communities(&app, frame.lang).await?;
    let main = view(
        frame.lang,
        By::Resident,
        &units,
        &Input::new(String::new()),
        &[],
    );
    let title = By::Resident.title(texts(frame.lang));
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

pub async fn submit(
    _: NewWishUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let units = communities(&app, lang).await?;
    let unit = input.unit.parse::<UnitId>().ok();
    let unit = unit.filter(|_| units.iter().any(|choice| choice.value == input.unit));
    let new = input.making(unit.unwrap_or(UnitId(0)));
    let mut problems = Vec::new();
    let wrong = making::wrong(&new, true);
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if unit.is_none() {
        problems.push(problem(t, MakeError::NoSuchUnit)?);
    }
    if problems.is_empty() {
        match make(&app.book, &app.keys, &Actor::public(new.unit), &new).await {
            Ok(_) => {
                let code = CODE.made(&app.keys, input.entry);
                let title = t.wish_received();
                let page = frame
                    .kind(PageKind::Public)
                    .page(&title, received(lang, &code));
                // The code stands in no address and in no cookie.
                return Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response());
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, By::Resident, &units, &input, &problems);
    Ok(frame.again(&By::Resident.title(t), main))
}

pub async fn record_form(
    _: NewRecordUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let units = own_units(&app, &actor, frame.lang).await?;
    let input = Input::new(actor.unit.to_string());
    let main = view(frame.lang, By::Desk, &units, &input, &[]);
    let title = By::Desk.title(texts(frame.lang));
    let frame = frame.kind(PageKind::Form).under("wish_records");
    Ok(frame.page(&title, main))
}

pub async fn record(
    _: NewRecordUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let unit = input.unit.parse::<UnitId>().ok();
    let new = input.making(unit.unwrap_or(UnitId(0)));
    let mut problems = Vec::new();
    let wrong = making::wrong(&new, false);
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if unit.is_none() {
        problems.push(problem(t, MakeError::NoSuchUnit)?);
    }
    if problems.is_empty() {
        match make(&app.book, &app.keys, &actor, &new).await {
            Ok(_) => {
                let to = list_page::href(super::store::WishId(input.entry.0));
                return Ok(web::done(&to, &t.wish_record_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let units = own_units(&app, &actor, lang).await?;
    let main = view(lang, By::Desk, &units, &input, &problems);
    let frame = frame.under("wish_records");
    Ok(frame.again(&By::Desk.title(t), main))
}

/// Communities that are open, in their order; where there are none, the top.
async fn communities(app: &App, lang: Lang) -> Result<Vec<Choice>, WebError> {
    let reader = app.db.reader();
    let (tree, directory) = (app.book.tree(reader).await?, Directory::load(reader).await?);
    let today = app.clock.today();
    let is_open = |unit: &UnitId| tree.is_open(*unit, today);
    let communities = directory.units().filter(|unit| unit.kind == "community");
    let communities: Vec<UnitId> = communities.map(|unit| unit.id).filter(is_open).collect();
    let units = match communities.is_empty() {
        true => tree.roots(today).to_vec(),
        false => directory.in_order(communities),
    };
    Ok(choices(&directory, &units, lang))
}

async fn own_units(app: &App, actor: &Actor, lang: Lang) -> Result<Vec<Choice>, WebError> {
    let desk = Desk::of(app, actor).await?;
    Ok(choices(
        &desk.directory,
        &desk.within(actor, Right::Serve),
        lang,
    ))
}

fn choices(directory: &Directory, units: &[UnitId], lang: Lang) -> Vec<Choice> {
    let choice = |unit: &UnitId| Choice::new(unit.to_string(), directory.name(*unit, lang));
    units.iter().map(choice).collect()
}

fn problem(t: &Texts, error: MakeError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        MakeError::Book(source) => return Err(source.into()),
        MakeError::Nothing => ("body", t.wish_body_missing()),
        MakeError::TooLong(field, max) => (field, t.problem_long(max as u32)),
        MakeError::Phone => ("phone", t.wish_phone_wrong()),
        MakeError::PhoneMissing => ("phone", t.wish_phone_missing()),
        MakeError::NoSuchUnit => ("unit", t.wish_unit_missing()),
        MakeError::NotYours => ("unit", t.wish_unit_not_yours()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(lang: Lang, by: By, units: &[Choice], input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (body, body_help, unit, child, child_help) = (
        t.wish_body(),
        t.wish_body_help(),
        match by {
            By::Resident => t.wish_community(),
            By::Desk => t.wish_unit(),
        },
        t.wish_child(),
        t.wish_child_help(),
    );
    let (name, phone, submit) = (t.wish_name(), t.wish_phone(), t.wish_submit());
    let phone_help = match by {
        By::Resident => t.wish_phone_help(),
        By::Desk => t.wish_phone_help_desk(),
    };
    let mut number = Field::new("phone", &phone, &input.phone).help(&phone_help);
    number.required = by == By::Resident;
    if by == By::Resident {
        number.autocomplete = "tel";
    }
    let number = number.width(Width::Medium).problem(of("phone"));
    let fields = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, Field::new("body", &body, &input.body).required().help(&body_help).limit(NOTE_CHARS_MAX).problem(of("body"))))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().width(Width::Medium).problem(of("unit")), units))
        (form::checkbox(lang, Field::new("child", &child, "").help(&child_help), input.child))
        (form::text(lang, Field::new("name", &name, &input.name).width(Width::Medium).problem(of("name"))))
        (form::telephone(lang, number))
        p class="hint" { (t.wish_privacy()) }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = by.title(t);
    let crumb = match by {
        By::Resident => Crumb::new(t.wishes(), "/wishes"),
        By::Desk => Crumb::new(t.wish_desk(), "/wish_records"),
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.wish_make_sub()) } }),
        crumbs: &[crumb],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: by.href(),
        draft: by.href(),
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, fields)) }
}

fn received(lang: Lang, code: &str) -> Markup {
    let t = texts(lang);
    let title = t.wish_received();
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.wish_received_text()) } }),
        crumbs: &[Crumb::new(t.wishes(), "/wishes")],
        ..PageHead::default()
    };
    let facts = [Fact::new(
        t.wish_code(),
        html! { strong class="nowrap" { (code) } },
    )];
    html! {
        (ui::page_head(lang, head))
        (ui::facts(&facts))
        p { (t.wish_code_keep()) }
        p { a href="/wishes/follow" { (t.wish_follow()) } }
    }
}
