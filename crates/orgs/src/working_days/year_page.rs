//! A year's working days, month by month, and the days that are not what their weekday says.
use super::{
    changing::{Input, WorkingDaysUrl},
    day, working_days,
};
use crate::words::{Texts, texts};
use axum::extract::{Query, State};
use calendar::{DayKind, Holiday, WorkingDays};
use chrono::{Datelike, NaiveDate, Weekday};
use kernel::{EntryId, Lang, Right};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    Act, BigNumber, Button, Column, PageHead, PageKind, Row, Table,
    form::{Choice, Field, FieldProblem, Form as UiForm},
};
use web::{Access, App, Frame, Pages, WebError};

pub(super) fn pages() -> Pages {
    Pages::default().get(Access::SignedIn, page)
}

#[derive(Deserialize)]
struct Asked {
    year: Option<i32>,
}

pub(super) fn href(day: NaiveDate) -> String {
    format!("/working-days?year={}", day.year())
}

async fn page(
    _: WorkingDaysUrl,
    frame: Frame,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let today = app.clock.today();
    let year = asked
        .year
        .and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1))
        .unwrap_or(today);
    let input = Input {
        entry: EntryId(uuid::Uuid::now_v7()),
        day: String::new(),
        worked: String::new(),
        reason: String::new(),
    };
    let main = view(&app, &frame, year, &input, &[]).await?;
    let title = texts(frame.lang).working_days_title();
    Ok(frame.kind(PageKind::List).page(&title, main))
}

pub(super) async fn view(
    app: &App,
    frame: &Frame,
    year: NaiveDate,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let (lang, t, year) = (frame.lang, texts(frame.lang), year.year());
    let days = working_days(app.db.reader()).await?;
    let changed = day::Entity::find().all(app.db.reader()).await?;
    let changed: HashMap<NaiveDate, String> = changed
        .into_iter()
        .map(|change| (change.day, change.reason))
        .collect();
    let may_change = frame
        .actor
        .as_ref()
        .is_some_and(|actor| actor.has(Right::Settings));
    let is_known = days.is_known(year);
    let title = t.working_days_of(year.to_string());
    let sub = if is_known {
        t.working_days_sum(days.count_year(year))
    } else {
        t.working_days_unknown(days.count_year(year))
    };
    Ok(html! {
        (ui::page_head(lang, PageHead {
            title: &title,
            sub: Some(html! { (sub) }),
            acts: Some(html! {
                (ui::link_button(&(year - 1).to_string(), &format!("/working-days?year={}", year - 1), Act::Plain, None))
                (ui::link_button(&(year + 1).to_string(), &format!("/working-days?year={}", year + 1), Act::Plain, None))
            }),
            ..PageHead::default()
        }))
        (ui::section("months", &t.working_days_months(), html! {}, months(t, &days, year)))
        (ui::section("exceptions", &t.working_days_exceptions(), html! {}, exceptions(lang, t, &days, year, &changed)))
        @if may_change {
            (ui::section("change", &t.working_days_change(), html! {}, form(lang, t, input, problems)))
        }
    })
}

fn months(t: &Texts, days: &WorkingDays, year: i32) -> Markup {
    let months: Vec<Markup> = (1..=12)
        .filter_map(|month| days.month(year, month))
        .map(|month| {
            ui::big_number(BigNumber {
                label: &format!("{}-{:02}", month.year, month.month),
                text: &month.working_days.to_string(),
                unit: &t.working_days_unit(),
                ..BigNumber::default()
            })
        })
        .collect();
    ui::numbers_row(&months)
}

fn exceptions(
    lang: Lang,
    t: &Texts,
    days: &WorkingDays,
    year: i32,
    changed: &HashMap<NaiveDate, String>,
) -> Markup {
    let rows = days.exceptions(year).map(|(day, kind)| {
        let source = match changed.get(&day) {
            Some(reason) => t.working_days_changed_here(reason),
            None => t.working_days_published(),
        };
        Row::new(vec![
            html! { (day.to_string()) },
            html! { (weekday(t, day.weekday())) },
            html! { (said(t, kind)) },
            html! { (source) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.working_days_exceptions(),
            columns: vec![
                Column::title(t.working_days_day()),
                Column::text(t.working_days_weekday()),
                Column::text(t.working_days_kind()),
                Column::text(t.working_days_source()).wide(),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

fn form(lang: Lang, t: &Texts, input: &Input, problems: &[FieldProblem]) -> Markup {
    let of = |field| FieldProblem::of(problems, field);
    let (day, worked, reason, save) = (
        t.working_days_day(),
        t.working_days_worked(),
        t.working_days_reason(),
        t.working_days_save(),
    );
    let choices = [
        Choice::new("yes", t.working_days_is_worked()),
        Choice::new("no", t.working_days_is_rest()),
    ];
    let help = t.working_days_reason_help();
    ui::form::form(
        lang,
        UiForm {
            action: "/working-days",
            problems,
            ..UiForm::default()
        },
        html! {
            (ui::form::hidden("entry", &input.entry.to_string()))
            (ui::form::date(lang, Field::new("day", &day, &input.day).required().problem(of("day"))))
            (ui::form::radios(lang, Field::new("worked", &worked, &input.worked).required().problem(of("worked")), &choices))
            (ui::form::text(lang, Field::new("reason", &reason, &input.reason).required().help(&help).problem(of("reason"))))
            (ui::acts(html! { (ui::button(Button { label: &save, act: Act::Primary, ..Button::default() })) }))
        },
    )
}

fn said(t: &Texts, kind: DayKind) -> String {
    match kind {
        DayKind::Work => t.day_work(),
        DayKind::MakeUp => t.day_make_up(),
        DayKind::Weekend => t.day_weekend(),
        DayKind::Holiday(holiday) => match holiday {
            Holiday::NewYear => t.holiday_new_year(),
            Holiday::SpringFestival => t.holiday_spring_festival(),
            Holiday::TombSweeping => t.holiday_tomb_sweeping(),
            Holiday::Labour => t.holiday_labour(),
            Holiday::DragonBoat => t.holiday_dragon_boat(),
            Holiday::MidAutumn => t.holiday_mid_autumn(),
            Holiday::National => t.holiday_national(),
            Holiday::Other => t.holiday_other(),
        },
    }
}

fn weekday(t: &Texts, weekday: Weekday) -> String {
    match weekday {
        Weekday::Mon => t.monday(),
        Weekday::Tue => t.tuesday(),
        Weekday::Wed => t.wednesday(),
        Weekday::Thu => t.thursday(),
        Weekday::Fri => t.friday(),
        Weekday::Sat => t.saturday(),
        Weekday::Sun => t.sunday(),
    }
}
