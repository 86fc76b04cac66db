//! What service days add to the pages that gather from all domains: "mine", the calendar, lists of figures, the portal.
use super::{
    came,
    correcting::CORRECTED,
    day::{self, ServiceDay},
    deciding, declaring,
    list_page::PROJECTS,
    open_page::{SERVICE_DAYS, month_href, next_day},
    project::{self, Project, ProjectId, SUBJECT},
    rule::Month,
    said,
};
use crate::{corrections, desk::Desk, words::texts};
use chrono::{Days as NaturalDays, NaiveDate};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::ops::RangeInclusive;
use web::{
    App, Days, Domain, MarkedDay, PublicItem, PublicPart, PublicWay, SubjectKind, SubjectRow, Todo,
    TodoSource, WebError,
};

/// How long before a service day on a rest day the office is asked about it.
const ASKED_DAYS_BEFORE: u64 = 30;
/// How long after a service day its organisers are asked who came.
const ASKED_DAYS_AFTER: u64 = 92;
/// Projects that the portal names before it leads on.
const SHOWN_MAX: usize = 4;

pub(crate) fn with_service_days(domain: Domain) -> Domain {
    let domain = domain.todos(todos()).days(days());
    let domain = domain.subject(projects()).subject(fixed_days());
    super::telling::job_kinds()
        .into_iter()
        .fold(domain, Domain::job)
}

/// Who came is to be entered; and a day on a rest day is to be decided on.
fn todos() -> TodoSource {
    TodoSource::new(async |app: App, actor: Actor, lang: Lang| {
        let (t, reader) = (texts(lang), app.db.reader());
        let mut todos = Vec::new();
        if actor.has(Right::Record) {
            let desk = Desk::of(&app, &actor).await?;
            let from = desk.today - NaturalDays::new(ASKED_DAYS_AFTER);
            let past = day::Entity::find()
                .filter(day::Column::Day.lte(desk.today))
                .filter(day::Column::Day.gte(from));
            let past = past.all(reader).await?;
            let projects = project::of_days(reader, past.iter().map(|day| day.id)).await?;
            let waits = projects.iter().filter(|project| {
                project.came.is_none()
                    && project.cancelled_on.is_none()
                    && is_mine(&desk, &actor, project)
            });
            todos.extend(waits.filter_map(|project| {
                let day = past.iter().find(|day| day.id == project.service_day)?;
                let is_over = project.starts_at(day) <= app.clock.now();
                is_over.then(|| Todo {
                    title: project.title.clone(),
                    detail: format!("{} {}", day.day, desk.directory.name(project.unit, lang)),
                    due: None,
                    href: format!("{}/came", project.href()),
                    kind: t.todo_service_day_came(),
                })
            }));
        }
        if actor.has(Right::Settings) && actor.has(Right::Record) {
            todos.extend(undecided(&app, lang).await?);
        }
        Ok(todos)
    })
}

/// One's own unit's, or of a unit that one was given by name. Whoever reaches everything is not asked for everybody.
fn is_mine(desk: &Desk, actor: &Actor, project: &Project) -> bool {
    let named = actor.grants.iter().any(|grant| match grant.scope {
        kernel::Scope::All => false,
        kernel::Scope::Unit(unit) => unit == project.unit,
        kernel::Scope::Below(unit) => desk.tree.is_within(project.unit, unit, desk.today),
    });
    (project.unit == actor.unit || named) && desk.may(actor, Right::Record, project.unit)
}

async fn undecided(app: &App, lang: Lang) -> Result<Option<Todo>, WebError> {
    let t = texts(lang);
    let (next, _) = next_day(app).await?;
    let working = orgs::working_days::working_days(app.db.reader()).await?;
    let is_near = next.day <= app.clock.today() + NaturalDays::new(ASKED_DAYS_BEFORE);
    let is_open = next.decided_on.is_none() && !working.is_working_day(next.regular) && is_near;
    Ok(is_open.then(|| Todo {
        title: t.todo_service_day_rest(said::day(t, next.regular)),
        detail: String::new(),
        due: Some(next.day),
        href: format!("/service_projects/days/{}", next.month()),
        kind: t.service_day_decide(),
    }))
}

