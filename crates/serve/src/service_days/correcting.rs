//! Correcting what was entered of a project, also once it was held. Who came is corrected where it was entered.
use super::{
    day,
    declaring::{DECLARED, DeclareError, Said, check, details, reaches},
    project::{self, ProjectId, SUBJECT},
    telling,
};
use crate::corrections::{self, Changes, Correcting, Part};
use db::Keys;
use kernel::Actor;
use ledger::{Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

pub const CORRECTED: &str = "serve.service_project.corrected";

/// Corrects a project: never to fewer people than have signed up. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: &Said,
) -> Result<Appended, DeclareError> {
    let reader = book.db().reader();
    let first = corrections::first(reader, new.corrects, DECLARED).await?;
    let id: ProjectId = match first.subject_id.parse() {
        Ok(id) => id,
        Err(_) => return Err(DeclareError::NoSuchProject),
    };
    let project = project::find(reader, id).await?;
    let project = project.ok_or(DeclareError::NoSuchProject)?;
    if !reaches(book, actor, project.unit).await? {
        return Err(DeclareError::NotYours);
    }
    check(right)?;
    let tx = book.db().begin().await?;
    let now = project::hold(&tx, id).await?;
    let now = now.ok_or(DeclareError::NoSuchProject)?;
    let changes = Changes::of(id.0)
        .part(Part::ProjectTitle, &now.title, &right.title)
        .part(Part::ProjectPlace, &now.place, &right.place)
        .part(
            Part::ProjectStarts,
            project::clock(now.starts),
            project::clock(right.starts),
        )
        .part(
            Part::ProjectEnds,
            project::clock(now.ends),
            project::clock(right.ends),
        )
        .part(Part::ProjectWanted, now.wanted, right.wanted)
        .part(Part::ProjectBring, &now.bring, &right.bring)
        .part(Part::ProjectAbout, &now.about, &right.about);
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(new.entry, CORRECTED, subject, now.unit, first.happened_on)
        .with_details(details(right));
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        if now.cancelled_on.is_some() {
            return Err(DeclareError::Over);
        }
        if right.wanted < now.signed {
            return Err(DeclareError::FewerThanSigned(now.signed));
        }
        let mut row = now.clone().into_active_model();
        row.title = Set(right.title.trim().to_owned());
        row.place = Set(right.place.trim().to_owned());
        row.starts = Set(right.starts);
        row.ends = Set(right.ends);
        row.wanted = Set(right.wanted);
        row.bring = Set(right.bring.trim().to_owned());
        row.about = Set(right.about.trim().to_owned());
        let changed = row.update(&tx).await?;
        if now.starts != changed.starts
            && let Some(day) = day::find(&tx, changed.service_day).await?
        {
            telling::remind(&tx, &changed, &day, book.clock().now()).await?;
        }
    }
    tx.commit().await?;
    Ok(written)
}
