## 调研课题
nav-topics = 调研课题
topics = 调研课题
topics-sub = 领导干部确定的课题、调研计划和成果。
topics-empty = 没有符合条件的课题
topics-empty-text = 换一个条件，或者确定一个课题。
topics-export = 导出本列表
topics-text = 课题或负责人
topic-new = 确定课题
topic-new-done = 已确定课题。
topic-submit = 确定课题
topic-title = 课题
topic-leader = 负责人
topic-unit = 单位
topic-plan = 调研计划
topic-plan-help = 去哪里、问哪些人、打算弄清什么。
topic-set-on = 确定日期
topic-due-on = 完成时限
topic-state = 状态
topic-open = 调研中
topic-late = 已超期
topic-concluded = 已结题
topic-result = 成果
topic-concluded-on = 结题日期
topic-conclude = 登记成果并结题
topic-concluded-done = 已结题。
topic-history = 记录
topic-unit-missing = 请选择单位。
topic-day-missing = 请填写日期，写成 2021-05-14 的样式。
topic-not-yours = 您没有为这个单位登记的权限，请改选本单位。
# $count (Number) - most characters
topic-title-wrong = 请填写课题，不超过 { $count } 字。
# $count (Number) - most characters
topic-leader-wrong = 请填写由哪位领导干部负责，不超过 { $count } 字。
# $count (Number) - most characters
topic-plan-wrong = 请填写调研计划，不超过 { $count } 字。
# $count (Number) - most characters
topic-result-wrong = 请填写成果，不超过 { $count } 字。
topic-day-to-come = 这一天还没有到，请核对日期。
topic-order = 结束日期早于确定日期，请核对。
topic-unit-not-then = 该单位在当天还没有设立或已经撤销，请核对日期。
topic-already-concluded = 这个课题已经结题，请刷新页面查看。
topic-withdrawn = 这个课题已经撤回，不计入数字。
topic-correct = 更正课题
topic-correct-result = 更正成果
topic-take-back = 撤回这个课题（没有这个课题，或者登记重了）
topic-take-back-result = 撤回成果（还没有结题），课题回到调研中
topic-has-result = 这个课题已经结题。请先在历史记录里撤回成果，再改单位或撤回课题。
topic-is-withdrawn = 已撤回
