## 活动

nav-plan = 计划
campaigns = 活动
campaign-new = 新建活动
campaign-title = 活动名称
campaign-title-zh = 中文名称
campaign-title-en = 英文名称
campaign-period = 起止日期
# $from (String) - from
# $to (String) - to
campaign-days = { $from } 至 { $to }
campaign-from = 开始日期
campaign-to = 结束日期
campaign-code = 活动代码
campaign-code-help = 小写字母、数字、连字符或下划线，例如“study-2021”；设立后不能更改。
campaign-submit = 设立活动
campaign-done = 活动已设立，可以导入任务清单。
campaign-code-wrong = 活动代码只能用小写字母、数字、连字符和下划线，不超过 40 个字符。
campaign-code-taken = 已有活动使用这个代码，请换一个。
campaign-days-wrong = 结束日期早于开始日期，请核对。
campaigns-empty = 还没有活动
campaigns-empty-text = 设立活动后，可以导入任务清单、安排进度、记录动员。
organiser = 组织单位
organiser-not-yours = 您没有为这个单位制定计划的权限，请选择权限内的单位。
levels = 计划层级
levels-help = 每行一级，由外到内，写“代码 | 中文 | 英文”；最后一级是具体任务。
# $max (String) - max
levels-number = 计划至少 1 级，最多 { $max } 级。
# $level (String) - level
level-untitled = 第 { $level } 级没有名称，请补上。
# $key (String) - key
level-key-wrong = 层级代码“{ $key }”不能用，请用小写字母、数字和下划线。
# $title (String) - title
level-doubled = 有两级都叫“{ $title }”，请改成不同的名称。
# $max (String) - max
title-wrong = 请填写名称，不超过 { $max } 个字。
day-missing = 请填写日期，例如 2021-06-30。
unit-missing = 请选择单位。
unit-not-then = 这个单位当天还没有设立，请核对日期。
# $max (String) - max
text-long = 内容太长，请控制在 { $max } 个字以内。
views = 视图
tab-tree = 计划树
tab-tasks = 任务清单
tab-matrix = 责任矩阵
tab-timetable = 时间表
tab-schedule = 进度安排
tab-briefings = 动员记录
tab-coverage = 动员覆盖
tab-bodies = 工作机构

## 工作机构

body-leading-group = 领导小组
body-office = 领导小组办公室
body-working-group = 工作组
body-task-force = 工作专班
body-kind = 类别
body-title = 名称
body-unit = 所在单位
body-duty = 职责
body-since = 成立日期
body-new = 成立工作机构
body-submit = 成立
# $title (String) - title
body-done = “{ $title }”已成立。
body-missing = 请选择类别。
body-doubled = 本活动已有同名的工作机构，请换一个名称。
bodies-empty = 还没有工作机构
bodies-empty-text = 领导小组、办公室和工作组成立后列在这里。

## 计划与任务

plan-empty = 计划还是空的
plan-empty-text = 导入任务清单后，这里按层级列出各项任务。
import-plan = 导入任务清单
tasks-all = 任务总数
task = 任务
# $done (String) - done
# $all (String) - all
done-of = 已销号 { $done }/{ $all }
# $day (String) - day
due-by = { $day } 前
light = 亮灯
light-green = 正常
light-yellow = 滞后
light-red = 严重滞后或逾期
state = 状态
state-not-started = 未开始
state-under-way = 推进中
state-to-verify = 待核查销号
state-signed-off = 已销号
progress = 进度
slack-days = 机动工作日
field-number = 序号
field-title = 任务
field-parent = 所属上级
lead-unit = 牵头单位
responsible-units = 责任单位
supporting-units = 配合单位
in-charge = 责任人
deadline = 完成时限
predecessors = 前置任务
followers = 后续任务
duration = 工期
duration-days = 工期（工作日）
deliverable = 成果
target = 目标
words = 关键词
export = 导出本表
matrix-help = 牵：牵头；责：责任；配：配合。点单位下方的任务数，可看它参与的任务。
matrix-tasks = 任务数
matrix-leads = 牵
matrix-answers = 责
matrix-helps = 配
tasks-none = 没有符合条件的任务
tasks-none-text = 请放宽条件，或点“重置”查看全部任务。
supervision = 督办
supervision-not-taken-over = 未签收
supervision-sent-back = 被退回
supervision-nudged = 被催办
supervision-more-time = 待批延期
due-overdue = 已逾期
due-week = 7 天内到期
due-month = 31 天内到期
# $unit (String) - unit
condition-unit = 涉及单位：{ $unit }
promise-late = 按期完不成
# $number (String) - number
numbered = 序号 { $number }
# $days (String) - days
lag-days = （间隔 { $days } 个工作日）
# $days (String) - days
working-days = { $days } 个工作日
nothing = （空）

