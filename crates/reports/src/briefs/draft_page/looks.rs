//! How a draft will look, and what the check finds in it.
use super::input::Input;
use crate::{
    briefs::{
        brief, catalogue,
        chart::Drawing,
        checking::{self, Check, LONG_CHARS, Length, Missing, TOO_LONG_CHARS},
        embedded::{self, Embedded, Resolved},
        issuing,
        live::{self, Numbers},
        markup,
        paper::number_url,
        pictures, placing,
        sheet::{Drawn, Sheet, Shown, sheet},
        typed::{self, Typed, Verdict},
    },
    figures::{Asked, firmness::Firm},
    words,
};
use kernel::{Actor, Lang};
use maud::{Markup, html};
use orgs::Directory;
use ui::{Act, Button};
use web::{App, WebError};

/// What a draft is, read and counted.
pub struct Read {
    pub document: markup::Document,
    pub numbers: Numbers,
    pub embedded: Embedded,
}

pub async fn read(
    app: &App,
    actor: &Actor,
    brief: &brief::Model,
    directory: &Directory,
) -> Result<Read, WebError> {
    let reader = app.db.reader();
    let document = markup::read(&brief.body);
    let context = live::Context::from(brief);
    let numbers = live::resolve(reader, &app.book, directory, actor, &document, &context).await?;
    let embedded = embedded::resolve(
        reader, &app.book, directory, actor, brief.id, &document, &context,
    )
    .await?;
    Ok(Read {
        document,
        numbers,
        embedded,
    })
}

/// How it will look, as it is typed. Typed numbers are compared with the figures in the text; with the whole catalogue only
/// before the issue, which takes longer.
pub async fn looks(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: &brief::Model,
    directory: &Directory,
    input: &Input,
) -> Result<Markup, WebError> {
    let typed = input.over(brief);
    let read = read(app, actor, &typed, directory).await?;
    let without_records =
        issuing::without_records(app.db.reader(), &app.book, &read.numbers).await?;
    let candidates = catalogue::quoted(&read.document, &read.numbers);
    let check = checking::check(
        &typed,
        checking::Seen {
            document: &read.document,
            numbers: &read.numbers,
            embedded: &read.embedded,
            without_records: &without_records,
            looked: None,
            typed: &typed::find(&typed.body, &candidates),
            firmness: &issuing::firmness(app.db.reader(), &app.book, &read.numbers).await?,
        },
    );
    Ok(html! {
        (checked(lang, &check, Placing::InForm))
        (on_sheet(lang, &typed, &read, directory))
    })
}

/// The draft as it will print.
pub fn on_sheet(lang: Lang, brief: &brief::Model, read: &Read, directory: &Directory) -> Markup {
    let t = words::texts(lang);
    let document = &read.document;
    let tokens = document.tokens.iter().zip(&read.numbers);
    let shown: Vec<Shown> = tokens
        .map(|(placed, number)| match number {
            Ok(number) => live_number(number, directory),
            Err(problem) => Shown {
                text: placed.source.clone(),
                href: String::new(),
                mark: Some(problem.text(lang)),
            },
        })
        .collect();
    let standing = document.embedded.iter().zip(&read.embedded);
    let embedded: Vec<Drawn> = standing
        .map(|(standing, resolved)| match resolved {
            Ok(resolved) => drawn(resolved, brief, directory),
            Err(problem) => Drawn::Fault {
                source: standing.source.clone(),
                problem: problem.text(lang),
            },
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
            copies: brief.copies.and_then(|copies| u32::try_from(copies).ok()),
            embedded: &embedded,
        },
        &shown,
    )
}

fn live_number(number: &live::Number, directory: &Directory) -> Shown {
    Shown {
        text: number.shown.clone(),
        href: Asked::of(&number.scope, directory).url(&number.definition.code),
        // Nothing has changed since it was printed: it is not.
        mark: None,
    }
}

fn drawn(resolved: &Resolved, brief: &brief::Model, directory: &Directory) -> Drawn {
    match resolved {
        Resolved::Chart(chart) => Drawn::Chart(Drawing::of(chart, directory)),
        Resolved::Picture(picture) => Drawn::Picture {
            src: pictures::src(brief.id, picture.file.id),
            caption: picture.caption.clone(),
            width_mm: picture.width_mm,
        },
        Resolved::Restatement(one) => {
            let zh = words::texts(Lang::Zh);
            let title = one.new.definition.title(Lang::Zh);
            Drawn::Restated {
                before: zh.restated_before(one.issue_number, one.total, title),
                old: one.old.clone(),
                old_href: number_url(one.total, one.number),
                new: live_number(&one.new, directory),
                reason: one.reason.clone(),
            }
        }
    }
}

