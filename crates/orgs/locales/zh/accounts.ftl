## 角色
role-clerk = 办公室经办
role-clerk-about = 编制计划、催办、汇总，导入名册，签发简报。
role-secretary = 支部书记
role-secretary-about = 记录本支部做了什么。
role-officer = 部门经办
role-officer-about = 办理任务并反馈结果。
role-leader = 领导
role-leader-about = 查看、核查销号。
role-system-admin = 系统管理员
role-system-admin-about = 维护工作日等设置。与另外两员不得为同一人。
role-security-admin = 安全管理员
role-security-admin-about = 管理账号和授权。与另外两员不得为同一人。
role-audit-admin = 审计管理员
role-audit-admin-about = 查看审计记录。与另外两员不得为同一人。
scope-everywhere = 全部单位
# $unit (String) - 单位名称
scope-and-below = { $unit }及下级
# $unit (String) - 单位名称
scope-alone = 仅{ $unit }
# $role (String) - 角色
# $scope (String) - 范围
grant-in-words = { $role }（{ $scope }）

## 账号列表
accounts-title = 账号
accounts-about = 谁可以登录、以什么身份、管到哪里。每一次变动都写入记录，本人可在“我的账号”中看到。
accounts-words = 登录名、姓名或人员编号
accounts-role = 角色
accounts-state = 状态
accounts-none = 没有符合条件的账号
accounts-none-text = 换一个姓名或登录名再试，或者去掉上面的条件。
accounts-first = 还没有账号
accounts-first-text = 先为名册中的人员开通账号，初始密码由系统生成。
account-new = 开通账号
account-name = 登录名
account-person = 人员
account-unit = 代表单位
account-roles = 角色
account-entered = 最近登录
account-state = 状态
account-never = 尚未登录
account-no-role = 未授权
state-open = 正常
state-locked = 暂时锁定
state-closed = 已停用

## 开通
account-new-about = 一人一号，不得共用。系统生成初始密码，只显示一次；本人初次登录时必须修改。
account-person-help = 填人员编号；姓名不重名时也可以填姓名。
account-name-help = 2 至 40 个字母、数字、点或短横，如 lin.xiao。
account-unit-help = 单位名称或编码。留空则为其所在单位。
account-submit = 开通并生成密码
reason = 理由
reason-help = 写明依据，如文件号或申请人。
grant-role = 角色
grant-scope = 范围
grant-scope-all = 全部单位
grant-scope-below = 下面这个单位及其下级
grant-scope-unit = 仅下面这个单位
grant-unit = 单位
grant-unit-help = 单位名称或编码；范围为全部单位时不填。
grant-from = 自哪天起
grant-until = 到哪天止
grant-until-help = 含当天。留空则一直有效，直到收回。

## 一个账号
account-facts-code = 人员编号
account-sessions = 已登录的浏览器
# $count (Number) - 浏览器个数
account-sessions-open = { $count } 个
account-password = 密码
account-password-first = 初始密码，待本人修改
account-password-own = 本人使用中
# $until (String) - 时刻
account-locked-until = 连续输错密码，锁定至 { $until }
grants-title = 授权
grants-none = 没有授权
grants-none-text = 没有授权的账号可以登录，但什么也看不到。
grant-new = 增加授权
grant-submit = 授权
grant-revoke = 收回
grant-held = 有效
grant-to-begin = 未开始
grant-ended = 已结束
grant-days = 期限
# $from (String) - 首日
# $until (String) - 末日
grant-from-until = { $from } 至 { $until }
# $from (String) - 首日
grant-since = { $from } 起
# $until (String) - 末日
grant-to = 至 { $until }
grant-always = 长期
account-history = 变动记录

## 办理
step-close = 停用
step-close-title = 停用账号
# $name (String) - 姓名
step-close-text = 停用后，{ $name }在所有浏览器上立即退出，不能再登录。已有记录不受影响，随时可以恢复。
step-reopen = 恢复
step-reopen-title = 恢复账号
# $name (String) - 姓名
step-reopen-text = 恢复后，{ $name }可以用原来的密码和授权登录。
step-unlock = 解锁
step-unlock-title = 提前解锁
# $name (String) - 姓名
step-unlock-text = { $name }连续输错密码，账号被暂时锁定。请先核实是本人。
step-password = 重设密码
step-password-title = 重设密码
# $name (String) - 姓名
step-password-text = 系统生成新的初始密码，只显示一次。{ $name }在所有浏览器上立即退出，下次登录时必须修改密码。
step-sessions = 全部退出
step-sessions-title = 在所有浏览器上退出
# $name (String) - 姓名
step-sessions-text = { $name }在所有浏览器上立即退出，可以重新登录。
revoke-title = 收回授权
# $grant (String) - 授权
# $name (String) - 姓名
revoke-text = 从今天起收回{ $name }的授权：{ $grant }。此前以此身份做的记录不受影响。
account-closed-done = 账号已停用。
account-reopened-done = 账号已恢复。
account-unlocked-done = 账号已解锁。
account-sessions-done = 已在所有浏览器上退出。
account-granted-done = 已授权。
account-revoked-done = 授权已收回。

