//! The form of a body: as it is typed, as it is understood, as it looks. Forming and correcting share it.
use super::working_group::{Body, FormError, Profile, Role};
use crate::{
    briefings::people,
    view::{sight::Sight, typed},
    words::{Texts, texts},
};
use kernel::{
    EntryId, Lang, PersonId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use serde::Deserialize;
use std::collections::HashMap;
use ui::form::{self, Choice, Field, FieldProblem, Width};

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    pub(super) entry: EntryId,
    #[serde(default)]
    pub(super) body: String,
    #[serde(default)]
    pub(super) unit: String,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) title_en: String,
    #[serde(default)]
    pub(super) duty: String,
    #[serde(default)]
    pub(super) since: String,
    /// Names or codes, as in a pasted list.
    #[serde(default)]
    pub(super) head: String,
    #[serde(default)]
    pub(super) deputies: String,
    #[serde(default)]
    pub(super) members: String,
    /// Of a correction only.
    pub(super) corrects: Option<EntryId>,
    #[serde(default)]
    pub(super) reason: String,
    /// Takes the body back.
    #[serde(default)]
    pub(super) withdraw: bool,
}

pub(super) fn field_of(role: Role) -> &'static str {
    match role {
        Role::Head => "head",
        Role::Deputy => "deputies",
        Role::Member => "members",
    }
}

pub(super) fn role_title(lang: Lang, role: Role) -> String {
    let t = texts(lang);
    match role {
        Role::Head => t.body_head(),
        Role::Deputy => t.body_deputies(),
        Role::Member => t.body_members(),
    }
}

pub(super) fn body_title(lang: Lang, body: Body) -> String {
    let t = texts(lang);
    match body {
        Body::LeadingGroup => t.body_leading_group(),
        Body::Office => t.body_office(),
        Body::WorkingGroup => t.body_working_group(),
        Body::TaskForce => t.body_task_force(),
    }
}

impl Input {
    pub(super) fn names(&self, role: Role) -> &str {
        match role {
            Role::Head => &self.head,
            Role::Deputy => &self.deputies,
            Role::Member => &self.members,
        }
    }

    /// What was typed, understood; or everything that could not be.
    pub(super) async fn profile(
        &self,
        connection: &impl ConnectionTrait,
        lang: Lang,
        sight: &Sight,
    ) -> Result<Result<Profile, Vec<FieldProblem>>, DbErr> {
        let t = texts(lang);
        let mut problems = Vec::new();
        let body = Body::from_code(&self.body);
        let (unit, since) = (typed::unit(&self.unit), typed::day(&self.since));
        if body.is_none() {
            problems.push(FieldProblem::new("body", t.body_missing()));
        }
        if unit.is_none() {
            problems.push(FieldProblem::new("unit", t.unit_missing()));
        }
        if since.is_none() {
            problems.push(FieldProblem::new("since", t.day_missing()));
        }
        let mut seats: Vec<(PersonId, Role)> = Vec::new();
        for role in Role::ALL {
            let (tree, text) = (&sight.tree, self.names(role));
            let on = since.unwrap_or(sight.today);
            let within = |unit| sight.sees(unit);
            let found = people::find(connection, &sight.directory, tree, text, on, within).await?;
            if !found.is_clear() {
                problems.push(FieldProblem::new(field_of(role), found.in_words(t)));
            }
            if role == Role::Head && 1 < found.people.len() {
                problems.push(FieldProblem::new("head", t.body_one_head()));
            }
            seats.extend(found.people.into_iter().map(|person| (person, role)));
        }
        Ok(match (body, unit, since) {
            (Some(body), Some(unit), Some(since)) if problems.is_empty() => Ok(Profile {
                body,
                unit,
                title: self.title.clone(),
                title_en: self.title_en.clone(),
                duty: self.duty.clone(),
                since,
                people: seats,
            }),
            _ => Err(problems),
        })
    }

