//! What pairings keep about a telephone number: a household's own, with everything that was written of it; or that of
//! somebody who is called for the unit that helps.
use super::{
    pairing_page::sort_word,
    store::{
        CONTACT_PHONE, Column, Entity, HARDSHIP, HOUSEHOLD, HOUSEHOLD_PHONE, NOTE, Pairing, contact,
    },
};
use crate::{
    residents::held::Held,
    retention::{self, Thing},
    words::texts,
};
use kernel::Lang;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use web::{App, WebError};

/// Numbers are sealed and not found by themselves: there are some hundreds of pairings at most, so each is opened.
pub(crate) async fn held(app: &App, lang: Lang, phone: &str) -> Result<Vec<Held>, WebError> {
    let (reader, t) = (app.db.reader(), texts(lang));
    let rule = retention::on(reader, Thing::Pairing, app.clock.today()).await?;
    let with_number = Condition::any()
        .add(Column::HouseholdPhone.is_not_null())
        .add(Column::ContactPhone.is_not_null());
    let pairings = Entity::find().filter(with_number).all(reader).await?;
    let directory = orgs::Directory::load(reader).await?;
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| match sealed {
        Some(sealed) => app.keys.open(purpose, sealed).map_err(WebError::internal),
        None => Ok(String::new()),
    };
    let mut held = Vec::new();
    for pairing in pairings {
        let is_household = open(HOUSEHOLD_PHONE, &pairing.household_phone)? == phone;
        if !is_household && open(CONTACT_PHONE, &pairing.contact_phone)? != phone {
            continue;
        }
        let mut facts = vec![
            (
                t.pairing_helper(),
                directory.name(pairing.helper, lang).to_owned(),
            ),
            (t.pairing_contact(), pairing.contact.clone()),
            (t.session_phone(), phone.to_owned()),
        ];
        // Of the household, its contact at the unit is told nothing by this way.
        if is_household {
            facts.push((t.pairing_household(), open(HOUSEHOLD, &pairing.household)?));
            facts.push((t.pairing_hardship(), open(HARDSHIP, &pairing.hardship)?));
            facts.extend(contacts(app, lang, &pairing).await?);
        }
        facts.retain(|(_, value)| !value.is_empty());
        held.push(Held {
            sort: t.nav_pairings(),
            title: sort_word(lang, pairing.sort()),
            day: pairing.from_day,
            facts,
            kept_until: pairing.to_day.map(|day| rule.until(day)),
            code: None,
        });
    }
    Ok(held)
}

async fn contacts(
    app: &App,
    lang: Lang,
    pairing: &Pairing,
) -> Result<Vec<(String, String)>, WebError> {
    let noted = contact::Entity::find()
        .filter(contact::Column::Pairing.eq(pairing.id))
        .order_by_asc(contact::Column::Day)
        .all(app.db.reader())
        .await?;
    let t = texts(lang);
    let fact = |contact: contact::Model| {
        let note = app.keys.open(NOTE, &contact.note);
        let note = note.map_err(WebError::internal)?;
        Ok((t.pairing_contacts(), format!("{} {note}", contact.day)))
    };
    noted.into_iter().map(fact).collect()
}
