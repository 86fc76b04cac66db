use super::*;
use crate::{
    briefings::{
        correction::{self, CorrectBriefingError, Correcting},
        coverage::{KINDS, coverage},
        people,
    },
    campaigns::store,
    world::{COMMITTEE, FIRST, GENERAL, OFFICE, ROOT, SECOND, World, day, id, in_world},
};

fn held(audience: Audience) -> Held {
    Held {
        title: "动员大会".into(),
        place: "礼堂".into(),
        day: day("2021-03-10"),
        organiser: OFFICE,
        audience,
    }
}

fn units(units: &[UnitId]) -> Audience {
    Audience {
        units: units.to_vec(),
        with_members: true,
        ..Audience::default()
    }
}

fn recording(entry: u128, audience: Audience) -> Recording {
    Recording {
        entry: id(entry),
        campaign: "study".into(),
        held: held(audience),
    }
}

impl World<'_> {
    async fn record(&self, recording: &Recording) -> Result<Appended, RecordError> {
        record(self.book(), &self.clerk, recording).await
    }

    async fn mobilised(&self) -> [i64; 4] {
        [
            self.count(KINDS[0].1).await,
            self.count(KINDS[1].1).await,
            self.count(KINDS[2].1).await,
            self.count("members-mobilised").await,
        ]
    }
}

