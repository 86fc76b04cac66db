## 诉求

cases = 诉求
case = 诉求
case-number = 编号
case-kind = 类别
case-state = 状态
case-what = 反映内容
case-where = 地点
case-unit = 单位
case-holder = 牵头（首接）单位
case-raised-on = 接收日期
case-due = 办理期限
case-words = 关键词或编号
case-late = 已超期
case-paused = 暂停计时
cases-export = 导出
cases-empty = 没有符合条件的诉求
cases-empty-text = 可以换一个范围，或者去掉部分条件。
cases-views = 范围
view-mine = 待我办理
view-unit = 本单位
view-due = 三日内到期
view-late = 已超期
view-all = 全部
case-nobody-named = 匿名
kind-inquiry = 咨询
kind-help = 求助
kind-complaint = 投诉
kind-report = 举报
kind-suggestion = 建议
kind-praise = 表扬
state-raised = 待受理
state-refused = 不予受理
state-accepted = 待派单
state-dispatched = 待签收
state-handling = 办理中
state-answered = 待回访办结
state-closed = 已办结
part-lead = 牵头
part-helper = 协办
part-waiting = 待签收
part-handling = 办理中
part-answered = 已答复，待审定
part-signed-off = 已审定
# $day (String) - the day
# $who (String) - a name
part-signed-off-by = { $day } 由 { $who } 审定
part-due = 期限
# $duty (String) - what a unit is to do
part-duty-was = 任务：{ $duty }
# $reply (String) - what it replied
part-reply-was = 答复：{ $reply }
# $unit (String) - the unit that heard it first
parts-first-leads = 牵头单位签收以前，由首接单位{ $unit }负责。
parts = 承办单位
part-role = 分工
# $day (String) - the last day to acknowledge
part-acknowledge-by = { $day } 前签收
# $day (String) - the day of the answer
part-answered-on = { $day } 答复
parts-none = 尚未派单
parts-none-text = 受理后派给一个牵头单位，需要时请其他单位协办。
case-desk = 首接单位
case-contact = 联系人
case-name = 称呼
case-phone = 联系电话
case-contact-show = 查看联系方式
case-contact-noted = 查看已记入历史。
case-public-title = 可公开的标题
case-answered = 已答复
case-called-back = 回访结果
case-confirmed = 确认已解决
case-closed = 已办结
# $day (String) - the day
# $who (String) - a name
fact-said = { $day }，{ $who }
fact-open = 尚未
# $outcome (String) - what was heard
# $day (String) - the day
# $who (String) - a name
fact-called-back = { $outcome }（{ $day }，{ $who }）
case-on-time = 按时
case-not-on-time = 超期
outcome-satisfied = 满意
outcome-not-satisfied = 不满意
outcome-not-reached = 未联系上
history = 办理过程
history-somebody = 系统管理人员
history-resident = 群众
# $text (String) - words for whoever asked
history-said = 对外答复：{ $text }
# $text (String) - words of a unit that helps
history-reply = 协办答复：{ $text }
# $text (String) - words for the office
history-noted = 内部说明：{ $text }
# $text (String) - words of whoever asked
history-asker = 反映人说：{ $text }
history-looked = 查看了联系方式
# $lead (String) - a unit
history-lead = 牵头：{ $lead }
# $unit (String) - a unit
history-fallback = 两次退单，按规则转给兜底单位：{ $unit }
# $helpers (String) - units
history-helpers = 协办：{ $helpers }

## 期限

