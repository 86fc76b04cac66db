//! The vaccination evening for builders: offered, booked by foremen, ticked off at the door.
use super::{Cast, Zone, day, entry};
use crate::content::{self, EVENING_SLOTS, EVENING_UNIT, Group};
use ::serve::sessions::{
    booking::{PlaceId, State},
    door::{Tick, WalkIn, serve, walk_in},
    offering::{Offering, instant, offer, slot_id},
    reserving::{Reserving, reserve},
    session::SessionId,
    slot_text,
};
use anyhow::{Context, anyhow};
use chrono::NaiveDate;
use kernel::EntryId;

pub(super) fn offered_on() -> anyhow::Result<NaiveDate> {
    day(2021, 4, 6)
}

pub(super) fn held_on() -> anyhow::Result<NaiveDate> {
    day(2021, 4, 9)
}

fn session() -> EntryId {
    entry("vaccination evening")
}

pub(super) async fn is_offered_and_booked(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let (unit, day) = (cast.unit(EVENING_UNIT)?, held_on()?);
    let slots = slot_text::read(EVENING_SLOTS);
    let title = content::evening_title();
    let offered_on = offered_on()?;
    let new = Offering {
        entry: session(),
        unit,
        title_zh: title.zh,
        title_en: title.en,
        place: "人才公寓二期工地生活区".into(),
        day,
        opens_at: instant(offered_on, chrono::NaiveTime::MIN),
        eligibility: "在本区工地做工、年满 18 周岁的建筑工人；带身份证件，穿短袖。".into(),
        slots: slots.map_err(|line| anyhow!("slot line {line}"))?,
    };
    let by = cast.recorder(zone, unit, offered_on).await?;
    offer(zone.book, by, &new).await.context("the evening")?;
    for (at, group) in content::evening_groups().iter().enumerate() {
        let new = Reserving {
            entry: group_entry(at),
            session: SessionId(session().0),
            slot: slot_id(session(), group.slot),
            phone: group.phone.clone(),
            names: group.names.clone(),
            employer: group.employer.to_owned(),
            waits: true,
            tells: false,
        };
        let reserved = reserve(zone.book, zone.keys, &new).await;
        reserved.with_context(|| format!("group {at}"))?;
    }
    Ok(())
}

pub(super) async fn is_held(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let unit = cast.unit(EVENING_UNIT)?;
    let by = cast.recorder(zone, unit, held_on()?).await?;
    for (at, group) in content::evening_groups().iter().enumerate() {
        if !is_booked(zone, at, group).await? {
            continue;
        }
        let (id, served) = (PlaceId(group_entry(at).0), i64::try_from(group.served)?);
        let entry = entry(&format!("vaccination evening served {at}"));
        let tick = Tick {
            entry,
            booking: id,
            served,
            seen: None,
            reason: "",
        };
        let ticked = serve(zone.book, by, &tick).await;
        ticked.with_context(|| format!("group {at} at the door"))?;
    }
    let last = content::EVENING_SLOT_COUNT - 1;
    let new = WalkIn {
        entry: entry("vaccination evening walk-ins"),
        session: SessionId(session().0),
        slot: slot_id(session(), last),
        names: content::evening_walk_ins(),
    };
    walk_in(zone.book, zone.keys, by, &new)
        .await
        .context("people who walked in")
}

/// The next service, which can still be booked on the sample's last day.
pub(super) async fn is_followed(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let unit = cast.unit(content::ADVICE_UNIT)?;
    let slots = slot_text::read(content::ADVICE_SLOTS);
    let title = content::advice_title();
    let today = zone.book.clock().today();
    let new = Offering {
        entry: entry("legal advice evening"),
        unit,
        title_zh: title.zh,
        title_en: title.en,
        place: "枕溪社区议事厅".into(),
        day: today + chrono::Days::new(6),
        opens_at: instant(today, chrono::NaiveTime::MIN),
        eligibility: "在本区居住或工作的人都可以来；带上合同、收据等材料。".into(),
        slots: slots.map_err(|line| anyhow!("slot line {line}"))?,
    };
    let by = cast.recorder(zone, unit, today).await?;
    offer(zone.book, by, &new)
        .await
        .map(drop)
        .context("the advice evening")
}

fn group_entry(at: usize) -> EntryId {
    entry(&format!("vaccination evening group {at}"))
}

/// Whether the group has places, or still waits. Asking again with the same form tells.
async fn is_booked(zone: &Zone<'_>, at: usize, group: &Group) -> anyhow::Result<bool> {
    let again = Reserving {
        entry: group_entry(at),
        session: SessionId(session().0),
        slot: slot_id(session(), group.slot),
        phone: group.phone.clone(),
        names: group.names.clone(),
        employer: group.employer.to_owned(),
        waits: true,
        tells: false,
    };
    let reserved = reserve(zone.book, zone.keys, &again).await?;
    Ok(reserved.state == State::Booked)
}
