use crate::world::*;
use sea_orm::{ConnectionTrait, DbBackend};

#[tokio::test]
async fn the_database_itself_refuses_every_way_to_change_the_book() {
    in_world(async |world| {
        world.append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 5)).await.unwrap();
        let mut holes = Vec::new();
        for (table, column) in
            [("ledger_entry", "reason = 'x'"), ("ledger_posting", "quantity = 6"), ("ledger_unit_edge", "parent_id = 3")]
        {
            holes.push(format!("UPDATE {table} SET {column}"));
            holes.push(format!("DELETE FROM {table}"));
            if world.db.backend() == DbBackend::Postgres {
                holes.push(format!("TRUNCATE {table} CASCADE"));
            } else {
                holes.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
                holes.push(format!("UPDATE OR REPLACE {table} SET {column}"));
            }
        }
        if world.db.backend() == DbBackend::Postgres {
            holes.push("INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT (id) DO UPDATE SET reason = 'x'".into());
        }
        for hole in holes {
            let tx = world.db.begin().await.unwrap();
            let error = tx.execute_unprepared(&hole).await.expect_err(&hole).to_string();
            assert!(error.contains("append-only"), "{hole}: {error}");
        }
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 5);
    })
    .await;
}
