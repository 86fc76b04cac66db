//! What bookings keep about a telephone number.
use super::{
    booking::{self, CODE, State},
    session::{self, slot},
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
    let rule = retention::on(reader, Thing::Booking, app.clock.today()).await?;
    let found = booking::Column::PhoneFoundBy.eq(booking::found_by(&app.keys, phone));
    let bookings = booking::Entity::find().filter(found).all(reader).await?;
    let mut held = Vec::new();
    for booking in bookings {
        let session = session::find(reader, booking.session).await?;
        let slot = slot::Entity::find_by_id(booking.slot).one(reader).await?;
        let (Some(session), Some(slot)) = (session, slot) else {
            continue;
        };
        let state = match booking.state {
            _ if session.called_off_on.is_some() => t.session_called_off_short(),
            State::Booked => t.booking_booked(),
            State::Waiting => t.booking_waiting(),
            State::Cancelled => t.booking_cancelled(),
        };
        let facts = vec![
            (t.session_when(), session::span(&slot)),
            (t.session_place(), session.place.clone()),
            (t.booking_state(), state),
            (t.session_names(), booking.names(&app.keys).join("、")),
            (t.session_phone(), phone.to_owned()),
        ];
        held.push(Held {
            sort: t.booking_sort(),
            title: session.title(lang).to_owned(),
            day: session.day,
            facts,
            kept_until: Some(rule.until(session.day)),
            code: Some(HeldCode {
                codes: CODE,
                found_by: booking.code_found_by,
            }),
        });
    }
    Ok(held)
}
