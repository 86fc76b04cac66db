//! Who wants to come: so many people by one phone for one project.
use super::project::ProjectId;
use crate::residents::{follow_code::FollowCode, masked};
use db::Keys;
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// One sign-up for a project; the id of the act that made it.
    SignUpId
);

/// The codes by which sign-ups are found again.
pub const CODE: FollowCode = FollowCode::new("serve.service_day.code");
const PHONE: &str = "serve.service_day.phone";
const NAMES: &str = "serve.service_day.names";

pub type SignUp = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_service_sign_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignUpId,
    pub project: ProjectId,
    pub withdrawn: bool,
    pub people: i64,
    pub phone: Option<Vec<u8>>,
    pub phone_found_by: Option<Vec<u8>>,
    pub names: Vec<u8>,
    pub code_found_by: Vec<u8>,
    /// Places of the names that came, from 0, with commas.
    pub came: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn names(&self, keys: &Keys) -> Vec<String> {
        let names = keys.open(NAMES, &self.names).unwrap_or_default();
        names.lines().map(str::to_owned).collect()
    }

    pub(super) fn phone_in_full(&self, keys: &Keys) -> Option<String> {
        keys.open(PHONE, self.phone.as_deref()?).ok()
    }

    /// `138****1234`
    pub fn masked_phone(&self, keys: &Keys) -> String {
        let phone = self.phone_in_full(keys);
        phone.map_or_else(String::new, |phone| masked::phone(&phone))
    }

    pub fn has_come(&self, at: usize) -> bool {
        self.came.split(',').any(|place| place.parse() == Ok(at))
    }
}

pub(super) fn sealed_phone(keys: &Keys, phone: &str) -> (Vec<u8>, Vec<u8>) {
    (keys.seal(PHONE, phone), found_by(keys, phone))
}

pub(super) fn found_by(keys: &Keys, phone: &str) -> Vec<u8> {
    keys.fingerprint(PHONE, phone)
}

pub(super) fn sealed_names(keys: &Keys, names: &[String]) -> Vec<u8> {
    keys.seal(NAMES, &names.join("\n"))
}

pub async fn by_code(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    code: &str,
) -> Result<Option<SignUp>, DbErr> {
    let found_by = CODE.found_by(keys, code);
    let select = Entity::find().filter(Column::CodeFoundBy.eq(found_by));
    select.one(connection).await
}

/// Those of a project who did not withdraw, in the order in which they signed up.
pub async fn of_project(
    connection: &impl ConnectionTrait,
    project: ProjectId,
) -> Result<Vec<SignUp>, DbErr> {
    Entity::find()
        .filter(Column::Project.eq(project))
        .filter(Column::Withdrawn.eq(false))
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