clock = 期限怎么算的
clock-none = 受理后开始计时。
# $when (String) - a moment
# $span (String) - how long
# $due (String) - until when
clock-started = { $when } 受理，限 { $span }，应于 { $due }前办结。
# $when (String) - a moment
# $span (String) - how long
# $due (String) - until when
clock-started-anew = { $when } 重新打开，重新计时，限 { $span }，应于 { $due }前办结。
# $when (String) - a moment
# $left (String) - what was left
clock-was-paused = { $when } 暂停计时，剩余 { $left }。
# $when (String) - a moment
# $due (String) - until when
clock-resumed = { $when } 恢复计时，应于 { $due }前办结。
# $when (String) - a moment
# $by (String) - how long
# $due (String) - until when
clock-extended = { $when } 延期 { $by }，应于 { $due }前办结。
# $when (String) - a moment
# $by (String) - how long
clock-extended-paused = { $when } 延期 { $by }，计时仍在暂停。
clock-rule = 期限按受理当日的规定计算，以后规定变化不影响本件。工作日按国务院公布的节假日和调休安排计算，受理当天不计入。
# $count (Number) - how many hours
span-hours = { $count } 小时
# $count (Number) - how many minutes
span-minutes = { $count } 分钟
# $count (Number) - how many working days
span-working-days = { $count } 个工作日
# $count (Number) - how many natural days
span-natural-days = { $count } 个自然日
# $count (Number) - how many months
span-months = { $count } 个月
# $count (Number) - how many days
span-days = { $count } 天
# $day (String) - a day
due-end-of = { $day } 下班
limit = 办理时限
limit-emergency = 紧急
limit-utility = 水电气热等公用事业
limit-ordinary = 一般
limit-complex = 复杂

## 办理

act-acceptance = 受理
act-refusal = 不予受理
act-dispatch = 派单
act-acknowledgement = 签收
act-return = 退单
act-back = 返回这件诉求
act-answer = 答复
act-helpers = 请求协办
act-part-sign-off = 审定协办答复
act-part-redo = 退回协办答复
act-part-sign-off-help = 看过协办单位的答复后审定；自己答复的由他人审定。
act-part-redo-help = 说明还缺什么，协办单位继续办理。
act-pause = 暂停计时
act-resumption = 恢复计时
act-extension = 批准延期
act-call-back = 登记回访
act-confirmation = 确认已解决
act-closing = 办结
act-redo = 退回重办
act-reopening = 重新打开
act-acceptance-help = 受理后开始计时，期限按今天的规定计算，以后不再变化。
act-refusal-help = 理由会告诉反映人。以后仍可由办公室重新打开。
act-dispatch-help = 只能有一个牵头单位，协办单位不限，各写明任务。签收以前由首接单位负责。
act-acknowledgement-help = 签收后由本单位办理。
act-return-help = 不属于本单位职责的，说明理由退回，由首接单位另行派单。
act-answer-help = 牵头单位的答复会告诉反映人。协办单位的答复先由牵头或首接单位审定，审定后反映人才能看到，不代表整件已答复。
act-helpers-help = 协办单位各有任务和期限，各自签收、办理、答复，由他人审定；本件仍只计一次。
act-pause-help = 需要等待材料或天气等原因时暂停，说明理由；超期后不能暂停。
act-resumption-help = 恢复后按暂停时剩余的时间继续计算。
act-extension-help = 由申请人以外的人批准，可以少于申请的时间；按原时限的单位（小时、工作日或月）延长。
act-call-back-help = 未联系上的不计入满意率。
act-confirmation-help = 由没有经办本件的人现场核实后确认。
act-closing-help = 牵头单位已答复、协办答复都已审定后，由没有经办本件的人办结。
act-redo-help = 退回牵头单位重办，期限不变。
act-reopening-help = 编号不变，期限从今天重新计算。
field-said = 对反映人说的话
field-noted = 内部说明
field-reason = 理由
field-evidence = 核实情况
field-public-title-help = 别人提交类似诉求时会看到，不要写姓名、住址和电话；不填则不公开。
field-lead = 牵头单位
field-helpers = 协办单位
field-helpers-help = 每行一个单位，写明请它做什么；期限不填，就与本件相同。没有协办单位就空着。
field-helpers-more = 增加几行
field-helper = 单位
field-duty = 做什么
field-until = 期限
# $unit (String) - the fallback unit
field-lead-help-fallback = 填单位名称或代码；职责不清的，派给兜底单位：{ $unit }。
field-lead-help = 填单位名称或代码。
field-extension = 延长多少
field-for-unit = 代表单位
field-outcome = 回访结果
# $title (String) - what the case is about
answer-template = 您好，您反映的“{ $title }”一事，现答复如下：
# $act (String) - the act
act-done = 已{ $act }。
problem-said = 请写明对反映人说的话。
problem-noted = 请写明理由或核实情况。
# $count (Number) - most characters
problem-long = 文字不能超过 { $count } 字，请精简后再提交。
problem-not-now = 本件现在的状态不能这样办理，可能刚被别人办理过，请返回查看。
problem-not-yours = 这一步由其他单位办理，您的单位不能代办。
problem-own-work = 经办人不能审定、确认或办结自己办的事，请由其他人办这一步。
problem-helpers-open = 还有协办单位没有答复，或者答复还没有审定；全部审定后才能办结。
problem-run-out = 已经超期，不能再暂停或延期；请尽快办理，或在办结时说明情况。
problem-units = 请至少填一个单位；同一单位不能既牵头又协办，也不能重复。
problem-units-gone = 这个单位现在没有了，请另选一个。
problem-helper-unit = 这一行没有写单位；请填单位名称或代码，或者把这一行清空。
# $count (Number) - most characters
problem-duty = 请写明请协办单位做什么，不超过 { $count } 字。
problem-helper-day = 协办期限应是今天或以后的日期，不晚于本件的期限；不填就与本件相同。
problem-fallback = 兜底单位不能退单；请签收办理，需要时请其他单位协办。
# $count (Number) - longest extension
problem-extension = 延长应为 1 到 { $count } 之间的整数。
# $name (String) - what was typed
problem-unit-unknown = 找不到单位“{ $name }”，请从提示中选择，或填写单位代码。
problem-no-limit = 今天没有适用的时限规定，请联系系统管理人员设置。
problem-meanwhile = 别人刚刚办理了本件，请返回查看后再办。
problem-choose = 请选择一项。

