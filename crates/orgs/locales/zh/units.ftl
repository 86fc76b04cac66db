units-nav = 组织
units-title = 组织
unit = 单位
units-words = 名称或编码
units-as-of = 截至日期
units-none = 还没有单位
units-none-text = 导入名册后，这里是单位的上下级；当天还没有成立的单位不列出。
units-not-found = 没有找到单位
units-not-found-text = 请换一个名称或编码，或者换一个截至日期。
# $count (Number) - 下级单位数
units-below-count = 下级 { $count } 个
units-below = 下级单位
units-below-none = 没有下级单位
units-all-below = 列出所有下级
unit-code = 编码
unit-superior = 上级
unit-since = 成立日期
unit-other-name = 英文名称
unit-closed = 已撤销
# $day (String) - 日期
unit-not-yet = { $day } 时这个单位还没有成立。
# $day (String) - 日期
unit-figures-as-of = 截至 { $day }
unit-people = 人员
unit-people-none = 本单位没有人员
unit-people-none-text = 直接属于本单位的人员会列在这里；下级单位的人员在下级单位的页面上。
unit-was-founded = 列入名册
unit-was-changed = 信息变更
# $name (String) - 上级单位
unit-moved-below = 改由“{ $name }”管理
# $kind (String) - 类型
# $code (String) - 编码
unit-in-list = { $kind }，{ $code }
history = 历史
history-somebody = 系统管理人员
yes = 是
no = 否
units-only-closed = 只看已撤销的
# $kind (String) - 类型
# $code (String) - 编码
unit-in-list-closed = { $kind }，{ $code }，已撤销
# $day (String) - 日期
unit-closed-since = 这个单位自 { $day } 起已撤销，以前的记录仍然保留。
# $day (String) - 日期
# $name (String) - 单位名称
unit-went-into = 这个单位自 { $day } 起已并入“{ $name }”，以前的记录仍然保留。
unit-lineage = 沿革
unit-lineage-what = 事项
unit-lineage-now = 变为
unit-merged-into = 并入
unit-called = 名称
unit-was-moved = 调整隶属关系
# $name (String) - 单位名称
unit-was-merged = 并入“{ $name }”，本单位撤销
# $name (String) - 单位名称
unit-took-over = “{ $name }”并入本单位
# $name (String) - 单位名称
unit-was-split = 分设出“{ $name }”
# $name (String) - 单位名称
unit-was-split-from = 由“{ $name }”分设
unit-was-closed = 撤销
# $name (String) - 单位名称
unit-was-reopened = 恢复，隶属“{ $name }”
since-heading = 与今天的不同
since-none = 这一天的单位、名称和隶属关系与今天相同。
since-not-founded = 尚未成立
# $name (String) - 单位名称
since-below = 隶属{ $name }
# $name (String) - 单位名称
since-went-into = 已并入{ $name }
# $name (String) - 单位名称
# $kind (String) - 类型
since-called = { $name }（{ $kind }）
# $day (String) - 日期
since-then = { $day }
since-today = 今天

