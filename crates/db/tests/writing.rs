//! What the database promises to whoever writes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
use db::{
    Db, Lane, Migrations,
    testing::{on_both, on_both_raw},
};
use futures::{FutureExt, future::join_all};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use sea_orm_migration::prelude::*;

struct Notes;

impl MigrationName for Notes {
    fn name(&self) -> &str {
        "notes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Notes {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("note")
            .col(ColumnDef::new("body").text().not_null().unique_key())
            .to_owned();
        schema.create_table(table).await
    }
}

fn migrations() -> Migrations {
    vec![Box::new(Notes)]
}

async fn add(connection: &impl ConnectionTrait, body: &str) -> Result<(), DbErr> {
    let insert = "INSERT INTO note (body) VALUES ($1)";
    let insert =
        Statement::from_sql_and_values(connection.get_database_backend(), insert, [body.into()]);
    connection.execute_raw(insert).await.map(drop)
}

async fn notes(db: &Db) -> Vec<String> {
    let select = Statement::from_string(db.backend(), "SELECT body FROM note ORDER BY body");
    let rows = db.reader().query_all_raw(select).await.unwrap();
    rows.iter()
        .map(|row| row.try_get("", "body").unwrap())
        .collect()
}

#[tokio::test]
async fn a_committed_act_is_seen_by_readers_and_a_dropped_one_never_happened() {
    on_both(migrations, async |db| {
        let tx = db.begin().await.unwrap();
        add(&tx, "dropped").await.unwrap();
        drop(tx);

        let tx = db.begin().await.unwrap();
        add(&tx, "kept").await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(notes(&db).await, ["kept"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_at_once_all_arrive_and_failing_ones_harm_nobody() {
    on_both(migrations, async |db| {
        let acts = (0..200).map(|i| {
            let db = db.clone();
            tokio::spawn(async move {
                let tx = db.begin().await?;
                add(&tx, &format!("{:03}", i / 2 * 2)).await?;
                if i % 10 == 4 {
                    return Ok(()); // dropped: another act may write the same
                }
                tx.commit().await
            })
        });
        let ended = join_all(acts).await;
        let refused = ended
            .iter()
            .filter(|end| end.as_ref().unwrap().is_err())
            .count();

        assert_eq!(notes(&db).await.len(), 100);
        assert!(
            (80..=100).contains(&refused),
            "{refused} of the doubled notes were refused"
        );
    })
    .await;
}

#[tokio::test]
async fn an_act_that_nobody_waits_for_any_more_does_not_hold_up_the_others() {
    on_both(migrations, async |db| {
        let tx = db.begin().await.unwrap();
        add(&tx, "first").await.unwrap();
        let waiting = tokio::spawn({
            let db = db.clone();
            async move { db.begin().await.map(drop) }
        });
        tokio::task::yield_now().await;
        waiting.abort();
        tx.commit().await.unwrap();

        assert_eq!(notes(&db).await, ["first"]);
    })
    .await;
}

#[tokio::test]
async fn readers_cannot_write_to_an_embedded_database() {
    on_both(migrations, async |db| {
        if db.backend() == sea_orm::DbBackend::Sqlite {
            assert!(add(db.reader(), "by the back door").await.is_err());
        }
    })
    .await;
}

#[tokio::test]
async fn migrations_run_once_and_starting_twice_at_the_same_time_is_safe() {
    on_both_raw(async |db| {
        let (one, other) = (db.clone(), db.clone());
        let (one, other) = futures::join!(
            async move { one.migrate(&migrations()).await },
            async move { other.migrate(&migrations()).await }
        );
        one.unwrap();
        other.unwrap();
        assert!(notes(&db).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_lane_answers_each_sender_with_its_own_result() {
    let lane = Lane::start(|items: Vec<u32>| {
        async move { items.iter().map(|item| item * 2).collect() }.boxed()
    });
    let answers = join_all((0..1_000).map(|item| lane.send(item))).await;
    for (item, answer) in answers.into_iter().enumerate() {
        assert_eq!(answer.unwrap() as usize, item * 2);
    }
}
