## 联合行动

joint-actions = 联合行动
joint-sub = 反复出现的难题由几个部门和居民代表、志愿者一起管：谁参加、谁巡查、谈了什么、约定了什么，投诉有没有变少。
joint-new = 启动联合行动
joint-title = 名称
joint-problem = 是什么问题
joint-words = 投诉关键词
joint-words-help = 用它统计相关投诉，例如“广场舞”。
joint-lead = 牵头单位
joint-begun-on = 启动日期
joint-units = 参加单位
joint-patrols = 巡查
joint-cases = 相关诉求
joint-none = 还没有联合行动
joint-none-text = 一件事总有人反映、一个部门又管不过来时，可以启动联合行动。
joint-begun = 联合行动已启动。
joint-title-missing = 请填名称。
joint-words-missing = 请填关键词，否则看不到投诉的变化。
joint-day-to-come = 这一天还没有到，请填今天或以前的日期。
joint-day = 日期
joint-who = 谁
joint-as = 身份
joint-team = 参加的单位和人
joint-department = 部门、社区
joint-deputy = 居民代表
joint-volunteer = 志愿者
joint-rota = 巡查排班
joint-patrol-words = 时间和地点
joint-planned = 已排班
joint-handover = 交接
joint-handover-to = 交给谁
joint-handed = 已交接
# $who (String) - to whom
# $day (String) - on which day
joint-handed-to = 交给 { $who }，{ $day }
joint-handed-over = 已交接。
joint-handover-missing = 请填交给谁，不超过 200 字。
joint-handover-early = 这一班还没有巡查，到了当天才能交接。
joint-handover-done = 这一班刚才已经交接过了，请返回查看。
joint-talks = 协商和约定
joint-talk = 协商
joint-agreement = 约定
joint-talk-words = 谈了什么
joint-agreement-words = 约定了什么
joint-trend = 每月投诉
# $month (String) - the month in which it began
joint-month-begun = { $month }（启动）
# $before (String) - cases a month before
# $after (String) - cases a month after
joint-average = 启动前平均每月 { $before } 件，启动后平均每月 { $after } 件。
joint-average-none = 启动前后都有完整的月份以后，这里会比较平均每月件数。
joint-nothing = 还没有
joint-nothing-text = 可以从右上方添加。
# $count (Number) - cases that this person may not see
joint-cases-hidden = 另有 { $count } 件由其他单位办理，您看不到内容。
joint-add = 添加
joint-added = 已添加。
joint-add-department = 添加单位
joint-add-deputy = 添加居民代表
joint-add-volunteer = 添加志愿者
joint-add-patrol = 排一班巡查
joint-add-talk = 记一次协商
joint-add-agreement = 记一条约定
joint-add-case = 关联诉求
joint-number-help = 诉求的编号，例如 202103150007。
joint-who-missing = 请填是谁。
joint-text-missing = 请写明内容。
joint-unit-wrong = 请选择一个单位；已经参加的不必再加。
joint-case-wrong = 没有找到这个编号，或者已经关联过；请核对编号。
joint-said = 内容
joint-correct = 更正联合行动
# $what (String) - what was added
joint-correct-line = 更正：{ $what }
joint-correct-handover = 更正交接
joint-take-back = 撤回这一条（没有这回事，或者登记重了）
joint-take-back-handover = 撤回交接（这一班没有交接），不再计入巡查
joint-handed-over-first = 这一班已经交接。请先在历史记录里撤回交接，再改日期或撤回。
# $what (String) - what was added
# $day (String) - its day
# $who (String) - who
joint-added-of = { $what }：{ $day }，{ $who }
