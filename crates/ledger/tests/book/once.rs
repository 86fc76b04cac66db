use crate::world::*;
use ledger::NewEntry;

fn reaches(number: u128, unit: usize, on: u32, people: &[&str]) -> NewEntry {
    people
        .iter()
        .fold(act(number, BRANCHES[unit], day(3, on)), |act, person| {
            act.post_once("test.reached", BRANCHES[unit], person)
        })
}

#[tokio::test]
async fn a_person_counts_once_however_often_reached() {
    in_world(async |world| {
        world
            .append(&reaches(1, 0, 1, &["lin", "wu", "lin"]))
            .await
            .unwrap();
        world
            .append(&reaches(2, 1, 9, &["lin", "he"]))
            .await
            .unwrap();

        assert_eq!(world.number("test.reached", ROOT, day(3, 31)).await, 3);
        assert_eq!(
            world.number("test.reached", BRANCHES[1], day(3, 31)).await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_of_an_earlier_day_takes_the_count_over() {
    in_world(async |world| {
        world.append(&reaches(1, 0, 9, &["lin"])).await.unwrap();
        world.append(&reaches(2, 1, 1, &["lin"])).await.unwrap();

        assert_eq!(world.number("test.reached", ROOT, day(3, 5)).await, 1);
        assert_eq!(world.number("test.reached", ROOT, day(3, 31)).await, 1);
        assert_eq!(
            world.number("test.reached", BRANCHES[0], day(3, 31)).await,
            0
        );
        let records = world.records("test.reached", ROOT, day(3, 31), None).await;
        assert_eq!((records.count, records.rows[0].entry.id), (1, id(2)));
    })
    .await;
}

#[tokio::test]
async fn when_a_record_is_taken_back_the_next_one_counts() {
    in_world(async |world| {
        world
            .append(&reaches(1, 0, 1, &["lin", "wu"]))
            .await
            .unwrap();
        world.append(&reaches(2, 1, 9, &["lin"])).await.unwrap();
        world.append(&reaches(3, 2, 5, &["lin"])).await.unwrap();
        world
            .correct(
                id(1),
                &act(4, BRANCHES[0], day(3, 20)).because("was called off"),
            )
            .await
            .unwrap();

        assert_eq!(world.number("test.reached", ROOT, day(3, 31)).await, 1);
        assert_eq!(
            world.number("test.reached", BRANCHES[2], day(3, 31)).await,
            1
        );
        assert_eq!(world.number("test.reached", ROOT, day(3, 4)).await, 0);

        world
            .correct(id(4), &reaches(5, 0, 1, &["lin"]).because("it was not"))
            .await
            .unwrap();
        assert_eq!(world.number("test.reached", ROOT, day(3, 4)).await, 1);
        assert_eq!(world.number("test.reached", ROOT, day(3, 31)).await, 1);
    })
    .await;
}
