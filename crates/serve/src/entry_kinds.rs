//! The words for this crate's entries.
use crate::{
    cases::{self, case::Act, raising},
    pairings,
    results::{correcting, declaring, recording},
    sessions::{cancelling, door, offering, reserving},
    topics, visits,
};
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(raising::RAISED, "提出诉求", "Raised the case"),
    case_act(Act::Acceptance, "受理", "Accepted the case"),
    case_act(Act::Refusal, "不予受理", "Refused the case"),
    case_act(Act::Dispatch, "派单", "Dispatched the case"),
    case_act(Act::Acknowledgement, "签收", "Acknowledged the case"),
    case_act(Act::Return, "退单", "Returned the case"),
    case_act(Act::Answer, "答复", "Answered the case"),
    case_act(Act::Helpers, "请求协办", "Asked others to help"),
    case_act(Act::Pause, "暂停计时", "Paused the clock"),
    case_act(Act::Resumption, "恢复计时", "Let the clock go on"),
    case_act(Act::Extension, "延期", "Extended the time"),
    case_act(Act::CallBack, "回访", "Called back"),
    case_act(
        Act::Confirmation,
        "确认已解决",
        "Confirmed that it is fixed",
    ),
    case_act(Act::Closing, "办结", "Closed the case"),
    case_act(Act::Redo, "重办", "Sent it back to be done again"),
    case_act(Act::Reopening, "重新打开", "Reopened the case"),
    EntryKind::new(cases::LOOKED_AT, "查看联系方式", "Looked at the contact"),
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
    pairings::ENTRY_KINDS[0],
    pairings::ENTRY_KINDS[1],
    pairings::ENTRY_KINDS[2],
    pairings::ENTRY_KINDS[3],
    topics::ENTRY_KINDS[0],
    topics::ENTRY_KINDS[1],
    visits::ENTRY_KINDS[0],
    visits::ENTRY_KINDS[1],
    visits::ENTRY_KINDS[2],
];

const fn case_act(act: Act, zh: &'static str, en: &'static str) -> EntryKind {
    EntryKind::new(act.entry_kind(), zh, en)
}
