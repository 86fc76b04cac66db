//! Typed ids: a unit's number can never be passed where a person's is wanted.

/// Declares an id that is a UUID made by whoever acts (so that a repeated act is recognised).
#[macro_export]
macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::reexport::serde::Serialize, $crate::reexport::serde::Deserialize,
            $crate::reexport::sea_orm::DeriveValueType,
        )]
        #[serde(crate = "kernel::reexport::serde", transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl $crate::reexport::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, $crate::reexport::sea_orm::DbErr> {
                Err($crate::reexport::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

/// Declares an id that is a number given by the database: short in URLs, small in the book's balances.
#[macro_export]
macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::reexport::serde::Serialize, $crate::reexport::serde::Deserialize,
            $crate::reexport::sea_orm::DeriveValueType,
        )]
        #[serde(crate = "kernel::reexport::serde", transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

uuid_id!(
    /// One act of one person. UUIDv7 made by the client, so that the same act sent twice is one entry.
    EntryId
);
number_id!(
    /// A unit of the organisation's tree.
    UnitId
);
number_id!(
    /// A person on the roster.
    PersonId
);

impl PersonId {
    /// Whoever runs commands on the machine; in nobody's roster.
    pub const OPERATOR: PersonId = PersonId(0);
    /// Anybody without an account: the book says that a resident did it, not who.
    pub const PUBLIC: PersonId = PersonId(-1);
}
