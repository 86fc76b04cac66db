//! Cases as kept.
pub mod asker;
pub mod clock_event;
pub mod hand;
pub mod note;
pub mod part;

use super::{
    case::{Kind, LeftOut, MoreTime, Outcome, Part, PartState, Said, Standing, State},
    clock::{Event, Span},
    fallback, limit, moment,
};
use crate::residents::follow_code::FollowCode;
use crate::visits::Audience;
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// A case. The same as the entry by which it was raised.
    CaseId
);

/// What names and telephone numbers of people who ask are sealed for.
pub const NAME: &str = "serve.case.name";
pub const PHONE: &str = "serve.case.phone";
/// The codes for following a case.
pub const CODE: FollowCode = FollowCode::new("serve.case.code");

/// What cases are found by: their words and their places.
pub const SEARCH: search::Corpus = search::Corpus::new("serve_case_search");

pub type Case = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    pub number: String,
    pub kind: String,
    pub state: String,
    pub title: String,
    pub body: String,
    pub place: String,
    pub public_title: String,
    pub desk: UnitId,
    pub raised_on: NaiveDate,
    pub raised_at: i64,
    pub raised_by: PersonId,
    pub name: Option<Vec<u8>>,
    pub phone: Option<Vec<u8>>,
    pub phone_found_by: Option<Vec<u8>>,
    pub code_found_by: Vec<u8>,
    pub limit_code: Option<String>,
    pub measure: Option<String>,
    pub amount: Option<i32>,
    pub clock_from: Option<i64>,
    pub due_at: Option<i64>,
    pub due_on: Option<NaiveDate>,
    pub is_paused: bool,
    pub accepted_on: Option<NaiveDate>,
    pub answered_on: Option<NaiveDate>,
    pub answered_by: Option<PersonId>,
    pub called_back: Option<String>,
    pub called_back_on: Option<NaiveDate>,
    pub called_back_by: Option<PersonId>,
    pub confirmed_on: Option<NaiveDate>,
    pub confirmed_by: Option<PersonId>,
    pub closed_on: Option<NaiveDate>,
    pub closed_by: Option<PersonId>,
    pub was_on_time: Option<bool>,
    /// On which sort of visit it was heard.
    pub visited: Option<String>,
    pub version: i64,
    /// By when it was due before anybody asked for more time.
    pub first_due_on: Option<NaiveDate>,
    pub merged_into: Option<CaseId>,
    pub merged_from: Option<String>,
    pub split_from: Option<CaseId>,
    pub more_time: Option<i32>,
    pub more_time_by: Option<PersonId>,
    pub responded: Option<bool>,
    pub recheck_on: Option<NaiveDate>,
    /// `asked` or `granted`; none while it is in the rates as any other.
    pub left_out: Option<String>,
    pub left_out_by: Option<PersonId>,
    /// How often a lead has returned it.
    pub returns: i32,
    /// Where, as a board gathers it: a community, or the first words of the place.
    pub place_key: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or(Kind::Help)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Raised)
    }

    pub fn outcome(&self) -> Option<Outcome> {
        self.called_back.as_deref().and_then(Outcome::from_code)
    }

    pub fn left_out(&self) -> LeftOut {
        match (self.left_out.as_deref(), self.left_out_by) {
            (Some("asked"), Some(by)) => LeftOut::Asked(by),
            (Some("granted"), _) => LeftOut::Granted,
            _ => LeftOut::No,
        }
    }

    /// What it is found by.
    pub fn found_by(&self) -> String {
        format!(
            "{} {} {} {}",
            self.number, self.title, self.body, self.place
        )
    }

    pub fn span(&self) -> Option<Span> {
        limit::span(self.measure.as_deref()?, self.amount?)
    }

    /// Late: open, and what it was given has run out by `now`.
    pub fn is_late(&self, now: i64) -> bool {
        self.state().is_open() && self.due_at.is_some_and(|due| due <= now)
    }
}

