//! What an act writes beside its entry.
use super::{ActError, Acting, ends_at};
use crate::cases::{
    case::{Found, LeftOut, PartState, Standing, Step},
    clock::{self, Event},
    limit, moment,
    store::{self, Case, Whole, clock_event, hand, note, part},
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, PersonId, UnitId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set, Unchanged,
    sea_query::OnConflict,
};

/// The clock of a case after an act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ticking {
    limit_code: Option<String>,
    measure: Option<String>,
    amount: Option<i32>,
    from: Option<i64>,
    due_at: Option<i64>,
    due_on: Option<NaiveDate>,
    event: Option<(&'static str, i32)>,
}

/// Starts, moves or leaves the clock, and tells the case by when it is due.
pub(super) async fn clock(
    tx: &db::Tx,
    days: &WorkingDays,
    whole: &Whole,
    after: &mut Standing,
    new: &Acting,
    now: i64,
) -> Result<Ticking, ActError> {
    let case = &whole.case;
    let mut ticking = Ticking {
        limit_code: case.limit_code.clone(),
        measure: case.measure.clone(),
        amount: case.amount,
        from: case.clock_from,
        due_at: case.due_at,
        due_on: case.due_on,
        event: None,
    };
    let at = moment::local(now);
    let mut events = whole.events();
    match &new.step {
        Step::Accept { limit } => {
            let today = at.date();
            let rule = limit::on(tx, limit.code(), today).await?;
            let rule = rule.ok_or(ActError::NoLimit)?;
            ticking.limit_code = Some(rule.code);
            ticking.measure = Some(rule.measure);
            ticking.amount = Some(rule.amount);
            ticking.from = Some(now);
            events.clear();
        }
        // A closed case that is opened again gets its time again; it keeps its rule.
        Step::Reopen | Step::LookAgain(Found::BackAgain) if case.clock_from.is_some() => {
            ticking.from = Some(now);
            ticking.event = Some((clock_event::REOPENED, 0));
            events.clear();
        }
        Step::Pause => {
            ticking.event = Some(("paused", 0));
            events.push(Event::Paused(at));
        }
        Step::Resume => {
            ticking.event = Some(("resumed", 0));
            events.push(Event::Resumed(at));
        }
        Step::Transfer(_) => {
            ticking.event = Some(("transferred", 0));
            return Ok(ticking);
        }
        Step::Extend(by) => {
            ticking.event = Some(("extended", i32::try_from(*by).unwrap_or(i32::MAX)));
            events.push(Event::Extended(at, *by));
        }
        _ => return Ok(ticking),
    }
    let span = ticking.measure.as_deref().zip(ticking.amount);
    let span = span.and_then(|(measure, amount)| limit::span(measure, amount));
    let due = match (ticking.from, span) {
        (Some(from), Some(span)) => clock::due(days, moment::local(from), span, &events),
        _ => None,
    };
    ticking.due_at = due.map(ends_at);
    ticking.due_on = due.map(clock::Due::day);
    after.due_on = ticking.due_on;
    Ok(ticking)
}

