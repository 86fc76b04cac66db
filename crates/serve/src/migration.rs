//! This domain's tables, folder by folder. What can be counted is not here: it is in the book.

pub fn migrations() -> db::Migrations {
    vec![
        Box::new(crate::cases::Cases),
        Box::new(crate::results::Results),
        Box::new(crate::sessions::Sessions),
        Box::new(crate::visits::Visits),
        Box::new(crate::topics::Topics),
        Box::new(crate::pairings::Pairings),
    ]
}
