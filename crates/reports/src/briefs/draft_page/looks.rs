//! How a draft will look, and what the check finds in it.
use super::input::Input;
use crate::{
    briefs::{
        brief,
        checking::{self, Check, LONG_CHARS, Length, Missing, TOO_LONG_CHARS},
        live::{self, Numbers},
        markup,
        sheet::{Sheet, Shown, sheet},
    },
    figures::Asked,
    words,
};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use orgs::Directory;
use web::{App, WebError};

/// How it will look, as it is typed.
pub async fn looks(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: &brief::Model,
    directory: &Directory,
    input: &Input,
) -> Result<Markup, WebError> {
    let typed = input.over(brief);
    let document = markup::read(&typed.body);
    let context = live::Context::from(&typed);
    let numbers = live::resolve(
        app.db.reader(),
        &app.book,
        directory,
        actor,
        &document,
        &context,
    )
    .await?;
    let check = checking::check(&typed, &document, &numbers);
    Ok(html! {
        (checked(lang, &check))
        (on_sheet(lang, &typed, &document, &numbers, directory))
    })
}

/// The draft as it will print.
pub fn on_sheet(
    lang: Lang,
    brief: &brief::Model,
    document: &markup::Document,
    numbers: &Numbers,
    directory: &Directory,
) -> Markup {
    let t = words::texts(lang);
    let shown = document
        .tokens
        .iter()
        .zip(numbers)
        .map(|(placed, number)| match number {
            Ok(number) => Shown {
                text: number.shown.clone(),
                href: Asked::of(&number.scope, directory).url(&number.definition.code),
                mark: Some(number.definition.title(lang).to_owned()),
            },
            Err(problem) => Shown {
                text: placed.source.clone(),
                href: String::new(),
                mark: Some(problem.text(lang)),
            },
        });
    // The mark of a live number is its title alone: nothing has changed since it was printed.
    let shown: Vec<Shown> = shown
        .map(|shown| {
            if shown.href.is_empty() {
                shown
            } else {
                Shown {
                    mark: None,
                    ..shown
                }
            }
        })
        .collect();
    sheet(
        lang,
        &Sheet {
            name: &brief.name,
            issue: &t.sheet_draft(),
            office: &brief.office,
            date: &paper::write_date(brief.as_of, Lang::Zh),
            title: &brief.title,
            editors_note: &brief.editors_note,
            blocks: &document.blocks,
            foot: &foot(
                lang,
                [&brief.report_to, &brief.send_to, &brief.issue_to].map(|to| brief::addressees(to)),
            ),
        },
        &shown,
    )
}

pub fn foot(lang: Lang, to: [Vec<String>; 3]) -> Vec<(String, String)> {
    let t = words::texts(lang);
    let labels = [t.foot_report_to(), t.foot_send_to(), t.foot_issue_to()];
    let lines = labels.into_iter().zip(to).filter(|(_, to)| !to.is_empty());
    lines.map(|(label, to)| (label, to.join("，"))).collect()
}

/// What the check found: missing fields, tokens without a number, length.
pub fn checked(lang: Lang, check: &Check) -> Markup {
    let t = words::texts(lang);
    let missing = check.missing.iter().map(|missing| match missing {
        Missing::Name => t.missing_name(),
        Missing::Office => t.missing_office(),
        Missing::Title => t.missing_title(),
        Missing::Body => t.missing_body(),
    });
    let unresolved = check
        .unresolved
        .iter()
        .map(|found| t.token_at_line(found.line, found.source.as_str(), found.problem.text(lang)));
    let found: Vec<String> = missing.chain(unresolved).collect();
    let length = match check.length() {
        Length::Fine => t.length_fine(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::Long => t.length_long(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::TooLong => t.length_too_long(check.characters, TOO_LONG_CHARS),
    };
    html! {
        p class="hint" role="status" { (length) " " (t.numbers_in_it(check.numbers)) }
        @if !found.is_empty() {
            div class="sheet-checks" {
                p { strong { (t.checks_found(found.len())) } }
                ul { @for text in &found { li { (text) } } }
            }
        }
    }
}
