//! What became of some units in May: one renamed, one moved, two merged, one split off; and last year's figures are closed.
use super::{Cast, Zone, day, entry};
use anyhow::Context;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use orgs::{
    membership, periods,
    units::changes::{Change, Details, NewUnit, What, change_unit},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// How many people begin the branch of the digital reform.
const REFORMERS: usize = 5;

pub(super) async fn takes_place(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let unit = |code: &str| cast.unit(code);
    let renamed = Details {
        name: "卫生健康综合行政执法队党支部".into(),
        name_en: Some("Party Branch of the Health Law Enforcement Team".into()),
        kind: "party_branch".into(),
        position: 90,
    };
    let below = unit("DW07")?;
    let into = unit("DW01-Z02-B04")?;
    let science = unit("DW01-B08")?;
    let split = What::Split {
        new: NewUnit {
            code: "DW01-B25".into(),
            details: Details {
                name: "数字化改革专班党支部".into(),
                name_en: Some("Party Branch of the Digital Reform Group".into()),
                kind: "party_branch".into(),
                position: 270,
            },
        },
        people: some_of(zone, science, day(2021, 5, 10)?).await?,
        units: Vec::new(),
    };
    let changes = [
        (
            "DW04-B08",
            day(2021, 5, 6)?,
            "机构改革，更名批复",
            What::Rename(renamed),
        ),
        (
            "DW04-B03",
            day(2021, 5, 8)?,
            "社区卫生服务中心党组织改由所在社区党委管理",
            What::Move { below },
        ),
        (
            "DW01-Z02-B05",
            day(2021, 5, 10)?,
            "两个税源管理所合署办公",
            What::Merge { into },
        ),
        (
            "DW01-B08",
            day(2021, 5, 10)?,
            "成立数字化改革专班，专班党员单独编组",
            split,
        ),
    ];
    let clerk = cast.actor("song.wanqing")?;
    for (code, from, reason, what) in changes {
        zone.clock.move_to(from);
        let change = Change {
            entry: entry(&format!("change of {code}")),
            unit: unit(code)?,
            from,
            reason: reason.into(),
            what,
        };
        change_unit(zone.book, clerk, &change)
            .await
            .with_context(|| format!("the change of {code}"))?;
    }
    let closure = periods::Wish {
        entry: entry("closure of 2020"),
        day: day(2020, 12, 31)?,
        reason: "2020 年数据已核对上报，年度封账".into(),
    };
    periods::close(zone.book, cast.actor("he.shuyun")?, &closure).await?;
    Ok(())
}

/// The first few people of a unit who have been there for a while.
async fn some_of(zone: &Zone<'_>, unit: UnitId, from: NaiveDate) -> anyhow::Result<Vec<PersonId>> {
    let members = membership::Entity::find()
        .filter(membership::Column::UnitId.eq(unit))
        .filter(membership::Column::Post.eq(""))
        .filter(membership::Column::FromDay.lt(from))
        .order_by_asc(membership::Column::PersonId)
        .all(zone.book.db().reader())
        .await?;
    let people = members.into_iter().map(|member| member.person_id);
    Ok(people.take(REFORMERS).collect())
}
