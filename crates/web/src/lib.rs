//! How domains meet people: pages that say who may come in, sessions, languages, problems, the frame of a page.
//!
//! Always true of this crate:
//! - a page is served only with an [`Access`] declared beside it, and is in the list that the access test walks;
//! - what somebody may not know of looks exactly like what is not there (404);
//! - a request that changes something comes from our own pages, or it is refused; too many of them from one account, or from
//!   one address that is not logged in, have to wait;
//! - whatever goes wrong is said in the reader's language, with an operation id that finds it in the log;
//! - a form sent from the outbox of a browser is taken for whoever wrote it, or for nobody;
//! - no page needs script, an outside address, or a relaxed content security policy.
//!
//! A domain plugs in with a [`Domain`]; [`router`] puts all of them together.
kernel::words!();

mod actor;
mod app;
mod assets;
mod daily;
mod domain;
mod done;
mod download;
mod file_views;
mod frame;
mod gallery;
mod guard;
mod headers;
mod home;
mod jobs;
mod lang;
mod list;
mod map;
mod mine;
mod outbox;
mod pages;
mod portal;
mod problems;
mod rate;
mod router;
mod rules;
mod same_origin;
mod search;
mod session;
mod sms;
mod stored;
mod uploads;
mod who;

pub use actor::{Doorkeeper, MaybeActor};
pub use app::{App, Parts, Settings};
pub use daily::enqueue_daily;
pub use domain::{
    Days, Derived, Domain, Domains, EntryKind, Hit, JobKind, JobOutcome, MarkedDay, Matter,
    PublicItem, PublicPart, PublicSource, PublicWay, QuickEntry, Search, SubjectKind, SubjectRow,
    Todo, TodoSource, UnitMatters,
};
pub use done::done;
pub use download::Download;
pub use file_views::{file_list, files_field};
pub use frame::Frame;
pub use home::{HOME, LOG_IN, LOG_OUT};
pub use jobs::JobUrl;
pub use list::{AsOf, Paging};
pub use outbox::KeptOffline;
pub use pages::{Access, Listed, Pages};
pub use portal::PORTAL;
pub use problems::{OperationId, WebError};
pub use router::{handlers, migrations, router};
pub use session::{
    LogIn, OpenSession, end_all_sessions, end_other_sessions, open_session, open_sessions,
};
pub use sms::{SmsError, SmsGateway, Telephones};
pub use stored::{send_file, send_preview};
pub use uploads::{FILES_FIELD, Filled, KEPT_FIELD, SentFiles};
