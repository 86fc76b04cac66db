language-name = 中文

## 数
no-data = 暂无数据
no-data-nothing-to-measure-by = 作为分母的数为零，无法计算比率，因此不显示数字。待相应记录录入后会自动显示。
no-data-nothing-the-year-before = 上年同期没有记录，无法计算增长率，因此不显示数字。
# $unit (String) - the unit's name
# $as_of (String) - the last day, in words
scope-until = { $unit }，截至{ $as_of }
# $unit (String) - the unit's name
# $from (String) - the first day, in words
# $as_of (String) - the last day, in words
scope-from-until = { $unit }，{ $from }至{ $as_of }
list-comma = 、

## 问得不对
# $code (String) - what was typed
ask-unknown-unit = 没有编码为“{ $code }”的单位。请在组织名册中查看单位编码。
# $code (String) - what was typed
# $nearest (String) - the code that is nearest
ask-unknown-unit-near = 没有编码为“{ $code }”的单位，最接近的是“{ $nearest }”。请核对单位编码。
# $typed (String) - what was typed
ask-not-a-day = “{ $typed }”不是日期。请按 2021-04-15 的样式填写。
# $code (String) - what was typed
ask-no-campaign = 没有编码为“{ $code }”的专项工作，目前还没有任何专项工作。
# $code (String) - what was typed
# $known (String) - the codes there are
ask-unknown-campaign = 没有编码为“{ $code }”的专项工作。现有：{ $known }。
ask-ends-before-it-begins = 起始日期晚于截止日期。请调换两个日期。
# $code (String) - what was typed
unknown-figure = 指标目录中没有“{ $code }”。请在指标目录中查找编码。
# $code (String) - what was typed
# $nearest (String) - the code that is nearest
unknown-figure-near = 指标目录中没有“{ $code }”，最接近的是“{ $nearest }”。请核对编码。
no-units = 还没有任何单位。请先导入组织名册。
book-not-read = 未能读取数据。请稍后再试。

## 公式
formula-empty = 公式为空。请至少写一个科目，例如 orgs.member。
# $found (String) - what stands there
# $at (Number) - counted from 1
formula-unexpected = 公式第 { $at } 个字符处的“{ $found }”不该出现在这里。公式由科目和 +、-、/、括号组成，例如 a.b + a.c。
# $at (Number) - counted from 1
# $code (String) - the account
# $nearest (String) - the account that is nearest
formula-unknown-account = 公式第 { $at } 个字符处的科目“{ $code }”不存在，最接近的是“{ $nearest }”。请从科目表中选用。
# $first (String) - an account
# $second (String) - an account
formula-mixed = “{ $first }”与“{ $second }”的计数方式不同（时点数、时期数、峰值，或件数、金额、比率），不能相加减。请分成两个指标。
formula-no-campaign = 公式中有 $campaign，但目前没有专项工作。请先建立专项工作，或改用不分专项的科目。
figure-code-bad = 编码只能用小写字母、数字和连字符，以字母开头，不超过 60 个字符，例如 branches-mobilised。
field-missing = 请填写此项。
# $most (Number) - the most characters
field-too-long = 此项不能超过 { $most } 字，请精简。
format-for-counts = 此指标按件（人、次）计数，格式示例应为“211个”“3900余名”这样的数，不能用元或百分号。
format-for-money = 此指标是金额，格式示例应为“214.6亿元”“44万元”这样的金额。
format-for-shares = 此指标是比率，格式示例应为“85.5%”这样的百分数。

## 简报中的数
# $most (Number) - the most figures
too-many-numbers = 一期简报最多引用 { $most } 个数，此处已超出。请减少引用，或分期印发。
# $found (String) - what stands there
token-not-a-figure = “{ $found }”不是对指标的引用。引用应写成 figure:编码，例如 figure:branches。
# $key (String) - what stands there
token-unknown-key = 不认识“{ $key }”。可用 unit、as-of、from、campaign、format，写成“名称=值”。
# $key (String) - the parameter
token-key-twice = “{ $key }”写了两次。请只保留一个。
# $key (String) - the parameter
token-value-missing = “{ $key }”后面没有值。请补上，或删去这一项。
# $key (String) - the parameter
# $value (String) - what was typed
token-not-a-day = “{ $key }”的值“{ $value }”不是日期。请按 2021-04-15 的样式填写。
token-not-closed = 引用没有在本行以两个右花括号结束。请补上。

## 栏目
nav-figures = 指标
nav-briefs = 简报

## 指标目录
catalogue-title = 指标目录
catalogue-sub = 每个数都能点开，看到它由哪些记录数出来。
catalogue-search = 查找指标（名称或编码）
catalogue-empty-title = 没有找到指标
catalogue-empty-text = 换几个字再查，或清除条件查看全部指标。
figure-add = 新增指标
figure-change = 修改口径
column-figure = 指标
# $unit (String) - the unit's name
column-value = 数值（{ $unit }）
column-definition = 口径
column-code = 编码

