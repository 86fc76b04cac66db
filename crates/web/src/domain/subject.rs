use crate::{App, WebError};
use futures::{FutureExt, future::BoxFuture};
use kernel::{Actor, Bilingual, Lang, Right};
use ledger::entry::Entry;
use std::sync::Arc;

type Rows = dyn Fn(App, Lang, Actor, Vec<String>) -> BoxFuture<'static, Result<Vec<SubjectRow>, WebError>>
    + Send
    + Sync;

/// How the records of one kind are shown wherever a figure lists what it counted.
#[derive(Clone)]
pub struct SubjectKind {
    /// As in the book's entries, for instance `plan.briefing`.
    pub kind: &'static str,
    pub title: Bilingual,
    rows: Arc<Rows>,
    correction: Option<(Right, At)>,
}

/// Where an entry about a record is corrected; `None` for entries that are corrected otherwise, or not.
type At = fn(&Entry) -> Option<String>;

/// One record in a list that is not its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectRow {
    pub id: String,
    pub title: String,
    /// A line more: where, with whom.
    pub detail: String,
    pub href: String,
    /// False: this viewer may know that it was counted, but not what it is. The other fields are then empty.
    pub visible: bool,
}

impl SubjectRow {
    /// A row that is counted but may not be opened.
    pub fn masked(id: impl Into<String>) -> SubjectRow {
        SubjectRow {
            id: id.into(),
            title: String::new(),
            detail: String::new(),
            href: String::new(),
            visible: false,
        }
    }
}

impl SubjectKind {
    /// `rows` gets the ids of one page of a list and answers in any order; ids it does not know it leaves out.
    pub fn new<F>(
        kind: &'static str,
        title: Bilingual,
        rows: impl Fn(App, Lang, Actor, Vec<String>) -> F + Send + Sync + 'static,
    ) -> SubjectKind
    where
        F: Future<Output = Result<Vec<SubjectRow>, WebError>> + Send + 'static,
    {
        SubjectKind {
            kind,
            title,
            rows: Arc::new(move |app, lang, actor, ids| rows(app, lang, actor, ids).boxed()),
            correction: None,
        }
    }

    /// Where its entries are corrected, by whoever has this right at the entry's unit. The page of an entry leads there.
    pub fn corrected_at(self, right: Right, at: fn(&Entry) -> Option<String>) -> SubjectKind {
        SubjectKind {
            correction: Some((right, at)),
            ..self
        }
    }

    /// The address of the form that corrects this entry, and the right that it takes.
    pub fn correction(&self, entry: &Entry) -> Option<(Right, String)> {
        let (right, at) = self.correction?;
        Some((right, at(entry)?))
    }

    pub async fn rows(
        &self,
        app: &App,
        lang: Lang,
        actor: &Actor,
        ids: Vec<String>,
    ) -> Result<Vec<SubjectRow>, WebError> {
        (self.rows)(app.clone(), lang, actor.clone(), ids).await
    }
}
