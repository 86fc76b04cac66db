language-name = 中文

## 整个文件读不了的原因

# $size (String) - size of the file, in MB
# $max (String) - largest size, in MB
file-too-large = 文件有 { $size } MB，超过了 { $max } MB 的上限。请删去图片和不用的工作表，或分成几个文件导入。
file-unpacks-too-large = 文件解压后超出允许的大小，为安全起见没有读取。请把需要的行复制到一个新的工作簿，保存后再导入。
file-not-a-workbook = 这不是表格文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入；也可使用 .xls、.ods、.csv。
file-web-page = 这个文件虽然可能叫 .xls，里面其实是网页或 XML。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。
file-encrypted = 工作簿设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后再导入。
file-damaged = 文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开检查，另存为“Excel 工作簿（.xlsx）”后再导入。
file-empty = 文件里没有任何内容。请检查是否选对了文件；可下载模板，填写后再导入。
# $wanted (String) - the sheet that was asked for
# $sheets (String) - the sheets there are
file-sheet-missing = 文件里没有名为“{ $wanted }”的工作表，现有：{ $sheets }。请从中选择一个。
# $missing (String) - titles that were not found
# $sheet (String) - name of the sheet
# $row (String) - row that came nearest, from 1
# $seen (String) - what stands in that row
file-head-missing = 没有找到完整的表头。最接近的是工作表“{ $sheet }”第 { $row } 行（{ $seen }），缺少必需的列：{ $missing }。请补上这些列名后再导入，或下载模板填写。
# $sheet (String) - name of the sheet
file-no-rows = 工作表“{ $sheet }”找到了表头，但下面没有可以导入的行。请在表头下面逐行填写；标有“【示例】”的行不会导入。
# $sheet (String) - name of the sheet
# $max (String) - most rows
file-too-many-rows = 工作表“{ $sheet }”超过了 { $max } 行的上限，没有读取。请分成几个文件导入。
# $sheet (String) - name of the sheet
# $after (String) - name of the last cell before
# $fault (String) - the error value
file-unknown-fault = 工作表“{ $sheet }”中单元格 { $after } 之后有公式错误值 { $fault }，无法读取。请改正公式，或把公式粘贴为数值后再导入。

## 单元格的问题

cell-missing = 此格必须填写，现在是空的。
cell-missing-remedy = 请填写。
# $example (String) - an example
cell-missing-remedy-example = 请填写，例如“{ $example }”。
# $fault (String) - the error value, such as #DIV/0!
cell-fault = 此格的公式出错，结果是 { $fault }。
cell-fault-remedy = 请改正公式，或直接填写结果。
# $chars (String) - how many characters it has
text-long = 此格有 { $chars } 个字，太长了。
# $max (String) - most characters
text-long-remedy = 请缩短到 { $max } 个字以内。
# $shown (String) - the number as it stands in the cell
# $read (String) - the code with zeros put back
code-zeros-lost = 编码在这里是数字 { $shown }，前面的 0 可能丢了，已按 { $read } 读取。
code-zeros-lost-remedy = 请核对；如不对，请把此格设为“文本”格式后重新填写。
code-digits-lost = 这个编码太长，又是数字格式，末尾几位已被表格软件改成了 0。
code-digits-lost-remedy = 请把此格设为“文本”格式后重新填写。
# $value (String) - what the cell holds
code-wrong = “{ $value }”不能作为编码。
code-wrong-remedy = 请填写由数字或字母组成的编码，并把此格设为“文本”格式。
# $value (String) - what the cell holds
whole-wrong = “{ $value }”不是这里可用的整数。
# $min (String) - least
# $max (String) - most
whole-wrong-remedy = 请填写 { $min } 到 { $max } 之间的整数，不要带单位。
# $value (String) - what the cell holds
date-wrong = “{ $value }”不是完整的日期。
date-wrong-remedy = 请写明年、月、日，例如 2021-06-30 或 2021年6月30日。
# $value (String) - what the cell holds
month-wrong = “{ $value }”不是日期，也不是年月。
month-wrong-remedy = 请写明年月日或年月，例如 2016-03-15、2016年3月。像 2016.1 这样的数字分不清1月还是10月，请写成 2016-01 或 2016-10。
# $value (String) - what the cell holds
phone-wrong = “{ $value }”不是有效的电话号码。
phone-wrong-remedy = 请填写 11 位手机号码，或带区号的固定电话，例如 010-55550123。
# $value (String) - what the cell holds
choice-wrong = “{ $value }”不在可选范围内。
# $choices (String) - the choices
choice-wrong-remedy = 请从下列各项中选择：{ $choices }。
choice-wrong-remedy-long = 请从模板该列的下拉列表中选择。

## 没有导入的行

# $row (String) - row number
skipped-sample = 第 { $row } 行是模板的示例，没有导入。
# $row (String) - row number
# $text (String) - first text of the row
skipped-total = 第 { $row } 行是合计（{ $text }），没有导入。
# $row (String) - row number
# $text (String) - first text of the row
skipped-note = 第 { $row } 行是说明或签名（{ $text }），没有导入。
# $row (String) - row number
skipped-head-again = 第 { $row } 行是重复的表头，没有导入。
# $row (String) - row number
# $text (String) - first text of the row
skipped-section = 第 { $row } 行是小标题（{ $text }），没有导入。
# $row (String) - row number
skipped-column-line = 第 { $row } 行是列号或单位，没有导入。

## 退回修改的工作簿

# $cell (String) - name of the cell
# $column (String) - title of the column
# $what (String) - what is wrong
# $remedy (String) - what would be right
problem-line = { $cell }（{ $column }）：{ $what }{ $remedy }
# $what (String) - what is wrong
# $remedy (String) - what would be right
problem-line-row = 本行：{ $what }{ $remedy }
# $cell (String) - name of the cell
# $column (String) - title of the column
# $what (String) - what is wrong
# $remedy (String) - what would be right
problem-line-warning = 提醒 { $cell }（{ $column }）：{ $what }{ $remedy }
# $what (String) - what is wrong
# $remedy (String) - what would be right
problem-line-row-warning = 提醒 本行：{ $what }{ $remedy }

## 模板

template-explanation = 填写说明
template-column = 列名
template-required = 是否必填
template-kind = 内容
template-example = 示例
template-help = 说明
template-aliases = 也可以叫
template-yes = 必填
template-no = 选填
template-sample-help = 带“【示例】”的一行只是示例，导入时自动跳过，可以保留也可以删除。列的顺序可以调整，多余的列会被忽略。
template-choice-title = 不在可选范围内
template-choice-error = 请从下拉列表中选择。
template-whole-title = 不是可用的整数
# $min (String) - least
# $max (String) - most
template-whole-error = 请填写 { $min } 到 { $max } 之间的整数。
template-date-title = 不是日期
template-date-error = 请填写日期，例如 2021-06-30。
# $max (String) - most characters
kind-text = 文字，最多 { $max } 字
kind-code = 编码（文本格式）
# $width (String) - digits
kind-code-width = { $width } 位编码（文本格式）
# $min (String) - least
# $max (String) - most
kind-whole = 整数，{ $min } 到 { $max }
kind-date = 日期，例如 2021-06-30
kind-phone = 电话号码
# $choices (String) - the choices
kind-choice = 从下列各项中选择：{ $choices }
kind-choice-long = 从下拉列表中选择
kind-names = 一个或多个名称，用顿号“、”隔开
# $value (String) - what the cell holds
date-no-such-day = “{ $value }”写的是日历上没有的日子。
date-no-such-day-remedy = 请核对年、月、日，例如2月通常只有28天，一年只有12个月。
