//! The words for this crate's entries.
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new("orgs.unit.founded", "设立单位", "Founded the unit"),
    EntryKind::new("orgs.unit.changed", "变更单位", "Changed the unit"),
    EntryKind::new("orgs.unit.moved", "调整隶属", "Moved the unit"),
    EntryKind::new(
        "orgs.unit.merged",
        "并入其他单位",
        "Merged the unit into another",
    ),
    EntryKind::new(
        "orgs.unit.took_over",
        "并入了其他单位",
        "Took another unit over",
    ),
    EntryKind::new("orgs.unit.split", "分设单位", "Split off a unit"),
    EntryKind::new("orgs.unit.closed", "撤销单位", "Closed the unit"),
    EntryKind::new("orgs.unit.reopened", "恢复单位", "Opened the unit again"),
    EntryKind::new("orgs.period.closed", "关闭账期", "Closed a period"),
    EntryKind::new("orgs.period.reopened", "重开账期", "Reopened a period"),
    EntryKind::new("orgs.person.left", "转出", "Left"),
    EntryKind::new(
        crate::people::CORRECTED,
        "更正转移",
        "Corrected the transfer",
    ),
    EntryKind::new(
        crate::people::TAKEN_BACK,
        "撤回转移",
        "Took the transfer back",
    ),
    EntryKind::new("orgs.person.joined", "登记人员", "Entered the person"),
    EntryKind::new("orgs.person.changed", "变更人员", "Changed the person"),
    EntryKind::new(
        crate::people::LOOKED_AT,
        "查看电话",
        "Looked at the phone number",
    ),
    EntryKind::new("orgs.log_in.opened", "开通账号", "Opened the log-in"),
    EntryKind::new("orgs.log_in.closed", "停用账号", "Closed the log-in"),
    EntryKind::new(
        "orgs.log_in.reopened",
        "恢复账号",
        "Opened the log-in again",
    ),
    EntryKind::new("orgs.log_in.unlocked", "提前解锁", "Unlocked the log-in"),
    EntryKind::new("orgs.log_in.granted", "授权", "Granted a role"),
    EntryKind::new("orgs.log_in.revoked", "收回授权", "Revoked a role"),
    EntryKind::new(
        "orgs.log_in.password_reset",
        "重设密码",
        "Reset the password",
    ),
    EntryKind::new(
        "orgs.log_in.sessions_ended",
        "在所有浏览器上退出",
        "Logged out on all browsers",
    ),
    EntryKind::new(
        "orgs.log_in.other_sessions_ended",
        "在其他浏览器上退出",
        "Logged out on other browsers",
    ),
    EntryKind::new(
        "orgs.log_in.password_changed",
        "修改密码",
        "Changed the password",
    ),
    EntryKind::new("orgs.log_in.succeeded", "登录成功", "Logged in"),
    EntryKind::new("orgs.log_in.failed", "登录失败", "Failed to log in"),
    EntryKind::new(
        "orgs.working_day.changed",
        "调整工作日",
        "Changed a working day",
    ),
];
