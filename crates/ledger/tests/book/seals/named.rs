//! What is changed behind the book's back is named: row and column.
use super::*;
use ledger::seal::{Row, What};

/// A value that differs, for a column of this kind.
fn other(column: &db::Column) -> String {
    let name = &column.name;
    match column.kind.as_str() {
        "uuid" => "'00000000-0000-0000-0000-0000000000ff'".into(),
        "bytea" => format!("set_byte({name}, 0, (get_byte({name}, 0) + 1) % 256)"),
        "blob" => format!("CAST(x'fe' || substr({name}, 2) AS blob)"),
        "boolean" => format!("NOT {name}"),
        "timestamp with time zone" => format!("{name} + interval '1 microsecond'"),
        "text" if name.ends_with("_at") => format!("replace({name}, '+00:00', '.000001+00:00')"),
        "text" => format!("COALESCE({name}, '') || 'x'"),
        _ => format!("COALESCE({name}, 90) + 1"),
    }
}

/// Each column of a table that is not in `but`, with a statement that changes it in one row.
async fn changes(world: &World, table: &str, row: &str, but: &[&str]) -> Vec<(String, String)> {
    let tables = db::tables(world.db.reader()).await.unwrap();
    let table = tables.iter().find(|one| one.name == table).unwrap();
    let columns = table
        .columns
        .iter()
        .filter(|column| !but.contains(&&*column.name));
    columns
        .map(|column| {
            let set = format!(
                "UPDATE {} SET {} = {} WHERE {row}",
                table.name,
                column.name,
                other(column)
            );
            (column.name.clone(), set)
        })
        .collect()
}

async fn sealed(world: &World) {
    three_days(world).await;
    assert_eq!(seal_on(world, day(3, 9)).await.len(), 3);
    assert!(verified(world).await.is_true());
}

