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
