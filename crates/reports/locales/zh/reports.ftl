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
draft-older-local = 这台电脑上留有没有存到服务器的正文，可对照取用
draft-older-discard = 不再需要
versions-title = 历次版本
column-version = 版本
column-who = 修改人
# $version (Number) - the version
version-number = 第 { $version } 版
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
picture-files-help = JPG 或 PNG，每张不超过 20 MB；拍摄地点等信息会自动去除。
picture-caption = 图注
picture-width = 宽度（毫米）
picture-submit = 插入到正文末尾
picture-missing = 没有选择图片。请选择一张 JPG 或 PNG 图片。
# $name (String) - the file's name
picture-other-kind = “{ $name }”不是图片。请选择 JPG 或 PNG 图片。
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
section-return = 退回修改
section-return-remark = 修改意见
section-remark-missing = 没有退回：请写明修改意见。
section-withdraw = 不再需要
section-was-taken = 已采用到正文末尾，原稿仍可对照。
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
