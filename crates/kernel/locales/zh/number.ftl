language-name = 中文

# $number (String) - the written number
number-points-one = { $number }个百分点
# $number (String) - the written number
number-points-many = { $number }个百分点
number-points-unit = 个百分点
# $number (String) - the written number in billions
number-billion = { $number }十亿
# $number (String) - the written number in millions
number-million = { $number }百万
# $number (String) - the written number
number-yuan = { $number }元
# $number (String) - the written number
number-more-than = 超过{ $number }
# $number (String) - the written number
number-more-than-yuan = 超过{ $number }元
# $number (String) - the written number
# $word (String) - what is counted
number-with-word = { $number }{ $word }

# $rate (String) - the rate without its sign
growth-year-up = 同比增长{ $rate }%
# $rate (String) - the rate without its sign
growth-year-down = 同比下降{ $rate }%
growth-year-same = 与上年同期持平
growth-year-nearly-same = 与上年同期基本持平
# $rate (String) - the rate without its sign
growth-period-up = 环比增长{ $rate }%
# $rate (String) - the rate without its sign
growth-period-down = 环比下降{ $rate }%
growth-period-same = 与上期持平
growth-period-nearly-same = 与上期基本持平
# $rate (String) - the rate without its sign
growth-last-year-up = 比上年增长{ $rate }%
# $rate (String) - the rate without its sign
growth-last-year-down = 比上年下降{ $rate }%
growth-last-year-same = 与上年持平
growth-last-year-nearly-same = 与上年基本持平
growth-doubled = 实现翻番
growth-doubled-twice = 实现翻两番
# $points (String) - the difference without its sign
share-up = 提高{ $points }个百分点
share-up-one = 提高1个百分点
# $points (String) - the difference without its sign
share-down = 下降{ $points }个百分点
share-down-one = 下降1个百分点
share-same = 持平

# $example (String) - what was typed
number-example-no-number = “{ $example }”不是数字写法。请按正文里的写法举一个例子，如“214.6亿元”“3900余名”“18.5%”。
# $example (String) - what was typed
# $decimals (String) - most decimals that are kept in this unit
number-example-too-fine = “{ $example }”的小数太多：按这个单位最多保留{ $decimals }位小数，请减少小数位数。
# $example (String) - what was typed
number-example-too-large = “{ $example }”的数太大，账上记不下。请换一个小一些的例子，如“214.6亿元”。
# $example (String) - what was typed
number-example-not-round = “{ $example }”里的数不是整数目，看不出舍到哪一位。请用末尾带零的数，如“3900余名”表示舍到百位。
# $example (String) - what was typed
number-example-share-at-least = 百分比不能写“余”（“{ $example }”）。请写成“18.5%”这样的准确写法。
# $example (String) - what was typed
# $chars (String) - most characters of the word
number-example-bad-word = “{ $example }”里数字后面的量词不合适：最多{ $chars }个字，不含数字。请写成“62项”“206人次”这样。

number-typed-empty = 请填写数字。
# $typed (String) - what was typed
number-typed-no-number = “{ $typed }”不是数字。请用阿拉伯数字，如“3900”“3,900”或“44万”。
# $typed (String) - what was typed
number-typed-not-exact = “{ $typed }”不是准确数。请填写准确的数，“余”“多”由系统在成文时加上。
# $typed (String) - what was typed
number-typed-too-fine = “{ $typed }”过细：计数须为整数，金额精确到分，百分比最多两位小数。
# $typed (String) - what was typed
number-typed-too-large = “{ $typed }”的数太大，账上记不下。请核对单位和位数。
# $typed (String) - what was typed
number-typed-not-plain = “{ $typed }”的单位不合适：这里填个数，如“3900”或“1.2万”。
# $typed (String) - what was typed
number-typed-not-yuan = “{ $typed }”的单位不合适：这里填金额，如“44万元”“12.65亿元”或“1234.50”（元）。
# $typed (String) - what was typed
number-typed-not-share = “{ $typed }”的单位不合适：这里填百分比，如“18.5%”或“18.5”。
