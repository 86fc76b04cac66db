use super::Field;
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// One of several answers.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// A line that explains it; not shown in a drop-down.
    pub note: String,
    /// Heading under which a drop-down puts it together with its neighbours.
    pub group: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }
}

/// A drop-down. Unless a value is chosen it shows "please choose", in a query bar "all".
pub fn select(lang: Lang, field: Field<'_>, choices: &[Choice]) -> Markup {
    let please = if field.is_condition {
        texts(lang).all_of_them()
    } else {
        texts(lang).please_choose()
    };
    field.around(
        lang,
        html! {
            select id=(field.id()) name=(field.name) required[field.required]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()]
            {
                @if !choices.iter().any(|choice| choice.value.is_empty()) {
                    option value="" selected[field.value.is_empty()] { (please) }
                }
                @for group in choices.chunk_by(|a, b| a.group == b.group) {
                    @if group[0].group.is_empty() { (options(&field, group)) }
                    @else { optgroup label=(group[0].group) { (options(&field, group)) } }
                }
            }
        },
    )
}

fn options(field: &Field<'_>, choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices {
            option value=(choice.value) selected[choice.value == field.value] { (choice.label) }
        }
    }
}

/// One of a few answers, all in sight.
pub fn radios(lang: Lang, field: Field<'_>, choices: &[Choice]) -> Markup {
    group(lang, &field, "radio", choices, &|choice| {
        choice.value == field.value
    })
}

/// Any of several answers. `field.value` is not used; `ticked` holds the values that are ticked.
pub fn checkboxes(lang: Lang, field: Field<'_>, choices: &[Choice], ticked: &[&str]) -> Markup {
    group(lang, &field, "checkbox", choices, &|choice| {
        ticked.contains(&choice.value.as_str())
    })
}

/// One box to tick; sends `field.value`, or `true` when that is empty.
pub fn checkbox(lang: Lang, field: Field<'_>, is_ticked: bool) -> Markup {
    let value = if field.value.is_empty() {
        "true"
    } else {
        field.value
    };
    html! {
        div class="field field-check" data-invalid[field.problem.is_some()] {
            div class="choice" {
                input type="checkbox" id=(field.id()) name=(field.name) value=(value) checked[is_ticked]
                    aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
                label for=(field.id()) { (field.label) }
            }
            @if !field.help.is_empty() { p class="help" id={ (field.id()) "-help" } { (field.help) } }
            @if let Some(problem) = field.problem {
                p class="problem" id={ (field.id()) "-problem" } {
                    span class="sr-only" { (texts(lang).error_prefix()) } (problem)
                }
            }
        }
    }
}

/// A line of text with proposals. What is typed need not be among them: the server resolves it.
pub fn combobox(lang: Lang, field: Field<'_>, proposals: &[Choice]) -> Markup {
    let list = format!("{}-list", field.id());
    field.around(
        lang,
        html! {
            input type="text" id=(field.id()) name=(field.name) value=(field.value) list=(list) autocomplete="off"
                required[field.required] readonly[field.read_only]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
            datalist id=(list) {
                @for proposal in proposals { option value=(proposal.value) { (proposal.label) } }
            }
        },
    )
}

fn group(
    lang: Lang,
    field: &Field<'_>,
    kind: &str,
    choices: &[Choice],
    is_ticked: &dyn Fn(&Choice) -> bool,
) -> Markup {
    field.around_group(
        lang,
        html! {
            div class="choices" {
                @for (at, choice) in choices.iter().enumerate() {
                    @let id = format!("{}-{at}", field.id());
                    div class="choice" {
                        input type=(kind) id=(id) name=(field.name) value=(choice.value) checked[is_ticked(choice)];
                        label for=(id) {
                            (choice.label)
                            @if !choice.note.is_empty() { span class="choice-note" { (choice.note) } }
                        }
                    }
                }
            }
        },
    )
}
