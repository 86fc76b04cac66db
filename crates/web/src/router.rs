//! All domains together, and the layers around every page.
use crate::{
    App, Domains, Pages, WebError, assets, done, gallery, headers, home, jobs, lang, mine, outbox,
    portal, problems, rate, rules, same_origin, search, session, who,
};
use ::jobs::Handlers;
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use std::any::Any;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// The whole site.
pub fn router(app: App) -> Router {
    let mut pages = own_pages();
    for domain in app.domains.iter() {
        pages = pages.and((domain.pages)());
    }
    pages
        .into_router()
        .route("/assets/{*path}", get(assets::serve))
        .route("/sw.js", get(assets::service_worker))
        .fallback(async || WebError::NotFound)
        // From here on outwards: each layer is around all above it.
        .layer(from_fn_with_state(app.clone(), same_origin::guard))
        .layer(from_fn_with_state(app.clone(), rate::limit))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(outbox::answer))
        .layer(from_fn(done::forget))
        .layer(from_fn_with_state(app.clone(), who::who))
        .layer(session::layer(&app))
        .layer(from_fn_with_state(app.clone(), lang::choose))
        .layer(from_fn_with_state(app.clone(), problems::layer))
        .layer(from_fn(headers::set))
        .layer(CompressionLayer::new())
        .with_state(app)
}

/// Everything the database needs, lower crates first.
pub fn migrations(domains: &Domains) -> db::Migrations {
    let mut all = ledger::migrations();
    all.extend(::jobs::migrations());
    all.extend(session::migrations());
    all.extend(::files::migrations());
    for domain in domains.iter() {
        all.extend((domain.migrations)());
    }
    all
}

/// Who runs which kind of long work, for `jobs::Runner`.
pub fn handlers(app: &App) -> Handlers {
    let kinds = app.domains.iter().flat_map(|domain| &domain.jobs);
    kinds.fold(Handlers::default(), |handlers, kind| {
        let (app, kind) = (app.clone(), kind.clone());
        handlers.on(kind.kind, move |job, progress| {
            kind.run(app.clone(), job, progress)
        })
    })
}

/// The pages that belong to no domain.
pub(crate) fn own_pages() -> Pages {
    home::pages()
        .and(portal::pages())
        .and(mine::pages())
        .and(jobs::pages())
        .and(search::pages())
        .and(outbox::pages())
        .and(rules::pages())
        .and(gallery::pages())
}

fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let said = panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_default();
    WebError::internal(format!("panicked: {said}")).into_response()
}
