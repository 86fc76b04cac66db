//! How bookings and counters show wherever a figure lists what it counted.
use super::{booking, counter, declaring, list_page, recording};
use crate::desk::Desk;
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    let (one, other) = ("部门成果", "部门成果指标");
    vec![
        SubjectKind::new(
            recording::SUBJECT,
            Bilingual::new(one, "Department result"),
            bookings,
        )
        .corrected_at(Right::Record, |entry| {
            Some(format!("/bookings/{}/correction", entry.subject_id))
        }),
        SubjectKind::new(
            declaring::SUBJECT,
            Bilingual::new(other, "Counter"),
            counters,
        ),
    ]
}

async fn bookings(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let reader = app.db.reader();
    let ids = ids
        .iter()
        .filter_map(|id| id.parse::<booking::BookingId>().ok());
    let select = booking::Entity::find().filter(booking::Column::Id.is_in(ids));
    let counters = counter::all(reader).await?;
    let counters: HashMap<&str, _> = counters
        .iter()
        .map(|one| (one.code.as_str(), one))
        .collect();
    let row = |booking: booking::Model| {
        let counter = counters.get(booking.counter.as_str())?;
        Some(match actor.has(Right::Read) && desk.sees(counter.unit) {
            true => SubjectRow {
                id: booking.id.to_string(),
                title: format!("{} {}", booking.day, counter.write(booking.quantity, lang)),
                detail: booking.document,
                href: list_page::href(&counter.code),
                visible: true,
            },
            false => SubjectRow::masked(booking.id.to_string()),
        })
    };
    Ok(select
        .all(reader)
        .await?
        .into_iter()
        .filter_map(row)
        .collect())
}

async fn counters(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let select = counter::Entity::find().filter(counter::Column::Code.is_in(ids));
    let row = |counter: counter::Model| match actor.has(Right::Read) && desk.sees(counter.unit) {
        true => SubjectRow {
            title: counter.title(lang).to_owned(),
            detail: desk.directory.name(counter.unit, lang).to_owned(),
            href: list_page::href(&counter.code),
            visible: true,
            id: counter.code,
        },
        false => SubjectRow::masked(counter.code),
    };
    let found = select.all(app.db.reader()).await?;
    Ok(found.into_iter().map(row).collect())
}
