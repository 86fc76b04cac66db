//! The workbooks that were imported last, below the form that imports the next.
use super::{IMPORT, file_url, importing::imported_by};
use crate::{
    entries::{self, moment},
    words,
};
use kernel::{EntryId, Lang};
use maud::{Markup, html};
use std::collections::HashMap;
use ui::{Column, Empty, Row, Table};
use web::{App, WebError};

/// Imports that are listed; all of them are in the book.
const LISTED_MAX: u64 = 24;

pub(super) async fn section(app: &App, lang: Lang) -> Result<Markup, WebError> {
    let (reader, t) = (app.db.reader(), words::texts(lang));
    let files = files::latest_of_kind(reader, IMPORT, LISTED_MAX).await?;
    let mut written = HashMap::new();
    for file in &files {
        let import: Option<EntryId> = file.record_id.as_ref().and_then(|id| id.parse().ok());
        if let Some(import) = import
            && let Some(entry) = ledger::entry::by_id(reader, import).await?
        {
            written.insert(file.id, entry);
        }
    }
    let names = entries::names(reader, written.values().map(|entry| entry.actor)).await?;
    let rows = files.iter().filter_map(|file| {
        let entry = written.get(&file.id)?;
        let imported = imported_by(entry)?;
        let who = names.get(&entry.actor).map_or("", String::as_str);
        Some(Row::new(vec![
            html! { a href=(file_url(&file.id.to_string())) { (file.name) } },
            html! { a href=(entries::url(entry.id)) { (moment(entry.recorded_at)) } },
            html! { (who) },
            html! { (imported.added) },
            html! { (imported.changed) },
            html! { (imported.same) },
        ]))
    });
    let title = t.quoted_earlier();
    let (empty, empty_text) = (t.quoted_earlier_none(), t.quoted_earlier_none_text());
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.quoted_file()).wide(),
            Column::text(t.quoted_imported_at()),
            Column::text(t.quoted_imported_by()),
            Column::number(t.quoted_added()),
            Column::number(t.quoted_changed()),
            Column::number(t.quoted_same_as_before()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &empty,
            text: &empty_text,
            act: None,
        }),
        ..Table::default()
    };
    Ok(ui::section(
        "earlier",
        &title,
        html! {},
        ui::table(lang, table),
    ))
}
