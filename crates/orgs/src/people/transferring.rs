//! Somebody goes to another unit from a day on, or leaves the organisation. `/people/{person}/transfer`
use super::{PersonUrl, memberships, sees, transfer_form};
use crate::{
    Directory, MEMBER,
    access::{log_in, unit_typed},
    membership, person,
    units::Sight,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, PersonId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, append, entry, tree::Place};
use maud::Markup;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};
use serde::Deserialize;
use serde_json::json;
use ui::{PageKind, form::FieldProblem};
use uuid::Uuid;
use web::{App, Frame, WebError, done};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/people/{person}/transfer")]
pub struct TransferUrl {
    pub person: PersonId,
}

/// From a day on a membership ends, and another one begins if they go to another unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    pub entry: EntryId,
    pub person: PersonId,
    /// The unit that they leave.
    pub leaves: UnitId,
    /// Where they go; `None`: out of the organisation.
    pub to: Option<UnitId>,
    pub from: NaiveDate,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    #[error("there is no such person in reach")]
    NoSuchPerson,
    #[error("a transfer needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("the day has not come")]
    Future,
    #[error("they came to this unit on {0}")]
    TooEarly(NaiveDate),
    #[error("this membership has ended")]
    Ended,
    #[error("they belong to this unit")]
    Same,
    #[error("they belong to the new unit already")]
    Twice,
    #[error("the new unit is in nobody's reach here")]
    OutOfReach,
    #[error("the new unit does not stand from that day on")]
    NotThen,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<sea_orm::DbErr> for TransferError {
    fn from(error: sea_orm::DbErr) -> TransferError {
        TransferError::Book(error.into())
    }
}

/// Transfers somebody. Safe to repeat.
pub async fn transfer(
    book: &Book,
    actor: &Actor,
    transfer: &Transfer,
) -> Result<Appended, TransferError> {
    use membership::Column;
    let reason = transfer.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(TransferError::Reason);
    }
    let (person, from, today) = (transfer.person, transfer.from, book.clock().today());
    let tx = book.db().begin().await?;
    let asked = json!({ "unit": [transfer.leaves, transfer.to], "asked": person });
    let kind = match transfer.to {
        Some(_) => "orgs.person.changed",
        None => "orgs.person.left",
    };
    let at = transfer.to.unwrap_or(transfer.leaves);
    let subject = Subject::new("orgs.person", person);
    let act = NewEntry::new(transfer.entry, kind, subject, at, from)
        .because(reason)
        .with_details(asked.clone());
    if let Some(before) = entry::by_id(&tx, transfer.entry).await? {
        let is_same = before.details == Some(asked) && before.happened_on == from;
        return if is_same && before.actor == actor.person {
            Ok(Appended::AlreadyThere { seq: before.seq })
        } else {
            Err(AppendError::IdReused.into())
        };
    }
    if today < from {
        return Err(TransferError::Future);
    }
    let tree = book.tree(&tx).await?;
    let reach = actor.reach(Right::Roster);
    let reaches = |unit: UnitId| {
        let home = tree.home(unit, today);
        home.iter().any(|above| tree.reaches(&reach, *above, today))
    };
    let open = membership::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::UnitId.eq(transfer.leaves))
        .filter(Column::ToDay.is_null())
        .one(&tx)
        .await?;
    if !reaches(transfer.leaves) {
        return Err(TransferError::NoSuchPerson);
    }
    let old = open.ok_or(TransferError::Ended)?;
    if from <= old.from_day {
        return Err(TransferError::TooEarly(old.from_day));
    }
    if let Some(to) = transfer.to {
        if to == transfer.leaves {
            return Err(TransferError::Same);
        }
        if !reaches(to) {
            return Err(TransferError::OutOfReach);
        }
        let closes = tree
            .turns(to)
            .into_iter()
            .any(|(day, place)| from < day && place == Place::Closed);
        if closes || matches!(tree.place(to, from), None | Some(Place::Closed)) {
            return Err(TransferError::NotThen);
        }
        let still = Condition::any()
            .add(Column::ToDay.is_null())
            .add(Column::ToDay.gt(from));
        let there = membership::Entity::find()
            .filter(Column::PersonId.eq(person))
            .filter(Column::UnitId.eq(to))
            .filter(still)
            .count(&tx)
            .await?;
        if 0 < there {
            return Err(TransferError::Twice);
        }
    }
    let mut act = act;
    if old.is_member {
        act = act.post_at(MEMBER, transfer.leaves, from, -1);
        if transfer.to.is_some() {
            act = act.post(MEMBER, 1);
        }
    }
    // Of two who transfer the same person at once, one comes too late.
    let ended = membership::Entity::update_many()
        .col_expr(Column::ToDay, Expr::value(from))
        .filter(Column::Id.eq(old.id))
        .filter(Column::ToDay.is_null())
        .exec(&tx)
        .await?;
    if ended.rows_affected == 0 {
        return Err(TransferError::Ended);
    }
    if let Some(to) = transfer.to {
        let new = membership::ActiveModel {
            id: NotSet,
            unit_id: Set(to),
            from_day: Set(from),
            // A post is held in a unit; it does not go along.
            post: Set(String::new()),
            ..old.clone().into_active_model().reset_all()
        };
        membership::Entity::insert(new)
            .exec_without_returning(&tx)
            .await?;
        log_in::Entity::update_many()
            .col_expr(log_in::Column::UnitId, Expr::value(to))
            .filter(log_in::Column::PersonId.eq(person))
            .filter(log_in::Column::UnitId.eq(transfer.leaves))
            .exec(&tx)
            .await?;
    }
    let appended = append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    pub entry: EntryId,
    #[serde(default)]
    pub leaves: String,
    #[serde(default)]
    pub goes: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub reason: String,
}

