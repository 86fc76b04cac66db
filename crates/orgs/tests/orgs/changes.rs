//! The organisation changes from a day on: what is counted and shown, as it was then and as it is now.
mod refused;

use crate::world::*;
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use ledger::{AppendError, figure, tree::Place};
use orgs::units::changes::{Change, Details, NewUnit, Refused, What, change_unit};
use uuid::Uuid;

const ZONE: &[&[&str]] = &[
    &["党组织名称", "党组织编码", "类别", "上级党组织", "成立时间"],
    &["试验开发区", "100", "本级", "", "2020-01-01"],
    &["机关党委", "DW1", "党委", "试验开发区", "2020-01-01"],
    &["企业党委", "DW2", "党委", "试验开发区", "2020-01-01"],
    &["第一党支部", "Z1", "支部", "DW1", "2020-01-01"],
    &["第二党支部", "Z2", "支部", "DW1", "2020-01-01"],
    &["第三党支部", "Z3", "支部", "DW2", "2020-01-01"],
];

const PEOPLE: &[&[&str]] = &[
    &["编号", "姓名", "所在党支部", "党内职务"],
    &["R1", "林晓", "Z1", "书记"],
    &["R2", "吴宁", "Z1", ""],
    &["R3", "何一凡", "Z2", "书记"],
    &["R4", "沈佳", "Z3", ""],
];

pub fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, day).unwrap()
}

fn details(name: &str, kind: &str) -> Details {
    Details {
        name: name.into(),
        name_en: None,
        kind: kind.into(),
        position: 9,
    }
}

fn new_unit(code: &str, name: &str) -> NewUnit {
    NewUnit {
        code: code.into(),
        details: details(name, "party_branch"),
    }
}

impl World {
    pub async fn unit(&self, code: &str) -> UnitId {
        let state = self.state().await;
        state.directory.unit_by_code(code).unwrap().id
    }

    async fn name(&self, code: &str) -> String {
        let state = self.state().await;
        state.directory.unit_by_code(code).unwrap().name.clone()
    }

    pub async fn person(&self, code: &str) -> PersonId {
        let state = self.state().await;
        let mut people = state.people.iter();
        people.find(|person| person.code == code).unwrap().id
    }

    async fn wish(&self, entry: u128, code: &str, from: NaiveDate, what: What) -> Change {
        Change {
            entry: EntryId(Uuid::from_u128(entry)),
            unit: self.unit(code).await,
            from,
            reason: "机构编制文件".into(),
            what,
        }
    }

    async fn change(
        &self,
        entry: u128,
        code: &str,
        from: NaiveDate,
        what: What,
    ) -> Result<UnitId, Refused> {
        let change = self.wish(entry, code, from, what).await;
        change_unit(&self.book, &clerk(), &change).await
    }

    async fn place(&self, code: &str, on: NaiveDate) -> Option<Place> {
        let tree = self.book.tree(self.db.reader()).await.unwrap();
        tree.place(self.unit(code).await, on)
    }
}

pub async fn with_zone(test: impl AsyncFn(&World)) {
    in_world(async |world| {
        world.import(&workbook(&[ZONE, PEOPLE])).await.unwrap();
        test(world).await;
    })
    .await;
}