## 亮灯依据

light-sum = 亮灯依据
# $day (String) - day
sum-finished = 已于 { $day } 完成。
# $total (String) - total
# $elapsed (String) - elapsed
# $share (String) - share
sum-by-time = 按时间应完成 { $share }：共 { $total } 个工作日，已过 { $elapsed } 个。
# $share (String) - share
sum-by-milestones = 按节点应完成 { $share }。
# $share (String) - share
sum-reached = 台账显示已完成 { $share }。
# $points (String) - points
sum-ahead = 不落后，超前 { $points } 个百分点。
# $points (String) - points
# $word (String) - word
sum-behind = 落后 { $points } 个百分点：{ $word }。
sum-start-due = 已到计划开始的月份，还没有动静。
# $months (String) - months
# $word (String) - word
sum-not-started = 计划开始后 { $months } 个月仍未启动：{ $word }。
# $days (String) - days
# $word (String) - word
sum-overdue = 已逾期 { $days } 个工作日：{ $word }。

## 时间表与进度安排

# $title (String) - title
timetable-of = “{ $title }”时间表
timetable-help = 条形从计划开始画到最迟完成；竖线是今天，深色边是关键链。点任务可打开。
# $from (String) - from
# $to (String) - to
span-title = { $from } 至 { $to }
earliest-start = 最早开始
earliest-finish = 最早完成
latest-start = 最迟开始
latest-finish = 最迟完成
promise = 能否按期
promise-kept = 可以按期
promise-at-risk = 余地很小
# $days (String) - days
promise-broken = 按期完不成，将晚 { $days } 个工作日
# $days (String) - days
promise-missed = 已完成，晚了 { $days } 个工作日
all-promises-hold = 所有未完成的任务都来得及按期完成。
promises-late = 按期完不成的任务
critical-chain = 关键链
critical-chain-help = 这几项环环相扣、余地最小，任何一项拖延都会影响最后的期限。
schedule-all = 全部任务
schedule-help = 由完成时限倒排，只算工作日，节假日和调休已计入。
repairs = 可以这样补救：
# $number (String) - number
# $title (String) - title
task-name = 任务 { $number }“{ $title }”
# $day (String) - day
cause-campaign-start = 最早只能从活动开始的 { $day } 做起
# $day (String) - day
cause-earliest-start = 要到 { $day } 才能开始
cause-today = 还没有开始，最早从今天做起
# $day (String) - day
cause-started = 已于 { $day } 开始，还需要做满工期
cause-finished = 前面的工作已经完成
# $task (String) - task
# $cause (String) - cause
# $day (String) - day
why-alone = { $task }：{ $cause }，最早 { $day } 完成。
# $chain (String) - chain
# $cause (String) - cause
# $day (String) - day
why-chain = 环环相扣：{ $chain }。第一项{ $cause }，因此最早 { $day } 完成。
limit-deadline = 由本项完成时限决定
limit-campaign-end = 由活动结束日期决定
# $task (String) - task
limit-successor = 须为{ $task }留出时间
# $task (String) - task
# $day (String) - day
repair-start-by = { $task }最迟在 { $day } 开始。
# $task (String) - task
# $days (String) - days
repair-cut = { $task }缩短 { $days } 个工作日
# $cuts (String) - cuts
repair-shorten = 压缩工期：{ $cuts }。
# $task (String) - task
# $day (String) - day
repair-move = 把{ $task }的完成时限延到 { $day }。

## 任务页

