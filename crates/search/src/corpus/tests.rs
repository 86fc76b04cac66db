use super::*;
use sea_orm::sea_query::{Alias, Query};
use sea_orm_migration::{MigrationName, MigrationTrait, async_trait};

const THINGS: Corpus = Corpus::new("thing_search");

struct Things;

impl MigrationName for Things {
    fn name(&self) -> &str {
        "things"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Things {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        THINGS.create(schema).await
    }
}

fn migrations() -> db::Migrations {
    vec![Box::new(Things)]
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

async fn put(db: &db::Db, texts: &[(u128, &str)]) {
    let tx = db.begin().await.unwrap();
    for (number, text) in texts {
        THINGS.put(&tx, id(*number), text).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The numbers of the records that meet the condition.
async fn found(db: &db::Db, condition: Condition) -> Vec<u128> {
    let select = Query::select()
        .column(Alias::new("record"))
        .from(Alias::new("thing_search"))
        .cond_where(condition)
        .to_owned();
    let rows = db.reader().query_all(&select).await.unwrap();
    let mut numbers: Vec<u128> = rows
        .iter()
        .map(|row| row.try_get::<Uuid>("", "record").unwrap().as_u128())
        .collect();
    numbers.sort_unstable();
    numbers
}

async fn asked_for(db: &db::Db, question: &str) -> Vec<u128> {
    let backend = db.reader().get_database_backend();
    found(
        db,
        THINGS.with_all(backend, "thing_search.record", question),
    )
    .await
}

#[tokio::test]
async fn words_of_two_characters_are_found_and_all_words_must_be_there() {
    db::testing::on_both(migrations, async |db| {
        let texts = [
            (1, "海棠苑3号楼下水道堵塞，污水外溢"),
            (2, "明月路路灯不亮"),
            (3, "海棠苑门口路灯坏了，要雨衣"),
        ];
        put(&db, &texts).await;
        assert_eq!(asked_for(&db, "路灯").await, [2, 3]);
        assert_eq!(asked_for(&db, "雨衣").await, [3]);
        assert_eq!(asked_for(&db, "海棠苑 路灯").await, [3]);
        assert_eq!(asked_for(&db, "水道").await, [1]);
        assert_eq!(asked_for(&db, "停车").await, [0; 0]);
        assert_eq!(asked_for(&db, "，。").await, [1, 2, 3]);
    })
    .await;
}

#[tokio::test]
async fn a_record_is_found_by_its_newest_words_only() {
    db::testing::on_both(migrations, async |db| {
        put(&db, &[(1, "路灯不亮")]).await;
        put(&db, &[(1, "井盖破损"), (2, "")]).await;
        assert_eq!(asked_for(&db, "路灯").await, [0; 0]);
        assert_eq!(asked_for(&db, "井盖").await, [1]);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_cannot_break_out_of_the_question() {
    db::testing::on_both(migrations, async |db| {
        put(&db, &[(1, "路灯不亮")]).await;
        for typed in [
            "\" OR words:*",
            "路灯\" NOT \"x",
            "'; DROP TABLE thing_search; --",
            "a & | ! ( <-> :*",
            "NEAR(路灯, 2)",
            "words : 路灯",
            "\\' | '路灯",
        ] {
            asked_for(&db, typed).await;
        }
        assert_eq!(asked_for(&db, "路灯").await, [1]);
    })
    .await;
}

#[tokio::test]
async fn any_of_the_words_is_enough_where_likeness_is_asked_for() {
    db::testing::on_both(migrations, async |db| {
        put(&db, &[(1, "路灯不亮"), (2, "井盖破损"), (3, "水管爆裂")]).await;
        let backend = db.reader().get_database_backend();
        let any = |text| THINGS.with_any(backend, "thing_search.record", &of_question(text));
        assert_eq!(found(&db, any("路灯和井盖")).await, [1, 2]);
        assert_eq!(found(&db, any("")).await, [0; 0]);
    })
    .await;
}
