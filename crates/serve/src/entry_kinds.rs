//! The words for this crate's entries.
use crate::results::{correcting, declaring, recording};
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(declaring::DECLARED, "设立指标", "Declared the counter"),
    EntryKind::new(recording::BOOKED, "登记成果", "Booked the result"),
    EntryKind::new(correcting::CORRECTED, "更正登记", "Corrected the booking"),
    EntryKind::new(correcting::WITHDRAWN, "撤回登记", "Took the booking back"),
];
