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
formula-ends-early = 公式没有写完：末尾还缺一个科目或右括号。请补上。
# $at (Number) - counted from 1
# $code (String) - the account
# $nearest (String) - the account that is nearest
formula-unknown-account = 公式第 { $at } 个字符处的科目“{ $code }”不存在，最接近的是“{ $nearest }”。请从科目表中选用。
# $at (Number) - counted from 1
# $code (String) - what stands there
formula-no-such-account = 公式第 { $at } 个字符处的“{ $code }”不是科目。公式里只能写科目，不能写指标；请在下面的科目表中查找。
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
parts-all-zero = 各单位都还没有，见表格。
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
field-formula-help = 由科目和 +、-、/、括号组成，例如 (a - b) / c。growth(…) 为同比增长，growth_period(…) 为环比增长，highest(…) 为单日最高，coverage(a, b) 为覆盖率，两个比率相减得百分点；$campaign 代表所选的专项工作。
field-period = 计数期间
field-format-zh = 格式示例
field-format-help = 照着想要的样子写一个数，例如 211个、3900余名、214.6亿元、85.5%。
field-format-en = 格式示例（英文）
field-format-en-help = 写一个带英文量词的数，例如 9 members；没有量词可留空。
field-definition-zh = 口径说明
field-definition-en = 口径说明（英文）
figure-save = 保存为新版本
figure-try = 先试算
accounts-heading = 科目
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
sheet-editors-note = 编者按：
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
# $count (Number) - how many numbers
# $through (String) - the last closed day
brief-numbers-closed = 其中 { $count } 个数的账期已关闭（截至{ $through }），不再变动。
# $through (String) - the last day that was closed
# $count (Number) - how many numbers
brief-numbers-reopened = 截至{ $through }的账期在关闭后又重开：文中 { $count } 个数正在更正。本期保持印发时的样子；更正后与印发时不同的数以※标明。
periods-open = 查看账期
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
# $through (String) - 日期
figure-reopened = 截至 { $through } 的账期关闭后又重开：这个数正在更正，还可能变动

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
## 没有数的原因
no-data-nothing-the-period-before = 上一期没有记录，无法计算环比，因此不显示数字。
no-data-below-nought-before = 对比期的数小于零，增长率没有意义，因此不显示数字。
no-data-nothing-before-since-ever = 这个数自始计起，没有“上一期”。请选择月、季度等期间，再看环比。
no-data-nothing-recorded = 所选期间没有记录，无从取最高值，因此不显示数字。
no-data-more-than-all = 已覆盖的数多于应覆盖的总数，二者必有一处记录有误。请分别点开两份记录核对。
no-data-not-published = 统计部门还没有公布这一期的数，或者还没有导入。导入统计数据后会自动显示。
no-data-definition-changed = 统计口径与上年同期不同，两年的数不能直接相比，因此不自行计算增长率。请引用统计部门公布的可比口径增速。
no-data-too-large = 数太大，超出了能够精确计算的范围。

## 公式检查
# $at (Number) - counted from 1
formula-count-with-share = 公式第 { $at } 个字符处：数量与比率（或不同计量的数）不能相加减。请用括号分清，例如 (a + b) / c。
# $at (Number) - counted from 1
formula-shares-added = 公式第 { $at } 个字符处：两个比率只能相减（得百分点），不能相加。
# $at (Number) - counted from 1
formula-not-of-a-share = 公式第 { $at } 个字符处：这里要用数量，不能再用比率或增长率。
# $at (Number) - counted from 1
formula-highest-of-accounts = 公式第 { $at } 个字符处：highest(…) 里只能写科目及其加减。

