//! What wishes keep about a telephone number.
use super::{
    said,
    store::{BODY, CODE, Column, Entity, GUARDIAN, NAME, PHONE, THANKS, Wish},
    wish::State,
};
use crate::{
    residents::held::{Held, HeldCode},
    retention::{self, Thing},
    words::texts,
};
use kernel::Lang;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, WebError};

pub(crate) async fn held(app: &App, lang: Lang, phone: &str) -> Result<Vec<Held>, WebError> {
    let (reader, t) = (app.db.reader(), texts(lang));
    let rule = retention::on(reader, Thing::Wish, app.clock.today()).await?;
    let found = Column::PhoneFoundBy.eq(app.keys.fingerprint(PHONE, phone));
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| match sealed {
        Some(sealed) => app.keys.open(purpose, sealed).map_err(WebError::internal),
        None => Ok(String::new()),
    };
    let mut held = Vec::new();
    for wish in Entity::find().filter(found).all(reader).await? {
        let body = app
            .keys
            .open(BODY, &wish.body)
            .map_err(WebError::internal)?;
        let facts = vec![
            (t.booking_state(), said::state(lang, wish.state)),
            (t.wish_body(), body),
            (t.wish_wording(), wish.wording.clone()),
            (t.wish_name(), open(NAME, &wish.name)?),
            (t.wish_phone(), phone.to_owned()),
            (t.wish_guardian(), open(GUARDIAN, &wish.guardian)?),
            (t.wish_thanks(), open(THANKS, &wish.thanks)?),
        ];
        held.push(Held {
            sort: t.wish_body(),
            title: match wish.wording.is_empty() {
                true => wish.made_on.to_string(),
                false => wish.wording.clone(),
            },
            day: wish.made_on,
            facts: facts
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            kept_until: ended(&wish).map(|day| rule.until(day)),
            code: Some(HeldCode {
                codes: CODE,
                found_by: wish.code_found_by,
            }),
        });
    }
    Ok(held)
}

/// The day on which nothing more was to be done.
fn ended(wish: &Wish) -> Option<chrono::NaiveDate> {
    match wish.state {
        State::Refused => Some(wish.made_on),
        State::Delivered | State::Thanked => wish.delivered_on,
        _ => None,
    }
}
