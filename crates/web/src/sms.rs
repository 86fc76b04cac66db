//! Text messages, by whatever gateway the office has: one post of JSON for each.
//!
//! Numbers and texts are written nowhere: not into the log, not into jobs. A job that wants to send one holds what the message
//! is about, and asks for the number when it runs.
use std::{fmt, time::Duration};

/// How long a gateway may take.
const GATEWAY_TIME: Duration = Duration::from_secs(10);

/// Where messages are posted to, as `{"phone": "13800000000", "text": "…"}` with `Authorization: Bearer …` and an
/// `Idempotency-Key` that is the same when a message is sent again.
#[derive(Clone, PartialEq, Eq)]
pub struct SmsGateway {
    pub url: String,
    /// Empty: no `Authorization` is sent.
    pub token: String,
}

impl fmt::Debug for SmsGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmsGateway(…)")
    }
}

/// The way to people's telephones. Cheap to clone.
#[derive(Clone)]
pub struct Telephones(Option<(SmsGateway, reqwest::Client)>);

#[derive(Debug, thiserror::Error)]
pub enum SmsError {
    /// The gateway does not take it, now or later: a number that does not exist, a token that is not known.
    #[error("the gateway refused the message: {0}")]
    Refused(reqwest::StatusCode),
    /// May go right the next time.
    #[error("the gateway could not be reached, or is busy")]
    Later(#[source] Option<reqwest::Error>),
}

impl Telephones {
    pub(crate) fn new(gateway: Option<SmsGateway>) -> Telephones {
        Telephones(gateway.map(|gateway| (gateway, client())))
    }

    /// Whether messages reach anybody. Where they do not, pages and printed lists have to do.
    pub fn are_reached(&self) -> bool {
        self.0.is_some()
    }

    /// Sends a message; without a gateway it does nothing. `key` tells the gateway which messages are one and the same.
    pub async fn send(&self, key: &str, phone: &str, text: &str) -> Result<(), SmsError> {
        let Some((gateway, client)) = &self.0 else {
            return Ok(());
        };
        let body = serde_json::json!({ "phone": phone, "text": text });
        let post = client.post(&gateway.url).json(&body);
        let post = post.header("idempotency-key", key);
        let post = match gateway.token.as_str() {
            "" => post,
            token => post.bearer_auth(token),
        };
        // The address of a gateway may hold a secret too.
        let sent = post.send().await.map_err(reqwest::Error::without_url);
        let status = sent.map_err(|error| SmsError::Later(Some(error)))?.status();
        match status.as_u16() {
            200..=299 => Ok(()),
            408 | 425 | 429 | 500.. => Err(SmsError::Later(None)),
            _ => Err(SmsError::Refused(status)),
        }
    }
}

fn client() -> reqwest::Client {
    // Fails where another part of the program chose one before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .timeout(GATEWAY_TIME)
        .redirect(reqwest::redirect::Policy::none());
    client
        .build()
        .expect("a client of only these settings can be built")
}