## 公式说明
# $title (String) - the account's title
# $below (String) - what stands below it
account-below = { $title }（{ $below }）
# $what (String) - what is counted
explained-counts = 公式含义：{ $what }。
# $what (String) - what is counted
explained-highest = 单日最高的“{ $what }”
# $code (String) - code of the series
explained-quoted = 统计部门公布的“{ $code }”
# $code (String) - code of the series
explained-published-growth = 统计部门公布的“{ $code }”同比增速
# $code (String) - code of the series
explained-comparable-growth = 统计部门公布的“{ $code }”可比口径同比增速
# $a (String) - first
# $b (String) - second
explained-plus = { $a } 加 { $b }
# $a (String) - first
# $b (String) - second
explained-minus = { $a } 减 { $b }
# $a (String) - part
# $b (String) - whole
explained-ratio = “{ $a }”占“{ $b }”的比率
# $a (String) - part
# $b (String) - whole
explained-coverage = “{ $a }”对“{ $b }”的覆盖率（不超过全部）
# $what (String) - what grows
explained-growth-year = “{ $what }”比上年同期的增长
# $what (String) - what grows
explained-growth-period = “{ $what }”比上一期的增长
# $a (String) - first share
# $b (String) - second share
explained-points = 【{ $a }】减【{ $b }】，以百分点计
side-period-before = 上一期的记录
# $what (String) - what is counted
# $when (String) - in which period
side-what-when = { $what }（{ $when }）
unit-yuan = 元

## 期间、走势与比较
period-day = 当日
period-week = 本周（周一起）
period-quarter = 本季度
period-half-year = 本半年
period-whole-year = 全年
period-as-defined = 按指标口径
# $last (String) - the last day of the period
period-running = 期间尚未结束（至{ $last }止），数还会变。
grain-day = 按日
grain-week = 按周
grain-month = 按月
grain-quarter = 按季
grain-year = 按年
column-period = 期间
# $year (Number) - the year
# $quarter (Number) - 1 to 4
quarter-label = { NUMBER($year, useGrouping: 0) }年{ $quarter }季度
comparison-heading = 单位并列
# $most (Number) - the most units
comparison-help = 选择要并列查看的单位（最多 { $most } 个）。按单位既定顺序排列，不作排名。
comparison-choose = 选择单位
comparison-units = 并列查看的单位
comparison-show = 并列查看
rows-masked-many = 另有您无权查看的记录
# $count (Number) - how many records at least
records-many = 记录很多，这里按日期由近到远列出；至少 { $count } 条，合计为全部记录的准确数。完整清单请导出。

