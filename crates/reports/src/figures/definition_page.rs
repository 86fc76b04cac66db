//! The form in which a figure's definition is changed, and tried before it is saved.
use super::{
    Asked,
    defining::{self, DefineError, Fault, NewVersion, Typed},
    shown, sight,
};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, UnitId};
use ledger::{
    PeriodRule,
    figure::{self, Definition, Scope},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Notice, NoticeKind, PageHead, PageKind, Row, Table,
    form::{Choice, Field, FieldProblem, Form as FormFrame},
};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Plan), new_form)
        .get(Access::Right(Right::Plan), form)
        .post(Access::Right(Right::Plan), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figure_definitions")]
pub struct DefinitionsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}/definition")]
pub struct DefinitionUrl {
    figure: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    code: String,
    seen_version: i32,
    /// `try` or `save`.
    #[serde(default)]
    then: String,
    #[serde(flatten)]
    typed: Typed,
}

async fn new_form(
    _: DefinitionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    top(&app, &actor).await?;
    let input = Input {
        entry: fresh(),
        code: String::new(),
        seen_version: 0,
        then: String::new(),
        typed: Typed {
            period: PeriodRule::ToDate.code().to_owned(),
            ..Typed::default()
        },
    };
    Ok(page(&app, frame, &input, &[], None).into_response())
}

async fn form(
    url: DefinitionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    top(&app, &actor).await?;
    let definition = figure::find(app.db.reader(), &url.figure, None)
        .await?
        .ok_or(WebError::NotFound)?;
    let input = Input {
        entry: fresh(),
        code: definition.code.clone(),
        seen_version: definition.version,
        then: String::new(),
        typed: Typed::from(&definition),
    };
    Ok(page(&app, frame, &input, &[], None).into_response())
}

async fn submit(
    _: DefinitionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let unit = top(&app, &actor).await?;
    if input.then == "try" {
        let campaigns = ledger::campaign::all(app.db.reader()).await?;
        let campaign = campaigns.first().map(|campaign| campaign.code.as_str());
        return Ok(
            match defining::check(&app.book, &input.code, &input.typed, campaign, lang) {
                Ok(definition) => {
                    let tried = tried(&app, &definition, unit, lang).await?;
                    page(&app, frame, &input, &[], Some(tried)).into_response()
                }
                Err(faults) => refused(&app, frame, &input, &faults, None),
            },
        );
    }
    let new = NewVersion {
        entry: input.entry,
        code: input.code.clone(),
        seen_version: input.seen_version,
        unit,
        typed: input.typed.clone(),
    };
    match defining::define(&app.book, &actor, &new, lang).await {
        Ok(saved) => Ok(web::done(
            &Asked::default().url(&saved.code),
            &t.figure_saved(saved.version),
        )),
        Err(DefineError::NotAllowed) => Err(WebError::NotFound),
        Err(DefineError::Faulty(faults)) => Ok(refused(&app, frame, &input, &faults, None)),
        Err(DefineError::Stale { current }) => {
            let again = Input {
                entry: fresh(),
                seen_version: current.version,
                ..input
            };
            let text = t.figure_stale(current.version, current.formula.as_str());
            Ok(refused(&app, frame, &again, &[], Some(text)))
        }
        Err(DefineError::Book(source)) => Err(source.into()),
    }
}

/// The unit at the top, for whoever may change figures; for others the page is not there.
async fn top(app: &App, actor: &Actor) -> Result<UnitId, WebError> {
    let tree = app.book.tree(app.db.reader()).await?;
    let home = sight::home(&tree, actor, app.clock.today());
    home.filter(|_| defining::may_define(actor))
        .ok_or(WebError::NotFound)
}

/// The number that the definition gives with real data.
async fn tried(
    app: &App,
    definition: &Definition,
    unit: UnitId,
    lang: Lang,
) -> Result<String, WebError> {
    let reader = app.db.reader();
    let as_of = app.clock.today();
    let scope = Scope {
        unit,
        as_of,
        from: None,
        campaign: ledger::campaign::find(reader, None, as_of).await?,
    };
    let t = words::texts(lang);
    Ok(
        match figure::evaluate(reader, &app.book, definition, &scope).await? {
            Ok(value) => t.figure_tried(shown::write_as_defined(definition, value, lang)),
            Err(error) => super::problem::text(&error, lang),
        },
    )
}

fn refused(
    app: &App,
    frame: Frame,
    input: &Input,
    faults: &[Fault],
    stale: Option<String>,
) -> Response {
    let title = words::texts(frame.lang).definition_title();
    let main = view(app, frame.lang, input, faults, None, stale.as_deref());
    frame.again(&title, main)
}

