//! Boards: kept in the book, shared by scope, each number opens.
use crate::world::*;
use kernel::{Lang, Role, Scope as Over};
use reports::boards::keeping::{KeepError, Keeping, Typed, TypedCell, keep, withdraw};

fn keeping(number: u128, figures: &[(&str, &str)]) -> Keeping {
    Keeping {
        entry: id(number),
        board: None,
        typed: Typed {
            title: "主要情况".into(),
            unit: "U1".into(),
            is_shared: true,
            cells: figures
                .iter()
                .map(|(figure, show)| TypedCell {
                    figure: (*figure).into(),
                    show: (*show).into(),
                    ..TypedCell::default()
                })
                .collect(),
        },
        lang: Lang::Zh,
    }
}

#[tokio::test]
async fn a_board_is_made_once_changed_by_whoever_saw_it_last_and_withdrawn_with_its_history() {
    in_world(async |world| {
        let new = keeping(70, &[("done", "number"), ("", ""), ("people", "parts")]);
        let first = keep(&world.book, &clerk(), &new).await.unwrap();
        let again = keep(&world.book, &clerk(), &new).await.unwrap();
        assert_eq!((first.id, first.cells().len()), (again.id, 2));
        let change = |number, version| Keeping {
            board: Some((first.id, version)),
            ..keeping(number, &[("done", "trend")])
        };
        let changed = keep(&world.book, &clerk(), &change(71, 1)).await.unwrap();
        assert_eq!((changed.version, changed.cells().len()), (2, 1));
        let stale = keep(&world.book, &clerk(), &change(72, 1)).await;
        assert!(matches!(stale, Err(KeepError::Stale)), "{stale:?}");
        let stranger = kernel::Actor {
            person: kernel::PersonId(99),
            ..person(Role::Secretary, Over::Below(LEFT))
        };
        let theirs = keep(&world.book, &stranger, &change(73, 2)).await;
        assert!(matches!(theirs, Err(KeepError::NotThere)), "{theirs:?}");
        withdraw(&world.book, &clerk(), id(74), first.id)
            .await
            .unwrap();
        withdraw(&world.book, &clerk(), id(75), first.id)
            .await
            .unwrap();
        let board = first.id.to_string();
        let kind = reports::boards::board::SUBJECT;
        let history = ledger::entry::history(world.db.reader(), kind, &board);
        assert_eq!(history.await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_board_is_said_beside_its_row() {
    in_world(async |world| {
        let faulty = keeping(70, &[("done", "number"), ("dune", "number")]);
        let Err(KeepError::Faulty(faults)) = keep(&world.book, &clerk(), &faulty).await else {
            panic!("it was kept")
        };
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].field, "figure-1");
        assert!(faults[0].text.contains("done"), "{}", faults[0].text);
        let empty = keep(&world.book, &clerk(), &keeping(71, &[])).await;
        assert!(matches!(empty, Err(KeepError::Faulty(_))));
    })
    .await;
}