## 公布的数
sources-heading = 数据来源
sources-none = 这一期没有公布的数。
not-published = 未公布
# $from (String) - the first day
# $to (String) - the last day
source-days = { $from }至{ $to }
# $sheet (String) - the sheet
# $cell (String) - the cell
source-cell = { $sheet }，{ $cell } 单元格
source-definition-changed = 本期统计口径有调整，与上年同期不可直接相比。
source-of-days = 所属期间
source-value = 公布值
source-growth = 公布的同比
source-comparable = 可比口径同比
source-note = 备注
source-file = 来源文件
# $sheet (String) - the sheet
# $row (Number) - the row
source-row = 工作表“{ $sheet }”第 { $row } 行
source-cell-head = 单元格
# $code (String) - what was typed
quoted-code-bad = 指标编码“{ $code }”不合规则。
# $typed (String) - what was typed
quoted-month-bad = “{ $typed }”不是已经过去的月份。
quoted-month-remedy = 请写成“2021年4月”或“2021-04”，不能晚于本月。
# $typed (String) - what was typed
quoted-measure-bad = 计量单位“{ $typed }”看不懂。
quoted-measure-remedy = 请写“亿元”“万元”“%”，或“家”“人”这样的量词。
# $typed (String) - what was typed
quoted-too-fine = “{ $typed }”的小数位数太多。
# $typed (String) - what was typed
quoted-number-bad = “{ $typed }”不是数，或与计量单位不符。
quoted-number-remedy = 请只写数字（金额精确到分，比率最多两位小数）；没有公布的留空。
quoted-january = 1月的当月值与累计值不一致。
quoted-january-remedy = 1月的两个数应当相同，请核对。
quoted-nothing = 这一行没有任何公布的数。
quoted-nothing-remedy = 请填写当月或累计的数，或删去这一行。
# $row (Number) - the other row
quoted-twice = 同一指标同一期在第 { $row } 行已经出现过。
quoted-twice-remedy = 请只保留一行。
quoted-unit-several = 有多个同名单位，请改填单位编码。
# $near (String) - the nearest unit
quoted-unit-near = 最接近的是“{ $near }”，请核对名称，或填单位编码。
quoted-unit-remedy = 请填单位名称或编码；全区的数可以留空。
# $typed (String) - what was typed
quoted-unit-unknown = 没有名为“{ $typed }”的单位。
# $code (String) - the code
# $title (String) - the figure that has it
quoted-code-taken = 编码“{ $code }”已用于指标“{ $title }”，它不是这一组公布的数。
quoted-code-taken-remedy = 请换一个编码。
# $title (String) - the figure's title
quoted-definition = { $title }：引用统计部门公布的数，本年累计至最近公布的月份；来源文件和单元格见数据来源。
# $title (String) - the figure's title
quoted-growth-title = { $title }同比增速
# $title (String) - the figure's title
quoted-growth-definition = { $title }：统计部门公布的累计同比增速，与可比口径增速分开登记，不由系统计算。
quoted-earlier = 已导入的统计数据
quoted-earlier-none = 还没有导入过
quoted-earlier-none-text = 导入后，可以在这里找到每一份工作簿。
quoted-imported-at = 导入时间
quoted-imported-by = 导入人
quoted-added = 新增
quoted-changed = 修订
quoted-same-as-before = 相同
quoted-ignored = 没有用到的列
# $column (String) - the column
# $title (String) - its head
quoted-ignored-column = { $column } 列“{ $title }”没有用到。列名应与模板一致。
quoted-template = 统计数据模板.xlsx
quoted-file-missing = 请选择要导入的工作簿。
quoted-import = 导入统计数据
quoted-import-sub = 公布的数与台账数出来的数并列使用，每个数都记着来自哪个文件、哪个单元格。
quoted-file = 统计工作簿
quoted-file-help = 按模板的列名填写，一行一个指标一个月；同一份文件再次导入不会重复。
quoted-look = 上传并查看
template-download = 下载模板
quoted-preview = 核对统计数据
# $file (String) - the file's name
# $count (Number) - how many values
quoted-preview-sub = { $file }，共 { $count } 个公布的数。尚未导入。
quoted-has-problems = 有需要改正的地方
quoted-has-problems-text = 改正之前不会导入任何数。可以下载带批注的原表，在原表上改正后重新上传。
quoted-problems = 问题
quoted-problems-download = 下载带批注的原表
# $count (Number) - how many are new
quoted-import-now = 导入（{ $count } 个新的或改动的数）
quoted-other-file = 换一个文件
quoted-values = 公布的数
quoted-values-empty = 没有读到公布的数
quoted-change = 与已有的相比
quoted-new = 新增
quoted-same = 相同
# $value (String) - the value before
# $growth (String) - the growth before
quoted-was = 原为 { $value }，{ $growth }
# $file (String) - the file's name
quoted-problems-file = { $file }（待改正）.xlsx
# $added (Number) - new values
# $changed (Number) - changed values
# $same (Number) - values that were there
quoted-imported = 已导入：新增 { $added } 个，修订 { $changed } 个，{ $same } 个与原来相同。

## 口径编辑
trial-now = 现在
trial-new = 新口径
# $version (Number) - the version that holds
trial-old = 现行口径（第 { $version } 版）
accounts-search = 查找科目（输入名称或编码的几个字）
accounts-nothing = 没有找到科目，请换几个字。
# $count (Number) - how many more
accounts-more = 还有 { $count } 个，请多输几个字。
# $flow (String) - how it adds up
account-open = { $flow }，可细分
account-published = 统计部门公布
formula-mistake-here = 错在这里：
field-reason = 修改理由
field-reason-help = 保存时必填，记入台账，今后打开各版本都能看到。
field-reason-missing = 请写明为什么修改口径，保存前必填。
versions-heading = 各版本
# $version (Number) - the version
version-number = 第 { $version } 版
# $reason (String) - why
version-reason = 理由：{ $reason }
version-seeded = 随系统提供

