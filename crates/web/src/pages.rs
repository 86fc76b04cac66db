//! A router that knows what it serves: every page says who may see it.
use crate::{App, guard};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    middleware::from_fn,
    routing::{MethodRouter, get, post},
};
use axum_extra::routing::{SecondElementIs, TypedPath};
use kernel::{Actor, Right};
use std::time::Duration;

/// Largest form that is not an upload, in bytes.
const FORM_BYTES_MAX: usize = 2 * 1024 * 1024;
/// How long a page may take.
const PAGE_TIME: Duration = Duration::from_secs(30);
/// How long a file may take to arrive.
const UPLOAD_TIME: Duration = Duration::from_secs(600);

/// Who may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Anyone,
    SignedIn,
    /// Whoever holds the right anywhere; how far it reaches is for the act to check.
    Right(Right),
}

impl Access {
    pub fn admits(self, actor: Option<&Actor>) -> bool {
        match self {
            Access::Anyone => true,
            Access::SignedIn => actor.is_some(),
            Access::Right(right) => actor.is_some_and(|actor| actor.has(right)),
        }
    }
}

/// One line of the map of the site.
#[derive(Debug, Clone)]
pub struct Listed {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
    /// Most bytes that its body may have.
    pub body_bytes_max: usize,
    /// Longest time it may take.
    pub time_max: Duration,
}

/// The pages of a domain. Handlers take their typed path first.
#[derive(Default)]
pub struct Pages {
    router: Router<App>,
    pub listed: Vec<Listed>,
}

impl Pages {
    pub fn get<H, T, P>(self, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        let listed = Listed {
            method: Method::GET,
            path: P::PATH,
            access,
            body_bytes_max: FORM_BYTES_MAX,
            time_max: PAGE_TIME,
        };
        self.add(listed, get(handler))
    }

    pub fn post<H, T, P>(self, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        let listed = Listed {
            method: Method::POST,
            path: P::PATH,
            access,
            body_bytes_max: FORM_BYTES_MAX,
            time_max: PAGE_TIME,
        };
        self.add(listed, post(handler))
    }

    /// A post that carries a file of up to `bytes_max`.
    pub fn upload<H, T, P>(self, access: Access, bytes_max: usize, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        // The other parts of the form and the boundaries need some room too.
        let listed = Listed {
            method: Method::POST,
            path: P::PATH,
            access,
            body_bytes_max: bytes_max + 64 * 1024,
            time_max: UPLOAD_TIME,
        };
        self.add(listed, post(handler))
    }

    /// These pages and those.
    pub fn and(mut self, other: Pages) -> Self {
        self.router = self.router.merge(other.router);
        self.listed.extend(other.listed);
        self
    }

    pub(crate) fn into_router(self) -> Router<App> {
        self.router
    }

    fn add(mut self, listed: Listed, page: MethodRouter<App>) -> Self {
        let limit = DefaultBodyLimit::max(listed.body_bytes_max);
        let path = listed.path;
        self.listed.push(listed.clone());
        let page = page
            .route_layer(limit)
            .route_layer(from_fn(move |request, next| {
                guard::admit(listed.clone(), request, next)
            }));
        self.router = self.router.route(path, page);
        self
    }
}
