//! The words for this crate's entries.
use crate::{
    briefings::{correction, recording},
    campaigns::{setting_up, working_group, working_group_correction},
    import::applying,
    tasks::{
        acknowledging,
        extensions::{asking, deciding, withdrawing},
        nudging, report_correction, reporting, sending_back, sign_off,
    },
};
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(setting_up::SET_UP, "设立活动", "Set up the campaign"),
    EntryKind::new(
        working_group::FORMED,
        "成立工作机构",
        "Formed the working body",
    ),
    EntryKind::new(
        working_group_correction::CORRECTED,
        "更正工作机构",
        "Corrected the working body",
    ),
    EntryKind::new(
        working_group_correction::WITHDRAWN,
        "撤销工作机构",
        "Took the working body back",
    ),
    EntryKind::new(applying::IMPORTED, "导入任务清单", "Imported the work list"),
    EntryKind::new(applying::ADDED, "列入计划", "Added to the plan"),
    EntryKind::new(applying::CHANGED, "修改计划条目", "Changed the item"),
    EntryKind::new(applying::WITHDRAWN, "移出计划", "Taken out of the plan"),
    EntryKind::new(
        acknowledging::ACKNOWLEDGED,
        "签收任务",
        "Took the task over",
    ),
    EntryKind::new(asking::ASKED, "申请延期", "Asked for more time"),
    EntryKind::new(deciding::GRANTED, "同意延期", "Granted more time"),
    EntryKind::new(deciding::REFUSED, "不同意延期", "Refused more time"),
    EntryKind::new(
        withdrawing::WITHDRAWN,
        "撤回延期申请",
        "Took the request for more time back",
    ),
    EntryKind::new(nudging::NUDGED, "催办", "Nudged the lead unit"),
    EntryKind::new(sending_back::SENT_BACK, "退回", "Sent the report back"),
    EntryKind::new(reporting::REPORTED, "反馈", "Reported"),
    EntryKind::new(
        report_correction::CORRECTED,
        "更正反馈",
        "Corrected the report",
    ),
    EntryKind::new(
        report_correction::WITHDRAWN,
        "撤回反馈",
        "Took the report back",
    ),
    EntryKind::new(sign_off::SIGNED_OFF, "销号", "Signed off"),
    EntryKind::new(sign_off::REOPENED, "重新打开", "Opened again"),
    EntryKind::new(recording::RECORDED, "记录动员", "Recorded the briefing"),
    EntryKind::new(
        correction::CORRECTED,
        "更正动员记录",
        "Corrected the briefing",
    ),
    EntryKind::new(
        correction::WITHDRAWN,
        "撤回动员记录",
        "Took the briefing back",
    ),
];
