//! Opening an account: `/accounts/new`, `POST /accounts`.
use super::{
    ACCOUNTS, AccountUrl, NAV,
    list::AccountsUrl,
    said, shown_once,
    typed::{self, GrantInput},
};
use crate::{
    Directory,
    access::{
        accounts::{Doing, NewAccount, open},
        password::generated,
    },
    membership, person,
    words::texts,
};
use axum::{Form, extract::State, response::Response};
use axum_extra::routing::TypedPath;
use kernel::{Actor, EntryId, Lang, UnitId, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem, Form as UiForm, Width},
};
use uuid::Uuid;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/accounts/new")]
pub(super) struct NewUrl;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    entry: EntryId,
    #[serde(default)]
    person: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    reason: String,
    #[serde(flatten)]
    grant: GrantInput,
}

pub(super) async fn form(_: NewUrl, State(app): State<App>, frame: Frame) -> Markup {
    let input = Input {
        entry: EntryId(Uuid::now_v7()),
        person: String::new(),
        name: String::new(),
        unit: String::new(),
        reason: String::new(),
        grant: GrantInput {
            from: app.clock.today().to_string(),
            ..GrantInput::default()
        },
    };
    let main = view(frame.lang, &input, &[]);
    let title = texts(frame.lang).account_new();
    frame.kind(PageKind::Form).under(NAV).page(&title, main)
}

pub(super) async fn submit(
    _: AccountsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let problems = match read(&app, lang, &input).await? {
        Err(problems) => problems,
        Ok((person, new)) => {
            let doing = Doing {
                book: &app.book,
                actor: &actor,
                entry: input.entry,
                reason: &input.reason,
            };
            match open(&doing, &new).await {
                Ok(appended) => {
                    let account = AccountUrl { account: person.id }.to_string();
                    let password = appended.is_new().then_some(new.password.as_str());
                    let named = (person.name.as_str(), new.name.as_str());
                    return Ok(shown_once::page(
                        frame,
                        &crumbs(lang),
                        named,
                        password,
                        &account,
                    ));
                }
                Err(error) => {
                    let (field, sentence) = said::problem(lang, error)?;
                    vec![FieldProblem::new(field, sentence)]
                }
            }
        }
    };
    let main = view(lang, &input, &problems);
    let title = texts(lang).account_new();
    Ok(frame.under(NAV).again(&title, main))
}

async fn read(
    app: &App,
    lang: Lang,
    input: &Input,
) -> Result<Result<(person::Model, NewAccount), Vec<FieldProblem>>, WebError> {
    let t = texts(lang);
    let directory = Directory::load(app.db.reader()).await?;
    let mut problems = Vec::new();
    let mut wrong = |field: &str, sentence| problems.push(FieldProblem::new(field, sentence));
    // All that can be told at once is told at once.
    if input.name.trim().is_empty() {
        wrong("name", t.account_name_malformed());
    }
    if input.reason.trim().is_empty() {
        wrong("reason", t.reason_missing(NOTE_CHARS_MAX.to_string()));
    }
    let person = typed::person(app, t, &input.person).await?;
    let person = person.map_err(|said| wrong("person", said)).ok();
    let unit = match (&person, input.unit.trim()) {
        (_, typed) if !typed.is_empty() => typed::unit(lang, &directory, typed),
        (Some(person), _) => home(app, person).await?.ok_or(t.account_unit_none()),
        (None, _) => Ok(UnitId(0)),
    };
    let unit = unit.map_err(|said| wrong("unit", said)).ok();
    let grants = if input.grant.is_empty() {
        Vec::new()
    } else {
        match input.grant.read(lang, &directory) {
            Ok(grant) => vec![grant],
            Err(more) => {
                problems.extend(more);
                Vec::new()
            }
        }
    };
    Ok(match (person, unit, problems.is_empty()) {
        (Some(person), Some(unit), true) => {
            let new = NewAccount {
                person: person.id,
                name: input.name.trim().to_lowercase(),
                unit,
                password: generated(Uuid::new_v4()),
                must_change: true,
                grants,
            };
            Ok((person, new))
        }
        _ => Err(problems),
    })
}

async fn home(app: &App, person: &person::Model) -> Result<Option<UnitId>, WebError> {
    let today = app.clock.today();
    let units = membership::of(app.db.reader(), person.id, today).await?;
    Ok(units.first().map(|membership| membership.unit_id))
}

fn crumbs(lang: Lang) -> [Crumb; 1] {
    [Crumb::new(texts(lang).accounts_title(), ACCOUNTS)]
}

fn view(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (title, person, person_help) =
        (t.account_new(), t.account_person(), t.account_person_help());
    let (name, name_help) = (t.account_name(), t.account_name_help());
    let (unit, unit_help) = (t.account_unit(), t.account_unit_help());
    let (reason, reason_help, submit) = (t.reason(), t.reason_help(), t.account_submit());
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.account_new_about()) }),
        crumbs: &crumbs(lang),
        ..PageHead::default()
    };
    let frame = UiForm {
        action: ACCOUNTS,
        draft: "/accounts/new",
        problems,
        ..UiForm::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("person", &person, &input.person).required().help(&person_help).width(Width::Medium).problem(of("person"))))
        (form::text(lang, Field { autocomplete: "off", ..Field::new("name", &name, &input.name).required().help(&name_help).width(Width::Medium).problem(of("name")) }))
        (form::text(lang, Field::new("unit", &unit, &input.unit).help(&unit_help).width(Width::Medium).problem(of("unit"))))
        (input.grant.fields(lang, false, problems))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
