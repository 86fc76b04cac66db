//! The versions of a definition: who made each, when and why, and what it changed.
use crate::{entries, figures::defining::SUBJECT, words};
use kernel::Lang;
use ledger::{
    entry::Entry,
    figure::{self, Definition},
};
use maud::{Markup, html};
use sea_orm::DbErr;
use std::collections::HashMap;
use web::App;

pub struct Versions {
    definitions: Vec<Definition>,
    /// The act that made a version; those that came with the program have none.
    acts: HashMap<i32, (Entry, String)>,
}

pub async fn versions(app: &App, code: &str) -> Result<Versions, DbErr> {
    let reader = app.db.reader();
    let definitions = figure::versions(reader, code).await?;
    let history = ledger::entry::history(reader, SUBJECT, code).await?;
    let mut names = entries::names(reader, history.iter().map(|entry| entry.actor)).await?;
    let mut acts = HashMap::new();
    for entry in history {
        let details = entry.details.as_ref();
        let version = details.and_then(|details| details["version"].as_i64());
        if let Some(version) = version.and_then(|version| i32::try_from(version).ok()) {
            let who = names.entry(entry.actor).or_default().clone();
            acts.insert(version, (entry, who));
        }
    }
    Ok(Versions { definitions, acts })
}

impl Versions {
    pub fn view(&self, lang: Lang) -> Markup {
        let t = words::texts(lang);
        html! {
            ol class="timeline" reversed {
                @for (at, definition) in self.definitions.iter().enumerate() {
                    li {
                        p { strong { (t.version_number(definition.version)) } }
                        @match self.acts.get(&definition.version) {
                            Some((entry, who)) => {
                                p {
                                    (who) " · "
                                    a href=(entries::url(entry.id)) { time datetime=(entry.recorded_at.to_rfc3339()) { (entries::moment(entry.recorded_at)) } }
                                    @if let Some(reason) = &entry.reason { " · " (t.version_reason(reason.as_str())) }
                                }
                            }
                            None => { p class="hint" { (t.version_seeded()) } }
                        }
                        (differences(lang, definition, self.definitions.get(at + 1)))
                    }
                }
            }
        }
    }
}

/// Field by field, what was and what is. The first version says what it is.
fn differences(lang: Lang, new: &Definition, old: Option<&Definition>) -> Markup {
    let t = words::texts(lang);
    let fields = |one: &Definition| {
        let period = crate::figures::figure_page::period(lang, one.period);
        vec![
            (t.field_formula(), one.formula.clone()),
            (t.field_period(), period),
            (t.field_title_zh(), one.title_zh.clone()),
            (t.field_title_en(), one.title_en.clone()),
            (t.field_format_zh(), one.format_zh.clone()),
            (t.field_format_en(), one.format_en.clone()),
            (t.field_definition_zh(), one.definition_zh.clone()),
            (t.field_definition_en(), one.definition_en.clone()),
        ]
    };
    let before = old.map(fields);
    html! {
        dl class="facts" {
            @for (at, (label, value)) in fields(new).into_iter().enumerate() {
                @let was = before.as_ref().map(|before| &before[at].1);
                @if was != Some(&value) && !(old.is_none() && 2 <= at) {
                    dt { (label) }
                    dd { @if let Some(was) = was { del { (was) } " " } ins { (value) } }
                }
            }
        }
    }
}