reports = 反馈
reports-empty = 还没有反馈
reports-empty-text = 牵头、责任或配合单位做出结果后，在这里反馈。
history = 过程记录
day = 日期
achieved = 完成情况
evidence = 佐证
evidence-help = 可写文号、材料名称或链接，不要求上传照片。
reported-by = 反馈单位
acts = 操作
correct = 更正
report-new = 反馈完成情况
report-correct = 更正反馈
report-unit = 反馈单位
report-completes = 本项任务已经完成
report-completes-short = 已完成
report-completes-help = 勾选后进入核查销号，由其他人核查。
report-withdraw = 撤回这条反馈
report-submit = 提交反馈
report-done = 反馈已记录。
correct-submit = 提交更正
correction-done = 更正已记录，原记录保留在过程中。
reason = 理由
reason-missing = 请用一两句话说明理由。
already-corrected = 别人刚刚更正过这条记录，请刷新后再看是否还要更正。
not-its-unit = 这个单位不是本项任务的牵头、责任或配合单位，不能反馈。
record-not-yours = 您没有为这个单位记录的权限。
achieved-missing = 请写明完成了什么。
day-to-come = 日期还没有到，请填写今天或以前的日期。
# $start (String) - start
day-before-campaign = 日期早于活动开始的 { $start }，请核对。
sign-off = 核查销号
sign-off-note = 核查情况
sign-off-help = 确认成果属实后销号；反馈过本项任务的人不能销号。
sign-off-done = 任务已销号。
sign-off-not-yours = 您没有为牵头单位销号的权限。
sign-off-own-work = 您反馈过本项任务，不能自己销号，请由其他人核查。
sign-off-not-done = 还没有单位反馈任务完成，或目标尚未达到，不能销号。
sign-off-already = 任务已经由别人销号。
sign-off-day = 销号日期应在完成之后、今天或以前。
reopen = 重新打开
reopen-help = 发现问题反弹或成果不实时重新打开，需要重新反馈和核查。
reopen-done = 任务已重新打开。
reopen-not-signed-off = 任务还没有销号，不需要重新打开。
send-back = 退回
send-back-reason = 退回原因
send-back-help = 核查后认为没有完成的，写明还缺什么再退回；原来的反馈保留，牵头单位需要重新反馈。
send-back-done = 已退回，牵头单位会在“我的”里看到。
send-back-not-done = 还没有“已经完成”的反馈，没有可以退回的内容。目标由台账读取的任务，请更正有关记录。
# $day (String) - the day
sent-back-on = { $day } 核查退回，请补充后重新反馈
acknowledge = 签收
acknowledge-done = 任务已签收。
acknowledge-already = 任务已经签收过了。
acknowledgement = 签收
# $day (String) - the day
acknowledged-on = { $day } 已签收
acknowledged-not-yet = 尚未签收
extension-ask = 申请延期
extension-ask-help = 须在时限之前申请，经计划编制人同意后生效；最初的时限始终保留可查。
extension-ask-submit = 提交申请
extension-wanted-missing = 请填写希望延到哪一天。
extension-wanted = 希望延到
extension-wanted-help = 例如 2021年7月15日、7月底前。
extension-asked = 延期申请已提交，等待审批。
extension-no-deadline = 这项任务没有单一的完成时限（长期、经常性或未定），不需要延期。
extension-task-done = 这项任务已经反馈完成或已销号，不需要延期。
# $due (String) - the day
extension-too-late = 完成时限 { $due } 已过，不能再申请延期。请如实反馈进展和原因。
extension-not-a-day = 延期要有一个明确的日子，例如 2021年7月15日。
# $due (String) - the day
extension-not-later = 希望延到的日子应晚于现在的时限 { $due }。
extension-already-asked = 已有一份延期申请在等待审批。
extension-decide = 审批延期
extension-decision = 审批意见
extension-decision-missing = 请选择同意或不同意。
extension-grant = 同意
extension-grant-note = 完成时限随即改动，排程重新计算。
extension-refuse = 不同意
extension-refuse-note = 完成时限不变，请写明理由。
extension-note = 说明
extension-decide-submit = 确定
extension-granted-said = 已同意延期，完成时限已改。
extension-refused-said = 已答复不同意延期。
extension-already-decided = 这份延期申请已经有人审批。
extension-your-own = 您提出了这份申请，请由其他人审批。
extension-task-changed = 申请之后任务的时限已改动或任务已完成，不能按原申请同意。请答复不同意，由牵头单位重新申请。
extension-asker = 申请人
# $due (String) - its deadline
# $start (String) - its latest start
extension-follower = 时限 { $due }，最迟 { $start } 开始
# $day (String) - the last working day
# $text (String) - as written
extension-day-and-text = { $day }（{ $text }）
# $asked (String) - when
# $wanted (String) - until when
extension-waits = { $asked } 申请延到 { $wanted }，等待审批
# $on (String) - when
# $wanted (String) - until when
extension-was-granted = { $on } 已同意延到 { $wanted }。
# $on (String) - when
# $wanted (String) - until when
# $note (String) - why
extension-was-refused = { $on } 不同意延到 { $wanted }：{ $note }
# $on (String) - when
# $wanted (String) - until when
extension-was-withdrawn = { $on } 申请单位已撤回延到 { $wanted } 的申请。
extension-withdraw = 撤回申请
extension-withdrawn-said = 延期申请已撤回，时限不变；需要时可以再申请。
nudge = 催办
nudge-help = 催办会显示在牵头单位“我的”里和任务页上，直到该单位反馈；同一任务一天只催一次，不往手机和群里发消息。
nudge-reason = 催办说明
nudge-submit = 催办
nudge-done = 已催办，牵头单位会在“我的”里看到。
nudge-already-today = 今天已经催办过这项任务，请明天再催，或直接与牵头单位联系。
nudge-task-done = 牵头单位已经反馈完成或任务已销号，不需要催办；请核查反馈。
# $day (String) - the day
nudged-on = { $day } 催办，请尽快反馈进展
# $first (String) - the first promise
# $times (String) - how often
extended-from = 最初时限 { $first }，已延期 { $times } 次
# $what (String) - what is wrong
# $remedy (String) - what would be right
what-and-remedy = { $what }{ $remedy }
# $figure (String) - figure
figure-gone = 指标“{ $figure }”已不在目录中，进度无法读取。
# $figure (String) - figure
# $unit (String) - unit
# $value (String) - value
target-is = { $unit }“{ $figure }”达到 { $value }
target-now = 现在是
no-data = 没有数据

