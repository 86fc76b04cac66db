//! A case as it is when it has just been raised or split off.
use super::{
    case::{Kind, State},
    number,
    store::{self, Case, CaseId, SEARCH},
};
use crate::visits::Audience;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use orgs::unit;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

/// Characters of the title that a case takes from its text.
pub(super) const TITLE_FROM_TEXT_CHARS: usize = 24;

/// How to reach whoever asked, sealed.
#[derive(Debug, Clone, Default)]
pub(super) struct Contact {
    pub(super) name: Option<Vec<u8>>,
    pub(super) phone: Option<Vec<u8>>,
    pub(super) phone_found_by: Option<Vec<u8>>,
}

pub(super) struct Born<'a> {
    pub(super) id: CaseId,
    pub(super) kind: Kind,
    pub(super) body: &'a str,
    pub(super) place: &'a str,
    pub(super) place_key: String,
    pub(super) desk: UnitId,
    pub(super) raised_by: PersonId,
    pub(super) contact: Contact,
    pub(super) code_found_by: Vec<u8>,
    pub(super) split_from: Option<CaseId>,
    /// It was heard on such a visit.
    pub(super) visited: Option<Audience>,
}

impl Born<'_> {
    /// Gives it its number, writes it, and makes it found by its words.
    pub(super) async fn insert(self, tx: &db::Tx, day: NaiveDate, now: i64) -> Result<Case, DbErr> {
        let case = Case {
            id: self.id,
            number: number::next(tx, day).await?,
            kind: self.kind.code().to_owned(),
            state: State::Raised.code().to_owned(),
            title: title(self.body),
            body: self.body.to_owned(),
            place: self.place.trim().to_owned(),
            public_title: String::new(),
            desk: self.desk,
            raised_on: day,
            raised_at: now,
            raised_by: self.raised_by,
            name: self.contact.name,
            phone: self.contact.phone,
            phone_found_by: self.contact.phone_found_by,
            code_found_by: self.code_found_by,
            limit_code: None,
            measure: None,
            amount: None,
            clock_from: None,
            due_at: None,
            due_on: None,
            is_paused: false,
            accepted_on: None,
            answered_on: None,
            answered_by: None,
            called_back: None,
            called_back_on: None,
            called_back_by: None,
            confirmed_on: None,
            confirmed_by: None,
            closed_on: None,
            closed_by: None,
            was_on_time: None,
            visited: self.visited.map(|audience| audience.code().to_owned()),
            version: 0,
            first_due_on: None,
            merged_into: None,
            merged_from: None,
            split_from: self.split_from,
            more_time: None,
            more_time_by: None,
            responded: None,
            recheck_on: None,
            left_out: None,
            left_out_by: None,
            returns: 0,
            place_key: self.place_key,
        };
        store::Entity::insert(case.clone().into_active_model())
            .exec_without_returning(tx)
            .await?;
        SEARCH.put(tx, case.id.0, &case.found_by()).await?;
        Ok(case)
    }
}

/// Names of the communities, by which places are gathered.
pub(super) async fn communities(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let communities = unit::Entity::find().filter(unit::Column::Kind.eq("community"));
    let communities = communities.all(connection).await?;
    Ok(communities.into_iter().map(|unit| unit.name).collect())
}

/// The first words of the text, up to its first full stop.
pub(super) fn title(body: &str) -> String {
    let first = body
        .split(['。', '\n', '！', '？', '；'])
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or(body);
    let mut title: String = first.chars().take(TITLE_FROM_TEXT_CHARS).collect();
    if TITLE_FROM_TEXT_CHARS < first.chars().count() {
        // Latin words are not cut in the middle where that can be helped.
        if let Some((whole, _)) = title.rsplit_once(' ') {
            title.truncate(whole.len());
        }
        title.push('…');
    }
    title
}