#[tokio::test]
async fn a_value_changed_in_any_column_of_the_book_is_named() {
    in_world(async |world| {
        sealed(world).await;
        let entry = changes(world, "ledger_entry", "seq = 3", &["seq"]).await;
        let posting = changes(
            world,
            "ledger_posting",
            "entry_seq = 3 AND line = 2",
            &["entry_seq", "line"],
        )
        .await;
        let edge = changes(world, "ledger_unit_edge", "version = 4", &["version"]).await;
        let figure = changes(
            world,
            "ledger_figure",
            "code = 'test'",
            &["code", "version"],
        )
        .await;
        let rows = [
            (Row::Entry { seq: 3 }, 2, entry),
            (Row::Posting { seq: 3, line: 2 }, 2, posting),
            (Row::Edge { version: 4 }, 1, edge),
            (
                Row::Figure {
                    code: "test".into(),
                    version: 1,
                },
                1,
                figure,
            ),
        ];
        for (row, seal, changes) in rows {
            for (column, statement) in changes {
                let found = found(world, &statement).await;
                let named: Vec<_> = found
                    .iter()
                    .map(|one| (one.seal, &one.row, one.what, one.column))
                    .collect();
                assert_eq!(
                    named,
                    [(seal, &row, What::Changed, Some(&*column))],
                    "{statement}"
                );
                assert!(found[0].now.is_some());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_changed_account_is_named_instead_of_all_its_postings() {
    in_world(async |world| {
        sealed(world).await;
        let id: i64 = {
            let select = sea_orm::Statement::from_string(
                world.db.backend(),
                "SELECT CAST(id AS bigint) FROM ledger_account WHERE code = 'test.done'",
            );
            world
                .db
                .reader()
                .query_one_raw(select)
                .await
                .unwrap()
                .unwrap()
                .try_get_by_index(0)
                .unwrap()
        };
        for statement in [
            "UPDATE ledger_account SET code = 'test.dona' WHERE code = 'test.done'",
            "DELETE FROM ledger_account WHERE code = 'test.done'",
        ] {
            let found = found(world, statement).await;
            assert!(
                found.iter().all(|one| one.row == Row::Account { id }),
                "{statement}: {found:?}"
            );
            assert_eq!(
                found.iter().map(|one| one.seal).collect::<Vec<_>>(),
                [1, 2, 3],
                "{statement}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn rows_that_were_taken_out_or_put_in_are_named() {
    in_world(async |world| {
        sealed(world).await;
        let columns = "id, kind, subject_kind, subject_id, actor_id, unit_id, happened_on, recorded_at, digest";
        let uuid = match world.db.backend() {
            DbBackend::Postgres => "'00000000-0000-0000-0000-0000000000ff'",
            _ => "x'000000000000000000000000000000ff'",
        };
        let posting = "of_seq, account_id, unit_id, day, quantity FROM ledger_posting WHERE entry_seq = 3 AND line = 1";
        let cases = [
            ("DELETE FROM ledger_posting WHERE entry_seq = 3 AND line = 2".to_owned(), vec![(What::Missing, Row::Posting { seq: 3, line: 2 })]),
            ("UPDATE ledger_posting SET line = 9 WHERE entry_seq = 3 AND line = 2".to_owned(), vec![(What::Missing, Row::Posting { seq: 3, line: 2 }), (What::Added, Row::Posting { seq: 3, line: 9 })]),
            (format!("INSERT INTO ledger_posting (entry_seq, line, of_seq, account_id, unit_id, day, quantity) SELECT 3, 4, {posting}"), vec![(What::Added, Row::Posting { seq: 3, line: 4 })]),
            ("UPDATE ledger_posting SET entry_seq = 1, line = 7 WHERE entry_seq = 3 AND line = 3".to_owned(), vec![(What::Added, Row::Posting { seq: 1, line: 7 }), (What::Missing, Row::Posting { seq: 3, line: 3 })]),
            ("DELETE FROM ledger_entry WHERE seq = 3".to_owned(), vec![(What::Missing, Row::Entry { seq: 3 })]),
            ("UPDATE ledger_entry SET seq = 1000 WHERE seq = 3".to_owned(), vec![(What::Missing, Row::Entry { seq: 3 })]),
            ("DELETE FROM ledger_posting WHERE entry_seq = 3; DELETE FROM ledger_entry WHERE seq = 3".to_owned(), vec![(What::Missing, Row::Entry { seq: 3 })]),
            (format!("INSERT INTO ledger_entry (seq, {columns}) SELECT -1, {} FROM ledger_entry WHERE seq = 3", columns.replacen("id", uuid, 1)), vec![]),
            (format!("UPDATE ledger_entry SET seq = 5 WHERE seq = 4; INSERT INTO ledger_entry (seq, {columns}) SELECT 4, {} FROM ledger_entry WHERE seq = 3", columns.replacen("id", uuid, 1)), vec![(What::Changed, Row::Entry { seq: 4 }), (What::Missing, Row::Posting { seq: 4, line: 1 })]),
            ("DELETE FROM ledger_unit_edge WHERE version = 2".to_owned(), vec![(What::Missing, Row::Edge { version: 2 })]),
            ("DELETE FROM ledger_figure".to_owned(), vec![(What::Missing, Row::Figure { code: "test".into(), version: 1 })]),
        ];
        for (statement, expected) in cases {
            let found = found(world, &statement).await;
            let mut named: Vec<_> = found.into_iter().map(|one| (one.what, one.row)).collect();
            named.dedup();
            if statement.contains("SELECT 4") || statement.contains("SELECT -1") {
                assert!(expected.iter().take(1).all(|one| named.contains(one)), "{statement}: {named:?}");
            } else {
                assert_eq!(named, expected, "{statement}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_changed_seal_or_leaf_is_named_and_the_entries_are_not_blamed() {
    in_world(async |world| {
        sealed(world).await;
        for (column, statement) in changes(world, "ledger_seal", "number = 2", &["number"]).await {
            let found = found(world, &statement).await;
            let named: Vec<_> = found
                .iter()
                .map(|one| (one.seal, &one.row, one.column))
                .collect();
            assert_eq!(named, [(2, &Row::Seal, Some(&*column))], "{statement}");
        }
        // The newest seal has nobody behind it that knows its hash or its time.
        for (column, statement) in changes(world, "ledger_seal", "number = 3", &["number"]).await {
            let found = found(world, &statement).await;
            assert!(
                found
                    .iter()
                    .all(|one| one.seal == 3 && one.row == Row::Seal)
                    && !found.is_empty(),
                "{column}: {found:?}"
            );
        }
        for (column, statement) in
            changes(world, "ledger_leaf", "seal = 2 AND place = 0", &["seal"]).await
        {
            let found = found(world, &statement).await;
            assert!(
                found
                    .iter()
                    .all(|one| matches!(one.row, Row::Leaf { .. }) && one.seal == 2)
                    && !found.is_empty(),
                "{column}: {found:?}"
            );
        }
        let cases = [
            (
                "DELETE FROM ledger_leaf WHERE seal = 2 AND place = 0",
                2,
                What::Missing,
                Row::Leaf { place: 0 },
            ),
            (
                "DELETE FROM ledger_seal WHERE number = 2",
                2,
                What::Missing,
                Row::Seal,
            ),
            (
                "DELETE FROM ledger_seal WHERE number = 3",
                3,
                What::Missing,
                Row::Seal,
            ),
            (
                "UPDATE ledger_seal SET number = 8 WHERE number = 3",
                3,
                What::Changed,
                Row::Seal,
            ),
        ];
        for (statement, seal, what, row) in cases {
            let found = found(world, statement).await;
            let named: Vec<_> = found
                .into_iter()
                .map(|one| (one.seal, one.what, one.row))
                .collect();
            assert_eq!(named, [(seal, what, row)], "{statement}");
        }
    })
    .await;
}
