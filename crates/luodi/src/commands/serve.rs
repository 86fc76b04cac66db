//! `luodi serve`
use crate::{
    args::{Place, Serve},
    open,
};
use anyhow::Context;
use jobs::Runner;
use kernel::Lang;
use std::process::ExitCode;
use tokio::net::TcpListener;
use web::Settings;

pub async fn run(place: &Place, serve: &Serve) -> anyhow::Result<ExitCode> {
    let listener = TcpListener::bind((serve.host.as_str(), serve.port))
        .await
        .with_context(|| format!("cannot listen on {}:{}", serve.host, serve.port))?;
    let address = format!("http://{}", listener.local_addr()?);
    let public_url = serve.public_url.clone().unwrap_or_else(|| address.clone());
    let settings = Settings {
        secure_cookies: public_url.starts_with("https:"),
        public_url: public_url.trim_end_matches('/').to_owned(),
        sponsor: serve.sponsor.clone(),
        filing_number: serve.filing_number.clone(),
        gallery: serve.gallery,
        lang: place.lang,
        ..Settings::default()
    };
    let app = open::any(place, settings).await?;
    let (runner, mut workers) = Runner::start(
        app.db.clone(),
        app.clock.clone(),
        web::handlers(&app),
        app.live.clone(),
    );

    let router = web::router(app.clone());
    println!("{address}");
    super::sample::print_people(place)?;
    match place.lang {
        Lang::Zh => println!("按 Ctrl-C 结束。"),
        Lang::En => println!("Ctrl-C ends it."),
    }
    axum::serve(listener, router)
        .with_graceful_shutdown(asked_to_end())
        .await?;
    runner.stop();
    while workers.join_next().await.is_some() {}
    app.db.clone().close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn asked_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