## 过程记录

history-set-up = 设立活动
# $title (String) - title
history-formed = 成立“{ $title }”
# $added (String) - added
# $changed (String) - changed
# $withdrawn (String) - withdrawn
history-imported = 导入任务清单：新增 { $added } 项，变更 { $changed } 项，移出 { $withdrawn } 项
history-added = 列入计划
history-withdrawn = 移出计划
# $field (String) - field
# $old (String) - old
# $new (String) - new
history-changed = { $field }由“{ $old }”改为“{ $new }”。
# $day (String) - day
# $achieved (String) - achieved
history-reported = 反馈（{ $day }）：{ $achieved }
# $day (String) - day
# $achieved (String) - achieved
history-report-corrected = 更正反馈（{ $day }）：{ $achieved }
history-report-withdrawn = 撤回反馈
# $day (String) - day
history-signed-off = 销号（{ $day }）
# $day (String) - day
# $note (String) - note
history-signed-off-note = 销号（{ $day }）：{ $note }
# $day (String) - day
history-reopened = 重新打开（{ $day }）
# $day (String) - day
history-sent-back = 核查退回（{ $day }）
# $day (String) - day
history-acknowledged = 签收（{ $day }）
# $wanted (String) - until when
history-extension-asked = 申请延到“{ $wanted }”
# $wanted (String) - until when
history-extension-granted = 同意延到“{ $wanted }”
# $wanted (String) - until when
history-extension-refused = 不同意延到“{ $wanted }”
# $wanted (String) - until when
history-extension-withdrawn = 撤回延到“{ $wanted }”的申请
# $day (String) - day
history-nudged = 催办（{ $day }）
# $day (String) - day
history-briefing = 记录动员（{ $day }）
history-briefing-corrected = 更正动员记录
history-briefing-withdrawn = 撤回动员记录

## 导入

