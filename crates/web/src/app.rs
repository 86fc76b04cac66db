//! What every handler is given.
use crate::{
    Domains, Doorkeeper, SmsGateway, actor::ActorCache, map::Map, rate::Rates, sms::Telephones,
};
use chrono::TimeDelta;
use db::{Db, Keys};
use files::Files;
use jobs::Live;
use kernel::{Clock, Lang, PersonId};
use ledger::Book;
use std::{sync::Arc, time::Duration};

/// Bounds of the idle time-out (classified protection, level 3), in minutes.
const IDLE_MINUTES: std::ops::RangeInclusive<u32> = 15..=30;

/// The running application. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    /// The book, open with the accounts of all domains.
    pub book: Book,
    pub clock: Arc<dyn Clock>,
    pub keys: Keys,
    /// What people attach to records.
    pub files: Files,
    pub domains: Arc<Domains>,
    pub settings: Arc<Settings>,
    pub doorkeeper: Arc<dyn Doorkeeper>,
    /// What this copy's workers run just now; give it to their [`jobs::Runner`].
    pub live: Live,
    pub telephones: Telephones,
    pub(crate) actors: ActorCache,
    pub(crate) map: Arc<Map>,
    pub(crate) rates: Arc<Rates>,
}

/// What an [`App`] is made of.
pub struct Parts {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub keys: Keys,
    pub files: Files,
    pub domains: Domains,
    pub settings: Settings,
    pub doorkeeper: Arc<dyn Doorkeeper>,
}

impl App {
    /// On a database that is migrated (see [`crate::migrations`]).
    pub fn new(parts: Parts) -> App {
        let accounts = parts.domains.accounts().copied();
        App {
            book: Book::open(parts.db.clone(), parts.clock.clone(), accounts),
            map: Arc::new(Map::new(parts.domains.listed())),
            rates: Arc::new(Rates::new(parts.clock.clone())),
            live: Live::default(),
            telephones: Telephones::new(parts.settings.sms.clone()),
            db: parts.db,
            clock: parts.clock,
            keys: parts.keys,
            files: parts.files,
            domains: Arc::new(parts.domains),
            actors: ActorCache::new(parts.settings.actor_kept),
            settings: Arc::new(parts.settings),
            doorkeeper: parts.doorkeeper,
        }
    }

    /// Looks up the person's rights anew with their next request: they were just changed.
    pub fn forget_rights(&self, person: PersonId) {
        self.actors.forget(person);
    }
}

/// How one installation is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Who runs it (rule R8); in every footer.
    pub sponsor: String,
    /// The filing number (rule R8); empty while there is none.
    pub filing_number: String,
    /// Where complaints about the product go (rule R7): a path, or `mailto:…`. Empty leaves the link out.
    pub tell_us: String,
    /// Where people reach it, without a slash at the end: `https://luodi.example.org`.
    pub public_url: String,
    /// Whether a proxy of our own stands in front and says for whom it asks (`X-Forwarded-For`). Without one, anybody
    /// could write that header.
    pub behind_proxy: bool,
    /// Cookies travel over TLS only. Off only where the address is plain HTTP.
    pub secure_cookies: bool,
    /// For people whose browser asks for neither of our languages.
    pub lang: Lang,
    /// Minutes without a request after which a session ends; kept within 15 to 30.
    pub idle_minutes: u32,
    /// How long a person's rights are remembered before they are looked up again.
    pub actor_kept: Duration,
    /// Text messages to telephones; without one, nobody gets any.
    pub sms: Option<SmsGateway>,
    /// Whether `/gallery` is served.
    pub gallery: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            sponsor: String::new(),
            filing_number: String::new(),
            tell_us: String::new(),
            public_url: "http://localhost:8080".to_owned(),
            behind_proxy: false,
            secure_cookies: false,
            lang: Lang::Zh,
            idle_minutes: 20,
            actor_kept: Duration::from_secs(5),
            sms: None,
            gallery: false,
        }
    }
}

impl Settings {
    pub(crate) fn idle(&self) -> TimeDelta {
        let minutes = self
            .idle_minutes
            .clamp(*IDLE_MINUTES.start(), *IDLE_MINUTES.end());
        TimeDelta::minutes(minutes.into())
    }
}
