//! A booking: so many people, by one phone, for one slot.
use super::session::{SessionId, SlotId};
use crate::residents::{follow_code::FollowCode, masked};
use db::Keys;
use kernel::EntryId;
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// One booking of a session; the id of the act that made it.
    PlaceId
);

/// Most people of one booking.
pub const PEOPLE_MAX: usize = 30;
/// Longest name of one person, in characters.
pub const NAME_CHARS_MAX: usize = 40;

/// The codes by which bookings are found again.
pub const CODE: FollowCode = FollowCode::new("serve.session.code");
const PHONE: &str = "serve.session.phone";
const NAMES: &str = "serve.session.names";

#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    #[sea_orm(string_value = "booked")]
    Booked,
    #[sea_orm(string_value = "waiting")]
    Waiting,
    #[sea_orm(string_value = "cancelled")]
    Cancelled,
}

pub type PlaceBooking = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_session_booking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlaceId,
    pub session: SessionId,
    pub slot: SlotId,
    pub state: State,
    pub people: i64,
    /// Order of arrival within the slot.
    pub arrival: i64,
    /// How many of them were served.
    pub served: i64,
    /// Let in at the door without a booking.
    pub walk_in: bool,
    pub phone: Option<Vec<u8>>,
    pub phone_found_by: Option<Vec<u8>>,
    pub names: Vec<u8>,
    pub code_found_by: Vec<u8>,
    pub served_entry: Option<EntryId>,
    /// For whom they work, as whoever booked said; empty when they did not.
    pub employer: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// How a phone is sealed and found.
pub fn sealed_phone(keys: &Keys, phone: &str) -> (Vec<u8>, Vec<u8>) {
    (keys.seal(PHONE, phone), found_by(keys, phone))
}

/// What a phone is found by.
pub fn found_by(keys: &Keys, phone: &str) -> Vec<u8> {
    keys.fingerprint(PHONE, phone)
}

pub fn sealed_names(keys: &Keys, names: &[String]) -> Vec<u8> {
    keys.seal(NAMES, &names.join("\n"))
}

impl Model {
    /// The people's names, for whoever stands at the door.
    pub fn names(&self, keys: &Keys) -> Vec<String> {
        let names = keys.open(NAMES, &self.names).unwrap_or_default();
        names.lines().map(str::to_owned).collect()
    }

    /// For sending a message.
    pub(super) fn phone_in_full(&self, keys: &Keys) -> Option<String> {
        keys.open(PHONE, self.phone.as_deref()?).ok()
    }

    /// The phone with its middle covered: `138****1234`.
    pub fn masked_phone(&self, keys: &Keys) -> String {
        let sealed = self.phone.as_deref();
        let phone = sealed.and_then(|sealed| keys.open(PHONE, sealed).ok());
        phone.map_or_else(String::new, |phone| masked::phone(&phone))
    }
}

pub async fn by_code(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    code: &str,
) -> Result<Option<PlaceBooking>, DbErr> {
    let found_by = CODE.found_by(keys, code);
    let select = Entity::find().filter(Column::CodeFoundBy.eq(found_by));
    select.one(connection).await
}

/// All bookings of a session that were not cancelled, in order of slot and arrival.
pub async fn of_session(
    connection: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<PlaceBooking>, DbErr> {
    Entity::find()
        .filter(Column::Session.eq(session))
        .filter(Column::State.ne(State::Cancelled))
        .order_by_asc(Column::Slot)
        .order_by_asc(Column::Arrival)
        .all(connection)
        .await
}

/// How many wait before this one in its slot.
pub async fn waiting_before(
    connection: &impl ConnectionTrait,
    booking: &PlaceBooking,
) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::Slot.eq(booking.slot))
        .filter(Column::State.eq(State::Waiting))
        .filter(Column::Arrival.lt(booking.arrival))
        .count(connection)
        .await
}
