//! Tests that act as people: somebody, an address, what they see, and what the book holds.
//!
//! Always true of this crate: each test runs on fresh databases of both kinds, the clock stands still until it is told to
//! move, every HTML page that is fetched keeps to `ui`'s lint, and at the end the book is counted again the slow way.
//!
//! ```no_run
//! # async fn example(domain: web::Domain) {
//! testkit::TestApp::on_both([domain], async |app| {
//!     let lin = app.sign_in_as(&app.people.clerk("林晓", kernel::UnitId(1))).await;
//!     let page = lin.get("/mine").await;
//!     assert_eq!(page.h1(), "我的");
//! })
//! .await;
//! # }
//! ```
//!
//! A test runs twice, so inline snapshots stand inside `insta::allow_duplicates! { … }`.
#![expect(
    clippy::unwrap_used,
    reason = "only tests use this crate, and a test that cannot go on says where"
)]
mod access;
mod app;
mod clock;
mod gateway;
mod page;
mod people;
mod session;

pub use app::{Setup, TestApp};
pub use clock::TestClock;
pub use gateway::TestGateway;
pub use page::Page;
pub use people::People;
pub use session::{Session, Upload};
