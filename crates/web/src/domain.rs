//! What a domain brings along. `luodi` has one list of these; a line taken out takes the domain out.
mod derived;
mod entry_kind;
mod job_kind;
mod matters;
mod public;
mod sources;
mod subject;

pub use derived::Derived;
pub use entry_kind::EntryKind;
pub use job_kind::{JobKind, JobOutcome};
pub use matters::{Matter, UnitMatters};
pub use public::{PublicItem, PublicPart, PublicSource, PublicWay};
pub use sources::{Days, Hit, MarkedDay, QuickEntry, Search, Todo, TodoSource};
pub use subject::{SubjectKind, SubjectRow};

use crate::Pages;
use db::Migrations;
use kernel::{Actor, Lang};
use ledger::{Account, FigureSeed};
use ui::NavItem;

/// A domain and everything it registers. Begin with [`Domain::new`] and add what there is.
#[derive(Clone)]
pub struct Domain {
    pub name: &'static str,
    pub migrations: fn() -> Migrations,
    pub accounts: &'static [Account],
    pub figures: &'static [FigureSeed],
    pub pages: fn() -> Pages,
    /// Its places in the side bar; those that lead to pages the person may not open are left out by the frame.
    pub nav: fn(Lang) -> Vec<NavItem>,
    /// What this person can enter in a minute, as buttons under "mine".
    pub quick_entries: Vec<fn(Lang, &Actor) -> Vec<QuickEntry>>,
    /// What its entries did, in words: one for each kind that it writes.
    pub entry_kinds: Vec<EntryKind>,
    pub subjects: Vec<SubjectKind>,
    pub todos: Vec<TodoSource>,
    pub jobs: Vec<JobKind>,
    pub days: Vec<Days>,
    /// Pages that its people can open without network, though they never opened them before.
    pub offline: &'static [&'static str],
    pub searches: Vec<Search>,
    /// Its tables that are made anew from others when a backup is brought back.
    pub derived: Vec<Derived>,
    /// What is still open at a unit, before it is closed or goes into another.
    pub matters: Vec<UnitMatters>,
    /// Its parts of the page for people without an account.
    pub portal: Vec<PublicSource>,
    /// Where anybody says what is wrong, if this domain handles that (rule R7); `?page=` says where they were.
    pub tell_us: Option<&'static str>,
}

impl Domain {
    pub fn new(name: &'static str) -> Domain {
        Domain {
            name,
            migrations: Vec::new,
            accounts: &[],
            figures: &[],
            pages: Pages::default,
            nav: |_| Vec::new(),
            quick_entries: Vec::new(),
            entry_kinds: Vec::new(),
            subjects: Vec::new(),
            todos: Vec::new(),
            jobs: Vec::new(),
            days: Vec::new(),
            offline: &[],
            searches: Vec::new(),
            derived: Vec::new(),
            matters: Vec::new(),
            portal: Vec::new(),
            tell_us: None,
        }
    }

    pub fn migrations(self, migrations: fn() -> Migrations) -> Domain {
        Domain { migrations, ..self }
    }

    /// The accounts it posts to.
    pub fn accounts(self, accounts: &'static [Account]) -> Domain {
        Domain { accounts, ..self }
    }

    /// The figures it brings to the catalogue.
    pub fn figures(self, figures: &'static [FigureSeed]) -> Domain {
        Domain { figures, ..self }
    }

    pub fn pages(self, pages: fn() -> Pages) -> Domain {
        Domain { pages, ..self }
    }

    pub fn nav(self, nav: fn(Lang) -> Vec<NavItem>) -> Domain {
        Domain { nav, ..self }
    }

    pub fn quick_entries(mut self, quick_entries: fn(Lang, &Actor) -> Vec<QuickEntry>) -> Domain {
        self.quick_entries.push(quick_entries);
        self
    }

    /// The kinds of entry that it writes, with the words for each.
    pub fn entry_kinds(mut self, entry_kinds: &[EntryKind]) -> Domain {
        self.entry_kinds.extend(entry_kinds);
        self
    }

    /// How one kind of its records shows as a row and a link.
    pub fn subject(mut self, subject: SubjectKind) -> Domain {
        self.subjects.push(subject);
        self
    }

    pub fn todos(mut self, todos: TodoSource) -> Domain {
        self.todos.push(todos);
        self
    }

    pub fn job(mut self, job: JobKind) -> Domain {
        self.jobs.push(job);
        self
    }

    pub fn days(mut self, days: Days) -> Domain {
        self.days.push(days);
        self
    }

    pub fn portal(mut self, part: PublicSource) -> Domain {
        self.portal.push(part);
        self
    }

    pub fn tell_us(self, path: &'static str) -> Domain {
        let tell_us = Some(path);
        Domain { tell_us, ..self }
    }

    /// Forms that are kept at hand for places without network. Each is answered with [`crate::KeptOffline`].
    pub fn offline(self, offline: &'static [&'static str]) -> Domain {
        Domain { offline, ..self }
    }

    pub fn derived(mut self, derived: Derived) -> Domain {
        self.derived.push(derived);
        self
    }

    pub fn matters(mut self, matters: UnitMatters) -> Domain {
        self.matters.push(matters);
        self
    }

    pub fn search(mut self, search: Search) -> Domain {
        self.searches.push(search);
        self
    }
}

/// All domains of this installation, those that others stand on first.
#[derive(Clone, Default)]
pub struct Domains(Vec<Domain>);

impl Domains {
    pub fn new(domains: impl IntoIterator<Item = Domain>) -> Domains {
        Domains(domains.into_iter().collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Domain> {
        self.0.iter()
    }

    pub fn accounts(&self) -> impl Iterator<Item = &'static Account> {
        self.iter().flat_map(|domain| domain.accounts)
    }

    pub fn figures(&self) -> impl Iterator<Item = &'static FigureSeed> {
        self.iter().flat_map(|domain| domain.figures)
    }

    /// How records of this kind are shown, unless their domain was taken out.
    pub fn subject(&self, kind: &str) -> Option<&SubjectKind> {
        self.iter()
            .flat_map(|domain| &domain.subjects)
            .find(|subject| subject.kind == kind)
    }

    /// What an entry of this kind did, in a word; the bare kind where its domain was taken out.
    pub fn act<'k>(&self, kind: &'k str, lang: Lang) -> &'k str {
        let mut kinds = self.iter().flat_map(|domain| &domain.entry_kinds);
        let found = kinds.find(|known| known.kind == kind);
        found.map_or(kind, |known| known.title.get(lang))
    }

    /// Where anybody says what is wrong, if a domain handles that.
    pub fn tell_us(&self) -> Option<&'static str> {
        self.iter().find_map(|domain| domain.tell_us)
    }

    pub fn job(&self, kind: &str) -> Option<&JobKind> {
        self.iter()
            .flat_map(|domain| &domain.jobs)
            .find(|job| job.kind == kind)
    }

    /// The map of the site: every page of every domain, and those of this crate.
    pub fn listed(&self) -> Vec<crate::Listed> {
        let own = crate::router::own_pages().listed;
        let theirs = self.iter().flat_map(|domain| (domain.pages)().listed);
        own.into_iter().chain(theirs).collect()
    }
}
