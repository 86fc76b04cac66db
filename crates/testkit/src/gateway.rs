//! A gateway for text messages, on this machine.
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::Value;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use web::SmsGateway;

/// What a gateway was sent, and what it answers.
#[derive(Clone)]
pub struct TestGateway {
    address: String,
    answer: Arc<Mutex<StatusCode>>,
    taken: Arc<Mutex<Vec<(HeaderMap, Value)>>>,
}

impl TestGateway {
    /// The token it is told.
    pub const TOKEN: &str = "secret";

    /// Listens until the test ends.
    pub async fn open() -> TestGateway {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gateway = TestGateway {
            address: format!("http://{}/messages", listener.local_addr().unwrap()),
            answer: Arc::new(Mutex::new(StatusCode::ACCEPTED)),
            taken: Arc::default(),
        };
        let router = Router::new()
            .route("/messages", post(take))
            .with_state(gateway.clone());
        tokio::spawn(async { axum::serve(listener, router).await });
        gateway
    }

    /// How an application is set up to use it.
    pub fn setting(&self) -> Option<SmsGateway> {
        Some(SmsGateway {
            url: self.address.clone(),
            token: Self::TOKEN.to_owned(),
        })
    }

    /// From now on it answers with this.
    pub fn answers(&self, status: StatusCode) {
        *self.answer.lock().unwrap() = status;
    }

    /// All that came, the oldest first; it is empty afterwards.
    pub fn take(&self) -> Vec<(HeaderMap, Value)> {
        std::mem::take(&mut *self.taken.lock().unwrap())
    }

    /// The texts that came, the oldest first; it is empty afterwards.
    pub fn texts(&self) -> Vec<String> {
        let text = |(_, body): (HeaderMap, Value)| body["text"].as_str().unwrap().to_owned();
        self.take().into_iter().map(text).collect()
    }
}

async fn take(
    State(gateway): State<TestGateway>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> StatusCode {
    gateway.taken.lock().unwrap().push((headers, body));
    *gateway.answer.lock().unwrap()
}
