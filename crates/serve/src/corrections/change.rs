//! What corrections changed, part by part: as it was, and as it became.
use super::Part;
use crate::words::texts;
use db::{Keys, Tx};
use kernel::{EntryId, Lang, UnitId};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{DbErr, IntoActiveModel, entity::prelude::*};
use std::{collections::HashMap, fmt::Display};
use web::{App, WebError};

const SEALED: &str = "serve.correction";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_correction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: String,
    pub record: Uuid,
    pub private: bool,
    pub was: Vec<u8>,
    pub became: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What one correction changes.
#[derive(Debug)]
pub(crate) struct Changes {
    record: Uuid,
    takes_back: bool,
    all: Vec<Change>,
}

#[derive(Debug)]
struct Change {
    part: Part,
    private: bool,
    was: String,
    became: String,
}

impl Changes {
    pub(crate) fn of(record: Uuid) -> Changes {
        Changes {
            record,
            takes_back: false,
            all: Vec::new(),
        }
    }

    /// The whole was recorded by mistake: that is a change even if all words stay.
    pub(crate) fn taking_back(record: Uuid) -> Changes {
        Changes {
            takes_back: true,
            ..Changes::of(record)
        }
    }

    /// One part, which may be as it was.
    pub(crate) fn part(self, part: Part, was: impl Display, became: impl Display) -> Changes {
        self.with(part, false, (was.to_string(), became.to_string()))
    }

    /// One part that may be missing, before or after.
    pub(crate) fn maybe<T: Display>(
        self,
        part: Part,
        was: Option<T>,
        became: Option<T>,
    ) -> Changes {
        let said = |one: Option<T>| one.map_or_else(String::new, |one| one.to_string());
        self.with(part, false, (said(was), said(became)))
    }

    /// The same of what only some may read.
    pub(crate) fn private(self, part: Part, was: &str, became: &str) -> Changes {
        self.with(part, true, (was.to_owned(), became.to_owned()))
    }

    /// One part of which neither word is kept here: that it differs is all that can be read.
    pub(crate) fn unread(mut self, part: Part, differs: bool) -> Changes {
        if differs {
            self.all.push(Change {
                part,
                private: true,
                was: String::new(),
                became: String::new(),
            });
        }
        self
    }

    fn with(mut self, part: Part, private: bool, (was, became): (String, String)) -> Changes {
        if was.trim() != became.trim() {
            self.all.push(Change {
                part,
                private,
                was: was.trim().to_owned(),
                became: became.trim().to_owned(),
            });
        }
        self
    }

    pub(super) fn are_none(&self) -> bool {
        self.all.is_empty() && !self.takes_back
    }

    pub(crate) async fn write(&self, tx: &Tx, keys: &Keys, entry: EntryId) -> Result<(), DbErr> {
        let rows = self.all.iter().map(|change| {
            let row = Model {
                entry,
                part: change.part.code().to_owned(),
                record: self.record,
                private: change.private,
                was: keys.seal(SEALED, &change.was),
                became: keys.seal(SEALED, &change.became),
            };
            row.into_active_model()
        });
        let rows: Vec<ActiveModel> = rows.collect();
        if rows.is_empty() {
            return Ok(());
        }
        Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await
            .map(drop)
    }
}

/// Forgets the words that corrections of a record changed. That it was corrected, by whom and why, stays.
pub(crate) async fn clear(tx: &Tx, record: Uuid) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Record.eq(record))
        .exec(tx)
        .await
        .map(drop)
}

/// What each of these entries changed, in words: what was wrong, what is right. What is private is named only, unless it
/// was opened.
pub(crate) async fn said(
    app: &App,
    lang: Lang,
    entries: &[EntryId],
    is_open: bool,
) -> Result<HashMap<EntryId, Vec<Markup>>, WebError> {
    let mut found = Vec::new();
    for some in entries.chunks(500) {
        let of_these = Entity::find().filter(Column::Entry.is_in(some.iter().copied()));
        found.extend(of_these.all(app.db.reader()).await?);
    }
    let mut said: HashMap<EntryId, Vec<Markup>> = HashMap::new();
    if found.is_empty() {
        return Ok(said);
    }
    found.sort_by_key(|row| Part::ALL.iter().position(|part| part.code() == row.part));
    let of_units = |row: &Model| Part::from_code(&row.part).is_some_and(Part::is_unit);
    let directory = match found.iter().any(of_units) {
        true => Some(Directory::load(app.db.reader()).await?),
        false => None,
    };
    for row in found {
        let Some(part) = Part::from_code(&row.part) else {
            continue;
        };
        let open = |sealed: &[u8]| app.keys.open(SEALED, sealed).map_err(WebError::internal);
        let words = match row.private && !is_open {
            true => html! { (texts(lang).correction_private(part.label(lang))) },
            false => {
                let (was, became) = (open(&row.was)?, open(&row.became)?);
                let units = directory.as_ref().filter(|_| part.is_unit());
                let read = |text: String| match (units, text.parse::<UnitId>()) {
                    (Some(units), Ok(unit)) => units.name(unit, lang).to_owned(),
                    _ if text.is_empty() => texts(lang).correction_empty(),
                    _ => text,
                };
                html! {
                    (texts(lang).correction_part(part.label(lang))) " "
                    del { (read(was)) } " → " strong { (read(became)) }
                }
            }
        };
        said.entry(row.entry).or_default().push(words);
    }
    Ok(said)
}
