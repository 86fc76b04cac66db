//! The form of one act, and the page that says what follows from it: `/units/{unit}/changes/{act}`.
use super::{
    asked::{Act, Input},
    change_unit, consequences,
    planned::{self, Plan},
    said,
};
use crate::{
    Directory, kind, membership, person, unit,
    units::{Sight, UnitUrl, by_ids},
    words::{Texts, texts},
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, Lang, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::tree::Place;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    Button, Confirm, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Form as UiForm, Width},
};
use web::{App, Frame, WebError, done};

/// People that a split lists to choose from.
const PEOPLE_MAX: u64 = 500;
/// Units that are proposed for the other one.
const PROPOSED_MAX: usize = 400;

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/units/{unit}/changes/{act}")]
pub(crate) struct ChangeUrl {
    pub unit: UnitId,
    pub act: Act,
}

pub(super) struct Seen {
    pub sight: Sight,
    pub unit: unit::Model,
}

/// The unit, for whoever keeps the roster where it hangs, or hung at last.
pub(super) async fn seen(app: &App, actor: &Actor, unit: UnitId) -> Result<Seen, WebError> {
    let sight = Sight::of(app, actor, Right::Roster).await?;
    sight.check(unit)?;
    let found = unit::Entity::find_by_id(unit).one(app.db.reader()).await?;
    let unit = found.ok_or(WebError::NotFound)?;
    Ok(Seen { sight, unit })
}

/// What can be chosen on the form.
#[derive(Default)]
struct Choices {
    others: Vec<Choice>,
    people: Vec<Choice>,
    units: Vec<Choice>,
}

async fn choices(app: &App, lang: Lang, seen: &Seen, act: Act) -> Result<Choices, WebError> {
    let (tree, today, id) = (&seen.sight.tree, seen.sight.today, seen.unit.id);
    let mut choices = Choices::default();
    if act.has_other() {
        let stands =
            |unit: &UnitId| !matches!(tree.place(*unit, today), None | Some(Place::Closed));
        let units = tree
            .units()
            .filter(stands)
            .filter(|unit| *unit != id && seen.sight.sees(*unit));
        let mut units: Vec<unit::Model> = by_ids(app, units).await?.into_values().collect();
        // Those of the same kind first: mostly it is one of them.
        units.sort_by_key(|unit| (unit.kind != seen.unit.kind, unit.position, unit.id));
        let proposed = units.iter().take(PROPOSED_MAX);
        choices.others = proposed
            .map(|unit| Choice::new(&unit.code, unit.name_in(lang)))
            .collect();
    }
    if act == Act::Split {
        let children = tree.children(id, today);
        let units = by_ids(app, children).await?;
        let mut units: Vec<unit::Model> = units.into_values().collect();
        units.sort_by_key(|unit| (unit.position, unit.id));
        choices.units = units
            .iter()
            .map(|unit| Choice::new(unit.id.to_string(), unit.name_in(lang)))
            .collect();
        let members: Vec<membership::Model> = membership::Entity::find()
            .filter(membership::Column::UnitId.eq(id))
            .filter(membership::on(today))
            .limit(PEOPLE_MAX)
            .all(app.db.reader())
            .await?;
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(members.iter().map(|member| member.person_id)))
            .all(app.db.reader())
            .await?;
        let posts: HashMap<_, &str> = members
            .iter()
            .map(|member| (member.person_id, &*member.post))
            .collect();
        choices.people = people
            .iter()
            .map(|person| {
                let post = posts.get(&person.id).copied().unwrap_or_default();
                Choice::new(person.id.to_string(), &person.name).note(post)
            })
            .collect();
    }
    Ok(choices)
}

/// The order number after the last of those that it will stand among.
async fn next_position(app: &App, seen: &Seen, act: Act) -> Result<i32, WebError> {
    let (tree, today) = (&seen.sight.tree, seen.sight.today);
    let above = match act {
        Act::Founding => Some(seen.unit.id),
        _ => tree.parent(seen.unit.id, today),
    };
    let Some(above) = above else { return Ok(1) };
    let among = by_ids(app, tree.children(above, today)).await?;
    let last = among.values().map(|unit| unit.position).max();
    Ok(last.unwrap_or(0).saturating_add(1))
}

pub(super) async fn form(
    url: ChangeUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let seen = seen(&app, &actor, url.unit).await?;
    let next = next_position(&app, &seen, url.act).await?;
    let input = Input::new(url.act, &seen.unit, seen.sight.today, next);
    let choices = choices(&app, lang, &seen, url.act).await?;
    let main = view(lang, t, url, &seen, &input, &choices, &[]);
    let frame = frame.kind(PageKind::Form).under("units");
    Ok(frame.page(&url.act.title(t), main))
}

