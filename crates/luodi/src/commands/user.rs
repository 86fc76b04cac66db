//! `luodi user`: people who may log in. The same acts as on the page `/accounts`.
use crate::{
    args::{Place, User, Why},
    open,
    outcome::refuse,
};
use chrono::Days;
use kernel::{Actor, EntryId, Grant, PersonId, Role, Scope, UnitId};
use orgs::{
    Directory,
    access::{
        accounts::{self, AccountError, Doing, NewAccount, NewGrant, State, Step},
        generated,
    },
    membership, person,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use std::process::ExitCode;
use uuid::Uuid;
use web::App;

pub async fn run(place: &Place, what: &User) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    let operator = Actor::operator();
    let today = app.clock.today();
    match what {
        User::List { json } => list(&app, place, *json).await?,
        User::Add {
            person,
            name,
            password,
            roles,
            unit,
            why,
        } => {
            let mut new = opened(&app, person, name, roles, unit.as_deref()).await?;
            if let Some(password) = password {
                new.password.clone_from(password);
            }
            done(accounts::open(&doing(&app, &operator, why), &new).await)?;
            if password.is_none() {
                println!("{}", new.password);
            }
        }
        User::Grant {
            name,
            role,
            from,
            until,
            why,
        } => {
            let directory = Directory::load(app.db.reader()).await?;
            let new = NewGrant {
                grant: granted(&directory, role)?,
                from_day: from.unwrap_or(today),
                to_day: until.and_then(|last| last.checked_add_days(Days::new(1))),
            };
            let person = owner(&app, name).await?;
            done(accounts::grant(&doing(&app, &operator, why), person, &new).await)?;
        }
        User::Revoke { name, role, why } => {
            let directory = Directory::load(app.db.reader()).await?;
            let (person, wanted) = (owner(&app, name).await?, granted(&directory, role)?);
            let account = accounts::one(app.db.reader(), person).await?;
            let held = account.into_iter().flat_map(|account| account.granted);
            let mut held = held.filter(|held| !held.has_ended(today));
            let Some(held) = held.find(|held| held.grant() == Some(wanted)) else {
                return refuse(format!(
                    "“{name}”没有授权“{role}”。/ `{name}` does not hold `{role}`."
                ));
            };
            done(accounts::revoke(&doing(&app, &operator, why), person, held.id).await)?;
        }
        User::Password { name, why } => {
            let (person, new) = (owner(&app, name).await?, generated(Uuid::new_v4()));
            let doing = doing(&app, &operator, why);
            done(accounts::reset_password(&doing, person, new.clone()).await)?;
            println!("{new}");
        }
        User::Close { name, why } => {
            let person = owner(&app, name).await?;
            done(accounts::take(&doing(&app, &operator, why), person, Step::Close).await)?;
        }
        User::Reopen { name, why } => {
            let person = owner(&app, name).await?;
            done(accounts::take(&doing(&app, &operator, why), person, Step::Reopen).await)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn doing<'a>(app: &'a App, operator: &'a Actor, why: &'a Why) -> Doing<'a> {
    Doing {
        book: &app.book,
        actor: operator,
        entry: EntryId(Uuid::now_v7()),
        reason: &why.reason,
    }
}

fn done<T>(outcome: Result<T, AccountError>) -> anyhow::Result<()> {
    match outcome {
        Ok(_) => Ok(()),
        Err(error @ (AccountError::Database(_) | AccountError::Append(_))) => Err(error.into()),
        Err(error) => refuse(error.to_string()),
    }
}

async fn owner(app: &App, name: &str) -> anyhow::Result<PersonId> {
    match accounts::by_name(app.db.reader(), name).await? {
        Some(account) => Ok(account.person_id),
        None => refuse(format!("没有登录名“{name}”。/ Nobody logs in as `{name}`.")),
    }
}

/// The account that is asked for, with a generated password.
async fn opened(
    app: &App,
    code: &str,
    name: &str,
    roles: &[String],
    unit: Option<&str>,
) -> anyhow::Result<NewAccount> {
    let found = person::Entity::find()
        .filter(person::Column::Code.eq(code))
        .one(app.db.reader())
        .await?;
    let Some(person) = found else {
        return refuse(format!(
            "名册里没有编号为“{code}”的人。/ Nobody on the roster has the code `{code}`."
        ));
    };
    let directory = Directory::load(app.db.reader()).await?;
    let today = app.clock.today();
    let home = match unit {
        Some(code) => unit_of(&directory, code)?,
        None => match membership::of(app.db.reader(), person.id, today)
            .await?
            .first()
        {
            Some(membership) => membership.unit_id,
            None => {
                return refuse(
                    "这个人不在任何单位，请用 --unit 指明。/ The person belongs to no unit: name one with --unit.",
                );
            }
        },
    };
    let grants = roles
        .iter()
        .map(|role| Ok(NewGrant::since(today, granted(&directory, role)?)));
    Ok(NewAccount {
        person: person.id,
        name: name.into(),
        unit: home,
        password: generated(Uuid::new_v4()),
        must_change: true,
        grants: grants.collect::<anyhow::Result<_>>()?,
    })
}

fn unit_of(directory: &Directory, code: &str) -> anyhow::Result<UnitId> {
    match directory.unit_by_code(code) {
        Some(unit) => Ok(unit.id),
        None => refuse(format!(
            "没有编码为“{code}”的单位。/ No unit has the code `{code}`."
        )),
    }
}

/// `role`, `role@unit` for the unit and all below it, `role=unit` for that unit alone.
fn granted(directory: &Directory, text: &str) -> anyhow::Result<Grant> {
    let (role, scope) = if let Some((role, unit)) = text.split_once('@') {
        (role, Scope::Below(unit_of(directory, unit)?))
    } else if let Some((role, unit)) = text.split_once('=') {
        (role, Scope::Unit(unit_of(directory, unit)?))
    } else {
        (text, Scope::All)
    };
    match Role::from_code(role) {
        Some(role) => Ok(Grant { role, scope }),
        None => {
            let known = Role::ALL.map(Role::code).join(", ");
            refuse(format!(
                "没有角色“{role}”，可用的有：{known}。/ There is no role `{role}`; there are: {known}."
            ))
        }
    }
}

async fn list(app: &App, place: &Place, as_json: bool) -> anyhow::Result<()> {
    let directory = Directory::load(app.db.reader()).await?;
    let told = super::sample::people(place)?;
    let (today, now) = (app.clock.today(), app.clock.now());
    let mut rows = Vec::new();
    for account in accounts::all(app.db.reader()).await? {
        let (name, person) = (&account.log_in.name, &account.person.name);
        let unit = directory.name(account.log_in.unit_id, place.lang);
        let grants = account.grants(today);
        let roles: Vec<_> = grants.iter().map(|grant| grant.role.code()).collect();
        if !as_json {
            println!("{name}\t{person}\t{unit}\t{}", roles.join(", "));
            continue;
        }
        let told = told.iter().find(|person| person.name == *name);
        rows.push(json!({
            "name": name,
            "person": person,
            "unit": unit,
            "role": roles.first().copied().unwrap_or_default(),
            "grants": grants,
            "closed": account.state(now) == State::Closed,
            "password": told.map(|person| &person.password),
        }));
    }
    if as_json {
        println!("{}", serde_json::Value::from(rows));
    }
    Ok(())
}
