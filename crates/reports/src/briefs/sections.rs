//! Sections that units send in: the clerk asks and takes over, the unit writes in a form of its own.
mod asking_page;
mod deciding;
mod unit_page;

use super::{
    brief::{self, BriefId},
    frozen_parts::FrozenSource,
    markup,
    section::{self, Model, State},
};
use crate::{
    entries::{moment, names},
    words,
};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use ui::{
    Act, Button, Tone,
    form::{Choice, Field},
};
use web::{App, Pages, SubjectRow, Todo, WebError};

pub fn pages() -> Pages {
    asking_page::pages()
        .and(deciding::pages())
        .and(unit_page::pages())
}

/// What was taken over into a brief, as it was sent.
pub async fn sources(
    connection: &impl ConnectionTrait,
    brief: BriefId,
) -> Result<Vec<FrozenSource>, DbErr> {
    let mut sections = section::of_brief(connection, brief).await?;
    sections.retain(|section| section.state == State::Taken);
    let names = names(connection, sections.iter().filter_map(|one| one.sent_by)).await?;
    let source = |section: Model| FrozenSource {
        unit: section.unit_id,
        sent_by: section
            .sent_by
            .and_then(|person| names.get(&person).cloned())
            .unwrap_or_default(),
        sent_on: section.sent_at.map(moment).unwrap_or_default(),
        asked: section.asked,
        body: section.body,
    };
    Ok(sections.into_iter().map(source).collect())
}

fn light(lang: Lang, section: &Model, today: chrono::NaiveDate) -> Markup {
    let t = words::texts(lang);
    match section.state {
        State::Asked if section.due < today => ui::status_light(Tone::Bad, &t.section_overdue()),
        State::Asked => ui::status_light(Tone::Idle, &t.section_asked()),
        State::Sent => ui::status_light(Tone::Attention, &t.section_sent()),
        State::Returned => ui::status_light(Tone::Info, &t.section_returned()),
        State::Taken => ui::status_light(Tone::Good, &t.section_taken()),
        State::Withdrawn => ui::status_light(Tone::Idle, &t.section_withdrawn()),
    }
}

/// What was asked for and what came in, beside the draft.
pub async fn beside_draft(
    app: &App,
    lang: Lang,
    brief: &brief::Model,
    directory: &Directory,
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let sections = section::of_brief(reader, brief.id).await?;
    let places = places(lang, &brief.body);
    let names = names(reader, sections.iter().filter_map(|one| one.sent_by)).await?;
    let today = app.clock.today();
    let ask = format!("{}/sections", super::draft_page::url(brief.id));
    let body = html! {
        @if sections.is_empty() { p class="none" { (t.sections_none()) } }
        @for section in &sections {
            article class="section-in" {
                div class="section-in-head" {
                    strong { (directory.name(section.unit_id, lang)) }
                    (light(lang, section, today))
                    span class="hint" { (t.section_due(section.due.to_string())) }
                }
                p { (section.asked) }
                @if section.state == State::Returned { p class="hint" { (t.section_remark(section.remark.as_str())) } }
                @if matches!(section.state, State::Sent | State::Taken) {
                    @let who = section.sent_by.and_then(|who| names.get(&who).cloned()).unwrap_or_default();
                    details open[section.state == State::Sent] {
                        summary { (t.section_source(who, section.sent_at.map(moment).unwrap_or_default())) }
                        pre class="sheet-theirs" { (section.body) }
                    }
                }
                (acts(lang, section, &places))
            }
        }
    };
    let act = ui::link_button(&t.section_ask(), &ask, Act::Quiet, None);
    Ok(ui::section("sections", &t.sections_heading(), act, body))
}

/// Where a section may be put: below one of the headings, each indented by its depth, or at the end.
fn places(lang: Lang, body: &str) -> Vec<Choice> {
    let t = words::texts(lang);
    let headings = markup::headings(body);
    let below = headings.iter().map(|heading| {
        let indent = "\u{3000}".repeat(heading.depth - 1);
        let label = format!("{indent}{}", t.section_below(heading.text.as_str()));
        Choice::new(section::place::name(heading), label)
    });
    std::iter::once(Choice::new("", t.section_at_end()))
        .chain(below)
        .collect()
}