## 看板
nav-boards = 看板
boards-title = 看板
boards-sub = 把指标、走势、分单位图和清单放在一页，供会议、大屏和打印使用；每个数都能点开。
boards-empty-title = 还没有看板
boards-empty-text = 建一个看板，选几个常看的指标。
board-new = 新建看板
board-title = 看板名称
board-for = 给谁看
board-shared = 有权看本单位指标的人
board-shared-note = 每个人只看到自己有权看的内容
board-mine = 只有自己
board-cells = 指标数
board-wall = 大屏显示
board-leave-wall = 退出大屏
# $unit (String) - the unit's name
# $date (String) - the day
board-as-of = { $unit }，截至{ $date }
board-day = 截止日期
board-change = 修改看板
board-form-sub = 每行一个指标，按行的顺序排列。
board-unit = 单位编码
board-unit-help = 没有单独写明单位的指标，都看这个单位。
board-show = 显示为
board-cell-unit = 单位编码（可不填）
# $number (Number) - the row
board-row = 第 { $number } 行
board-keep = 保存看板
board-more-rows = 再加几行
board-kept = 看板已保存。
board-withdraw = 撤下看板
board-withdraw-text = 撤下后不再列出；修改记录仍在台账里。
board-withdrawn = 看板已撤下。
board-stale = 您打开之后，这个看板被别人改过。您填写的内容都在，核对后再次保存即以您的为准。
board-without-figures = 请至少选一个指标。
# $most (Number) - the most figures
board-too-many = 一个看板最多 { $most } 个指标，请减少几行，或另建一个看板。
board-not-yours = 您无权查看这个单位的数。
show-number = 数字
show-trend = 走势
show-parts = 分单位
show-list = 清单
## 单独成行的图、表和更正
# $found (String) - what stands there
token-not-a-way = 不认识“by={ $found }”。请写 by=unit（按单位）或 by=month（按月）。
# $found (String) - what stands there
token-not-a-picture = “{ $found }”不是本简报的图片。请用“插入图片”上传后再用。
# $found (String) - what stands there
token-not-a-width = 图片宽度“{ $found }”不合适。请填 20 至 156 之间的毫米数。
# $found (String) - what stands there
token-not-an-issued-number = “{ $found }”没有指明哪一期的哪个数。请写成 总期号/序号，例如 12/3。
token-reason-missing = 更正没有写明原因。请补上原因。
token-needs-own-line = 图表、图片和更正要单独占一行。请把它移到单独的一行。
# $most (Number) - how many there may be
too-many-embedded = 一期简报最多放 { $most } 个图表、图片和更正，此处已超出。请减少，或分期印发。
# $count (Number) - how many bars
# $most (Number) - how many can be read
chart-too-many-marks = 图中有 { $count } 个单位，超过 { $most } 个在纸上看不清。请换一个下级单位较少的单位，或改用表格。
chart-nothing = 没有可画的数：各单位或各月都没有记录。请换一个单位、日期或指标。
picture-unknown = 本简报没有这张图片。请用“插入图片”重新上传。
# $most (Number) - megabytes
picture-too-large = 这张图片超过 { $most } MB，放不进 Word 文件。请缩小后用“插入图片”重新上传。
# $total (Number) - the number in total
# $number (Number) - the number within the issue
restate-unknown = 总第 { NUMBER($total, useGrouping: 0) } 期没有第 { NUMBER($number, useGrouping: 0) } 个数。请在该期简报中点开要更正的数，用“在新一期中更正”插入。
# $total (Number) - the number in total
# $shown (String) - the number as printed
restate-nothing = 总第 { NUMBER($total, useGrouping: 0) } 期所载的 { $shown } 今天重数仍是这个数，无须更正。请删去这一行。
# $month (String) - number of the month
chart-month = { $month }月
# $title (String) - the chart's title
# $said (String) - its marks, in words
chart-in-words = { $title }：{ $said }。
# $number (Number) - the number within the year
# $total (Number) - the number in total
# $title (String) - the figure
restated-before = 更正：本刊第{ NUMBER($number, useGrouping: 0) }期（总第{ NUMBER($total, useGrouping: 0) }期）所载“{ $title }”
restated-now = ，应为
# $reason (String) - why
restated-because = 。原因：{ $reason }。