#[tokio::test]
async fn a_briefing_is_recorded_once_for_many_units_and_all_their_members() {
    in_world(async |world| {
        let all = recording(20, units(&[COMMITTEE, GENERAL, FIRST]));
        assert!(world.record(&all).await.unwrap().is_new());
        assert_eq!(world.mobilised().await, [1, 1, 1, 3]);
        assert_eq!(world.count("briefings-held").await, 1);
        assert_eq!(world.count("briefing-attendance").await, 3);
        assert_eq!(
            world.figure("branches-coverage").await.quantity(),
            Some(5_000)
        );
        assert_eq!(
            world.figure("members-coverage").await.quantity(),
            Some(6_000)
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_is_briefed_twice_counts_once_and_attends_twice() {
    in_world(async |world| {
        world.record(&recording(20, units(&[FIRST]))).await.unwrap();
        world
            .record(&recording(21, units(&[FIRST, SECOND])))
            .await
            .unwrap();
        assert_eq!(world.mobilised().await, [0, 0, 2, 5]);
        assert_eq!(world.count("briefing-attendance").await, 8);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_briefing() {
    in_world(async |world| {
        let new = recording(20, units(&[FIRST]));
        world.record(&new).await.unwrap();
        assert!(!world.record(&new).await.unwrap().is_new());
        let mut other = new.clone();
        other.held.title = "另一场".into();
        let refused = world.record(&other).await;
        assert!(
            matches!(refused, Err(RecordError::Book(AppendError::IdReused))),
            "{refused:?}"
        );
        assert_eq!(world.count("briefings-held").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_at_once_is_one_briefing() {
    in_world(async |world| {
        let new = recording(20, units(&[FIRST]));
        let (one, other) = tokio::join!(world.record(&new), world.record(&new));
        assert_ne!(one.unwrap().is_new(), other.unwrap().is_new());
        assert_eq!(world.count("briefings-held").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_headcount_never_counts_more_members_than_are_not_known_by_name() {
    in_world(async |world| {
        let named = Audience {
            people: vec![PersonId(101)],
            ..Audience::default()
        };
        world.record(&recording(20, named)).await.unwrap();
        let counted = Audience {
            headcounts: vec![(FIRST, 25)],
            ..Audience::default()
        };
        world.record(&recording(21, counted.clone())).await.unwrap();
        world.record(&recording(22, counted)).await.unwrap();
        assert_eq!(world.mobilised().await, [0, 0, 1, 3]);
        assert_eq!(world.count("briefing-attendance").await, 51);
    })
    .await;
}

#[tokio::test]
async fn a_correction_posts_the_difference_and_a_withdrawal_takes_all_back() {
    in_world(async |world| {
        world
            .record(&recording(20, units(&[FIRST, SECOND])))
            .await
            .unwrap();
        let mut correcting = Correcting {
            entry: id(30),
            briefing: BriefingId(id(20).0),
            corrects: id(20),
            reason: "第二党支部当天没有参加".into(),
            held: Some(held(units(&[FIRST]))),
        };
        correction::correct(world.book(), &world.clerk, &correcting)
            .await
            .unwrap();
        assert_eq!(world.mobilised().await, [0, 0, 1, 3]);
        let again = correction::correct(world.book(), &world.clerk, &correcting)
            .await
            .unwrap();
        assert!(!again.is_new());

        correcting.entry = id(31);
        let stale = correction::correct(world.book(), &world.clerk, &correcting).await;
        assert!(
            matches!(stale, Err(CorrectBriefingError::AlreadyCorrected)),
            "{stale:?}"
        );

        correcting.corrects = id(30);
        correcting.held = None;
        correction::correct(world.book(), &world.clerk, &correcting)
            .await
            .unwrap();
        assert_eq!(world.mobilised().await, [0, 0, 0, 0]);
        assert_eq!(world.count("briefings-held").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_correction_without_a_reason_changes_nothing() {
    in_world(async |world| {
        world.record(&recording(20, units(&[FIRST]))).await.unwrap();
        let correcting = Correcting {
            entry: id(30),
            briefing: BriefingId(id(20).0),
            corrects: id(20),
            reason: " ".into(),
            held: None,
        };
        let refused = correction::correct(world.book(), &world.clerk, &correcting).await;
        assert!(
            matches!(refused, Err(CorrectBriefingError::Reason)),
            "{refused:?}"
        );
        assert_eq!(world.count("briefings-held").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_secretary_records_for_the_own_branch_only() {
    in_world(async |world| {
        let secretary = world.app.people.secretary("陶景", SECOND);
        let mut new = recording(20, units(&[FIRST, SECOND]));
        new.held.organiser = SECOND;
        let refused = record(world.book(), &secretary, &new).await;
        assert!(
            matches!(&refused, Err(RecordError::NotYours(units)) if units == &[FIRST]),
            "{refused:?}"
        );
        new.held.audience = units(&[SECOND]);
        assert!(
            record(world.book(), &secretary, &new)
                .await
                .unwrap()
                .is_new()
        );
    })
    .await;
}

#[tokio::test]
async fn a_briefing_of_nobody_or_of_a_day_to_come_is_refused() {
    in_world(async |world| {
        let nobody = world.record(&recording(20, Audience::default())).await;
        assert!(matches!(nobody, Err(RecordError::Nobody)));
        let mut new = recording(20, units(&[FIRST]));
        new.held.day = day("2021-03-21");
        assert!(matches!(
            world.record(&new).await,
            Err(RecordError::DayToCome)
        ));
        new.held.day = day("2021-02-01");
        assert!(matches!(
            world.record(&new).await,
            Err(RecordError::BeforeCampaign(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn names_that_several_people_bear_are_asked_back_and_unknown_ones_named() {
    in_world(async |world| {
        let reader = world.book().db().reader();
        let directory = Directory::load(reader).await.unwrap();
        let tree = world.book().tree(reader).await.unwrap();
        let find = async |text: &str, within: Option<UnitId>| {
            let within = |unit| within == Some(unit);
            people::find(reader, &directory, &tree, text, day("2021-03-10"), within)
                .await
                .unwrap()
        };
        let found = find("宋晚、P105\n林晓\n赵无", None).await;
        assert_eq!(found.people, [PersonId(102), PersonId(105)]);
        assert_eq!(
            (found.several[0].line, found.several[0].people.len()),
            (2, 2)
        );
        assert_eq!(
            (found.unknown[0].line, found.unknown[0].name.as_str()),
            (3, "赵无")
        );
        assert_eq!(
            find("林晓（第二党支部）", None).await.people,
            [PersonId(104)]
        );
        assert_eq!(find("林晓", Some(FIRST)).await.people, [PersonId(101)]);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_named_after_a_headcount_is_not_counted_beside_it() {
    in_world(async |world| {
        let counted = Audience {
            headcounts: vec![(FIRST, 2)],
            ..Audience::default()
        };
        world.record(&recording(20, counted)).await.unwrap();
        let mut named = recording(21, units(&[FIRST]));
        named.held.day = day("2021-03-12");
        world.record(&named).await.unwrap();
        assert_eq!(world.mobilised().await, [0, 0, 1, 3]);
        let reader = world.book().db().reader();
        let campaign = store::find(reader, "study").await.unwrap().unwrap();
        let directory = Directory::load(reader).await.unwrap();
        let missing = async |on: &str| {
            let on = day(on);
            let covered = coverage(world.book(), &directory, &campaign, FIRST, on).await;
            let covered = covered.unwrap();
            let told: usize = covered.missing_members.values().sum();
            let number = covered.members.all - covered.members.reached;
            assert_eq!(
                i64::try_from(told),
                Ok(number),
                "the list is as long as the number"
            );
            told
        };
        assert_eq!(missing("2021-03-10").await, 1);
        assert_eq!(missing("2021-03-12").await, 0);
    })
    .await;
}

#[tokio::test]
async fn coverage_says_who_is_missing_and_how_it_grew() {
    in_world(async |world| {
        world
            .record(&recording(20, units(&[COMMITTEE, FIRST])))
            .await
            .unwrap();
        let mut later = recording(21, Audience::default());
        later.held.day = day("2021-03-12");
        later.held.audience.people = vec![PersonId(104)];
        world.record(&later).await.unwrap();
        let reader = world.book().db().reader();
        let campaign = store::find(reader, "study").await.unwrap().unwrap();
        let directory = Directory::load(reader).await.unwrap();
        let covered = coverage(world.book(), &directory, &campaign, ROOT, day("2021-03-20"))
            .await
            .unwrap();
        let told: Vec<(i64, i64)> = covered
            .kinds
            .iter()
            .map(|kind| (kind.reached, kind.all))
            .collect();
        assert_eq!(told, [(1, 1), (0, 1), (1, 2)]);
        assert_eq!((covered.members.reached, covered.members.all), (4, 5));
        assert_eq!(covered.missing_units, [GENERAL, SECOND]);
        assert_eq!(Vec::from_iter(covered.missing_members), [(SECOND, 1)]);
        assert_eq!(
            covered.curve,
            [(day("2021-03-10"), 1, 3), (day("2021-03-12"), 1, 4)]
        );
    })
    .await;
}
