//! The forms by which the office fixes a month's day, and the rule for the months to come.
use super::{
    day::{self, ServiceDay},
    deciding::{
        DecideError, Deciding, MOVED_DAYS_MAX, RuleChange, RuleError, change_rule, decide, history,
    },
    list_page::PROJECTS,
    open_page::month_href,
    project,
    rule::{self, MONTH_DAY_MAX, Month, OnRest},
    said,
};
use crate::{
    desk::new_entry,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, PageHead, PageKind, Row, Table,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/days/{month}")]
pub struct DayUrl {
    pub month: Month,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/rule")]
pub struct RuleUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Decision {
    entry: EntryId,
    #[serde(default)]
    day: String,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct NewRule {
    entry: EntryId,
    #[serde(default)]
    from: String,
    #[serde(default)]
    month_day: String,
    #[serde(default)]
    on_rest: String,
}

pub async fn form(url: DayUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let day = day::of_month(app.db.reader(), url.month).await?;
    let input = Decision {
        entry: new_entry(),
        day: day.day.to_string(),
        reason: String::new(),
    };
    let main = decision_view(&app, frame.lang, &day, &input, &[]).await?;
    let title = texts(frame.lang).service_day_decide();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: DayUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Decision>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problem = match input.day.trim().parse() {
        Err(_) => FieldProblem::new("day", t.session_day_missing()),
        Ok(day) => {
            let new = Deciding {
                entry: input.entry,
                month: url.month,
                day,
                reason: input.reason.clone(),
            };
            match decide(&app.book, &actor, &new).await {
                Ok(()) => {
                    let to = month_href(PROJECTS, url.month);
                    return Ok(web::done(&to, &t.service_day_decided(said::day(t, day))));
                }
                Err(error) => decision_problem(t, error)?,
            }
        }
    };
    let day = day::of_month(app.db.reader(), url.month).await?;
    let main = decision_view(&app, lang, &day, &input, &[problem]).await?;
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_day_decide(), main))
}

fn decision_problem(t: &Texts, error: DecideError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        DecideError::NotYours => return Err(WebError::NotFound),
        DecideError::Book(source) => return Err(source.into()),
        DecideError::Reason => (
            "reason",
            t.service_project_reason_wrong(NOTE_CHARS_MAX.to_string()),
        ),
        DecideError::TooFar(regular) => (
            "day",
            t.service_day_too_far(regular.to_string(), MOVED_DAYS_MAX),
        ),
        DecideError::Past => ("day", t.service_day_past()),
        DecideError::Over(day) => ("day", t.service_day_over(day.to_string())),
    };
    Ok(FieldProblem::new(field, message))
}

