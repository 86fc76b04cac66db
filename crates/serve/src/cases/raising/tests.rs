use super::*;
use crate::cases::born::{TITLE_FROM_TEXT_CHARS, title};
use crate::cases::{
    store::Whole,
    world::{HAITANG, ROOT, WATER, case, in_world},
};

#[tokio::test]
async fn a_case_sent_twice_is_one_case_and_has_one_code() {
    in_world(async |world| {
        let told = world.told(1);
        assert!(world.raise(&told).await.unwrap().is_new());
        world.app.set_day("2021-03-16");
        assert!(!world.raise(&told).await.unwrap().is_new());
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        let other = Raising {
            body: "别的事".into(),
            ..told
        };
        assert!(matches!(
            world.raise(&other).await,
            Err(RaiseError::Book(AppendError::IdReused))
        ));
        let keys = &world.app.app.keys;
        let code = CODE.made(keys, other.entry);
        assert_eq!(code.len(), 10);
        assert_eq!(
            world.whole(1).await.case.code_found_by,
            CODE.found_by(keys, &code)
        );
        assert_ne!(code, CODE.made(keys, world.told(2).entry));
    })
    .await;
}

#[tokio::test]
async fn numbers_count_up_within_a_day_and_begin_anew_the_next() {
    in_world(async |world| {
        for (entry, day) in [(1, "2021-03-15"), (2, "2021-03-15"), (3, "2021-03-16")] {
            world.app.set_day(day);
            world.raise(&world.told(entry)).await.unwrap();
        }
        let numbers = [
            world.whole(1).await,
            world.whole(2).await,
            world.whole(3).await,
        ];
        assert_eq!(
            numbers.map(|whole| whole.case.number),
            ["202103150001", "202103150002", "202103160001"]
        );
    })
    .await;
}

#[tokio::test]
async fn two_who_raise_at_once_get_two_numbers() {
    in_world(async |world| {
        let (one, two) = (world.told(1), world.told(2));
        let (first, second) = tokio::join!(world.raise(&one), world.raise(&two));
        assert!(first.unwrap().is_new() && second.unwrap().is_new());
        assert_ne!(
            world.whole(1).await.case.number,
            world.whole(2).await.case.number
        );
    })
    .await;
}

#[tokio::test]
async fn names_and_numbers_are_sealed_and_not_in_the_book() {
    in_world(async |world| {
        world.raise(&world.told(1)).await.unwrap();
        let Whole { case: kept, .. } = world.whole(1).await;
        let keys = &world.app.app.keys;
        assert_eq!(
            keys.open(PHONE, &kept.phone.unwrap()).unwrap(),
            "13800001234"
        );
        assert_eq!(keys.open(NAME, &kept.name.unwrap()).unwrap(), "何婶");
        let reader = world.book().db().reader();
        let history = entry::history(reader, SUBJECT, &case(1).to_string())
            .await
            .unwrap();
        let details = format!("{:?}", history[0].details);
        assert!(
            !details.contains("何婶") && !details.contains("0000"),
            "{details}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_says_nothing_or_names_no_number_is_refused() {
    in_world(async |world| {
        let empty = Raising {
            body: " \n".into(),
            ..world.told(1)
        };
        assert!(matches!(
            world.raise(&empty).await,
            Err(RaiseError::Nothing)
        ));
        let wrong = Raising {
            phone: "138".into(),
            ..world.told(1)
        };
        assert!(matches!(world.raise(&wrong).await, Err(RaiseError::Phone)));
        let long = Raising {
            body: "长".repeat(NOTE_CHARS_MAX + 1),
            ..world.told(1)
        };
        let refused = world.raise(&long).await;
        assert!(matches!(refused, Err(RaiseError::TooLong("body", _))));
        let long = Raising {
            place: "长".repeat(TITLE_CHARS_MAX + 1),
            ..world.told(1)
        };
        let refused = world.raise(&long).await;
        assert!(matches!(refused, Err(RaiseError::TooLong("place", _))));
    })
    .await;
}

#[tokio::test]
async fn an_officer_hears_for_their_own_unit_only() {
    in_world(async |world| {
        let keys = &world.app.app.keys;
        let own = Raising {
            desk: WATER,
            ..world.told(1)
        };
        raise(world.book(), keys, &world.water, &own).await.unwrap();
        let other = Raising {
            desk: HAITANG,
            ..world.told(2)
        };
        let refused = raise(world.book(), keys, &world.water, &other).await;
        assert!(matches!(refused, Err(RaiseError::NotYours)));
    })
    .await;
}

#[test]
fn the_title_is_the_first_sentence_and_no_longer_than_a_line() {
    assert_eq!(title("路灯不亮。已经三天了。"), "路灯不亮");
    assert_eq!(
        title(&"很".repeat(40)).chars().count(),
        TITLE_FROM_TEXT_CHARS + 1
    );
    assert_eq!(
        title("The street lamp is broken since Monday"),
        "The street lamp is…"
    );
}