pub(super) async fn submit(
    url: ChangeUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let seen = seen(&app, &actor, url.unit).await?;
    let directory = Directory::load(app.db.reader()).await?;
    let problems = match input.read(lang, t, url.act, url.unit, &directory) {
        Err(problems) => problems,
        Ok(change) if input.sure => match change_unit(&app.book, &actor, &change).await {
            Ok(unit) => {
                return Ok(done(
                    &UnitUrl { unit }.to_string(),
                    &t.change_done(url.act.title(t)),
                ));
            }
            Err(refused) => vec![said::problem(t, refused)?],
        },
        Ok(change) => {
            let state = planned::State {
                tree: &seen.sight.tree,
                today: seen.sight.today,
                unit: seen.unit.clone(),
            };
            let plan: Result<Plan, _> =
                planned::plan(app.db.reader(), &actor, &state, &change).await;
            match plan {
                Ok(plan) => {
                    let what = (&change, &plan);
                    let sentences =
                        consequences::sentences(&app, &actor, lang, t, &state, what).await?;
                    return Ok(look(frame, t, url, &input, &sentences));
                }
                Err(refused) => vec![said::problem(t, refused)?],
            }
        }
    };
    let choices = choices(&app, lang, &seen, url.act).await?;
    let main = view(lang, t, url, &seen, &input, &choices, &problems);
    Ok(frame.under("units").again(&url.act.title(t), main))
}

/// What will become of everything, before it is done.
fn look(frame: Frame, t: &Texts, url: ChangeUrl, input: &Input, sentences: &[String]) -> Response {
    let lang = frame.lang;
    let title = url.act.title(t);
    let (question, consequences) = sentences
        .split_first()
        .map_or(("", &[][..]), |(first, rest)| (first, rest));
    let hidden = input.hidden();
    let hidden: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let main = ui::confirm(
        lang,
        Confirm {
            title: &title,
            question,
            consequences,
            action: &url.to_string(),
            hidden: &hidden,
            verb: &title,
            danger: matches!(url.act, Act::Merger | Act::Closure),
            cancel_href: &UnitUrl { unit: url.unit }.to_string(),
            csrf: None,
        },
    );
    frame
        .kind(PageKind::Form)
        .under("units")
        .page(&title, main)
        .into_response()
}

fn view(
    lang: Lang,
    t: &Texts,
    url: ChangeUrl,
    seen: &Seen,
    input: &Input,
    choices: &Choices,
    problems: &[FieldProblem],
) -> Markup {
    let of = |field| FieldProblem::of(problems, field);
    let act = url.act;
    let crumbs = [
        Crumb::new(t.units_title(), crate::units::UNITS),
        Crumb::new(
            seen.unit.name_in(lang),
            UnitUrl { unit: url.unit }.to_string(),
        ),
        Crumb::new(
            t.unit_changes(),
            super::ChangesUrl { unit: url.unit }.to_string(),
        ),
    ];
    let title = act.title(t);
    let about = act.about(t);
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (about) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let (from, from_help, reason, reason_help) = (
        t.change_from(),
        t.change_from_help(),
        t.reason(),
        t.change_reason_help(),
    );
    let (other, other_help) = match act {
        Act::Merger => (t.change_into(), t.change_into_help()),
        _ => (t.unit_superior(), t.change_below_help()),
    };
    let (people, units) = (t.change_people(), t.change_units());
    let went: Vec<String> = input.people.iter().map(ToString::to_string).collect();
    let gone: Vec<String> = input.units.iter().map(ToString::to_string).collect();
    let next = t.change_look();
    let action = url.to_string();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if act.has_other() {
            (form::combobox(lang, Field::new("other", &other, &input.other).required().help(&other_help).width(Width::Medium).problem(of("other")), &choices.others))
        }
        @if act.has_details() { (details(lang, t, act, input, problems)) }
        @if !choices.units.is_empty() {
            (form::checkboxes(lang, Field::new("units", &units, "").problem(of("units")), &choices.units, &gone.iter().map(String::as_str).collect::<Vec<_>>()))
        }
        @if !choices.people.is_empty() {
            (form::checkboxes(lang, Field::new("people", &people, "").problem(of("people")), &choices.people, &went.iter().map(String::as_str).collect::<Vec<_>>()))
        }
        (form::date(lang, Field::new("from", &from, &input.from).required().help(&from_help).width(Width::Short).problem(of("from"))))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().help(&reason_help).limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(html! {
            (ui::button(Button { label: &next, act: ui::Act::Primary, ..Button::default() }))
            (ui::link_button(&ui::words::texts(lang).cancel(), &UnitUrl { unit: url.unit }.to_string(), ui::Act::Plain, None))
        }))
    };
    let frame = UiForm {
        action: &action,
        problems,
        ..UiForm::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

fn details(lang: Lang, t: &Texts, act: Act, input: &Input, problems: &[FieldProblem]) -> Markup {
    let of = |field| FieldProblem::of(problems, field);
    let (name, name_en, kind_label, position, position_help, code, code_help) = (
        t.unit_name(),
        t.unit_name_en(),
        t.unit_kind(),
        t.unit_position(),
        t.change_position_help(),
        t.unit_code(),
        t.change_code_help(),
    );
    let mut kinds = vec![Choice::new("", "")];
    kinds.extend(
        kind::KINDS
            .iter()
            .map(|kind| Choice::new(kind.code, kind.title.get(lang))),
    );
    html! {
        (form::text(lang, Field::new("name", &name, &input.name).required().width(Width::Medium).problem(of("name"))))
        (form::text(lang, Field::new("name_en", &name_en, &input.name_en).width(Width::Medium).problem(of("name_en"))))
        @if act != Act::Details {
            (form::text(lang, Field::new("code", &code, &input.code).required().help(&code_help).width(Width::Short).problem(of("code"))))
        }
        (form::select(lang, Field::new("kind", &kind_label, &input.kind).required().width(Width::Short).problem(of("kind")), &kinds))
        (form::number(lang, Field::new("position", &position, &input.position).help(&position_help).width(Width::Short).problem(of("position"))))
    }
}