## 一个指标
figure-cannot-be-shown = 无法显示这个数
figure-from-the-start = 不带条件重新打开
# $code (String) - the figure's code
# $version (Number) - the definition's version
figure-version = 编码 { $code }，口径第 { $version } 版，公式：
field-from = 起始日期
field-as-of = 截止日期
field-campaign = 专项工作
trend-heading = 走势
# $month (Number) - number of the month
# $day (Number) - day of the month
trend-until = 至{ $month }月{ $day }日
trend-nothing = 本年和上年同期都没有记录。
as-table = 查看表格
column-month = 月份
# $unit (String) - what one stands for
column-this-year = 本年（{ $unit }）
# $unit (String) - what one stands for
column-year-before = 上年同期（{ $unit }）
parts-heading = 分单位
parts-without-zeros = 图中不画为零的单位，全部单位见表格。
part-itself = 本级直接记录
part-masked = 您无权查看的单位
total = 合计
records-heading = 记录
side-part = 分子：计入的记录
side-whole = 分母：作为基数的记录
side-now = 本期的记录
side-before = 上年同期的记录
number-only = 这个单位在您的权限范围之上，您可以看到总数；明细只列出您范围内的记录。
peak-note = 这个数是各条记录中的最高值，不是合计。
records-empty-title = 没有记录
records-empty-text = 在这些条件下没有可列出的记录。可以换一个截止日期或单位。
column-day = 日期
column-unit = 单位
column-record = 记录
column-entry = 台账
column-quantity = 数量
# $unit (String) - what one stands for
column-quantity-of = 数量（{ $unit }）
open-entry = 查看
row-masked = 您无权查看的记录
# $count (Number) - how many records are not shown
rows-masked = 另有 { $count } 条您无权查看的记录
export-xlsx = 导出 Excel
export-csv = 导出 CSV
# $most (Number) - the most rows of a file
export-cut = 记录太多，本文件只列出前 { $most } 条，合计仍为全部记录。
export-figure = 指标
export-share = 指标（由分子、分母两份清单算出）
export-definition = 口径
export-formula = 公式
export-scope = 范围

## 口径
definition-title = 指标口径
definition-sub = 保存后成为新的一版；已印发的数仍按当时的版本打开。
# $version (Number) - the new version
figure-saved = 已保存，现为第 { $version } 版。
stale-title = 别人刚刚改过
# $version (Number) - the version that holds now
# $formula (String) - the formula that holds now
figure-stale = 现在是第 { $version } 版，公式为“{ $formula }”。您填写的内容都还在，核对后再次保存即以您的为准。
figure-tried-title = 试算结果
# $text (String) - the number as it would be shown
figure-tried = 按现有记录，这个数是 { $text }。尚未保存。
figure-code-help = 小写字母、数字和连字符，例如 branches-mobilised；一经使用不再改。
field-title-zh = 名称
field-title-en = 名称（英文）
field-formula = 公式
field-formula-help = 由科目和 +、-、/、括号组成；growth(科目) 为同比增长；$campaign 代表所选的专项工作。科目见下表。
field-period = 计数期间
field-format-zh = 格式示例
field-format-help = 照着想要的样子写一个数，例如 211个、3900余名、214.6亿元、85.5%。
field-format-en = 格式示例（英文）
field-format-en-help = 写一个带英文量词的数，例如 9 members；没有量词可留空。
field-definition-zh = 口径说明
field-definition-en = 口径说明（英文）
figure-save = 保存为新版本
figure-try = 先试算
accounts-heading = 科目表
column-account = 科目
column-title = 名称
column-flow = 计数方式
flow-flow = 时期数
flow-stock = 时点数
flow-peak = 峰值
period-to-date = 自始至截止日
period-year = 本年初至截止日
period-month = 本月初至截止日
period-campaign = 专项工作开始至截止日

## 台账
entry-who = 经办人
entry-happened = 发生日期
entry-recorded = 登记时间
entry-reason = 理由
entry-corrects = 更正了
entry-corrected-by = 被更正于
entry-number = 台账序号
postings-heading = 计入的数
postings-empty-title = 没有计入任何数
postings-empty-text = 这一步只留下记录，不影响任何指标。
history-heading = 办理过程

