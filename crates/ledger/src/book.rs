//! The open book: its accounts, its unit tree, and the lane for very many small acts.
use crate::{
    account::{Account, Flow, Measure},
    append::{AppendError, Appended, NewEntry, append_many},
    sql,
    tree::{self, Tree},
};
use db::{Db, Lane};
use futures::FutureExt;
use kernel::{Actor, Clock};
use sea_orm::{ConnectionTrait, DbErr};
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

/// Cheap to clone. One for each database.
#[derive(Clone)]
pub struct Book(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    declared: HashMap<&'static str, Account>,
    /// Numbers of accounts that are known to be on disk.
    ids: RwLock<Accounts>,
    tree: RwLock<Arc<Tree>>,
    lane: OnceLock<Lane<(Actor, NewEntry), Result<Appended, AppendError>>>,
}

#[derive(Default)]
struct Accounts {
    by_code: HashMap<String, i32>,
    by_id: HashMap<i32, String>,
}

impl Book {
    /// Opens the book of `db` (already migrated) with all accounts that any domain declares.
    pub fn open(
        db: Db,
        clock: Arc<dyn Clock>,
        accounts: impl IntoIterator<Item = Account>,
    ) -> Book {
        let declared = accounts
            .into_iter()
            .map(|account| (account.code, account))
            .collect();
        Book(Arc::new(Inner {
            db,
            clock,
            declared,
            ids: RwLock::default(),
            tree: RwLock::default(),
            lane: OnceLock::new(),
        }))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// All declared accounts, by code.
    pub fn accounts(&self) -> Vec<Account> {
        let mut accounts: Vec<_> = self.0.declared.values().copied().collect();
        accounts.sort_by_key(|account| account.code);
        accounts
    }

    /// The declaration under which `code` may be posted to: its own, or that of an open account above it.
    pub fn declaration(&self, code: &str) -> Option<&Account> {
        if let Some(account) = self.0.declared.get(code) {
            return Some(account);
        }
        let mut above = code;
        while let Some((parent, _)) = above.rsplit_once('.') {
            if let Some(account) = self.0.declared.get(parent) {
                return account.open.then_some(account);
            }
            above = parent;
        }
        None
    }

    /// Whether `code` is declared, or stands above or below something declared.
    pub fn knows(&self, code: &str) -> bool {
        let prefix = format!("{code}.");
        self.declaration(code).is_some()
            || self
                .0
                .declared
                .keys()
                .any(|declared| declared.starts_with(&prefix))
    }

    /// How `code` adds up and is read; a parent is like its children.
    pub(crate) fn nature(&self, code: &str) -> Option<(Flow, Measure)> {
        let prefix = format!("{code}.");
        let child = || {
            self.0
                .declared
                .values()
                .find(|account| account.code.starts_with(&prefix))
        };
        self.declaration(code)
            .or_else(child)
            .map(|account| (account.flow, account.measure))
    }

    /// The unit tree as this connection sees it.
    pub async fn tree(&self, connection: &impl ConnectionTrait) -> Result<Arc<Tree>, DbErr> {
        let cached = self
            .0
            .tree
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let version = tree::version(connection).await?;
        if cached.version() == version {
            return Ok(cached);
        }
        // A transaction that is taken back may have shown us edges that never came to be: then start anew.
        let mut tree = if cached.version() < version {
            (*cached).clone()
        } else {
            Tree::default()
        };
        tree::load(connection, &mut tree).await?;
        let tree = Arc::new(tree);
        if tree::version(self.0.db.reader()).await? == tree.version() {
            *self.0.tree.write().unwrap_or_else(PoisonError::into_inner) = tree.clone();
        }
        Ok(tree)
    }

    /// The account's number, given to it at its first posting.
    pub(crate) async fn account_id(
        &self,
        tx: &impl ConnectionTrait,
        code: &str,
    ) -> Result<i32, DbErr> {
        if let Some(id) = self.cached_id(code) {
            return Ok(id);
        }
        self.refresh_accounts().await?;
        if let Some(id) = self.cached_id(code) {
            return Ok(id);
        }
        sql::run(
            tx,
            "INSERT INTO ledger_account (code) VALUES ($1) ON CONFLICT (code) DO NOTHING",
            [code.into()],
        )
        .await?;
        Ok(sql::number(
            tx,
            "SELECT CAST(id AS bigint) FROM ledger_account WHERE code = $1",
            [code.into()],
        )
        .await? as i32)
    }

    /// The numbers of `code` and of all accounts below it that were ever posted to.
    pub(crate) async fn ids_within(
        &self,
        connection: &impl ConnectionTrait,
        code: &str,
    ) -> Result<Vec<i32>, DbErr> {
        let select = "SELECT id FROM ledger_account WHERE code = $1 OR (code > $2 AND code < $3)";
        let values = [
            code.into(),
            format!("{code}.").into(),
            format!("{code}/").into(),
        ];
        sql::rows(connection, select, values)
            .await?
            .iter()
            .map(|row| row.try_get_by_index(0))
            .collect()
    }

    /// The code of an account's number.
    pub(crate) async fn code(
        &self,
        connection: &impl ConnectionTrait,
        id: i32,
    ) -> Result<String, DbErr> {
        if let Some(code) = self
            .0
            .ids
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .by_id
            .get(&id)
        {
            return Ok(code.clone());
        }
        let rows = sql::rows(
            connection,
            "SELECT code FROM ledger_account WHERE id = $1",
            [id.into()],
        )
        .await?;
        rows.first()
            .ok_or_else(|| DbErr::RecordNotFound(format!("account {id}")))?
            .try_get_by_index(0)
    }

    pub(crate) async fn flow(
        &self,
        connection: &impl ConnectionTrait,
        account: i32,
    ) -> Result<Flow, DbErr> {
        let code = self.code(connection, account).await?;
        Ok(self
            .declaration(&code)
            .map_or(Flow::Flow, |account| account.flow))
    }

    /// The numbers of accounts that are stocks.
    pub(crate) async fn stocks(
        &self,
        connection: &impl ConnectionTrait,
    ) -> Result<Vec<i32>, DbErr> {
        let rows = sql::rows(connection, "SELECT id FROM ledger_account ORDER BY id", []).await?;
        let mut stocks = Vec::new();
        for row in rows {
            let id: i32 = row.try_get_by_index(0)?;
            if self.flow(connection, id).await? == Flow::Stock {
                stocks.push(id);
            }
        }
        Ok(stocks)
    }

    fn cached_id(&self, code: &str) -> Option<i32> {
        self.0
            .ids
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .by_code
            .get(code)
            .copied()
    }

    async fn refresh_accounts(&self) -> Result<(), DbErr> {
        let rows = sql::rows(
            self.0.db.reader(),
            "SELECT id, code FROM ledger_account",
            [],
        )
        .await?;
        let mut ids = self.0.ids.write().unwrap_or_else(PoisonError::into_inner);
        for row in rows {
            let (id, code): (i32, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            ids.by_code.insert(code.clone(), id);
            ids.by_id.insert(id, code);
        }
        Ok(())
    }

    /// Writes an act that is nothing but an entry. Acts that arrive together go down in few statements and one commit;
    /// when this returns, the entry is on disk.
    pub async fn post(&self, actor: &Actor, entry: NewEntry) -> Result<Appended, AppendError> {
        let lane = self.0.lane.get_or_init(|| {
            // The lane must not keep the book alive that keeps the lane alive.
            let book = Arc::downgrade(&self.0);
            Lane::start(move |items| {
                let book = book.upgrade().map(Book);
                async move {
                    match book {
                        Some(book) => book.write_together(items).await,
                        None => items.iter().map(|_| Err(AppendError::Closed)).collect(),
                    }
                }
                .boxed()
            })
        });
        lane.send((actor.clone(), entry))
            .await
            .unwrap_or(Err(AppendError::Closed))
    }

    async fn write_together(
        &self,
        items: Vec<(Actor, NewEntry)>,
    ) -> Vec<Result<Appended, AppendError>> {
        if let Ok(appended) = self.write(&items).await {
            return appended;
        }
        // One of them is at fault: let it fail alone.
        let mut results = Vec::with_capacity(items.len());
        for item in items {
            results.push(
                self.write(&[item])
                    .await
                    .and_then(|mut one| one.swap_remove(0)),
            );
        }
        results
    }

    async fn write(
        &self,
        items: &[(Actor, NewEntry)],
    ) -> Result<Vec<Result<Appended, AppendError>>, AppendError> {
        let tx = self.0.db.begin().await?;
        let appended =
            append_many(&tx, self, items.iter().map(|(actor, entry)| (actor, entry))).await?;
        tx.commit().await?;
        Ok(appended)
    }
}