fn page(app: &App, frame: Frame, input: &Input, faults: &[Fault], tried: Option<String>) -> Markup {
    let title = words::texts(frame.lang).definition_title();
    let main = view(app, frame.lang, input, faults, tried.as_deref(), None);
    frame.kind(PageKind::Form).page(&title, main)
}

fn view(
    app: &App,
    lang: Lang,
    input: &Input,
    faults: &[Fault],
    tried: Option<&str>,
    stale: Option<&str>,
) -> Markup {
    let t = words::texts(lang);
    let problems: Vec<FieldProblem> = faults
        .iter()
        .map(|fault| FieldProblem::new(fault.field, &fault.text))
        .collect();
    let problem = |field: &str| FieldProblem::of(&problems, field);
    let typed = &input.typed;
    let periods: Vec<Choice> = PeriodRule::ALL
        .into_iter()
        .map(|rule| Choice::new(rule.code(), period(lang, rule)))
        .collect();
    let version = input.seen_version.to_string();
    let entry = input.entry.to_string();
    let crumbs = [Crumb::new(t.catalogue_title(), "/figures")];
    html! {
        (ui::page_head(lang, PageHead { title: &t.definition_title(), sub: Some(html! { p { (t.definition_sub()) } }), crumbs: &crumbs, ..PageHead::default() }))
        @if let Some(text) = stale { (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.stale_title(), text, ..Notice::default() })) }
        @if let Some(text) = tried { (ui::notice(lang, &Notice { kind: NoticeKind::Success, title: &t.figure_tried_title(), text, ..Notice::default() })) }
        (ui::form::form(lang, FormFrame { action: "/figure_definitions", problems: &problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::hidden("seen_version", &version))
            @if input.seen_version == 0 {
                (ui::form::text(lang, Field::new("code", &t.column_code(), &input.code).required().help(&t.figure_code_help()).problem(problem("code"))))
            } @else { (ui::form::hidden("code", &input.code)) }
            (ui::form::text(lang, Field::new("title_zh", &t.field_title_zh(), &typed.title_zh).required().problem(problem("title_zh"))))
            (ui::form::text(lang, Field::new("title_en", &t.field_title_en(), &typed.title_en).required().problem(problem("title_en"))))
            (ui::form::text(lang, Field::new("formula", &t.field_formula(), &typed.formula).required().help(&t.field_formula_help()).problem(problem("formula"))))
            (ui::form::select(lang, Field::new("period", &t.field_period(), &typed.period).required().problem(problem("period")), &periods))
            (ui::form::text(lang, Field::new("format_zh", &t.field_format_zh(), &typed.format_zh).required().help(&t.field_format_help()).problem(problem("format_zh"))))
            (ui::form::text(lang, Field::new("format_en", &t.field_format_en(), &typed.format_en).help(&t.field_format_en_help()).problem(problem("format_en"))))
            (ui::form::text_area(lang, Field::new("definition_zh", &t.field_definition_zh(), &typed.definition_zh).required().problem(problem("definition_zh"))))
            (ui::form::text_area(lang, Field::new("definition_en", &t.field_definition_en(), &typed.definition_en).required().problem(problem("definition_en"))))
            (ui::acts(html! {
                (ui::button(Button { label: &t.figure_save(), act: Act::Primary, name: "then", value: "save", ..Button::default() }))
                (ui::button(Button { label: &t.figure_try(), name: "then", value: "try", ..Button::default() }))
            }))
        }))
        (ui::section("accounts", &t.accounts_heading(), html! {}, accounts(app, lang)))
    }
}

fn accounts(app: &App, lang: Lang) -> Markup {
    let t = words::texts(lang);
    let accounts = app.book.accounts();
    let rows = accounts.iter().map(|account| {
        let flow = match account.flow {
            ledger::Flow::Flow => t.flow_flow(),
            ledger::Flow::Stock => t.flow_stock(),
            ledger::Flow::Peak => t.flow_peak(),
        };
        Row::new(vec![
            html! { code { (account.code) @if account.open { ".…" } } },
            html! { (account.title.get(lang)) },
            html! { (flow) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.accounts_heading(),
            columns: vec![
                Column::title(t.column_account()),
                Column::text(t.column_title()).wide(),
                Column::text(t.column_flow()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

fn period(lang: Lang, rule: PeriodRule) -> String {
    let t = words::texts(lang);
    match rule {
        PeriodRule::ToDate => t.period_to_date(),
        PeriodRule::YearToDate => t.period_year(),
        PeriodRule::Month => t.period_month(),
        PeriodRule::Campaign => t.period_campaign(),
    }
}

fn fresh() -> EntryId {
    EntryId(uuid::Uuid::now_v7())
}