## 提出诉求

tell-us = 我要反映
tell-us-sub = 不用注册，一分钟就能提交。
tell-us-kind = 是哪一类
tell-us-what = 什么事
tell-us-what-help = 用自己的话说清楚就行。请不要写身份证号。
tell-us-where = 在哪里
tell-us-where-help = 例如“海棠苑3号楼南侧”。
tell-us-name = 怎么称呼您
tell-us-phone = 联系电话
tell-us-phone-help = 想接到回访就留下电话，只有办理人员能看到。
tell-us-submit = 提交
tell-us-nothing = 请说明是什么事。
tell-us-phone-wrong = 电话号码看不懂，请填 11 位手机号，或带区号的座机号，也可以不填。
tell-us-follow = 已经反映过？凭查询码看进度
similar-title = 已经有类似的诉求正在办理
similar-text = 如果是同一件事，不必重复提交；如果不是，点“提交”就照常登记。
received-title = 已经收到
# $number (String) - the number of the case
received-text = 您的诉求已登记，编号 { $number }。我们会在一个工作日内处理。
received-code = 查询码
received-code-help = 凭查询码随时查看进度和答复，请抄下来或截图保存。我们不保存查询码，丢失后无法找回。
received-link = 打开查询页
received-link-help = 可以收藏打开的页面，下次不用再输查询码。
follow = 查询进度
follow-sub = 输入提交时得到的查询码。
follow-code = 查询码
follow-code-help = 10 位字母和数字，不分大小写。
follow-submit = 查询
follow-wrong = 没有找到这个查询码，请核对后再输入。字母里没有 I、L、O，数字里没有 0 和 1。
follow-answers = 答复
follow-answers-none = 还没有答复。
# $day (String) - until when
follow-due = 应于 { $day } 前办结
opinion = 您满意吗
opinion-label = 这件事办得怎么样
opinion-satisfied = 满意
opinion-not-satisfied = 不满意
opinion-words = 想说的话
opinion-words-help = 可以不写；不满意时请说说还有什么没有解决。
opinion-submit = 提交
opinion-done = 谢谢，您的评价已经记下。
# $outcome (String) - satisfied or not
opinion-heard = 已记下的评价：{ $outcome }。可以再改。
opinion-not-now = 现在还不能评价：承办单位答复以后再来。
# $number (String) - the number of the case
case-sms-refused = 您反映的诉求（编号{ $number }）未予受理，理由请凭查询码查看。
# $number (String) - the number of the case
case-sms-answered = 您反映的诉求（编号{ $number }）已有答复，请凭查询码查看，并告诉我们您是否满意。
# $number (String) - the number of the case
case-sms-closed = 您反映的诉求（编号{ $number }）已办结，请凭查询码查看结果。
public-raised = 已收到，等待受理
public-refused = 不予受理
public-accepted = 已受理，正在分派
public-dispatched = 已派给承办单位
public-handling = 承办单位正在办理
public-answered = 已答复
public-closed = 已办结
case-new = 登记诉求
case-new-sub = 替来电、来访的群众和企业登记，与网上提交的一样办理。
case-new-desk = 首接单位
case-new-desk-help = 首接负责：派出去之前由它跟进。
# $number (String) - the number of the case
# $code (String) - the follow code
case-new-done = 已登记，编号 { $number }，查询码 { $code }，请告诉反映人。
case-new-not-yours = 只能为您负责的单位登记。
todo-desk-raised = 待受理
todo-desk-accepted = 待派单
todo-desk-answered = 待回访办结
todo-part-waiting = 待签收
todo-part-handling = 待答复

