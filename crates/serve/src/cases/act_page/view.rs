use super::{ActUrl, Asked, Input, helpers, reading};
use crate::{
    cases::{
        case::{Act, Found, Outcome, Side, side},
        limit::Limit,
        links, said,
    },
    words::texts,
};
use kernel::limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX};
use maud::{Markup, html};
use ui::{
    Button, Crumb, Fact, Notice, NoticeKind, PageHead,
    form::{self, Choice, Field, FieldProblem, Width},
};

pub(super) fn view(asked: &Asked, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (lang, case) = (asked.lang, &asked.whole.case);
    let verb = said::act(lang, asked.act);
    let body = html! {
        (form::hidden("entry", &input.entry))
        (own_fields(asked, input, problems))
        (templates(asked))
        (texts_of(asked, input, problems))
        (ui::acts(html! {
            (ui::button(Button { label: &verb, act: ui::Act::Primary, ..Button::default() }))
            @if matches!(asked.act, Act::Dispatch | Act::Helpers) { (helpers::more_button(asked, input)) }
        }))
    };
    let action = ActUrl {
        case: case.id,
        act: asked.act.code().to_owned(),
    }
    .to_string();
    let frame = form::Form {
        action: &action,
        draft: &action,
        multipart: true,
        problems,
        ..form::Form::default()
    };
    html! {
        (head(asked))
        (form::form(lang, frame, body))
    }
}

/// Instead of the form: why this cannot be done now, or not by this person.
pub(super) fn refused(asked: &Asked, why: &str) -> Markup {
    let back = links::case(asked.whole.case.id);
    let notice = Notice {
        kind: NoticeKind::Warning,
        text: why,
        act: Some((&texts(asked.lang).act_back(), &back)),
        ..Notice::default()
    };
    html! {
        (head(asked))
        (ui::notice(asked.lang, &notice))
    }
}

fn head(asked: &Asked) -> Markup {
    let (lang, t, case) = (asked.lang, texts(asked.lang), &asked.whole.case);
    let (verb, help) = (said::act(lang, asked.act), said::act_help(lang, asked.act));
    let head = PageHead {
        title: &verb,
        sub: Some(html! {
            p { (case.number) " " (case.title) }
            p class="hint" { (help) }
        }),
        crumbs: &[
            Crumb::new(t.cases(), links::CASES),
            Crumb::new(case.title.as_str(), links::case(case.id)),
        ],
        ..PageHead::default()
    };
    ui::page_head(lang, head)
}

/// What only this act asks for.
fn own_fields(asked: &Asked, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (lang, t) = (asked.lang, texts(asked.lang));
    let of = |field| FieldProblem::of(problems, field);
    match asked.act {
        Act::Acceptance => {
            let limits: Vec<Choice> = Limit::ALL
                .iter()
                .map(|limit| Choice::new(limit.code(), said::limit(lang, *limit)))
                .collect();
            let (limit, title, help) = (
                t.limit(),
                t.case_public_title(),
                t.field_public_title_help(),
            );
            html! {
                (form::radios(lang, Field::new("limit", &limit, &input.limit).required().problem(of("limit")), &limits))
                (form::text(lang, Field::new("public_title", &title, &input.public_title).help(&help).limit(TITLE_CHARS_MAX)))
            }
        }
        Act::Transfer => {
            let (label, help) = (t.field_new_lead(), t.field_lead_help());
            let field = Field::new("lead", &label, &input.lead)
                .help(&help)
                .required()
                .problem(of("lead"));
            form::combobox(lang, field, &proposals(asked))
        }
        Act::RecheckDay => {
            let label = t.field_recheck_day();
            let field = Field::new("day", &label, &input.day)
                .required()
                .width(Width::Short)
                .problem(of("day"));
            form::date(lang, field)
        }
        Act::Recheck => {
            let found: Vec<Choice> = Found::ALL
                .iter()
                .map(|found| Choice::new(found.code(), said::found(lang, *found)))
                .collect();
            let label = t.field_found();
            let field = Field::new("found", &label, &input.found)
                .required()
                .problem(of("found"));
            form::radios(lang, field, &found)
        }
        Act::Merge => {
            let proposals: Vec<Choice> = asked
                .similar
                .iter()
                .map(|case| Choice::new(case.number.as_str(), case.title.as_str()))
                .collect();
            let (label, help) = (t.field_into(), t.field_into_help());
            let field = Field::new("into", &label, &input.into)
                .help(&help)
                .required()
                .width(Width::Medium)
                .problem(of("into"));
            form::combobox(lang, field, &proposals)
        }
        Act::Dispatch => {
            let fallback = asked.standing.fallback;
            let fallback = fallback.map(|unit| asked.sight.directory.name(unit, lang));
            let help = match fallback {
                Some(unit) => t.field_lead_help_fallback(unit),
                None => t.field_lead_help(),
            };
            let label = t.field_lead();
            let field = Field::new("lead", &label, &input.lead)
                .help(&help)
                .required()
                .problem(of("lead"));
            html! {
                (form::combobox(lang, field, &proposals(asked)))
                (helpers::view(asked, input, problems))
            }
        }
        Act::Helpers => helpers::view(asked, input, problems),
        Act::ExtensionRequest | Act::Extension => {
            let label = t.field_extension();
            let field = Field::new("by", &label, &input.by)
                .required()
                .width(Width::Short)
                .problem(of("by"));
            form::number(lang, field)
        }
        Act::CallBack => {
            let outcomes: Vec<Choice> = Outcome::ALL
                .iter()
                .map(|outcome| Choice::new(outcome.code(), said::outcome(lang, *outcome)))
                .collect();
            let label = t.field_outcome();
            let field = Field::new("outcome", &label, &input.outcome)
                .required()
                .problem(of("outcome"));
            form::radios(lang, field, &outcomes)
        }
        act if side(act) == Side::Part || matches!(act, Act::PartSignOff | Act::PartRedo) => {
            let units = reading::parts(asked);
            let name = |unit| asked.sight.directory.name(unit, lang).to_owned();
            let choices: Vec<Choice> = units
                .iter()
                .map(|unit| Choice::new(unit.to_string(), name(*unit)))
                .collect();
            let label = t.field_for_unit();
            let field = Field::new("unit", &label, &input.unit)
                .required()
                .problem(of("unit"));
            html! {
                @if 1 < units.len() { (form::radios(lang, field, &choices)) }
                @if act == Act::PartSignOff || act == Act::PartRedo { (duties(asked, &units)) }
            }
        }
        _ => html! {},
    }
}