## 只显示一次的密码
password-shown-title = 初始密码
# $name (String) - 姓名
password-shown-text = 请当面或用安全的方式告诉{ $name }。这个密码只显示这一次；本人初次登录时必须修改。
password-shown-again = 这份表单已经办理过，密码当时已显示，不能再次显示。如果没有记下，请重设密码。
password-shown-done = 已记下，返回账号

## 说明哪里不对
account-person-missing = 请填写人员编号或姓名。
# $typed (String) - 填写的内容
account-person-unknown = 名册里没有“{ $typed }”。请核对编号或姓名，或先导入名册。
# $typed (String) - 填写的内容
# $people (String) - 同名人员
account-person-several = 名册里有几位“{ $typed }”，请改填人员编号：{ $people }。
# $name (String) - 已有的登录名
account-there = 此人已有账号，登录名为“{ $name }”。一人一号，请在原账号上办理。
# $name (String) - 登录名
account-name-taken = 登录名“{ $name }”已被别人使用。请换一个。
account-name-malformed = 登录名须为 2 至 40 个字母、数字、点或短横。请修改。
account-unit-none = 此人不在任何单位，请填写代表的单位。
unit-typed-missing = 没有填写单位。请填写单位的编码或全称。
# $typed (String) - 填写的内容
unit-typed-unknown = 没有名称或编码为“{ $typed }”的单位。请核对后再填。
# $typed (String) - 填写的内容
# $units (String) - 相近的单位
unit-typed-nearest = 没有名称或编码为“{ $typed }”的单位。是不是：{ $units }？
# $typed (String) - 填写的内容
# $units (String) - 重名单位的编码
unit-typed-several = 有几个单位叫“{ $typed }”，请改填编码：{ $units }。
grant-unit-missing = 请填写单位，或把范围改为全部单位。
grant-role-missing = 请选择角色。
grant-scope-missing = 请选择范围。
grant-days-wrong = 授权从今天或以后开始，并且不早于开始日结束。请核对日期。
grant-there = 此人在这个范围已有这个角色。请先收回，或改选别的。
administrators-differ = 系统管理员、安全管理员、审计管理员不得为同一人。请选别的角色，或授给别人。
out-of-reach = 超出了您管理账号的范围。请选范围内的单位，或请上级安全管理员办理。
not-oneself = 不能变动自己的账号和授权。请另一位安全管理员办理。
last-administrator = 这是最后一位管全部单位的安全管理员。请先授权给另一个人，再来办理。
# $max (String) - 最多字符数
reason-missing = 请写明理由，不超过 { $max } 个字符。
grant-gone = 这项授权已经结束。请返回账号查看。

## 变动记录用语
# $name (String) - 登录名
history-opened = 开通账号，登录名 { $name }
# $grant (String) - 授权
history-granted = 授权：{ $grant }
# $grant (String) - 授权
history-revoked = 收回授权：{ $grant }
history-closed = 停用账号
history-reopened = 恢复账号
history-unlocked = 提前解锁
history-password-reset = 重设密码
history-password-changed = 本人修改密码
history-sessions-ended = 在所有浏览器上退出
history-other-sessions-ended = 在其他浏览器上退出
history-entered = 登录
history-failed = 登录失败
# $minutes (String) - 分钟数
history-failed-locked = 登录失败，锁定 { $minutes } 分钟

## 我的账号
own-title = 我的账号
own-about = 我可以做什么、管到哪里，我的账号在哪里登录过。
own-log-ins = 最近登录
own-log-ins-help = 只有本人能看到成功的登录。不是您本人的，请立即修改密码，并告诉安全管理员。
own-grants = 我的授权
own-no-grants = 还没有授权
own-no-grants-text = 请与本单位的安全管理员联系。
own-sessions-this = 当前浏览器
own-sessions-other = 另一个浏览器
own-session-since = 登录时间
own-session-seen = 最近使用
own-session-where = 浏览器
own-end-others = 退出其他浏览器
own-ended-others = 其他浏览器均已退出。
own-change-password = 修改密码
own-what = 可以做什么
