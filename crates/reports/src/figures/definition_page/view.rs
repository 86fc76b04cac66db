use super::{Around, Input, accounts};
use crate::{figures::figure_page::period, words};
use kernel::Lang;
use ledger::PeriodRule;
use maud::{Markup, html};
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead,
    form::{Choice, Field, FieldProblem, Form as FormFrame},
};

pub fn view(lang: Lang, input: &Input, around: &Around) -> Markup {
    let t = words::texts(lang);
    let problems: Vec<FieldProblem> = around
        .faults
        .iter()
        .map(|fault| FieldProblem::new(fault.field, &fault.text))
        .collect();
    let problem = |field: &str| FieldProblem::of(&problems, field);
    let typed = &input.typed;
    let periods: Vec<Choice> = PeriodRule::ALL
        .into_iter()
        .map(|rule| Choice::new(rule.code(), period(lang, rule)))
        .collect();
    let version = input.seen_version.to_string();
    let entry = input.entry.to_string();
    let mut crumbs = vec![Crumb::new(t.catalogue_title(), "/figures")];
    let there = format!("/figures/{}", input.code);
    if input.seen_version != 0 {
        crumbs.push(Crumb::new(typed_title(lang, input), &there));
    }
    html! {
        (ui::page_head(lang, PageHead { title: &t.definition_title(), sub: Some(html! { p { (t.definition_sub()) } }), crumbs: &crumbs, ..PageHead::default() }))
        @if let Some(text) = &around.stale { (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.stale_title(), text, ..Notice::default() })) }
        @if let Some(trial) = &around.trial { (trial.view(lang)) }
        (ui::form::form(lang, FormFrame { action: "/figure_definitions", problems: &problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::hidden("seen_version", &version))
            @if input.seen_version == 0 {
                (ui::form::text(lang, Field::new("code", &t.column_code(), &input.code).required().help(&t.figure_code_help()).problem(problem("code"))))
            } @else { (ui::form::hidden("code", &input.code)) }
            (ui::form::text(lang, Field::new("title_zh", &t.field_title_zh(), &typed.title_zh).required().problem(problem("title_zh"))))
            (ui::form::text(lang, Field::new("title_en", &t.field_title_en(), &typed.title_en).required().problem(problem("title_en"))))
            (ui::form::text(lang, Field::new("formula", &t.field_formula(), &typed.formula).required().help(&t.field_formula_help()).problem(problem("formula"))))
            @if let Some(at) = around.mistake_at { (mistake(lang, &typed.formula, at)) }
            (picker(lang, input, around))
            (ui::form::select(lang, Field::new("period", &t.field_period(), &typed.period).required().problem(problem("period")), &periods))
            (ui::form::text(lang, Field::new("format_zh", &t.field_format_zh(), &typed.format_zh).required().help(&t.field_format_help()).problem(problem("format_zh"))))
            (ui::form::text(lang, Field::new("format_en", &t.field_format_en(), &typed.format_en).help(&t.field_format_en_help()).problem(problem("format_en"))))
            (ui::form::text_area(lang, Field::new("definition_zh", &t.field_definition_zh(), &typed.definition_zh).required().problem(problem("definition_zh"))))
            (ui::form::text_area(lang, Field::new("definition_en", &t.field_definition_en(), &typed.definition_en).required().problem(problem("definition_en"))))
            @if input.seen_version != 0 {
                // Not required by the browser: a trial needs no reason.
                (ui::form::text(lang, Field::new("reason", &t.field_reason(), &input.reason).help(&t.field_reason_help()).problem(problem("reason"))))
            }
            (ui::acts(html! {
                (ui::button(Button { label: &t.figure_save(), act: Act::Primary, name: "then", value: "save", ..Button::default() }))
                (ui::button(Button { label: &t.figure_try(), name: "then", value: "try", ..Button::default() }))
            }))
        }))
        @if let Some(versions) = &around.versions { (ui::section("versions", &t.versions_heading(), html! {}, versions.view(lang))) }
    }
}

fn typed_title(lang: Lang, input: &Input) -> &str {
    match lang {
        Lang::Zh => &input.typed.title_zh,
        Lang::En => &input.typed.title_en,
    }
}

/// The formula with the place of its mistake marked.
fn mistake(lang: Lang, formula: &str, at: usize) -> Markup {
    let characters: Vec<char> = formula.chars().collect();
    let start = at.saturating_sub(1).min(characters.len());
    let is_word = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '$');
    let word = characters[start..]
        .iter()
        .take_while(|c| is_word(c))
        .count();
    let end = (start + word.max(1)).min(characters.len());
    let text = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    html! {
        p class="problem" { (words::texts(lang).formula_mistake_here()) " "
            code {
                (text(0, start))
                mark class="formula-mark" { @if start == end { "▲" } @else { (text(start, end)) } }
                (text(end, characters.len()))
            }
        }
    }
}

fn picker(lang: Lang, input: &Input, around: &Around) -> Markup {
    let t = words::texts(lang);
    html! {
        fieldset class="picker" {
            legend { (t.accounts_heading()) }
            div class="picker-search" {
                (ui::form::search(lang, Field::new("pick", &t.accounts_search(), &input.pick).condition()))
                (ui::button(Button { label: &t.picker_find(), name: "then", value: "find", ..Button::default() }))
            }
            // With script the list follows what is typed; without, the button asks for it.
            div id="picked" role="status" hx-get="/figure_definitions/accounts" hx-include="#pick" hx-trigger="input delay:250ms from:#pick" {
                (accounts::list(lang, &around.found))
            }
        }
    }
}