    pub(super) fn of(
        entry: EntryId,
        profile: &Profile,
        names: &HashMap<PersonId, String>,
    ) -> Input {
        Input {
            entry,
            body: profile.body.code().to_owned(),
            unit: profile.unit.to_string(),
            title: profile.title.clone(),
            title_en: profile.title_en.clone(),
            duty: profile.duty.clone(),
            since: profile.since.to_string(),
            head: people_text(profile, Role::Head, names),
            deputies: people_text(profile, Role::Deputy, names),
            members: people_text(profile, Role::Member, names),
            corrects: None,
            reason: String::new(),
            withdraw: false,
        }
    }
}

/// The people of one role as a list that is read back as the same.
fn people_text(profile: &Profile, role: Role, names: &HashMap<PersonId, String>) -> String {
    let people = profile.people.iter().filter(|(_, other)| *other == role);
    let named = people.filter_map(|(person, _)| names.get(person).map(String::as_str));
    named.collect::<Vec<_>>().join("、")
}

/// Names with the code behind each, so that two of one name are told apart.
pub(super) async fn names_with_codes(
    connection: &impl ConnectionTrait,
    profile: &Profile,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let mut names = HashMap::new();
    for (person, _) in &profile.people {
        let found = orgs::person::Entity::find_by_id(*person)
            .one(connection)
            .await?;
        if let Some(found) = found {
            names.insert(*person, format!("{}（{}）", found.name, found.code));
        }
    }
    Ok(names)
}

pub(super) fn problem(t: &Texts, error: &FormError) -> FieldProblem {
    match error {
        FormError::DutyTooLong => {
            FieldProblem::new("duty", t.text_long(NOTE_CHARS_MAX.to_string()))
        }
        FormError::Doubled => FieldProblem::new("title", t.body_doubled()),
        FormError::UnknownUnit => FieldProblem::new("unit", t.unit_not_then()),
        FormError::PersonTwice => FieldProblem::new("members", t.body_person_twice()),
        _ => FieldProblem::new("title", t.title_wrong(TITLE_CHARS_MAX.to_string())),
    }
}

/// The fields of a body.
pub(super) fn fields(
    lang: Lang,
    sight: &Sight,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let bodies: Vec<Choice> = Body::ALL
        .iter()
        .map(|body| Choice::new(body.code(), body_title(lang, *body)))
        .collect();
    let (tree, today) = (&sight.tree, sight.today);
    let chosen = typed::unit(&input.unit);
    let units = tree.units();
    let open = units.filter(|unit| tree.is_open(*unit, today) || chosen == Some(*unit));
    let units = sight.directory.in_tree_order(tree, today, open);
    let units: Vec<Choice> = units
        .iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang)))
        .collect();
    let (kind, title, title_en, help) = (
        t.body_kind(),
        t.body_title(),
        t.body_title_en(),
        t.body_people_help(),
    );
    let (unit, duty, since) = (t.body_unit(), t.body_duty(), t.body_since());
    html! {
        (form::radios(lang, Field::new("body", &kind, &input.body).required().problem(of("body")), &bodies))
        (form::text(lang, Field::new("title", &title, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::text(lang, Field::new("title_en", &title_en, &input.title_en).limit(TITLE_CHARS_MAX).problem(of("title_en"))))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().problem(of("unit")), &units))
        (form::date(lang, Field::new("since", &since, &input.since).required().width(Width::Short).problem(of("since"))))
        @for role in Role::ALL {
            @let label = role_title(lang, role);
            @let field = Field::new(field_of(role), &label, input.names(role)).problem(of(field_of(role)));
            @match role {
                Role::Head => (form::text(lang, field.help(&help).width(Width::Medium))),
                Role::Deputy => (form::text(lang, field)),
                Role::Member => (form::text_area(lang, field)),
            }
        }
        (form::text_area(lang, Field::new("duty", &duty, &input.duty).limit(NOTE_CHARS_MAX).problem(of("duty"))))
    }
}
