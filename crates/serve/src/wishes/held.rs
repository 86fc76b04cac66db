//! What wishes keep about a telephone number.
use super::{
    acting::body,
    said,
    store::{CODE, Column, Entity, NAME, PHONE, THANKS},
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
    let wishes = Entity::find().filter(found).all(reader).await?;
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| {
        let opened = sealed
            .as_deref()
            .map(|sealed| app.keys.open(purpose, sealed));
        opened.and_then(Result::ok).unwrap_or_default()
    };
    let held = wishes.into_iter().map(|wish| {
        let ended = match wish.state {
            State::Refused => Some(wish.made_on),
            _ => wish.delivered_on,
        };
        Held {
            sort: t.wish(),
            title: said::name(lang, &wish),
            day: wish.made_on,
            facts: vec![
                (t.wish_body(), body(&app.keys, &wish)),
                (t.wish_state(), said::state(lang, wish.state)),
                (t.wish_name(), open(NAME, &wish.name)),
                (t.wish_phone(), phone.to_owned()),
                (t.wish_thanks(), open(THANKS, &wish.thanks)),
            ],
            kept_until: ended.map(|day| rule.until(day)),
            code: HeldCode {
                codes: CODE,
                found_by: wish.code_found_by,
            },
        }
    });
    Ok(held.collect())
}
