//! This domain's tables, folder by folder. What can be counted is not here: it is in the book.

pub fn migrations() -> db::Migrations {
    vec![
        Box::new(crate::cases::Cases),
        Box::new(crate::results::Results),
        Box::new(crate::sessions::Sessions),
        Box::new(crate::cases::Ways),
        Box::new(crate::joint_actions::JointActions),
        Box::new(crate::retention::Retained),
        Box::new(crate::wishes::Wishes),
        Box::new(crate::sessions::Employers),
        Box::new(crate::visits::Visits),
        Box::new(crate::topics::Topics),
        Box::new(crate::pairings::Pairings),
        Box::new(crate::cases::Lists),
        Box::new(crate::cases::Joint),
        Box::new(crate::service_days::ServiceDays),
        Box::new(crate::sessions::CalledOff),
        Box::new(crate::corrections::Corrections),
        Box::new(crate::cases::Faceted),
    ]
}
