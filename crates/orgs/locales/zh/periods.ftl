periods-title = 账期
periods-sub = 关闭账期后，截至这一天的数字不再变动：补录、更正和机构调整的日期都不能落在其中。重开要由另一个人办理，关闭和重开都记入历史。
period-closed-through = 已关闭截至
period-all-open = 全部开放
period-never = 还没有关闭过账期。
period-close = 关闭账期
period-reopen = 重开账期
period-through = 关闭截至
period-through-help = 最后一个不再变动的日期，必须早于今天。
period-from = 从哪一天起重开
period-from-help = 从这一天到关闭截至的日期，可以重新记录和更正。
# $day (String) - 日期
period-was-closed = 账期已关闭，截至 { $day }
# $day (String) - 日期
period-was-reopened = 账期已重开，从 { $day } 起
period-not-over = 这一天还没有过完。请填写今天以前的日期。
# $through (String) - 日期
period-closed-already = 截至 { $through } 的账期已经关闭。请填写以后的日期。
period-is-open = 这一天没有关闭，不需要重开。请核对日期。
period-same-person = 这个账期是您关闭的，请由另一位有签批权限的人重开。