pub(super) async fn write(
    tx: &db::Tx,
    whole: &Whole,
    after: &Standing,
    ticking: &Ticking,
    new: &Acting,
    (actor, unit): (&Actor, UnitId),
    (today, now, acknowledge_by): (NaiveDate, i64, NaiveDate),
) -> Result<(), ActError> {
    write_case(tx, whole, after, ticking, new, (actor.person, today)).await?;
    write_parts(tx, whole, after, (today, acknowledge_by)).await?;
    for person in &after.handled_by {
        let row = hand::Model {
            case_id: new.case,
            person: *person,
        };
        hand::Entity::insert(row.into_active_model())
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    if let Some((event, amount)) = ticking.event {
        let row = clock_event::Model {
            entry: new.entry,
            case_id: new.case,
            at: now,
            event: event.to_owned(),
            amount,
        };
        clock_event::Entity::insert(row.into_active_model())
            .exec_without_returning(tx)
            .await?;
    }
    let (said, noted) = (new.said.trim(), new.noted.trim());
    if !(said.is_empty() && noted.is_empty()) {
        let row = note::Model {
            entry: new.entry,
            case_id: new.case,
            act: new.step.act().code().to_owned(),
            day: today,
            unit,
            said: said.to_owned(),
            noted: noted.to_owned(),
        };
        note::Entity::insert(row.into_active_model())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

async fn write_case(
    tx: &db::Tx,
    whole: &Whole,
    after: &Standing,
    ticking: &Ticking,
    new: &Acting,
    (person, today): (PersonId, NaiveDate),
) -> Result<(), ActError> {
    let case = &whole.case;
    let is_call = matches!(new.step, Step::CallBack(_));
    let heard = match new.step {
        Step::CallBack(outcome) => Some(outcome.code()),
        _ => None,
    };
    let called_back = after.called_back.map(|outcome| outcome.code().to_owned());
    let (called_back_on, called_back_by) = match (is_call, &called_back) {
        (_, None) => (None, None),
        (true, Some(now)) if heard == Some(now.as_str()) => (Some(today), Some(person)),
        _ => (case.called_back_on, case.called_back_by),
    };
    let public_title = match new.step {
        Step::Accept { .. } => new.public_title.trim().to_owned(),
        _ => case.public_title.clone(),
    };
    let first_due_on = match new.step {
        // The date that was first promised stays, however long it takes in the end.
        Step::Accept { .. } | Step::Reopen | Step::LookAgain(Found::BackAgain) => ticking.due_on,
        _ => case.first_due_on,
    };
    let merged_into = match new.step {
        Step::Merge(into) => Some(into),
        Step::Separate => None,
        _ => case.merged_into,
    };
    let more_time = after.more_time;
    let (left_out, left_out_by) = match after.left_out {
        LeftOut::No => (None, None),
        LeftOut::Asked(by) => (Some("asked"), Some(by)),
        LeftOut::Granted => (Some("granted"), case.left_out_by),
    };
    let row = store::ActiveModel {
        id: Unchanged(case.id),
        first_due_on: Set(first_due_on),
        merged_into: Set(merged_into),
        merged_from: Set(after.merged_from.map(|state| state.code().to_owned())),
        more_time: Set(more_time.map(|more| more.amount.cast_signed())),
        more_time_by: Set(more_time.map(|more| more.by)),
        responded: Set(after.responded),
        recheck_on: Set(after.recheck_on),
        left_out: Set(left_out.map(str::to_owned)),
        left_out_by: Set(left_out_by),
        returns: Set(after.returns.cast_signed()),
        state: Set(after.state.code().to_owned()),
        public_title: Set(public_title),
        limit_code: Set(ticking.limit_code.clone()),
        measure: Set(ticking.measure.clone()),
        amount: Set(ticking.amount),
        clock_from: Set(ticking.from),
        due_at: Set(ticking.due_at),
        due_on: Set(ticking.due_on),
        is_paused: Set(after.is_paused),
        accepted_on: Set(after.accepted_on),
        answered_on: Set(after.answered.map(|said| said.on)),
        answered_by: Set(after.answered.map(|said| said.by)),
        called_back: Set(called_back),
        called_back_on: Set(called_back_on),
        called_back_by: Set(called_back_by),
        confirmed_on: Set(after.confirmed.map(|said| said.on)),
        confirmed_by: Set(after.confirmed.map(|said| said.by)),
        closed_on: Set(after.closed.map(|said| said.on)),
        closed_by: Set(after.closed.map(|said| said.by)),
        was_on_time: Set(after.was_on_time),
        version: Set(case.version + 1),
        ..Default::default()
    };
    let written = store::Entity::update_many()
        .set(row)
        .filter(store::Column::Id.eq(case.id))
        .filter(store::Column::Version.eq(case.version))
        .exec(tx)
        .await?;
    match written.rows_affected {
        0 => Err(ActError::Meanwhile),
        _ => Ok(()),
    }
}

/// Lets whoever acts on the other case at the same time notice, so that two merges at once make no circle.
pub(super) async fn touch(tx: &db::Tx, case: &Case) -> Result<(), ActError> {
    let row = store::ActiveModel {
        version: Set(case.version + 1),
        ..Default::default()
    };
    let written = store::Entity::update_many()
        .set(row)
        .filter(store::Column::Id.eq(case.id))
        .filter(store::Column::Version.eq(case.version))
        .exec(tx)
        .await?;
    match written.rows_affected {
        0 => Err(ActError::Meanwhile),
        _ => Ok(()),
    }
}

async fn write_parts(
    tx: &db::Tx,
    whole: &Whole,
    after: &Standing,
    (today, acknowledge_by): (NaiveDate, NaiveDate),
) -> Result<(), ActError> {
    let case = whole.case.id;
    for before in &whole.parts {
        if after.part(before.unit).is_none() {
            part::Entity::delete_by_id((case, before.unit))
                .exec(tx)
                .await?;
        }
    }
    for part in &after.parts {
        let before = whole.parts.iter().find(|before| before.unit == part.unit);
        let was_answered = before.is_some_and(|before| before.state() == PartState::Answered);
        let answered_on = match part.state {
            PartState::Answered if !was_answered => Some(today),
            _ => before.and_then(|before| before.answered_on),
        };
        let row = part::Model {
            case_id: case,
            unit: part.unit,
            is_lead: part.is_lead,
            state: part.state.code().to_owned(),
            acknowledge_by: before.map_or(acknowledge_by, |before| before.acknowledge_by),
            answered_by: part.answered_by,
            answered_on,
            duty: part.duty.clone(),
            due_on: part.due_on,
            signed_off_by: part.signed_off.map(|said| said.by),
            signed_off_on: part.signed_off.map(|said| said.on),
        };
        match before {
            Some(before) if *before == row => {}
            Some(_) => {
                let row = part::ActiveModel::from(row).reset_all();
                part::Entity::update(row).exec(tx).await?;
            }
            None => {
                part::Entity::insert(row.into_active_model())
                    .exec_without_returning(tx)
                    .await?;
            }
        }
    }
    Ok(())
}
