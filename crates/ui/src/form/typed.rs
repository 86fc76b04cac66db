use super::Field;
use kernel::Lang;
use maud::{Markup, html};

/// One line of text.
pub fn text(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "text", None)
}

/// Several lines of text.
pub fn text_area(lang: Lang, field: Field<'_>) -> Markup {
    let rows = if field.limit.is_some_and(|limit| limit <= 200) {
        "3"
    } else {
        "6"
    };
    field.around(
        lang,
        html! {
            textarea id=(field.id()) name=(field.name) rows=(rows) required[field.required] readonly[field.read_only]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()]
            { "\n" (field.value) }
        },
    )
}

/// A number: brings up the digits on a phone, keeps what was typed when it is no number.
pub fn number(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "text", Some("decimal"))
}

/// A telephone number: brings up the digits on a phone, keeps what was typed in other ways of writing.
pub fn telephone(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "tel", None)
}

/// A day, as `2021-06-30`.
pub fn date(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "date", None)
}

pub fn password(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "password", None)
}

pub fn search(lang: Lang, field: Field<'_>) -> Markup {
    input(lang, &field, "search", None)
}

/// A file to send. `accept` lists endings, `.xlsx,.csv`. The form must be multipart.
pub fn file(lang: Lang, field: Field<'_>, accept: &str) -> Markup {
    field.around(
        lang,
        html! {
            input type="file" id=(field.id()) name=(field.name) accept=(accept) required[field.required]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        },
    )
}

/// Sent along and not shown: the entry's id, the version that was read.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

fn input(lang: Lang, field: &Field<'_>, kind: &str, mode: Option<&str>) -> Markup {
    let autocomplete = (!field.autocomplete.is_empty()).then_some(field.autocomplete);
    field.around(
        lang,
        html! {
            input type=(kind) id=(field.id()) name=(field.name) value=(field.value) inputmode=[mode]
                autocomplete=[autocomplete] required[field.required] readonly[field.read_only]
                data-offline-today[field.is_today]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        },
    )
}