pub fn foot(lang: Lang, to: [Vec<String>; 3]) -> Vec<(String, String)> {
    let t = words::texts(lang);
    let labels = [t.foot_report_to(), t.foot_send_to(), t.foot_issue_to()];
    let lines = labels.into_iter().zip(to).filter(|(_, to)| !to.is_empty());
    lines.map(|(label, to)| (label, to.join("，"))).collect()
}

/// How a typed number is replaced from where the check is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing<'a> {
    /// By the form that the text is in, so that nothing typed is lost.
    InForm,
    /// By a form of its own, for this draft and version.
    Alone { action: &'a str, version: i32 },
}

/// What the check found: what is missing, tokens without a number, what may be meant so, length.
pub fn checked(lang: Lang, check: &Check, placing: Placing<'_>) -> Markup {
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
    let unprintable = check.unprintable.iter().map(|found| match found.line {
        Some(line) => t.check_unprintable(line, found.text(lang)),
        None => found.text(lang),
    });
    let blocking: Vec<String> = missing.chain(unresolved).chain(unprintable).collect();
    let empty = check
        .empty
        .iter()
        .map(|one| t.check_empty(one.line, one.title.as_str(), one.shown.as_str()));
    let moved = check.moved.iter().map(|one| {
        t.check_moved(
            one.line,
            one.title.as_str(),
            one.then.as_str(),
            one.now.as_str(),
        )
    });
    let addressees = (!check.has_addressees).then(|| t.check_no_addressees());
    let concerns: Vec<String> = empty.chain(moved).chain(addressees).collect();
    let length = match check.length() {
        Length::Fine => t.length_fine(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::Long => t.length_long(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::TooLong => t.length_too_long(check.characters, TOO_LONG_CHARS),
    };
    let contradicts = |one: &&Typed| one.verdict == Verdict::Contradicts;
    let equal = |one: &&Typed| one.verdict == Verdict::Equal;
    html! {
        p class="hint" role="status" { (length) " " (t.numbers_in_it(check.numbers)) }
        (firm(lang, &check.firm))
        @if !blocking.is_empty() {
            div class="sheet-checks" {
                p { strong { (t.checks_found(blocking.len())) } }
                ul { @for text in &blocking { li { (text) } } }
            }
        }
        @if !concerns.is_empty() || check.typed.iter().any(|one| contradicts(&one)) {
            div class="sheet-checks" {
                p { strong { (t.checks_concerns()) } }
                ul {
                    @for text in &concerns { li { (text) } }
                    @for one in check.typed.iter().filter(contradicts) {
                        li { (t.check_contradicts(one.line, one.text.as_str(), one.title.as_str(), one.shown.as_str())) " " (place(lang, one, placing)) }
                    }
                }
            }
        }
        @if check.typed.iter().any(|one| equal(&one)) {
            div class="sheet-checks" {
                p { strong { (t.checks_typed()) } }
                ul {
                    @for one in check.typed.iter().filter(equal) {
                        li { (t.check_equal(one.line, one.text.as_str(), one.title.as_str())) " " (place(lang, one, placing)) }
                    }
                }
            }
        }
    }
}

/// Which numbers no longer change, and which are being restated.
fn firm(lang: Lang, firm: &Firm) -> Markup {
    let t = words::texts(lang);
    html! {
        @if let Some((count, through)) = firm.closed {
            p class="hint" { a href="/periods" { (t.check_closed(count, paper::write_date(through, lang))) } }
        }
        @if let Some(reopened) = &firm.reopened {
            @let lines: Vec<String> = reopened.places.iter().map(usize::to_string).collect();
            div class="sheet-checks" {
                p { a href="/periods" { (t.check_reopened(
                    paper::write_date(reopened.through, lang), reopened.numbers, lines.join(&t.list_comma()),
                )) } }
            }
        }
    }
}

/// Puts the figure where its number was typed.
fn place(lang: Lang, one: &Typed, placing: Placing<'_>) -> Markup {
    let label = words::texts(lang).placing_put();
    let value = placing::value(one);
    let button = Button {
        label: &label,
        act: Act::Quiet,
        name: "place",
        value: &value,
        form: if placing == Placing::InForm {
            "draft"
        } else {
            ""
        },
        ..Button::default()
    };
    html! {
        @match placing {
            Placing::InForm => (ui::button(button)),
            Placing::Alone { action, version } => {
                form method="post" action=(action) class="section-in-act" {
                    (ui::form::hidden("entry", &uuid::Uuid::now_v7().to_string()))
                    (ui::form::hidden("seen_version", &version.to_string()))
                    (ui::button(button))
                }
            },
        }
    }
}
