language-name = 中文

# $number (Number) - number of this issue within its year
# $total (Number) - number of this issue since the first
brief-issue = 第{ NUMBER($number, useGrouping: 0) }期（总第{ NUMBER($total, useGrouping: 0) }期）
brief-editors-note = 编者按：
brief-report-to = 报：
brief-send-to = 送：
brief-issue-to = 发：
# $copies (Number) - printed copies
brief-copies = （共印{ NUMBER($copies, useGrouping: 0) }份）

# $what (String) - the part of the document, from the messages beginning with what-
# $count (Number) - how many there are
# $max (Number) - how many there may be
too-many = 文稿里{ $what }太多：有{ $count }，最多{ $max }。请拆成几篇，或把明细放到附件里。
what-blocks = 段落和图表
what-characters = 字
what-columns = 表格的列
what-rows = 表格的行
what-images = 图片
what-image-bytes = 图片的字节
what-link-characters = 链接的字符
# $table (Number) - the table's number within the document, from 1
# $row (Number) - the row's number within the table, from 1
# $cells (Number) - cells in that row
# $columns (Number) - columns of the table
uneven-row = 第{ $table }个表格第{ $row }行有{ $cells }格，而表头有{ $columns }列。请补齐或删去多出的格。
# $table (Number) - the table's number within the document, from 1
no-columns = 第{ $table }个表格没有列。请至少给出一列，或删去这个表格。
# $image (Number) - the image's number within the document, from 1
not-an-image = 第{ $image }张图片既不是PNG也不是JPEG格式。请另存为其中一种后再放入。
# $image (Number) - the image's number within the document, from 1
# $width (Number) - most millimetres across
# $height (Number) - most millimetres down
wrong-size = 第{ $image }张图片的尺寸不合适：宽须为1至{ $width }毫米，高须为1至{ $height }毫米。
# $text (String) - the number's text
bad-link = 数字“{ $text }”的链接不能打开。链接须以“https://”或“http://”开头，且不含空格。
# $name (String) - what the writer of the file reported
not-packed = 文件没有写成（{ $name }）。请重试；仍不成功时请联系系统管理员。
# $name (String) - what the drawing program reported
not-drawn = 图表没有画成图片（{ $name }）。请重试；仍不成功时请把图表改为表格。
