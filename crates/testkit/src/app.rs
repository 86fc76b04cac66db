//! The whole application in a test, without a network.
use crate::{People, Session, TestClock};
use axum::Router;
use chrono::{NaiveDate, TimeDelta};
use db::{Db, Keys};
use files::Files;
use kernel::{Actor, Lang, PersonId};
use std::{collections::BTreeSet, sync::Arc, time::Duration};
use web::{App, Domain, Domains, Doorkeeper, Parts, Settings};

/// A key like any other; nothing sealed by tests outlives them.
const KEY: &str = "1f2e3d4c5b6a79880716253443526170f0e1d2c3b4a5968778695a4b3c2d1e0f";

/// Entries whose kinds are looked at after a test.
const ENTRIES_READ_MAX: u64 = 10_000;

/// The running application and the means to move it.
pub struct TestApp {
    pub app: App,
    pub people: Arc<People>,
    pub clock: Arc<TestClock>,
    pub(crate) router: Router,
    /// Where its files are; gone with it.
    pub files_folder: tempfile::TempDir,
}

/// How an application under test differs from the usual.
pub struct Setup {
    domains: Vec<Domain>,
    settings: Settings,
    doorkeeper: Option<Arc<dyn Doorkeeper>>,
}

impl Setup {
    pub fn new(domains: impl IntoIterator<Item = Domain>) -> Setup {
        Setup {
            domains: domains.into_iter().collect(),
            settings: Settings {
                sponsor: "测试办公室".to_owned(),
                public_url: "http://luodi.test".to_owned(),
                lang: Lang::Zh,
                // Rights that a test changes hold at once.
                actor_kept: Duration::ZERO,
                ..Settings::default()
            },
            doorkeeper: None,
        }
    }

    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Setup {
        change(&mut self.settings);
        self
    }

    /// Asks this doorkeeper instead of [`People`].
    pub fn doorkeeper(mut self, doorkeeper: Arc<dyn Doorkeeper>) -> Setup {
        self.doorkeeper = Some(doorkeeper);
        self
    }

    /// Runs `test` on a fresh SQLite database and on a fresh PostgreSQL database.
    pub async fn on_both(self, test: impl AsyncFn(&TestApp)) {
        db::testing::on_both_raw(async |db| {
            let app = self.open(db).await;
            test(&app).await;
            app.verify().await;
        })
        .await;
    }

    async fn open(&self, db: Db) -> TestApp {
        let domains = Domains::new(self.domains.clone());
        db.migrate(&web::migrations(&domains)).await.unwrap();
        let (clock, people) = (Arc::new(TestClock::new()), Arc::new(People::default()));
        let doorkeeper = self.doorkeeper.clone();
        let files_folder = tempfile::tempdir().unwrap();
        let app = App::new(Parts {
            db,
            clock: clock.clone(),
            keys: Keys::from_hex(KEY).unwrap(),
            files: Files::in_folder(files_folder.path()),
            domains,
            settings: self.settings.clone(),
            doorkeeper: doorkeeper.unwrap_or_else(|| people.clone()),
        });
        TestApp {
            router: web::router(app.clone()),
            app,
            people,
            clock,
            files_folder,
        }
    }
}

impl TestApp {
    /// Runs `test` on a fresh SQLite database and on a fresh PostgreSQL database.
    pub async fn on_both(domains: impl IntoIterator<Item = Domain>, test: impl AsyncFn(&TestApp)) {
        Setup::new(domains).on_both(test).await;
    }

    /// A browser in which `actor` has logged in.
    pub async fn sign_in_as(&self, actor: &Actor) -> Session {
        self.sign_in(actor.person).await
    }

    /// A browser in which the person has logged in, whoever that is to the doorkeeper.
    pub async fn sign_in(&self, person: PersonId) -> Session {
        let cookie = web::open_session(&self.app, person).await.unwrap();
        let session = self.stranger();
        session.take_cookie(&cookie);
        session
    }

    /// A browser in which nobody has logged in.
    pub fn stranger(&self) -> Session {
        Session::new(self.router.clone())
    }

    /// Goes to noon of a day, for instance `app.set_day("2021-04-30")`.
    pub fn set_day(&self, day: &str) {
        self.clock.set_day(day.parse::<NaiveDate>().unwrap());
    }

    pub fn forward(&self, by: TimeDelta) {
        self.clock.forward(by);
    }

    /// Runs all jobs that are due now. Returns how many.
    pub async fn run_jobs(&self) -> usize {
        let handlers = web::handlers(&self.app);
        let (db, clock, live) = (&self.app.db, &self.app.clock, &self.app.live);
        jobs::Runner::new(db.clone(), clock.clone(), handlers, live.clone())
            .run_due()
            .await
            .unwrap()
    }

    /// Counts the book again the slow way, and sees that every act in it can be said in both languages.
    pub async fn verify(&self) {
        self.has_words().await;
        let recount = ledger::recount::recount(self.app.db.reader(), &self.app.book, |_, _| {})
            .await
            .unwrap();
        assert_eq!(
            recount.differences,
            Vec::<String>::new(),
            "the book does not add up"
        );
    }

    /// Entries of the domains under test, not those that a test made up.
    async fn has_words(&self) {
        let entries = ledger::entry::latest(self.app.db.reader(), ENTRIES_READ_MAX);
        let kinds: BTreeSet<String> = entries
            .await
            .unwrap()
            .into_iter()
            .map(|entry| entry.kind)
            .collect();
        for kind in &kinds {
            let domain = kind.split('.').next();
            let is_ours = self.app.domains.iter().any(|one| Some(one.name) == domain);
            for lang in Lang::ALL {
                let said = self.app.domains.act(kind, lang);
                assert!(!is_ours || said != kind, "entries `{kind}` have no words");
            }
        }
    }
}
