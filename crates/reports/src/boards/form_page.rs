//! The form of a board: a title, whom it is for, and a row for each figure.
use super::{
    board::{BoardId, CELLS_MAX, Show},
    board_page::{self, BoardUrl},
    keeping::{self, KeepError, Keeping, Typed, TypedCell},
};
use crate::{
    figures::{figure_page::period, sight},
    words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang};
use ledger::PeriodRule;
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Form as FormFrame},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/boards/new")]
pub struct NewUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/boards")]
pub struct PostUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/boards/{board}/definition")]
pub struct DefinitionUrl {
    board: BoardId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/boards/{board}/withdrawal")]
pub struct WithdrawalUrl {
    board: BoardId,
}

/// Empty rows below those that are filled in.
const SPARE_ROWS: usize = 3;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    seen_version: i32,
    #[serde(default)]
    title: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    shared: String,
    #[serde(default)]
    figure: Vec<String>,
    #[serde(default)]
    show: Vec<String>,
    #[serde(default)]
    cell_unit: Vec<String>,
    #[serde(default)]
    period: Vec<String>,
    /// `rows`: give me more of them.
    #[serde(default)]
    then: String,
}

impl Input {
    fn typed(&self) -> Typed {
        let at = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
        let rows = 0..self.figure.len().min(2 * CELLS_MAX);
        Typed {
            title: self.title.clone(),
            unit: self.unit.clone(),
            is_shared: self.shared == "shared",
            cells: rows
                .map(|row| TypedCell {
                    figure: at(&self.figure, row),
                    show: at(&self.show, row),
                    unit: at(&self.cell_unit, row),
                    period: at(&self.period, row),
                })
                .collect(),
        }
    }
}

/// A form as it is drawn.
struct Shown {
    entry: EntryId,
    board: Option<(BoardId, i32)>,
    typed: Typed,
    problems: Vec<FieldProblem>,
    stale: Option<String>,
}

pub async fn new_form(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let reader = app.db.reader();
    let tree = app.book.tree(reader).await?;
    let directory = Directory::load(reader).await?;
    let home = sight::home(&tree, &actor, app.clock.today());
    let unit = home.and_then(|home| directory.unit(home));
    let typed = Typed {
        unit: unit.map(|unit| unit.code.clone()).unwrap_or_default(),
        is_shared: true,
        ..Typed::default()
    };
    let shown = Shown {
        entry: fresh(),
        board: None,
        typed,
        problems: Vec::new(),
        stale: None,
    };
    page(&app, frame, shown).await
}

pub async fn form(
    url: DefinitionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let board = board_page::find(&app, &actor, url.board).await?;
    let reader = app.db.reader();
    let tree = app.book.tree(reader).await?;
    if !board.is_changed_by(&tree, &actor, app.clock.today()) {
        return Err(WebError::NotFound);
    }
    let directory = Directory::load(reader).await?;
    let unit = directory.unit(board.unit_id);
    let cells = board.cells().into_iter().map(|cell| TypedCell {
        figure: cell.figure,
        show: cell.show.code().to_owned(),
        unit: cell.unit,
        period: cell.period,
    });
    let typed = Typed {
        title: board.title.clone(),
        unit: unit.map(|unit| unit.code.clone()).unwrap_or_default(),
        is_shared: board.is_shared,
        cells: cells.collect(),
    };
    let shown = Shown {
        entry: fresh(),
        board: Some((board.id, board.version)),
        typed,
        problems: Vec::new(),
        stale: None,
    };
    page(&app, frame, shown).await
}

pub async fn submit_new(
    _: PostUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    kept(app, actor, frame, input, None).await
}

pub async fn submit(
    url: DefinitionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let board = Some((url.board, input.seen_version));
    kept(app, actor, frame, input, board).await
}

async fn kept(
    app: App,
    actor: Actor,
    frame: Frame,
    input: Input,
    board: Option<(BoardId, i32)>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, words::texts(frame.lang));
    let mut shown = Shown {
        entry: input.entry,
        board,
        typed: input.typed(),
        problems: Vec::new(),
        stale: None,
    };
    if input.then == "rows" {
        return page(&app, frame, shown).await;
    }
    let keeping = Keeping {
        entry: input.entry,
        board,
        typed: shown.typed.clone(),
        lang,
    };
    match keeping::keep(&app.book, &actor, &keeping).await {
        Ok(board) => {
            let there = BoardUrl { board: board.id }.to_string();
            Ok(web::done(&there, &t.board_kept()))
        }
        Err(KeepError::Faulty(faults)) => {
            let faults = faults.into_iter();
            shown.problems = faults
                .map(|fault| FieldProblem::new(fault.field, fault.text))
                .collect();
            again(&app, frame, shown).await
        }
        Err(KeepError::Stale) => {
            if let Some((id, _)) = board {
                let current = board_page::find(&app, &actor, id).await?;
                shown.board = Some((id, current.version));
                shown.entry = fresh();
            }
            shown.stale = Some(t.board_stale());
            again(&app, frame, shown).await
        }
        Err(KeepError::NotThere) => Err(WebError::NotFound),
        Err(KeepError::Book(source)) => Err(source.into()),
    }
}

#[derive(Debug, Deserialize)]
pub struct Withdrawal {
    entry: EntryId,
}