fn days() -> Days {
    Days::new(
        async |app: App, actor: Actor, lang: Lang, wanted: RangeInclusive<NaiveDate>| {
            if !actor.has(Right::Read) {
                return Ok(Vec::new());
            }
            let (t, reader) = (texts(lang), app.db.reader());
            let mut months = Vec::new();
            // A day can have been moved into the month before or after.
            let margin = NaturalDays::new(deciding::MOVED_DAYS_MAX.unsigned_abs());
            let mut month = Month::of(*wanted.start() - margin);
            while month <= Month::of(*wanted.end() + margin) && months.len() < 36 {
                months.push(month);
                month = month.next();
            }
            let days = day::of_months(reader, months).await?;
            let days: Vec<ServiceDay> = days
                .into_iter()
                .filter(|day| wanted.contains(&day.day))
                .collect();
            let projects = project::of_days(reader, days.iter().map(|day| day.id)).await?;
            let marked = days.into_iter().map(|day| {
                let of_day = projects.iter().filter(|one| one.service_day == day.id);
                MarkedDay {
                    day: day.day,
                    title: t.service_day_marked(of_day.count()),
                    href: month_href(PROJECTS, day.month()),
                }
            });
            Ok(marked.collect())
        },
    )
}

/// Projects are public, so nobody is kept from them.
fn projects() -> SubjectKind {
    SubjectKind::new(
        SUBJECT,
        Bilingual::new("服务日项目", "Service day project"),
        async |app: App, lang: Lang, actor: Actor, ids: Vec<String>| {
            let desk = Desk::of(&app, &actor).await?;
            let reader = app.db.reader();
            let ids = ids.iter().filter_map(|id| id.parse::<ProjectId>().ok());
            let found = project::Entity::find().filter(project::Column::Id.is_in(ids));
            let found = found.all(reader).await?;
            let days = found.iter().map(|project| project.service_day);
            let days = day::Entity::find().filter(day::Column::Id.is_in(days));
            let days = days.all(reader).await?;
            let row = |project: Project| {
                let day = days.iter().find(|day| day.id == project.service_day);
                let day = day.map_or_else(String::new, |day| day.day.to_string());
                SubjectRow {
                    id: project.id.to_string(),
                    detail: format!("{day} {}", desk.directory.name(project.unit, lang)),
                    href: match actor.has(Right::Read) && desk.sees(project.unit) {
                        true => project.href(),
                        false => project.public_href(),
                    },
                    title: project.title,
                    visible: true,
                }
            };
            Ok(found.into_iter().map(row).collect())
        },
    )
    .corrected_at(Right::Record, |entry| match entry.kind.as_str() {
        came::HELD | came::HELD_CORRECTED => {
            Some(format!("/service_projects/{}/came", entry.subject_id))
        }
        _ => corrections::href_of(entry, &[declaring::DECLARED, CORRECTED]),
    })
}

fn fixed_days() -> SubjectKind {
    SubjectKind::new(
        deciding::SUBJECT,
        Bilingual::new("服务日", "Service day"),
        async |app: App, lang: Lang, _: Actor, ids: Vec<String>| {
            let t = texts(lang);
            let ids = ids
                .iter()
                .filter_map(|id| id.parse::<day::ServiceDayId>().ok());
            let found = day::Entity::find().filter(day::Column::Id.is_in(ids));
            let row = |day: ServiceDay| SubjectRow {
                id: day.id.to_string(),
                title: said::day(t, day.day),
                detail: day.reason.clone(),
                href: month_href(SERVICE_DAYS, day.month()),
                visible: true,
            };
            let found = found.all(app.db.reader()).await?;
            Ok(found.into_iter().map(row).collect())
        },
    )
}

/// The next service day, for people without an account.
pub(crate) async fn public_part(app: App, lang: Lang) -> Result<PublicPart, WebError> {
    let t = texts(lang);
    let (next, projects) = next_day(&app).await?;
    let open = projects
        .iter()
        .filter(|project| project.standing(&next, app.clock.now()) == project::Standing::Open);
    let items = open.take(SHOWN_MAX).map(|project| PublicItem {
        title: project.title.clone(),
        detail: format!(
            "{} · {} · {}",
            project.span(),
            project.place,
            t.service_project_free(project.free())
        ),
        href: project.public_href(),
    });
    Ok(PublicPart {
        key: "service-days",
        order: 40,
        title: t.service_days(),
        text: t.portal_service_day_next(said::day(t, next.day)),
        items: items.collect(),
        ways: vec![
            PublicWay::new(t.portal_service_days_all(), SERVICE_DAYS),
            PublicWay::new(t.sign_up_find(), "/service_sign_ups"),
        ],
    })
}