## 并案、转办、延期、复查、剔除

state-merged = 已并案
public-merged = 已与同一诉求一并办理
found-fixed = 问题已解决
found-back-again = 问题又出现
act-transfer = 转办
act-progress = 反馈进展
act-extension-request = 申请延期
act-extension-refusal = 不同意延期
act-recheck-day = 设定复查日
act-recheck = 登记复查
act-merge = 并案
act-separation = 撤销并案
act-exclusion-request = 申请剔除
act-exclusion = 批准剔除
act-exclusion-refusal = 不同意剔除
act-transfer-help = 换一个牵头单位，期限不变，新的牵头单位重新签收。
act-progress-help = 还没有结果时，先说明办到哪一步；对反映人说的话会出现在查询页上。
act-extension-request-help = 应在到期前申请，由首接单位批准；最初的期限会一直保留。
act-extension-refusal-help = 说明理由，期限不变。
act-recheck-day-help = 到这一天会出现在待办里，由没有经办本件的人去看问题有没有再出现。
act-recheck-help = 问题又出现的，重新打开本件，编号不变。
act-merge-help = 与另一件是同一件事时并入那一件，只计一次；反映人凭各自的查询码看到那一件的结果。
act-separation-help = 恢复为单独的一件，继续办理。
act-exclusion-request-help = 不合理或无法办理的诉求，可以申请不计入各项比率；要说明理由，由另一人批准。
act-exclusion-help = 批准后不计入各项比率，并列入剔除清单。
act-exclusion-refusal-help = 说明理由，本件照常计入各项比率。
field-new-lead = 新的牵头单位
field-recheck-day = 哪一天去复查
field-found = 复查结果
field-into = 并入哪一件
field-into-help = 填那一件的编号；提示中是内容相近的诉求。
problem-own-wish = 申请人不能批准自己的申请，请由其他人批准。
problem-recheck-day = 请填今天以后的日期。
problem-merge-unknown = 没有找到这个编号，或者那一件不由您的单位受理；请核对编号。
problem-merge-circle = 不能并入它自己，也不能并入已经并出去的诉求；请并入最终办理的那一件。
# $when (String) - a moment
clock-transferred = { $when } 转办，期限不变。
# $day (String) - a day
clock-first = 最初的期限是 { $day }。
# $count (Number) - how many working hours
span-working-hours = { $count } 个工作小时
case-recheck-on = 复查日
case-more-time = 申请延期
case-left-out = 不计入比率
case-left-out-asked = 已申请，待批准
case-left-out-granted = 已批准
todo-part-replied = 待审定协办答复
todo-more-time = 待批延期
todo-left-out = 待批剔除
todo-recheck = 待复查
todo-dissatisfied = 反映人不满意，待回访
related = 相关诉求
related-into = 已并入
related-merged = 并入本件：
related-split-from = 拆分自
related-split-off = 拆分出：
# $count (Number) - how many others
related-joined = 另有 { $count } 人表示也遇到同样的问题。
split = 拆分
split-what = 拆分出去的是什么事
split-help = 一件里有两件事时，把其中一件拆出去单独编号办理；反映人凭原来的查询码两件都能看到。
split-done = 已拆分，这是新的一件。