/// A case with everything that its rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub case: Case,
    pub parts: Vec<part::Model>,
    pub hands: Vec<PersonId>,
    pub clock: Vec<clock_event::Model>,
    pub fallbacks: Vec<fallback::Model>,
}

impl Whole {
    pub async fn load(
        connection: &impl ConnectionTrait,
        id: CaseId,
    ) -> Result<Option<Whole>, DbErr> {
        let Some(case) = Entity::find_by_id(id).one(connection).await? else {
            return Ok(None);
        };
        let hands = hand::Entity::find()
            .filter(hand::Column::CaseId.eq(id))
            .all(connection)
            .await?;
        let clock = clock_event::Entity::find()
            .filter(clock_event::Column::CaseId.eq(id))
            .order_by_asc(clock_event::Column::At)
            .all(connection)
            .await?;
        Ok(Some(Whole {
            parts: part::of(connection, id).await?,
            hands: hands.into_iter().map(|hand| hand.person).collect(),
            fallbacks: fallback::all(connection).await?,
            clock,
            case,
        }))
    }

    /// As the rules see it at `now`.
    pub fn standing(&self, now: i64) -> Standing {
        let case = &self.case;
        let said = |on: Option<NaiveDate>, by: Option<PersonId>| Some(Said { on: on?, by: by? });
        let parts = self.parts.iter().map(|part| Part {
            unit: part.unit,
            is_lead: part.is_lead,
            state: part.state(),
            duty: part.duty.clone(),
            due_on: part.due_on,
            signed_off: said(part.signed_off_on, part.signed_off_by),
            answered_by: part.answered_by,
            acknowledge_by: Some(part.acknowledge_by),
        });
        let more_time = case.more_time.zip(case.more_time_by);
        let more_time = more_time.map(|(amount, by)| MoreTime {
            by,
            amount: amount.unsigned_abs(),
        });
        Standing {
            kind: case.kind(),
            merged_from: case.merged_from.as_deref().and_then(State::from_code),
            more_time,
            responded: case.responded,
            recheck_on: case.recheck_on,
            left_out: case.left_out(),
            state: case.state(),
            desk: case.desk,
            fallback: fallback::of(&self.fallbacks, moment::local(now).date()),
            returns: case.returns.unsigned_abs(),
            parts: parts.collect(),
            is_paused: case.is_paused,
            accepted_on: case.accepted_on,
            due_on: case.due_on,
            has_run_out: case.due_at.is_some_and(|due| due <= now),
            called_back: case.outcome(),
            answered: said(case.answered_on, case.answered_by),
            confirmed: said(case.confirmed_on, case.confirmed_by),
            closed: said(case.closed_on, case.closed_by),
            was_on_time: case.was_on_time,
            handled_by: self.hands.clone(),
            visited: case.visited.as_deref().and_then(Audience::from_code),
        }
    }

    /// What has moved its clock since it was last started.
    pub fn events(&self) -> Vec<Event> {
        let from = self.case.clock_from.unwrap_or(i64::MAX);
        let events = self.clock.iter().filter(|event| from <= event.at);
        events.filter_map(clock_event::Model::event).collect()
    }

    /// Whether its clock began anew when the case was opened again.
    pub fn is_timed_anew(&self) -> bool {
        let mut events = self
            .clock
            .iter()
            .filter(|event| event.event == clock_event::REOPENED);
        events.any(|event| self.case.clock_from == Some(event.at))
    }

    /// When its clock was started, in local time.
    pub fn started(&self) -> Option<chrono::NaiveDateTime> {
        self.case.clock_from.map(moment::local)
    }
}

impl part::Model {
    pub fn state(&self) -> PartState {
        PartState::from_code(&self.state).unwrap_or(PartState::Waiting)
    }
}

/// The entry by which a case was raised.
pub fn entry_of(id: CaseId) -> EntryId {
    EntryId(id.0)
}
