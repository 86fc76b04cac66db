//! The words for this crate's entries.
use crate::{
    cases::{self, case::Act, fallback, joining, limits, raising, splitting, template, weights},
    joint_actions,
    results::{correcting, declaring, recording},
    retention,
    sessions::{
        calling_off, cancelling, correcting as session_correcting, door, offering, reserving,
    },
    wishes::{self, correcting as wish_correcting, lapsing, making, wish},
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
    case_act(
        Act::PartSignOff,
        "审定协办答复",
        "Signed off the reply of a unit that helps",
    ),
    case_act(
        Act::PartRedo,
        "退回协办答复",
        "Sent the reply of a unit that helps back",
    ),
    case_act(Act::Pause, "暂停计时", "Paused the clock"),
    case_act(Act::Resumption, "恢复计时", "Let the clock go on"),
    case_act(Act::Transfer, "转办", "Handed it to another lead"),
    case_act(Act::Progress, "反馈进展", "Reported how far it has come"),
    case_act(Act::ExtensionRequest, "申请延期", "Asked for more time"),
    case_act(Act::Extension, "批准延期", "Granted more time"),
    case_act(Act::ExtensionRefusal, "不同意延期", "Refused more time"),
    case_act(Act::CallBack, "回访", "Called back"),
    case_act(
        Act::Confirmation,
        "确认已解决",
        "Confirmed that it is fixed",
    ),
    case_act(Act::Closing, "办结", "Closed the case"),
    case_act(Act::Redo, "重办", "Sent it back to be done again"),
    case_act(Act::Reopening, "重新打开", "Reopened the case"),
    case_act(Act::RecheckDay, "设定复查日", "Set a day to look again"),
    case_act(Act::Recheck, "复查", "Looked again"),
    case_act(Act::Merge, "并案", "Merged it into another case"),
    case_act(Act::Separation, "撤销并案", "Undid the merge"),
    case_act(
        Act::ExclusionRequest,
        "申请剔除",
        "Asked to leave it out of the rates",
    ),
    case_act(Act::Exclusion, "批准剔除", "Left it out of the rates"),
    case_act(Act::ExclusionRefusal, "不同意剔除", "Kept it in the rates"),
    EntryKind::new(joining::JOINED, "我也遇到", "Has the same case"),
    EntryKind::new(splitting::SPLIT, "拆分", "Split the case"),
    EntryKind::new(weights::SET, "调整比率权重", "Changed the weights of rates"),
    EntryKind::new(
        template::WRITTEN,
        "编写答复模板",
        "Wrote an answer template",
    ),
    EntryKind::new(fallback::SET, "调整兜底单位", "Changed the fallback unit"),
    EntryKind::new(limits::SET, "调整时限规则", "Changed a time limit"),
    EntryKind::new(cases::LOOKED_AT, "查看联系方式", "Looked at the contact"),
    EntryKind::new(
        joint_actions::BEGUN,
        "启动联合行动",
        "Began the joint action",
    ),
    EntryKind::new(
        joint_actions::ADDED,
        "补充联合行动",
        "Added to the joint action",
    ),
    EntryKind::new(
        joint_actions::CORRECTED,
        "更正联合行动",
        "Corrected the joint action",
    ),
    EntryKind::new(joint_actions::WITHDRAWN, "撤回", "Took it back"),
    EntryKind::new(
        joint_actions::HANDED_OVER,
        "交接巡查",
        "Handed a patrol over",
    ),
    EntryKind::new(declaring::DECLARED, "设立指标", "Declared the counter"),
    EntryKind::new(recording::BOOKED, "登记成果", "Booked the result"),
    EntryKind::new(correcting::CORRECTED, "更正登记", "Corrected the booking"),
    EntryKind::new(correcting::WITHDRAWN, "撤回登记", "Took the booking back"),
    EntryKind::new(offering::OFFERED, "发布服务场次", "Offered the session"),
    EntryKind::new(
        session_correcting::CORRECTED,
        "更正服务场次",
        "Corrected the session",
    ),
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
    EntryKind::new(
        retention::CASE_PURGED,
        "清除到期的个人信息",
        "Cleared personal data",
    ),
    EntryKind::new(
        retention::BOOKING_PURGED,
        "清除到期的预约信息",
        "Cleared the data of a booking",
    ),
    EntryKind::new(
        retention::SIGN_UP_PURGED,
        "清除到期的报名信息",
        "Cleared the names of a service day",
    ),
    EntryKind::new(
        retention::PAIRING_PURGED,
        "清除到期的结对信息",
        "Cleared the data of a pairing",
    ),
    EntryKind::new(
        retention::VISIT_PURGED,
        "清除到期的走访信息",
        "Cleared the data of a visit",
    ),
    EntryKind::new(
        calling_off::CALLED_OFF,
        "取消场次",
        "Called the session off",
    ),
    EntryKind::new(
        retention::WISH_PURGED,
        "清除到期的心愿信息",
        "Cleared the data of a wish",
    ),
    EntryKind::new(
        retention::CHANGED,
        "调整保存期限",
        "Changed how long data is kept",
    ),
    EntryKind::new(making::MADE, "提出心愿", "Made the wish"),
    wish_act(wish::Act::Publication, "审核上墙", "Put it on the wall"),
    wish_act(wish::Act::Refusal, "不采纳", "Did not show it"),
    wish_act(wish::Act::Lighting, "点亮", "Lit it"),
    wish_act(wish::Act::Return, "退回心愿墙", "Gave it back to the wall"),
    wish_act(wish::Act::Readiness, "备好", "Had it ready"),
    wish_act(wish::Act::Delivery, "送达", "Delivered it"),
    wish_act(wish::Act::Thanks, "致谢", "Thanked"),
    EntryKind::new(wish_correcting::CORRECTED, "更正心愿", "Corrected the wish"),
    EntryKind::new(wish_correcting::WITHDRAWN, "撤回", "Took it back"),
    EntryKind::new(
        lapsing::LAPSED,
        "到期退回心愿墙",
        "Back on the wall, its time was up",
    ),
    EntryKind::new(wishes::LOOKED_AT, "查看联系方式", "Looked at the contact"),
];

const fn wish_act(act: wish::Act, zh: &'static str, en: &'static str) -> EntryKind {
    EntryKind::new(act.entry_kind(), zh, en)
}

const fn case_act(act: Act, zh: &'static str, en: &'static str) -> EntryKind {
    EntryKind::new(act.entry_kind(), zh, en)
}