# 机构调整
unit-changes = 机构调整
unit-changes-sub = 每项调整都从指定的日期起生效，以前的日期仍按当时的名称和隶属关系显示。确认之前会列出对下级单位、人员和数字的影响。
change-act = 调整
change-act-about = 说明
change-found = 设立下级单位
change-found-about = 在本单位之下设立一个新单位。
change-details = 变更名称等信息
change-details-about = 名称、类型、排序号从指定日期起变更，以前的日期仍用原来的名称。
change-move = 调整隶属
change-move-about = 本单位连同其下级，从指定日期起改由另一个单位管理。
change-merge = 并入其他单位
change-merge-about = 人员和下级单位转入另一个单位，本单位撤销。
change-split = 分设单位
change-split-about = 在本单位之外另设一个同级单位，可以带走部分人员和下级单位。
change-close = 撤销单位
change-close-about = 没有下级单位和人员的单位可以撤销，以前的记录仍然保留、可以查到。
change-reopen = 恢复单位
change-reopen-about = 已撤销的单位从指定日期起恢复。
change-from = 生效日期
change-from-help = 从这一天起生效，可以是以前的日期。
change-reason-help = 写明依据，如文件号。
change-into = 并入哪个单位
change-into-help = 填写单位的编码或全称。
change-below-help = 填写上级单位的编码或全称。
change-people = 转入新单位的人员
change-units = 转入新单位的下级单位
change-code-help = 在全部单位中不能重复，设立后不再改变。
change-position-help = 在同级单位中按这个数从小到大排列。
change-look = 查看影响
# $act (String) - 调整
change-done = 已完成：{ $act }
list-comma = 、
change-day-wrong = 请填写生效日期，写成 2021-05-14 的样式。
change-position-wrong = 排序号请填写不小于 0 的整数。
# $max (Number) - 最多字符数
change-reason-wrong = 请写明理由，不超过 { $max } 个字符。
change-future = 这一天还没有到。请填写今天或以前的日期，到了那天再办理。
# $day (String) - 日期
change-before-founded = 这个单位 { $day } 才成立。请填写这一天或以后的日期。
change-closed-then = 这个单位在这一天已经撤销。请填写撤销以前的日期，或者先恢复单位。
change-stands-then = 这个单位在这一天没有撤销，不需要恢复。请核对日期。
# $day (String) - 日期
change-changes-later = { $day } 已经登记了另一项隶属变动，会与这次调整冲突。请填写这一天以后的日期。
change-other-out-of-reach = 这个单位不在您管理的范围内。请填写范围内的单位，或请上级单位办理。
change-other-not-then = 填写的单位在这一天还没有成立，或者这一天以后已经撤销。请换一个单位或日期。
change-itself = 填写的就是本单位。请填写另一个单位。
change-ring = 填写的单位就在本单位之下，上下级会绕成一圈。请填写另一个单位。
# $max (Number) - 最多层数
change-too-deep = 调整后的层级会超过 { $max } 层。请减少层级。
# $max (Number) - 最多字符数
change-name-wrong = 请填写名称，不超过 { $max } 个字符。
change-kind-missing = 请选择单位的类型。
# $max (Number) - 最多字符数
change-code-wrong = 请填写编码，不超过 { $max } 个字符。
change-code-taken = 这个编码已经用过。请换一个编码。
# $count (Number) - 单位数
change-units-below = 这个单位在这一天还有 { $count } 个下级单位。请先调整或撤销它们，或者改用“并入其他单位”。
# $count (Number) - 人数
change-people-left = 这一天或以后还有 { $count } 人属于这个单位。请先转走他们，或者改用“并入其他单位”。
# $count (Number) - 人数
change-people-later = 有 { $count } 人在这一天或以后才转入或转出这个单位。请填写以后的日期，或者先改正他们的转入转出日期。
change-not-its = 选中的人员或单位在这一天不属于本单位。请重新选择。
change-nothing-new = 填写的内容与这一天的情况相同，没有需要变更的。
# $day (String) - 日期
# $through (String) - 日期
change-period-closed = { $day } 在已关闭的账期内，截至 { $through } 的数字不再变动。请填写以后的日期，或请办公室重开账期。
# $from (String) - 日期
# $name (String) - 单位名称
# $above (String) - 上级单位
will-found = 从 { $from } 起，在“{ $above }”之下设立“{ $name }”。
# $from (String) - 日期
# $name (String) - 单位名称
will-rename = 从 { $from } 起，“{ $name }”按填写的名称、类型和排序号显示，以前的日期仍按原来的显示。
# $from (String) - 日期
# $name (String) - 单位名称
# $above (String) - 上级单位
will-move = 从 { $from } 起，“{ $name }”连同全部下级改由“{ $above }”管理。
# $from (String) - 日期
# $name (String) - 单位名称
# $into (String) - 并入的单位
will-merge = 从 { $from } 起，“{ $name }”并入“{ $into }”，“{ $name }”撤销。
# $from (String) - 日期
# $new (String) - 新单位
# $name (String) - 单位名称
will-split = 从 { $from } 起，由“{ $name }”分设出同级的“{ $new }”。
# $from (String) - 日期
# $name (String) - 单位名称
will-close = 从 { $from } 起，“{ $name }”撤销。
# $from (String) - 日期
# $name (String) - 单位名称
# $above (String) - 上级单位
will-reopen = 从 { $from } 起，“{ $name }”恢复，隶属“{ $above }”。
# $count (Number) - 单位数
# $names (String) - 单位名称
# $into (String) - 新上级
will-take-units = { $count } 个下级单位（{ $names }）改由“{ $into }”管理。
# $count (Number) - 人数
# $into (String) - 单位
will-take-people = { $count } 人转入“{ $into }”，各记一条历史。
# $count (Number) - 账号数
# $into (String) - 单位
will-take-log-ins = 其中 { $count } 人的账号改为代表“{ $into }”。
# $count (Number) - 记录数
# $above (String) - 新上级
will-count-elsewhere = 这一天及以后已有 { $count } 条记录，改为计入“{ $above }”及其上级的数字。
# $count (Number) - 记录数
will-count-nowhere = 这一天及以后已有 { $count } 条记录，不再计入上级单位的数字。请先核对这些记录的单位。
will-keep-figures = 以前的记录仍计入当时的上级；数字页上可以并排看到“按当时隶属”和“按现在隶属”。
# $count (Number) - 授权数
will-leave-grants = 有 { $count } 项授权的范围是这个单位，不会自动转走，请安全管理员另行授权。

