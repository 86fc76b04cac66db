## 工作台

desk-a-resident = 群众
# $day (String) - the day on which it happened
desk-of-day = 日期：{ $day }

## 部门成果

nav-counters = 部门成果
counters = 部门成果
counters-sub = 部门凭依据登记的工作成果；点开数字可以看到每一笔。
counters-empty = 还没有部门成果指标
counters-empty-text = 部门设立一个指标后，就可以按日期、数量和依据文号逐笔登记。
counter-new = 设立指标
counter-title = 指标
counter-title-zh = 中文名称
counter-title-en = 英文名称
counter-unit = 登记部门
counter-total-year = 今年累计
counter-bookings = 登记
counter-last-day = 最近一笔
counter-nothing-yet = 暂无
counter-code = 代码
counter-code-help = 小写字母、数字和连字符，例如“dog-penalties”；同时是这个数的代码，设立后不能更改。
counter-measure = 计量方式
counter-measure-count = 按件数计
counter-measure-money = 按金额计（元）
counter-word-zh = 计量单位
counter-word-zh-help = 例如“件”“只”“起”；按金额计的不用填。
counter-word-en = 英文计量单位
counter-word-en-help = 单数和复数用斜杠隔开，例如“case/cases”；没有可不填。
counter-document-kind = 依据文件种类
counter-document-kind-help = 每一笔凭什么登记，例如“行政处罚决定书”。
counter-since = 起始日期
counter-since-help = 早于这一天的不登记。
counter-submit = 设立
counter-done = 指标已设立，可以开始登记。
counter-months = 今年各月
counter-month = 月份
counter-history = 历史
counter-unit-missing = 请选择登记部门。
counter-since-missing = 请填写起始日期，例如 2021-01-01。
# $max (String) - max
counter-code-wrong = 代码只能用小写字母、数字和连字符，以字母开头，不超过 { $max } 个字符。
# $max (String) - max
counter-title-wrong = 请填写名称，不超过 { $max } 个字。
counter-word-wrong = 请填写计量单位，用一个词，不带数字，例如“件”；金额请选“按金额计”。
counter-document-kind-missing = 请填写依据文件种类，例如“行政处罚决定书”。
counter-unit-not-yours = 您没有为这个部门登记的权限，请选择权限内的部门。
counter-day-to-come = 起始日期还没有到，请填写今天或以前的日期。
counter-unit-not-then = 这个部门在这一天还没有设立，请核对起始日期。
counter-code-taken = 这个代码已经被别的指标或数使用，请换一个。

## 登记

result-new = 登记成果
result-day = 日期
result-quantity = 数量
# $word (String) - unit of measure
result-quantity-in = 数量（{ $word }）
result-amount = 金额（元）
result-amount-help = 可以写“44万元”，也可以写“440000”。
result-document = 依据文号
# $kind (String) - kind of document
result-document-help = { $kind }的文号或编号。
result-note = 备注
result-submit = 登记
result-done = 已登记。
result-acts = 操作
result-correct = 更正
# $document (String) - number of the document
result-correct-named = 更正“{ $document }”这一笔
result-correction = 更正登记
result-correction-submit = 更正
result-correction-done = 已更正，原来的记录仍在历史里。
result-withdraw = 撤回这一笔，它本来就不该登记
result-reason = 更正原因
# $max (String) - max
result-reason-missing = 请说明更正原因，不超过 { $max } 个字。
result-already-corrected = 别人刚刚更正过这一笔，请打开指标看看现在的内容，再决定是否更正。
results-empty = 还没有登记
results-empty-text = 每登记一笔，累计和各月的数随之变化。
result-day-missing = 请填写日期，例如 2021-04-16。
result-quantity-wrong = 数量要大于 0；多登记的请用“更正”改正。
result-day-to-come = 日期还没有到，请填写今天或以前的日期。
# $since (String) - first day of the counter
result-before-counter = 这个指标从 { $since } 起登记，请核对日期。
# $max (String) - max
result-document-missing = 请填写依据文号，不超过 { $max } 个字。
# $max (String) - max
result-note-long = 备注太长，请控制在 { $max } 个字以内。
# $day (String) - day
# $quantity (String) - how many, with the unit of measure
# $document (String) - number of the document
result-said = { $day }，{ $quantity }，依据：{ $document }
