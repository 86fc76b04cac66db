//! What a unit is called and what kind it is, from which day on. Kept for units that ever changed; all others are as their
//! row says, on every day.
use crate::unit;
use chrono::NaiveDate;
use kernel::UnitId;
use ledger::{Tree, tree::Place};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) mod row {
    use chrono::NaiveDate;
    use kernel::UnitId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orgs_unit_particulars")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub unit_id: UnitId,
        pub from_day: NaiveDate,
        pub name: String,
        pub name_en: Option<String>,
        pub kind: String,
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What may differ from day to day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Particulars {
    pub name: String,
    pub name_en: Option<String>,
    pub kind: String,
    pub position: i32,
}

impl Particulars {
    pub fn of(unit: &unit::Model) -> Particulars {
        Particulars {
            name: unit.name.clone(),
            name_en: unit.name_en.clone(),
            kind: unit.kind.clone(),
            position: unit.position,
        }
    }

    /// The unit with these particulars.
    pub fn on(self, unit: unit::Model) -> unit::Model {
        unit::Model {
            name: self.name,
            name_en: self.name_en,
            kind: self.kind,
            position: self.position,
            ..unit
        }
    }
}

/// Particulars by the day from which they hold. Never empty.
pub(crate) type Timeline = BTreeMap<NaiveDate, Particulars>;

/// Those that hold on `day`; before the first day the first.
pub(crate) fn holding(timeline: &Timeline, day: NaiveDate) -> Option<&Particulars> {
    let held = timeline.range(..=day).next_back();
    held.or_else(|| timeline.iter().next())
        .map(|(_, held)| held)
}

/// From `from` on the unit is as `after` says. Later entries for earlier days go on into later stretches, detail by detail, until
/// one that was changed there anyway.
pub(crate) fn amend(timeline: &mut Timeline, from: NaiveDate, after: &Particulars) {
    let Some(before) = holding(timeline, from).cloned() else {
        timeline.insert(from, after.clone());
        return;
    };
    timeline.insert(from, after.clone());
    let later: Vec<NaiveDate> = timeline
        .range(from..)
        .skip(1)
        .map(|(day, _)| *day)
        .collect();
    let (mut name, mut name_en, mut kind, mut position) = (true, true, true, true);
    for day in later {
        let Some(held) = timeline.get_mut(&day) else {
            continue;
        };
        carry(&mut name, &mut held.name, &before.name, &after.name);
        carry(
            &mut name_en,
            &mut held.name_en,
            &before.name_en,
            &after.name_en,
        );
        carry(&mut kind, &mut held.kind, &before.kind, &after.kind);
        carry(
            &mut position,
            &mut held.position,
            &before.position,
            &after.position,
        );
    }
}

fn carry<T: Clone + PartialEq>(goes_on: &mut bool, held: &mut T, before: &T, after: &T) {
    *goes_on = *goes_on && held == before;
    if *goes_on {
        held.clone_from(after);
    }
}

/// How many units of each kind begin (1) or end (-1) on which day: what is to be posted to `orgs.unit.<kind>`.
pub(crate) fn counted(
    timeline: &Timeline,
    places: &[(NaiveDate, Place)],
) -> BTreeMap<(String, NaiveDate), i64> {
    let mut days: BTreeSet<NaiveDate> = timeline.keys().copied().collect();
    days.extend(places.iter().map(|(from, _)| *from));
    let mut counted = BTreeMap::new();
    let mut before: Option<&str> = None;
    for day in days {
        let place = places.iter().rev().find(|(from, _)| *from <= day);
        let stands = place.is_some_and(|(_, place)| *place != Place::Closed);
        let now = holding(timeline, day)
            .filter(|_| stands)
            .map(|held| held.kind.as_str());
        if before != now {
            for (kind, times) in [(before, -1), (now, 1)] {
                if let Some(kind) = kind {
                    *counted.entry((kind.to_owned(), day)).or_default() += times;
                }
            }
        }
        before = now;
    }
    counted
}

/// A unit's particulars over time.
pub(crate) async fn timeline(
    connection: &impl ConnectionTrait,
    tree: &Tree,
    unit: &unit::Model,
) -> Result<Timeline, DbErr> {
    let rows = row::Entity::find()
        .filter(row::Column::UnitId.eq(unit.id))
        .order_by_asc(row::Column::FromDay)
        .all(connection)
        .await?;
    let mut timeline: Timeline = rows
        .into_iter()
        .map(|row| (row.from_day, row.particulars()))
        .collect();
    if timeline.is_empty() {
        let founded = tree.founded(unit.id).unwrap_or(NaiveDate::MIN);
        timeline.insert(founded, Particulars::of(unit));
    }
    Ok(timeline)
}

/// Keeps a unit's particulars; its row is as the last of them says.
pub(crate) async fn keep(
    tx: &impl ConnectionTrait,
    unit: &unit::Model,
    timeline: &Timeline,
) -> Result<(), DbErr> {
    row::Entity::delete_many()
        .filter(row::Column::UnitId.eq(unit.id))
        .exec(tx)
        .await?;
    let rows = timeline.iter().map(|(from_day, held)| row::ActiveModel {
        id: NotSet,
        unit_id: Set(unit.id),
        from_day: Set(*from_day),
        name: Set(held.name.clone()),
        name_en: Set(held.name_en.clone()),
        kind: Set(held.kind.clone()),
        position: Set(held.position),
    });
    row::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    if let Some(last) = timeline.values().next_back() {
        let unit = last.clone().on(unit.clone());
        unit::Entity::update(unit.into_active_model().reset_all())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Units that an import changed: what they were stays known.
pub(crate) async fn changed(
    tx: &impl ConnectionTrait,
    tree: &Tree,
    changes: impl Iterator<Item = (&unit::Model, &unit::Model, NaiveDate)>,
) -> Result<(), DbErr> {
    for (before, after, from) in changes {
        let mut timeline = timeline(tx, tree, before).await?;
        // What is there already for later days was decided for these days; an import says what holds now.
        let from = timeline
            .keys()
            .next_back()
            .map_or(from, |last| from.max(*last));
        amend(&mut timeline, from, &Particulars::of(after));
        keep(tx, after, &timeline).await?;
    }
    Ok(())
}

/// Those of these units that were called otherwise on `day` than they are now.
pub(crate) async fn overlay(
    connection: &impl ConnectionTrait,
    units: &mut HashMap<UnitId, unit::Model>,
    day: NaiveDate,
) -> Result<(), DbErr> {
    let rows = row::Entity::find()
        .order_by_asc(row::Column::UnitId)
        .order_by_asc(row::Column::FromDay)
        .all(connection)
        .await?;
    let mut timelines: HashMap<UnitId, Timeline> = HashMap::new();
    for row in rows
        .into_iter()
        .filter(|row| units.contains_key(&row.unit_id))
    {
        let timeline = timelines.entry(row.unit_id).or_default();
        timeline.insert(row.from_day, row.particulars());
    }
    for (unit, timeline) in timelines {
        if let (Some(held), Some(now)) = (holding(&timeline, day), units.get_mut(&unit)) {
            *now = held.clone().on(now.clone());
        }
    }
    Ok(())
}

impl row::Model {
    fn particulars(self) -> Particulars {
        Particulars {
            name: self.name,
            name_en: self.name_en,
            kind: self.kind,
            position: self.position,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, month, 1).unwrap()
    }

    fn called(name: &str, kind: &str) -> Particulars {
        Particulars {
            name: name.into(),
            name_en: None,
            kind: kind.into(),
            position: 1,
        }
    }

    #[test]
    fn what_is_entered_late_goes_on_until_it_was_changed_anyway() {
        let mut timeline = Timeline::from([(day(1), called("A", "team"))]);
        amend(&mut timeline, day(5), &called("A", "department"));
        amend(&mut timeline, day(9), &called("Z", "department"));
        amend(&mut timeline, day(3), &called("C", "team"));
        let held = |month| holding(&timeline, day(month)).map(|held| (&*held.name, &*held.kind));
        assert_eq!(held(2), Some(("A", "team")));
        assert_eq!(held(4), Some(("C", "team")));
        assert_eq!(held(6), Some(("C", "department")));
        assert_eq!(held(10), Some(("Z", "department")));
    }

    #[test]
    fn a_unit_counts_for_its_kind_while_it_stands() {
        let timeline = Timeline::from([
            (day(1), called("A", "team")),
            (day(5), called("A", "department")),
        ]);
        let places = [
            (day(1), Place::Root),
            (day(7), Place::Closed),
            (day(9), Place::Root),
        ];
        let counted: Vec<_> = counted(&timeline, &places)
            .into_iter()
            .map(|((kind, day), times)| (kind, chrono::Datelike::month(&day), times))
            .collect();
        let expected = [
            ("department", 5, 1),
            ("department", 7, -1),
            ("department", 9, 1),
            ("team", 1, 1),
            ("team", 5, -1),
        ];
        assert_eq!(
            counted,
            expected.map(|(kind, month, times)| (kind.to_owned(), month, times))
        );
    }
}
