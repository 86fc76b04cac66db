//! What cases add to the pages that gather from all domains: "mine", the calendar, the search, lists of figures.
use super::{
    case::{PartState, State},
    links,
    list::{self, with_words},
    list_page::leads,
    notices_page,
    raising::SUBJECT,
    said,
    sight::Sight,
    store::{self, CaseId, part},
};
use crate::words::texts;
use chrono::NaiveDate;
use kernel::{Actor, Bilingual, Lang, Right, UnitId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::ops::RangeInclusive;
use ui::Icon;
use web::{
    App, Days, Domain, Hit, MarkedDay, QuickEntry, Search, SubjectKind, SubjectRow, Todo,
    TodoSource,
};

/// Cases under "mine", and hits of a search.
const SHOWN_MAX: u64 = 20;
/// Deadlines in one stretch of the calendar.
const MARKED_MAX: u64 = 500;

pub(crate) fn with_cases(domain: Domain) -> Domain {
    domain
        .subject(subject())
        .tell_us(links::TELL_US)
        .todos(todos())
        .days(days())
        .search(search())
        .quick_entries(quick_entries)
        .job(notices_page::job())
        .derived(super::reindex::INDEX)
}

fn todos() -> TodoSource {
    TodoSource::new(async |app: App, actor: Actor, lang: Lang| {
        if !actor.has(Right::Serve) {
            return Ok(Vec::new());
        }
        let (sight, t) = (Sight::of(&app, &actor).await?, texts(lang));
        let cases = list::cases(app.db.reader(), list::mine(&sight), (0, SHOWN_MAX)).await?;
        let ids = cases.iter().map(|case| case.id);
        let parts = part::Entity::find().filter(part::Column::CaseId.is_in(ids));
        let parts = parts.all(app.db.reader()).await?;
        let todo = |case: store::Case| Todo {
            kind: match case.state() {
                _ if case.more_time.is_some() => t.todo_more_time(),
                _ if case.left_out.as_deref() == Some("asked") => t.todo_left_out(),
                State::Raised => t.todo_desk_raised(),
                State::Accepted => t.todo_desk_accepted(),
                State::Closed if case.recheck_on.is_none() => t.todo_dissatisfied(),
                State::Closed => t.todo_recheck(),
                _ => match waits(&parts, &case, &sight.own) {
                    Waits::Acknowledgement => t.todo_part_waiting(),
                    Waits::Answer => t.todo_part_handling(),
                    Waits::SignOff => t.todo_part_replied(),
                    Waits::End => t.todo_desk_answered(),
                },
            },
            detail: format!("{} {}", case.number, said::kind(lang, case.kind())),
            due: match case.state() {
                State::Closed => case.recheck_on,
                _ => case.due_on,
            },
            href: links::case(case.id),
            title: case.title,
        };
        Ok(cases.into_iter().map(todo).collect())
    })
}

/// What a case with units waits for.
enum Waits {
    Acknowledgement,
    Answer,
    SignOff,
    End,
}

/// The own part first; then what somebody else replied.
fn waits(parts: &[part::Model], case: &store::Case, own: &[UnitId]) -> Waits {
    let of_case = || parts.iter().filter(|part| part.case_id == case.id);
    let is_own =
        |state: PartState| of_case().any(|part| own.contains(&part.unit) && part.state() == state);
    let replied = of_case().any(|part| !part.is_lead && part.state() == PartState::Answered);
    match case.state() {
        _ if is_own(PartState::Waiting) => Waits::Acknowledgement,
        _ if is_own(PartState::Handling) => Waits::Answer,
        _ if replied => Waits::SignOff,
        _ => Waits::End,
    }
}

fn days() -> Days {
    Days::new(
        async |app: App, actor: Actor, _: Lang, days: RangeInclusive<NaiveDate>| {
            if !actor.has(Right::Serve) {
                return Ok(Vec::new());
            }
            let sight = Sight::of(&app, &actor).await?;
            let due = list::mine(&sight);
            let due = Condition::all()
                .add(due)
                .add(store::Column::DueOn.between(*days.start(), *days.end()));
            let cases = list::cases(app.db.reader(), due, (0, MARKED_MAX)).await?;
            let marked = cases.into_iter().filter_map(|case| {
                Some(MarkedDay {
                    day: case.due_on?,
                    href: links::case(case.id),
                    title: case.title,
                })
            });
            Ok(marked.collect())
        },
    )
}

fn search() -> Search {
    Search::new(async |app: App, actor: Actor, lang: Lang, words: String| {
        if !actor.has(Right::Read) {
            return Ok(Vec::new());
        }
        let sight = Sight::of(&app, &actor).await?;
        let backend = app.db.reader().get_database_backend();
        let found = Condition::all()
            .add(sight.among())
            .add(with_words(backend, &words));
        let cases = list::cases(app.db.reader(), found, (0, SHOWN_MAX)).await?;
        let hit = |case: store::Case| Hit {
            detail: format!("{} {}", case.number, said::state(lang, case.state())),
            href: links::case(case.id),
            kind: texts(lang).case(),
            title: case.title,
        };
        Ok(cases.into_iter().map(hit).collect())
    })
}

fn subject() -> SubjectKind {
    SubjectKind::new(
        SUBJECT,
        Bilingual::new("诉求", "Case"),
        async |app: App, lang: Lang, actor: Actor, ids: Vec<String>| {
            let sight = Sight::of(&app, &actor).await?;
            let wanted: Vec<CaseId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
            let among = Condition::all().add(store::Column::Id.is_in(wanted.clone()));
            let reader = app.db.reader();
            let all = store::Entity::find()
                .filter(among.clone())
                .all(reader)
                .await?;
            let seen = among.add(sight.among());
            let seen = store::Entity::find().filter(seen).all(reader).await?;
            let leads = leads(&app, &seen).await?;
            let row = |case: &store::Case| {
                if !(actor.has(Right::Read) && seen.iter().any(|one| one.id == case.id)) {
                    return SubjectRow::masked(case.id.to_string());
                }
                let holder = leads.get(&case.id).copied().unwrap_or(case.desk);
                SubjectRow {
                    id: case.id.to_string(),
                    title: case.title.clone(),
                    detail: format!("{} {}", case.number, sight.directory.name(holder, lang)),
                    href: links::case(case.id),
                    visible: true,
                }
            };
            Ok(all.iter().map(row).collect())
        },
    )
}

fn quick_entries(lang: Lang, actor: &Actor) -> Vec<QuickEntry> {
    if !actor.has(Right::Serve) {
        return Vec::new();
    }
    vec![QuickEntry {
        label: texts(lang).case_new(),
        href: links::NEW.to_owned(),
        icon: Icon::Add,
    }]
}