async fn decision_view(
    app: &App,
    lang: Lang,
    day: &ServiceDay,
    input: &Decision,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let (t, reader) = (texts(lang), app.db.reader());
    let of = |field| FieldProblem::of(problems, field);
    let working = orgs::working_days::working_days(reader).await?;
    let projects = project::of_days(reader, [day.id]).await?;
    let signed: i64 = projects.iter().map(|project| project.signed).sum();
    let kind = match working.is_working_day(day.regular) {
        true => t.service_day_is_working(said::day(t, day.regular)),
        false => t.service_day_is_rest(
            said::day(t, day.regular),
            said::day(t, working.on_or_before(day.regular)),
            said::day(t, working.on_or_after(day.regular)),
        ),
    };
    let (label, reason, reason_help, verb) = (
        t.service_day(),
        t.service_day_reason(),
        t.service_day_reason_help(),
        t.service_day_decide(),
    );
    let told = t.service_day_told(signed);
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::date(lang, Field::new("day", &label, &input.day).required().help(&told).width(Width::Short).problem(of("day"))))
        (form::text(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).problem(of("reason"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let action = format!("/service_projects/days/{}", day.month());
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &verb,
        sub: Some(html! { p { (kind) } }),
        crumbs: &[Crumb::new(
            t.service_days(),
            month_href(PROJECTS, day.month()),
        )],
        ..PageHead::default()
    };
    let entries = history(reader, day.id).await?;
    let decisions = crate::desk::timeline(app, lang, entries, |entry| {
        let details = entry.details.as_ref()?;
        let text = |key: &str| details.get(key).and_then(serde_json::Value::as_str);
        Some(format!("{} → {}", text("from")?, text("to")?))
    });
    Ok(html! {
        (ui::page_head(lang, head))
        (form::form(lang, frame, body))
        (ui::section("history", &t.history(), html! {}, decisions.await?))
    })
}

pub async fn rule_form(
    _: RuleUrl,
    State(app): State<App>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let next = Month::of(app.clock.today()).next();
    let rules = rule::all(app.db.reader()).await?;
    let now = rule::of_month(&rules, next);
    let input = NewRule {
        entry: new_entry(),
        from: next.to_string(),
        month_day: now.month_day.to_string(),
        on_rest: now.on_rest.code().to_owned(),
    };
    let main = rule_view(frame.lang, &rules, &input, &[]);
    let title = texts(frame.lang).service_day_rule();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit_rule(
    _: RuleUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<NewRule>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let month_day = project::whole(&input.month_day);
    let on_rest = OnRest::from_code(input.on_rest.trim());
    let problem = match (input.from.trim().parse(), month_day, on_rest) {
        (Err(_), ..) => FieldProblem::new("from", t.service_day_from_wrong()),
        (_, None, _) => FieldProblem::new(
            "month_day",
            t.service_day_month_day_wrong(MONTH_DAY_MAX.to_string()),
        ),
        (.., None) => FieldProblem::new("on_rest", t.service_day_on_rest_missing()),
        (Ok(from), Some(month_day), Some(on_rest)) => {
            let new = RuleChange {
                entry: input.entry,
                from,
                month_day,
                on_rest,
            };
            match change_rule(&app.book, &actor, &new).await {
                Ok(()) => {
                    return Ok(web::done(
                        "/service_projects/rule",
                        &t.service_day_rule_done(),
                    ));
                }
                Err(RuleError::NotYours) => return Err(WebError::NotFound),
                Err(RuleError::Book(source)) => return Err(source.into()),
                Err(RuleError::MonthDay) => FieldProblem::new(
                    "month_day",
                    t.service_day_month_day_wrong(MONTH_DAY_MAX.to_string()),
                ),
                Err(RuleError::Past) => FieldProblem::new("from", t.service_day_from_wrong()),
            }
        }
    };
    let rules = rule::all(app.db.reader()).await?;
    let main = rule_view(lang, &rules, &input, &[problem]);
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_day_rule(), main))
}

fn on_rest(t: &Texts, on_rest: OnRest) -> String {
    match on_rest {
        OnRest::Stay => t.service_day_stays(),
        OnRest::Before => t.service_day_before(),
        OnRest::After => t.service_day_after(),
    }
}

fn rule_view(
    lang: Lang,
    rules: &[rule::Model],
    input: &NewRule,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let rows = rules.iter().map(|row| {
        let rule = row.rule();
        Row::new(vec![
            html! { (Month::of(row.from_month)) },
            html! { (rule.month_day) },
            html! { (on_rest(t, rule.on_rest)) },
        ])
    });
    let title = t.service_day_rule();
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.service_day_rule_from()),
            Column::number(t.service_day_month_day()),
            Column::text(t.service_day_on_rest()).wide(),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let choices: Vec<Choice> = OnRest::ALL
        .iter()
        .map(|one| Choice::new(one.code(), on_rest(t, *one)))
        .collect();
    let (from, from_help) = (t.service_day_rule_from(), t.service_day_rule_from_help());
    let (month_day, rest, verb) = (
        t.service_day_month_day(),
        t.service_day_on_rest(),
        t.service_project_save(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("from", &from, &input.from).required().help(&from_help).width(Width::Short).problem(of("from"))))
        (form::number(lang, Field::new("month_day", &month_day, &input.month_day).required().width(Width::Short).problem(of("month_day"))))
        (form::radios(lang, Field::new("on_rest", &rest, &input.on_rest).required().problem(of("on_rest")), &choices))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: "/service_projects/rule",
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.service_day_rule_sub()) } }),
        crumbs: &[Crumb::new(t.service_days(), PROJECTS)],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        (ui::section("change", &t.service_day_rule_change(), html! {}, form::form(lang, frame, body)))
    }
}
