//! `luodi serve`
use crate::{
    args::{Place, Serve},
    keep::Lock,
    open,
};
use anyhow::Context;
use jobs::Runner;
use kernel::Lang;
use std::{net::SocketAddr, process::ExitCode, time::Duration};
use tokio::net::TcpListener;
use web::{App, Settings, SmsGateway};

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
        behind_proxy: serve.behind_proxy,
        lang: place.lang,
        sms: serve.sms_url.clone().map(|url| SmsGateway {
            url,
            token: serve.sms_token.clone(),
        }),
        ..Settings::default()
    };
    let _lock = Lock::shared(place)?;
    let app = open::any(place, settings).await?;
    let (runner, mut workers) = Runner::start(
        app.db.clone(),
        app.clock.clone(),
        web::handlers(&app),
        app.live.clone(),
    );

    let sweeping = tokio::spawn(sweep_daily(app.clone()));
    let daily = tokio::spawn(ask_for_daily_work(app.clone()));
    let service = web::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    println!("{address}");
    super::sample::print_people(place)?;
    match place.lang {
        Lang::Zh => println!("按 Ctrl-C 结束。"),
        Lang::En => println!("Ctrl-C ends it."),
    }
    axum::serve(listener, service)
        .with_graceful_shutdown(asked_to_end())
        .await?;
    sweeping.abort();
    daily.abort();
    runner.stop();
    while workers.join_next().await.is_some() {}
    app.db.clone().close().await?;
    Ok(ExitCode::SUCCESS)
}

/// How often files that belong to no record are swept away.
const SWEEP_EVERY: Duration = Duration::from_secs(24 * 3600);

async fn sweep_daily(app: App) {
    let mut days = tokio::time::interval(SWEEP_EVERY);
    loop {
        days.tick().await;
        match files::sweep(&app.files, &app.db, app.clock.now()).await {
            Ok(swept) => tracing::info!(files = swept.files, contents = swept.contents, "swept"),
            Err(error) => tracing::error!(error = %error, "could not sweep files"),
        }
    }
}

/// How often it is asked whether a new day has begun.
const DAILY_ASKED_EVERY: Duration = Duration::from_secs(10 * 60);

async fn ask_for_daily_work(app: App) {
    let mut asked_on = None;
    let mut beats = tokio::time::interval(DAILY_ASKED_EVERY);
    loop {
        beats.tick().await;
        let today = app.clock.today();
        if asked_on == Some(today) {
            continue;
        }
        match web::enqueue_daily(&app).await {
            Ok(()) => asked_on = Some(today),
            Err(error) => tracing::error!(error = %error, "could not ask for the work of the day"),
        }
    }
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
