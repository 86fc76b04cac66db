//! What hangs on a unit in each domain: said before the unit is closed or goes into another.
use crate::{App, WebError};
use futures::{FutureExt, future::BoxFuture};
use kernel::{Actor, Lang, UnitId};
use std::sync::Arc;

/// Things of one kind that are still open at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What and how many, and what becomes of them when the unit is closed; a sentence.
    pub sentence: String,
    /// Where they are listed.
    pub href: String,
}

/// How a domain tells what is still open at a unit.
#[derive(Clone)]
pub struct UnitMatters(Arc<Ask>);

type Ask = dyn Fn(App, Actor, Lang, UnitId) -> BoxFuture<'static, Result<Vec<Matter>, WebError>>
    + Send
    + Sync;

impl UnitMatters {
    pub fn new<F>(
        matters: impl Fn(App, Actor, Lang, UnitId) -> F + Send + Sync + 'static,
    ) -> UnitMatters
    where
        F: Future<Output = Result<Vec<Matter>, WebError>> + Send + 'static,
    {
        UnitMatters(Arc::new(move |app, actor, lang, unit| {
            matters(app, actor, lang, unit).boxed()
        }))
    }

    pub async fn of(
        &self,
        app: &App,
        actor: &Actor,
        lang: Lang,
        unit: UnitId,
    ) -> Result<Vec<Matter>, WebError> {
        (self.0)(app.clone(), actor.clone(), lang, unit).await
    }
}