## 我也遇到

join = 我也遇到
join-sub = 和别人反映的是同一件事时，不用重新写；留下电话可以接到回访，也可以都不填。
join-submit = 我也遇到
askers-add = 登记另一位反映人
askers-add-help = 又有人反映同一件事时登记在这里，不另立一件；给他的查询码只看得到办理进度。
askers-submit = 登记
# $number (String) - the number of the case
# $code (String) - the follow code
askers-done = 已登记到 { $number }，查询码 { $code }，请告诉反映人。
join-name-long = 称呼不超过 200 字。
joined-title = 已经记下
joined-text = 您已加入这件诉求，办理结果会让您知道。
tell-us-pictures = 照片
# $count (Number) - most pictures
tell-us-pictures-help = 可以不传。最多 { $count } 张 JPG 或 PNG 照片，照片里的位置信息会自动去掉。
# $count (Number) - most pictures
tell-us-pictures-many = 照片最多 { $count } 张，请去掉几张再提交。
# $name (String) - a file
tell-us-pictures-kind = “{ $name }”不是照片，这里只收 JPG 和 PNG 照片；请换成照片，或者不传。
# $number (String) - the other case
follow-merged = 与编号 { $number } 的诉求是同一件事，一并办理；下面是它的进度和答复。
# $number (String) - the other case
follow-split = 其中一部分单独办理，编号 { $number }

## 时限规则

limits = 时限规则
limits-sub = 每条规则从某一天起适用；已经受理的诉求按受理当天的规则办，不受以后变化影响。
limits-rule = 规则
limits-how-long = 时限
limits-from = 从哪天起
limits-from-help = 今天或以后。
limits-holds = 现在适用
limits-held = 以前适用
limits-to-come = 将要适用
limits-none = 不要求
limits-change = 调整一条规则
limits-measure = 单位
limits-amount = 多长
limits-submit = 调整
limits-done = 时限规则已调整。
limits-day-wrong = 请填日期，例如 2021-05-01。
limits-day-past = 不能改过去的规则：那时受理的诉求已经按当时的规则办理。请填今天或以后的日期。
# $most (Number) - most of a measure
limits-amount-wrong = 请填 1 到 { $most } 的整数；首次反馈和提前提醒可以填 0，表示不要求。
limits-gap = 签收和办结的时限不能为 0，否则从那天起受理的诉求没有时限。请填 1 以上的整数。
limits-measure-wrong = 这条规则不能用这个单位；提前提醒只能按工作日。
limits-second = 换用第二套规则
limits-second-help = 一个工作日内签收，三个工作日内首次反馈，一般诉求七个工作日办结，复杂诉求一个月办结；紧急和公用事业的时限不变。
limits-second-submit = 整套换用
limit-acknowledge = 签收
limit-report = 首次反馈
limit-remind = 到期前提醒
measure-hours = 小时（昼夜连续）
measure-working-hours = 工作小时
measure-working-days = 工作日
measure-days = 自然日
measure-months = 月

## 兜底单位

fallback = 兜底单位
fallback-sub = 群众自己提交的诉求由它首接；被牵头单位退回两次、职责不清的诉求转给它，它不能再退。
fallback-none = 还没有设定
fallback-none-text = 设定以前，群众自己提交的诉求由全区受理人员首接，退回的由首接单位另行派单。
fallback-change = 换一个兜底单位
fallback-submit = 设定
fallback-done = 兜底单位已设定。
fallback-past = 请填今天或以后的日期；以前的诉求已经按当时的规定分派。

## 答复模板

templates = 答复模板
templates-use-help = 点一下，模板就加到“对反映人说的话”里，可以再改。
templates-sub = 各单位答复时可以选用，插入后还可以修改。换一个内容就是从某天起用新的，以前的答复不变。
templates-name = 名称
templates-name-help = 与已有名称相同时，从填的那天起替换它。
templates-text = 内容
templates-text-help = 留空表示从那天起停用。
templates-all-kinds = 各类通用
templates-none = 还没有模板
templates-none-text = 常用的答复写一次，以后点一下就能用。
templates-write = 编写模板
templates-submit = 保存
templates-done = 模板已保存。
templates-no-name = 请填模板名称。
templates-past = 请填今天或以后的日期，以前的答复不受影响。

