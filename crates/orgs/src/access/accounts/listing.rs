use crate::{
    access::{grant, log_in},
    person,
    units::contains,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Grant, PersonId, Reach, Role};
use ledger::Tree;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use std::collections::HashMap;

/// Rows asked for at once, well within what one statement may carry.
const IDS_AT_ONCE: usize = 500;

/// An account as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub log_in: log_in::Model,
    pub person: person::Model,
    /// All of them, those that have ended too.
    pub granted: Vec<grant::Model>,
}

impl Account {
    /// What is held on `day`.
    pub fn grants(&self, day: NaiveDate) -> Vec<Grant> {
        self.granted
            .iter()
            .filter(|grant| grant.is_held(day))
            .filter_map(grant::Model::grant)
            .collect()
    }

    pub fn state(&self, now: DateTime<Utc>) -> State {
        State::of(&self.log_in, now)
    }
}

/// Whether an account opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    /// After wrong passwords, for a while.
    Locked,
    /// By an administrator, until one opens it again.
    Closed,
}

impl State {
    fn of(log_in: &log_in::Model, now: DateTime<Utc>) -> State {
        match log_in.locked_until {
            _ if log_in.closed => State::Closed,
            Some(until) if now < until => State::Locked,
            _ => State::Open,
        }
    }
}

/// Which accounts are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// In the name to log in with, or in the person's name; or the person's code.
    pub words: String,
    pub role: Option<Role>,
    pub state: Option<State>,
}

/// The accounts of units in `reach` that are asked for: the names of `limit` of them from `offset` on, and how many there are.
pub async fn list(
    connection: &impl ConnectionTrait,
    asked: &Asked,
    (tree, reach): (&Tree, &Reach),
    (now, day): (DateTime<Utc>, NaiveDate),
    (offset, limit): (u64, u64),
) -> Result<(Vec<Account>, u64), DbErr> {
    let mut select = log_in::Entity::find().order_by_asc(log_in::Column::Name);
    if !asked.words.is_empty() {
        let named = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(
                Condition::any()
                    .add(contains(person::Column::Name, &asked.words))
                    .add(person::Column::Code.eq(&asked.words)),
            )
            .into_query();
        let words = Condition::any()
            .add(contains(log_in::Column::Name, &asked.words))
            .add(log_in::Column::PersonId.in_subquery(named));
        select = select.filter(words);
    }
    if let Some(role) = asked.role {
        let holders = grant::Entity::find()
            .select_only()
            .column(grant::Column::PersonId)
            .filter(grant::held_on(day))
            .filter(grant::Column::Role.eq(role.code()))
            .into_query();
        select = select.filter(log_in::Column::PersonId.in_subquery(holders));
    }
    // As many accounts as there are people at desks: reach and state are looked at here.
    let mut found = select.all(connection).await?;
    found.retain(|log_in| {
        asked
            .state
            .is_none_or(|state| state == State::of(log_in, now))
            && tree.reaches(reach, log_in.unit_id, day)
    });
    let total = found.len() as u64;
    let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
    let taken = usize::try_from(limit).unwrap_or(usize::MAX);
    let page = found.into_iter().skip(skipped).take(taken).collect();
    Ok((whole(connection, page).await?, total))
}

/// All accounts, by the names to log in with.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Account>, DbErr> {
    let select = log_in::Entity::find().order_by_asc(log_in::Column::Name);
    let log_ins = select.all(connection).await?;
    whole(connection, log_ins).await
}

pub async fn one(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Account>, DbErr> {
    let found = log_in::Entity::find_by_id(person).one(connection).await?;
    Ok(whole(connection, found.into_iter().collect()).await?.pop())
}

async fn whole(
    connection: &impl ConnectionTrait,
    log_ins: Vec<log_in::Model>,
) -> Result<Vec<Account>, DbErr> {
    let mut accounts = Vec::with_capacity(log_ins.len());
    for log_ins in log_ins.chunks(IDS_AT_ONCE) {
        let ids = || log_ins.iter().map(|log_in| log_in.person_id);
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(ids()))
            .all(connection)
            .await?;
        let mut people: HashMap<PersonId, person::Model> = people
            .into_iter()
            .map(|person| (person.id, person))
            .collect();
        let mut granted: HashMap<PersonId, Vec<grant::Model>> = HashMap::new();
        for grant in grant::of(connection, ids()).await? {
            granted.entry(grant.person_id).or_default().push(grant);
        }
        accounts.extend(log_ins.iter().filter_map(|log_in| {
            Some(Account {
                log_in: log_in.clone(),
                person: people.remove(&log_in.person_id)?,
                granted: granted.remove(&log_in.person_id).unwrap_or_default(),
            })
        }));
    }
    Ok(accounts)
}
