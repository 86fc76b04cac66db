use crate::world::*;
use futures::future::join_all;
use ledger::{AppendError, Appended};

#[tokio::test]
async fn the_same_act_sent_twice_is_one_entry() {
    in_world(async |world| {
        let act = act(1, BRANCHES[0], day(3, 1)).post("test.done", 5);
        let first = world.append(&act).await.unwrap();
        let second = world.append(&act).await.unwrap();

        assert!(first.is_new());
        assert_eq!(second, Appended::AlreadyThere { seq: first.seq() });
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 5);
    })
    .await;
}

#[tokio::test]
async fn an_entry_id_cannot_stand_for_two_different_acts() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 5))
            .await
            .unwrap();
        let other = world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 6))
            .await;

        assert!(matches!(other, Err(AppendError::IdReused)), "{other:?}");
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_that_arrive_at_once_are_each_counted_once() {
    in_world(async |world| {
        let sent = (0..300).map(|n| {
            let book = world.book.clone();
            // Every act is sent twice; every fiftieth names an account that nobody declared.
            let account = if n % 50 == 49 {
                "test.nobody"
            } else {
                "test.done"
            };
            let act = act(1 + n / 2, BRANCHES[(n / 2 % 3) as usize], day(3, 1)).post(account, 1);
            tokio::spawn(async move { book.post(&actor(), act).await })
        });
        let ended: Vec<_> = join_all(sent)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        let (new, again): (Vec<Appended>, Vec<Appended>) = ended
            .iter()
            .flatten()
            .copied()
            .partition(|appended| appended.is_new());

        assert_eq!(new.len(), 150);
        assert_eq!(
            again.len() + ended.iter().filter(|end| end.is_err()).count(),
            150
        );
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 150);
    })
    .await;
}

#[tokio::test]
async fn an_account_or_a_unit_that_does_not_exist_is_refused_and_nothing_is_written() {
    in_world(async |world| {
        let unknown = world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.nobody", 1))
            .await;
        assert!(matches!(unknown, Err(AppendError::UnknownAccount(code)) if code == "test.nobody"));
        let nowhere = world
            .append(&act(1, kernel::UnitId(99), day(3, 1)).post("test.done", 1))
            .await;
        assert!(matches!(nowhere, Err(AppendError::UnknownUnit(_))));
        let child_of_closed_account = world
            .append(&act(1, ROOT, day(3, 1)).post("test.done.more", 1))
            .await;
        assert!(matches!(
            child_of_closed_account,
            Err(AppendError::UnknownAccount(_))
        ));
        assert!(
            world
                .append(&act(1, ROOT, day(3, 1)).post("test.reached.anything", 1))
                .await
                .unwrap()
                .is_new()
        );
    })
    .await;
}
