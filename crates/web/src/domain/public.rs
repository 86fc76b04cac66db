//! What a domain has for people without an account: its part of the portal.
use crate::{App, WebError};
use futures::{FutureExt, future::BoxFuture};
use kernel::Lang;
use std::sync::Arc;

/// A part of the portal: what it is for, what is open just now, where it goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicPart {
    /// Also its place in the page: `/#services`.
    pub key: &'static str,
    /// Parts stand in this order.
    pub order: u8,
    pub title: String,
    pub text: String,
    /// A few things that are open now; the rest is behind a way on.
    pub items: Vec<PublicItem>,
    /// Ways on; the first is the part's main one.
    pub ways: Vec<PublicWay>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicItem {
    pub title: String,
    pub detail: String,
    pub href: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicWay {
    pub label: String,
    pub href: String,
}

impl PublicWay {
    pub fn new(label: String, href: impl Into<String>) -> PublicWay {
        let href = href.into();
        PublicWay { label, href }
    }
}

type Part = dyn Fn(App, Lang) -> BoxFuture<'static, Result<PublicPart, WebError>> + Send + Sync;

/// Where a part of the portal comes from.
#[derive(Clone)]
pub struct PublicSource(Arc<Part>);

impl PublicSource {
    pub fn new<F>(part: impl Fn(App, Lang) -> F + Send + Sync + 'static) -> PublicSource
    where
        F: Future<Output = Result<PublicPart, WebError>> + Send + 'static,
    {
        PublicSource(Arc::new(move |app, lang| part(app, lang).boxed()))
    }

    pub async fn part(&self, app: &App, lang: Lang) -> Result<PublicPart, WebError> {
        (self.0)(app.clone(), lang).await
    }
}