#[tokio::test]
async fn a_unit_moves_with_all_its_people_and_is_counted_where_it_is() {
    with_zone(async |world| {
        let below = world.unit("DW2").await;
        let what = What::Move { below };
        world
            .change(1, "Z1", day(2, 1), what.clone())
            .await
            .unwrap();
        // The same form once more.
        world
            .change(1, "Z1", day(2, 1), what.clone())
            .await
            .unwrap();

        for (code, on, members, branches) in [
            ("DW1", january(31), 3, 2),
            ("DW2", january(31), 1, 1),
            ("DW1", day(2, 1), 1, 1),
            ("DW2", day(2, 1), 3, 2),
            ("100", day(2, 1), 4, 3),
        ] {
            assert_eq!(
                world.figure("members", code, on).await,
                members,
                "{code} {on}"
            );
            assert_eq!(
                world.figure("branches", code, on).await,
                branches,
                "{code} {on}"
            );
        }
        let other = world.change(1, "Z2", day(2, 1), what).await;
        assert!(
            matches!(other, Err(Refused::Append(AppendError::IdReused))),
            "{other:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_goes_into_another_takes_its_people_along_and_stays_findable() {
    with_zone(async |world| {
        let (merged, into) = (world.unit("Z1").await, world.unit("Z3").await);
        world
            .change(1, "Z1", day(2, 1), What::Merge { into })
            .await
            .unwrap();

        assert_eq!(world.place("Z1", day(2, 1)).await, Some(Place::Closed));
        for (code, on, members, branches) in [
            ("Z1", january(31), 2, 1),
            ("Z3", january(31), 1, 1),
            ("Z1", day(2, 1), 0, 0),
            ("Z3", day(2, 1), 3, 1),
            ("DW1", day(2, 1), 1, 1),
            ("100", day(2, 1), 4, 2),
        ] {
            assert_eq!(
                world.figure("members", code, on).await,
                members,
                "{code} {on}"
            );
            assert_eq!(
                world.figure("branches", code, on).await,
                branches,
                "{code} {on}"
            );
        }
        let tree = world.book.tree(world.db.reader()).await.unwrap();
        assert_eq!(tree.heir(merged, day(3, 1)), Some(into));
        assert_eq!(world.name("Z1").await, "第一党支部");

        // Its history tells in both units, and in each person's.
        let history = async |kind: &str, id: String| {
            let entries = ledger::entry::history(world.db.reader(), kind, &id)
                .await
                .unwrap();
            entries.last().unwrap().kind.clone()
        };
        assert_eq!(
            history("orgs.unit", merged.to_string()).await,
            "orgs.unit.merged"
        );
        assert_eq!(
            history("orgs.unit", into.to_string()).await,
            "orgs.unit.took_over"
        );
        let person = world.person("R1").await;
        assert_eq!(
            history("orgs.person", person.to_string()).await,
            "orgs.person.changed"
        );

        // As it is now, what the merged unit did counts where it went.
        let seed = orgs::FIGURES
            .iter()
            .find(|figure| figure.code == "members")
            .unwrap();
        let scope = figure::Scope {
            unit: world.unit("DW2").await,
            as_of: january(31),
            from: None,
            campaign: None,
        };
        let definition = seed.into();
        let now = figure::as_it_is_now(
            world.db.reader(),
            &world.book,
            &definition,
            &scope,
            day(3, 1),
        );
        let now = now.await.unwrap().unwrap();
        assert_eq!(now, Some(figure::Value::Number(3)));
    })
    .await;
}

#[tokio::test]
async fn a_committee_that_is_merged_hands_its_units_over() {
    with_zone(async |world| {
        let into = world.unit("DW2").await;
        world
            .change(1, "DW1", day(2, 1), What::Merge { into })
            .await
            .unwrap();
        assert_eq!(world.place("Z1", day(2, 1)).await, Some(Place::Below(into)));
        assert_eq!(world.figure("members", "DW2", day(2, 1)).await, 4);
        assert_eq!(world.figure("committees", "100", day(2, 1)).await, 1);
        assert_eq!(world.figure("committees", "100", january(31)).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_split_and_some_of_its_people_go_along() {
    with_zone(async |world| {
        let what = What::Split {
            new: new_unit("Z9", "第九党支部"),
            people: vec![world.person("R2").await],
            units: Vec::new(),
        };
        let founded = world
            .change(1, "Z1", day(2, 1), what.clone())
            .await
            .unwrap();
        assert_eq!(
            world.change(1, "Z1", day(2, 1), what).await.unwrap(),
            founded
        );
        assert_eq!(world.unit("Z9").await, founded);
        assert_eq!(world.figure("members", "Z9", day(2, 1)).await, 1);
        assert_eq!(world.figure("members", "Z1", day(2, 1)).await, 1);
        assert_eq!(world.figure("branches", "DW1", day(2, 1)).await, 3);
        assert_eq!(world.figure("branches", "DW1", january(31)).await, 2);

        let stranger = What::Split {
            new: new_unit("Z10", "第十党支部"),
            people: vec![world.person("R4").await],
            units: Vec::new(),
        };
        let refused = world.change(2, "Z1", day(2, 1), stranger).await;
        assert!(matches!(refused, Err(Refused::NotIts)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_renamed_from_a_day_on_and_counted_by_its_kind_of_the_day() {
    with_zone(async |world| {
        let what = What::Rename(details("第一党总支", "general_branch"));
        world.change(1, "Z1", day(2, 1), what).await.unwrap();
        assert_eq!(world.name("Z1").await, "第一党总支");
        for (on, branches, general) in [(january(31), 2, 0), (day(2, 1), 1, 1)] {
            assert_eq!(world.figure("branches", "DW1", on).await, branches);
            assert_eq!(world.figure("general-branches", "DW1", on).await, general);
        }
        // Entered late: it had been another kind already for some days before.
        let what = What::Rename(details("第一党支部", "team"));
        world.change(2, "Z1", january(15), what).await.unwrap();
        assert_eq!(world.name("Z1").await, "第一党总支");
        assert_eq!(world.figure("branches", "DW1", january(20)).await, 1);
        assert_eq!(world.figure("general-branches", "DW1", day(2, 1)).await, 1);
        let same = What::Rename(details("第一党总支", "general_branch"));
        let refused = world.change(3, "Z1", day(2, 5), same).await;
        assert!(matches!(refused, Err(Refused::NothingNew)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_founded_closed_and_opened_again() {
    with_zone(async |world| {
        let founded = What::Found(new_unit("Z9", "第九党支部"));
        world.change(1, "DW1", day(2, 1), founded).await.unwrap();
        assert_eq!(world.figure("branches", "100", day(2, 1)).await, 4);
        world
            .change(2, "Z9", day(2, 10), What::Close)
            .await
            .unwrap();
        assert_eq!(world.figure("branches", "100", day(2, 9)).await, 4);
        assert_eq!(world.figure("branches", "100", day(2, 10)).await, 3);
        let below = world.unit("DW2").await;
        world
            .change(3, "Z9", day(2, 20), What::Reopen { below })
            .await
            .unwrap();
        assert_eq!(world.figure("branches", "DW2", day(2, 20)).await, 2);
        assert_eq!(world.figure("branches", "Z9", day(2, 15)).await, 0);
    })
    .await;
}
