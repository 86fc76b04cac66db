//! What a domain tells the pages that gather from all domains: "mine", the calendar, the search.
use crate::{App, WebError};
use chrono::NaiveDate;
use futures::{FutureExt, future::BoxFuture};
use kernel::{Actor, Lang};
use std::{ops::RangeInclusive, sync::Arc};
use ui::Icon;

type Answer<T> = BoxFuture<'static, Result<Vec<T>, WebError>>;

/// Something that waits for this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    pub title: String,
    pub detail: String,
    /// Until when, if there is a limit.
    pub due: Option<NaiveDate>,
    pub href: String,
    /// What is to be done, in a word or two: "to report", "to sign off".
    pub kind: String,
}

/// Where a domain's to-dos come from.
#[derive(Clone)]
pub struct TodoSource(Arc<dyn Fn(App, Actor, Lang) -> Answer<Todo> + Send + Sync>);

impl TodoSource {
    pub fn new<F>(todos: impl Fn(App, Actor, Lang) -> F + Send + Sync + 'static) -> TodoSource
    where
        F: Future<Output = Result<Vec<Todo>, WebError>> + Send + 'static,
    {
        TodoSource(Arc::new(move |app, actor, lang| {
            todos(app, actor, lang).boxed()
        }))
    }

    pub async fn todos(&self, app: &App, actor: &Actor, lang: Lang) -> Result<Vec<Todo>, WebError> {
        (self.0)(app.clone(), actor.clone(), lang).await
    }
}

/// A button under "mine": a thing that is recorded in under a minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickEntry {
    pub label: String,
    pub href: String,
    pub icon: Icon,
}

/// A day with something on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedDay {
    pub day: NaiveDate,
    pub title: String,
    pub href: String,
}

/// Where a domain's calendar days come from.
#[derive(Clone)]
pub struct Days(Arc<Mark>);

type Mark = dyn Fn(App, Actor, Lang, RangeInclusive<NaiveDate>) -> Answer<MarkedDay> + Send + Sync;

impl Days {
    pub fn new<F>(
        days: impl Fn(App, Actor, Lang, RangeInclusive<NaiveDate>) -> F + Send + Sync + 'static,
    ) -> Days
    where
        F: Future<Output = Result<Vec<MarkedDay>, WebError>> + Send + 'static,
    {
        Days(Arc::new(move |app, actor, lang, days_wanted| {
            days(app, actor, lang, days_wanted).boxed()
        }))
    }

    pub async fn days(
        &self,
        app: &App,
        actor: &Actor,
        lang: Lang,
        wanted: RangeInclusive<NaiveDate>,
    ) -> Result<Vec<MarkedDay>, WebError> {
        (self.0)(app.clone(), actor.clone(), lang, wanted).await
    }
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub title: String,
    pub detail: String,
    pub href: String,
    /// What it is, in a word: "unit", "task".
    pub kind: String,
}

/// How a domain finds its records by words.
#[derive(Clone)]
pub struct Search(Arc<dyn Fn(App, Actor, Lang, String) -> Answer<Hit> + Send + Sync>);

impl Search {
    /// `find` gets trimmed words that are not empty, and answers with its best few hits that the person may open.
    pub fn new<F>(find: impl Fn(App, Actor, Lang, String) -> F + Send + Sync + 'static) -> Search
    where
        F: Future<Output = Result<Vec<Hit>, WebError>> + Send + 'static,
    {
        Search(Arc::new(move |app, actor, lang, words| {
            find(app, actor, lang, words).boxed()
        }))
    }

    pub async fn find(
        &self,
        app: &App,
        actor: &Actor,
        lang: Lang,
        words: &str,
    ) -> Result<Vec<Hit>, WebError> {
        (self.0)(app.clone(), actor.clone(), lang, words.to_owned()).await
    }
}
