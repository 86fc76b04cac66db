//! The forms for a report and for its correction.
use super::{
    report::{self, ReportId},
    report_correction::{self, CorrectReportError, Correcting},
    report_files,
    reporting::{self, Outcome, ReportError, Reporting},
    task_page::seen,
};
use crate::{
    nodes::{node::NodeId, plan::Item},
    view::{campaign as head, links, sight::Sight, typed},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::routing::TypedPath;
use files::File;
use kernel::{Actor, EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, FILES_FIELD, Filled, Frame, SentFiles, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/reports")]
pub struct ReportsUrl {
    pub task: NodeId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/task_reports/{report}/correction")]
pub struct CorrectionUrl {
    pub report: ReportId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    achieved: String,
    #[serde(default)]
    evidence: String,
    #[serde(default)]
    completes: bool,
    /// Of a correction only.
    corrects: Option<EntryId>,
    #[serde(default)]
    reason: String,
    /// Takes the report back.
    #[serde(default)]
    withdraw: bool,
}

impl Input {
    fn outcome(&self, t: &Texts) -> Result<Outcome, FieldProblem> {
        Ok(Outcome {
            unit: typed::unit(&self.unit)
                .ok_or_else(|| FieldProblem::new("unit", t.unit_missing()))?,
            day: typed::day(&self.day).ok_or_else(|| FieldProblem::new("day", t.day_missing()))?,
            achieved: self.achieved.clone(),
            evidence: self.evidence.clone(),
            completes: self.completes,
        })
    }
}

/// Where a form is, and what it is called.
struct Place {
    title: String,
    action: String,
    crumbs: Vec<Crumb>,
    units: Vec<Choice>,
}

impl Place {
    fn of(
        lang: Lang,
        actor: &Actor,
        sight: &Sight,
        campaign: &crate::campaigns::campaign::Campaign,
        item: &Item,
    ) -> Place {
        let crumbs = head::crumbs_of_task(lang, campaign, &item.node.title, item.node.id);
        let units = item
            .units()
            .filter(|unit| {
                crate::rights::may(&sight.tree, actor, Right::Record, *unit, sight.today)
            })
            .map(|unit| Choice::new(unit.to_string(), sight.directory.name(unit, lang)));
        Place {
            title: texts(lang).report_new(),
            action: format!("{}/reports", links::task(item.node.id)),
            crumbs,
            units: units.collect(),
        }
    }
}

pub async fn form(
    url: ReportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    let place = Place::of(frame.lang, &actor, &sight, &campaign, &item);
    let input = Input {
        entry: typed::new_entry(),
        unit: place
            .units
            .first()
            .map_or_else(String::new, |unit| unit.value.clone()),
        day: sight.today.to_string(),
        achieved: String::new(),
        evidence: String::new(),
        completes: false,
        corrects: None,
        reason: String::new(),
        withdraw: false,
    };
    let main = view(frame.lang, &place, &input, &[], &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&place.title, main))
}

pub async fn submit(
    url: ReportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Filled { input, files: sent }: Filled<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let result = input
        .outcome(t)
        .and_then(|result| taken(lang, &sent, result));
    let problem = match result {
        Err(problem) => problem,
        Ok(result) => {
            let new = Reporting {
                entry: input.entry,
                task: url.task,
                result,
                files: sent.wanted.clone(),
            };
            match reporting::report(&app.book, &actor, &new).await {
                Ok(_) => return Ok(web::done(&links::task(url.task), &t.report_done())),
                Err(error) => problem(t, error)?,
            }
        }
    };
    let place = Place::of(lang, &actor, &sight, &campaign, &item);
    let kept = files::staged(app.db.reader(), Some(actor.person), &sent.wanted).await?;
    let main = view(lang, &place, &input, &kept, &[problem]);
    Ok(frame.under("plan").again(&place.title, main))
}

/// Goes on with `result` if every file that was sent could be taken.
fn taken<T>(lang: Lang, sent: &SentFiles, result: T) -> Result<T, FieldProblem> {
    match sent.problem(lang) {
        None => Ok(result),
        Some(problem) => Err(FieldProblem::new(FILES_FIELD, problem)),
    }
}

pub async fn correction_form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let report = report::Entity::find_by_id(url.report)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    let (sight, campaign, item) = seen(&app, &actor, report.task).await?;
    let input = Input {
        entry: typed::new_entry(),
        unit: report.unit.to_string(),
        day: report.day.to_string(),
        achieved: report.achieved,
        evidence: report.evidence,
        completes: report.completes,
        corrects: Some(report.head_entry),
        reason: String::new(),
        withdraw: false,
    };
    let place = correction_place(frame.lang, &actor, &sight, &campaign, &item, url.report);
    let kept = files::of(app.db.reader(), &report_files::record(url.report)).await?;
    let main = view(frame.lang, &place, &input, &kept, &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&place.title, main))
}