pub async fn withdraw(
    url: WithdrawalUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Withdrawal>,
) -> Result<Response, WebError> {
    match keeping::withdraw(&app.book, &actor, input.entry, url.board).await {
        Ok(()) => Ok(web::done(
            "/boards",
            &words::texts(frame.lang).board_withdrawn(),
        )),
        Err(KeepError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}

async fn page(app: &App, frame: Frame, shown: Shown) -> Result<Response, WebError> {
    let (title, main) = drawn(app, frame.lang, &shown).await?;
    let frame = frame.under("boards").kind(PageKind::Form);
    Ok(frame.page(&title, main).into_response())
}

async fn again(app: &App, frame: Frame, shown: Shown) -> Result<Response, WebError> {
    let (title, main) = drawn(app, frame.lang, &shown).await?;
    Ok(frame.under("boards").again(&title, main))
}

async fn drawn(app: &App, lang: Lang, shown: &Shown) -> Result<(String, Markup), WebError> {
    let t = words::texts(lang);
    let all = ledger::figure::all(app.db.reader()).await?;
    let figures: Vec<Choice> = all
        .iter()
        .map(|one| Choice::new(&one.code, one.title(lang)))
        .collect();
    let title = match shown.board {
        Some(_) => t.board_change(),
        None => t.board_new(),
    };
    Ok((title.clone(), view(lang, &title, shown, &figures)))
}

fn view(lang: Lang, title: &str, shown: &Shown, figures: &[Choice]) -> Markup {
    let t = words::texts(lang);
    let typed = &shown.typed;
    let problem = |field: &str| FieldProblem::of(&shown.problems, field);
    let entry = shown.entry.to_string();
    let (action, version) = match shown.board {
        Some((id, version)) => (format!("/boards/{id}/definition"), version),
        None => ("/boards".to_owned(), 0),
    };
    let version = version.to_string();
    let sharing = [
        Choice::new("shared", t.board_shared()).note(t.board_shared_note()),
        Choice::new("mine", t.board_mine()),
    ];
    let crumbs = [Crumb::new(t.boards_title(), "/boards")];
    let rows = (typed.cells.len() + SPARE_ROWS).min(CELLS_MAX + 1);
    let empty = TypedCell::default();
    html! {
        (ui::page_head(lang, PageHead { title, sub: Some(html! { p { (t.board_form_sub()) } }), crumbs: &crumbs, ..PageHead::default() }))
        @if let Some(text) = &shown.stale { (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.stale_title(), text, ..Notice::default() })) }
        (form::form(lang, FormFrame { action: &action, problems: &shown.problems, ..FormFrame::default() }, html! {
            (form::hidden("entry", &entry))
            (form::hidden("seen_version", &version))
            (form::text(lang, Field::new("title", &t.board_title(), &typed.title).required().problem(problem("title"))))
            (form::text(lang, Field::new("unit", &t.board_unit(), &typed.unit).required().help(&t.board_unit_help()).problem(problem("unit"))))
            (form::radios(lang, Field::new("shared", &t.board_for(), if typed.is_shared { "shared" } else { "mine" }).required(), &sharing))
            @for at in 0..rows {
                (row(lang, at, typed.cells.get(at).unwrap_or(&empty), figures, &problem))
            }
            (ui::acts(html! {
                (ui::button(Button { label: &t.board_keep(), act: Act::Primary, name: "then", value: "save", ..Button::default() }))
                @if rows <= CELLS_MAX { (ui::button(Button { label: &t.board_more_rows(), name: "then", value: "rows", ..Button::default() })) }
            }))
        }))
        @if let Some((id, _)) = shown.board {
            (ui::section("withdrawal", &t.board_withdraw(), html! {}, html! {
                p { (t.board_withdraw_text()) }
                form method="post" action={ "/boards/" (id) "/withdrawal" } {
                    (form::hidden("entry", &fresh().to_string()))
                    (ui::acts(ui::button(Button { label: &t.board_withdraw(), act: Act::Quiet, ..Button::default() })))
                }
            }))
        }
    }
}

fn row<'p>(
    lang: Lang,
    at: usize,
    cell: &TypedCell,
    figures: &[Choice],
    problem: &impl Fn(&str) -> Option<&'p str>,
) -> Markup {
    let t = words::texts(lang);
    let shows: Vec<Choice> = Show::ALL
        .into_iter()
        .map(|show| Choice::new(show.code(), show_in_words(lang, show)))
        .collect();
    let mut periods = vec![Choice::new("", t.period_as_defined())];
    periods.extend(
        PeriodRule::ALL
            .into_iter()
            .filter(|rule| !matches!(rule, PeriodRule::ToDate | PeriodRule::Campaign))
            .map(|rule| Choice::new(rule.code(), period(lang, rule))),
    );
    let show = if cell.show.is_empty() {
        Show::Number.code()
    } else {
        &cell.show
    };
    let ids = ["figure", "show", "cell_unit", "period"].map(|name| format!("{name}-{at}"));
    let (figure_problem, unit_problem) = (problem(&ids[0]), problem(&format!("unit-{at}")));
    html! {
        fieldset class="query-bar" {
            legend { (t.board_row(at + 1)) }
            (form::combobox(lang, Field { id: &ids[0], ..Field::new("figure", &t.column_figure(), &cell.figure).condition().problem(figure_problem) }, figures))
            (form::select(lang, Field { id: &ids[1], ..Field::new("show", &t.board_show(), show).condition() }, &shows))
            (form::text(lang, Field { id: &ids[2], ..Field::new("cell_unit", &t.board_cell_unit(), &cell.unit).condition().problem(unit_problem) }))
            (form::select(lang, Field { id: &ids[3], ..Field::new("period", &t.field_period(), &cell.period).condition() }, &periods))
        }
    }
}

fn show_in_words(lang: Lang, show: Show) -> String {
    let t = words::texts(lang);
    match show {
        Show::Number => t.show_number(),
        Show::Trend => t.show_trend(),
        Show::Parts => t.show_parts(),
        Show::List => t.show_list(),
    }
}

fn fresh() -> EntryId {
    EntryId(uuid::Uuid::now_v7())
}
