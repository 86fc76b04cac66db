//! The form of a correction as each record fills it in: what it says now, part by part.
use super::Part;
use crate::words::Texts;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang};
use ledger::entry::Entry;
use maud::{Markup, html};
use sea_orm::DbErr;
use serde::Deserialize;
use std::{collections::HashMap, str::FromStr};
use ui::form::{self, Choice, Field, FieldProblem, Width};
use web::{App, WebError};

/// Who asks to correct what; each record answers for its own entries.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) app: &'a App,
    pub(crate) actor: &'a Actor,
    pub(crate) lang: Lang,
    /// The first entry of the chain.
    pub(crate) first: &'a Entry,
}

impl Asked<'_> {
    /// The record that the entry is about.
    pub(crate) fn record<T: FromStr>(&self) -> Result<T, WebError> {
        let id = self.first.subject_id.parse();
        id.map_err(|_| WebError::NotFound)
    }
}

/// What can be corrected of one entry.
pub(crate) struct Sheet {
    /// What is corrected, as a heading.
    pub(crate) title: String,
    /// Lists and records above it: the last is the record's own page, to which one goes back.
    pub(crate) crumbs: Vec<(String, String)>,
    /// As in the menu.
    pub(crate) under: &'static str,
    pub(crate) lines: Vec<Line>,
    /// By which words it is taken back as a whole, if it can be.
    pub(crate) takes_back: Option<String>,
}

impl Sheet {
    pub(super) fn record(&self) -> &str {
        self.crumbs.last().map_or("/", |(_, href)| href.as_str())
    }
}

/// One part in the form.
pub(crate) struct Line {
    pub(super) part: Part,
    pub(super) value: String,
    shape: Shape,
    required: bool,
    /// Sealed: not shown, and left as it is when nothing is typed.
    pub(super) private: bool,
}

enum Shape {
    Text,
    Words(usize),
    Day,
    Choices(Vec<Choice>),
}

impl Line {
    fn new(part: Part, value: impl ToString, shape: Shape) -> Line {
        Line {
            part,
            value: value.to_string(),
            shape,
            required: true,
            private: false,
        }
    }

    pub(crate) fn text(part: Part, value: impl ToString) -> Line {
        Line::new(part, value, Shape::Text)
    }

    /// More than a line, up to so many characters.
    pub(crate) fn words(part: Part, value: impl ToString, limit: usize) -> Line {
        Line::new(part, value, Shape::Words(limit))
    }

    pub(crate) fn day(part: Part, day: NaiveDate) -> Line {
        Line::new(part, day, Shape::Day)
    }

    pub(crate) fn choices(part: Part, value: impl ToString, choices: Vec<Choice>) -> Line {
        Line::new(part, value, Shape::Choices(choices))
    }

    pub(crate) fn optional(self) -> Line {
        Line {
            required: false,
            ..self
        }
    }

    pub(crate) fn private(self) -> Line {
        Line {
            required: false,
            private: true,
            value: String::new(),
            ..self
        }
    }

    pub(super) fn view(&self, lang: Lang, t: &Texts, problems: &[FieldProblem]) -> Markup {
        let name = self.part.code();
        let (label, sealed) = (self.part.label(lang), t.correction_sealed_help());
        let field = Field::new(name, &label, &self.value);
        let field = field.problem(FieldProblem::of(problems, name));
        let field = if self.required {
            field.required()
        } else {
            field
        };
        let field = if self.private {
            field.help(&sealed)
        } else {
            field
        };
        html! {
            @match &self.shape {
                Shape::Text => (form::text(lang, field)),
                Shape::Words(limit) => (form::text_area(lang, field.limit(*limit))),
                Shape::Day => (form::date(lang, field.width(Width::Short))),
                Shape::Choices(choices) => (form::select(lang, field, choices)),
            }
        }
    }
}

/// What was typed.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Input(HashMap<String, String>);

impl Input {
    pub(super) const ENTRY: &str = "entry";
    pub(super) const REASON: &str = "reason";
    pub(crate) const WITHDRAW: &str = "withdraw";

    pub(crate) fn get(&self, part: Part) -> &str {
        self.named(part.code())
    }

    pub(super) fn named(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub(super) fn entry(&self) -> Option<EntryId> {
        self.named(Input::ENTRY).parse().ok()
    }

    /// Whether it is to be taken back as a whole.
    pub(crate) fn withdraws(&self) -> bool {
        self.0.contains_key(Input::WITHDRAW)
    }

    /// The day that was typed; if it cannot be read, that is told, and this one stands in its place, with which nothing is wrong.
    pub(crate) fn day(
        &self,
        part: Part,
        t: &Texts,
        wrong: &mut Wrong<'_>,
        instead: NaiveDate,
    ) -> NaiveDate {
        let day = self.get(part).trim().parse();
        day.unwrap_or_else(|_| {
            wrong.add(FieldProblem::new(part.code(), t.correction_day_missing()));
            instead
        })
    }
}

/// All that is wrong with what was typed, told at once.
pub(crate) struct Wrong<'a> {
    /// The fields of the record's own form, and those that the form of corrections has for them.
    fields: &'a [(&'a str, &'static str)],
    problems: Vec<FieldProblem>,
}

impl<'a> Wrong<'a> {
    pub(crate) fn new(fields: &'a [(&'a str, &'static str)]) -> Wrong<'a> {
        Wrong {
            fields,
            problems: Vec::new(),
        }
    }

    /// Adds what the record's own form would say, where nothing is said of that field yet.
    pub(crate) fn add(&mut self, problem: FieldProblem) {
        let mut fields = self.fields.iter();
        let field = fields.find(|(theirs, _)| problem.field == *theirs);
        let placed = match field {
            Some((_, field)) => FieldProblem::new(*field, problem.message),
            None => problem,
        };
        FieldProblem::add(&mut self.problems, placed);
    }

    /// Adds what the act would refuse.
    pub(crate) fn tell<E>(
        &mut self,
        errors: impl IntoIterator<Item = E>,
        problem: impl Fn(E) -> Result<FieldProblem, WebError>,
    ) -> Result<(), WebError> {
        for error in errors {
            self.add(problem(error)?);
        }
        Ok(())
    }

    /// Refuses it, if anything is wrong.
    pub(crate) fn end(&mut self) -> Result<(), Refused> {
        match self.problems.is_empty() {
            true => Ok(()),
            false => Err(Refused::Typed(std::mem::take(&mut self.problems))),
        }
    }
}

/// Why a correction is not made.
pub(crate) enum Refused {
    /// What is wrong with what was typed.
    Typed(Vec<FieldProblem>),
    Failed(WebError),
}

impl From<FieldProblem> for Refused {
    fn from(problem: FieldProblem) -> Self {
        Refused::Typed(vec![problem])
    }
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        Refused::Failed(error.into())
    }
}

impl From<WebError> for Refused {
    fn from(error: WebError) -> Self {
        Refused::Failed(error)
    }
}
