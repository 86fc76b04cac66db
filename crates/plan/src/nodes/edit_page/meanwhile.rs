//! What others changed while a form was open, and how it goes together with what was typed.
use super::{PARENT, What, Written};
use crate::{
    import::columns::{
        AFTER, DEADLINE, DELIVERABLE, DURATION, IN_CHARGE, LEAD, NUMBER, RESPONSIBLE, SUPPORTING,
        TARGET,
    },
    nodes::{
        editing::{self, Ground},
        subject_kind,
        written::TITLE,
    },
    view::history,
    words::texts,
};
use kernel::Lang;
use ledger::entry::{self, Entry};
use ui::form::FieldProblem;
use web::{App, WebError};

pub(super) struct Meanwhile {
    /// The change that the form is now, after all that others did.
    pub(super) what: What,
    /// Who did what, in words, oldest first.
    pub(super) told: Vec<String>,
    /// Each field with what it held when the form was drawn, and what it holds now.
    fields: Vec<(&'static str, String, String)>,
    lang: Lang,
}

impl Meanwhile {
    pub(super) async fn since(
        app: &App,
        lang: Lang,
        ground: &Ground,
        what: What,
    ) -> Result<Meanwhile, WebError> {
        let What::Change { node, seen } = what else {
            return Err(WebError::NotFound);
        };
        let item = ground.plan.item(node).ok_or(WebError::NotFound)?;
        let kind = subject_kind(&ground.campaign, item);
        let reader = app.db.reader();
        let entries = entry::history(reader, kind, &node.to_string()).await?;
        let from = entries.iter().position(|entry| entry.id == seen);
        let since: Vec<Entry> = entries
            .into_iter()
            .skip(from.map_or(0, |at| at + 1))
            .filter(editing::says_what_it_is)
            .collect();
        let names = history::names(reader, since.iter().map(|entry| entry.actor)).await?;
        let now = Written::of(item, &ground.plan, &ground.directory, lang);
        let told = since
            .iter()
            .map(|entry| {
                let who = names.get(&entry.actor).cloned().unwrap_or_default();
                let when = entry.recorded_at.with_timezone(&kernel::zone());
                let what = history::changes_in_words(lang, entry);
                texts(lang).meanwhile_who(who, when.format("%H:%M").to_string(), what)
            })
            .collect();
        Ok(Meanwhile {
            what: What::Change {
                node,
                seen: since.last().map_or(seen, |entry| entry.id),
            },
            told,
            fields: fields(&since, &now),
            lang,
        })
    }

    /// Takes over what others changed where the form says what stood there before; the rest are conflicts, in which what was
    /// typed stays.
    pub(super) fn merge(&self, written: &mut Written) -> Vec<FieldProblem> {
        let t = texts(self.lang);
        let mut conflicts = Vec::new();
        for (field, before, now) in &self.fields {
            if *field == PARENT {
                // Titles do not tell whether it was moved here too.
                conflicts.push(FieldProblem::new(PARENT, t.meanwhile_moved(now)));
                continue;
            }
            let typed = written.field_mut(field);
            if typed.trim() == before.trim() {
                typed.clone_from(now);
            } else if typed.trim() != now.trim() {
                conflicts.push(FieldProblem::new(*field, t.meanwhile_field(now)));
            }
        }
        conflicts
    }
}

fn fields(since: &[Entry], now: &Written) -> Vec<(&'static str, String, String)> {
    const ALL: [&str; 12] = [
        TITLE,
        PARENT,
        NUMBER,
        LEAD,
        RESPONSIBLE,
        SUPPORTING,
        IN_CHARGE,
        DEADLINE,
        AFTER,
        DURATION,
        DELIVERABLE,
        TARGET,
    ];
    let mut found: Vec<(&'static str, String, String)> = Vec::new();
    for change in since.iter().filter_map(|entry| entry.details.as_ref()) {
        for change in change["changes"].as_array().into_iter().flatten() {
            let text = |key: &str| change[key].as_str().unwrap_or_default();
            let Some(field) = ALL.into_iter().find(|field| *field == text("field")) else {
                continue;
            };
            let is_now = match field {
                PARENT => text("new").to_owned(),
                field => now.text(field).to_owned(),
            };
            match found.iter_mut().find(|(other, ..)| *other == field) {
                Some((.., is)) => *is = is_now,
                None => found.push((field, text("old").to_owned(), is_now)),
            }
        }
    }
    found
}