## 印发前核对
checks-concerns = 下列各处请核对，确属如此的，印发时须逐项注明：
checks-typed = 下列数字与台账中的指标相同，可以换成指标，今后随台账更新、可点开：
# $line (Number) - the line of the text
# $title (String) - the figure
# $shown (String) - as it is printed
check-empty = 正文第 { $line } 行“{ $title }”为 { $shown }，背后没有任何记录。
# $line (Number) - the line of the text
# $title (String) - the figure
# $then (String) - as it was
# $now (String) - as it is
check-moved = 正文第 { $line } 行“{ $title }”在草稿保存之后由 { $then } 变为 { $now }。
check-no-addressees = 没有填写报、送、发的单位。
# $line (Number) - the line of the text
# $text (String) - what is wrong, as a sentence
check-unprintable = 正文第 { $line } 行：{ $text }
# $count (Number) - how many numbers
# $through (String) - the last closed day
check-closed = { $count } 个数的账期已关闭（截至{ $through }），不再变动。
# $through (String) - the last day that was closed
# $count (Number) - how many numbers
# $lines (String) - their lines
check-reopened = 截至{ $through }的账期关闭后又重开：{ $count } 个数（正文第 { $lines } 行）正在更正，还可能变动。
# $line (Number) - the line of the text
# $typed (String) - the number as typed
# $title (String) - the figure
# $shown (String) - the figure
check-contradicts = 正文第 { $line } 行写的是 { $typed }，而“{ $title }”是 { $shown }。
# $line (Number) - the line of the text
# $typed (String) - the number as typed
# $title (String) - the figure
check-equal = 正文第 { $line } 行的 { $typed } 就是“{ $title }”。
placing-put = 换成指标
placing-done = 已换成指标，草稿已保存。
placing-gone = 这一处已被改过，没有替换。请核对后再试。
issue-numbers-moved = 您核对之后，文中有的数随台账变了，没有印发。请按下面的最新内容重新核对。
no-addressees-is-meant = 确无报、送、发单位
without-records-is-meant = 确认上述为零的数属实
changed-is-meant = 已核对上述变动的数
contradicts-is-meant = 确认上述手写的数字属实

## 写稿
# $level (Number) - level of the heading
toolbar-heading = { $level }级标题
toolbar-list = 列表
toolbar-numbered = 编号
toolbar-strong = 加粗
toolbar-strong-text = 加粗文字
toolbar-table = 表格
toolbar-column = 栏目
toolbar-picture = 图片
toolbar-figure = 指标和图表
toolbar-label = 排版工具
editor-keys = Alt+1 至 4 标题，Alt+7 编号，Alt+8 列表，Ctrl+B 加粗，Ctrl+S 保存
picker-chart-units = 各单位图
picker-chart-months = 逐月图
field-copies = 共印份数
field-copies-help = 只印电子版可不填。
# $typed (String) - what was typed
copies-bad = 共印份数“{ $typed }”不是份数。请填写整数，或留空。
# $copies (Number) - printed copies
foot-copies = （共印{ NUMBER($copies, useGrouping: 0) }份）
somebody = 某位同事
# $names (String) - who
presence-typing = { $names } 也正在修改这份草稿，请当面或电话商量一下。
# $names (String) - who
presence-looking = { $names } 也打开着这份草稿。
# $name (String) - who
# $at (String) - when
# $version (Number) - the version
presence-first = { $name } 在 { $at } 先保存了第 { $version } 版。您的改动没有丢：保存时会把两边的不同列出来，由您决定。
# $at (String) - when
working-copy-kept = 尚未保存的内容已于 { $at } 存到服务器。
# $at (String) - when
working-copy-restored = 这里是您在 { $at } 写的、尚未保存的内容。
working-copy-discard = 放弃这些内容，看已保存的
working-copy-discarded = 已放弃未保存的内容。
draft-differs = 与已保存的相比
# $what (String) - pictures, charts and the like as they are typed
draft-embedded-theirs = 对方放入、您这里没有的图表等：{ $what }
# $what (String) - pictures, charts and the like as they are typed
draft-embedded-mine = 您这里有、对方没有的图表等：{ $what }
draft-older-local = 这台电脑上留有没有存到服务器的正文，可对照取用
draft-older-discard = 不再需要
versions-title = 历次版本
column-version = 版本
column-who = 修改人
# $who (String) - who
# $at (String) - when
version-sub = { $who } 于 { $at } 保存；与前一版相比：
version-whole = 这一版的全部正文
difference-gone = 删去：
difference-new = 新增：
begin-from = 从哪里起草
begin-from-last = 空白（沿用上期报头和抄送）

