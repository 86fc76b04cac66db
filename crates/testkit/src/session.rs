//! A browser, as far as tests need one: cookies, forms, files.
use crate::Page;
use axum::{
    Router,
    body::Body,
    http::{HeaderName, Method, Request, header},
};
use http_body_util::BodyExt;
use kernel::Lang;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};
use tower::ServiceExt;

const BOUNDARY: &str = "------------------------luodi-test";

/// One browser. Clones share their cookies.
#[derive(Clone)]
pub struct Session {
    router: Router,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    headers: Vec<(HeaderName, String)>,
}

/// A file in a form.
#[derive(Debug, Clone)]
pub struct Upload<'a> {
    /// Name of the field.
    pub field: &'a str,
    pub file_name: &'a str,
    pub bytes: &'a [u8],
}

impl Session {
    pub(crate) fn new(router: Router) -> Session {
        Session {
            router,
            cookies: Arc::default(),
            headers: Vec::new(),
        }
    }

    /// The same browser, asking for a language.
    pub fn reading(&self, lang: Lang) -> Session {
        self.with_header("accept-language", lang.tag())
    }

    /// The same browser, sending one more header with each request.
    pub fn with_header(&self, name: &'static str, value: &str) -> Session {
        let mut session = self.clone();
        session
            .headers
            .push((HeaderName::from_static(name), value.to_owned()));
        session
    }

    pub async fn get(&self, url: impl ToString) -> Page {
        self.send(Method::GET, &url.to_string(), None, Body::empty())
            .await
    }

    /// Sends a form.
    pub async fn post(&self, url: impl ToString, form: &[(&str, &str)]) -> Page {
        let fields: Vec<String> = form
            .iter()
            .map(|(name, value)| {
                format!("{}={}", ui::query::encode(name), ui::query::encode(value))
            })
            .collect();
        let body = Body::from(fields.join("&"));
        let kind = "application/x-www-form-urlencoded";
        self.send(Method::POST, &url.to_string(), Some(kind), body)
            .await
    }

    /// Sends a form with a file.
    pub async fn upload(
        &self,
        url: impl ToString,
        form: &[(&str, &str)],
        file: Upload<'_>,
    ) -> Page {
        let mut body = Vec::new();
        for (name, value) in form {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            file.field, file.file_name
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.bytes);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = Body::from(body);
        self.send(Method::POST, &url.to_string(), Some(&kind), body)
            .await
    }

    /// Goes where `page` sends the browser.
    #[track_caller]
    pub fn follow(&self, page: &Page) -> impl Future<Output = Page> + use<> {
        let to = page.redirect().expect("the answer is a redirect");
        let session = self.clone();
        async move { session.get(to).await }
    }

    pub async fn send(
        &self,
        method: Method,
        url: &str,
        content_type: Option<&str>,
        body: Body,
    ) -> Page {
        let mut request = Request::builder()
            .method(method)
            .uri(url)
            .header(header::HOST, "luodi.test");
        if let Some(kind) = content_type {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        let request = request.body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.take_cookie(cookie.to_str().unwrap());
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Page::new(url, parts, bytes.to_vec())
    }

    /// The cookies the browser holds, as it would send them.
    pub fn cookie_header(&self) -> String {
        let cookies = self.cookies.lock().unwrap();
        let pairs: Vec<String> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    /// Does what a browser does with a `Set-Cookie` header.
    pub(crate) fn take_cookie(&self, set_cookie: &str) {
        let mut parts = set_cookie.split(';').map(str::trim);
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let is_over = parts.any(|part| part.eq_ignore_ascii_case("max-age=0"));
        let mut cookies = self.cookies.lock().unwrap();
        if is_over {
            cookies.remove(name);
        } else {
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
