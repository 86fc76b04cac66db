## 走访
nav-visits = 走访
visits = 走访
visit = 走访
visits-views = 看哪些走访
visits-mine = 我的
visits-unit = 本单位
visits-all = 全部
visits-export = 导出本列表
visits-text = 走访人、走访对象或内容
visits-from = 从
visits-to = 到
visits-empty = 没有符合条件的走访
visits-empty-text = 换一个条件，或者登记一次走访。
visit-new = 登记走访
visit-new-sub = 一次走访只登记一次，几个人一同去的，把名字都写上。没有网络也可以填写，联网后自动发送。
visit-new-done = 已登记走访。
visit-submit = 登记走访
visit-enterprise = 企业
visit-grassroots = 社区和基层单位
visit-household = 居民家庭
visit-audience = 对象类别
visit-visited = 走访对象
visit-visited-help = 企业、社区或单位的名称，输入几个字即可选择。
visit-visited-missing = 请填写走访的是哪个企业、社区或单位。
# $name (String) - what was typed
visit-visited-unknown = 没有名为“{ $name }”的单位，请从列表中选择。
# $name (String) - what was typed
# $near (String) - names like it
visit-visited-unknown-near = 没有名为“{ $name }”的单位，是不是：{ $near }？
# $name (String) - what was typed
visit-visited-several = 名为“{ $name }”的单位不止一个，请改填单位编码。
visit-visited-not-then = 该单位在走访当天已经撤销或尚未设立。请核对日期，或改选承接其业务的单位。
visit-which-household = 哪一户
visit-which-household-help = 入户走访时填写，例如“3号楼201室”。加密保存，只有能看这次走访的人看得到。
visit-no-households = 企业没有住户。入户走访请把走访对象改为所在社区，或者清空这一项。
visit-people = 走访人
visit-people-help = 一同去的人都写上，用顿号隔开；按人数计人次。
visit-nobody = 请填写谁去走访的，至少一人。
# $count (Number) - most people
visit-too-many = 一次走访最多登记 { $count } 人。
visit-day = 日期
visit-day-missing = 请填写走访日期，写成 2021-05-14 的样式。
visit-day-to-come = 走访日期还没有到。请填写实际走访的日期。
visit-unit = 走访单位
visit-unit-missing = 请选择是哪个单位去走访的。
visit-unit-not-yours = 您没有为这个单位登记走访的权限，请改选本单位。
visit-unit-not-then = 走访单位在当天还没有设立或已经撤销，请核对日期。
visit-heard = 了解到的情况
# $count (Number) - most characters
visit-too-long = 内容不能超过 { $count } 字，请精简。
# $count (Number) - most things of one visit
visit-too-many-problems = 一次走访最多登记 { $count } 件事，请把其余的另外登记成诉求。
visit-problems = 问题和建议
visit-problems-optional = （选填）
visit-problems-help = 一条写一件。当场没有解决的，提交后自动转为诉求，按时限办理。
visit-problems-more = 还有更多问题
# $number (Number) - 1 to 5
visit-problem = 第 { $number } 条
# $number (Number) - 1 to 5
visit-problem-fate = 第 { $number } 条的处理
visit-fate-help = 转为求助
visit-fate-suggestion = 转为建议
visit-fate-solved = 当场解决
visit-problem-what = 内容
visit-problem-as = 处理
visit-problem-state = 状态
visit-problem-solved = 已解决
visit-problem-open = 办理中
visit-no-problems = 没有收集到问题。
# $heard (Number) - problems heard
# $solved (Number) - of these solved
visit-solved-of = { $heard } 条，已解决 { $solved } 条
visit-history = 记录
visit-withdrawn = 这次走访已经撤回，不计入数字。
visit-correct = 更正走访
visit-correct-sub = 收集的问题已按诉求办理，不在这里更正。
visit-correct-submit = 提交更正
visit-correct-done = 已更正。
visit-withdraw = 撤回这次走访（没有发生，或者登记重了）
visit-reason = 更正原因
# $count (Number) - most characters
visit-reason-missing = 请说明为什么更正，不超过 { $count } 字。
visit-already-corrected = 在您填写期间，别人更正过这次走访。请重新打开核对。
visit-has-cases = 这次走访收集的问题正在按诉求办理，不能撤回，也不能改变走访单位和对象类别。请只更正其他内容。
unvisited = 多久没有走访
# $since (String) - a day
# $count (Number) - units
unvisited-sub = 自 { $since } 起没有人走访过的，共 { $count } 家。
unvisited-unit = 单位
unvisited-above = 上级单位
unvisited-last = 最近走访
unvisited-days = 距今天数
unvisited-act = 安排
unvisited-never = 没有走访过
unvisited-community = 社区
unvisited-department = 部门
unvisited-since = 自哪天起没有走访
unvisited-empty = 都走访过了
unvisited-empty-text = 这段时间里每家都有人去过。