impl Input {
    fn read(
        &self,
        lang: Lang,
        t: &Texts,
        person: PersonId,
        directory: &Directory,
    ) -> Result<Transfer, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let from: Option<NaiveDate> = self.from.trim().parse().ok();
        if from.is_none() {
            problems.push(FieldProblem::new("from", t.change_day_wrong()));
        }
        let leaves: Option<UnitId> = self.leaves.parse().ok();
        let to = match self.goes.as_str() {
            "unit" => match unit_typed(lang, directory, &self.to) {
                Ok(to) => Some(to),
                Err(sentence) => {
                    problems.push(FieldProblem::new("to", sentence));
                    None
                }
            },
            "out" => None,
            _ => {
                problems.push(FieldProblem::new("goes", t.person_transfer_where_missing()));
                None
            }
        };
        match (from, leaves, problems.is_empty()) {
            (Some(from), Some(leaves), true) => Ok(Transfer {
                entry: self.entry,
                person,
                leaves,
                to,
                from,
                reason: self.reason.clone(),
            }),
            (_, None, true) => Err(vec![FieldProblem::new("leaves", t.person_transfer_ended())]),
            _ => Err(problems),
        }
    }
}

/// The person, for whoever keeps the roster of their unit, and where they belong now.
pub(super) async fn seen(
    app: &App,
    actor: &Actor,
    id: PersonId,
) -> Result<(person::Model, Vec<membership::Model>), WebError> {
    let found = person::Entity::find_by_id(id).one(app.db.reader()).await?;
    let person = found.ok_or(WebError::NotFound)?;
    let sight = Sight::of(app, actor, Right::Roster).await?;
    let mut of = memberships(app, vec![id]).await?;
    let mut memberships = of.remove(&id).unwrap_or_default();
    if !sees(&sight, &memberships) {
        return Err(WebError::NotFound);
    }
    memberships.retain(|membership| membership.to_day.is_none());
    Ok((person, memberships))
}

pub(super) async fn form(
    url: TransferUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (person, memberships) = seen(&app, &actor, url.person).await?;
    let first = memberships
        .first()
        .map(|membership| membership.unit_id.to_string());
    let input = Input {
        entry: EntryId(Uuid::now_v7()),
        leaves: first.unwrap_or_default(),
        goes: "unit".to_owned(),
        to: String::new(),
        from: app.clock.today().to_string(),
        reason: String::new(),
    };
    let main = transfer_form::view(&app, frame.lang, (&person, &memberships), &input, &[]).await?;
    let title = texts(frame.lang).person_transfer_title();
    Ok(frame.kind(PageKind::Form).under("units").page(&title, main))
}

pub(super) async fn submit(
    url: TransferUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (person, memberships) = seen(&app, &actor, url.person).await?;
    let directory = Directory::load(app.db.reader()).await?;
    let problems = match input.read(lang, t, person.id, &directory) {
        Err(problems) => problems,
        Ok(asked) => match transfer(&app.book, &actor, &asked).await {
            Ok(_) => {
                app.forget_rights(person.id);
                let there = PersonUrl { person: person.id }.to_string();
                return Ok(done(&there, &t.person_transferred(person.name.as_str())));
            }
            Err(error) => vec![problem(t, error)?],
        },
    };
    let main = transfer_form::view(&app, lang, (&person, &memberships), &input, &problems).await?;
    Ok(frame.under("units").again(&t.person_transfer_title(), main))
}

fn problem(t: &Texts, error: TransferError) -> Result<FieldProblem, WebError> {
    let (field, sentence) = match error {
        TransferError::NoSuchPerson => return Err(WebError::NotFound),
        TransferError::Reason => ("reason", t.change_reason_wrong(NOTE_CHARS_MAX)),
        TransferError::Future => ("from", t.change_future()),
        TransferError::TooEarly(day) => ("from", t.person_transfer_too_early(day.to_string())),
        TransferError::Ended => ("leaves", t.person_transfer_ended()),
        TransferError::Same => ("to", t.person_transfer_same()),
        TransferError::Twice => ("to", t.person_transfer_twice()),
        TransferError::OutOfReach => ("to", t.change_other_out_of_reach()),
        TransferError::NotThen => ("to", t.change_other_not_then()),
        TransferError::Book(AppendError::PeriodClosed(closed)) => (
            "from",
            t.change_period_closed(closed.day.to_string(), closed.through.to_string()),
        ),
        TransferError::Book(error) => return Err(error.into()),
    };
    Ok(FieldProblem::new(field, sentence))
}
