language-name = 中文

## 导入：单位

# $count (String) - how many units are named
# $names (String) - the names
lead-several = 牵头单位写了 { $count } 个（{ $names }），每项任务只能有一个。
# $first (String) - the first of them
lead-several-remedy = 请只留一个，例如“{ $first }”，其余移到“责任单位”或“配合单位”。
# $name (String) - the name as written
unit-unknown = 没有名为“{ $name }”的单位。
unit-unknown-remedy = 请填写名册中的单位名称或单位编码；新单位请先在“组织”中导入。
# $nearest (String) - names of units that come near
unit-nearest-remedy = 请核对，名称相近的有：{ $nearest }。
# $name (String) - the name as written
unit-several = 名为“{ $name }”的单位不止一个。
# $codes (String) - their codes
unit-several-remedy = 请改填单位编码，可选：{ $codes }。
# $name (String) - what was written
# $count (String) - how many units that would be
units-too-many = “{ $name }”共有 { $count } 个单位，太多了。
# $max (String) - most units
units-too-many-remedy = 请写它们的上级单位，例如“区直机关党委”；这样的统称最多可以代表 { $max } 个单位。

## 导入：完成时限

# $text (String) - the deadline as written
deadline-not-understood = 看不懂完成时限“{ $text }”。
# $max (String) - most characters
deadline-too-long = 完成时限超过 { $max } 个字，不像是时限。
# $text (String) - the deadline as written
deadline-no-day = “{ $text }”没有说明是哪一天。
# $text (String) - the deadline as written
deadline-ambiguous = “{ $text }”可以理解成两个日子。
# $month (String) - the month
deadline-no-month = 没有 { $month } 月。
# $text (String) - the deadline as written
# $year (String) - the year
# $month (String) - the month
# $last (String) - the month's last day
deadline-no-such-day = “{ $text }”不存在：{ $year } 年 { $month } 月只有 { $last } 天。
# $text (String) - the deadline as written
deadline-no-such-number = “{ $text }”里的序数不存在。
# $year (String) - the year
deadline-holiday-unknown = { $year } 年的放假安排还没有公布，无法确定是哪一天。
# $from (String) - first day
# $to (String) - last day
deadline-backwards = 起止日期颠倒：{ $from } 开始，{ $to } 就结束了。
# $text (String) - the deadline as written
# $day (String) - the day it means
# $start (String) - the campaign's first day
deadline-before-campaign = 完成时限“{ $text }”（{ $day }）早于活动开始的 { $start }。
# $text (String) - the deadline as written
deadline-never = “{ $text }”在活动期间一次也不会到。
# $text (String) - the proposal
# $day (String) - the day it means
deadline-proposal = 可以改写为“{ $text }”，即 { $day }。
deadline-remedy = 请写明日期，例如“2021年6月30日”“6月底前”“每月28日”“长期坚持”。
# $day (String) - the day it means
# $end (String) - the campaign's last day
deadline-late = 完成时限 { $day } 晚于活动结束的 { $end }。
deadline-late-remedy = 如确需在活动结束后完成，可保留；否则请改早。
# $until (String) - the deadline that was granted
# $day (String) - the deadline in the list
extension-taken-back = 这项任务已同意延期到 { $until }，表中仍是 { $day }。
extension-taken-back-remedy = 照此导入，时限将改回表中的日期。如不是这样，请改正这一格，或先导出最新清单再修改。

## 导入：工期、前置任务、序号

# $text (String) - the duration as written
duration-wrong = 看不懂工期“{ $text }”。
duration-wrong-remedy = 请填写工作日数，例如“15”“15天”“3周”。
# $text (String) - the duration as written
duration-long = 工期“{ $text }”太长。
# $max (String) - most working days
duration-long-remedy = 请填写不超过 { $max } 个工作日的工期；经常性工作请把工期留空。
# $text (String) - the duration as written
duration-months = 工期“{ $text }”以月计，每月的工作日数不同。
# $days (String) - proposed number of working days
duration-months-remedy = 请改填工作日数，大约是 { $days } 个工作日。
# $part (String) - the part as written
after-unknown = 前置任务“{ $part }”不在本表和现有计划中。
after-unknown-remedy = 请填写任务的序号，几项之间用顿号分开，例如“3、5”；有间隔时写“12+5天”。
# $day (String) - the day that Excel made of it
after-is-date = 前置任务被表格软件当成了日期（{ $day }）。
after-is-date-remedy = 请把这一列设为“文本”格式，再重新填写序号。
# $number (String) - the number
# $row (String) - row where it stands first
number-doubled = 序号 { $number } 与第 { $row } 行重复。
number-doubled-remedy = 请给每项任务一个不同的序号，并核对前置任务。
# $number (String) - the number
# $old (String) - title of the task that has it in the plan
# $new (String) - title in this row
number-of-another = 序号 { $number } 在计划中是“{ $old }”，本行却是“{ $new }”，看上去不是同一项任务。
number-of-another-remedy = 请核对：照此导入，原任务将被改成本行的内容。如果是另一项任务，请换一个序号。
number-of-worked-on-remedy = 原任务已有反馈，不能改成另一项任务。请给本行换一个序号；如果确是改名，请先在该任务的页面修改名称。
# $round (String) - the tasks, in the order in which they wait for each other
ring = 前置任务互相等待，形成了环：{ $round }。
ring-remedy = 请去掉其中一处前置任务。
# $number (String) - number of the task
# $row (String) - its row
ring-task = 任务 { $number }（第 { $row } 行）
# $number (String) - number of the task
# $title (String) - its title
ring-task-kept = 任务 { $number }（不在本表中：{ $title }）

## 导入：目标

# $text (String) - the aim as written
target-in-words = 目标“{ $text }”没有写明指标和数值，只作文字保留，进度不能从台账读取。
target-in-words-remedy = 如有对应的指标，可写成“动员党支部数 达到 211”。
# $figure (String) - the figure as written
target-figure = 没有名为“{ $figure }”的指标。
target-figure-remedy = 请填写指标目录中的名称或代码，例如“动员党支部数 达到 211”。
# $nearest (String) - titles of figures that come near
target-figure-nearest = 请核对，名称相近的指标有：{ $nearest }。
# $text (String) - the value as written
target-value = 目标值“{ $text }”不能用。
