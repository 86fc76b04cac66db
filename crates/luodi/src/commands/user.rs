//! `luodi user`: people who may log in.
use crate::{
    args::{Place, User},
    open,
    outcome::refuse,
};
use kernel::{Grant, Role, Scope};
use orgs::{
    Directory,
    access::accounts::{self, NewAccount},
    membership, person,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use std::process::ExitCode;
use web::App;

pub async fn run(place: &Place, what: &User) -> anyhow::Result<ExitCode> {
    let app = open::existing(place).await?;
    match what {
        User::Add {
            person,
            name,
            password,
            roles,
            unit,
        } => add(&app, person, name, password, roles, unit.as_deref()).await?,
        User::List { json } => list(&app, place, *json).await?,
        User::Close { name } => accounts::close(&app.book, &open::operator(), name)
            .await
            .or_else(|error| refuse(error.to_string()))?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn add(
    app: &App,
    code: &str,
    name: &str,
    password: &str,
    roles: &[String],
    unit: Option<&str>,
) -> anyhow::Result<()> {
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
    let unit_id = |code: &str| match directory.unit_by_code(code) {
        Some(unit) => Ok(unit.id),
        None => refuse(format!(
            "没有编码为“{code}”的单位。/ No unit has the code `{code}`."
        )),
    };
    let home = match unit {
        Some(code) => unit_id(code)?,
        None => match membership::of(app.db.reader(), person.id, app.clock.today())
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
    let mut grants = Vec::new();
    for text in roles {
        let (role, scope) = if let Some((role, unit)) = text.split_once('@') {
            (role, Scope::Below(unit_id(unit)?))
        } else if let Some((role, unit)) = text.split_once('=') {
            (role, Scope::Unit(unit_id(unit)?))
        } else {
            (text.as_str(), Scope::All)
        };
        let Some(role) = Role::from_code(role) else {
            let known = Role::ALL.map(Role::code).join(", ");
            return refuse(format!(
                "没有角色“{role}”，可用的有：{known}。/ There is no role `{role}`; there are: {known}."
            ));
        };
        grants.push(Grant { role, scope });
    }
    let new = NewAccount {
        person: person.id,
        name: name.into(),
        unit: home,
        password: password.into(),
        must_change: true,
        grants,
    };
    accounts::open(&app.book, &open::operator(), &new)
        .await
        .or_else(|error| refuse(error.to_string()))
}

async fn list(app: &App, place: &Place, as_json: bool) -> anyhow::Result<()> {
    let directory = Directory::load(app.db.reader()).await?;
    let told = super::sample::people(place)?;
    let accounts = accounts::all(app.db.reader()).await?;
    let rows: Vec<_> = accounts
        .iter()
        .map(|account| {
            let told = told
                .iter()
                .find(|person| person.name == account.log_in.name);
            let role = account.grants.first().map_or("", |grant| grant.role.code());
            json!({
                "name": account.log_in.name,
                "person": account.person.name,
                "unit": directory.name(account.log_in.unit_id, place.lang),
                "role": role,
                "grants": account.grants,
                "closed": account.log_in.closed,
                "password": told.map(|person| &person.password),
            })
        })
        .collect();
    if as_json {
        println!("{}", serde_json::Value::from(rows));
        return Ok(());
    }
    for account in &accounts {
        let roles: Vec<_> = account
            .grants
            .iter()
            .map(|grant| grant.role.code())
            .collect();
        let unit = directory.name(account.log_in.unit_id, place.lang);
        println!(
            "{}\t{}\t{}\t{}",
            account.log_in.name,
            account.person.name,
            unit,
            roles.join(", ")
        );
    }
    Ok(())
}