work-list-file = 任务清单
work-list-file-help = 可直接使用平时的表格（.xlsx、.xls、.ods、.csv）：表头上方的标题、合并单元格、不同的列序都能识别。
upload-submit = 上传并检查
template-download = 下载模板
template-name = 任务清单模板.xlsx
file-missing = 请选择要导入的文件。
import-preview = 导入前核对
# $file (String) - file
# $sheet (String) - sheet
# $rows (String) - rows
import-file = 文件“{ $file }”，工作表“{ $sheet }”，{ $rows } 项任务
import-added = 新增
import-changed = 变更
import-left = 不变
import-gone = 清单中不再有
import-aside = 没有作为任务读取的内容
# $column (String) - column
# $title (String) - title
import-ignored = { $column } 列“{ $title }”没有用到
# $count (String) - count
import-errors = 有 { $count } 处需要改正，改正前不会导入任何内容。
# $count (String) - count
import-warnings = 有 { $count } 处请核对，不影响导入。
import-nothing = 清单与现有计划完全一致，没有需要导入的内容。
import-submit = 确认导入
import-refused = 没有导入，什么都没有改动：清单与现在的计划对不上了。请打开预览查看逐行问题，改正后重新上传。
import-not-allowed = 没有导入，什么都没有改动：上传的文件已经清除，或者您已没有编制这个计划的权限。请重新上传；仍不成功请联系系统管理员。
# $days (Number) - how long files are kept
file-gone = 文件只保留 { $days } 天，已经清除，什么都没有改动。请重新选择文件上传。
# $added (String) - added
# $changed (String) - changed
# $withdrawn (String) - withdrawn
import-done = 已导入：新增 { $added } 项，变更 { $changed } 项，移出 { $withdrawn } 项。
import-writing = 正在写入计划
missing-items = 清单中不再有的条目
missing-keep = 保留在计划中
missing-withdraw = 移出计划（过程记录保留）
problems = 需要改正和核对的地方
problems-download = 下载标明问题的表格
# $name (String) - name
problems-file-name = { $name }（问题）.xlsx
row = 行
cell = 单元格
what-is-wrong = 问题
remedy = 怎样改正
changed-field = 改动项
old-value = 原来
new-value = 现在

## 动员

briefing-new = 记录动员
briefing-correct = 更正动员记录
briefing-title = 动员名称
briefing-submit = 记录
briefing-done = 动员已记录。
briefing-withdraw = 撤回这次动员记录
briefings-empty = 还没有动员记录
briefings-empty-text = 每次动员记录一次，覆盖率自动计算。
place = 地点
units-briefed = 参加单位
units-briefed-help = 勾选参加的党组织；每个单位在本次活动中只计一次。
with-members = 这些单位的党员都参加了
with-members-help = 没有全部参加的，请取消勾选，在下面写名单或人数。
people = 名单
people-help = 每行一人或用顿号分开，写姓名或人员编号；同名的可写“林晓（第一党支部）”。
headcounts = 只有人数的单位
headcounts-help = 没有名单时每行写一个单位和人数，例如“第一党支部 25”。
# $line (String) - line
# $text (String) - text
headcount-wrong = 第 { $line } 行“{ $text }”看不懂，请写单位名称或编码和人数，例如“第一党支部 25”。
# $line (String) - line
# $name (String) - name
# $people (String) - people
name-several = 第 { $line } 行“{ $name }”有多人同名（{ $people }），请改写人员编号或加上支部。
# $line (String) - line
# $name (String) - name
name-unknown = 第 { $line } 行“{ $name }”不在名册中，请核对姓名。
# $count (String) - count
names-more = 另有 { $count } 处。
nobody-briefed = 请勾选参加单位，或填写名单、人数。
too-many-briefed = 一次记录的单位或人数太多，请分几次记录。
# $units (String) - units
units-not-yours = 您没有为这些单位记录的权限：{ $units }。
# $units (String) - units
units-not-then = 这些单位当天还没有设立或已经撤销：{ $units }。
# $people (String) - people
people-nowhere = 这些人当天不属于任何单位：{ $people }，请核对日期。
attendance = 参加人次
recorded-by = 记录人
# $count (String) - count
people-briefed = 参加人员 { $count } 人
# $count (String) - count
persons = { $count } 人
no-units = 没有以单位为对象。
withdrawn = 已撤回

## 覆盖

# $unit (String) - unit
# $day (String) - day
coverage-at = { $unit }，截至 { $day }
members = 党员
branches = 党支部
missing = 尚未覆盖
# $count (String) - count
missing-count = 未覆盖 { $count }
unit = 单位
kind = 类别
unit-above = 上级
unit-itself = 本单位
members-missing = 未覆盖党员数
not-briefed = 未动员
nobody-missing = 已全部覆盖
nobody-missing-text = 范围内的党组织和党员都参加过动员。
# $count (String) - count
more-missing = 另有 { $count } 个单位，请按上级逐级查看。
# $closed (Number) - units
coverage-closed-since = 已覆盖的单位中有 { $closed } 个后来已撤销或并入，仍计入当时的动员数；现有单位里尚未动员的列在下面。
coverage-curve = 逐日覆盖
# $count (String) - count
# $percent (String) - percent
members-by = { $count } 名，{ $percent }%

