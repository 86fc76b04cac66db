//! The form in which a case is raised, by a resident or for one.
use super::{
    case::Kind,
    links,
    raising::{self, PICTURES_MAX, RaiseError, Raising},
    said,
    store::Case,
};
use crate::words::texts;
use files::File;
use kernel::{
    EntryId, Lang, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button,
    form::{self, Choice, Field, FieldProblem, FilesField, KeptFile, Width},
};
use uuid::Uuid;
use web::{SentFiles, WebError};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    pub(super) entry: String,
    kind: String,
    pub(super) body: String,
    pub(super) place: String,
    name: String,
    phone: String,
    pub(super) desk: String,
    /// Whether similar cases were shown.
    pub(super) compared: String,
}

impl Input {
    pub(super) fn new(desk: UnitId) -> Input {
        Input {
            entry: Uuid::now_v7().to_string(),
            kind: Kind::Help.code().to_owned(),
            desk: desk.to_string(),
            ..Input::default()
        }
    }

    pub(super) fn raising(&self, desk: UnitId) -> Result<Raising, WebError> {
        let entry: EntryId = self
            .entry
            .parse()
            .map_err(|_| WebError::Unreadable("entry".to_owned()))?;
        Ok(Raising {
            entry,
            kind: Kind::from_code(&self.kind).unwrap_or(Kind::Help),
            body: self.body.clone(),
            place: self.place.clone(),
            name: self.name.clone(),
            phone: self.phone.clone(),
            desk,
        })
    }
}

/// All that is wrong with what was typed and chosen.
pub(super) fn problems(
    lang: Lang,
    new: &Raising,
    sent: &SentFiles,
) -> Result<Vec<FieldProblem>, WebError> {
    let wrong = raising::wrong(new).into_iter();
    let mut problems: Vec<FieldProblem> = wrong
        .map(|error| problem(lang, error))
        .collect::<Result<_, _>>()?;
    let files = sent.problem(lang);
    problems.extend(files.map(|files| FieldProblem::new(web::FILES_FIELD, files)));
    Ok(problems)
}

pub(super) fn problem(lang: Lang, error: RaiseError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    Ok(match error {
        RaiseError::Nothing => FieldProblem::new("body", t.tell_us_nothing()),
        RaiseError::TooLong(field, max) => FieldProblem::new(field, t.problem_long(max as u32)),
        RaiseError::Phone => FieldProblem::new("phone", t.tell_us_phone_wrong()),
        RaiseError::TooManyFiles => FieldProblem::new(
            web::FILES_FIELD,
            t.tell_us_pictures_many(PICTURES_MAX as u32),
        ),
        RaiseError::NotAPicture(name) => {
            FieldProblem::new(web::FILES_FIELD, t.tell_us_pictures_kind(name))
        }
        RaiseError::NotYours => FieldProblem::new("desk", t.case_new_not_yours()),
        RaiseError::Book(source) => return Err(source.into()),
    })
}

/// Open cases like this one, before it is sent. `href` where the reader may open them.
pub(super) fn similar(
    lang: Lang,
    cases: &[Case],
    title: impl Fn(&Case) -> String,
    href: impl Fn(&Case) -> Option<String>,
    join: impl Fn(&Case) -> Option<String>,
) -> Markup {
    let t = texts(lang);
    html! {
        section class="notice tone-info" role="status" aria-labelledby="similar-title" {
            div {
                h2 class="notice-title" id="similar-title" { (t.similar_title()) }
                p { (t.similar_text()) }
                ul class="offers" {
                    @for case in cases {
                        li {
                            div {
                                @match href(case) {
                                    Some(href) => { a href=(href) { (title(case)) } }
                                    None => (title(case)),
                                }
                                p class="hint" { (case.raised_on) " " (said::public_state(lang, case.state())) }
                            }
                            @if let Some(join) = join(case) {
                                a class="button" href=(join) data-draft-instead { (t.join()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Said with the form once similar cases were shown: sent like this, it is meant as one more.
pub(super) fn compared() -> Markup {
    form::hidden("compared", "true")
}

/// `desks` for an officer, who says which unit heard it; `draft` names the place where unsent input is kept.
pub(super) fn view(
    lang: Lang,
    action: &str,
    draft: &str,
    desks: &[Choice],
    input: &Input,
    kept: &[File],
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (pictures, pictures_help) = (
        t.tell_us_pictures(),
        t.tell_us_pictures_help(PICTURES_MAX as u32),
    );
    let pictures_field = Field::new(web::FILES_FIELD, &pictures, "")
        .help(&pictures_help)
        .problem(of(web::FILES_FIELD));
    let kept: Vec<KeptFile> = kept.iter().map(kept_file).collect();
    let pictures = FilesField {
        accept: ".jpg,.jpeg,.png",
        kept_name: web::KEPT_FIELD,
        kept: &kept,
    };
    let similar = links::similar_to(action);
    let kinds: Vec<Choice> = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), said::kind(lang, *kind)))
        .collect();
    let (kind, what, what_help) = (t.tell_us_kind(), t.tell_us_what(), t.tell_us_what_help());
    let (place, place_help, name) = (t.tell_us_where(), t.tell_us_where_help(), t.tell_us_name());
    let (phone, phone_help) = (t.tell_us_phone(), t.tell_us_phone_help());
    let (desk, desk_help, send) = (
        t.case_new_desk(),
        t.case_new_desk_help(),
        t.tell_us_submit(),
    );
    let phone_field = Field {
        autocomplete: "tel",
        ..Field::new("phone", &phone, &input.phone)
    };
    let body = html! {
        (form::hidden("entry", &input.entry))
        (form::text_area(lang, Field::new("body", &what, &input.body).help(&what_help).required().limit(NOTE_CHARS_MAX).problem(of("body"))))
        (form::text(lang, Field::new("place", &place, &input.place).help(&place_help).limit(TITLE_CHARS_MAX).problem(of("place"))))
        // The form carries files, this question none.
        div id="similar" hx-post=(similar) hx-include="#body, #place" hx-encoding="application/x-www-form-urlencoded"
            hx-trigger="input delay:700ms from:#body"
        {
            @if !input.compared.is_empty() { (compared()) }
        }
        (form::select(lang, Field::new("kind", &kind, &input.kind).required().width(Width::Medium), &kinds))
        (form::form_row(html! {
            (form::text(lang, Field::new("name", &name, &input.name).width(Width::Medium).problem(of("name"))))
            (form::telephone(lang, phone_field.help(&phone_help).width(Width::Medium).problem(of("phone"))))
        }))
        (form::files(lang, pictures_field, pictures))
        @if !desks.is_empty() {
            (form::select(lang, Field::new("desk", &desk, &input.desk).help(&desk_help).required().width(Width::Medium).problem(of("desk")), desks))
        }
        (ui::acts(ui::button(Button { label: &send, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action,
        draft,
        multipart: true,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}

fn kept_file(file: &File) -> KeptFile {
    KeptFile {
        id: file.id.to_string(),
        name: file.name.clone(),
        note: String::new(),
    }
}