/// Beginnings of answers that the office wrote: a press puts one into the field, where it can be changed.
fn templates(asked: &Asked) -> Markup {
    let t = texts(asked.lang);
    html! {
        @if !asked.templates.is_empty() {
            fieldset class="field" {
                legend { (t.templates()) }
                p class="help" { (t.templates_use_help()) }
                @for template in &asked.templates {
                    button type="submit" class="button" name="template" value=(template.name)
                        data-insert=(template.text) data-insert-into="said" { (template.name) }
                    " "
                }
            }
        }
    }
}

/// What these units were to do and what they replied, so that whoever looks at it need not go back for it.
fn duties(asked: &Asked, units: &[kernel::UnitId]) -> Markup {
    let (lang, t) = (asked.lang, texts(asked.lang));
    let parts = asked.standing.parts.iter();
    let facts: Vec<Fact> = parts
        .filter(|part| units.contains(&part.unit))
        .map(|part| {
            let replies = asked.replies.iter().rev();
            let reply = replies.clone().find(|(unit, _)| *unit == part.unit);
            let words = html! {
                @if !part.duty.is_empty() { p { (t.part_duty_was(part.duty.as_str())) } }
                @if let Some((_, reply)) = reply { p { (t.part_reply_was(reply.as_str())) } }
            };
            Fact::new(asked.sight.directory.name(part.unit, lang), words)
        })
        .collect();
    ui::facts(&facts)
}

/// Units that lead cases: all but the branches and committees of the party.
pub(super) fn proposals(asked: &Asked) -> Vec<Choice> {
    let (lang, directory) = (asked.lang, &asked.sight.directory);
    let is_office = |unit: &kernel::UnitId| {
        let kind = directory.unit(*unit).map_or("", |unit| unit.kind.as_str());
        !matches!(kind, "party_branch" | "general_branch" | "party_committee")
    };
    let units = asked.sight.open_units().filter(is_office);
    directory
        .in_order(units)
        .into_iter()
        .map(|unit| Choice::new(directory.name(unit, lang), ""))
        .collect()
}

fn texts_of(asked: &Asked, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (lang, t, act) = (asked.lang, texts(asked.lang), asked.act);
    let of = |field| FieldProblem::of(problems, field);
    let said_label = t.field_said();
    let said = Field::new("said", &said_label, &input.said)
        .limit(NOTE_CHARS_MAX)
        .problem(of("said"));
    let said = match act.needs_public_text() {
        true => said.required(),
        false => said,
    };
    let noted_label = match act {
        Act::Confirmation | Act::Recheck => t.field_evidence(),
        act if act.needs_note() => t.field_reason(),
        _ => t.field_noted(),
    };
    let noted = Field::new("noted", &noted_label, &input.noted)
        .limit(NOTE_CHARS_MAX)
        .problem(of("noted"));
    let noted = match act.needs_note() {
        true => noted.required(),
        false => noted,
    };
    html! {
        (form::text_area(lang, said))
        (form::text_area(lang, noted))
        (web::files_field(lang, &asked.files, of(web::FILES_FIELD)))
    }
}
