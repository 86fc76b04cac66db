//! What is typed into these forms: people and units by name or code, roles, scopes, days.
use super::role;
use crate::{
    Directory,
    access::accounts::NewGrant,
    person,
    words::{Texts, texts},
};
use chrono::{Days, NaiveDate};
use kernel::{Grant, Lang, Role, Scope, UnitId};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use ui::form::{self, Choice, Field, FieldProblem, Width};
use web::App;

/// Names or codes that are proposed in a sentence.
const PROPOSED_MAX: usize = 3;

/// A person by code, or by a name that only they have.
pub(super) async fn person(
    app: &App,
    t: &Texts,
    typed: &str,
) -> Result<Result<person::Model, String>, DbErr> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Err(t.account_person_missing()));
    }
    let of_code = person::Entity::find()
        .filter(person::Column::Code.eq(typed))
        .one(app.db.reader())
        .await?;
    if let Some(person) = of_code {
        return Ok(Ok(person));
    }
    let mut named = person::Entity::find()
        .filter(person::Column::Name.eq(typed))
        .order_by_asc(person::Column::Id)
        .limit(20)
        .all(app.db.reader())
        .await?;
    Ok(match (named.pop(), named.as_slice()) {
        (None, _) => Err(t.account_person_unknown(typed)),
        (Some(only), []) => Ok(only),
        (Some(last), others) => {
            let people = others.iter().chain([&last]);
            let codes: Vec<&str> = people.map(|person| person.code.as_str()).collect();
            Err(t.account_person_several(typed, codes.join(" ")))
        }
    })
}

/// A unit by code, or by a name that only it has.
pub(crate) fn unit(lang: Lang, directory: &Directory, typed: &str) -> Result<UnitId, String> {
    let t = texts(lang);
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(t.unit_typed_missing());
    }
    if let Some(unit) = directory.unit_by_code(typed) {
        return Ok(unit.id);
    }
    match directory.units_named(typed).as_slice() {
        [only] => Ok(only.id),
        [] => {
            let nearest = directory.nearest(typed, PROPOSED_MAX);
            let names: Vec<&str> = nearest.iter().map(|unit| unit.name_in(lang)).collect();
            if names.is_empty() {
                Err(t.unit_typed_unknown(typed))
            } else {
                Err(t.unit_typed_nearest(typed, names.join(" / ")))
            }
        }
        several => {
            let codes: Vec<&str> = several.iter().map(|unit| unit.code.as_str()).collect();
            Err(t.unit_typed_several(typed, codes.join(" ")))
        }
    }
}

/// A grant as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct GrantInput {
    #[serde(default)]
    pub role: String,
    #[serde(default)]
    pub scope: String,
    #[serde(default)]
    pub grant_unit: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub until: String,
}

impl GrantInput {
    pub fn is_empty(&self) -> bool {
        self.role.is_empty()
    }

    pub fn read(&self, lang: Lang, directory: &Directory) -> Result<NewGrant, Vec<FieldProblem>> {
        let t = texts(lang);
        let mut problems = Vec::new();
        let role = Role::from_code(&self.role);
        if role.is_none() {
            problems.push(FieldProblem::new("role", t.grant_role_missing()));
        }
        let scope = self.scope(lang, directory);
        let scope = scope.map_err(|problem| problems.push(problem)).ok();
        let from_day = self.from.trim().parse().ok();
        let to_day = match self.until.trim() {
            "" => Some(None),
            until => until
                .parse()
                .ok()
                .and_then(|last: NaiveDate| last.checked_add_days(Days::new(1)))
                .map(Some),
        };
        match (role, scope, from_day, to_day) {
            (Some(role), Some(scope), Some(from_day), Some(to_day)) => Ok(NewGrant {
                grant: Grant { role, scope },
                from_day,
                to_day,
            }),
            (_, _, from_day, to_day) => {
                if from_day.is_none() || to_day.is_none() {
                    problems.push(FieldProblem::new("from", t.grant_days_wrong()));
                }
                Err(problems)
            }
        }
    }

    fn scope(&self, lang: Lang, directory: &Directory) -> Result<Scope, FieldProblem> {
        let t = texts(lang);
        let unit = || {
            if self.grant_unit.trim().is_empty() {
                return Err(FieldProblem::new("grant_unit", t.grant_unit_missing()));
            }
            unit(lang, directory, &self.grant_unit)
                .map_err(|problem| FieldProblem::new("grant_unit", problem))
        };
        match self.scope.as_str() {
            "all" => Ok(Scope::All),
            "below" => unit().map(Scope::Below),
            "unit" => unit().map(Scope::Unit),
            _ => Err(FieldProblem::new("scope", t.grant_scope_missing())),
        }
    }

    /// The fields of a grant. An account may be opened without one.
    pub fn fields(&self, lang: Lang, is_needed: bool, problems: &[FieldProblem]) -> Markup {
        let t = texts(lang);
        let of = |field| FieldProblem::of(problems, field);
        let roles = Role::ALL.map(|role| {
            let title = role::title(role, lang);
            Choice::new(role.code(), title).note(role::about(role, lang))
        });
        let scopes = [
            Choice::new("all", t.grant_scope_all()),
            Choice::new("below", t.grant_scope_below()),
            Choice::new("unit", t.grant_scope_unit()),
        ];
        let (role, scope, unit, unit_help) = (
            t.grant_role(),
            t.grant_scope(),
            t.grant_unit(),
            t.grant_unit_help(),
        );
        let (from, until, until_help) = (t.grant_from(), t.grant_until(), t.grant_until_help());
        // Ids of fields are their names, so those of the account and of the grant differ.
        html! {
            (form::radios(lang, needed(Field::new("role", &role, &self.role), is_needed).problem(of("role")), &roles))
            (form::radios(lang, needed(Field::new("scope", &scope, &self.scope), is_needed).problem(of("scope")), &scopes))
            (form::text(lang, Field::new("grant_unit", &unit, &self.grant_unit).help(&unit_help).width(Width::Medium).problem(of("grant_unit"))))
            (form::form_row(html! {
                (form::date(lang, needed(Field::new("from", &from, &self.from), is_needed).width(Width::Short).problem(of("from"))))
                (form::date(lang, Field::new("until", &until, &self.until).help(&until_help).width(Width::Short).problem(of("until"))))
            }))
        }
    }
}

fn needed(field: Field<'_>, is_needed: bool) -> Field<'_> {
    Field {
        required: is_needed,
        ..field
    }
}
