//! Messages to telephones, by a gateway that the test plays.
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use testkit::Setup;
use tokio::net::TcpListener;
use web::{SmsError, SmsGateway};

type Seen = Arc<Mutex<Vec<(HeaderMap, Value)>>>;

async fn gateway(answer: StatusCode) -> (String, Seen) {
    let seen = Seen::default();
    let take =
        async move |State(seen): State<Seen>, headers: HeaderMap, Json(body): Json<Value>| {
            seen.lock().unwrap().push((headers, body));
            answer
        };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/messages", listener.local_addr().unwrap());
    let router = Router::new()
        .route("/messages", post(take))
        .with_state(seen.clone());
    tokio::spawn(async { axum::serve(listener, router).await });
    (address, seen)
}

fn with(url: &str) -> Setup {
    Setup::new([]).settings(|settings| {
        settings.sms = Some(SmsGateway {
            url: url.to_owned(),
            token: "secret".to_owned(),
        });
    })
}

#[tokio::test]
async fn a_message_is_posted_with_its_token_and_a_key_that_tells_repeats_apart() {
    let (url, seen) = gateway(StatusCode::ACCEPTED).await;
    with(&url)
        .on_both(async |app| {
            let sent = app.app.telephones.send("m-1", "13800001234", "您好");
            sent.await.unwrap();
        })
        .await;
    let (headers, body) = seen.lock().unwrap()[0].clone();
    assert_eq!(body, json!({ "phone": "13800001234", "text": "您好" }));
    assert_eq!(headers["authorization"], "Bearer secret");
    assert_eq!(headers["idempotency-key"], "m-1");
}

#[tokio::test]
async fn a_busy_gateway_is_asked_again_and_one_that_refuses_is_not() {
    let (busy, _) = gateway(StatusCode::SERVICE_UNAVAILABLE).await;
    let (strict, _) = gateway(StatusCode::BAD_REQUEST).await;
    for url in [busy.as_str(), "http://127.0.0.1:9/", &strict] {
        with(url)
            .on_both(async |app| {
                let error = app.app.telephones.send("m", "13800001234", "您好").await;
                let error = error.unwrap_err();
                let refused = matches!(error, SmsError::Refused(_));
                assert_eq!(refused, url == strict, "{error:?}");
                assert!(!format!("{error:?}").contains("13800001234"));
                assert!(!format!("{:?}", app.app.settings).contains("secret"));
            })
            .await;
    }
}

#[tokio::test]
async fn without_a_gateway_nothing_is_sent_and_nothing_fails() {
    Setup::new([])
        .on_both(async |app| {
            assert!(!app.app.telephones.are_reached());
            let sent = app.app.telephones.send("m", "13800001234", "您好");
            sent.await.unwrap();
        })
        .await;
}