## 我的

todo-lead = 牵头任务
todo-responsible = 责任任务
todo-supporting = 配合任务
todo-sign-off = 待销号
todo-acknowledge = 待签收
todo-sent-back = 被退回
todo-nudged = 被催办
todo-extension = 待批延期
# $wanted (String) - until when
todo-extension-until = 希望延到 { $wanted }

## 单项编辑

# $level (String) - title of the level
item-add = 新增{ $level }
# $level (String) - title of the level
item-change = 修改{ $level }
item-help = 填写规则与导入任务清单相同；保存后，进度安排按新内容重新倒排。
item-title = 名称
item-add-submit = 列入计划
item-change-submit = 保存修改
item-added = 已列入计划，进度安排已重新倒排。
item-changed = 修改已保存，进度安排已重新倒排。
item-unchanged = 内容没有变化，未作修改。
# $said (String) - what was done
# $hint (String) - what to look at
said-with-hint = { $said }请留意：{ $hint }
# $title (String) - the title
item-doubled = 同一上级下已有“{ $title }”，请换一个名称。
# $number (String) - the number
# $title (String) - title of the task that has it
number-taken = 序号 { $number } 已用于任务“{ $title }”，请换一个。
after-itself = 任务不能以自己为前置任务，请改填别的序号或留空。
parent-wrong = 所选的上级不在计划中，或不比本项高一级，请重新选择。
place-wrong = 所选的前一项不在这个上级之下，请重新选择位置。
# $what (String) - what is wrong
# $remedy (String) - what would be right
problem-whole = { $what }{ $remedy }
change = 修改
at-the-top = （不属于任何上级）
field-place = 位置
place-help = 在所属上级之下排在哪里。
place-keep = 保持现在的位置
place-last = 排在最后
place-first = 排在最前
# $title (String) - the neighbour
place-after = 排在“{ $title }”之后
meanwhile = 您填写期间，这一项已被别人修改
# $who (String) - name of the person
# $when (String) - time of day
# $what (String) - what was changed
meanwhile-who = { $who } 于 { $when }：{ $what }
# $now (String) - what the field holds now
meanwhile-field = 别人刚把这里改为“{ $now }”；下面是您填写的内容，保存后以它为准。
# $now (String) - the item above now
meanwhile-moved = 别人刚把这一项移到“{ $now }”之下；请核对所选的上级，保存后以它为准。
sent-before-added = 这张表已经提交过一次，那一项已在计划中。如果确实要再加一项，请再次提交。
sent-before-changed = 这张表已经提交过一次。如果还要按下面的内容修改，请再次提交。
plan-busy = 计划正在被多人同时修改，您填写的内容还在，请稍后再提交一次。
item-gone = 这一项刚被别人移出计划，没有再作修改。
item-withdraw = 移出计划
item-withdraw-help = 移出后不再计数和安排进度，过程记录保留。任务终止、合并或撤销时使用。
# $tasks (String) - tasks that wait for it
item-withdraw-followers = 以下任务以它为前置任务，移出后不再等它：{ $tasks }。
item-withdrawn = 已移出计划，进度安排已重新倒排。
# $day (String) - the day
item-withdrawn-on = { $day } 移出计划
# $count (String) - how many
item-has-below = 它下面还有 { $count } 项，请先把它们移到别处或移出计划。
items-below = 下级条目
items-below-none = 下面还没有条目
items-below-none-text = 可以新增下级条目，或在修改任务时把它移到这里。

## 工作机构的人员与更正

body-title-en = 英文名称
body-head = 组长
body-deputies = 副组长
body-members = 成员
body-people-help = 填姓名或人员编码，几个人之间用顿号分开；重名时在括号里写单位或编码，如“李明（第三支部）”。
body-one-head = 组长只能有一位，其余请填到副组长。
body-person-twice = 有人同时填在两处，请每人只保留一个职务。
body-correct = 更正工作机构
body-withdraw = 撤销这个工作机构（不再计数，过程记录保留）
body-withdrawn = 已撤销
history-body-withdrawn = 撤销工作机构