## 提醒

notices = 到期提醒
notices-sub = 每个工作日早上生成：到期前、到期当天和超期后各提醒一次。
notices-none = 没有提醒
notices-none-text = 有诉求快到期或超期时，会出现在这里。
# $count (Number) - how many notices
notices-today = 今天有 { $count } 条到期提醒
notice-day = 提醒日期
notice-stage = 提醒
stage-soon = 快到期
stage-today = 今天到期
stage-late = 已超期
stage-unacknowledged = 超期未签收
stage-unreported = 未按时反馈
stage-recheck = 待复查

## 比率、看板、周报

state-open = 未办结
period-from = 从
period-to = 到
rates = 比率
rates-sub = 响应率、解决率、满意率和办结率按同一口径计算，分母写在下面；点数字看构成。
# $count (Number) - how many cases are left out
rates-exclusions = 经批准剔除 { $count } 件，逐件列出
rate-response = 响应率
rate-resolution = 解决率
rate-satisfaction = 满意率
rate-close = 办结率
rate-on-time = 按时办结率
rates-closing = 办结
rate-sum = 综合得分率
# $part (Number) - those that count
# $of (Number) - all of them
rate-of = { $of } 件中的 { $part } 件
rate-nothing = 还没有可以计算的诉求
rates-by-unit = 牵头和协办
rates-led = 牵头
rates-helped = 协办
weights = 权重
# $response (Number) - a weight
# $resolution (Number) - a weight
# $satisfaction (Number) - a weight
weights-in-use = 权重 { $response } / { $resolution } / { $satisfaction }
weights-submit = 调整权重
weights-done = 权重已调整。
weights-sum-wrong = 三项权重都是 0 到 100 的整数，合计应为 100。
exclusions = 剔除清单
exclusions-sub = 不计入各项比率的诉求，逐件说明理由，由申请人以外的人批准。
exclusions-why = 理由
exclusions-asked-by = 申请人
exclusions-approved = 批准
exclusions-none = 没有剔除的诉求
exclusions-none-text = 所有受理的诉求都计入比率。
board = 看板
board-sub = 并案的只计一次。点数字看是哪些诉求。
board-views = 按什么看
board-month = 月份
board-what = 项目
board-count = 件数
board-open = 未办结
board-sum = 合计
board-no-place = 未写地点
board-empty = 没有可以统计的诉求
board-empty-text = 可以换一段时间。
bulletin = 热线周报
# $from (String) - the Monday
# $to (String) - the Sunday
bulletin-week = { $from } 至 { $to }
bulletin-before = 上一周
bulletin-after = 下一周
bulletin-choose = 哪一周
bulletin-total = 本周接到总量
bulletin-total-before = 上周总量
bulletin-this = 本周
bulletin-last = 上周
bulletin-share = 占比
bulletin-growth = 环比
bulletin-rounded = 各项占比分别四舍五入，合计可能不等于 100%。
bulletin-words = 周报文字
# $from (String) - the Monday
# $to (String) - the Sunday
# $total (String) - how many
# $growth (String) - on the week before
bulletin-text = { $from } 至 { $to }，共接到群众诉求 { $total } 件，环比{ $growth }。
# $sort (String) - one of four kinds
# $count (String) - how many
# $share (String) - of all
# $growth (String) - on the week before
bulletin-line = { $sort } { $count } 件，占 { $share }，环比{ $growth }。
sort-inquiry = 咨询类
sort-help = 求助类
sort-complaint = 投诉举报类
sort-suggestion = 建议表扬类
growth-nothing-before = 无可比数据
growth-same = 持平
# $percent (String) - how much
growth-more = 增长 { $percent }
# $percent (String) - how much
growth-less = 下降 { $percent }
# $page (String) - address of the page on which they were
tell-us-page = 网页 { $page }
acts-aside = 其他办理