## 图片
picture-title = 插入图片
picture-files = 图片
picture-files-help = JPG 或 PNG，每张不超过 8 MB；拍摄地点等信息会自动去除。
picture-caption = 图注
picture-width = 宽度（毫米）
picture-submit = 插入到正文末尾
picture-missing = 没有选择图片。请选择一张 JPG 或 PNG 图片。
# $name (String) - the file's name
picture-other-kind = “{ $name }”不是图片。请选择 JPG 或 PNG 图片。
# $name (String) - the file's name
# $most (Number) - megabytes
picture-file-too-large = “{ $name }”超过 { $most } MB，放不进 Word 文件。请缩小图片后重新选择。
# $most (Number) - how many there may be
picture-too-many = 一期简报最多放 { $most } 张图片。请先删去不用的，或分期印发。
picture-put = 图片已插入正文末尾，可剪切到需要的位置。
picture-stale = 草稿刚刚被别人改过。内容还在，请再提交一次。

## 约稿
sections-heading = 各单位来稿
sections-none = 还没有向单位约稿。
section-ask = 约稿
section-ask-title = 向单位约稿
section-unit = 单位
section-unit-help = 输入名称选择，或填写单位编码。
# $typed (String) - what was typed
section-unknown-unit = 没有找到单位“{ $typed }”。请从列表中选择，或填写单位编码。
section-asked-for = 写什么
section-asked-for-help = 内容、重点和篇幅，单位会照此来写。
section-due-label = 截止日期
section-day-past = 截止日期已过。请填写今天或以后的日期。
# $unit (String) - the unit
section-was-asked = 已向{ $unit }约稿，会出现在该单位的待办中。
# $due (String) - the day
section-due = { $due } 前报送
section-asked = 待报送
section-overdue = 已过期
section-sent = 已报送，待采用
section-returned = 已退回修改
section-taken = 已采用
section-withdrawn = 已取消
# $remark (String) - what is to be changed
section-remark = 修改意见：{ $remark }
# $who (String) - who sent it
# $at (String) - when
section-source = 原稿（{ $who } { $at } 报送）
section-take = 采用到正文
section-place = 放在
section-at-end = 正文末尾
# $heading (String) - a heading of the text
section-below = “{ $heading }”之下
section-return = 退回修改
section-return-remark = 修改意见
section-remark-missing = 没有退回：请写明修改意见。
section-withdraw = 不再需要
section-was-taken = 已采用到正文末尾，原稿仍可对照。
# $heading (String) - a heading of the text
section-was-taken-below = 已采用到“{ $heading }”部分的末尾，原稿仍可对照。
# $heading (String) - a heading of the text
section-heading-gone = 正文里已没有“{ $heading }”这个标题，稿件放在了正文末尾，可以在正文里移动。
section-was-returned = 已退回，该单位会看到修改意见。
section-was-withdrawn = 已取消约稿。
section-moved-on = 这份来稿的状态刚刚变了，没有处理。请看现在的状态。
section-draft-stale = 草稿刚刚被别人改过，没有采用。请再点一次。
# $most (Number) - the most characters
section-draft-full = 放进去正文就超过 { $most } 字了，没有放。请先精简正文。
section-to-write = 待写稿件
section-to-take = 来稿待采用
section-title = 简报稿件
section-asked-by = 约稿人
section-state = 状态
section-body = 稿件
section-body-help = 一段一行；“（一）”开头的短行是小标题，“- ”开头的是列表。数字请照实写，办公室会换成台账里的指标。
section-send = 报送
section-was-sent = 已报送。
section-was-kept = 已保存，尚未报送。
section-empty = 稿件是空的。请写好再报送。
section-stale = 您打开之后，这份稿件有了变化。您写的内容还在下面，请核对后再提交一次。

