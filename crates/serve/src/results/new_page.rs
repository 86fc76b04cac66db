//! The form that declares a counter.
use super::{
    counter::{CODE_CHARS_MAX, Counter, CounterProblem},
    declaring::{DeclareError, declare, wrong},
    list_page::{self, CountersUrl},
};
use crate::{
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right, UnitId, limits::TITLE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/counters/new")]
pub struct NewCounterUrl;

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Input {
    entry: EntryId,
    title_zh: String,
    title_en: String,
    code: String,
    unit: String,
    measure: String,
    word_zh: String,
    word_en: String,
    document_kind: String,
    since: String,
}

impl Default for Input {
    fn default() -> Input {
        Input {
            entry: new_entry(),
            title_zh: String::new(),
            title_en: String::new(),
            code: String::new(),
            unit: String::new(),
            measure: COUNT.to_owned(),
            word_zh: String::new(),
            word_en: String::new(),
            document_kind: String::new(),
            since: String::new(),
        }
    }
}

const COUNT: &str = "count";
const MONEY: &str = "money";

impl Input {
    /// What was typed, and what of it cannot be read.
    fn counter(&self, t: &Texts, today: NaiveDate) -> (Counter, Vec<FieldProblem>) {
        let unit: Option<UnitId> = self.unit.trim().parse().ok();
        let since = self.since.trim().parse().ok();
        let unread = [
            ("unit", unit.is_none(), t.counter_unit_missing()),
            ("since", since.is_none(), t.counter_since_missing()),
        ];
        let unread = unread.into_iter().filter(|(_, is_unread, _)| *is_unread);
        let problems = unread.map(|(field, _, text)| FieldProblem::new(field, text));
        let is_money = self.measure == MONEY;
        let word = |text: &str| match is_money {
            true => String::new(),
            false => text.trim().to_owned(),
        };
        let title_zh = self.title_zh.trim().to_owned();
        let counter = Counter {
            code: self.code.trim().to_owned(),
            title_en: match self.title_en.trim() {
                "" => title_zh.clone(),
                title => title.to_owned(),
            },
            title_zh,
            unit: unit.unwrap_or(UnitId(0)),
            is_money,
            word_zh: word(&self.word_zh),
            word_en: word(&self.word_en),
            document_kind: self.document_kind.trim().to_owned(),
            since: since.unwrap_or(today),
            entry: self.entry,
        };
        (counter, problems.collect())
    }
}

pub async fn form(
    _: NewCounterUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let input = Input {
        unit: actor.unit.to_string(),
        since: desk.today.to_string(),
        ..Input::default()
    };
    let main = view(&desk, &actor, frame.lang, &input, &[]);
    let title = texts(frame.lang).counter_new();
    Ok(frame.kind(PageKind::Form).page(&title, main))
}

pub async fn submit(
    _: CountersUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (counter, mut problems) = input.counter(t, desk.today);
    let wrong = wrong(&app.book, &actor, &counter).await?;
    // Where the unit is missing, nothing is said of its days.
    let is_told = |error: &DeclareError| {
        counter.unit != UnitId(0) || !matches!(error, DeclareError::UnitNotThen)
    };
    let wrong = wrong.into_iter().filter(is_told).collect();
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match declare(&app.book, &actor, &counter).await {
            Ok(_) => {
                let to = list_page::href(&counter.code);
                return Ok(web::done(&to, &t.counter_done()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(&desk, &actor, lang, &input, &problems);
    Ok(frame.again(&t.counter_new(), main))
}

fn problem(t: &Texts, error: DeclareError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        DeclareError::Counter(CounterProblem::Code) => {
            ("code", t.counter_code_wrong(CODE_CHARS_MAX.to_string()))
        }
        DeclareError::Counter(CounterProblem::Title(field)) => {
            (field, t.counter_title_wrong(TITLE_CHARS_MAX.to_string()))
        }
        DeclareError::Counter(CounterProblem::Word(field)) => (field, t.counter_word_wrong()),
        DeclareError::Counter(CounterProblem::DocumentKind) => {
            ("document_kind", t.counter_document_kind_missing())
        }
        DeclareError::NotYours => ("unit", t.counter_unit_not_yours()),
        DeclareError::DayToCome => ("since", t.counter_day_to_come()),
        DeclareError::UnitNotThen => ("since", t.counter_unit_not_then()),
        DeclareError::CodeTaken => ("code", t.counter_code_taken()),
        DeclareError::Book(source) => return Err(source.into()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(
    desk: &Desk,
    actor: &Actor,
    lang: Lang,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let units: Vec<Choice> = desk
        .within(actor, Right::Record)
        .iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(*unit, lang)))
        .collect();
    let measures = [
        Choice::new(COUNT, t.counter_measure_count()),
        Choice::new(MONEY, t.counter_measure_money()),
    ];
    let of = |field| FieldProblem::of(problems, field);
    let (title_zh, title_en, code, code_help) = (
        t.counter_title_zh(),
        t.counter_title_en(),
        t.counter_code(),
        t.counter_code_help(),
    );
    let (unit, measure, word_zh, word_en) = (
        t.counter_unit(),
        t.counter_measure(),
        t.counter_word_zh(),
        t.counter_word_en(),
    );
    let (word_zh_help, word_en_help) = (t.counter_word_zh_help(), t.counter_word_en_help());
    let (kind, kind_help) = (t.counter_document_kind(), t.counter_document_kind_help());
    let (since, since_help, submit) = (
        t.counter_since(),
        t.counter_since_help(),
        t.counter_submit(),
    );
    // Needed where pieces are counted; its help says so.
    let word_zh_field = Field {
        is_condition: true,
        ..Field::new("word_zh", &word_zh, &input.word_zh)
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("title_zh", &title_zh, &input.title_zh).required().limit(TITLE_CHARS_MAX).problem(of("title_zh"))))
        (form::text(lang, Field::new("title_en", &title_en, &input.title_en).problem(of("title_en"))))
        (form::text(lang, Field::new("code", &code, &input.code).required().help(&code_help).width(Width::Medium).problem(of("code"))))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &units))
        (form::radios(lang, Field::new("measure", &measure, &input.measure).required(), &measures))
        (form::form_row(html! {
            (form::text(lang, word_zh_field.help(&word_zh_help).width(Width::Short).problem(of("word_zh"))))
            (form::text(lang, Field::new("word_en", &word_en, &input.word_en).help(&word_en_help).width(Width::Medium).problem(of("word_en"))))
        }))
        (form::text(lang, Field::new("document_kind", &kind, &input.document_kind).required().help(&kind_help).width(Width::Medium).problem(of("document_kind"))))
        (form::date(lang, Field::new("since", &since, &input.since).required().help(&since_help).width(Width::Short).problem(of("since"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = t.counter_new();
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.counters(), "/counters")],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/counters",
        draft: "/counters/new",
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
