//! Departments, branches and commissioners are paired, and stay in contact or not.
use super::{Cast, Zone, entry};
use crate::content::{self, Pairing};
use ::serve::pairings::{
    Sort,
    making::{Contact, Making, make, note_contact},
    store::PairingId,
};
use anyhow::Context;
use chrono::NaiveDate;
use kernel::EntryId;

fn id(at: usize) -> EntryId {
    entry(&format!("pairing {at}"))
}

pub(super) async fn is_made(
    zone: &Zone<'_>,
    cast: &Cast,
    (at, pairing): (usize, &Pairing),
) -> anyhow::Result<()> {
    let sort = Sort::from_code(&pairing.sort).context("a sort of pairing")?;
    let helper = cast.unit(&pairing.helper)?;
    let contact = match pairing.contact.as_str() {
        "" => secretary(&pairing.helper)?,
        name => name.to_owned(),
    };
    // Short numbers that nobody has.
    let household_phone = match sort {
        Sort::Household => format!("55502{at:02}"),
        _ => String::new(),
    };
    let new = Making {
        entry: id(at),
        sort,
        helper,
        contact,
        contact_phone: format!("55501{at:02}"),
        helped: cast.unit(&pairing.helped)?,
        household: pairing.household.clone(),
        household_phone,
        hardship: pairing.hardship.clone(),
        from_day: pairing.from_day,
    };
    let by = cast.recorder(zone, helper, pairing.from_day).await?;
    let made = make(zone.book, zone.keys, by, &new).await;
    made.map(drop).with_context(|| format!("pairing {at}"))
}

fn secretary(branch: &str) -> anyhow::Result<String> {
    let people = content::people();
    let first = people.into_iter().find(|person| person.branch == branch);
    Ok(first.context("a branch has its secretary first")?.name)
}

pub(super) async fn are_in_contact(
    zone: &Zone<'_>,
    cast: &Cast,
    (at, pairing): (usize, &Pairing),
    day: NaiveDate,
) -> anyhow::Result<()> {
    let note = match pairing.sort.as_str() {
        "household" => "上门看望，了解近况，帮助办理日常事务。",
        "enterprise" => "电话了解生产经营情况，解答政策问题。",
        _ => "到社区参加议事会，商量近期要办的事。",
    };
    let new = Contact {
        entry: entry(&format!("pairing {at} contact {day}")),
        pairing: PairingId(id(at).0),
        day,
        note: note.into(),
    };
    let by = cast
        .recorder(zone, cast.unit(&pairing.helper)?, day)
        .await?;
    let noted = note_contact(zone.book, zone.keys, by, &new).await;
    noted
        .map(drop)
        .with_context(|| format!("pairing {at}, contact on {day}"))
}