## 模板
templates-title = 简报模板
templates-sub = 起草时从模板开始；模板由办公室自己修改。
templates-empty-title = 还没有模板
templates-empty-text = 可以新增一个模板，起草时选用。
template-add = 新增模板
template-title = 简报模板
template-name = 模板名称
template-body-help = 写法与起草时相同：“# ”“## ”是标题，“- ”是列表。{"{{figure:tasks-done}}"} 这样的记号在起草时换成当时的数，冒号后是指标编码，可从“指标”里查到。
template-in-use = 使用中
template-withdrawn = 已停用
template-withdraw = 停用，起草时不再列出
template-saved = 模板已保存。
# $title (String) - its name
template-stale = 别人刚刚改过这个模板（现名“{ $title }”）。您填写的内容都还在，核对后再次保存即以您的为准。

## 更正已印发的数
restate-title = 在新一期中更正
restate-sub = 已印发的一期保持原样；新的一期写明原数、新数和原因，两期互相链接。
restate-now = 今天重数
restate-reason = 原因
restate-reason-help = 会印在新的一期里，例如：漏报两个支部。
restate-draft = 写入哪份草稿
restate-new-draft = 新建一份草稿
restate-submit = 写入草稿
restate-back = 返回这个数
restate-put = 更正已写入草稿末尾。
restate-no-draft = 没有找到这份草稿。请另选一份。
# $total (Number) - the number in total
number-restated-in = 已在总第 { NUMBER($total, useGrouping: 0) } 期更正
brief-restated = 本期有的数已在以后的简报中更正：
# $index (Number) - the number's place
# $old (String) - as printed
brief-restated-number = 第 { NUMBER($index, useGrouping: 0) } 个数（{ $old }）
column-because = 谁、为什么
brief-pdf = 生成 PDF
pdf-made = PDF 已生成。
# $problem (String) - what went wrong
pdf-not-made = 没有生成 PDF（{ $problem }）。请下载 Word 文件，或请系统管理员检查 LibreOffice。

publication-on = 公开到门户
publication-off = 从门户撤下
# $title (String) - the brief's title
publication-on-question = 把“{ $title }”公开到门户？
publication-on-text = 公开后，任何人不登录就能看到这一期的正文、图表和图片；每个数只附口径，不附记录。
publication-on-look = 请先核对正文和图片里没有个人信息和不宜公开的内容。
# $title (String) - the brief's title
publication-off-question = 把“{ $title }”从门户撤下？
publication-off-text = 撤下后，门户上不再列出，原来的网址也打不开；登录的人照常查看。
publication-on-done = 已公开到门户。
publication-off-done = 已从门户撤下。
publication-is-public = 已公开到门户，看公开的页面
public-briefs = 工作简报
public-briefs-sub = 办公室公开的各期简报。
public-briefs-all = 查看全部简报
public-briefs-none = 还没有公开的简报
public-briefs-none-text = 公开的简报会列在这里。
public-numbers = 文中各数的口径
# $title (String) - the figure
# $unit (String) - the unit
# $until (String) - the last day that counts
public-number = { $title }，{ $unit }，截至{ $until }