# 人员转移
person-transfer = 转移
person-transfer-title = 转移组织关系
# $name (String) - 姓名
person-transfer-sub = { $name }从指定日期起转到另一个单位，或者转出本组织。以前的日期仍属于原单位。
person-transfer-from-unit = 现在的单位
person-transfer-where = 去向
person-transfer-to-unit = 转到另一个单位
person-transfer-out = 转出本组织
person-transfer-to = 转入单位
person-transfer-to-help = 转到另一个单位时填写，单位的编码或全称。
person-transfer-day = 生效日期
person-transfer-do = 办理转移
# $name (String) - 姓名
person-transferred = 已转移：{ $name }
person-transfer-where-missing = 请选择去向。
person-transfer-same = 转入的就是现在的单位。请填写另一个单位。
person-transfer-twice = 在转入的单位里，这个人这一天以后已经有组织关系。请核对单位和日期。
# $day (String) - 日期
person-transfer-too-early = 这个人 { $day } 才转入现在的单位。请填写这一天以后的日期。
person-transfer-ended = 这段组织关系已经结束，请刷新页面后核对。
person-left = 转出

# 更正转移
transfer-correction = 更正转移
# $name (String) - 姓名
# $day (String) - 日期
transfer-correction-sub = { $name } { $day } 的转移登记有误时，在这里更正。原来的登记和更正的理由都留在历史里。
transfer-correction-what = 哪里有误
transfer-correction-day-wrong = 日期有误
transfer-correction-never = 没有发生过这次转移
transfer-correction-day = 正确的日期
transfer-correction-day-help = 日期有误时填写。
transfer-correction-reason-help = 写明错在哪里、依据是什么。
transfer-correction-do = 更正
transfer-correction-missing = 请选择哪里有误。
transfer-correction-same-day = 这就是原来登记的日期。请填写正确的日期。
transfer-changed-since = 这次转移以后，这个人的组织关系又有变动。请先更正后来的变动。
transfer-already-corrected = 这次转移已经有人更正过。请刷新页面，需要时对更正再作更正。
# $name (String) - 姓名
transfer-corrected-done = 已更正：{ $name }
person-transfer-was-corrected = 更正转移日期
person-transfer-was-taken-back = 撤回转移