fn acts(lang: Lang, section: &Model, places: &[Choice]) -> Markup {
    let t = words::texts(lang);
    let path = |act: &str| format!("/brief_sections/{}/{act}", section.id);
    let entry = || uuid::Uuid::now_v7().to_string();
    let remark_id = format!("remark-{}", section.id);
    let below_id = format!("below-{}", section.id);
    let one = |action: String, label: &str, act: Act| {
        html! {
            form method="post" action=(action) class="section-in-act" {
                (ui::form::hidden("entry", &entry()))
                (ui::button(Button { label, act, ..Button::default() }))
            }
        }
    };
    html! {
        div class="acts" {
            @if section.state == State::Sent {
                form method="post" action=(path("taking_over")) class="section-in-act" {
                    (ui::form::hidden("entry", &entry()))
                    @if 1 < places.len() {
                        (ui::form::select(lang, Field { id: &below_id, ..Field::new("below", &t.section_place(), "").condition() }, places))
                    }
                    (ui::button(Button { label: &t.section_take(), ..Button::default() }))
                }
            }
            @if matches!(section.state, State::Asked | State::Returned) { (one(path("withdrawal"), &t.section_withdraw(), Act::Quiet)) }
        }
        @if matches!(section.state, State::Sent | State::Taken) {
            details {
                summary { (t.section_return()) }
                form method="post" action=(path("return")) class="form" {
                    (ui::form::hidden("entry", &entry()))
                    (ui::form::text(lang, Field { id: &remark_id, ..Field::new("remark", &t.section_return_remark(), "").required() }))
                    (ui::button(Button { label: &t.section_return(), ..Button::default() }))
                }
            }
        }
    }
}

/// What waits for this person: sections to write for their unit, sections that came in.
pub async fn todos(app: App, actor: Actor, lang: Lang) -> Result<Vec<Todo>, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let open = section::Entity::find()
        .filter(section::Column::State.is_in([State::Asked, State::Returned, State::Sent]))
        .all(reader)
        .await?;
    let mut todos = Vec::new();
    for section in open {
        // The unit's own people, not everybody whose rights reach it.
        let is_own = section.is_open() && actor.unit == section.unit_id;
        if is_own && section::may_record(&app.book, reader, &actor, section.unit_id).await? {
            todos.push(Todo {
                title: section.asked.clone(),
                detail: if section.state == State::Returned {
                    t.section_remark(section.remark.as_str())
                } else {
                    String::new()
                },
                due: Some(section.due),
                href: unit_page::url(section.id),
                kind: t.section_to_write(),
            });
        } else if section.state == State::Sent && section.asked_by == actor.person {
            todos.push(Todo {
                title: section.asked.clone(),
                detail: String::new(),
                due: None,
                href: format!("{}#sections", super::draft_page::url(section.brief_id)),
                kind: t.section_to_take(),
            });
        }
    }
    Ok(todos)
}

/// Sections as rows of lists of acts.
pub async fn rows(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let reader = app.db.reader();
    let wanted: Vec<section::SectionId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let select = section::Entity::find().filter(section::Column::Id.is_in(wanted));
    let directory = Directory::load(reader).await?;
    let mut rows = Vec::new();
    for section in select.all(reader).await? {
        rows.push(
            match section::may_record(&app.book, reader, &actor, section.unit_id).await? {
                true => SubjectRow {
                    title: section.asked.clone(),
                    detail: directory.name(section.unit_id, lang).to_owned(),
                    href: unit_page::url(section.id),
                    visible: true,
                    id: section.id.to_string(),
                },
                false => SubjectRow::masked(section.id.to_string()),
            },
        );
    }
    Ok(rows)
}