pub async fn correct(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Filled { input, files: sent }: Filled<Input>,
) -> Result<Response, WebError> {
    let report = report::Entity::find_by_id(url.report)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    let (sight, campaign, item) = seen(&app, &actor, report.task).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let result = if input.withdraw {
        Ok(None)
    } else {
        input
            .outcome(t)
            .and_then(|result| taken(lang, &sent, Some(result)))
    };
    let problem = match result {
        Err(problem) => problem,
        Ok(result) => {
            let new = Correcting {
                entry: input.entry,
                report: url.report,
                corrects: input.corrects.unwrap_or(report.head_entry),
                reason: input.reason.clone(),
                result,
                files: sent.wanted.clone(),
            };
            match report_correction::correct(&app.book, &actor, &new).await {
                Ok(_) => return Ok(web::done(&links::task(report.task), &t.correction_done())),
                Err(CorrectReportError::NoSuchReport) => return Err(WebError::NotFound),
                Err(CorrectReportError::ReasonMissing) => {
                    FieldProblem::new("reason", t.reason_missing())
                }
                Err(CorrectReportError::AlreadyCorrected) => {
                    FieldProblem::new("reason", t.already_corrected())
                }
                Err(CorrectReportError::Report(error)) => problem(t, error)?,
            }
        }
    };
    let place = correction_place(lang, &actor, &sight, &campaign, &item, url.report);
    let (record, owner) = (report_files::record(url.report), Some(actor.person));
    let kept = files::wanted(app.db.reader(), &record, owner, &sent.wanted).await?;
    let main = view(lang, &place, &input, &kept, &[problem]);
    Ok(frame.under("plan").again(&place.title, main))
}

fn correction_place(
    lang: Lang,
    actor: &Actor,
    sight: &Sight,
    campaign: &crate::campaigns::campaign::Campaign,
    item: &Item,
    report: ReportId,
) -> Place {
    Place {
        title: texts(lang).report_correct(),
        action: CorrectionUrl { report }.to_string(),
        ..Place::of(lang, actor, sight, campaign, item)
    }
}

fn problem(t: &Texts, error: ReportError) -> Result<FieldProblem, WebError> {
    Ok(match error {
        ReportError::NoSuchTask => return Err(WebError::NotFound),
        ReportError::Book(source) => return Err(source.into()),
        ReportError::NotItsUnit => FieldProblem::new("unit", t.not_its_unit()),
        ReportError::NotYours => FieldProblem::new("unit", t.record_not_yours()),
        ReportError::AchievedMissing => FieldProblem::new("achieved", t.achieved_missing()),
        ReportError::TooLong => {
            FieldProblem::new("achieved", t.text_long(NOTE_CHARS_MAX.to_string()))
        }
        ReportError::DayToCome => FieldProblem::new("day", t.day_to_come()),
        ReportError::BeforeCampaign(start) => {
            FieldProblem::new("day", t.day_before_campaign(start.to_string()))
        }
    })
}

fn view(
    lang: Lang,
    place: &Place,
    input: &Input,
    kept: &[File],
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (unit, day, achieved, evidence) = (t.report_unit(), t.day(), t.achieved(), t.evidence());
    let (completes, completes_help, evidence_help, reason) = (
        t.report_completes(),
        t.report_completes_help(),
        t.evidence_help(),
        t.reason(),
    );
    let (withdraw, submit) = (
        t.report_withdraw(),
        if input.corrects.is_some() {
            t.correct_submit()
        } else {
            t.report_submit()
        },
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(corrects) = input.corrects { (form::hidden("corrects", &corrects.to_string())) }
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &place.units))
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        (form::text_area(lang, Field::new("achieved", &achieved, &input.achieved).required().limit(NOTE_CHARS_MAX).problem(of("achieved"))))
        (form::text_area(lang, Field::new("evidence", &evidence, &input.evidence).help(&evidence_help).limit(NOTE_CHARS_MAX).problem(of("evidence"))))
        (web::files_field(lang, kept, of(FILES_FIELD)))
        (form::checkbox(lang, Field::new("completes", &completes, "").help(&completes_help), input.completes))
        @if input.corrects.is_some() {
            (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
            (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &place.title,
        crumbs: &place.crumbs,
        ..PageHead::default()
    };
    let frame = form::Form {
        action: &place.action,
        draft: &place.action,
        multipart: true,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