## 简报
briefs-title = 简报
briefs-sub = 印发的简报里，每个数都能点开当时的记录。
brief-begin = 起草简报
brief-begun = 已建立草稿。
brief-untitled = （未定标题）
drafts-heading = 草稿
issued-heading = 已印发
column-office = 印发单位
column-changed = 最近修改
column-issue = 期号
column-issued-on = 印发日期
# $number (Number) - the number within the year
# $total (Number) - the number in total
issue-number = 第{ NUMBER($number, useGrouping: 0) }期（总第{ NUMBER($total, useGrouping: 0) }期）
briefs-empty-title = 还没有印发过简报
briefs-empty-text = 印发后的简报按期号列在这里。
draft-title = 简报草稿
# $unit (String) - the unit's name
draft-sub = 以{ $unit }名义印发；数随台账更新，印发时冻结。
draft-saved = 草稿已保存。
# $total (Number) - the number in total
draft-was-issued = 这份简报已经印发，为总第 { $total } 期，不能再改。
draft-stale = 您打开之后，这份草稿被别人改过并保存了。您填写的内容都在下面的表单里，尚未保存；核对后再次保存即以您的为准。
draft-theirs = 现在保存着的正文
field-title = 标题
field-body = 正文
field-body-help = “一、”“（一）”开头的短行自动作为标题，也可用“# ”“## ”，直到四级；“- ”列表；“|”分格为表格；**加粗**。数用下方的指标插入，可加 unit、as-of、from、campaign、format。
draft-head-and-foot = 报头、日期与抄送
field-name = 简报名称
field-office = 印发单位
field-figures-as-of = 数据截止日期
field-figures-as-of-help = 没有单独写明日期的数，都截至这一天。
field-editors-note = 编者按
field-report-to = 报
field-send-to = 送
field-issue-to = 发
field-addressees-help = 多个单位用顿号隔开。
draft-save = 保存
brief-to-issue = 核对并印发
preview-heading = 版面预览
picker-legend = 插入指标
picker-search = 输入几个字查找指标
picker-find = 查找
picker-nothing = 没有找到指标，请换几个字。
sheet-label = 简报版面
sheet-draft = 草稿
foot-report-to = 报：
foot-send-to = 送：
foot-issue-to = 发：
missing-name = 缺简报名称，请在“报头、日期与抄送”中填写。
missing-office = 缺印发单位，请在“报头、日期与抄送”中填写。
missing-title = 缺标题，请填写。
missing-body = 正文是空的，请填写。
# $line (Number) - the line of the text, from 1
# $source (String) - the token as typed
# $text (String) - what is wrong
token-at-line = 正文第 { $line } 行 { $source }：{ $text }
# $count (Number) - characters
# $long (Number) - from which it is long
# $most (Number) - the most without saying so
length-fine = 共 { $count } 字（{ $long } 字以内为宜，不超过 { $most } 字）。
# $count (Number) - characters
# $long (Number) - from which it is long
# $most (Number) - the most without saying so
length-long = 共 { $count } 字，已超过 { $long } 字，建议精简（不超过 { $most } 字）。
# $count (Number) - characters
# $most (Number) - the most without saying so
length-too-long = 共 { $count } 字，超过 { $most } 字。请精简；确需如此，印发时须注明。
# $count (Number) - how many numbers
numbers-in-it = 引用了 { $count } 个数。
# $count (Number) - how many problems
checks-found = 印发前需要处理 { $count } 处：
issue-title = 核对并印发
issue-stale = 草稿在您核对之后又被修改，没有印发。请按下面的最新内容重新核对。
issue-not-ready = 还有问题没有处理，没有印发。请见下面的清单。
issue-consequence = 印发后编定期号，正文和每个数都不能再改；今后的更正会在数旁标明。
length-is-meant = 确需超过 5000 字
issue-now = 印发
back-to-draft = 回到草稿
# $total (Number) - the number in total
brief-issued = 已印发，为总第 { $total } 期。
brief-word = 下载 Word
# $count (Number) - how many numbers
brief-numbers-open = 文中 { $count } 个数都可以点开当时的记录。
# $count (Number) - how many numbers
brief-numbers-changed = 其中 { $count } 个今天会是另一个数，以※标明。
number-differs = 今天会是另一个数
number-as-printed = 印发时的数
# $date (String) - the day of issue
# $mark (Number) - the number of the last entry
number-frozen = { $date }印发，按台账第 { NUMBER($mark, useGrouping: 0) } 号及以前的记录计数。
# $text (String) - the number with the catalogue's format
number-exactly = 按指标格式为 { $text }。
number-same = 今天按同一口径重数，仍是这个数。
# $text (String) - the number as it would be shown
number-would-be = 印发之后有补录或更正，今天按同一口径是 { $text }。
number-open-live = 打开今天的数
number-tree-moved = 印发之后有单位的隶属关系按更早的日期作了调整，按现在的隶属关系，当时的记录合计与印发的数不同。
records-then-heading = 当时的记录
since-heading = 印发以来的变化
since-added = 补录
since-taken-back = 撤回
since-corrected = 更正
column-change = 变化
column-then = 当时
column-now = 现在

# 按当时隶属与按现在隶属
figure-then-and-now = 隶属关系变化前后
figure-as-then = 按当时隶属
figure-as-now = 按现在隶属
figure-listed-below = 下面列出的是这个数的记录
figure-then-and-now-note = “按当时隶属”把每条记录计入它当天的上级；“按现在隶属”把整个时期都按今天的上下级计算，并入其他单位的计入并入后的单位。
# $through (String) - 日期
figure-closed = 账期已关闭至 { $through }，这个数不再变动
# $through (String) - 日期
figure-closed-in-part = 账期已关闭至 { $through }，以后的日期还会变动

# 更正前后
was-is-heading = 更正前后
# $when (String) - 时间
# $who (String) - 姓名
was-is-by = { $who }于 { $when } 更正。
was-is-open = 打开这次更正
was-is-open-earlier = 打开更正以前的记录
# $reason (String) - 理由
was-is-why = 理由：{ $reason }
was-is-no-numbers = 这次更正没有改变任何数字。
column-was = 更正前
column-is = 更正后
entry-correct = 更正
