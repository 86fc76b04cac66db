//! The words for this crate's entries.
use crate::{
    results::{correcting, declaring, recording},
    sessions::{cancelling, door, offering, reserving},
};
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(declaring::DECLARED, "设立指标", "Declared the counter"),
    EntryKind::new(recording::BOOKED, "登记成果", "Booked the result"),
    EntryKind::new(correcting::CORRECTED, "更正登记", "Corrected the booking"),
    EntryKind::new(correcting::WITHDRAWN, "撤回登记", "Took the booking back"),
    EntryKind::new(offering::OFFERED, "发布服务场次", "Offered the session"),
    EntryKind::new(reserving::BOOKED, "预约", "Booked places"),
    EntryKind::new(reserving::QUEUED, "候补", "Joined the waiting list"),
    EntryKind::new(cancelling::CANCELLED, "取消预约", "Cancelled a booking"),
    EntryKind::new(
        cancelling::MOVED_UP,
        "候补递补",
        "Moved up from the waiting list",
    ),
    EntryKind::new(door::SERVED, "签到", "Ticked off at the door"),
    EntryKind::new(
        door::SERVED_CORRECTED,
        "更正签到",
        "Corrected the number at the door",
    ),
    EntryKind::new(door::WALKED_IN, "现场登记", "Let in without a booking"),
];
