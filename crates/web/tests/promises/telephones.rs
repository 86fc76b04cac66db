//! Messages to telephones, by a gateway that the test plays.
use axum::http::StatusCode;
use serde_json::json;
use testkit::{Setup, TestGateway};
use web::{SmsError, SmsGateway};

#[tokio::test]
async fn a_message_is_posted_with_its_token_and_a_key_that_tells_repeats_apart() {
    let gateway = TestGateway::open().await;
    Setup::new([])
        .settings(|settings| settings.sms = gateway.setting())
        .on_both(async |app| {
            let sent = app.app.telephones.send("m-1", "13800001234", "您好");
            sent.await.unwrap();
            let (headers, body) = gateway.take().remove(0);
            assert_eq!(body, json!({ "phone": "13800001234", "text": "您好" }));
            assert_eq!(headers["authorization"], "Bearer secret");
            assert_eq!(headers["idempotency-key"], "m-1");
            assert!(!format!("{:?}", app.app.settings).contains("secret"));
        })
        .await;
}

#[tokio::test]
async fn a_busy_gateway_is_asked_again_and_one_that_refuses_is_not() {
    let gateway = TestGateway::open().await;
    Setup::new([])
        .settings(|settings| settings.sms = gateway.setting())
        .on_both(async |app| {
            for (status, is_refused) in [
                (StatusCode::SERVICE_UNAVAILABLE, false),
                (StatusCode::TOO_MANY_REQUESTS, false),
                (StatusCode::BAD_REQUEST, true),
                (StatusCode::FOUND, true),
            ] {
                gateway.answers(status);
                let error = app.app.telephones.send("m", "13800001234", "您好").await;
                let error = error.unwrap_err();
                assert_eq!(
                    matches!(error, SmsError::Refused(_)),
                    is_refused,
                    "{status}"
                );
            }
        })
        .await;
}

#[tokio::test]
async fn a_gateway_that_is_not_there_is_asked_again_and_the_number_is_not_in_the_error() {
    let nowhere = SmsGateway {
        url: "http://127.0.0.1:9/".to_owned(),
        token: String::new(),
    };
    Setup::new([])
        .settings(|settings| settings.sms = Some(nowhere))
        .on_both(async |app| {
            let error = app.app.telephones.send("m", "13800001234", "您好").await;
            let error = error.unwrap_err();
            assert!(matches!(error, SmsError::Later(Some(_))));
            assert!(!format!("{error:?}").contains("13800001234"));
        })
        .await;
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
